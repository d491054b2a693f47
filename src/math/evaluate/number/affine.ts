/** Numbers that depend on unknown real numbers: a value and how fast it grows with each of them. */
import type { Field } from "./field";

export interface Affine<E> {
  readonly value: E;
  /** By the number of the unknown; undefined where there is none. */
  readonly slopes: ReadonlyMap<number, E> | undefined;
}

/** Something depends on the unknowns in a way that this does not tell. */
export class Bent extends Error {}

/** Unknowns on which something depends in a way that is not linear; undefined where there must be none. */
export type Curving = Set<number> | undefined;

export const plain = <E>(value: E): Affine<E> => ({ value, slopes: undefined });

/** Products and quotients to first order, `pay` is told how many slopes are worked on. */
export function affineField<E>(
  base: Field<E>,
  curving: Curving,
  pay: (work: number) => void = () => undefined,
): Field<Affine<E>> {
  const each = (a: Affine<E>, change: (entry: E) => E): Affine<E> => {
    if (!a.slopes) return plain(change(a.value));
    pay(a.slopes.size);
    const slopes = new Map<number, E>();
    for (const [name, slope] of a.slopes) slopes.set(name, change(slope));
    return { value: change(a.value), slopes };
  };
  const times = (factor: E, a: Affine<E>): Affine<E> =>
    base.isZero(factor) ? plain(base.zero) : each(a, (entry) => base.mul(factor, entry));
  const known = (a: Affine<E>): E => {
    if (a.slopes) throw new Bent();
    return a.value;
  };
  const add = (a: Affine<E>, b: Affine<E>): Affine<E> => {
    const value = base.add(a.value, b.value);
    if (!a.slopes || !b.slopes) return { value, slopes: a.slopes ?? b.slopes };
    pay(b.slopes.size);
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
  const mul = (a: Affine<E>, b: Affine<E>): Affine<E> => {
    if (!a.slopes) return times(a.value, b);
    if (!b.slopes) return times(b.value, a);
    if (!curving) throw new Bent();
    for (const name of a.slopes.keys()) if (b.slopes.has(name)) curving.add(name);
    return add(times(b.value, a), { ...times(a.value, b), value: base.zero });
  };
  return {
    kind: base.kind,
    zero: plain(base.zero),
    one: plain(base.one),
    i: plain(base.i),
    rational: (numerator, denominator) => plain(base.rational(numerator, denominator)),
    add,
    sub: (a, b) => add(a, neg(b)),
    mul,
    neg,
    div: (a, b) => {
      const by = each(a, (entry) => base.div(entry, b.value));
      if (!b.slopes) return by;
      if (!curving) throw new Bent();
      for (const name of b.slopes.keys()) curving.add(name);
      const growth = times(base.neg(base.div(by.value, b.value)), b);
      return add(by, { ...growth, value: base.zero });
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
