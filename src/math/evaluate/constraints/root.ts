/** Numbers that equations fix through functions or products of them: Newton's steps from several places. */
import { type Field, Undefined } from "../number/field";
import { solveSquare } from "./square";

/** Places to begin at. */
const starts = 12;

/** A root this much smaller than where the steps began is zero and noise. */
const negligible = 1e-10;

/** Steps from each. */
const steps = 40;

/** As many numbers as there are equations; a lone one may be zero where nothing else is found, several may not. */
export function root<E>(
  field: Field<E>,
  residuals: (at: readonly E[]) => readonly E[],
  start: readonly E[],
  random: () => E,
): readonly E[] {
  let isZero = false;
  for (let n = 0; n < starts; n++) {
    const from = n === 0 ? start : start.map(() => random());
    const found = approached(field, residuals, from);
    const isFar = (entry: E, k: number): boolean =>
      field.magnitude(entry) > negligible * field.magnitude(from[k] as E);
    if (found?.every(isFar)) return found;
    isZero ||= found !== undefined;
  }
  if (isZero && start.length === 1) return [field.zero];
  throw new Undefined("constraint: no real solution found");
}

function approached<E>(
  field: Field<E>,
  residuals: (at: readonly E[]) => readonly E[],
  from: readonly E[],
): readonly E[] | undefined {
  const h = field.rational(1n, 4096n);
  const twice = field.add(h, h);
  const moved = (at: readonly E[], k: number, by: E): readonly E[] =>
    at.map((entry, i) => (i === k ? field.add(entry, by) : entry));
  try {
    let at = from;
    let before = Number.POSITIVE_INFINITY;
    for (let n = 0; n < steps; n++) {
      const here = at;
      const values = residuals(here);
      if (values.length !== here.length) return undefined;
      const columns = here.map((_, k) => {
        const [up, down] = [moved(here, k, h), moved(here, k, field.neg(h))].map(residuals);
        return values.map((_, i) => field.div(field.sub(up?.[i] as E, down?.[i] as E), twice));
      });
      const step = solveSquare(
        field,
        values.map((_, i) => columns.map((column) => column[i] as E)),
        values,
      );
      const size = Math.max(...step.map((entry) => field.magnitude(entry)));
      if (size <= 1e-11 && size >= before / 16) return at;
      before = size;
      at = here.map((entry, k) => field.sub(entry, step[k] as E));
    }
    return undefined;
  } catch (problem) {
    if (problem instanceof Undefined) return undefined;
    throw problem;
  }
}
