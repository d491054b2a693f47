/** Facts in running prose: “where $k = p − p′$”, “with $p² = m²$”, “mostly plus”, “$ħ = c = 1$”. */
import { constant } from "../../math/expr/build";
import type { Fact } from "../../math/expr/claim";
import type { Expr } from "../../math/expr/node";
import { factorsOf, isDifferential } from "../../math/expr/questions";
import { some } from "../../math/expr/walk";
import type { Prose, ProsePiece } from "../latex/manuscript";
import type { Context } from "../notation/context";
import { prepare } from "../notation/prepare";
import { readSides } from "../notation/read";
import type { Span } from "../text/span";
import { angleIn } from "./angles";
import { type ConventionChange, readAssume, readAssumption } from "./assume";
import { catalogued, cataloguedInProse, isPowerGiven } from "./catalogued";
import { chainOf } from "./chain";
import { contradicts } from "./contradicts";
import { flat } from "./conventionIn";
import { saysHypothesis } from "./cue";
import { curvedIn } from "./curvedIn";
import { curveIn } from "./curves";
import type { Equation } from "./eliminate";
import { isTurned } from "./equation";
import { readOne } from "./membership";
import { bare, wordsIn } from "./proseFormula";
import { saidToBe } from "./saidToBe";
import { signatureIn } from "./signatureIn";

export interface ProseFact {
  readonly latex: string;
  readonly span: Span;
  readonly facts: readonly Fact[];
  /** Equations that restrict no sample, but may be put to use. */
  readonly equations?: readonly Equation[];
  /** What is said not to hold. */
  readonly denies?: readonly Fact[];
  readonly conventions?: ConventionChange;
  /** Holds for the rest of the paper, not only for its paragraph. */
  readonly far: boolean;
  /** Said of the matter at hand, not supposed for a moment. */
  readonly lasting: boolean;
  /** How far it speaks of what stands before it: its whole paragraph, the display its sentence goes on from, nothing. */
  readonly back: "paragraph" | "display" | "nothing";
  /** Said of a name in passing: for steps that differ without it. */
  readonly passing?: boolean;
  /** A condition that is not understood. */
  readonly unread: boolean;
}

/** Words straight before a formula that make it a definition, a condition or a choice of units. */
const defines =
  /\b(where|with|let|define[ds]?|defining|denot\w*|set(ting)?|shift(ing|ed)?|introduc\w+|abbreviat\w+|writ(e|ing)|put(ting)?|i\.e\.|namely|called|by|being|and|notation|units?( (in which|where|with|such that))?|invariants|variables|quantities|combinations|abbreviations|is|are|reads?)\W*$/i;
const restricts =
  /\b(for|with|know\w*( that)?|on[- ]shell|satisf\w+|obey\w*|requir\w+|demand\w*|since|because|using|given|assum\w+|suppos\w+|provided|if|when|limits?( of)?|regime|conditions?|constraints?|relations?|equations? of motion|field equations?|(Klein\W+Gordon|Dirac|Maxwell|Schr\S+dinger|Laplace|Poisson|Newton|Euler|wave|continuity)\S* equations?|conservation|fact that|recall\w*( that)?|ha(s|ve)|conserved|symmetric|antisymmetric|traceless|transverse|massless|hermitian|unitary|normali[sz]ed|orthonormal|complete( set)?|commute|mass[- ]shells?|cases?|from|theorem|law|rule|identity)( that| is| are| reads?)?\W*$/i;
/** “inserting the plane wave $\phi = …$”. */
const inserts =
  /\b(insert\w*|substitut\w*|plug\w*|try(ing)?|ansatz|trial|solutions?)( (the|an?|our|this)( [\w-]+){1,3})?\W*$/i;
/** “is now $D_μ = …$”. */
const passingWord = /(?<=\b(is|are|be|reads?))\s+(now|then|simply|just|also|here)\s*$/i;
/** “At right angles, $\theta = \pi/2$, …”: a circumstance and what it means. */
const circumstance =
  /(^|[.;]\s*)(at|near|in the case of|in the limit of)\s[^.;,⋆]*,\s*$|\bin the (\S+ ){1,3}(limit|case|regime|frame|gauge),?\s*$/i;
