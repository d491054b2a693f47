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

/** (8f(h) − 8f(−h) − f(2h) + f(−2h))/12h, exact up to the fourth power. */
export const centred: Slope = (field, _, movedBy) => {
  const h = field.kind === "prime" ? field.one : field.rational(1n, 64n);
  const times = (n: bigint, of: typeof h) => field.mul(field.rational(n, 1n), of);
  const near = [1n, -1n].map((n) => movedBy(times(n, h)));
  const far = [2n, -2n].map((n) => movedBy(times(n, h)));
  const over = field.div(field.one, times(12n, h));
  return (near[0] ?? []).map((entry, i) => {
    const inner = field.sub(entry, near[1]?.[i] ?? field.zero);
    const outer = field.sub(far[0]?.[i] ?? field.zero, far[1]?.[i] ?? field.zero);
    return field.mul(over, field.sub(times(8n, inner), outer));
  });
};
