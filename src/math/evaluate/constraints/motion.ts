/** Equations of motion imposed on power series: the coefficients that the equations fix follow from the rest. */
import type { Affine, Curving } from "../number/affine";
import { type Field, Undefined } from "../number/field";
import type { Monomials } from "../taylor/monomials";
import type { Series } from "../taylor/series";
import { evolved } from "./evolution";
import { columnsOf, type Linear, linearly, partsUpTo, type Unknown, unknownsOf } from "./linear";
import { isNothing, sizeOf } from "./size";
import { curved, type Slope, stepped } from "./slopes";

/** An equation between derivatives: its residual where the coefficients have the values given, and the order of its highest derivative. */
export interface Motion<E> {
  readonly order: number;
  readonly residual: () => readonly Series<E>[];
  /** How it depends on what is unknown; throws `Bent` where that is not told. */
  readonly dependence: (
    here: (name: string) => Affine<E>,
    curving: Curving,
  ) => readonly Series<Affine<E>>[];
}

/** The coefficients of undetermined series, by the name of their sample. */
export interface Coefficients<E> {
  /** Those met so far; complex ones count twice. */
  all(): readonly Coefficient[];
  get(name: string): E;
  set(name: string, value: E): void;
}

export interface Coefficient {
  readonly name: string;
  readonly complex: boolean;
  /** The powers of the variables it stands before. */
  readonly exponents: readonly number[];
}

/** Why a sample is refused. */
export const noSolution = "constraint: no field found that obeys it";

/** Throws `Undefined` where no series satisfies the equations. */
export function imposed<E>(
  field: Field<E>,
  all: Monomials,
  equations: readonly Motion<E>[],
  coefficients: Coefficients<E>,
): void {
  const rows = (): readonly E[] =>
    equations.flatMap(({ order, residual }) =>
      residual().flatMap((series) => partsUpTo(field, all, series, all.order - order)),
    );
  const start = rows();
  if (start.every((entry) => isNothing(field, entry))) return;
  const linear = linearly(field, all, equations, coefficients, undefined);
  if (evolved(field, all, equations, coefficients, linear)) return;
  const before = coefficients.all().map(({ name }) => [name, coefficients.get(name)] as const);
  const least = Math.min(...equations.map(({ order }) => order));
  if (linear && solvedAtOnce(field, linear, coefficients, least, rows)) return;
  const attempts = isLinear(field, rows, coefficients, start)
    ? [
        { isUnknown: isInTime(least), slopeOf: stepped },
        { isUnknown: any, slopeOf: stepped },
      ]
    : [
        { isUnknown: isInTime(least), slopeOf: stepped },
        { isUnknown: isInTime(least), slopeOf: curved },
        { isUnknown: isOfOrder(least), slopeOf: curved },
        { isUnknown: any, slopeOf: curved },
      ];
  for (const { isUnknown, slopeOf } of attempts) {
    const near = (curving: Set<number>): Linear<E> | undefined =>
      slopeOf === curved ? linearly(field, all, equations, coefficients, curving) : undefined;
    if (approached(field, rows, near, coefficients, all.order, isUnknown, slopeOf)) return;
    for (const [name, value] of before) coefficients.set(name, value);
  }
  throw new Undefined(noSolution);
}

/** Linear equations, solved by what one evaluation says of all unknowns. */
function solvedAtOnce<E>(
  field: Field<E>,
  linear: Linear<E>,
  coefficients: Coefficients<E>,
  least: number,
  rows: () => readonly E[],
): boolean {
  const before = coefficients.all().map(({ name }) => [name, coefficients.get(name)] as const);
  const { unknowns } = linear;
  const start = linear.rows.map(({ value }) => value);
  for (const isUnknown of [isInTime(least), any]) {
    const list = [...unknowns.entries()].filter(([, unknown]) => isUnknown(unknown));
    const chosen = isUnknown === any ? inOrder(list, ([, unknown]) => rankOf(unknown, true)) : list;
    const numbers = chosen.map(([k]) => k);
    const columns = columnsOf(field, linear, numbers);
    const steps = solution(field, columns, start);
    chosen.forEach(([, { name, step }], i) => {
      const by = field.mul(step, steps?.[i] ?? field.zero);
      coefficients.set(name, field.add(coefficients.get(name), by));
    });
    if (steps && rows().every((entry) => isNothing(field, entry))) return true;
    for (const [name, value] of before) coefficients.set(name, value);
  }
  return false;
}

/** Twice the step does twice as much: one solution of linear equations is as good as any way to it. */
function isLinear<E>(
  field: Field<E>,
  rows: () => readonly E[],
  coefficients: Coefficients<E>,
  start: readonly E[],
): boolean {
  const all = coefficients.all().map(({ name }) => [name, coefficients.get(name)] as const);
  const moved = [field.one, field.add(field.one, field.one)].map((by) => {
    for (const [name, value] of all) coefficients.set(name, field.add(value, by));
    return rows();
  });
  for (const [name, value] of all) coefficients.set(name, value);
  const [once = [], twice = []] = moved;
  return start.every((entry, i) => {
    const [first, second] = [once[i] as E, twice[i] as E];
    return isNothing(field, field.sub(field.add(second, entry), field.add(first, first)));
  });
}

/** What an equation that is solved for its highest derivative along the first variable fixes. */
const isInTime =
  (order: number) =>
  ({ exponents }: Coefficient): boolean =>
    (exponents[0] ?? 0) >= order;

const any = (): boolean => true;

/** What an equation fixes that leaves values alone, 𝐧·∂𝐧 = 0. */
const isOfOrder =
  (order: number) =>
  ({ exponents }: Coefficient): boolean =>
    exponents.reduce((sum, power) => sum + power, 0) >= order;