/** “For a hydrogen-like atom $V(r) = …$”. */
const special = /\bfor (an?|the) ([\w-]+ ){1,4}$/i;
/** Words after which an equation is something to use, whatever its form. */
const puts =
  /\b(satisf\w+|obey\w*|requir\w+|demand\w*|know\w*|since|because|using|used|use of|given|assum\w+|suppos\w+|provided|conditions?|constraints?|relations?|identity|equations?( of motion)?|law|theorem|rule|fact that|recall\w*|with|substitut\w+|insert\w+|impos\w+|from)( that| is| are| reads?)?\W*$/i;
/** What stands between the members of a list: the words before the first lead to all of them. */
const goesOn =
  /^\s*(?:(?:[,;]\s*(?:and|as well as)?|and|as well as)(?:\s+(?:the|its|an?)(?:\s+(?!(?:is|are|reads?|becomes?)\b)[\w-]+){1,3})?)?\s*$/i;
const supposes = /\b(if|when|whenever|suppos\w+|unless|were)\W*$/i;
const negates = /\b(not|unless|off[- ]shell|unlike|no longer|never|instead of|wrong\w*|cannot)\b/i;
/** Said of what goes on, not against a formula. */
const staysSo =
  /\b(do|does|did|need|will) not (change|depend|vary|matter|contribute|(?:anti)?commute|interact|mix|couple)\b/gi;
/** What is set is set, whatever else the sentence denies. */
const sets = /\b(we|let us) (now |then |therefore )?(set|take|choose|put|fix|impose)\W*$/i;

/** “Only in the massless limit is $p^2 = 0$.” */
const onlyIf = /^\s*only (if|when|where|in|at|on|for|then)\b/i;
/** “If $A$ is hermitian …”, “At the minimum $\phi = v$.”: a case, until a sentence speaks of all others. */
const specialises =
  /^\s*(if|suppose|when(ever)?|where|for|at|on|inside|outside|near|along|during|below|above|in (the|an?) ([\w-]+ ){0,3}(limit|case|frame|regime|region|phase|ground state|eigenstate|vacuum|vicinity)|in (flat|empty|free)|in equilibrium)\b/i;
const generalises =
  /^\s*(in general\b|more generally|in (a |the )general\b|otherwise|elsewhere|away from|(outside|beyond|above|below|at|on) (it|that|them)\b|at (any|every|all) other|for (an? )?(general|arbitrary)\b|in all other|in the opposite|without this|with (matter|interactions?|sources?)\b|at (finite|non-?zero)\b|instead\b)/i;

