/** Units and physical constants as numbers in SI. */
import type { Labelled, Sym, Unit } from "../../expr/node";
import { physicalConstant, unitQuantity } from "../analysis/units";
import { Beyond } from "../number/field";
import type { Scope } from "../scope";
import { scalarValue, type Value } from "../value";
import { constantName } from "./constantName";
import { isConstant } from "./relation";

export function unitValue<E>(scope: Scope<E>, node: Unit): Value<E> {
  const quantity = unitQuantity(node.unit);
  if (!quantity) throw new Beyond(`the unit ${node.unit}`);
  return inSI(scope, quantity);
}

/** A constant of nature has its measured value where units are written; elsewhere it is a symbol like any other. */
export function constantOfNature<E>(scope: Scope<E>, sym: Sym): Value<E> | undefined {
  if (!scope.relatesConstants && (sym.role !== "physical-constant" || !scope.hasUnits))
    return undefined;
  return measured(scope, sym.name);
}

/** a_0, R_∞: a constant that carries a label. */
export function labelledConstant<E>(scope: Scope<E>, node: Labelled): Value<E> | undefined {
  return scope.relatesConstants ? measured(scope, constantName(node) ?? "") : undefined;
}

function measured<E>(scope: Scope<E>, name: string): Value<E> | undefined {
  if (!isConstant(name)) return undefined;
  if (scope.field.kind === "prime") throw new Beyond("measured numbers in exact arithmetic");
  const quantity = physicalConstant(name);
  return quantity && inSI(scope, quantity);
}

function inSI<E>(
  scope: Scope<E>,
  quantity: { readonly numerator: bigint; readonly denominator: bigint; readonly digits: number },
): Value<E> {
  scope.tally.digits = Math.min(scope.tally.digits, quantity.digits);
  return scalarValue(scope.field, scope.field.rational(quantity.numerator, quantity.denominator));
}
