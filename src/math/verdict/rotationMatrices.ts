/** d^j_{m′m}(θ) = ⟨jm′|e^{−iθJ_y/ħ}|jm⟩ written out, where j and its labels are numbers. */
import { func, matrix, num, power, product, quotient, rational, sum, zero } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr, Labelled } from "../expr/node";
import { isTwo } from "../expr/questions";
import { mapChildren, some } from "../expr/walk";
import { mapClaim } from "./facts";

/** The claim with its rotation matrices in the sense of rotation asked for; undefined where it shows none. */
export function withRotationMatrices(claim: Claim, sense: 1 | -1): Claim | undefined {
  const shape = [claim.left, claim.right].some((side) =>
    some(side, ({ kind }) => kind === "matrix"),
  );
  const put = (part: Expr): Expr => writtenOut(part, sense, shape);
  const changed = mapClaim(claim, put);
  return changed.left === claim.left && changed.right === claim.right ? undefined : changed;
}

function writtenOut(node: Expr, sense: 1 | -1, shape: boolean): Expr {
  const rotation = rotationIn(node);
  if (rotation) {
    const { twiceJ, labels, angle } = rotation;
    const turned = sense === 1 ? angle : product(num(-1), angle);
    if (labels) return element(twiceJ, labels[0], labels[1], turned);
    if (shape) {
      const rows = Array.from({ length: twiceJ + 1 }, (_, i) => twiceJ - 2 * i);
      return matrix(rows.map((a) => rows.map((b) => element(twiceJ, a, b, turned))));
    }
  }
  if (node.kind === "product")
    return besideAngle(node.factors, sense) ?? inside(node, sense, shape);
  return inside(node, sense, shape);
}

const inside = (node: Expr, sense: 1 | -1, shape: boolean): Expr =>
  mapChildren(node, (part) => writtenOut(part, sense, shape));

/** Twice the spin and twice the labels, which are whole. */
interface Rotation {
  readonly twiceJ: number;
  readonly labels?: readonly [number, number];
  readonly angle: Expr;
}

function rotationIn(node: Expr): Rotation | undefined {
  if (node.kind === "power") {
    const twiceJ = doubled(node.exponent);
    const { base } = node;
    const isSpin = twiceJ !== undefined && (twiceJ % 2 === 1 || twiceJ === 4);
    if (!isSpin || base.kind !== "call") return undefined;
    const [angle, more] = base.args;
    if (!angle || more) return undefined;
    if (base.head.kind === "symbol")
      return base.head.name === "d" && twiceJ !== 4 ? checked({ twiceJ, angle }) : undefined;
    const labels = isD(base.head) ? numbersOf(base.head.labels) : undefined;
    return labels && checked({ twiceJ, labels, angle });
  }
  if (node.kind !== "call" || node.head.kind !== "labelled" || !isD(node.head)) return undefined;
  const [angle, more] = node.args;
  const { labels, above } = node.head;
  const twiceJ = above === 1 ? doubled(labels.at(-1)) : undefined;
  if (!angle || more || twiceJ === undefined) return undefined;
  if (labels.length === 1) return checked({ twiceJ, angle });
  const pair = numbersOf(labels.slice(0, -1));
  return pair && checked({ twiceJ, labels: pair, angle });
}

/** d^1_{00} θ, read as a product. */
function besideAngle(factors: readonly Expr[], sense: 1 | -1): Expr | undefined {
  for (const [at, factor] of factors.entries()) {
    const angle = factors[at + 1];
    const member = factor.kind === "power" ? factor.base : factor;
    if (member.kind !== "tensor") continue;
    const spin = isD(member.head) ? member.head.labels[0] : isSquareOfD(factor) && num(2);
    const values = member.indices.map(({ value }) => value);
    const twiceJ = doubled(spin || undefined);
    const [a, b, more] = values;
    if (a === undefined || b === undefined || more !== undefined || !angle) continue;
    if (angle.kind !== "symbol" || !/^[θβϑ]$/u.test(angle.name) || twiceJ === undefined) continue;
    const rotation = checked({ twiceJ, labels: [2 * a, 2 * b], angle });
    const turned = sense === 1 ? angle : product(num(-1), angle);
    if (rotation?.labels)
      return product(
        ...factors.slice(0, at),
        element(twiceJ, 2 * a, 2 * b, turned),
        ...factors.slice(at + 2),
      );
  }
  return undefined;
}

