/** Truncated power series as a kind of number: coefficients by monomial, a constant has only one. */
import { Beyond, type Field, Undefined } from "../number/field";
import { composed } from "./compose";
import { type Monomials, monomials } from "./monomials";
import type { Series } from "./series";

/** `conjugates` pairs the variables of z with those of z*. */
export function seriesField<E>(
  base: Field<E>,
  all: Monomials,
  conjugates: ReadonlyMap<number, number> = new Map(),
): Field<Series<E>> {
  const count = all.list.length;
  const mirrored =
    conjugates.size === 0
      ? undefined
      : all.list.map(
          (exponents) =>
            all.indexOf(exponents.map((_, v) => exponents[conjugates.get(v) ?? v] ?? 0)) ?? 0,
        );
  const conj = (a: Series<E>): Series<E> =>
    mirrored && a.length > 1
      ? mirrored.map((place) => base.conj(a[place] as E))
      : a.map((entry) => base.conj(entry));
  const halfOf = (a: Series<E>): Series<E> => scaled(base.rational(1n, 2n), a);
  const constant = (entry: E): Series<E> => [entry];

  const add = (a: Series<E>, b: Series<E>): Series<E> => {
    const [long, short] = a.length >= b.length ? [a, b] : [b, a];
    if (short.length === long.length) return long.map((entry, i) => base.add(entry, short[i] as E));
    const [first, ...rest] = long;
    return [base.add(first as E, short[0] as E), ...rest];
  };
  const neg = (a: Series<E>): Series<E> => a.map((entry) => base.neg(entry));

  const mul = (a: Series<E>, b: Series<E>): Series<E> => {
    if (a.length === 1)
      return b.length === 1 ? [base.mul(a[0] as E, b[0] as E)] : scaled(a[0] as E, b);
    if (b.length === 1) return scaled(b[0] as E, a);
    const result: E[] = scaled(a[0] as E, b);
    const live = a.map((entry) => !base.isZero(entry));
    for (let k = 1; k < count; k++) {
      let total = result[k] as E;
      for (const [i, j] of all.splits[k] ?? [])
        if (live[i]) total = base.add(total, base.mul(a[i] as E, b[j] as E));
      result[k] = total;
    }
    return result;
  };
  const scaled = (factor: E, a: Series<E>): E[] =>
    base.isZero(factor)
      ? [base.zero, ...a.slice(1).map(() => base.zero)]
      : a.map((entry) => base.mul(factor, entry));

  /** c = a/b from b c = a, one total order after the other. */
  const div = (a: Series<E>, b: Series<E>): Series<E> => {
    const over = base.div(base.one, b[0] as E);
    if (b.length === 1) return scaled(over, a);
    const result: E[] = [];
    for (let k = 0; k < count; k++) {
      let rest = a[k] ?? base.zero;
      for (const [i, j] of all.splits[k] ?? [])
        if (!base.isZero(b[i] as E)) rest = base.sub(rest, base.mul(b[i] as E, result[j] as E));
      result.push(base.mul(over, rest));
    }
    return result;
  };
  const isConstant = (a: Series<E>): boolean =>
    a.length === 1 || a.every((entry, i) => i === 0 || base.isZero(entry));

  const field: Field<Series<E>> = {
    kind: base.kind,
    zero: constant(base.zero),
    one: constant(base.one),
    i: constant(base.i),
    rational: (numerator, denominator) => constant(base.rational(numerator, denominator)),
    add,
    sub: (a, b) => add(a, neg(b)),
    mul,
    neg,
    div,
    conj,
    re: (a) => (mirrored ? halfOf(add(a, conj(a))) : a.map((entry) => base.re(entry))),
    im: (a) =>
      mirrored
        ? halfOf(mul([base.neg(base.i)], add(a, neg(conj(a)))))
        : a.map((entry) => base.im(entry)),
    isZero: (a) => a.every((entry) => base.isZero(entry)),
    magnitude: (a) => a.reduce((most, entry) => Math.max(most, base.magnitude(entry)), 0),
    random: (domain, random, decades) => constant(base.random(domain, random, decades)),
    func(name, parameters, args) {
      const orders = parameters.map((parameter) => {
        if (!isConstant(parameter)) throw new Beyond(`the derivative of ${name} by its order`);
        return parameter[0] as E;
      });
      if (args.every(isConstant))
        return constant(
          base.func(
            name,
            orders,
            args.map((arg) => arg[0] as E),
          ),
        );
      return composed(base, field, all.order, name, orders, args, (order) =>
        seriesField(base, monomials(1, order)),
      );
    },
    power(a, exponent) {
      const whole = isConstant(exponent) ? base.integer(exponent[0] as E) : undefined;
      if (whole !== undefined && Math.abs(whole) <= 64)
        return wholePower(whole < 0 ? div(field.one, a) : a, Math.abs(whole));
      if (isConstant(exponent) && isConstant(a))
        return constant(base.power(a[0] as E, exponent[0] as E));
      if (base.isZero(a[0] as E)) throw new Undefined("a branch point");
      const start = base.power(a[0] as E, exponent[0] as E);
      const logarithm = field.func("log", [], [a]);
      const total = mul(exponent, logarithm);
      const rise = field.sub(total, constant(total[0] as E));
      return scaled(start, field.func("exp", [], [rise]));
    },
    integer: (a) => (isConstant(a) ? base.integer(a[0] as E) : undefined),
    toPair: (a) => base.toPair(a[0] as E),
  };

  const wholePower = (a: Series<E>, n: number): Series<E> => {
    let result = field.one;
    for (let square = a, left = n; left > 0; left = Math.floor(left / 2)) {
      if (left % 2 === 1) result = mul(result, square);
      if (left > 1) square = mul(square, square);
    }
    return result;
  };
  return field;
}