export function proseFacts(prose: Prose, context: Context): readonly ProseFact[] {
  let found: ProseFact[] = [];
  let special = new Set<ProseFact>();
  for (const [place, sentence] of sentences(prose.pieces).entries()) {
    const said = sentence.map(spoken).join("");
    if (generalises.test(said)) {
      found = found.filter((one) => !special.has(one));
      special = new Set();
    }
    if (onlyIf.test(said)) continue;
    const earlier = new Set(found);
    const signature = signatureIn(said, sentence);
    if (signature) found.push(signature);
    const curved = curvedIn(said, sentence, context);
    if (curved) found.push(curved);
    if (/\?\s*$/.test(said)) continue;
    const denies = negates.test(said.replace(staysSo, ""));
    let before = "";
    let spokenUpTo = 0;
    for (const [i, piece] of sentence.entries()) {
      const upTo = spokenUpTo;
      spokenUpTo += spoken(piece).length;
      if (piece.kind !== "math") continue;
      const words = wordsIn(sentence[i - 1]).replace(passingWord, "");
      // “For small $V$ and a well of depth $D$”: the adjective is the first one's.
      if (!goesOn.test(words)) before = words;
      else if (/\b(the|its|an?)\b/i.test(words)) before = before.replace(adjective, "");
      const next = sentence[i + 1];
      const after = next?.kind === "words" ? next.text : "";
      const lacks = denies ? lackOf(piece, after, context) : undefined;
      if (lacks) found.push({ ...lacks, back: "nothing" });
      if (denies && (!sets.test(before) || negates.test(after))) {
        if (negates.test(before.slice(-40)) || negates.test(after.slice(0, 25)))
          found.push(...denialOf(piece, context));
        continue;
      }
      const naming = saidToBe(sentence, i, context);
      // “For small $V$ and $a > b$”: the adjective is the first one's.
      const led = naming || isNamedBefore(sentence, i) ? "let" : before.replace(adjective, "");
      const fact =
        orthonormalIn(sentence, i, context) ??
        circleIn(sentence, i, context) ??
        anglesIn(sentence, i, context) ??
        eulersConstantIn(piece, before, after, context) ??
        factOf(naming ?? piece, led, said, context, behind(sentence, i)) ??
        propertyIn(piece, before, saidOf(sentence, i), context) ??
        assertedIn(piece, said.slice(Math.max(0, upTo - longSentence), upTo), after, context) ??
        equationIn(piece, said.slice(Math.max(0, upTo - longSentence), upTo), after, context);
      if (fact) found.push({ ...fact, back: backOf(said, place === 0) });
    }
    if (specialises.test(said)) for (const one of found) if (!earlier.has(one)) special.add(one);
    const added = found.filter((one) => !earlier.has(one));
    found = found.filter((one) => !earlier.has(one) || !isOverruled(one, added));
  }
  return found;
}

/** What a later sentence says otherwise. */
const isOverruled = ({ facts }: ProseFact, added: readonly ProseFact[]): boolean =>
  added.some((later) =>
    later.facts.some((fact) => facts.some((before) => contradicts(before, fact))),
  );

/** “Let $E$ be the whole energy, $E = T + V$”: the sentence begins with the name that the formula says more of. */
function isNamedBefore(sentence: readonly ProsePiece[], i: number): boolean {
  const [opening, first] = sentence;
  const piece = sentence[i];
  if (i < 2 || opening?.kind !== "words" || first?.kind !== "math" || piece?.kind !== "math")
    return false;
  if (!/(^|\s)(let|define|introduce|call|denote|consider)\s*$/i.test(opening.text)) return false;
  const [side] = chainOf(piece.nodes).sides;
  return side !== undefined && flat(side) === flat(first.nodes);
}

/** “where …” and “we have used …” speak of what stands above; a sentence that goes on from a display speaks of that; any other of what comes. */
function backOf(said: string, first: boolean): ProseFact["back"] {
  if (/\b(where|here)\b/i.test(said)) return "paragraph";
  if (/\b(used|use of|employed|exploited)\b/i.test(said)) return "paragraph";
  return first && /^\s*[,;]?\s*[a-z]/.test(said) ? "display" : "nothing";
}

/** “We work in $1+1$ dimensions”, which a comparison with them does not say. */
function spaceAndTime(text: string, before: string, words: string): string | undefined {
  const [, space, time] = /^(\d)\+(\d)$/.exec(text) ?? [];
  const isSaid =
    /\bin\s*$/i.test(before) &&
    /\b(work|consider|study|restrict|live|theory|model|field)\w*\b/i.test(words) &&
    !/\b(unlike|would|compar\w+|contrast|analog\w*|recall|if|only|not)\b/i.test(words);
  return isSaid && space && time ? String(Number(space) + Number(time)) : undefined;
}

