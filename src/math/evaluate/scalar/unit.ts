/** Units and physical constants as numbers in SI. */
import type { Sym, Unit } from "../../expr/node";
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
  if (sym.role !== "physical-constant" || !scope.hasUnits) return undefined;
  const quantity = physicalConstant(sym.name);
  if (!quantity) throw new Beyond(`the value of ${sym.name}`);
  return inSI(scope, quantity);
}

function inSI<E>(
  scope: Scope<E>,
  quantity: { readonly numerator: bigint; readonly denominator: bigint; readonly digits: number },
): Value<E> {
  scope.tally.digits = Math.min(scope.tally.digits, quantity.digits);
  return scalarValue(scope.field, scope.field.rational(quantity.numerator, quantity.denominator));
}
