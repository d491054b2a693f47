/** Integrals and sums whose range is left unsaid: over a region with a name only, over all there is, over the members of a family. */
import { constantDomains } from "../../expr/domains";
import type { Expr, Integral, Measure, Sym } from "../../expr/node";
import { children, some, symbolsOf } from "../../expr/walk";
import { nameKey } from "../given";

/** An integral of which nothing is known but that it is linear. */
export const isUnsaidIntegral = (node: Expr): boolean =>
  node.kind === "integral" &&
  node.measures.every((measure) => measure.sort !== "path" && !isAnticommuting(measure)) &&
  !isOverCircle(node) &&
  (node.measures.some(hasNoEnds) ||
    (node.measures.some(isWhole) &&
      (node.measures.filter(isWhole).length > 1 ||
        some(node.integrand, isUndetermined) ||
        !node.measures.every((measure) => isShown(measure, node.integrand)))));

/** A Grassmann number has no range. */
const isAnticommuting = ({ variable }: Measure): boolean =>
  (variable.kind === "labelled" ? variable.head : variable).kind === "symbol" &&
  (variable.kind === "labelled" ? variable.head : (variable as Sym)).grassmann === true;

/** Over a circle of the complex plane, of what is known there. */
const isOverCircle = ({ measures, integrand }: Integral): boolean =>
  measures.length === 1 && measures[0]?.circle !== undefined && !some(integrand, isUndetermined);

/** The integrand says where it depends on the variable. */
export function isShown({ variable }: Measure, integrand: Expr): boolean {
  const letter = nameKey(variable).normalize("NFKD");
  return [...symbolsOf(integrand)].some((sym) => sym.name.normalize("NFKD") === letter);
}

/** A sum over members that nobody counts. */
export const isUnsaidSum = (node: Expr): boolean =>
  node.kind === "series" &&
  node.sort === "sum" &&
  !node.values &&
  !node.lower &&
  !node.upper &&
  node.variables.every((variable) => variable.kind === "symbol") &&
  !node.variables.every((variable) => hasImpliedRange(variable, node.body));

/** The use of a label shows its values: an index, a spin. */
const hasImpliedRange = (variable: Expr, body: Expr): boolean =>
  some(body, (node) => {
    if (node.kind === "tensor")
      return node.indices.some(
        (index) =>
          variable.kind === "symbol" && index.name === variable.name && index.space !== "generic",
      );
    if (node.kind === "labelled")
      return node.labels.includes(variable) && spins.has(node.head.role ?? "");
    if (node.kind !== "call" || !node.args.includes(variable)) return false;
    const head = node.head.kind === "labelled" ? node.head.head : node.head;
    return head.kind === "symbol" && spins.has(head.role ?? "");
  });

const spins = new Set(["u-spinor", "v-spinor", "polarisation"]);

/** Something is integrated or summed over a range that is left unsaid. */
export const isUnsaid = (node: Expr): boolean => isUnsaidIntegral(node) || isUnsaidSum(node);

const isSpatial = (measure: Measure): boolean =>
  measure.power !== undefined && !(measure.power.kind === "num" && measure.power.numerator === 1n);

/** ∫_V, ∮ d𝐥, ∫dx. */
const hasNoEnds = (measure: Measure): boolean =>
  measure.sort !== "solid-angle" &&
  !measure.lower &&
  !measure.upper &&
  (measure.sort !== "plain" || measure.region !== undefined || !isSpatial(measure));

/** ∫d³x over all of space. */
const isWhole = (measure: Measure): boolean =>
  measure.sort === "plain" && isSpatial(measure) && !measure.lower && !measure.upper;

/** Functions and fields of which nothing is known: an integral over them has no number. */
export const isUndetermined = (node: Expr): boolean =>
  (node.kind === "call" && node.head.kind === "symbol" && node.head.role === undefined) ||
  (node.kind === "symbol" && node.role === undefined && (node.dependsOn?.length ?? 0) > 0);

/** Masses, labels, constants of nature: what no integral over places varies. */
export const isConstantBySort = (sym: Sym): boolean =>
  (sym.dependsOn?.length ?? 0) === 0 &&
  (sym.role !== undefined || sym.type === "label" || constantDomains.has(sym.domain ?? "real"));

/** May stand before such an integral as well as under it; never what shows the letter that is bound, nor what may depend on a field that is. */
export function mayStandBefore(integral: Integral, factor: Expr): boolean {
  const { measures, integrand } = integral;
  if (measures.some((measure) => isShown(measure, factor))) return false;
  const isConstant = () => [...symbolsOf(factor)].every(isConstantBySort);
  if (measures.some(({ sort }) => sort === "path")) return isConstant();
  return (
    !isUnsaidIntegral(integral) ||
    measures.every((measure) => isShown(measure, integrand)) ||
    isConstant()
  );
}

/** Names that stand outside all such integrals: they are the same wherever they are. */
export function namesOutside(exprs: readonly Expr[]): ReadonlySet<string> {
  const found = new Set<string>();
  const seen = new Set<Expr>();
  const visit = (node: Expr): void => {
    if (seen.has(node) || isUnsaidIntegral(node)) return;
    seen.add(node);
    if (node.kind === "symbol") found.add(node.name);
    for (const part of children(node)) visit(part);
  };
  for (const expr of exprs) visit(expr);
  return found;
}

/** Symbols that stand somewhere outside every sum. */
export function symbolsOutsideSums(exprs: readonly Expr[]): ReadonlySet<Expr> {
  const found = new Set<Expr>();
  const seen = new Set<Expr>();
  const visit = (node: Expr): void => {
    if (seen.has(node) || node.kind === "series") return;
    seen.add(node);
    if (node.kind === "symbol") found.add(node);
    for (const part of children(node)) visit(part);
  };
  for (const expr of exprs) visit(expr);
  return found;
}
