/** When a difference in a paper is an error although no edit mends it: both sides are determined by the same symbols. */
import { zero } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { By, Expr } from "../expr/node";
import { nodes, some } from "../expr/walk";
import { partsOf } from "./facts";
import { freeSymbols } from "./freeSymbols";

export function mustHold(claim: Claim, constraints: readonly Fact[]): boolean {
  const left = unknowns(claim.left);
  const right = unknowns(claim.right);
  if (left.size !== right.size || [...left].some((s) => !right.has(s))) return false;
  if ([claim.left, claim.right].some((side) => some(side, isUndetermined))) return false;
  if (isCondition(claim)) return false;
  const known = [...claim.given.flatMap((premise) => premise.facts), ...constraints];
  return !known.some(
    (fact) =>
      isBinding(fact) &&
      partsOf(fact).some((part) =>
        [...nodes(part)].some((n) => n.kind === "symbol" && left.has(n)),
      ),
  );
}

/** What no notation fixes, and operators whatever fixes them: names, and the members u_1, u_2 of a family each by itself. */
const unknowns = (side: Expr): ReadonlySet<Expr> =>
  new Set([
    ...[...freeSymbols(side)].filter((s) => s.role === undefined || s.type === "operator"),
    ...[...nodes(side)].filter((node) => node.kind === "labelled"),
  ]);

const isBinding = (fact: Fact): boolean => fact.kind === "constraint" || fact.kind === "algebra";

/** A function, operator, state or field nobody has fixed; what is differentiated by something else is one. */
export function isUndetermined(node: Expr): boolean {
  switch (node.kind) {
    case "derivative":
      return node.operand !== undefined && isVaried(node.operand, node.by);
    case "call":
    case "primed":
    case "ket":
    case "bra":
    case "expectation":
    case "opaque":
    case "hole":
      return true;
    case "symbol":
      return (
        node.type === "function" ||
        node.type === "state" ||
        node.grassmann === true ||
        (node.dependsOn?.length ?? 0) > 0 ||
        ((node.type === "operator" ||
          node.type === "matrix" ||
          node.type === "tensor" ||
          node.type === "spinor") &&
          node.role === undefined)
      );
    default:
      return false;
  }
}

/** A bare name under a derivative, unless it is what the derivative is taken by. */
function isVaried(operand: Expr, by: By): boolean {
  switch (operand.kind) {
    case "symbol":
      return operand.role === undefined && !(by.kind === "variable" && by.variable === operand);
    case "tensor":
    case "labelled":
      return !(by.kind === "variable" && by.variable === operand) && isVaried(operand.head, by);
    case "derivative":
      return operand.operand !== undefined && isVaried(operand.operand, by);
    default:
      return !some(operand, (part) => isPlaceOf(part, by)) && freeSymbols(operand).size > 0;
  }
}

/** What a derivative is taken by, or the place for one by index or ∇. */
const isPlaceOf = (part: Expr, by: By): boolean =>
  by.kind === "variable"
    ? part === by.variable
    : part.kind === "symbol" && (part.role === "coordinate" || /^[xyzrt𝐱𝐫]$/u.test(part.name));

/** = 0, or an equation for what stands on the left. */
const isCondition = ({ left, right }: Claim): boolean =>
  left === zero || right === zero || isEigenvalue(left, right);

/** Hψ = Eψ: both sides act on the same thing. */
const isEigenvalue = (left: Expr, right: Expr): boolean =>
  left.kind === "product" &&
  right.kind === "product" &&
  left.factors.length > 1 &&
  left.factors.at(-1) === right.factors.at(-1);
