/** Units and physical constants as numbers in SI. */
import type { Expr, Labelled, Sym, Unit } from "../../expr/node";
import { children } from "../../expr/walk";
import { physicalConstant, unitQuantity } from "../analysis/units";
import { Beyond } from "../number/field";
import type { Scope } from "../scope";
import { scalarValue, type Value } from "../value";

export function unitValue<E>(scope: Scope<E>, node: Unit): Value<E> {
  const quantity = unitQuantity(node.unit);
  if (!quantity) throw new Beyond(`the unit ${node.unit}`);
  return inSI(scope, quantity);
}

/** A constant of nature has its measured value where units are written; elsewhere it is a symbol like any other. */
export function constantOfNature<E>(scope: Scope<E>, sym: Sym): Value<E> | undefined {
  if (scope.relatesConstants) return named(scope, sym.name);
  if (sym.role !== "physical-constant" || !scope.hasUnits) return undefined;
  const quantity = physicalConstant(sym.name);
  if (!quantity) throw new Beyond(`the value of ${sym.name}`);
  return inSI(scope, quantity);
}

/** a_0, R_∞: a constant that carries a label. */
export function labelledConstant<E>(scope: Scope<E>, node: Labelled): Value<E> | undefined {
  return scope.relatesConstants ? named(scope, constantName(node) ?? "") : undefined;
}

function named<E>(scope: Scope<E>, name: string): Value<E> {
  if (scope.field.kind === "prime") throw new Beyond("measured numbers in exact arithmetic");
  const quantity = physicalConstant(name);
  if (!quantity) throw new Beyond(`the value of ${name}`);
  return inSI(scope, quantity);
}

/** Constants that others give: where one stands among nothing but constants, numbers are compared. */
const given = new Set(["a_0", "a_B", "R_∞", "r_e", "μ_B", "μ_N", "Φ_0", "σ_T", "E_h"]);

/** Letters that mean something else as often. */
const ambiguous = new Set(["k", "R", "F", "g", "u", "σ", "G"]);

/** A relation among constants of nature in SI, with ħ and c written. */
export function areConstants(exprs: readonly Expr[]): boolean {
  const names = new Set<string>();
  const visit = (node: Expr): boolean => {
    if (node.kind === "symbol" || node.kind === "labelled") {
      const name = constantName(node);
      if (!name || ambiguous.has(name) || !physicalConstant(name)) return false;
      names.add(name);
      return true;
    }
    return !unfit.has(node.kind) && children(node).every(visit);
  };
  if (!exprs.every(visit)) return false;
  const quantum = names.has("ħ") || names.has("h");
  const charged = names.has("e") ? ["ε_0", "μ_0", "k_e"].some((name) => names.has(name)) : true;
  return quantum && charged && [...names].some((name) => given.has(name)) && names.has("m_e");
}

const unfit = new Set(["unit", "integral", "series", "derivative", "limit"]);

function constantName(node: Expr): string | undefined {
  if (node.kind === "symbol") return node.name;
  if (node.kind !== "labelled" || node.labels.length !== 1) return undefined;
  const [label] = node.labels;
  const suffix =
    label?.kind === "num"
      ? `${label.numerator}`
      : label?.kind === "symbol" || label?.kind === "constant"
        ? label.name
        : undefined;
  return suffix === undefined ? undefined : `${node.head.name}_${suffix}`;
}

function inSI<E>(
  scope: Scope<E>,
  quantity: { readonly numerator: bigint; readonly denominator: bigint; readonly digits: number },
): Value<E> {
  scope.tally.digits = Math.min(scope.tally.digits, quantity.digits);
  return scalarValue(scope.field, scope.field.rational(quantity.numerator, quantity.denominator));
}
