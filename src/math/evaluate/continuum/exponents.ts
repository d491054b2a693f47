/** Exponentials: waves e^{i p·x} of labels and places, apart from everything else in the exponent. */
import { constant, labelled, num, product, symbol } from "../../expr/build";
import type { Expr } from "../../expr/node";
import { some } from "../../expr/walk";
import { Beyond } from "../number/field";
import { type Context, original } from "./context";
import { withDefinitions } from "./letters";
import { atomKey, type Linear, linearOf, renamed } from "./linear";
import { type Phase, type Term, unit } from "./term";

export function exponentialTerm(context: Context, exponent: Expr): Term {
  if (context.holds(exponent) || some(exponent, (node) => node.kind === "integral"))
    throw new Beyond("the exponential of an operator");
  const phases: Phase[] = [];
  const exponents: Expr[] = [];
  for (const factors of multipliedOut(exponent)) {
    const found = phaseOf(context, factors);
    if (!found) exponents.push(product(...factors));
    else {
      phases.push(...found.phases);
      exponents.push(...found.exponents);
    }
  }
  return { ...unit, phases, exponents };
}

/** Sums inside products and quotients multiplied out; each term as its factors. */
function multipliedOut(expr: Expr): readonly (readonly Expr[])[] {
  switch (expr.kind) {
    case "sum":
      return linearOf(expr) ? [[expr]] : expr.terms.flatMap(multipliedOut);
    case "product":
      return expr.factors
        .map(multipliedOut)
        .reduce((all, next) => all.flatMap((a) => next.map((b) => [...a, ...b])), [[]]);
    case "quotient":
      if (expr.under.kind === "num")
        return multipliedOut(expr.over).map((factors) => [{ ...expr, over: product(...factors) }]);
      return [[expr]];
    default:
      return [[expr]];
  }
}

interface Found {
  readonly phases: readonly Phase[];
  readonly exponents: readonly Expr[];
}

/** ±i n (p·x), or ±i n p x, where a label of a mode or an integration variable occurs. */
function phaseOf(context: Context, factors: readonly Expr[]): Found | undefined {
  let factor = 1;
  let imaginary = 0;
  const rest: Expr[] = [];
  for (const one of factors)
    if (one.kind === "num" && one.denominator === 1n) factor *= Number(one.numerator);
    else if (one.kind === "constant" && one.name === "i") imaginary++;
    else rest.push(one);
  if (imaginary !== 1) return undefined;
  const [first, second, ...more] = rest;
  if (!first || more.length > 0) return undefined;
  if (first.kind === "dot" && !second) {
    const [left, right] = [linearOf(first.left), linearOf(first.right)];
    if (!left || !right) return undefined;
    return isFour(first.left) || isFour(first.right)
      ? onShell(context, left, right, factor)
      : { phases: pairs(left, right, factor), exponents: [] };
  }
  const [left, right] = [linearOf(first), second && linearOf(second)];
  if (!left || !right || left.constant !== 0 || right.constant !== 0) return undefined;
  for (const form of [left, right]) withDefinitions(context, form);
  const varies = [left, right].some((form) =>
    [...form.of.keys()].some((key) => key.includes(renamed) || context.momenta.has(original(key))),
  );
  return varies ? { phases: pairs(left, right, factor), exponents: [] } : undefined;
}

const pairs = (left: Linear, right: Linear, factor: number): Phase[] =>
  [...left.of].flatMap(([p, c]) =>
    [...right.of].map(([x, d]) => ({ factor: factor * c * d, left: p, right: x })),
  );

function isFour(expr: Expr): boolean {
  return some(
    expr,
    (node) => node.kind === "symbol" && node.type === "four-vector" && atomKey(node) !== undefined,
  );
}

/** p·x = ±(E_p t − 𝐩·𝐱) of the momenta of modes. */
function onShell(context: Context, left: Linear, right: Linear, factor: number): Found {
  const isMomentum = (form: Linear): boolean =>
    form.of.size > 0 && [...form.of.keys()].every((key) => context.momenta.has(original(key)));
  const [momentum, place] = isMomentum(left) ? [left, right] : [right, left];
  if (!isMomentum(momentum) || isMomentum(place)) throw new Beyond("waves that belong to no mode");
  const exponents: Expr[] = [];
  for (const [p, c] of momentum.of)
    for (const [x, d] of place.of) {
      const energy = labelled(context.energy, symbol(p, "three-vector"));
      const size = context.metric * factor * c * d;
      const term = product(constant("i"), num(size), energy, timeOf(context, x));
      exponents.push(term);
    }
  return {
    phases: pairs(momentum, place, -context.metric * factor),
    exponents,
  };
}

/** The time of an event: t where there is one event and t is written, x⁰ else. */
const timeOf = (context: Context, event: string): Expr =>
  context.times.get(event) ?? symbol(`${event}⁰ ?`, "scalar");
