/** Arithmetic on a field written as functions of numbers, and comparison to a number of digits. */
import assert from "node:assert/strict";
import { digitsField } from "../../../../src/math/evaluate/number/digits";
import { doubleField } from "../../../../src/math/evaluate/number/double";
import type { Field } from "../../../../src/math/evaluate/number/field";

/** A field whose elements a test need not name. */
export interface Calculus<E> {
  readonly field: Field<E>;
  /** A number given by its decimals, with an imaginary part if wanted. */
  n(re: number | string, im?: number | string): E;
  f(name: string, ...args: E[]): E;
  /** With parameters: orders, degrees. */
  g(name: string, parameters: readonly E[], ...args: E[]): E;
  sum(...terms: E[]): E;
  mul(...factors: E[]): E;
  sub(a: E, b: E): E;
  div(a: E, b: E): E;
  pow(a: E, b: E): E;
  readonly pi: E;
  readonly i: E;
}

export function calculus<E>(field: Field<E>): Calculus<E> {
  const decimal = (x: number | string): E => {
    const [, sign, whole = "", part = ""] = /^(-?)(\d*)\.?(\d*)$/.exec(String(x)) ?? [];
    assert.ok(whole + part !== "", `not a plain decimal: ${x}`);
    const value = field.rational(BigInt(whole + part), 10n ** BigInt(part.length));
    return sign ? field.neg(value) : value;
  };
  return {
    field,
    n: (re, im = 0) => field.add(decimal(re), field.mul(field.i, decimal(im))),
    f: (name, ...args) => field.func(name, [], args),
    g: (name, parameters, ...args) => field.func(name, parameters, args),
    sum: (...terms) => terms.reduce((a, b) => field.add(a, b)),
    mul: (...factors) => factors.reduce((a, b) => field.mul(a, b)),
    sub: field.sub,
    div: field.div,
    pow: field.power,
    pi: field.func("arg", [], [field.rational(-1n, 1n)]),
    i: field.i,
  };
}

/** Runs a check over doubles and over many digits. */
export function overBoth(check: <E>(c: Calculus<E>) => void): void {
  check(calculus(doubleField));
  check(calculus(digitsField));
}

/** Digits expected of closed forms. */
const expectedDigits = (field: { readonly kind: string }): number =>
  field.kind === "digits" ? 47 : 11;

/** |a − b| ≤ 10^{−digits} max(|a|, |b|). */
export function assertNear<E>(
  field: Field<E>,
  a: E,
  b: E,
  digits: number = expectedDigits(field),
  scale: number = Math.max(field.magnitude(a), field.magnitude(b)),
): void {
  const distance = field.magnitude(field.sub(a, b));
  assert.ok(
    distance <= 10 ** -digits * scale,
    `${field.kind}: ${field.toPair(a)} and ${field.toPair(b)} differ by ${distance}`,
  );
}