function factOf(
  piece: ProsePiece & { kind: "math" },
  before: string,
  words: string,
  context: Context,
  after: string,
): Omit<ProseFact, "back"> | undefined {
  if (onlyAtPlace.test(after)) return undefined;
  const latex = bare(piece.source);
  const text = flat(piece.nodes);
  const base = { latex, span: piece.span };
  const units = /^(\\hbar=)?(c=)?(k_\(?B\)?=)?(\\hbar=)?(c=)?1$/.test(text) && text.includes("=");
  const named =
    /\bin\s*$/i.test(before) && /^[dD]$/.test(text) ? /^(.)$/.exec(text) : /^[dD]=(.+)$/.exec(text);
  const dimension = named?.[1] ?? spaceAndTime(text, before, words);
  if (dimension !== undefined && /\bdimension/i.test(words)) {
    const change: ConventionChange = { dim: /^\d+$/.test(dimension) ? Number(dimension) : "d" };
    const read = change.dim === "d" ? readAssumption(piece.nodes, context) : undefined;
    return {
      ...base,
      facts: read?.kind === "read" ? read.facts : [],
      conventions: change,
      far: text.includes("="),
      lasting: text.includes("="),
      unread: false,
    };
  }
  const relations = chainOf(piece.nodes).joints.map(({ relation }) => relation);
  const asymptotic = relations.includes("≪") || relations.includes("≫");
  const tends = relations.includes("→") && /\b(as|while)\W*$/i.test(before);
  const tried = inserts.test(before) || (special.test(before) && relations.includes("="));
  const stands = units || asymptotic || tends || tried || circumstance.test(before);
  if (!stands && !defines.test(before) && !restricts.test(before)) return undefined;
  if (!relations.some((relation) => relation !== undefined && "=:=≡<>≤≥≠→∈≪≫".includes(relation)))
    return undefined;
  const read = readAssumption(piece.nodes, context);
  const hypothetical = saysHypothesis(before) || restricts.test(before);
  if (/\bfrom\W*$/i.test(before) && read.kind === "read" && read.facts.some(isValue))
    return undefined;
  if (read.kind === "unread")
    return restricts.test(before) && isNear(before)
      ? { ...base, facts: [], far: false, lasting: false, unread: true }
      : undefined;
  const facts = read.facts.filter(
    (fact, i) => cataloguedInProse(fact) || !isSaidAgain(read.facts, i),
  );
  if (!facts.every(cataloguedInProse)) {
    const equations =
      puts.test(before) ||
      /\bwhere\W*$/i.test(before) ||
      (defines.test(before) && read.facts.every(isPowerGiven))
        ? equationsIn(read.facts)
        : [];
    return isNear(before) || equations.length > 0
      ? { ...base, facts: [], equations, far: false, lasting: false, unread: isNear(before) }
      : undefined;
  }
  // What a Lagrangian says of its fields is drawn from the Lagrangian.
  if (facts.some(isEulerLagrange)) return undefined;
  const equations = differentialIn(piece, context);
  const onlyDefinitions = facts.every(({ kind }) => kind === "definition");
  return {
    ...base,
    facts,
    equations,
    conventions: read.conventions,
    far: units || (onlyDefinitions && defines.test(before) && !hypothetical),
    lasting:
      !saysHypothesis(before) &&
      !supposes.test(before) &&
      !tried &&
      (units || sets.test(before) || !facts.some(isValue)),
    unread: false,
  };
}

/** dU = T dS − p dV, to be put in as it stands. */
function differentialIn(
  piece: ProsePiece & { kind: "math" },
  context: Context,
): readonly Equation[] {
  const { sides, joints } = chainOf(piece.nodes);
  const [left, right] = sides.map((side) => readOne(side, context));
  return joints.length === 1 && left && right && isDifferential(left) ? [{ left, right }] : [];
}

/** d/dt ∂L/∂q̇ = ∂L/∂q, ∂_μ ∂ℒ/∂(∂_μφ) = ∂ℒ/∂φ. */
const isEulerLagrange = (fact: Fact): boolean =>
  fact.kind === "constraint" &&
  [fact.left, fact.right].some((side) =>
    some(
      side,
      (node) =>
        node.kind === "derivative" && node.by.kind === "variable" && isRate(node.by.variable),
    ),
  );

const isRate = (variable: Expr): boolean => variable.kind === "derivative";

/** s = (p+k)² = 2p·k says with its last side what s is. */
const isSaidAgain = (facts: readonly Fact[], i: number): boolean => {
  const [fact, before] = [facts[i], facts[i - 1]];
  return fact?.kind === "constraint" && before?.kind === "definition" && before.body === fact.right;
};

/** R = 0: said of the case at hand; “from $x = 0$ to …” is an end of a range. */
const isValue = (fact: Fact): boolean => fact.kind === "definition" && fact.body.kind === "num";

