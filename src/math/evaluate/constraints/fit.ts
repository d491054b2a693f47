/** One vector (or number) fitted to equations that are linear or quadratic in it. */

import { nameKey } from "../given";
import { type Field, Undefined } from "../number/field";
import type { Scope } from "../scope";
import { toss } from "../toss";
import { root } from "./root";
import { tiny } from "./size";
import { solveSquare } from "./square";
import type { Unknown } from "./unknowns";

/** Attempts with other free parameters, where a root has to exist. */
const attempts = 24;

/** `residuals` are the equations' left − right at a trial value; a number alone may be complex where they are, k² = iμσω. */
export function fitVector<E>(
  scope: Scope<E>,
  unknown: Unknown,
  residuals: (at: readonly E[]) => readonly E[],
  start: readonly E[],
  random: () => E,
  mayBeComplex = false,
): readonly E[] {
  const { field } = scope;
  const forms = formsOf(field, residuals, unknown.size);
  if (!forms) return root(field, residuals, start, random);
  const { linear, quadratic } = separated(field, forms);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const first = attempt === 0 ? start : start.map(() => random());
    const onPlane = meetLinear(field, linear, first, random);
    if (!onPlane) throw new Undefined("constraint: equations that exclude each other");
    if (!quadratic) return onPlane.at;
    const met = meetQuadratic(scope, quadratic, onPlane, random, unknown, mayBeComplex);
    if (met) return linear.length === 0 ? forwards(field, quadratic, met) : met;
  }
  throw new Undefined("constraint: no real solution found");
}

/** Undefined for a number that has to be found by approximation, cos θ = c. */
function formsOf<E>(
  field: Field<E>,
  residuals: (at: readonly E[]) => readonly E[],
  size: number,
): readonly Form<E>[] | undefined {
  try {
    return quadraticForms(field, residuals, size);
  } catch (problem) {
    const isOther = problem instanceof Undefined && size === 1 && field.kind !== "prime";
    if (isOther) return undefined;
    throw problem;
  }
}

/** Of p and −p, where both will do, the one with positive energy. */
function forwards<E>(field: Field<E>, form: Form<E>, at: readonly E[]): readonly E[] {
  if (field.kind === "prime" || at.length === 1 || !form.b.every((entry) => tiny(field, entry)))
    return at;
  return field.toPair(at[0] as E)[0] < 0 ? at.map((entry) => field.neg(entry)) : at;
}

/** c + b·x + Σ a_ij x_i x_j. */
interface Form<E> {
  readonly c: E;
  readonly b: readonly E[];
  readonly a: readonly (readonly E[])[];
}

function quadraticForms<E>(
  field: Field<E>,
  residuals: (at: readonly E[]) => readonly E[],
  size: number,
): readonly Form<E>[] {
  const point = (entries: readonly (readonly [number, number])[]): E[] => {
    const at = new Array<E>(size).fill(field.zero);
    for (const [i, value] of entries) at[i] = field.rational(BigInt(value), 1n);
    return at;
  };
  const half = field.rational(1n, 2n);
  const origin = residuals(point([]));
  const ups = range(size).map((i) => residuals(point([[i, 1]])));
  const downs = range(size).map((i) => residuals(point([[i, -1]])));
  const mixed = range(size).map((i) =>
    range(size).map((k) =>
      k <= i
        ? []
        : residuals(
            point([
              [i, 1],
              [k, 1],
            ]),
          ),
    ),
  );
  const at = (list: readonly E[] | undefined, n: number): E => list?.[n] ?? field.zero;
  const forms = origin.map((_, n): Form<E> => {
    const c = at(origin, n);
    const b = range(size).map((i) => field.mul(half, field.sub(at(ups[i], n), at(downs[i], n))));
    const squares = range(size).map((i) =>
      field.sub(field.mul(half, field.add(at(ups[i], n), at(downs[i], n))), c),
    );
    const a = range(size).map((i) =>
      range(size).map((k) => {
        if (i === k) return squares[i] ?? field.zero;
        const [low, high] = i < k ? [i, k] : [k, i];
        const together = at(mixed[low]?.[high], n);
        const alone = [c, b[low], b[high], squares[low], squares[high]].reduce<E>(
          (total, part) => field.add(total, part ?? field.zero),
          field.zero,
        );
        return field.mul(half, field.sub(together, alone));
      }),
    );
    return { c, b, a };
  });
  check(field, forms, residuals, size);
  return forms;
}

