/** How equations depend on the coefficients of their fields, which one evaluation tells of all of them. */
import { type Affine, affineField, Bent, type Curving } from "../number/affine";
import type { Field } from "../number/field";
import type { Monomials } from "../taylor/monomials";
import type { Series } from "../taylor/series";
import type { Coefficient, Coefficients, Motion } from "./motion";

/** A real number that may be changed: a coefficient moves by that many steps. */
export interface Unknown<E> extends Coefficient {
  readonly step: E;
}

export interface Linear<E> {
  readonly unknowns: readonly Unknown<E>[];
  /** One for each component of the residuals; slopes by the number of the unknown. */
  readonly residuals: readonly Series<Affine<E>>[];
  /** Their real and imaginary parts, as far as the equations go. */
  readonly rows: readonly Affine<E>[];
}

/** Undefined where they are not linear; with a set for the unknowns in which they curve, where they are not rational. */
export function linearly<E>(
  field: Field<E>,
  all: Monomials,
  equations: readonly Motion<E>[],
  coefficients: Coefficients<E>,
  curving: Curving,
): Linear<E> | undefined {
  const unknowns = unknownsOf(field, coefficients.all());
  const slopes = new Map<string, Map<number, E>>();
  for (const [k, { name, step }] of unknowns.entries())
    slopes.set(name, (slopes.get(name) ?? new Map()).set(k, step));
  const here = (name: string): Affine<E> => ({
    value: coefficients.get(name),
    slopes: slopes.get(name),
  });
  const affine = affineField(field, curving);
  try {
    const found = equations.map(({ order, dependence }) => ({
      order,
      list: dependence(here, curving),
    }));
    return {
      unknowns,
      residuals: found.flatMap(({ list }) => list),
      rows: found.flatMap(({ order, list }) =>
        list.flatMap((series) => partsUpTo(affine, all, series, all.order - order)),
      ),
    };
  } catch (problem) {
    if (problem instanceof Bent) return undefined;
    throw problem;
  }
}

export const unknownsOf = <E>(
  field: Field<E>,
  list: readonly Coefficient[],
): readonly Unknown<E>[] =>
  list.flatMap((one) =>
    (one.complex ? [field.one, field.i] : [field.one]).map((step) => ({ ...one, step })),
  );

/** The columns of some of the unknowns. */
export const columnsOf = <E>(
  field: Field<E>,
  { rows }: Linear<E>,
  numbers: readonly number[],
): readonly (readonly E[])[] =>
  numbers.map((k) => rows.map(({ slopes }) => slopes?.get(k) ?? field.zero));

/** Real and imaginary parts of the coefficients up to a degree. */
export const partsUpTo = <E>(
  field: Field<E>,
  all: Monomials,
  series: Series<E>,
  degree: number,
): readonly E[] =>
  all.degrees.flatMap((own, i) => {
    if (own > degree) return [];
    const entry = series[i] ?? field.zero;
    return [field.re(entry), field.im(entry)];
  });
