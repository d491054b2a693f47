/** Dirac matrices beside explicit ones, and nothing that says how they are written out: the two usual ways are tried. */
import type { Claim, Conventions, Premise } from "../expr/claim";
import type { Expr } from "../expr/node";
import { some } from "../expr/walk";
import type { Effort } from "./effort";
import { partsOf } from "./facts";
import { type Leaning, withGiven } from "./leaning";

/** The first representation in which the claim holds, with the premise that it is the one meant. */
export function inRepresentation(claim: Claim, effort: Effort): Leaning | undefined {
  if ([claim.left, claim.right].some(isLone)) return undefined;
  const written = [
    claim.left,
    claim.right,
    ...claim.given.flatMap(({ facts }) => facts.flatMap(partsOf)),
  ];
  if (claim.conventions.representation || claim.conventions.metric !== "mostly-minus")
    return undefined;
  if (![isDirac, isExplicit].every((notion) => written.some((part) => some(part, notion))))
    return undefined;
  for (const representation of ["chiral", "dirac"] as const) {
    const conventions: Conventions = { ...claim.conventions, representation };
    const { outcome, premises, ground } = withGiven({ ...claim, conventions }, effort);
    if (outcome.kind === "holds")
      return { outcome, premises: [...premises, premiseOf(representation)], ground };
  }
  return undefined;
}

/** γ⁰ = (1 0; 0 −1) says which representation is meant. */
const isLone = (side: Expr): boolean =>
  isDirac(side.kind === "tensor" || side.kind === "labelled" ? side.head : side);

const isExplicit = (node: Expr): boolean => node.kind === "matrix";

const isDirac = (node: Expr): boolean =>
  node.kind === "slash" ||
  (node.kind === "symbol" && node.space === "dirac" && node.role !== undefined);

const premiseOf = (representation: "chiral" | "dirac"): Premise => ({
  id: "representation",
  name: `${representation === "chiral" ? "chiral" : "Dirac"} representation of the Dirac matrices`,
  latex:
    representation === "chiral"
      ? "\\gamma^0=\\begin{pmatrix}0&1\\\\1&0\\end{pmatrix}"
      : "\\gamma^0=\\begin{pmatrix}1&0\\\\0&-1\\end{pmatrix}",
  source: "convention",
  facts: [],
});