/** The equations must be what was read off them. */
function check<E>(
  field: Field<E>,
  forms: readonly Form<E>[],
  residuals: (at: readonly E[]) => readonly E[],
  size: number,
): void {
  const trial = range(size).map((i) => field.rational(BigInt(3 + 2 * i * i), 7n));
  const found = residuals(trial);
  forms.forEach((form, n) => {
    const expected = valueAt(field, form, trial);
    const gap = field.magnitude(field.sub(expected, found[n] ?? field.zero));
    if (gap > (field.kind === "prime" ? 0 : 1e-6 * (1 + field.magnitude(expected))))
      throw new Undefined("constraint: neither linear nor quadratic");
  });
}

function valueAt<E>(field: Field<E>, { c, b, a }: Form<E>, x: readonly E[]): E {
  let total = field.add(c, dot(field, b, x));
  a.forEach((line, i) => {
    total = field.add(total, field.mul(x[i] as E, dot(field, line, x)));
  });
  return total;
}

const dot = <E>(field: Field<E>, a: readonly E[], b: readonly E[]): E =>
  a.reduce((total, entry, i) => field.add(total, field.mul(entry, b[i] as E)), field.zero);

/** All but one quadratic equation become linear by subtracting a multiple of that one. */
function separated<E>(
  field: Field<E>,
  forms: readonly Form<E>[],
): { linear: readonly Form<E>[]; quadratic: Form<E> | undefined } {
  const linear: Form<E>[] = [];
  let quadratic: Form<E> | undefined;
  for (const form of forms) {
    if (form.a.every((line) => line.every((entry) => tiny(field, entry)))) linear.push(form);
    else if (!quadratic) quadratic = form;
    else linear.push(difference(field, form, quadratic));
  }
  return { linear, quadratic };
}

function difference<E>(field: Field<E>, form: Form<E>, from: Form<E>): Form<E> {
  const place = from.a
    .flatMap((line, i) => line.map((entry, k) => ({ entry, i, k })))
    .find(({ entry }) => !tiny(field, entry));
  if (!place) return form;
  const ratio = field.div(form.a[place.i]?.[place.k] ?? field.zero, place.entry);
  const less = (x: E, y: E): E => field.sub(x, field.mul(ratio, y));
  const result: Form<E> = {
    c: less(form.c, from.c),
    b: form.b.map((entry, i) => less(entry, from.b[i] as E)),
    a: form.a.map((line, i) => line.map((entry, k) => less(entry, from.a[i]?.[k] as E))),
  };
  if (result.a.some((line) => line.some((entry) => !tiny(field, entry))))
    throw new Undefined("constraint: two independent quadratic equations");
  return result;
}

interface Plane<E> {
  readonly at: readonly E[];
  /** A direction in which all linear equations stay satisfied; undefined when the point is fixed. */
  readonly along: () => readonly E[];
}

/** The nearest thing to `start` that satisfies the linear equations: moved along generic directions. */
function meetLinear<E>(
  field: Field<E>,
  given: readonly Form<E>[],
  start: readonly E[],
  random: () => E,
): Plane<E> | undefined {
  const linear = independent(field, given);
  if (linear.length === 0) return { at: start, along: () => start.map(() => random()) };
  if (linear.length > start.length) return undefined;
  const directions = linear.map(() => start.map(() => random()));
  const matrix = linear.map((form) => directions.map((direction) => dot(field, form.b, direction)));
  const correct = (from: readonly E[], wanted: readonly E[]): readonly E[] => {
    const steps = solveSquare(field, matrix, wanted);
    return from.map((entry, i) =>
      directions.reduce(
        (total, direction, n) => field.add(total, field.mul(steps[n] as E, direction[i] as E)),
        entry,
      ),
    );
  };
  const at = correct(
    start,
    linear.map((form) => field.neg(field.add(form.c, dot(field, form.b, start)))),
  );
  return {
    at,
    along: () => {
      const free = start.map(() => random());
      return correct(
        free,
        linear.map((form) => field.neg(dot(field, form.b, free))),
      );
    },
  };
}

