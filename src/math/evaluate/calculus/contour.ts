/** Integrals over circles of the complex plane, and residues. */

import { conjugate, negate, sum, zero } from "../../expr/build";
import type { Circle, Expr, Func } from "../../expr/node";
import { some, transform } from "../../expr/walk";
import { meanOverCircle } from "../analysis/circle";
import type { Estimate } from "../analysis/estimate";
import { Beyond, type Field, Undefined } from "../number/field";
import type { Scope } from "../scope";
import { valueIn } from "../scope";
import { scalarOf, type Value } from "../value";
import { integrandOf } from "./integrand";
import { settle } from "./settle";

/** ∮ f dz = 2πi · mean of f(z)(z − a) over the circle. */
export function overCircle<E>(
  scope: Scope<E>,
  variable: Expr,
  { centre, radius }: Circle,
  integrand: Expr,
): Value<E> {
  const { field } = scope;
  refuseExact(field);
  refuseOpenPoles(variable, integrand, { centre, radius });
  const [middle, size] = [centre, radius].map((part) =>
    scalarOf(field, valueIn(scope, part), "a number that says where a circle lies"),
  ) as [E, E];
  const f = integrandOf(scope, variable, conjugated(integrand, variable));
  const { value, ...rest } = cleaned(field, mean(field, f, middle, size));
  const around = field.mul(field.rational(2n, 1n), field.mul(field.i, pi(field)));
  return settle(scope, { ...rest, value: field.mul(around, value) });
}

/** z̄ beside z is its conjugate. */
function conjugated(integrand: Expr, variable: Expr): Expr {
  const barred = variable.kind === "symbol" ? `${variable.name}\u0304` : undefined;
  return transform(integrand, (node) =>
    node.kind === "symbol" && node.name.normalize("NFKD") === barred ? conjugate(variable) : node,
  );
}

/** The coefficient of 1/(z − a): the mean over a circle that holds no other pole, which a smaller one confirms. */
export function residueValue<E>(scope: Scope<E>, { parameters, args }: Func): Value<E> {
  const { field } = scope;
  const [variable, place] = parameters;
  const [body] = args;
  if (variable?.kind !== "symbol" || !place || !body || args.length > 1)
    throw new Beyond("a residue of which the variable is not said");
  refuseExact(field);
  const at = scalarOf(field, valueIn(scope, place), "a number where a residue is taken");
  const f = integrandOf(scope, variable, body);
  let before: Estimate<E> | undefined;
  for (let k = 0; k < 6; k++) {
    const found = onCircle(field, f, at, field.rational(1n, 2n ** BigInt(k + 1)));
    if (found && before && agree(field, found, before))
      return settle(scope, cleaned(field, before));
    before = found;
  }
  throw new Undefined("a residue where the function has more than a pole");
}

/** A pole on this circle is none on a smaller one. */
function onCircle<E>(
  field: Field<E>,
  f: (z: E) => E,
  centre: E,
  radius: E,
): Estimate<E> | undefined {
  try {
    return mean(field, f, centre, radius);
  } catch (error) {
    if (error instanceof Undefined) return undefined;
    throw error;
  }
}

/** The mean of f(z)(z − a) over |z − a| = R. */
const mean = <E>(field: Field<E>, f: (z: E) => E, centre: E, radius: E): Estimate<E> =>
  meanOverCircle(field, (z) => field.mul(f(z), field.sub(z, centre)), centre, radius);

const agree = <E>(field: Field<E>, a: Estimate<E>, b: Estimate<E>): boolean =>
  field.magnitude(field.sub(a.value, b.value)) <=
  Math.max(a.scale, b.scale) * 10 ** -Math.min(a.digits, b.digits, 8);

function refuseExact<E>(field: Field<E>): void {
  if (field.kind === "prime") throw new Beyond("an integral in exact arithmetic");
}

/** Where poles depend on a name, whether they lie inside is a matter of what is said of it. */
function refuseOpenPoles(variable: Expr, integrand: Expr, { centre, radius }: Circle): void {
  const offset = centre === zero ? variable : sum(variable, negate(centre));
  const isNamed = [centre, radius].some((part) => some(part, isSymbol));
  const isOpen = (expr: Expr): boolean => {
    if (expr === offset || !some(expr, (node) => node === variable)) return false;
    if (expr.kind === "product") return expr.factors.some(isOpen);
    if (expr.kind === "power") return isOpen(expr.base);
    return isNamed || some(expr, (node) => isSymbol(node) && node !== variable);
  };
  const divides = (node: Expr): boolean => {
    if (node.kind === "quotient") return isOpen(node.under);
    if (node.kind === "power") return !isWhole(node.exponent) && isOpen(node.base);
    return node.kind === "function" && !entire.has(node.name) && isOpen(node);
  };
  if (some(integrand, divides))
    throw new Beyond("a circle of which it is not said which poles lie inside");
}

const isSymbol = ({ kind }: Expr): boolean => kind === "symbol";

const isWhole = (exponent: Expr): boolean =>
  exponent.kind === "num" && exponent.numerator > 0n && exponent.denominator === 1n;

/** Analytic everywhere. */
const entire = new Set(["exp", "sin", "cos", "sinh", "cosh", "erf"]);

/** The parts of a number that are no more than rounding are none. */
function cleaned<E>(field: Field<E>, { value, digits, scale }: Estimate<E>): Estimate<E> {
  const noise = scale * 10 ** -Math.min(digits, 12);
  const [re, im] = [field.re(value), field.im(value)].map((part) =>
    field.magnitude(part) <= noise ? field.zero : part,
  ) as [E, E];
  return { value: field.add(re, field.mul(field.i, im)), digits, scale };
}

const pi = <E>(field: Field<E>): E =>
  field.mul(field.neg(field.i), field.func("log", [], [field.neg(field.one)]));
