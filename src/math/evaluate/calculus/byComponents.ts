/** Integrals of vectors and matrices over one variable: component by component. */
import type { Expr } from "../../expr/node";
import { some } from "../../expr/walk";
import { type End, integrate } from "../analysis/quadrature";
import { Beyond } from "../number/field";
import { moving, type Scope, valueIn } from "../scope";
import { scalarValue, sizeOf, type Value } from "../value";
import { settle } from "./settle";

const most = 16;

/** Undefined where the integrand is a number. */
export function byComponents<E>(
  scope: Scope<E>,
  variable: Expr,
  integrand: Expr,
  [lower, upper]: readonly [End<E>, End<E>],
): Value<E> | undefined {
  if (!some(integrand, hasComponents)) return undefined;
  const { field } = scope;
  const at = moving(scope, variable);
  const valueAt = (x: E): Value<E> => valueIn(at(scalarValue(field, x)), integrand);
  const { axes } = valueAt(between(scope, lower, upper));
  if (axes.length === 0) return undefined;
  const size = sizeOf(axes);
  if (size > most) throw new Beyond("an integral of so many components");
  const component = (key: number): Value<E> =>
    settle(
      scope,
      integrate(
        field,
        (x) => {
          const { keys, entries } = valueAt(x);
          return entries[keys.indexOf(key)] ?? field.zero;
        },
        lower,
        upper,
      ),
    );
  const parts = Array.from({ length: size }, (_, key) => component(key));
  return {
    axes,
    keys: parts.map((_, key) => key),
    entries: parts.map(({ entries }) => entries[0] ?? field.zero),
    scale: Math.max(...parts.map(({ scale }) => scale)),
  };
}

const hasComponents = (node: Expr): boolean =>
  node.kind === "symbol" && /vector|tensor|matrix/.test(node.type);

/** Some place inside the range. */
function between<E>({ field }: Scope<E>, lower: End<E>, upper: End<E>): E {
  const third = field.rational(1n, 3n);
  if (lower === "-∞" || lower === "∞")
    return upper === "∞" || upper === "-∞" ? third : field.sub(upper, third);
  if (upper === "∞" || upper === "-∞") return field.add(lower, third);
  return field.add(lower, field.mul(third, field.sub(upper, lower)));
}
