/** Whether a claim is about sums over modes, and the kernels of its sides. */
import type { Expr } from "../../expr/node";
import { some } from "../../expr/walk";
import type { Given } from "../given";
import { Beyond } from "../number/field";
import { isGrassmann } from "../words/isLetter";
import { type Context, contextOf, headOf, labelsOf, original, type Rule } from "./context";
import { type Kernel, kernelsOf } from "./kernel";

export interface Continuum {
  readonly kernels: (expr: Expr, metric: 1 | -1) => readonly Kernel[];
  /** Labels of modes, which have values of their own. */
  readonly labels: ReadonlySet<string>;
  /** Labels and places have three components. */
  readonly vectors: boolean;
  /** Why a difference does not count. */
  readonly unsaid: string | undefined;
}

export function continuumOf(
  exprs: readonly Expr[],
  nodes: ReadonlySet<Expr>,
  given: Given,
  holds: (expr: Expr) => boolean,
): Continuum | undefined {
  if ([...nodes].some((node) => node.kind === "symbol" && isGrassmann(node))) return undefined;
  const first = contextOf(nodes, given, holds, 1);
  const relevant = [...nodes, ...first.rules.map(({ value }) => value)];
  if (!first.rules.some(isCanonical) && first.ladders.size === 0) return undefined;
  if (!relevant.some((node) => sumsModes(node, holds))) return undefined;
  const known = new Map<string, readonly Kernel[]>();
  const contexts = new Map<number, Context>([[1, first]]);
  const kernels = (expr: Expr, metric: 1 | -1): readonly Kernel[] => {
    const key = `${metric} ${exprs.indexOf(expr)}`;
    const found = exprs.includes(expr) ? known.get(key) : undefined;
    if (found) return found;
    const context = contexts.get(metric) ?? contextOf(nodes, given, holds, metric);
    contexts.set(metric, context);
    const result = kernelsOf({ ...context, tally: { fresh: 0 } }, expr);
    known.set(key, result);
    return result;
  };
  const unsaid = new Set<string>();
  for (const expr of exprs)
    try {
      for (const kernel of kernels(expr, 1))
        for (const reason of doubtsAbout(kernel)) unsaid.add(reason);
    } catch (problem) {
      if (!(problem instanceof Beyond)) throw problem;
      if (expr === exprs[0] || expr === exprs[1]) return undefined;
    }
  const { momenta, continuous } = first;
  return {
    kernels,
    labels: new Set([...momenta, ...continuous].map(original)),
    vectors: [...nodes].some(isSpatial),
    unsaid: [...unsaid][0],
  };
}

/** Of two operators with labels or arguments. */
const isCanonical = ({ left, right }: Rule): boolean =>
  [left, right].every((side) => headOf(side) !== undefined && labelsOf(side).length > 0);

/** Sums and integrals over modes, and δ-functions beside them. */
const sumsModes = (node: Expr, holds: (expr: Expr) => boolean): boolean =>
  (node.kind === "series" && node.sort === "sum" && holds(node.body)) ||
  (node.kind === "integral" && holds(node.integrand)) ||
  some(node, (part) => part.kind === "function" && part.name === "δ");

const isSpatial = (node: Expr): boolean =>
  (node.kind === "symbol" && (node.type === "three-vector" || node.type === "four-vector")) ||
  (node.kind === "integral" &&
    node.measures.some(
      ({ power }) => power !== undefined && !(power.kind === "num" && power.numerator === 1n),
    ));

function doubtsAbout({ term, key }: Kernel): readonly string[] {
  const free = term.letters.find(({ sort, order }) => sort === "mode" && order === 2);
  if (free) return [`nothing says what ${free.head} acts on`];
  if (term.letters.some(({ sort, head }) => sort !== "mode" && head !== "vacuum"))
    return ["nothing says what the states are"];
  const norm = term.coefficient.find(
    (one) => one.kind === "symbol" && one.name.startsWith("norm of "),
  );
  if (norm?.kind === "symbol") return [`nothing says the ${norm.name.slice(0, -2)}`];
  return key.includes("idle") || key.includes("δ(0)")
    ? ["nothing says how the sum is cut off"]
    : [];
}
