/** iħ d|ψ⟩/dt = H|ψ⟩: how a state changes, as an equation tells it. */
import { acted } from "./apply";
import { inverse, product, quotient, sum, zero } from "./build";
import type { Bra, Derivative, Expr, Ket } from "./node";
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

/** A rate as the states tell it; an operator that is written without a time has none. */
export function moved(node: Expr, ratesOf: (state: Ket | Bra) => Rates | undefined): Expr {
  if (!isRate(node)) return node;
  const { operand } = node;
  if (operand.kind === "symbol" && operand.type === "operator" && !operand.dependsOn) return zero;
  if (operand.kind !== "ket" && operand.kind !== "bra") return node;
  const rates = ratesOf(operand);
  if (!rates) return node;
  return operand.kind === "ket" ? product(rates.ket, operand) : product(operand, rates.bra);
}

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
