/** P∫ f(x) dx over a real range, with simple poles inside it. */
import type { Func } from "../../expr/node";
import { principalValue } from "../analysis/principalValue";
import type { End } from "../analysis/quadrature";
import { Beyond } from "../number/field";
import { bind, type Scope, valueIn } from "../scope";
import { scalarOf, scalarValue, type Value } from "../value";
import { ends } from "./integral";
import { nearPoles } from "./narrowing";
import { settle } from "./settle";

export function principalIntegral<E>(scope: Scope<E>, { args: [integral] }: Func): Value<E> {
  const { field } = scope;
  if (field.kind === "prime") throw new Beyond("a principal value in exact arithmetic");
  const [measure, ...more] = integral?.kind === "integral" ? integral.measures : [];
  if (integral?.kind !== "integral" || !measure || more.length > 0)
    throw new Beyond("a principal value outside an integral");
  const { variable, lower, upper, sort, power } = measure;
  if (sort !== "plain" || power || !lower || !upper)
    throw new Beyond("a principal value over such a range");
  const [from, to] = ends(scope, measure);
  const at = (x: E | End<E>): number =>
    x === "∞" ? Infinity : x === "-∞" ? -Infinity : field.toPair(x as E)[0];
  const poles = nearPoles(scope, integral.integrand, variable).filter(
    (pole) => at(pole) > at(from) && at(pole) < at(to),
  );
  const f = (x: E): E =>
    scalarOf(field, valueIn(bind(scope, [[variable, scalarValue(field, x)]]), integral.integrand));
  return settle(scope, principalValue(field, f, from, to, poles));
}
