/** Constraints of a known form: p² = m², d⟨A⟩/dt = (i/ħ)⟨[H,A]⟩, k·ε = 0, p₁ + p₂ = p₃ + p₄; said in prose, □φ = −m²φ. */
import { minusOne, zero } from "../../math/expr/build";
import type { Fact } from "../../math/expr/claim";
import { anyOperatorOf } from "../../math/expr/means";
import { isMotion } from "../../math/expr/motion";
import type { Expr } from "../../math/expr/node";
import { isArithmetic, isScalarName, isSpinorHead, termsOf } from "../../math/expr/questions";
import { stateMotion } from "../../math/expr/stateMotion";
import { some } from "../../math/expr/walk";
import { headOf, leadsBack } from "./head";

export function catalogued(fact: Fact): boolean {
  if (fact.kind !== "constraint") return true;
  const { left, right } = fact;
  if (anyOperatorOf(left, right) || stateMotion(left, right)) return true;
  if (left.kind === "dot" || isSquare(left))
    return !some(
      right,
      (part) =>
        part.kind === "dot" ||
        part.kind === "tensor" ||
        (part.kind === "function" && !isOfAngle(part)),
    );
  const vectors = [...termsOf(left), ...termsOf(right)].map(vectorIn);
  return (
    vectors.length > 2 && !vectors.includes(undefined) && new Set(vectors).size === vectors.length
  );
}

/** cos θ. */
const isOfAngle = (part: Expr): boolean =>
  part.kind === "function" &&
  part.args.every(({ kind }) => kind === "symbol" || kind === "labelled");

/** u_αu^α, g_{αβ}u^αu^β. */
const isSquare = (expr: Expr): boolean =>
  expr.kind === "product" &&
  expr.factors.every(
    (factor) =>
      factor.kind === "tensor" &&
      factor.head.kind === "symbol" &&
      (factor.head.role === "metric" ||
        (factor.indices.length === 1 && factor.head.type === "four-vector")),
  ) &&
  new Set(
    expr.factors.flatMap((factor) =>
      factor.kind === "tensor" && factor.indices.length === 1 ? [factor.head] : [],
    ),
  ).size <= 2 &&
  openIndices(expr.factors).length === 0;

const openIndices = (factors: readonly Expr[]): readonly string[] => {
  const names = factors.flatMap((factor) =>
    factor.kind === "tensor" ? factor.indices.map(({ name }) => name) : [],
  );
  return names.filter((name) => names.filter((other) => other === name).length === 1);
};

/** What a sentence may say of fields as well. */
export const cataloguedInProse = (fact: Fact): boolean =>
  catalogued(fact) ||
  (fact.kind === "constraint" &&
    (isMotion(fact) || isEigenstate(fact) || isOnSpinors(fact) || isOfPower(fact)));

/** q² = …, whatever stands on the right. */
export const isPowerGiven = (fact: Fact): fact is Extract<Fact, { kind: "constraint" }> =>
  fact.kind === "constraint" && baseOf(fact) !== undefined;

/** q of q² = … where the right does not show it. */
const baseOf = ({ left, right }: Extract<Fact, { kind: "constraint" }>): Expr | undefined =>
  left.kind === "power" &&
  left.exponent.kind === "num" &&
  isScalarName(left.base) &&
  !leadsBack(left.base, right)
    ? left.base
    : undefined;

/** μ² = λv², ω³ = a/b: of names alone. */
export const isOfPower = (fact: Extract<Fact, { kind: "constraint" }>): boolean =>
  baseOf(fact) !== undefined && isOfNames(fact.right);

const isOfNames = (right: Expr): boolean =>
  !some(right, (part) => !isArithmetic(part) && !isElementary(part)) &&
  !some(right, (part) => part.kind === "symbol" && part.type !== "scalar");

const isElementary = (part: Expr): boolean =>
  part.kind === "function" && /^(?:sin|cos|tan|sinh|cosh|tanh|exp|ln|sqrt)$/.test(part.name);

/** p̸u(p) = mu(p), ū(p)(p̸ − m) = 0. */
const isOnSpinors = ({ left, right }: Extract<Fact, { kind: "constraint" }>): boolean =>
  [left, right].some((side) => some(side, ({ kind }) => kind === "slash")) &&
  [left, right].every((side) => side === zero || some(side, isSpinor)) &&
  [left, right].every((side) => !some(side, ({ kind }) => kind === "derivative"));

const isSpinor = (node: Expr): boolean => node.kind === "call" && isSpinorHead(node.head);

/** H|↑⟩ = E₁|↑⟩ of one state, a|α⟩ = α|α⟩ of the state named by its own eigenvalue; of |n⟩ for every n it is an equation to put in. */
const isEigenstate = ({ left, right }: Extract<Fact, { kind: "constraint" }>): boolean => {
  const [operator, state, ...more] = left.kind === "product" ? left.factors : [];
  if (state?.kind !== "ket" || more.length > 0 || operator?.kind !== "symbol") return false;
  const isOne = state.labels.every(
    (label) => label.kind === "num" || (label.kind === "symbol" && label.type === "state"),
  );
  const others = right.kind === "product" ? right.factors.slice(0, -1) : [];
  const [own] = state.labels;
  const isNamedByValue =
    operator.role === "lowering" && others.length === 1 && others[0] === own && own?.kind !== "num";
  return (
    (isOne || isNamedByValue) &&
    right.kind === "product" &&
    right.factors.at(-1) === state &&
    others.every(({ kind }) => kind === "symbol" || kind === "labelled" || kind === "num")
  );
};

/** The vector in v or −v. */
function vectorIn(expr: Expr): Expr | undefined {
  if (expr.kind === "product") {
    const [sign, vector] = expr.factors;
    return expr.factors.length === 2 && sign === minusOne && vector ? vectorIn(vector) : undefined;
  }
  const head = expr.kind === "symbol" || expr.kind === "labelled" ? headOf(expr) : undefined;
  return head?.kind === "symbol" && /vector/.test(head.type) ? expr : undefined;
}