/** Newton's steps allowed where numbers have sizes. */
const patient = 16;

/** Newton's steps in some of the coefficients; false where they lead nowhere. */
function approached<E>(
  field: Field<E>,
  rows: () => readonly E[],
  near: (curving: Set<number>) => Linear<E> | undefined,
  coefficients: Coefficients<E>,
  order: number,
  isUnknown: (coefficient: Coefficient) => boolean,
  slopeOf: Slope,
): boolean {
  let before = { unmet: Number.POSITIVE_INFINITY, most: Number.POSITIVE_INFINITY };
  const rounds = slopeOf === stepped ? 1 : field.kind === "prime" ? order + 1 : patient;
  for (let round = 0; round <= rounds; round++) {
    const start = rows();
    const now = distanceOf(field, start);
    const isSettled =
      slopeOf === stepped || field.kind === "prime" || now.most >= before.most / 100;
    if (now.unmet === 0 && isSettled) return true;
    if (now.unmet >= before.unmet && now.most > before.most / 2) return false;
    before = now;
    const curving = new Set<number>();
    const slopes = near(curving);
    const every = slopes?.unknowns ?? unknownsOf(field, coefficients.all());
    const numbers = [...every.keys()].filter((k) => isUnknown(every[k] as Unknown<E>));
    const unknowns = numbers.map((k) => every[k] as Unknown<E>);
    const known = slopes && columnsOf(field, slopes, numbers);
    const columnOf = ({ name, step }: (typeof unknowns)[number], slopeOf: Slope) => {
      const value = coefficients.get(name);
      const slope = slopeOf(field, start, (by) => {
        coefficients.set(name, field.add(value, field.mul(by, step)));
        return rows();
      });
      coefficients.set(name, value);
      return slope;
    };
    const isLinear = (
      unknown: (typeof unknowns)[number],
      column: readonly E[],
      k: number,
    ): boolean =>
      slopeOf === stepped ||
      (slopes
        ? !curving.has(k)
        : columnOf(unknown, stepped).every((entry, i) =>
            isNothing(field, field.sub(entry, column[i] ?? field.zero)),
          ));
    const found = unknowns.map((unknown, i) => ({
      unknown,
      column: known?.[i] ?? columnOf(unknown, slopeOf),
      k: numbers[i] as number,
    }));
    const columns =
      isUnknown === any
        ? inOrder(found, ({ unknown, column, k }) => rankOf(unknown, isLinear(unknown, column, k)))
        : found;
    const steps = solution(
      field,
      columns.map(({ column }) => column),
      slopes?.rows.map(({ value }) => value) ?? start,
    );
    if (!steps) return false;
    columns.forEach(({ unknown: { name, step } }, i) => {
      coefficients.set(name, field.add(coefficients.get(name), field.mul(step, steps[i] as E)));
    });
  }
  return false;
}

/** Those in which the equations are linear, then those of high order: what is fixed by them is fixed in one step. */
function rankOf({ exponents }: Pick<Coefficient, "exponents">, isLinear: boolean): number {
  const degree = exponents.reduce((sum, power) => sum + power, 0);
  return isLinear ? -1000 - degree : -degree;
}

function inOrder<T>(list: readonly T[], rankOf: (item: T) => number): readonly T[] {
  const ranks = new Map(list.map((item) => [item, rankOf(item)]));
  return [...list].sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
}

/** How far the equations are from being met: low orders are met first, high ones may grow until then. */
const distanceOf = <E>(field: Field<E>, rows: readonly E[]) => ({
  unmet: rows.filter((entry) => !isNothing(field, entry)).length,
  most: Math.max(...rows.map((entry) => sizeOf(field, entry))),
});

/** Steps x with Σ xᵢ columnᵢ = −start, those that nothing fixes zero; undefined where a row that does not vanish has no column. */
function solution<E>(
  field: Field<E>,
  columns: readonly (readonly E[])[],
  start: readonly E[],
): readonly E[] | undefined {
  const width = columns.length;
  const rows = start
    .map((entry, i) => [...columns.map((column) => column[i] as E), field.neg(entry)])
    .filter((row) => row.some((entry) => !field.isZero(entry)));
  const pivots: number[] = [];
  for (let column = 0; column < width && pivots.length < rows.length; column++) {
    const from = pivots.length;
    let best = from;
    for (let i = from; i < rows.length; i++)
      if (sizeAt(field, rows, i, column) > sizeAt(field, rows, best, column)) best = i;
    if (sizeAt(field, rows, best, column) <= smallest(field)) continue;
    [rows[from], rows[best]] = [rows[best] as E[], rows[from] as E[]];
    const over = field.div(field.one, rows[from]?.[column] as E);
    const line = (rows[from] as E[]).map((entry) => field.mul(over, entry));
    rows[from] = line;
    const filled = line.flatMap((entry, k) => (field.isZero(entry) ? [] : [k]));
    rows.forEach((row, i) => {
      const factor = row[column] as E;
      if (i === from || field.isZero(factor)) return;
      for (const k of filled) row[k] = field.sub(row[k] as E, field.mul(factor, line[k] as E));
    });
    pivots.push(column);
  }
  if (rows.slice(pivots.length).some((row) => !isNothing(field, row[width] as E))) return undefined;
  const steps = new Array<E>(width).fill(field.zero);
  pivots.forEach((column, i) => {
    steps[column] = rows[i]?.[width] as E;
  });
  return steps;
}

const sizeAt = <E>(field: Field<E>, rows: readonly E[][], i: number, k: number): number =>
  sizeOf(field, rows[i]?.[k] as E);

const smallest = <E>(field: Field<E>): number => (field.kind === "prime" ? 0 : 1e-9);
