/** lim ∫ K(x/ε)/ε f(x) dx = f(0) ∫ K: kernels that narrow to a δ-function. */
import { product } from "../../expr/build";
import type { Expr, Limit, Measure } from "../../expr/node";
import { some } from "../../expr/walk";
import { integrate } from "../analysis/quadrature";
import { join } from "../contraction";
import { bind, type Scope, valueIn } from "../scope";
import { scalarOf, scalarValue, type Value } from "../value";
import { settle } from "./settle";
import { factorsOf, isEverywhere } from "./sift";

/** The limit at zero, or at infinity, of an integral over the line whose kernel keeps its form; undefined for others. */
export function nascentDelta<E>(
  scope: Scope<E>,
  { variable, body }: Limit,
  far: boolean,
): Value<E> | undefined {
  const outside = factorsOf(body);
  const [integral, ...more] = outside.filter((factor) => factor.kind === "integral");
  if (integral?.kind !== "integral" || more.length > 0) return undefined;
  const [measure, ...others] = integral.measures;
  if (!measure || others.length > 0 || measure.power || !measure.lower || !isEverywhere(measure))
    return undefined;
  const contains = (expr: Expr, name: Expr): boolean => some(expr, (node) => node === name);
  const factors = [
    ...outside.filter((factor) => factor !== integral),
    ...factorsOf(integral.integrand),
  ];
  const kernel = factors.filter((factor) => contains(factor, variable));
  const rest = factors.filter((factor) => !kernel.includes(factor));
  if (!kernel.some((factor) => contains(factor, measure.variable))) return undefined;
  if (!rest.every((factor) => isBounded(factor, measure.variable))) return undefined;
  const shape = shapeOf(scope, product(...kernel), measure, variable, far);
  if (!shape) return undefined;
  const { field } = scope;
  settle(
    scope,
    integrate(field, (u) => field.func("abs", [], [shape(u)]), "-∞", "∞"),
  );
  const whole = settle(scope, integrate(field, shape, "-∞", "∞"));
  const origin = bind(scope, [[measure.variable, scalarValue(field, field.zero)]]);
  return join(scope, whole, valueIn(origin, product(...rest)));
}

/** Free of the variable, or an unknown function of it, which is taken to be bounded and continuous. */
const isBounded = (factor: Expr, variable: Expr): boolean =>
  factor === variable
    ? false
    : factor.kind === "call"
      ? true
      : factor.kind === "sum" || factor.kind === "product"
        ? (factor.kind === "sum" ? factor.terms : factor.factors).every((part) =>
            isBounded(part, variable),
          )
        : !some(factor, (node) => node === variable);

/** K̃(u) = ε K(εu, ε), where that is the same for every ε. */
function shapeOf<E>(
  scope: Scope<E>,
  kernel: Expr,
  { variable: x }: Measure,
  small: Expr,
  far: boolean,
): ((u: E) => E) | undefined {
  const { field } = scope;
  const narrowed =
    (width: E) =>
    (u: E): E => {
      const at = [
        [x, scalarValue(field, field.mul(width, u))],
        [small, scalarValue(field, far ? field.div(field.one, width) : width)],
      ] as const;
      return field.mul(width, scalarOf(field, valueIn(bind(scope, at), kernel)));
    };
  const widths = [1n, 2n, 7n].map((under) => field.rational(1n, under));
  for (const place of [-23n, -4n, 3n, 11n, 31n]) {
    const u = field.rational(place, 10n);
    const [first, ...values] = widths.map((width) => narrowed(width)(u));
    for (const value of values)
      if (
        first === undefined ||
        field.magnitude(field.sub(first, value)) > 1e-11 * field.magnitude(first)
      )
        return undefined;
  }
  return narrowed(field.one);
}
