/** A judgement in words: what we found, why we say so, what to do. */
import { bound, formalWords, points, toldApart } from "../protocol/evidence";
import type { DiagnosisData, EvidenceData, Judgement, PremiseData } from "../protocol/review";
import { calledOf } from "../protocol/words";
import { show, showValues } from "./show";

/** One to three sentences an author can act on. */
export function explain(judgement: Omit<Judgement, "ms" | "readAs">): string {
  switch (judgement.verdict) {
    case "proved":
    case "agrees":
      return sentences(held(judgement), leaningOn(judgement.premises));
    case "refuted":
      return sentences(
        judgement.diagnosis
          ? slipOf(judgement.diagnosis, judgement.code === "index")
          : judgement.code === "dimension"
            ? "The two sides have different dimensions."
            : "The two sides differ.",
        judgement.evidence ? difference(judgement.evidence) : "",
        judgement.diagnosis
          ? remedyFor(judgement.diagnosis)
          : "Check this step, or state what it assumes.",
        judgement.detail
          ? `It would also hold under ${judgement.detail}, which is not stated.`
          : "",
      );
    case "open":
      return sentences(
        openWords(judgement),
        judgement.evidence ? difference(judgement.evidence) : "",
      );
    case "unread":
      return `Not read: ${judgement.detail ?? "the notation is not covered"}. Nothing is claimed about this line.`;
    case "stated":
      return "Given: this line introduces something and is used as a fact from here on.";
  }
}

function openWords(
  judgement: Pick<Judgement, "why" | "detail" | "diagnosis" | "premises">,
): string {
  const { diagnosis } = judgement;
  if (diagnosis?.kind === "convention") return `${slipOf(diagnosis)} ${remedyFor(diagnosis)}`;
  return judgement.detail === otherwise ? definedTwice(judgement.premises) : undecided(judgement);
}

function held({ verdict, evidence }: Pick<Judgement, "verdict" | "evidence">): string {
  if (evidence?.kind === "exact" && evidence.laws) return formalWords(evidence.laws);
  if (evidence?.kind === "exact")
    return verdict === "proved"
      ? `Both sides are equal in exact arithmetic (${points(evidence.points)}, chance of error below ${bound(evidence.error)}).`
      : `Both sides are equal in exact arithmetic at ${points(evidence.points)}.`;
  if (evidence?.kind === "samples")
    return `Both sides agree to ${evidence.digits} digits at ${points(evidence.points)}${evidence.domain ? ` (${evidence.domain})` : ""}; no exact proof.`;
  return "Both sides are equal.";
}

function leaningOn(premises: readonly PremiseData[]): string {
  const tacit = premises.filter((premise) => premise.source === "tacit");
  const stated = premises.filter((premise) => premise.source === "stated");
  const byDefault = premises.filter((premise) => premise.source === "convention");
  return sentences(
    tacit.length > 0
      ? `It holds only under an unstated premise: ${tacit.map(named).join("; ")}. Is that meant? Then say so in the text.`
      : "",
    stated.length > 0 ? `It uses ${stated.map(named).join("; ")}.` : "",
    byDefault.length > 0
      ? `By convention: ${byDefault.map((premise) => premise.name).join("; ")}.`
      : "",
  );
}

function named({ name, latex, where }: PremiseData): string {
  const place = where ? `, line ${where.line}` : "";
  if (latex && name === "assumed") return `$${latex}$, as assumed`;
  if (!calledOf({ name, latex })) return `$${latex}$${place ? ` (${place.slice(2)})` : ""}`;
  return latex ? `${name} ($${latex}$${place})` : `${name}${place ? ` (${place.slice(2)})` : ""}`;
}