/** “not on the shell, so $k^2 = M^2$ does not hold”. */
function denialOf(piece: ProsePiece & { kind: "math" }, context: Context): readonly ProseFact[] {
  const { joints } = chainOf(piece.nodes);
  if (joints.length !== 1 || joints[0]?.relation !== "=") return [];
  const read = readAssumption(piece.nodes, context);
  if (read.kind === "unread" || read.facts.length === 0) return [];
  const base = { latex: bare(piece.source), span: piece.span, facts: [] };
  return [
    { ...base, denies: read.facts, far: false, lasting: false, back: "nothing", unread: false },
  ];
}

/** “$A$ is not hermitian”: so it stays. */
function lackOf(
  piece: ProsePiece & { kind: "math" },
  after: string,
  context: Context,
): Omit<ProseFact, "back"> | undefined {
  const said = saidNot.exec(after)?.[1];
  const latex = bare(piece.source);
  const read = said ? readAssume(`${latex} is ${said}`, context) : undefined;
  return read?.kind === "read" && read.facts.length > 0
    ? { ...lasting(latex, piece.span, []), denies: read.facts }
    : undefined;
}

const equationsIn = (facts: readonly Fact[]): readonly Equation[] =>
  facts.flatMap((fact) => (fact.kind === "constraint" && !catalogued(fact) ? [fact] : []));

/** What stands farther before a formula leads to another one. */
const longSentence = 2000;

const spoken = (piece: ProsePiece): string => (piece.kind === "words" ? piece.text : "⋆");

/** Words before a formula that make it a result, a wish or a special case, no statement about the matter at hand. */
const concludes =
  /\b(so|hence|thus|therefore|then|thereby|whence|find|finds|found|obtain\w*|get|gets|gives?|giving|yield\w*|impl\w+|becomes?|leads?|reduces?|follows?|results?|shows?)\b/i;
const doubts =
  /\b(prov(e|es|ing)|check\w*|verif\w+|claims?|want|wants|guess\w*|expect\w*|tr(y|ies)|ask\w*|exercise|why|whether|could|would|might|should|may|if|unless|suppos\w+|either|or|also|instead|similar\w*|analog\w*|compar\w*|e\.g\.|like)\b|\?/i;
const onlyThere =
  /\b(at|on|for|when|whenever|near|inside|outside|initial\w*|final\w*|boundary|limit|case|special|example|along|if|as|until|after|before|provided|equilibrium|horizon)\b/i;
const onlyThen =
  /^\s*,?\s*(for|at|on|when|if|only|outside|inside|near|unless|as|or(?! equivalently)|\?)\b/i;

/** “The Lagrangian $L = T - V$ gives”: what a sentence says of a name in passing is a definition of it. */
function assertedIn(
  piece: ProsePiece & { kind: "math" },
  before: string,
  after: string,
  context: Context,
): Omit<ProseFact, "back"> | undefined {
  const { joints } = chainOf(piece.nodes);
  if (!joints.some(({ relation }) => relation === "=" || relation === "→")) return undefined;
  if ((doubts.test(before) && !isNamedSo.test(before)) || onlyThen.test(after)) return undefined;
  const read = readAssumption(piece.nodes, context);
  if (read.kind === "unread" || read.facts.length === 0 || !read.facts.every(saysWhatItIs))
    return undefined;
  if (concludes.test(clauseOf(before)) && !read.facts.every(balances)) return undefined;
  const lasting = !onlyThere.test(before);
  return {
    latex: bare(piece.source),
    span: piece.span,
    facts: read.facts,
    far: false,
    lasting,
    passing: !read.facts.some(isImaginary),
    unread: false,
  };
}

/** k = iκ: no convention takes such a name for real. */
const isImaginary = (fact: Fact): boolean =>
  fact.kind === "definition" &&
  fact.head.kind === "symbol" &&
  factorsOf(fact.body).includes(constant("i"));

