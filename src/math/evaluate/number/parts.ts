/** Functions of the parts, the sign and the order of numbers. */
import { type Complexes, isReal } from "./complexes";
import { Undefined } from "./field";
import { define, type KnownFunction } from "./knownFunction";

export const partFunctions: readonly KnownFunction[] = [
  define("abs", 0, 1, (c, _, [z]) => c.abs(z)),
  define("absSquared", 0, 1, (c, _, [z]) => c.re(c.mul(z, c.conj(z)))),
  define("arg", 0, 1, (c, _, [z]) => c.arg(z)),
  define("Re", 0, 1, (c, _, [z]) => c.re(z)),
  define("Im", 0, 1, (c, _, [z]) => c.im(z)),
  define("conj", 0, 1, (c, _, [z]) => c.conj(z)),
  define("sign", 0, 1, (c, _, [z]) =>
    c.isZero(z) ? c.zero : c.number(Math.sign(real(c, z, "sign"))),
  ),
  define("θ", 0, 1, (c, _, [z]) => {
    const x = real(c, z, "θ");
    if (x === 0) throw new Undefined("θ(0)");
    return c.number(x > 0 ? 1 : 0);
  }),
  define("min", 0, [1, 16], (c, _, args) => extreme(c, args, "min", -1)),
  define("max", 0, [1, 16], (c, _, args) => extreme(c, args, "max", 1)),
  define("floor", 0, 1, (c, _, [z]) => c.number(Math.floor(apart(c, z, "floor")))),
  define("ceil", 0, 1, (c, _, [z]) => c.number(Math.ceil(apart(c, z, "ceil")))),
];

function real<E>(c: Complexes<E>, z: E, name: string): number {
  if (!isReal(c, z)) throw new Undefined(`${name} of a complex number`);
  return c.toPair(z)[0];
}

/** The double next to a real number; a whole number up to rounding is taken as whole. */
function apart<E>(c: Complexes<E>, z: E, name: string): number {
  const x = real(c, z, name);
  const nearest = Math.round(x);
  return Math.abs(x - nearest) < 1e-12 * Math.max(1, Math.abs(x)) ? nearest : x;
}

function extreme<E>(c: Complexes<E>, args: readonly E[], name: string, sign: number): E {
  return args.reduce((best, z) => {
    real(c, z, name);
    return sign * c.toPair(c.sub(z, best))[0] > 0 ? z : best;
  });
}
