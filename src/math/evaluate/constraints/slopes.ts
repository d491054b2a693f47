/** How fast equations change with what they are solved for. */
import type { Field } from "../number/field";

/** How fast rows change with a coefficient that is moved by a number. */
export type Slope = <E>(
  field: Field<E>,
  start: readonly E[],
  movedBy: (by: E) => readonly E[],
) => readonly E[];

/** Exact where the rows are linear. */
export const stepped: Slope = (field, start, movedBy) =>
  movedBy(field.one).map((entry, i) => field.sub(entry, start[i] ?? field.zero));

/** With many digits by a small step, else by one that is exact up to the fourth power. */
export const curved: Slope = (field, start, movedBy) => {
  if (field.kind !== "digits") return centred(field, movedBy);
  const h = field.rational(1n, 2n ** 80n);
  const over = field.rational(2n ** 80n, 1n);
  return movedBy(h).map((entry, i) => field.mul(over, field.sub(entry, start[i] ?? field.zero)));
};

/** (8f(h) − 8f(−h) − f(2h) + f(−2h))/12h. */
function centred<E>(field: Field<E>, movedBy: (by: E) => readonly E[]): readonly E[] {
  const h = field.kind === "prime" ? field.one : field.rational(1n, 64n);
  const times = (n: bigint) => field.mul(field.rational(n, 1n), h);
  const near = [1n, -1n].map((n) => movedBy(times(n)));
  const far = [2n, -2n].map((n) => movedBy(times(n)));
  const over = field.div(field.one, times(12n));
  return (near[0] ?? []).map((entry, i) => {
    const inner = field.sub(entry, near[1]?.[i] ?? field.zero);
    const outer = field.sub(far[0]?.[i] ?? field.zero, far[1]?.[i] ?? field.zero);
    return field.mul(over, field.sub(field.mul(field.rational(8n, 1n), inner), outer));
  });
}
