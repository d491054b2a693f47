/** Known functions of power series: the function's own series at the centre, from its differential relation. */
import { Beyond, type Field } from "../number/field";
import { derivatives } from "./derivatives";
import type { Series } from "./series";

/** f(u) for u = u₀ + n: Σ f⁽ᵐ⁾(u₀) nᵐ/m!. */
export function composed<E>(
  base: Field<E>,
  field: Field<Series<E>>,
  order: number,
  name: string,
  orders: readonly E[],
  args: readonly Series<E>[],
  line: (order: number) => Field<Series<E>>,
): Series<E> {
  const [u] = args;
  const direct = ofSeveral(
    field,
    name,
    orders.map((one): Series<E> => [one]),
    args,
  );
  if (direct) return direct;
  if (!u || args.length !== 1) throw new Beyond(`the derivative of ${name}`);
  const own = seriesOf(base, name, orders, u[0] as E, order, line);
  const rise = [base.zero, ...u.slice(1)];
  let result: Series<E> = [own[order] as E];
  for (let m = order - 1; m >= 0; m--) result = field.add(field.mul(result, rise), [own[m] as E]);
  return result;
}

/** Coefficients of the function's own series in one variable. */
function seriesOf<E>(
  base: Field<E>,
  name: string,
  orders: readonly E[],
  at: E,
  order: number,
  lineOf: (order: number) => Field<Series<E>>,
): readonly E[] {
  const start = base.func(name, orders, [at]);
  if (order === 0) return [start];
  const rule = derivatives[name];
  if (!rule) throw new Beyond(`the derivative of ${name}`);
  const line = lineOf(order - 1);
  const variable: Series<E> =
    order - 1 === 0 ? [at] : [at, base.one, ...new Array<E>(order - 2).fill(base.zero)];
  const slope = rule(
    line,
    variable,
    orders.map((one): Series<E> => [one]),
  );
  return [
    start,
    ...Array.from({ length: order }, (_, m) =>
      base.mul(slope[m] ?? base.zero, base.rational(1n, BigInt(m + 1))),
    ),
  ];
}

/** Functions of more than one argument that are expressions of simpler ones, and those that act on coefficients. */
function ofSeveral<E>(
  field: Field<Series<E>>,
  name: string,
  orders: readonly Series<E>[],
  args: readonly Series<E>[],
): Series<E> | undefined {
  const [a, b] = args;
  if (!a) return undefined;
  switch (name) {
    case "Re":
      return field.re(a);
    case "Im":
      return field.im(a);
    case "conj":
      return field.conj(a);
    case "absSquared":
      return field.mul(a, field.conj(a));
    case "abs":
      return field.func("sqrt", [], [field.mul(a, field.conj(a))]);
    case "B": {
      if (!b) return undefined;
      const gamma = (z: Series<E>) => field.func("Γ", [], [z]);
      return field.div(field.mul(gamma(a), gamma(b)), gamma(field.add(a, b)));
    }
    case "sphericalY": {
      const [, m] = orders;
      if (!b || !m) return undefined;
      const wave = field.func("exp", [], [field.mul(field.i, field.mul(m, b))]);
      return field.mul(field.func("sphericalPolar", orders, [a]), wave);
    }
    default:
      return undefined;
  }
}