/** The slip itself, in one sentence; `illFormed`: seen in the form alone. */
function slipOf(diagnosis: DiagnosisData, illFormed = false): string {
  switch (diagnosis.kind) {
    case "factor":
      return diagnosis.on === "side"
        ? `The right side is ${minusSign(diagnosis.factor)} times the left.`
        : `One term is off by a factor ${minusSign(diagnosis.factor)}.`;
    case "term":
      return termSlips[diagnosis.what](diagnosis.term);
    case "index":
      return diagnosis.what === "position" && !illFormed
        ? `The index ${diagnosis.name} stands in the wrong place.`
        : indexSlips[diagnosis.what](diagnosis.name);
    case "order":
      return `Two factors that do not commute are exchanged: ${diagnosis.factors}.`;
    case "conjugate":
      return `A dagger, star or transpose is lost or too many on ${diagnosis.symbol}.`;
    case "exponent":
      return `An exponent is off: ${diagnosis.from} stands where ${diagnosis.to} holds.`;
    case "convention":
      return `The step holds only under the other ${others.get(diagnosis.key) ?? "convention"}.`;
  }
}

const others: ReadonlyMap<string, string> = new Map([
  ["metric", "metric signature"],
  ["epsilon", "sign of ε"],
  ["riemann", "sign of the Riemann tensor"],
  ["ricci", "sign of the Ricci tensor"],
]);

const termSlips = {
  missing: (term: string) => `A term is missing: ${term}.`,
  extra: (term: string) => `There is a term too many: ${term}.`,
  sign: (term: string) => `The term ${term} has the wrong sign.`,
} as const;

const indexSlips = {
  free: (name: string) => `The free index ${name} is not on both sides.`,
  repeated: (name: string) => `The index ${name} occurs more than twice in one term.`,
  position: (name: string) => `The index ${name} stands at different heights on the two sides.`,
} as const;

function remedyFor(diagnosis: DiagnosisData): string {
  if (diagnosis.kind === "convention") return "Declare the convention that is meant.";
  if (diagnosis.kind === "index") return "Rename, raise or contract it.";
  if (diagnosis.kind === "factor" && diagnosis.on === "side" && diagnosis.factor === "-1")
    return "Flip the overall sign?";
  if (!diagnosis.latex) return "Check this step.";
  return `With $${diagnosis.latex}$ ${diagnosis.side ? "on the left " : ""}it holds.`;
}

function difference(evidence: EvidenceData): string {
  if (evidence.kind !== "counterexample") return "";
  const told = toldApart(evidence);
  if (told !== undefined) return told;
  const at = showValues(evidence.values);
  const { left, right } = evidence;
  return `${at ? `At ${at} they are` : "They are"} ${show(left)} and ${show(right)}.`;
}

/** The detail of a step that defines a name anew. */
export const otherwise = "it is defined otherwise before";

function definedTwice([before]: readonly PremiseData[]): string {
  const line = before?.where ? `Line ${before.where.line}` : "The text above";
  return `${line} says otherwise of this name${before ? ` ($${before.latex}$)` : ""}, and nothing found connects the two. Say how one follows from the other, or rename one.`;
}

function undecided({ why, detail }: Pick<Judgement, "why" | "detail">): string {
  const more = detail ? `: ${detail}` : "";
  switch (why) {
    case "differs":
      return "Differs as written, and nothing the text states closes the difference. State what is used here, or check the step.";
    case "reading":
      return `Ambiguous${more}. Declare what the symbol means to settle it.`;
    case "premise":
      return `Undecided, because a premise was not understood${more}.`;
    case "contradiction":
      return `Undecided, because the premises contradict each other${more}.`;
    case "vacuous":
      return `Undecided, because the step would hold for an empty reason${more}.`;
    case "budget":
      return `Ran out of steps${more}. A larger budget may decide it.`;
    case "beyond":
      return `Outside what Tacit covers${more}. Nothing is claimed about this line.`;
    default:
      return `Undecided${more}.`;
  }
}

const minusSign = (text: string): string => text.replace(/^-/, "−");
const sentences = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== "").join(" ");