/** (d_{22})², which may be d² with the labels 2 and 2, and may be a square. */
export const isSquareOfD = (node: Expr): boolean => {
  if (node.kind !== "power" || !isTwo(node.exponent)) return false;
  const inner = node.base.kind === "call" ? node.base.head : node.base;
  const head = inner.kind === "tensor" ? inner.head : inner;
  return isD(head) || (head.kind === "symbol" && head.name === "d" && head !== inner);
};

const isD = (node: Expr): node is Labelled =>
  node.kind === "labelled" && node.head.name === "d" && node.head.role === undefined;

const largest = 8;

const checked = (rotation: Rotation): Rotation | undefined => {
  const { twiceJ, labels = [] } = rotation;
  const fits = labels.every((m) => Math.abs(m) <= twiceJ && (twiceJ - m) % 2 === 0);
  return twiceJ > 0 && twiceJ <= largest && fits ? rotation : undefined;
};

/** 1/2 → 1, −1 → −2. */
function doubled(node: Expr | undefined): number | undefined {
  if (node?.kind === "quotient") {
    const [over, under] = [doubled(node.over), doubled(node.under)];
    return under === 4 && over !== undefined ? over / 2 : undefined;
  }
  if (node?.kind === "product" && node.factors.length === 2) {
    const [sign, size] = node.factors.map(doubled);
    return sign === -2 && size !== undefined ? -size : undefined;
  }
  if (node?.kind !== "num" || node.denominator > 2n) return undefined;
  return (2 * Number(node.numerator)) / Number(node.denominator);
}

/** {1/2, −1/2}, or {11} and {10} written without a comma. */
function numbersOf(labels: readonly Expr[]): readonly [number, number] | undefined {
  const [first, second, more] = labels;
  if (more || !first) return undefined;
  if (second) {
    const [a, b] = [doubled(first), doubled(second)];
    return a === undefined || b === undefined ? undefined : [a, b];
  }
  const digits = first.kind === "num" ? /^([0-4])([0-4])$/.exec(`${first.numerator}`) : null;
  return digits ? [2 * Number(digits[1]), 2 * Number(digits[2])] : undefined;
}

/** Wigner's sum (Sakurai, (3.8.33)). */
function element(twiceJ: number, a: number, b: number, angle: Expr): Expr {
  const half = quotient(angle, num(2));
  const [cos, sin] = [func("cos", [half]), func("sin", [half])];
  const [up, down] = [(twiceJ + b) / 2, (twiceJ - b) / 2];
  const [upOut, downOut] = [(twiceJ + a) / 2, (twiceJ - a) / 2];
  const shift = (a - b) / 2;
  const terms: Expr[] = [];
  for (let k = Math.max(0, -shift); k <= Math.min(up, downOut); k++) {
    const sign = (k + shift) % 2 === 0 ? 1n : -1n;
    const under = factorial(up - k) * factorial(k) * factorial(downOut - k) * factorial(k + shift);
    terms.push(
      product(
        rational(sign, under),
        power(cos, num(twiceJ - shift - 2 * k)),
        power(sin, num(shift + 2 * k)),
      ),
    );
  }
  const size = factorial(up) * factorial(down) * factorial(upOut) * factorial(downOut);
  return terms.length === 0 ? zero : product(func("sqrt", [num(size)]), sum(...terms));
}

const factorial = (n: number): bigint => (n <= 1 ? 1n : BigInt(n) * factorial(n - 1));