/** One of several equations that say the same is enough. */
const independent = <E>(field: Field<E>, forms: readonly Form<E>[]): readonly Form<E>[] =>
  forms.filter((form, n) => !forms.slice(0, n).some((other) => areSame(field, form, other)));

/** b·x = −c and a multiple of it. */
function areSame<E>(field: Field<E>, one: Form<E>, other: Form<E>): boolean {
  const [first, second] = [one, other].map(({ c, b }) => [...b, c]) as [E[], E[]];
  const at = first.findIndex((entry) => !tiny(field, entry));
  return first.every((entry, i) =>
    tiny(
      field,
      field.sub(
        field.mul(entry, second[at] ?? field.zero),
        field.mul(second[i] as E, first[at] ?? field.zero),
      ),
    ),
  );
}

/** A point on the quadric along a line through the plane's point. */
function meetQuadratic<E>(
  scope: Scope<E>,
  form: Form<E>,
  plane: Plane<E>,
  random: () => E,
  unknown: Unknown,
  mayBeComplex: boolean,
): readonly E[] | undefined {
  const { field } = scope;
  const n = plane.at.length === 1 ? [field.one] : plane.along();
  const from = plane.at.length === 1 ? [field.zero] : plane.at;
  const a = quadraticPart(field, form, n);
  const c = valueAt(field, form, from);
  const two = field.rational(2n, 1n);
  const shifted = valueAt(
    field,
    form,
    from.map((entry, i) => field.add(entry, n[i] as E)),
  );
  const b = field.sub(field.sub(shifted, c), a);
  if (tiny(field, a)) return undefined;
  const discriminant = field.sub(
    field.mul(b, b),
    field.mul(field.rational(4n, 1n), field.mul(a, c)),
  );
  const root =
    scope.realRoot(discriminant) ??
    (mayBeComplex ? complexRoot(scope, discriminant, unknown) : undefined);
  if (root === undefined) return undefined;
  const sign =
    plane.at.length > 1 && field.kind !== "prime" && field.toPair(random())[0] < 0
      ? field.neg(root)
      : root;
  const alone = plane.at.length === 1;
  const isPositive = positive.has(scope.domainOf(symOf(unknown)));
  // Exact arithmetic knows no sign: there the root of a positive number stands for itself.
  const turns = !(isPositive && field.kind === "prime");
  const choices = !alone
    ? [sign]
    : turns && toss(scope, `root of ${unknown.name}`)
      ? [field.neg(root), root]
      : [root, field.neg(root)];
  for (const choice of choices) {
    const t = field.div(field.sub(choice, b), field.mul(two, a));
    const at = from.map((entry, i) => field.add(entry, field.mul(t, n[i] as E)));
    if (!alone || !isPositive || field.kind === "prime" || field.toPair(at[0] as E)[0] >= 0)
      return at;
  }
  return undefined;
}

/** k of k² = iμσω, unless the text says that it is real. */
function complexRoot<E>(
  { field, given }: Scope<E>,
  square: E,
  { vector, expr }: Unknown,
): E | undefined {
  if (field.kind === "prime" || vector || given.domains.has(nameKey(expr))) return undefined;
  const [re, im] = field.toPair(square);
  return Math.abs(im) > 1e-9 * Math.abs(re) ? field.func("sqrt", [], [square]) : undefined;
}

const positive: ReadonlySet<string> = new Set([
  "positive",
  "nonnegative",
  "small",
  "natural",
  "spin",
]);

const symOf = ({ expr }: Unknown) => (expr.kind === "labelled" ? expr.head : expr);

const quadraticPart = <E>(field: Field<E>, form: Form<E>, n: readonly E[]): E =>
  form.a.reduce(
    (total, line, i) => field.add(total, field.mul(n[i] as E, dot(field, line, n))),
    field.zero,
  );

const range = (size: number): readonly number[] => Array.from({ length: size }, (_, i) => i);