/** “We try to express the field $\psi = …$”: what is tried is not what the field is. */
const isNamedSo =
  /\b(the|an?) ([\w-]+ ){0,2}(operators?|fields?|functions?|matri(x|ces)|states?|vectors?|potentials?|tensors?|currents?|densit(y|ies)|wavelengths?|frequenc(y|ies)|masse?s?|parameters?|variables?|coordinates?|coefficients?|generators?|radius|momentum|momenta|energy|energies) $/i;

/** “so that $k^2 = i\mu\sigma\omega$”, “hence $\delta_0 = -ka$”: an equation the text goes on from, to be put to use where a step differs without it. */
function equationIn(
  piece: ProsePiece & { kind: "math" },
  before: string,
  after: string,
  context: Context,
): Omit<ProseFact, "back"> | undefined {
  const { sides, joints } = chainOf(piece.nodes);
  if (joints.length !== 1 || joints[0]?.relation !== "=") return undefined;
  const clause = (before.split(/[;:]\s/).at(-1) ?? "").replace(inBalance, "");
  if (doubts.test(clause) || aims.test(clause) || onlyThen.test(after)) return undefined;
  const { readings, gaps } = readSides(
    sides.map((side) => prepare(side)),
    context,
  );
  const [left, right] = readings[0] ?? [];
  if (readings.length > 1 || gaps.length > 0 || !left || !right || left === right) return undefined;
  if (isTurned(left, right)) return undefined;
  if (left.kind === "num" || (right.kind === "num" && !isDivergence(left))) return undefined;
  return {
    latex: bare(piece.source),
    span: piece.span,
    facts: [],
    equations: [{ left, right }],
    far: false,
    lasting: false,
    passing: true,
    unread: false,
  };
}

/** ∂_νA^ν of “hence $∂_νA^ν = 0$”. */
const isDivergence = (side: Expr): boolean =>
  side.kind === "derivative" && side.by.kind === "index" && side.operand?.kind === "tensor";

/** Said of the matter at hand, not of a moment. */
const inBalance = /\b(at|in) ((thermal|thermodynamic|hydrostatic|mechanical) )?equilibrium\b/gi;

/** Words before what is still to be shown, or holds only somewhere. */
const aims =
  /\b(show\w*|will|shall|must|need\w*|to (be|see|get|obtain|find|have)|at|near|for|when|until|case|limit|range|between|values?|not)\b[^,]*$/i;

/** What follows “while”, “whereas” is said anew. */
const clauseOf = (before: string): string => before.split(/\b(?:while|whereas)\b/i).at(-1) ?? "";

/** p = k + q, p² = m²: concluded or not, momenta are bound so and in no other way. */
const balances = (fact: Fact): boolean =>
  fact.kind === "definition"
    ? fact.body.kind === "sum" && fact.head.kind === "symbol" && fact.head.type === "four-vector"
    : fact.kind === "constraint" &&
      catalogued(fact) &&
      (fact.left.kind !== "dot" || fact.left.left === fact.left.right);

/** A name in other names, how something moves, what momenta are bound to: a value is one for the moment. */
const saysWhatItIs = (fact: Fact): boolean =>
  fact.kind === "definition"
    ? fact.body.kind !== "num" && catalogued(fact)
    : fact.kind === "algebra" ||
      (fact.kind === "constraint" && cataloguedInProse(fact) && !isEulerLagrange(fact));

const property =
  "(?:anti-?|skew-?)?hermitian|observable|self-adjoint|unitary|traceless|antisymmetric|symmetric|real|complex|positive|negative|non-?negative|non-?zero|integer|odd|even|normali[sz]ed|transverse|massless|divergence-?free|conserved|small|infinitesimal|large";
