/** Evidence in a sentence: what was compared, where, and with which outcome. */
import type { EvidenceData, Shown } from "./review";

export function evidenceWords(evidence: EvidenceData): string {
  switch (evidence.kind) {
    case "exact":
      if (evidence.laws) return formalWords(evidence.laws);
      return `Equal in exact arithmetic at ${points(evidence.points)}; chance of error below ${bound(evidence.error)}.`;
    case "samples":
      return `Equal to ${evidence.digits} digits at ${points(evidence.points)}${evidence.domain ? `, ${evidence.domain}` : ""}.`;
    case "counterexample": {
      const told = toldApart(evidence);
      if (told !== undefined) return told;
      const at = Object.entries(evidence.values)
        .map(([name, value]) => `${name} = ${shownWords(value)}`)
        .join(", ");
      const sides = `the left side is ${shownWords(evidence.left)}, the right side ${shownWords(evidence.right)}`;
      return at ? `At ${at}: ${sides}.` : `${sides[0]?.toUpperCase()}${sides.slice(1)}.`;
    }
    case "form":
      return "Ill-formed before any value is put in.";
  }
}

/** What tells the sides apart where no values do: “Their ratio is not 1 in this limit.” */
export function toldApart({ left, right }: Counterexample): string | undefined {
  if (typeof left !== "string" || typeof right !== "string") return undefined;
  return `${left.charAt(0).toUpperCase()}${left.slice(1)} is ${right}.`;
}

type Counterexample = Extract<EvidenceData, { readonly kind: "counterexample" }>;

export const formalWords = (laws: readonly string[]): string =>
  laws.length > 0
    ? `Equal by ${laws.join(", ")}, whatever the quantities are.`
    : "Equal by the order of terms and factors and the names of indices alone.";

/** Complex numbers arrive as pairs; four significant digits are enough to tell two values apart. */
export function shownWords(value: Shown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return numberWords(value);
  return `(${value.map(shownWords).join(", ")})`;
}

const numberWords = (value: number): string =>
  (Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(4)))).replace(
    /-/g,
    "−",
  );

export const points = (n: number): string => `${n} ${n === 1 ? "point" : "points"}`;

/** 3e-20 as 10⁻¹⁹: the next power of ten above; where nothing is left of the error, what a proof asks for. */
export function bound(error: number): string {
  if (!(error > 0)) return "10⁻¹⁵";
  const power = Math.ceil(Math.log10(error));
  return `10${String(power).replace(/[-0-9]/g, (c) => "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"["-0123456789".indexOf(c)] ?? c)}`;
}
