/** Complex decimals that are right to fifty digits, as a field; ten more are carried. */
import { complexDecimals, type DecimalPair } from "./complexDecimals";
import { wholeNumber } from "./complexes";
import type { Field } from "./field";
import { inDigits } from "./functions";
import { sample } from "./random";

/** Digits promised by this kind of number. */
const promised = 50;

const c = complexDecimals(promised + 10);

export const digitsField: Field<DecimalPair> = {
  kind: "digits",
  zero: c.zero,
  one: c.one,
  i: c.i,
  rational: c.rational,
  real: (x) => c.number(x),
  add: c.add,
  sub: c.sub,
  mul: c.mul,
  neg: c.neg,
  div: c.div,
  conj: c.conj,
  re: c.re,
  im: c.im,
  isZero: c.isZero,
  magnitude: (a) => 10 ** c.size(a),
  random(domain, random, decades) {
    const [re, im] = sample(domain, random, decades);
    return c.number(re, im);
  },
  func: (name, parameters, args) => inDigits(promised, name, parameters, args),
  power: c.power,
  integer: (a) => wholeNumber(c, a),
  toPair: c.toPair,
};
