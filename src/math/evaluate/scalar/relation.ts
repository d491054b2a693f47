/** Which relations compare measured numbers: a constant given by others, a quantity with its unit. */
import type { Expr } from "../../expr/node";
import { children, some } from "../../expr/walk";
import { physicalConstant } from "../analysis/units";
import { constantName } from "./constantName";
import { dimensionOf, sameDimensions } from "./dimension";

/** Letters that mean something else as often. */
const ambiguous = new Set(["k", "R", "F", "g", "u", "σ", "G"]);

/** Names that are constants without a letter beside them to say so. */
const isCertain = (name: string): boolean => name === "ħ" || name.includes("_");

/**
 * A relation among constants of nature in SI, or between them and numbers with units: the dimensions agree and the constants
 * do not cancel by themselves, so that measured numbers are compared.
 */
export function relatesConstants(exprs: readonly Expr[]): boolean {
  const names = [...namesIn(exprs)];
  const hasUnits = exprs.some((expr) => some(expr, (node) => node.kind === "unit"));
  const known = hasUnits
    ? names.some(isConstant)
    : names.some(isCertain) && names.every(isConstant);
  if (!known) return false;
  return agree(exprs, (name) => !isConstant(name)) && !agree(exprs, () => true);
}

/** Whether a name stands for a constant of nature wherever measured numbers are compared. */
export const isConstant = (name: string): boolean =>
  !ambiguous.has(name) && physicalConstant(name) !== undefined;

/** Every expression has the same dimension, and quantities of unknown dimension cancel between them. */
function agree(exprs: readonly Expr[], isQuantity: (name: string) => boolean): boolean {
  const [first, ...others] = exprs.map((expr) => dimensionOf(expr, isQuantity));
  return (
    first !== undefined &&
    others.every((other) => other !== undefined && sameDimensions(first, other))
  );
}

/** The names in an expression, those of constants with their label. */
export function namesIn(exprs: readonly Expr[]): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<Expr>();
  const visit = (node: Expr): void => {
    if (seen.has(node)) return;
    seen.add(node);
    const name =
      node.kind === "symbol" || node.kind === "labelled" ? constantName(node) : undefined;
    if (name) names.add(name);
    else for (const part of children(node)) visit(part);
  };
  exprs.forEach(visit);
  return names;
}
