/** Equations that say how fields change along one variable, ∂ₜⁿf = …, followed along it: what the fields are at its start is free, the rest comes order by order. */
import type { Field } from "../number/field";
import type { Monomials } from "../taylor/monomials";
import type { Series } from "../taylor/series";
import { invertible } from "./invertible";
import type { Linear } from "./linear";
import type { Coefficients, Motion } from "./motion";
import { isNothing, sizeOf } from "./size";

/** A field with the order of its highest derivative along the variable, and what that derivative adds to each residual at the start. */
interface Evolving<E> {
  readonly name: string;
  readonly complex: boolean;
  readonly order: number;
  readonly column: readonly E[];
}

/** False where the equations are not of this kind; then the coefficients are as they were. */
export function evolved<E>(
  field: Field<E>,
  all: Monomials,
  equations: readonly Motion<E>[],
  coefficients: Coefficients<E>,
  linear: Linear<E> | undefined,
): boolean {
  const before = coefficients.all().map(({ name }) => [name, coefficients.get(name)] as const);
  for (let along = 0; along < all.variables; along++) {
    if (evolvedAlong(field, all, equations, coefficients, along, linear)) return true;
    for (const [name, value] of before) coefficients.set(name, value);
  }
  return false;
}

function evolvedAlong<E>(
  field: Field<E>,
  all: Monomials,
  equations: readonly Motion<E>[],
  coefficients: Coefficients<E>,
  along: number,
  linear: Linear<E> | undefined,
): boolean {
  const residuals = () =>
    equations.flatMap(({ order, residual }) =>
      residual().map((series) => ({ series, degree: all.order - order })),
    );
  // Equations whose components come and go with the values cannot be told apart.
  const count = residuals().length;
  const slopeOf =
    linear?.residuals.length === count
      ? slopesAtStart(field, linear)
      : steppedAtStart(field, coefficients, () =>
          residuals().map(({ series }) => series[0] ?? field.zero),
        );
  const fields = evolving(field, all, equations, coefficients, along, slopeOf);
  if (fields.some(({ column }) => column.length !== count)) return false;
  const system = invertible(
    field,
    fields.map(({ column }) => column),
  );
  if (system.columns.length === 0) return false;
  const moving = system.columns.map((column) => fields[column] as Evolving<E>);
  if (linear && isOutOfReach(field, linear, moving, along)) return false;
  const names = new Set(coefficients.all().map(({ name }) => name));
  let before = { unmet: Number.POSITIVE_INFINITY, most: Number.POSITIVE_INFINITY };
  for (let round = 0, idle = 0; idle <= all.order; round++) {
    const now = residuals();
    if (now.length !== count) return false;
    const { unmet, most } = distance(field, all, now);
    if (unmet === 0 && (field.kind === "prime" || most >= before.most / 100)) return true;
    idle = unmet < before.unmet ? 0 : idle + 1;
    before = { unmet: Math.min(unmet, before.unmet), most };
    if (round === 0 && system.rows.every((row) => isMet(field, all, now[row]))) return false;
    for (const [place, exponents] of all.list.entries()) {
      const steps = system.solve(
        system.rows.map((row) => {
          const { series, degree } = now[row] as Residual<E>;
          return (all.degrees[place] as number) > degree
            ? field.zero
            : (series[place] ?? field.zero);
        }),
      );
      for (const [i, column] of system.columns.entries()) {
        const { name, complex, order } = fields[column] as Evolving<E>;
        const step = steps[i] as E;
        if (field.isZero(step)) continue;
        if (!complex && !isNothing(field, field.im(step))) return false;
        const raised = exponents.map((n, v) => (v === along ? n + order : n));
        const key = `${name}|?${raised.join(",")}`;
        if (!names.has(key)) continue;
        const factor = field.rational(1n, falling((exponents[along] ?? 0) + order, order));
        const by = field.mul(factor, complex ? step : field.re(step));
        coefficients.set(key, field.sub(coefficients.get(key), by));
      }
    }
  }
  return false;
}

/** The fields that the equations hold the pace of. */
function evolving<E>(
  field: Field<E>,
  all: Monomials,
  equations: readonly Motion<E>[],
  coefficients: Coefficients<E>,
  along: number,
  slopeOf: (name: string) => readonly E[],
): readonly Evolving<E>[] {
  const known = new Map(coefficients.all().map((one) => [one.name, one]));
  const fields = new Map(
    [...known.values()].map(({ name, complex }) => [
      name.slice(0, name.lastIndexOf("|?")),
      complex,
    ]),
  );
  const highest = Math.max(...equations.map(({ order }) => order));
  return [...fields].flatMap(([name, complex]) => {
    for (let order = highest; order > 0; order--) {
      const exponents = Array.from({ length: all.variables }, (_, v) => (v === along ? order : 0));
      const key = `${name}|?${exponents.join(",")}`;
      if (!known.has(key)) continue;
      const over = field.rational(1n, falling(order, order));
      const column = slopeOf(key).map((entry) => field.mul(over, entry));
      if (column.some((entry) => !isNothing(field, entry)))
        return [{ name, complex, order, column }];
    }
    return [];
  });
}

/** How the residuals at the start change with a coefficient. */
const slopesAtStart =
  <E>(field: Field<E>, { unknowns, residuals }: Linear<E>) =>
  (key: string): readonly E[] => {
    const own = unknowns.findIndex(({ name }) => name === key);
    return residuals.map(([start]) => start?.slopes?.get(own) ?? field.zero);
  };

function steppedAtStart<E>(
  field: Field<E>,
  coefficients: Coefficients<E>,
  atStart: () => readonly E[],
): (key: string) => readonly E[] {
  const start = atStart();
  return (key) => {
    const value = coefficients.get(key);
    coefficients.set(key, field.add(value, field.one));
    const moved = atStart();
    coefficients.set(key, value);
    return moved.map((entry, i) => field.sub(entry, start[i] ?? field.zero));
  };
}

/** Something is not met and does not change with what comes along: ∇·𝐁 = 0 says what there is at the start. */
function isOutOfReach<E>(
  field: Field<E>,
  { unknowns, rows }: Linear<E>,
  fields: readonly Evolving<E>[],
  along: number,
): boolean {
  const orders = new Map(fields.map(({ name, order }) => [name, order]));
  const changes = unknowns.map(({ name, exponents }) => {
    const order = orders.get(name.slice(0, name.lastIndexOf("|?")));
    return order !== undefined && (exponents[along] ?? 0) >= order;
  });
  return rows.some(
    ({ value, slopes }) =>
      !isNothing(field, value) && ![...(slopes?.keys() ?? [])].some((k) => changes[k]),
  );
}

interface Residual<E> {
  readonly series: Series<E>;
  /** Up to this total order it should vanish. */
  readonly degree: number;
}

function distance<E>(field: Field<E>, all: Monomials, residuals: readonly Residual<E>[]) {
  let [unmet, most] = [0, 0];
  for (const { series, degree } of residuals)
    for (const [i, entry] of series.entries()) {
      if ((all.degrees[i] as number) > degree) continue;
      const size = sizeOf(field, entry);
      most = Math.max(most, size);
      if (size > 1e-10) unmet++;
    }
  return { unmet, most };
}

const isMet = <E>(field: Field<E>, all: Monomials, residual: Residual<E> | undefined): boolean =>
  residual === undefined || distance(field, all, [residual]).unmet === 0;

/** n(n−1)…(n−k+1). */
const falling = (n: number, k: number): bigint =>
  Array.from({ length: k }, (_, i) => BigInt(n - i)).reduce((a, b) => a * b, 1n);
