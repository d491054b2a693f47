/** iħ d|ψ⟩/dt = H|ψ⟩: how a state changes, as an equation tells it. */
import { acted } from "./apply";
import { inverse, product, quotient, sum, symbol, zero } from "./build";
import type { Bra, Derivative, Expr, Ket, Sym } from "./node";
import { isTime } from "./questions";
import { nodes, some } from "./walk";

/** d|ψ⟩/dt = K|ψ⟩. */
export interface StateMotion {
  readonly label: Expr;
  /** K. */
  readonly rate: Expr;
}

/** Undefined of equations that say something else. */
export function stateMotion(left: Expr, right: Expr): StateMotion | undefined {
  const sides = [acted(left), acted(right)];
  const [found, ...more] = sides.flatMap((side) => [...nodes(side)].filter(isRate));
  const state = found?.operand;
  if (!found || more.length > 0 || state?.kind !== "ket") return undefined;
  const [label, ...others] = state.labels;
  const own = sides.findIndex((side) => some(side, (node) => node === found));
  const before = operatorOn(found, sides[own] as Expr);
  const after = operatorOn(state, sides[1 - own] as Expr);
  if (!label || others.length > 0 || !before || !after) return undefined;
  return { label, rate: product(inverse(before), after) };
}

/** A derivative by time of something. */
export const isRate = (node: Expr): node is Derivative & { readonly operand: Expr } =>
  node.kind === "derivative" &&
  node.by.kind === "variable" &&
  isTime(node.by.variable) &&
  node.operand !== undefined;

/** What stands before a ket and behind a bra when they are differentiated by time. */
export interface Rates {
  readonly ket: Expr;
  readonly bra: Expr;
}

/** A rate as the states tell it; an operator that is written without a time has none, unless it is among `changing`, nor has a basis. */
export function moved(
  node: Expr,
  ratesOf: (state: Ket | Bra) => Rates | undefined,
  changing: ReadonlySet<Expr>,
): Expr {
  if (!isRate(node)) return node;
  const { operand } = node;
  if (operand.kind === "symbol" && operand.type === "operator" && !operand.dependsOn)
    return changing.has(operand) ? node : zero;
  if (operand.kind !== "ket" && operand.kind !== "bra") return node;
  const rates = ratesOf(operand);
  if (!rates) return isOfBasis(operand.labels) ? product(zero, operand) : node;
  return operand.kind === "ket" ? product(rates.ket, operand) : product(operand, rates.bra);
}

/** ψ of |ψ⟩; other labels number the states of a basis, which stays, or show what the state depends on: |x⟩, |ψ(t)⟩. */
export function stateName([label, ...more]: readonly Expr[]): Sym | undefined {
  const isName =
    more.length === 0 &&
    label?.kind === "symbol" &&
    (label.type === "state" || wave.test(label.name));
  return isName ? symbol(`|${label.name}⟩`, "state") : undefined;
}

const wave = /^[ψφχΨΦ]/u;

/** Neither its name nor a variable in its labels says that it changes. */
export const isOfBasis = (labels: readonly Expr[]): boolean =>
  !stateName(labels) &&
  !labels.some((label) => some(label, (part) => part.kind === "call" || isTime(part)));

/** K of K|ψ⟩. */
function operatorOn(state: Expr, side: Expr): Expr | undefined {
  if (side === state) return product();
  switch (side.kind) {
    case "sum": {
      const terms = side.terms.map((term) => operatorOn(state, term));
      return terms.every((term) => term !== undefined) ? sum(...terms) : undefined;
    }
    case "quotient": {
      const over = operatorOn(state, side.over);
      return over && quotient(over, side.under);
    }
    case "product":
      return side.factors.at(-1) === state ? product(...side.factors.slice(0, -1)) : undefined;
    default:
      return undefined;
  }
}
