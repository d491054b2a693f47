/** An integral over a finite interval by halving: down to the place of a kink, a step or an integrable singularity. */
import { type Field, Undefined } from "../number/field";
import { valueAt } from "./doubleExponential";
import { aims, digitsOf, type Estimate, real } from "./estimate";
import { gaussNodes } from "./gauss";

/** Deepest halving; a piece is then 10⁻¹⁴ of the whole. */
const deepest = 48;

/** Halvings before a piece may be taken, so that no peak is passed over. */
const least = 3;

/** Throws `Undefined` where the pieces around some place do not shrink fast enough. `scale` is a size of the whole. */
export function adaptive<E>(
  field: Field<E>,
  f: (x: E) => E,
  start: E,
  stretch: E,
  scale: number,
): Estimate<E> {
  const tolerance = 10 ** -aims[field.kind].halving / 8;
  let total = field.zero;
  let size = 0;
  let error = 0;
  const visit = (from: E, width: E, depth: number, before: number): void => {
    const piece = twoRules(field, f, from, width);
    if (piece && depth >= least && piece.error <= tolerance * Math.max(scale, size)) {
      total = field.add(total, piece.value);
      size += piece.size;
      error += piece.error;
      return;
    }
    const here = piece?.size ?? 0;
    const anchor = depth % 8 === 0;
    if (anchor && depth > 8 && here > 0.7 * before) throw new Undefined("divergent");
    if (depth >= deepest) {
      error += 4 * here;
      return;
    }
    const cut = field.mul(width, real(field, uneven));
    const next = anchor ? here : before;
    visit(from, cut, depth + 1, next);
    visit(field.add(from, cut), field.sub(width, cut), depth + 1, next);
  };
  visit(start, stretch, 0, Number.POSITIVE_INFINITY);
  const digits = digitsOf(error, size, aims[field.kind].most);
  if (digits < 5) throw new Undefined("the integral does not settle");
  return { value: total, scale: size, digits };
}

/** Where a piece is cut; no symmetry of the integrand survives it. */
const uneven = 0.4838;

interface Piece<E> {
  readonly value: E;
  readonly size: number;
  readonly error: number;
}

/** One rule over the whole against one over each of two uneven parts, and a look at the very ends. */
function twoRules<E>(field: Field<E>, f: (x: E) => E, start: E, width: E): Piece<E> | undefined {
  const near = field.mul(width, real(field, uneven));
  const far = field.sub(width, near);
  const whole = gauss(field, f, start, width);
  const left = whole && gauss(field, f, start, near);
  const right = left && gauss(field, f, field.add(start, near), far);
  if (!whole || !left || !right) return undefined;
  const atEnds = Math.max(
    surprise(field, f, field.add(start, field.mul(near, real(field, edge))), left, 0),
    surprise(
      field,
      f,
      field.sub(field.add(start, width), field.mul(far, real(field, edge))),
      right,
      1,
    ),
  );
  const missed = atEnds > 1e-4 * Math.max(left.largest, right.largest) ? atEnds : 0;
  const value = field.add(left.value, right.value);
  const difference = field.magnitude(field.sub(value, whole.value));
  return {
    value,
    size: left.size + right.size,
    error: difference + missed * field.magnitude(width),
  };
}

/** How near to the ends they are looked at. */
const edge = 1e-7;

const points = 15;

interface Weighted<E> {
  readonly value: E;
  readonly size: number;
  readonly largest: number;
  readonly values: readonly E[];
}

function gauss<E>(field: Field<E>, f: (x: E) => E, start: E, width: E): Weighted<E> | undefined {
  let sum = field.zero;
  let size = 0;
  let largest = 0;
  const values: E[] = [];
  for (const { x, weight } of gaussNodes(points)) {
    const value = valueAt(f, field.add(start, field.mul(width, real(field, x))));
    if (value === undefined) return undefined;
    values.push(value);
    sum = field.add(sum, field.mul(value, real(field, weight)));
    const magnitude = field.magnitude(value);
    size += magnitude * weight;
    largest = Math.max(largest, magnitude);
  }
  if (!Number.isFinite(size)) return undefined;
  return { value: field.mul(sum, width), size: size * field.magnitude(width), largest, values };
}

/** Distance of f at an end from the polynomial through the nodes: a step there escapes every rule. */
function surprise<E>(field: Field<E>, f: (x: E) => E, x: E, sum: Weighted<E>, end: 0 | 1): number {
  const value = valueAt(f, x);
  if (value === undefined) return 0;
  const expected = sum.values.reduce(
    (total, known, k) => field.add(total, field.mul(known, real(field, towards[end][k] ?? 0))),
    field.zero,
  );
  const distance = field.magnitude(field.sub(value, expected));
  return Number.isFinite(distance) ? distance : 0;
}

/** Weights of the values at the nodes in the value at 0 and at 1. */
const towards = [weightsTowards(0), weightsTowards(1)] as const;

function weightsTowards(end: number): readonly number[] {
  const nodes = gaussNodes(points);
  return nodes.map(({ x }, k) =>
    nodes.reduce((w, other, j) => (j === k ? w : (w * (end - other.x)) / (x - other.x)), 1),
  );
}
