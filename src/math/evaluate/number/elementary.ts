/** Elementary functions beyond exp, log, sqrt and the four that come with the arithmetic. */
import { type Complexes, isReal } from "./complexes";
import { Undefined } from "./field";
import { define, type KnownFunction } from "./knownFunction";

export const elementaryFunctions: readonly KnownFunction[] = [
  define("exp", 0, 1, (c, _, [z]) => c.exp(z)),
  define("log", [0, 1], 1, (c, [base], [z]) =>
    base === undefined ? c.log(z) : c.div(c.log(z), c.log(base)),
  ),
  define("sqrt", [0, 1], 1, (c, [n], [z]) =>
    n === undefined ? c.sqrt(z) : c.power(z, c.div(c.one, n)),
  ),
  define("sin", 0, 1, (c, _, [z]) => c.sin(z)),
  define("cos", 0, 1, (c, _, [z]) => c.cos(z)),
  define("tan", 0, 1, (c, _, [z]) => tan(c, z)),
  define("cot", 0, 1, (c, _, [z]) => c.div(c.cos(z), c.sin(z))),
  define("sec", 0, 1, (c, _, [z]) => c.div(c.one, c.cos(z))),
  define("csc", 0, 1, (c, _, [z]) => c.div(c.one, c.sin(z))),
  define("sinh", 0, 1, (c, _, [z]) => c.sinh(z)),
  define("cosh", 0, 1, (c, _, [z]) => c.cosh(z)),
  define("tanh", 0, 1, (c, _, [z]) => tanh(c, z)),
  define("coth", 0, 1, (c, _, [z]) => c.div(c.one, tanh(c, z))),
  define("sech", 0, 1, (c, _, [z]) => c.div(c.one, c.cosh(z))),
  define("csch", 0, 1, (c, _, [z]) => c.div(c.one, c.sinh(z))),
  define("sinc", 0, 1, (c, _, [z]) => (c.isZero(z) ? c.one : c.div(c.sin(z), z))),
  define("asin", 0, 1, (c, _, [z]) => asin(c, z)),
  define("acos", 0, 1, (c, _, [z]) => acos(c, z)),
  define("atan", 0, 1, (c, _, [z]) => atan(c, z)),
  define("acot", 0, 1, (c, _, [z]) => atan(c, c.div(c.one, z))),
  define("asinh", 0, 1, (c, _, [z]) => asinh(c, z)),
  define("acosh", 0, 1, (c, _, [z]) => acosh(c, z)),
  define("atanh", 0, 1, (c, _, [z]) => atanh(c, z)),
  define("acoth", 0, 1, (c, _, [z]) => atanh(c, c.div(c.one, z))),
  define("atan2", 0, 2, (c, _, [y, x]) => {
    real(c, y, "atan2");
    real(c, x, "atan2");
    return c.arg(c.add(c.re(x), c.mul(c.i, c.re(y))));
  }),
];

function tan<E>(c: Complexes<E>, z: E): E {
  const [, im] = c.toPair(z);
  if (Math.abs(im) < 1) return c.div(c.sin(z), c.cos(z));
  return c.mul(c.neg(c.i), tanh(c, c.mul(c.i, z)));
}

/** By e^{−2|Re z|}, which cannot overflow. */
function tanh<E>(c: Complexes<E>, z: E): E {
  const [re] = c.toPair(z);
  if (Math.abs(re) < 1) return c.div(c.sinh(z), c.cosh(z));
  if (re < 0) return c.neg(tanh(c, c.neg(z)));
  const small = c.exp(c.scale(z, -2));
  return c.div(c.sub(c.one, small), c.add(c.one, small));
}

function asin<E>(c: Complexes<E>, z: E): E {
  if (isReal(c, z)) return c.realInverse("asin", within(c, z, "asin"));
  return c.mul(c.neg(c.i), asinh(c, c.mul(c.i, z)));
}

function acos<E>(c: Complexes<E>, z: E): E {
  if (isReal(c, z)) return c.realInverse("acos", within(c, z, "acos"));
  const value = c.sub(c.scale(c.pi, 0.5), asin(c, z));
  c.note(-c.size(value));
  return value;
}

function atan<E>(c: Complexes<E>, z: E): E {
  if (isReal(c, z)) return c.realInverse("atan", c.re(z));
  return c.mul(c.neg(c.i), atanh(c, c.mul(c.i, z)));
}

function asinh<E>(c: Complexes<E>, z: E): E {
  if (isReal(c, z)) return c.realInverse("asinh", c.re(z));
  const [re, im] = c.toPair(z);
  if (re < 0) return c.neg(asinh(c, c.neg(z)));
  if (c.size(c.re(z)) < c.size(z) + 2 - c.digits && Math.abs(im) > 1)
    throw new Undefined("on a branch cut");
  const value = c.log(c.add(z, c.sqrt(c.add(c.mul(z, z), c.one))));
  c.note(-c.size(value));
  return value;
}

function acosh<E>(c: Complexes<E>, z: E): E {
  if (isReal(c, z)) {
    if (c.toPair(z)[0] < 1) throw new Undefined("acosh below 1");
    return c.realInverse("acosh", c.re(z));
  }
  const roots = c.mul(c.sqrt(c.add(z, c.one)), c.sqrt(c.sub(z, c.one)));
  const value = c.log(c.add(z, roots));
  c.note(-c.size(value));
  return value;
}

function atanh<E>(c: Complexes<E>, z: E): E {
  if (isReal(c, z)) {
    const size = Math.abs(c.toPair(z)[0]);
    if (size === 1) throw new Undefined("pole");
    if (size > 1) throw new Undefined("on a branch cut");
    return c.realInverse("atanh", c.re(z));
  }
  const [, im] = c.toPair(z);
  if (c.size(c.re(z)) < c.size(z) + 2 - c.digits)
    if (Math.abs(im) < 1e9) return c.mul(c.i, c.realInverse("atan", c.im(z)));
  const value = c.scale(c.sub(c.log(c.add(c.one, z)), c.log(c.sub(c.one, z))), 0.5);
  c.note(-c.size(value));
  return value;
}

/** The real part of a real number in [−1, 1]. */
function within<E>(c: Complexes<E>, z: E, name: string): E {
  if (Math.abs(c.toPair(z)[0]) > 1) throw new Undefined(`${name} outside [−1, 1]`);
  return c.re(z);
}

function real<E>(c: Complexes<E>, z: E, name: string): void {
  if (!isReal(c, z)) throw new Undefined(`${name} of a complex number`);
}
