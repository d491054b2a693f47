/** Monomials of several variables up to a total order, and how they multiply. */

export interface Monomials {
  readonly variables: number;
  readonly order: number;
  /** Exponents, by rising total order; the first is 1. */
  readonly list: readonly (readonly number[])[];
  /** Total order of each. */
  readonly degrees: readonly number[];
  /** For each monomial k ≠ 1 the pairs [i, j] with i ≠ 1 that multiply to it. */
  readonly splits: readonly (readonly (readonly [number, number])[])[];
  indexOf(exponents: readonly number[]): number | undefined;
}

const known = new Map<string, Monomials>();

export function monomials(variables: number, order: number): Monomials {
  const name = `${variables},${order}`;
  const found = known.get(name) ?? build(variables, order);
  known.set(name, found);
  return found;
}

function build(variables: number, order: number): Monomials {
  const list: (readonly number[])[] = [];
  for (let degree = 0; degree <= order; degree++) list.push(...ofDegree(variables, degree));
  const places = new Map(list.map((exponents, i) => [exponents.join(","), i]));
  const splits = list.map((whole) =>
    list.flatMap((part, i): (readonly [number, number])[] => {
      if (i === 0) return [];
      const rest = whole.map((exponent, v) => exponent - (part[v] ?? 0));
      const j = rest.some((exponent) => exponent < 0) ? undefined : places.get(rest.join(","));
      return j === undefined ? [] : [[i, j]];
    }),
  );
  return {
    variables,
    order,
    list,
    degrees: list.map((exponents) => exponents.reduce((a, b) => a + b, 0)),
    splits,
    indexOf: (exponents) => places.get(exponents.join(",")),
  };
}

function ofDegree(variables: number, degree: number): number[][] {
  if (variables === 0) return degree === 0 ? [[]] : [];
  const found: number[][] = [];
  for (let first = degree; first >= 0; first--)
    for (const rest of ofDegree(variables - 1, degree - first)) found.push([first, ...rest]);
  return found;
}
