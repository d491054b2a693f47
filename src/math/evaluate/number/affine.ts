/** Numbers that depend on unknown real numbers, each at most once: a value and how fast it grows with each of them. */
import type { Field } from "./field";

export interface Affine<E> {
  readonly value: E;
  /** By the number of the unknown; undefined where there is none. */
  readonly slopes: ReadonlyMap<number, E> | undefined;
}

/** Something depends on the unknowns in another way. */
export class Bent extends Error {}

export const plain = <E>(value: E): Affine<E> => ({ value, slopes: undefined });

export function affineField<E>(base: Field<E>): Field<Affine<E>> {
  const each = (a: Affine<E>, change: (entry: E) => E): Affine<E> => ({
    value: change(a.value),
    slopes: a.slopes && new Map([...a.slopes].map(([name, slope]) => [name, change(slope)])),
  });
  const times = (factor: E, a: Affine<E>): Affine<E> =>
    base.isZero(factor) ? plain(base.zero) : each(a, (entry) => base.mul(factor, entry));
  const known = (a: Affine<E>): E => {
    if (a.slopes) throw new Bent();
    return a.value;
  };
  const add = (a: Affine<E>, b: Affine<E>): Affine<E> => {
    const value = base.add(a.value, b.value);
    if (!a.slopes || !b.slopes) return { value, slopes: a.slopes ?? b.slopes };
    const slopes = new Map(a.slopes);
    for (const [name, slope] of b.slopes) {
      const before = slopes.get(name);
      const total = before === undefined ? slope : base.add(before, slope);
      if (base.isZero(total)) slopes.delete(name);
      else slopes.set(name, total);
    }
    return { value, slopes: slopes.size > 0 ? slopes : undefined };
  };
  const neg = (a: Affine<E>): Affine<E> => each(a, base.neg);
  return {
    kind: base.kind,
    zero: plain(base.zero),
    one: plain(base.one),
    i: plain(base.i),
    rational: (numerator, denominator) => plain(base.rational(numerator, denominator)),
    add,
    sub: (a, b) => add(a, neg(b)),
    mul: (a, b) => (a.slopes ? times(known(b), a) : times(a.value, b)),
    neg,
    div: (a, b) => {
      const under = known(b);
      return each(a, (entry) => base.div(entry, under));
    },
    conj: (a) => each(a, base.conj),
    re: (a) => each(a, base.re),
    im: (a) => each(a, base.im),
    isZero: (a) => !a.slopes && base.isZero(a.value),
    magnitude: (a) => base.magnitude(a.value),
    random: (domain, random, decades) => plain(base.random(domain, random, decades)),
    func: (name, parameters, args) =>
      plain(base.func(name, parameters.map(known), args.map(known))),
    power: (a, exponent) => plain(base.power(known(a), known(exponent))),
    integer: (a) => (a.slopes ? undefined : base.integer(a.value)),
    toPair: (a) => base.toPair(a.value),
  };
}
