/** Powers of numbers and of square matrices. */
import type { Expr, Power } from "../../expr/node";
import { join, unit } from "../contraction";
import { exponential } from "../matrix/exponential";
import { inverseOf } from "../matrix/inverse";
import { positiveRoot } from "../matrix/root";
import { Beyond, Undefined } from "../number/field";
import { type Scope, valueIn } from "../scope";
import { contractBare } from "../tensor/vector";
import { isBare, isScalar, scalarOf, scalarValue, type Value } from "../value";
import { apply as applyFunction } from "./function";

export function powerValue<E>(scope: Scope<E>, node: Power): Value<E> {
  const { field } = scope;
  if (node.base.kind === "constant" && node.base.name === "e")
    return exponentialValue(scope, node.exponent);
  const modulus = squaredModulus(scope, node);
  if (modulus) return modulus;
  const base = valueIn(scope, node.base);
  const exponent = scalarOf(field, valueIn(scope, node.exponent), "a number as exponent");
  const whole = field.integer(exponent);
  if (whole !== undefined && wholeByItself(scope, whole)) return wholePower(scope, base, whole);
  if (!isScalar(base) && isHalf(node.exponent)) return positiveRoot(scope, base);
  if (!isScalar(base)) throw new Beyond("a power of a matrix that is not a whole number");
  scope.tally.transcendental = true;
  const entry = base.entries[0] ?? field.zero;
  const result = field.power(entry, exponent);
  const relative = base.scale / (field.magnitude(entry) || 1);
  return scalarValue(field, result, field.magnitude(result) * Math.max(1, Math.min(relative, 1e6)));
}

const isHalf = (exponent: Expr): boolean =>
  exponent.kind === "num" && exponent.numerator === 1n && exponent.denominator === 2n;

/** An exponent drawn at random may be whole by accident; only then is nothing lost by repeated multiplication. */
const wholeByItself = (scope: Pick<Scope<unknown>, "field">, whole: number): boolean =>
  scope.field.kind === "prime" || Math.abs(whole) <= 64;

function exponentialValue<E>(scope: Scope<E>, exponent: Expr): Value<E> {
  const value = valueIn(scope, exponent);
  if (!isScalar(value)) return exponential(scope, value);
  return applyFunction(scope, "exp", [], [value]);
}

/** |z|² = z z*, without a square root. */
function squaredModulus<E>(scope: Scope<E>, node: Power): Value<E> | undefined {
  const { base, exponent } = node;
  if (base.kind !== "function" || base.name !== "abs" || base.args.length !== 1) return undefined;
  if (exponent.kind !== "num" || exponent.denominator !== 1n || exponent.numerator % 2n !== 0n)
    return undefined;
  const [argument] = base.args;
  if (!argument) return undefined;
  const inner = valueIn(scope, argument);
  const square = squareOf(scope, inner);
  return wholePower(scope, square, Number(exponent.numerator / 2n));
}

/** z z* of a number, v·v* of a vector. */
function squareOf<E>(scope: Scope<E>, value: Value<E>): Value<E> {
  const { field } = scope;
  const conjugated = { ...value, entries: value.entries.map((entry) => field.conj(entry)) };
  if (isScalar(value)) return join(scope, value, conjugated);
  if (value.axes.length === 1 && value.axes.every(isBare))
    return contractBare(scope, value, conjugated);
  throw new Beyond("the modulus of something with components");
}

export function wholePower<E>(scope: Scope<E>, base: Value<E>, exponent: number): Value<E> {
  if (exponent < 0) return wholePower(scope, inverseOf(scope, base), -exponent);
  if (exponent > 4096) throw new Undefined("budget");
  if (base.axes.some(isBare) && exponent > 0 && exponent % 2 === 0)
    return wholePower(scope, contractBare(scope, base, base), exponent / 2);
  if (base.axes.some((axis) => axis.kind === "index")) throw new Beyond("a power of a tensor");
  let result = exponent === 0 ? unitLike(scope, base) : undefined;
  for (let square = base, left = exponent; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = result ? join(scope, result, square) : square;
    if (left > 1) square = join(scope, square, square);
  }
  return result ?? unitLike(scope, base);
}

function unitLike<E>(scope: Scope<E>, value: Value<E>): Value<E> {
  let result = scalarValue(scope.field, scope.field.one);
  for (const axis of value.axes)
    if (axis.kind === "row") result = join(scope, result, unit(scope, axis.space, axis.size));
  return result;
}