const adjective = new RegExp(`\\b(${property})\\s*$`, "i");
const saidAfter = new RegExp(
  `^\\s*(?:is|are|be|denotes?|stands? for)\\s+(?:an?\\s+|the\\s+|chosen\\s+|taken to be\\s+)?(${property})\\b`,
  "i",
);
/** “with $h$ real and …”. */
const saidWithoutVerb = new RegExp(
  `^\\s*(${property})\\s*(?:(?:(?:real|complex|square|constant)\\s+)*(?:matri(?:x|ces)|operators?|tensors?|numbers?))?\\s*(?:$|[,.;)]|and\\b|so\\b)`,
  "i",
);
const saidNot = new RegExp(
  `^\\s*(?:is|are)\\s+(?:not|no longer)\\s+(?:an?\\s+|necessarily\\s+)?(${property})\\b`,
  "i",
);
/** “to first order in $x$” says that it is small. */
const expands =
  /\b(leading|first|lowest|linear|second|third|next-to-leading) order in\s+(the\s+)?(\w+\s+)?$/i;
const saidBefore = new RegExp(
  `\\b(?:let|for|with|where|any|an?|of|by|at)\\s+(?:the\\s+|all\\s+)?(${property})\\s+(?:\\w+\\s+)?$`,
  "i",
);

/** The words behind a formula; behind the whole list where more is said to be so: “$x$ and $p$ are …”. */
function saidOf(sentence: readonly ProsePiece[], i: number): string {
  const words = (at: number): string => wordsIn(sentence[at]);
  let last = i;
  while (last - i < longList && goesOn.test(words(last + 1)) && sentence[last + 2]?.kind === "math")
    last += 2;
  const behind = words(last + 1);
  return last > i && !/^\s*are\b/.test(behind) ? words(i + 1) : behind;
}

/** Pieces of a sentence that one word may speak of. */
const longList = 16;

/** “where $H$ is hermitian”, “for a unitary operator $U$”. */
function propertyIn(
  piece: ProsePiece & { kind: "math" },
  before: string,
  after: string,
  context: Context,
): Omit<ProseFact, "back"> | undefined {
  const isName = chainOf(piece.nodes).joints.length === 0;
  const said =
    saidAfter.exec(after)?.[1] ??
    (isName && /\b(with|for|and)\s*$/i.test(before)
      ? saidWithoutVerb.exec(after)?.[1]
      : undefined) ??
    (isName ? saidBefore.exec(before)?.[1] : undefined) ??
    (isName && expands.test(before) ? "small" : undefined);
  if (!said) return undefined;
  const latex = bare(piece.source);
  const read = readAssume(`${latex} is ${said}`, context);
  return read.kind === "read" && read.facts.length > 0
    ? lasting(`${latex} is ${said}`, piece.span, read.facts)
    : undefined;
}

/** “$|\uparrow\rangle$ and $|\downarrow\rangle$ are orthonormal”, “an orthonormal basis $|n\rangle$”: said with the last of them. */
function orthonormalIn(
  sentence: readonly ProsePiece[],
  i: number,
  context: Context,
): Omit<ProseFact, "back"> | undefined {
  const words = (at: number): string => wordsIn(sentence[at]);
  const goes = (at: number): boolean =>
    sentence[at + 1]?.kind === "words" &&
    sentence[at + 2]?.kind === "math" &&
    goesOn.test(words(at + 1));
  if (goes(i)) return undefined;
  let first = i;
  while (first >= 2 && i - first < longList && goes(first - 2)) first -= 2;
  const after =
    /^\W*(?:(?:is|are|be|form|forms|taken as|as)\s+)+(?:an?\s+|the\s+|both\s+)?(?:\w+\s+)?orthonormal\b/i;
  const before = /\borthonormal\s+(?:\w+\s+){0,2}$/i;
  if (!after.test(words(i + 1)) && !before.test(words(first - 1))) return undefined;
  const formulas = sentence.slice(first, i + 1).filter((piece) => piece.kind === "math");
  const latex = formulas.map(({ source }) => bare(source)).join(", ");
  const inner = formulas.map(({ source }) => bare(source).replace(/^\\?\{|\\?\}$/g, "")).join(", ");
  const read = readAssume(`${inner.replace(/\\\}\s*$/, "")} are orthonormal`, context);
  const [piece] = formulas;
  return piece && read.kind === "read" && read.facts.length > 0
    ? lasting(`${latex} orthonormal`, piece.span, read.facts)
    : undefined;
}

