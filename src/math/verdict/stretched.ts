/** ∫_{−∞}^∞ of functions nobody knows as ∫_{−b}^b with any b: what holds for every b holds in the limit. */
import { isUndetermined } from "../evaluate/calculus/unsaid";
import { headKey } from "../evaluate/given";
import { call, symbol } from "../expr/build";
import type { Fact } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr } from "../expr/node";
import { mapChildren, nodes, some, transform } from "../expr/walk";
import type { Sides } from "./plusMinus";

const far = symbol("⟨∞⟩", "scalar", { domain: "positive" });

/** Both sides on the finite stretch; undefined where no unknown function reaches to infinity. */
export function stretched(sides: Sides): Sides | undefined {
  if (!sides.some((side) => some(side, reachesFar))) return undefined;
  const [left, right] = sides;
  const ends = new Set(
    sides
      .flatMap((side) => [...nodes(side)])
      .flatMap((node) =>
        node.kind === "call" && node.args.length === 1 && node.args.every(isFar) ? [node.head] : [],
      ),
  );
  return [onStretch(left, ends), onStretch(right, ends)];
}

/** A function with a value at infinity is one of the variable that runs there, also where it is written bare. */
const onStretch = (side: Expr, ends: ReadonlySet<Expr>): Expr =>
  transform(side, (node) => {
    if (node.kind === "call" && node.args.some(isFar))
      return intern({ ...node, args: node.args.map(near) });
    if (node.kind === "limit" && isFar(node.to) && some(node.body, isUnknown))
      return intern({
        kind: "bar",
        body: node.body,
        at: [{ variable: node.variable, value: near(node.to) }],
      });
    if (node.kind !== "integral" || !some(node.integrand, isUnknown)) return node;
    const measures = node.measures.map((measure) => ({
      ...measure,
      ...(measure.lower ? { lower: near(measure.lower) } : {}),
      ...(measure.upper ? { upper: near(measure.upper) } : {}),
    }));
    const [{ variable } = { variable: far }, ...more] = measures;
    const written = (part: Expr): Expr =>
      part.kind === "call"
        ? part
        : ends.has(part)
          ? call(part, variable)
          : mapChildren(part, written);
    const integrand = more.length === 0 ? written(node.integrand) : node.integrand;
    return intern({ ...node, measures, integrand });
  });

const near = (end: Expr): Expr =>
  transform(end, (node) => (node.kind === "constant" && node.name === "∞" ? far : node));

const isFar = (expr: Expr): boolean =>
  some(expr, (node) => node.kind === "constant" && node.name === "∞");

/** What nobody knows: a function, or what is differentiated. */
export const isUnknown = (node: Expr): boolean =>
  isUndetermined(node) || node.kind === "primed" || node.kind === "derivative";

const reachesFar = (node: Expr): boolean =>
  (node.kind === "call" && node.args.some(isFar)) ||
  (node.kind === "limit" && isFar(node.to) && some(node.body, isUnknown)) ||
  (node.kind === "integral" &&
    some(node.integrand, isUnknown) &&
    node.measures.some(({ lower, upper }) => [lower, upper].some((end) => end && isFar(end))));

/** ∫_0^∞ dr r f(r): nothing written makes the integrand fall off, and no fact says what f is. */
export const reachesUnknown =
  (facts: readonly Fact[]) =>
  (node: Expr): boolean =>
    node.kind === "integral" &&
    node.measures.some(
      ({ variable, lower, upper }) =>
        [lower, upper].some((end) => end && isFar(end)) &&
        some(
          node.integrand,
          (part) =>
            isUnknown(part) && some(part, (one) => one === variable) && !isGiven(part, facts),
        ) &&
        !some(node.integrand, (part) => fallsOff(part, variable)),
    );

/** A function that a fact writes out in what is known, and its derivatives. */
function isGiven(part: Expr, facts: readonly Fact[], depth = 0): boolean {
  if (part.kind === "derivative" && part.operand)
    return !some(part.operand, (inner) => isUndetermined(inner) && !isGiven(inner, facts, depth));
  const key = part.kind === "call" ? headKey(part) : undefined;
  return (
    key !== undefined &&
    depth < 4 &&
    facts.some(
      (fact) =>
        fact.kind === "definition" &&
        headKey(fact.head) === key &&
        !some(fact.body, (inner) => isUnknown(inner) && !isGiven(inner, facts, depth + 1)),
    )
  );
}

/** A known function that may vanish far away, or a δ-function. */
function fallsOff(node: Expr, variable: Expr): boolean {
  const decay =
    node.kind === "function"
      ? node
      : node.kind === "quotient"
        ? node.under
        : node.kind === "power" && (node.base.kind === "constant" || !isWhole(node.exponent))
          ? node
          : undefined;
  return decay !== undefined && some(decay, (part) => part === variable) && !some(decay, isUnknown);
}

const isWhole = (exponent: Expr): boolean =>
  exponent.kind === "num" && exponent.denominator === 1n && exponent.numerator > 0n;
