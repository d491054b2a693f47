/** Premises about ranges that an integral leaves unsaid: the whole line, or none at all. */

import { constant, derivative, negate, num, product } from "../expr/build";
import { intern } from "../expr/intern";
import type { Expr, Integral, Measure, Series } from "../expr/node";
import { printExpr } from "../expr/print";
import { isNamed } from "../expr/questions";
import { children, nodes, replace, some, transform } from "../expr/walk";
import type { PremiseEntry } from "../verdict/premiseEntry";

/** ∫dx e^{−x²} = √π. */
export const wholeLine: PremiseEntry = {
  id: "whole-line",
  name: "an integral over the whole line",
  rewrites: true,
  *apply(claim) {
    const sides = [claim.left, claim.right];
    if (
      !sides.some((side) => some(side, isRangeless)) ||
      sides.some((side) => some(side, isUnknown))
    )
      return;
    const names = new Set<string>();
    const [left, right] = sides.map((side) =>
      transform(side, (node) => {
        if (node.kind !== "integral") return node;
        const measures = node.measures.map((measure) => {
          if (!hasNoRange(measure) || measure.variable.kind !== "symbol") return measure;
          names.add(measure.variable.name);
          return { ...measure, lower: negate(constant("∞")), upper: constant("∞") };
        });
        return intern({ ...node, measures });
      }),
    );
    if (!left || !right || sides.some((side) => [...names].some((name) => standsFree(side, name))))
      return;
    const ranges = [...names].map((name) => `${name}\\in(-\\infty,\\infty)`);
    yield { latex: ranges.join(",\\ "), facts: [], claim: { ...claim, left, right } };
  },
};

/** ∑_n xⁿ/n! goes over 0, 1, 2, … or over 1, 2, 3, …: where n counts powers and numbers no member of a family. */
export const wholeNumbers: PremiseEntry = {
  id: "whole-numbers",
  name: "a sum over all whole numbers from some",
  rewrites: true,
  *apply(claim) {
    const sides = [claim.left, claim.right];
    const sums = sides.flatMap((side) => [...nodes(side)].filter(isOpenSum));
    const [only, more] = new Set(sums);
    const [label] = only?.variables ?? [];
    if (!only || more || !label || sides.every((side) => some(side, (node) => node === only)))
      return;
    if (some(only.body, (node) => node.kind === "labelled" || node.kind === "tensor")) return;
    for (const first of [0, 1]) {
      const range = { ...only, lower: num(first), upper: constant("∞") };
      const put = (side: Expr): Expr => replace(side, new Map([[only, intern(range)]]));
      yield {
        latex: `${printExpr(label)}=${first},${first + 1},\\dots`,
        facts: [],
        claim: { ...claim, left: put(claim.left), right: put(claim.right) },
      };
    }
  },
};

const isOpenSum = (node: Expr): node is Series =>
  node.kind === "series" &&
  node.sort === "sum" &&
  node.variables.length === 1 &&
  !node.lower &&
  !node.upper &&
  !node.values &&
  !node.condition &&
  node.variables.every((label) => label.kind === "symbol" && /^[jklmn]$/.test(label.name)) &&
  !some(node.body, (part) => part.kind === "ket" || part.kind === "bra" || part.kind === "call");

/** ∫f dx = F(x): the right side is one of the functions whose derivative is the integrand. */
export const antiderivative: PremiseEntry = {
  id: "constant-of-integration",
  name: "up to a constant of integration",
  rewrites: true,
  *apply(claim) {
    const factors = claim.left.kind === "product" ? claim.left.factors : [claim.left];
    const [integral, ...more] = factors.filter((factor) => factor.kind === "integral");
    if (integral?.kind !== "integral" || more.length > 0) return;
    const [measure, ...others] = integral.measures;
    const variable = measure?.variable;
    if (!measure || others.length > 0 || !hasNoRange(measure) || variable?.kind !== "symbol")
      return;
    const rest = factors.filter((factor) => factor !== integral);
    const isFree = rest.every((factor) => !standsFree(factor, variable.name));
    if (!isFree || some(claim.right, isIntegral) || !standsFree(claim.right, variable.name)) return;
    yield {
      latex: `\\frac{d}{d${variable.name}}\\text{ of both sides}`,
      facts: [],
      claim: {
        ...claim,
        left: product(...rest, integral.integrand),
        right: derivative({ kind: "variable", variable, style: "total" }, claim.right),
      },
    };
  },
};

const isIntegral = (node: Expr): node is Integral => node.kind === "integral";

const isRangeless = (node: Expr): boolean => isIntegral(node) && node.measures.some(hasNoRange);

const hasNoRange = ({ variable, sort, power, region, lower, upper }: Measure): boolean =>
  sort === "plain" &&
  power === undefined &&
  region === undefined &&
  !lower &&
  !upper &&
  variable.kind === "symbol" &&
  variable.type === "scalar" &&
  !variable.grassmann;

const isUnknown = (node: Expr): boolean =>
  ["call", "primed", "ket", "bra", "expectation", "derivative"].includes(node.kind) ||
  (node.kind === "symbol" && ((node.dependsOn?.length ?? 0) > 0 || node.type === "operator"));

/** The name occurs outside the integrals over it. */
function standsFree(node: Expr, name: string): boolean {
  if (node.kind === "symbol") return node.name === name;
  if (isIntegral(node) && node.measures.some(({ variable }) => isNamed(variable, name)))
    return false;
  return children(node).some((part) => standsFree(part, name));
}