/** “where $C$ is the unit circle”: the letter means another curve elsewhere. */
function circleIn(
  sentence: readonly ProsePiece[],
  i: number,
  context: Context,
): Omit<ProseFact, "back"> | undefined {
  const curve = curveIn(sentence, i, context);
  const [piece] = curve?.formulas ?? [];
  if (!curve || !piece) return undefined;
  const [name, ...more] = curve.formulas.map(({ source }) => bare(source));
  const latex = `${name} \\text{ a circle}${more.length > 0 ? `: ${more.join(", ")}` : ""}`;
  return { ...lasting(latex, piece.span, curve.facts), lasting: false };
}

/** “The angle between $𝐩$ and $𝐤$ is $θ$”. */
function anglesIn(
  sentence: readonly ProsePiece[],
  i: number,
  context: Context,
): Omit<ProseFact, "back"> | undefined {
  const angle = angleIn(sentence, i, context);
  const [piece] = angle?.formulas ?? [];
  if (!angle || !piece) return undefined;
  const [name, ...vectors] = angle.formulas.map(({ source }) => bare(source));
  const latex = `${name} = \\angle(${vectors.join(", ")})`;
  return lasting(latex, piece.span, [angle.fact]);
}

/** “where $γ$ is Euler's constant”, “Euler's constant $C$”. */
function eulersConstantIn(
  piece: ProsePiece & { kind: "math" },
  before: string,
  after: string,
  context: Context,
): Omit<ProseFact, "back"> | undefined {
  if (!isEulers.test(after) && !endsInEulers.test(before)) return undefined;
  const head = readOne(piece.nodes, context);
  if (head?.kind !== "symbol") return undefined;
  const fact = { kind: "definition", head, body: constant("γ_E") } as const;
  return lasting(`${bare(piece.source)} = \\gamma_E`, piece.span, [fact]);
}

const eulers = "(?:the )?Euler(?:['’]s|[-–—]+Mascheroni)? constant";
const isEulers = new RegExp(`^\\s*(?:is|denotes|being)\\s+${eulers}\\b`, "i");
const endsInEulers = new RegExp(`\\b${eulers}\\s+$`, "i");

/** What a name is said to be, from here on. */
const lasting = (latex: string, span: Span, facts: readonly Fact[]): Omit<ProseFact, "back"> => ({
  latex,
  span,
  facts,
  far: false,
  lasting: true,
  unread: false,
});

/** The words behind a formula, with the condition they end in. */
const behind = (sentence: readonly ProsePiece[], i: number): string => {
  const next = sentence[i + 2];
  const isCondition = next?.kind === "math" && chainOf(next.nodes).joints.length > 0;
  return wordsIn(sentence[i + 1]) + (isCondition ? "=" : "");
};

/** “$u = 0$ on the boundary”, “$\phi = 0$ at $z = 0$”: said of a place, not of the whole. */
const onlyAtPlace =
  /^\s*(?:everywhere )?(?:on|at|along|outside|inside)\s+(?:(?:(?:the|a|an|all|both|each|its|their|spatial)\s+)*(?:[\w-]+\s+)?(?:boundar(?:y|ies)|surfaces?|ends?|end ?points?|edges?|walls?|origin|infinity|interfaces?|horizon|plates?|conductors?|sphere|axis|cent(?:er|re)|minim(?:um|a)|maxim(?:um|a))\b|=)/i;

/** Conditions that certainly speak of the formulas around them. */
const isNear = (before: string): boolean =>
  /\b(for|with|where|provided|if|when|assum\w+|suppos\w+)( that)?\W*$/i.test(before);

/** The pieces of prose between full stops. */
function sentences(pieces: readonly ProsePiece[]): ProsePiece[][] {
  const found: ProsePiece[][] = [[]];
  for (const piece of pieces) {
    if (piece.kind !== "words") {
      found.at(-1)?.push(piece);
      continue;
    }
    const parts = piece.text.split(/(?<=[.!?])\s+(?=[A-Z(]|$)/);
    for (const [i, part] of parts.entries()) {
      if (i > 0) found.push([]);
      if (part) found.at(-1)?.push({ ...piece, text: part });
    }
  }
  return found;
}
