/** Numbers that equations fix through functions or products of them: Newton's steps from several places. */
import { type Field, Undefined } from "../number/field";
import { solveSquare } from "./square";

/** Places to begin at. */
const starts = 12;

/** A root this much smaller than where the steps began is zero and noise. */
const negligible = 1e-10;

/** Steps from each. */
const steps = 40;

export function root<E>(
  field: Field<E>,
  residuals: (x: E) => readonly E[],
  start: readonly E[],
  random: () => E,
): E {
  let isZero = false;
  for (let n = 0; n < starts; n++) {
    const from = n === 0 ? (start[0] ?? field.one) : random();
    const found = approached(field, residuals, from);
    if (found === undefined) continue;
    if (field.magnitude(found) > negligible * field.magnitude(from)) return found;
    isZero = true;
  }
  if (isZero) return field.zero;
  throw new Undefined("constraint: no real solution found");
}

function approached<E>(field: Field<E>, residuals: (x: E) => readonly E[], from: E): E | undefined {
  const h = field.rational(1n, 4096n);
  const only = (x: E): E => {
    const values = residuals(x);
    if (values.length !== 1) throw new Undefined("constraint: neither linear nor quadratic");
    return values[0] as E;
  };
  try {
    let x = from;
    let before = Number.POSITIVE_INFINITY;
    for (let n = 0; n < steps; n++) {
      const value = only(x);
      const size = field.magnitude(value);
      const slope = field.sub(only(field.add(x, h)), only(field.sub(x, h)));
      if (size <= 1e-11 * field.magnitude(slope) && size >= before / 16) return x;
      before = size;
      if (field.magnitude(slope) < 1e-9) return undefined;
      x = field.sub(x, field.div(field.mul(field.add(h, h), value), slope));
    }
    return undefined;
  } catch (problem) {
    if (problem instanceof Undefined) return undefined;
    throw problem;
  }
}

/** As many numbers as there are equations. */
export function rootTogether<E>(
  field: Field<E>,
  residuals: (at: readonly E[]) => readonly E[],
  start: readonly E[],
  random: () => E,
): readonly E[] {
  for (let n = 0; n < starts; n++) {
    const found = met(field, residuals, n === 0 ? start : start.map(() => random()));
    if (found?.every((entry) => field.magnitude(entry) > negligible)) return found;
  }
  throw new Undefined("constraint: no real solution found");
}

function met<E>(
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
