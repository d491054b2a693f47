/** Lambert's W: w e^w = z, principal or on the branch given. */
import { type Complexes, isReal, wholeNumber } from "../complexes";
import { Beyond, Undefined } from "../field";
import { define, type KnownFunction } from "../knownFunction";

export const lambertFunctions: readonly KnownFunction[] = [
  define("lambertW", [0, 1], 1, (c, [k], [z]) => {
    const branch = k === undefined ? 0 : wholeNumber(c, k);
    if (branch === undefined) throw new Beyond("W on a branch that is not a whole number");
    return lambert(c, branch, z);
  }),
];

/** Halley's iteration from a start that lies on the branch. */
function lambert<E>(c: Complexes<E>, branch: number, z: E): E {
  if (c.isZero(z)) {
    if (branch === 0) return c.zero;
    throw new Undefined("pole of W");
  }
  let w = start(c, branch, z);
  for (let step = 0; step < 80; step++) {
    const power = c.exp(w);
    const rest = c.sub(c.mul(w, power), z);
    const up = c.add(w, c.one);
    const slope = c.mul(power, up);
    const bend = c.div(c.mul(c.add(w, c.number(2)), rest), c.scale(up, 2));
    const change = c.div(rest, c.sub(slope, bend));
    w = c.sub(w, change);
    if (c.size(change) < c.size(w) - 0.7 * c.digits) {
      c.note(-c.size(c.add(w, c.one)));
      return w;
    }
  }
  throw new Undefined("W at its branch point");
}

function start<E>(c: Complexes<E>, branch: number, z: E): E {
  const [re, im] = c.toPair(z);
  const nearBranchPoint = Math.hypot(re + Math.exp(-1), im) < 0.3;
  const realLower = branch === -1 && isReal(c, z) && re < 0 && re > -Math.exp(-1);
  if (nearBranchPoint && (branch === 0 || realLower)) {
    const root = c.sqrt(c.scale(c.add(c.mul(z, c.exp(c.one)), c.one), 2));
    const p = branch === 0 ? root : c.neg(root);
    const square = c.scale(c.mul(p, p), 1 / 3);
    return c.sub(c.add(c.neg(c.one), p), square);
  }
  if (branch === 0 && Math.hypot(re, im) < 2) return c.log(c.add(c.one, z));
  const turned = c.add(c.log(z), c.scale(c.mul(c.i, c.pi), 2 * branch));
  if (realLower) {
    const first = c.log(c.neg(z));
    return c.sub(first, c.log(c.neg(first)));
  }
  return c.sub(turned, c.log(turned));
}
