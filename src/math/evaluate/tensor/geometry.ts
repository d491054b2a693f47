/** A metric of which nothing is said: recognised by what is written, and generic at every place. */
import type { Derivative, Expr, Sym } from "../../expr/node";
import { some } from "../../expr/walk";
import { type Given, headKey } from "../given";

/** With the generic metric the formulas speak of, where no line element gives one. */
export function inGeometry(nodes: ReadonlySet<Expr>, given: Given): Given {
  if (given.lineElement) return given;
  const geometric = new Set<string>();
  let metric = false;
  let curvature = false;
  let derivative = false;
  const isSaid = [...given.properties.values()].some((said) => said.has("curved"));
  for (const node of nodes) {
    if (isMetric(node)) metric = true;
    if (node.kind === "symbol" && curvatures.has(node.role ?? "")) curvature = true;
    if (node.kind === "derivative" && node.by.kind === "index" && node.by.covariant)
      derivative ||= node.by.index.space === "lorentz";
    if (isOfDeterminant(node)) geometric.add("g");
  }
  const varies =
    isSaid && metric && [...nodes].some((node) => node.kind === "derivative" && isOfPlaces(node));
  const curved = curvature || derivative || varies || (metric && geometric.has("g"));
  if (!curved) return given;
  if (curvature || derivative) geometric.add("R");
  return { ...given, curved, geometric };
}

/** ∂_μ. */
const isOfPlaces = ({ by }: Derivative): boolean =>
  by.kind === "index" && by.index.space === "lorentz";

const curvatures = new Set(["connection", "riemann", "ricci", "einstein", "ricci-scalar"]);

/** g_{μν}, by its role or by its letter. */
export const isMetric = (node: Expr): boolean =>
  node.kind === "tensor" &&
  node.indices.length === 2 &&
  node.head.kind === "symbol" &&
  (node.head.role === "metric" || (node.head.role === undefined && node.head.name === "g"));

/** √(−g), √g, √|g|, ln(−g). */
const isOfDeterminant = (node: Expr): boolean =>
  node.kind === "function" &&
  /^(?:sqrt|log|ln|abs)$/.test(node.name) &&
  node.args.length === 1 &&
  isDeterminant(node.args[0]);

function isDeterminant(node: Expr | undefined): boolean {
  if (node?.kind === "product")
    return (
      node.factors.length === 2 && node.factors[0]?.kind === "num" && isDeterminant(node.factors[1])
    );
  return node?.kind === "symbol" && node.name === "g" && node.type === "scalar";
}

/** Fields on a curved space: what carries its indices and has no meaning of its own. */
const isTensorField = (sym: Sym): boolean =>
  sym.role === undefined && (sym.type === "tensor" || sym.type === "four-vector");

/** Why the geometry of these formulas is none of ours. */
export function otherGeometry(nodes: ReadonlySet<Expr>, given: Given): string | undefined {
  if (!given.curved || given.lineElement) return undefined;
  for (const node of nodes) {
    if (isMetric(node) && node.kind === "tensor") {
      if (node.head.kind === "symbol" && node.head.name !== "g")
        return `the metric ${node.head.name} beside a curved one`;
      if (given.definitions.has(headKey(node) ?? "")) return "a metric that is put together";
    }
    if (node.kind !== "symbol") continue;
    if (node.type === "operator" || node.type === "matrix" || node.grassmann)
      return "covariant derivatives of what has other components";
    if (node.type === "three-vector") return "vectors of space on a curved metric";
  }
  return undefined;
}

/** Names that vary over a curved space: tensors, and what stands behind a covariant derivative in its product. */
export function* fieldsOnCurved(nodes: Iterable<Expr>): Generator<Sym> {
  for (const node of nodes) {
    if (node.kind === "symbol" && isTensorField(node)) yield node;
    if (node.kind !== "product") continue;
    const at = node.factors.findIndex((factor) => some(factor, isWaiting));
    if (at < 0) continue;
    for (const factor of node.factors.slice(at + 1))
      if (factor.kind === "symbol" && factor.role === undefined) yield factor;
  }
}

/** A covariant derivative that acts on what stands to its right. */
const isWaiting = (node: Expr): boolean =>
  node.kind === "derivative" &&
  node.by.kind === "index" &&
  node.by.covariant === true &&
  !node.operand;
