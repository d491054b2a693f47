/** Whether two things said cannot both hold: [A,B] = 0 and [A,B] = iC, p² = 0 and p² = m², hermitian and antihermitian, a real k and k = iκ. */
import { constant, zero } from "../../math/expr/build";
import type { Fact } from "../../math/expr/claim";
import type { Expr } from "../../math/expr/node";
import { factorsOf } from "../../math/expr/questions";
import { headOf } from "./head";

export function contradicts(one: Fact, other: Fact): boolean {
  if (one.kind === "algebra" && other.kind === "algebra")
    return (
      (one.left !== other.left || one.right !== other.right) &&
      operatorsIn(one.left) === operatorsIn(other.left)
    );
  if (one.kind === "constraint" && other.kind === "constraint")
    return one.left === other.left && (one.right === zero) !== (other.right === zero)
      ? [one.right, other.right].some(isMass)
      : false;
  if (isCommutingBut(one, other) || isCommutingBut(other, one)) return true;
  if (one.kind === "property" && other.kind === "property")
    return (
      opposites.some((pair) => pair.includes(one.property) && pair.includes(other.property)) &&
      one.property !== other.property &&
      one.of.some((name) => other.of.includes(name))
    );
  if (isSignBut(one, other) || isSignBut(other, one)) return true;
  return isRealButImaginary(one, other) || isRealButImaginary(other, one);
}

/** Two definitions contradict each other in no way that is looked for here. */
export const isTelling = ({ kind }: Fact): boolean => kind !== "definition";

/** m², −κ²: certainly not zero. */
const isMass = (side: Expr): boolean =>
  factorsOf(side).some(
    (factor) =>
      factor.kind === "power" && (factor.base.kind === "symbol" || factor.base.kind === "labelled"),
  );

/** [A,B] = 0, and [A,B] = iC. */
const isCommutingBut = (one: Fact, other: Fact): boolean =>
  one.kind === "property" &&
  one.property === "commuting" &&
  other.kind === "algebra" &&
  other.right !== zero &&
  one.of.map(headName).sort().join(" ") === operatorsIn(other.left);

const opposites: readonly (readonly string[])[] = [
  ["hermitian", "antihermitian"],
  ["symmetric", "antisymmetric"],
];

/** λ < 0, and λ positive. */
const isSignBut = (one: Fact, other: Fact): boolean =>
  one.kind === "inequality" &&
  one.relation === "<" &&
  one.right === zero &&
  other.kind === "domain" &&
  other.symbol === one.left &&
  (other.domain === "positive" || other.domain === "nonnegative");

/** k real, k = iκ. */
const isRealButImaginary = (said: Fact, given: Fact): boolean =>
  said.kind === "domain" &&
  given.kind === "definition" &&
  said.symbol === given.head &&
  ["real", "positive"].includes(said.domain) &&
  factorsOf(given.body).includes(imaginaryUnit);

const imaginaryUnit = constant("i");

const operatorsIn = (bracket: Expr): string =>
  bracket.kind === "bracket"
    ? [bracket.left, bracket.right]
        .map((side) => (side.kind === "involution" ? `${headName(side.operand)}†` : headName(side)))
        .sort()
        .join(" ")
    : "";

function headName(side: Expr): string {
  const head = headOf(side);
  return head?.kind === "symbol" ? head.name : "";
}
