/** Numbers and named constants. */
import type { ConstantName, Num } from "../../expr/node";
import { Beyond } from "../number/field";
import type { Scope } from "../scope";
import { scalarValue, type Value } from "../value";

export const numberValue = <E>(scope: Scope<E>, node: Num): Value<E> =>
  scalarValue(scope.field, scope.field.rational(node.numerator, node.denominator));

/** π, e and γ_E are independent of each other and of everything else in exact arithmetic. */
export function constantValue<E>(scope: Scope<E>, name: ConstantName): Value<E> {
  const { field } = scope;
  if (name === "i") return scalarValue(field, field.i);
  if (name === "∞") throw new Beyond("infinity as a number");
  if (field.kind === "prime") return scalarValue(field, scope.draw(`constant ${name}`, "positive"));
  return scalarValue(field, field.rational(decimals[name], 10n ** 70n));
}

/** To seventy places. */
const decimals: Readonly<Record<"π" | "e" | "γ_E", bigint>> = {
  π: 31415926535897932384626433832795028841971693993751058209749445923078164n,
  e: 27182818284590452353602874713526624977572470936999595749669676277240766n,
  γ_E: 5772156649015328606065120900824024310421593359399235988057672348848677n,
};
