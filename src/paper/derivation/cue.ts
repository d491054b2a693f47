/** What the words before, after or above a formula say about its role. */

export type Cue =
  /** hence, so, therefore, ⇒: it follows from what stands above. */
  | "follows"
  /** if, for, when: restricts the statement it stands with. */
  | "condition"
  /** where, with, let, define: introduces a name. */
  | "introduces"
  /** suppose, unless, off shell: holds here only, or not at all. */
  | "hypothesis"
  /** or: one of several. */
  | "alternative";

const follows =
  /\b(hence|therefore|thus|thereby|consequently|whence|accordingly|it follows|implies|implying|this (gives|yields|implies|leads)|which (gives|yields|implies|leads|becomes|simplifies|reduces)|so that|leads to|leading to|giving|yielding|(we|and) (then )?(get|obtain|find|arrive|conclude)|one (gets|obtains|finds))\b|(^|[.,;:]\s*)so\b/i;
const condition =
  /\b(if|for|when|whenever|provided|as long as|given|assuming|while|subject to|such that|in the (limit|case)|at|as|on|since|because|unless|in)\b|\bs\.t\./i;
const introduces =
  /\b(where|with|let|define[ds]?|defining|denot(e|es|ed|ing)|introduc(e|es|ed|ing)|set(ting)?|given by|write|call(ed)?|stands? for|abbreviat\w*|notation|in which|recall)\b/i;
const hypothesis =
  /\b(if|suppose|supposing|unless|assum(e|ing) (for|that)|off[- ]shell|unlike|instead of|not|cannot|were|would|contrary|incorrect|wrong|naive(ly)?)\b/i;
/** Words that lead to a formula which is stated, not derived. */
const states =
  /\b(let|define[ds]?|defining|definitions?|denot(e|es|ed|ing)|introduc(e|es|ed|ing)|given by|write|called|stands? for|abbreviat\w*|satisf(y|ies|ying)|obey(s|ing)?|laws?|equations? of motion|postulat\w*|axioms?|ansatz|assum\w*|suppose|impos\w*|requir\w*|demand\w*|lagrangian|hamiltonian|consider|parametri[sz]\w*|choose|recall)\b/i;

/** “From …”, “Starting from …” straight before what is given. */
const startsFrom =
  /(?:^|[.;:]\s+)(?:we )?(?:from|starting (?:from|with)|start (?:from|with)|combining)\W*$/i;

/** “The continuity equation”, “the balance of forces is”: straight before what it says. */
const namesIt =
  /\b(the|an?|\w+['’]s|this)\s((?!using\b|from\b|we\b)[^.,;:()]*\s)?(equations?|(dispersion|recurrence|energy-momentum) relation|balance( of \w+)?|conservation of [\w ]+|law)(\s(of|for|in)\s(?!which\b|we\b)[^.,;:]{1,40})?\s*((is|are|reads?|gives?|takes the form|says( that)?|states( that)?)\W*)?$/i;

/** “We set”, “Put”, “with the substitution”: each of what is shown gives a name its meaning. */
const namesThem =
  /(?:\bwe |(?:^|[.;:]\s+))(?:now |next |then |therefore |also |instead |let us (?:now )?)?(?:set|put)\W*$|\b(?:by|with|make) the (?:substitution|change of variables?)\W*$|\b(?:continuity|matching|periodicity|conditions?|symmetry|regularity)\b[^.;]{0,60}\b(?:requires?|demands?|imposes?|reads?|are)\W*$/i;
const derives =
  /\b(becomes?|became|obtain\w*|find|finds|found|get|gets|deriv\w+|follows?|solv\w+|reduces?|simplif\w+|turns?|solutions? (of|to)|transforms?|new|using|use|used|see|sees|derive|effective|general form)\b/i;

const sets =
  /\b(minim(um|a|is\w+|iz\w+)|maxim(um|a|is\w+|iz\w+)|extrem\w+|stationary|saddle points?|turning points?|critical points?|equilibrium (position|point|value|angle)s?|zeros|poles|roots|boundary conditions?|vacuum|ground state)\b[^.;]*\b(is|are|at|by|where|when|from|requires?|condition|satisf\w+|obeys?|if)\W*$/i;

/** A law that is named, not derived: a solution is no law, and what an equation becomes is not it. */
export const saysNamed = (text: string): boolean =>
  namesIt.test(text) && !derives.test(text) && !follows.test(text) && !hypothesis.test(text);
/** “We may therefore put”: chosen, not concluded. */
export const saysChosen = (text: string): boolean =>
  /\b(put|set|write|choose|take|try|parametri[sz]e)( [\w ]{1,20})?\W*$/i.test(text);
/** “The minimum is at”, “the turning points follow from”: what comes is set to zero. */
export const saysImposed = (text: string): boolean => sets.test(text);
export const saysFollows = (text: string): boolean => follows.test(text);
export const saysCondition = (text: string): boolean => condition.test(text);
export const saysHypothesis = (text: string): boolean => hypothesis.test(text);
export const saysStated = (text: string): boolean => states.test(text) || startsFrom.test(text);
/** “Maxwell's equations are”, “Set”: each of what is shown. */
export const saysLaws = (text: string): boolean =>
  startsFrom.test(text) ||
  namesThem.test(text) ||
  (/\b(equations|relations|laws|definitions)\b[^.;]*\b(are|read)\W*$/i.test(text) &&
    !follows.test(text));
const saysAlternative = (text: string): boolean =>
  /^\W*(or|or else|respectively|versus|vs\.?|not)\W*$/i.test(text);

/** The role words inside a display give to what comes after them. */
export function cueOf(text: string): Cue | undefined {
  if (saysAlternative(text)) return "alternative";
  if (saysFollows(text)) return "follows";
  if (/\b(suppose|unless)\b/i.test(text)) return "hypothesis";
  if (introduces.test(text) && !/\bfor\b/i.test(text)) return "introduces";
  if (condition.test(text)) return "condition";
  return undefined;
}
