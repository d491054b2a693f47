/** d²ψ/dx² beside δ(x), with ψ(x) = e^{−κ|x|} given: what has kinks is written out, so that its derivatives are those of a distribution. */
import type { Claim, Fact } from "../expr/claim";
import type { Expr, Sym } from "../expr/node";
import { isNamed } from "../expr/questions";
import { mapChildren, replace, some } from "../expr/walk";

export function withKinksWrittenOut(claim: Claim): Claim {
  const sides = [claim.left, claim.right];
  const isAsked =
    sides.some((side) => some(side, isDelta)) &&
    sides.some((side) => some(side, ({ kind }) => kind === "derivative"));
  const bent = isAsked ? claim.given.flatMap(({ facts }) => facts.flatMap(bentIn)) : [];
  if (bent.length === 0) return claim;
  return { ...claim, left: writtenOut(claim.left, bent), right: writtenOut(claim.right, bent) };
}

/** A function with kinks, as the text gives it. */
interface Bent {
  readonly head: Sym;
  readonly variable: Expr;
  readonly body: Expr;
}

function bentIn(fact: Fact): readonly Bent[] {
  if (fact.kind !== "definition" || fact.head.kind !== "call") return [];
  const { head, args } = fact.head;
  const [variable, ...more] = args;
  const isOfOne = variable?.kind === "symbol" && more.length === 0 && head.kind === "symbol";
  const hasKink = some(
    fact.body,
    (node) => isKink(node) && some(node, (part) => part === variable),
  );
  return isOfOne && hasKink ? [{ head, variable, body: fact.body }] : [];
}

function writtenOut(node: Expr, bent: readonly Bent[]): Expr {
  for (const { head, variable, body } of bent) {
    if (node.kind === "call" && isNamed(node.head, head.name)) {
      const [argument] = node.args;
      return argument ? replace(body, new Map([[variable, argument]])) : body;
    }
    if (isNamed(node, head.name)) return body;
  }
  return mapChildren(node, (part) => writtenOut(part, bent));
}

const isDelta = (node: Expr): boolean => node.kind === "function" && /^δ/.test(node.name);

/** |x|, θ(x), max(x, y): what has a corner or a step. */
export const isKink = (node: Expr): boolean =>
  node.kind === "cases" ||
  (node.kind === "function" && /^(?:abs|θ|Θ|sgn|sign|max|min)$/u.test(node.name));
