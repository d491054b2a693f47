/** Functions whose values are exact in a prime field: whole arguments, and functions that are rational. */
import { Beyond, type Field, Undefined } from "./field";

/** The value of a function where it is exact; `Beyond` anywhere else. */
export function primeFunction<E>(
  field: Field<E>,
  name: string,
  parameters: readonly E[],
  args: readonly E[],
): E {
  const exact = exactly[name] as Exact | undefined;
  const value = exact?.(field, parameters, args);
  if (value === undefined) throw new Beyond(`${name} in exact arithmetic`);
  return value as E;
}

type Exact = <E>(field: Field<E>, parameters: readonly E[], args: readonly E[]) => E | undefined;

const exactly: Readonly<Record<string, Exact>> = {
  exp: (field, _, [z]) => (z && field.isZero(z) ? field.one : undefined),
  cos: (field, _, [z]) => (z && field.isZero(z) ? field.one : undefined),
  cosh: (field, _, [z]) => (z && field.isZero(z) ? field.one : undefined),
  sin: (field, _, [z]) => (z && field.isZero(z) ? field.zero : undefined),
  sinh: (field, _, [z]) => (z && field.isZero(z) ? field.zero : undefined),
  log: (field, _, [z]) => (z && field.integer(z) === 1 ? field.zero : undefined),
  sqrt: (field, orders, [z]) => {
    const n = z && field.integer(z);
    return orders.length === 0 && (n === 0 || n === 1) ? z : undefined;
  },
  Re: (field, _, [z]) => z && field.re(z),
  Im: (field, _, [z]) => z && field.im(z),
  conj: (field, _, [z]) => z && field.conj(z),
  absSquared: (field, _, [z]) => z && field.mul(z, field.conj(z)),
  factorial: (field, _, [n]) => n && factorial(field, field.integer(n)),
  Γ: (field, _, [z]) => {
    const n = z && field.integer(z);
    return n === undefined ? undefined : factorial(field, n - 1);
  },
  doubleFactorial: (field, _, [z]) => {
    const n = z && field.integer(z);
    if (n === undefined || n < -1) return undefined;
    let value = field.one;
    for (let k = n; k > 1; k -= 2) value = field.mul(value, whole(field, k));
    return value;
  },
  binomial: (field, _, [n, k]) => {
    const chosen = k && field.integer(k);
    if (n === undefined || chosen === undefined || chosen < 0) return undefined;
    return chain(chosen, field, (j) =>
      field.div(field.sub(n, whole(field, j)), whole(field, j + 1)),
    );
  },
  pochhammer: (field, _, [a, k]) => {
    const length = k && field.integer(k);
    if (a === undefined || length === undefined || length < 0) return undefined;
    return chain(length, field, (j) => field.add(a, whole(field, j)));
  },
  legendreP: (field, [n], [x]) =>
    recur(
      field,
      n,
      x,
      (_, z) => z,
      (k) => [2 * k + 1, 0, -k, k + 1],
    ),
  hermiteH: (field, [n], [x]) =>
    recur(
      field,
      n,
      x,
      (two, z) => field.mul(two, z),
      (k) => [2, 0, -2 * k, 1],
    ),
  chebyshevT: (field, [n], [x]) =>
    recur(
      field,
      n,
      x,
      (_, z) => z,
      () => [2, 0, -1, 1],
    ),
  chebyshevU: (field, [n], [x]) =>
    recur(
      field,
      n,
      x,
      (two, z) => field.mul(two, z),
      () => [2, 0, -1, 1],
    ),
  laguerreL: (field, [n, alpha], [x]) =>
    alpha === undefined
      ? recur(
          field,
          n,
          x,
          (_, z) => field.sub(field.one, z),
          (k) => [-1, 2 * k + 1, -k, k + 1],
        )
      : undefined,
  abs: (field, _, [z]) => ofInteger(field, z, Math.abs),
  sign: (field, _, [z]) => ofInteger(field, z, Math.sign),
  floor: (field, _, [z]) => ofInteger(field, z, (n) => n),
  min: (field, _, args) => ofIntegers(field, args, Math.min),
  max: (field, _, args) => ofIntegers(field, args, Math.max),
  θ: (field, _, [z]) =>
    ofInteger(field, z, (n) => {
      if (n === 0) throw new Undefined("θ(0)");
      return n > 0 ? 1 : 0;
    }),
};

const whole = <E>(field: Field<E>, n: number): E => field.rational(BigInt(n), 1n);

function factorial<E>(field: Field<E>, n: number | undefined): E | undefined {
  if (n === undefined) return undefined;
  if (n < 0) throw new Undefined("pole");
  return chain(n, field, (j) => whole(field, j + 1));
}

function chain<E>(length: number, field: Field<E>, factor: (j: number) => E): E {
  let value = field.one;
  for (let j = 0; j < length; j++) value = field.mul(value, factor(j));
  return value;
}

/** P₀ = 1, P₁ = first(2, x), d P_{k+1} = (a x + b) P_k + c P_{k−1} with [a, b, c, d] of k. */
function recur<E>(
  field: Field<E>,
  degree: E | undefined,
  x: E | undefined,
  first: (two: E, x: E) => E,
  coefficients: (k: number) => readonly [number, number, number, number],
): E | undefined {
  const n = degree && field.integer(degree);
  if (n === undefined || n < 0 || x === undefined) return undefined;
  if (n === 0) return field.one;
  let before = field.one;
  let last = first(whole(field, 2), x);
  for (let k = 1; k < n; k++) {
    const [a, b, c, d] = coefficients(k);
    const slope = field.add(field.mul(whole(field, a), x), whole(field, b));
    const next = field.add(field.mul(slope, last), field.mul(whole(field, c), before));
    before = last;
    last = field.div(next, whole(field, d));
  }
  return last;
}

function ofInteger<E>(
  field: Field<E>,
  z: E | undefined,
  map: (n: number) => number,
): E | undefined {
  const n = z && field.integer(z);
  return n === undefined ? undefined : whole(field, map(n));
}

function ofIntegers<E>(
  field: Field<E>,
  args: readonly E[],
  choose: (...n: number[]) => number,
): E | undefined {
  const numbers = args.map((z) => field.integer(z));
  return numbers.every((n) => n !== undefined) && numbers.length > 0
    ? whole(field, choose(...(numbers as number[])))
    : undefined;
}
