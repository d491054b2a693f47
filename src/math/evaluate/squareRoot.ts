/** Square roots in prime fields with p ≡ 3 mod 4: a^((p+1)/4), where a is a square at all. */
import type { Field } from "./number/field";
import { primeOf } from "./primeOf";

export function squareRootModulo<E>(field: Field<E>, ordinal: number, square: E): E | undefined {
  let root = field.one;
  let power = square;
  for (let left = (primeOf(ordinal) + 1) / 4; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) root = field.mul(root, power);
    power = field.mul(power, power);
  }
  return field.isZero(field.sub(field.mul(root, root), square)) ? root : undefined;
}
