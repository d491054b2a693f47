/** Complex doubles as a field. */
import { complexDoubles, finite, type Pair, ratio } from "./complexDoubles";
import { type Field, Undefined } from "./field";
import { inDoubles } from "./functions";
import { sample } from "./random";

const c = complexDoubles;

export const doubleField: Field<Pair> = {
  kind: "double",
  zero: c.zero,
  one: c.one,
  i: c.i,
  rational: (numerator, denominator) => ({ re: ratio(numerator, denominator), im: 0 }),
  real: (x) => ({ re: x, im: 0 }),
  add: c.add,
  sub: c.sub,
  mul: c.mul,
  neg: c.neg,
  div: c.div,
  conj: c.conj,
  re: c.re,
  im: c.im,
  isZero: c.isZero,
  magnitude: (a) => (a.im === 0 ? Math.abs(a.re) : Math.hypot(a.re, a.im)),
  random(domain, random, decades) {
    const [re, im] = sample(domain, random, decades);
    return { re, im };
  },
  func: (name, parameters, args) => inDoubles(name, parameters.map(sound), args.map(sound)),
  power: (base, exponent) => finite(c.power(sound(base), sound(exponent))),
  integer(a) {
    const nearest = Math.round(a.re);
    const rounding = 1e-13 * Math.max(1, Math.abs(nearest));
    const whole = Math.abs(a.re - nearest) <= rounding && Math.abs(a.im) <= rounding;
    return whole && Math.abs(nearest) <= 1e9 ? nearest : undefined;
  },
  toPair: c.toPair,
};

/** Throws where an argument has left the range of doubles on the way. */
function sound(a: Pair): Pair {
  if (Number.isNaN(a.re) || Number.isNaN(a.im)) throw new Undefined("not a number");
  return finite(a);
}
