/** Monomials of several variables up to a total order, and how they multiply; some variables may be held to a lower order. */

export interface Monomials {
  readonly variables: number;
  readonly order: number;
  /** Exponents, by rising total order; the first is 1. */
  readonly list: readonly (readonly number[])[];
  /** Total order of each. */
  readonly degrees: readonly number[];
  /** For each monomial k ≠ 1 the pairs [i, j] with i ≠ 1 that multiply to it. */
  readonly splits: readonly (readonly (readonly [number, number])[])[];
  /** For each variable and each monomial the place of their product; −1 where there is none. */
  readonly raised: readonly (readonly number[])[];
  indexOf(exponents: readonly number[]): number | undefined;
}

const known = new Map<string, Monomials>();

/** Variables that together are raised to no more than `order`. */
export interface Shallow {
  readonly variables: readonly number[];
  readonly order: number;
}

const nothingShallow: Shallow = { variables: [], order: 0 };

export function monomials(
  variables: number,
  order: number,
  shallow: Shallow = nothingShallow,
): Monomials {
  const name = `${variables},${order},${shallow.order},${shallow.variables.join(" ")}`;
  const found = known.get(name) ?? build(variables, order, shallow);
  known.set(name, found);
  return found;
}

/** Length of the list, without making it. */
export function howMany(variables: number, order: number, shallow: Shallow): number {
  const few = shallow.variables.length;
  let total = 0;
  for (let low = 0; low <= Math.min(order, few > 0 ? shallow.order : 0); low++)
    total += choose(few + low - 1, low) * choose(variables - few + order - low, order - low);
  return total;
}

const choose = (n: number, k: number): number =>
  Array.from({ length: k }, (_, i) => (n - k + i + 1) / (i + 1)).reduce((a, b) => a * b, 1);

function build(variables: number, order: number, shallow: Shallow): Monomials {
  const isShallow = Array.from({ length: variables }, (_, v) => shallow.variables.includes(v));
  const list: (readonly number[])[] = [];
  for (let degree = 0; degree <= order; degree++)
    list.push(...ofDegree(isShallow, 0, degree, shallow.order));
  const places = new Map(list.map((exponents, i) => [exponents.join(","), i]));
  const splits = list.map((whole) =>
    divisors(whole, 0).flatMap((part): (readonly [number, number])[] => {
      const i = places.get(part.join(",")) ?? 0;
      const j = places.get(whole.map((exponent, v) => exponent - (part[v] ?? 0)).join(","));
      return i === 0 || j === undefined ? [] : [[i, j]];
    }),
  );
  return {
    variables,
    order,
    list,
    degrees: list.map((exponents) => exponents.reduce((a, b) => a + b, 0)),
    splits,
    raised: Array.from({ length: variables }, (_, v) =>
      list.map(
        (exponents) =>
          places.get(exponents.map((one, k) => (k === v ? one + 1 : one)).join(",")) ?? -1,
      ),
    ),
    indexOf: (exponents) => places.get(exponents.join(",")),
  };
}

/** Exponents of this degree in the variables from `first` on, at most `left` of it in shallow ones. */
function ofDegree(
  isShallow: readonly boolean[],
  first: number,
  degree: number,
  left: number,
): number[][] {
  if (first === isShallow.length) return degree === 0 ? [[]] : [];
  const most = isShallow[first] ? Math.min(degree, left) : degree;
  const found: number[][] = [];
  for (let own = most; own >= 0; own--)
    for (const rest of ofDegree(
      isShallow,
      first + 1,
      degree - own,
      isShallow[first] ? left - own : left,
    ))
      found.push([own, ...rest]);
  return found;
}

/** Exponents of everything that divides a monomial, in rising order. */
function divisors(whole: readonly number[], first: number): number[][] {
  if (first === whole.length) return [[]];
  const rests = divisors(whole, first + 1);
  const found: number[][] = [];
  for (let own = 0; own <= (whole[first] ?? 0); own++)
    for (const rest of rests) found.push([own, ...rest]);
  return found;
}
