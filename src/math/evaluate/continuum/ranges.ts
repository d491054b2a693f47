/** Sums and integrals over labels: each gives its variable a name of its own. */
import { num, power, product, symbol } from "../../expr/build";
import type { Expr, Integral, Measure, Series } from "../../expr/node";
import { nodes } from "../../expr/walk";
import { infinity } from "../calculus/infinity";
import { Beyond } from "../number/field";
import type { Context } from "./context";
import { placed } from "./letters";
import { atomKey, renamed } from "./linear";
import type { Dummy, Term } from "./term";

type Terms = readonly Term[];
type Expand = (context: Context, expr: Expr) => Terms;

export function integralTerms(context: Context, node: Integral, expand: Expand): Terms {
  let body = node.integrand;
  const dummies: Dummy[] = [];
  for (const measure of node.measures) {
    const power = dimensionOf(measure);
    const fresh = renaming(context, measure.variable, body);
    body = fresh.body;
    dummies.push({ key: fresh.key, continuous: true, range: "", power });
  }
  return expand(context, body).map((term) => ({ ...term, dummies: [...dummies, ...term.dummies] }));
}

/** All of space, or the whole line. */
function dimensionOf({ variable, power, lower, upper, region, sort }: Measure): Expr {
  if (region !== undefined || (sort !== "plain" && sort !== "volume"))
    throw new Beyond("an integral of operators over a region");
  const head = variable.kind === "labelled" ? variable.head : variable;
  if (head.kind !== "symbol") throw new Beyond("an integral of operators over this");
  const line =
    lower !== undefined && upper !== undefined && infinity(lower) === -1 && infinity(upper) === 1;
  if ((lower || upper) && !line) throw new Beyond("an integral of operators between ends");
  const dimension = power ?? num(head.type === "three-vector" ? 3 : 1);
  if (head.type === "four-vector" && dimension !== num(3))
    throw new Beyond("an integral of operators over spacetime");
  return dimension;
}

export function seriesTerms(context: Context, node: Series, expand: Expand): Terms {
  if (node.sort !== "sum" || node.condition || node.values)
    throw new Beyond("a sum of operators with a condition");
  let { body } = node;
  const dummies: Dummy[] = [];
  for (const variable of node.variables) {
    const fresh = renaming(context, variable, body);
    body = fresh.body;
    dummies.push({ key: fresh.key, continuous: false, range: rangeOf(node), power: num(1) });
  }
  return expand(context, body).map((term) => ({ ...term, dummies: [...dummies, ...term.dummies] }));
}

/** Everything, or the few values of a spin. */
function rangeOf({ lower, upper }: Series): string {
  if (!lower && !upper) return "";
  if (lower && upper && infinity(lower) === -1 && infinity(upper) === 1) return "";
  if (lower?.kind === "num" && upper?.kind === "num")
    return `${lower.numerator}…${upper.numerator}`;
  throw new Beyond("a sum of operators between these ends");
}

function renaming(context: Context, variable: Expr, body: Expr): { key: string; body: Expr } {
  const before = atomKey(variable);
  if (before === undefined) throw new Beyond("a sum of operators over this");
  const key = `${before}${renamed}${context.tally.fresh++}`;
  return { key, body: placed(body, new Map([[before, symbol(key, "scalar")]])) };
}

/** (2π)ⁿ. */
export const phaseSpace = (dimension: Expr): Expr =>
  power(product(num(2), { kind: "constant", name: "π" }), dimension);

export const dependsOn = (expr: Expr, key: string): boolean =>
  [...nodes(expr)].some((node) => atomKey(node) === key);
