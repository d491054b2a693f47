/** D_μψ = ∂_μψ − igA_μψ says what D_μ is, as long as it acts on nothing but ψ. */
import { derivative, product, sum } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { Expr, Sym, Tensor } from "../expr/node";
import { nodes, some } from "../expr/walk";
import { partsOf, withFacts } from "./facts";

export function withCovariantAction(claim: Claim): Claim {
  const facts = claim.given.flatMap((premise) => premise.facts);
  const actions = facts.flatMap((fact) => actionIn(fact) ?? []);
  if (actions.length === 0) return claim;
  const bodies = new Map<Fact, Fact>();
  for (const action of actions) {
    const { sign, field, body } = action;
    const others = actions.filter((other) => other.sign.head === sign.head);
    const written = [
      claim.left,
      claim.right,
      ...facts.filter((fact) => fact !== action.fact).flatMap(partsOf),
    ];
    if (others.length === 1 && written.every((part) => actsOnlyOn(part, sign.head, field)))
      bodies.set(action.fact, { kind: "definition", head: sign, body });
  }
  return bodies.size > 0 ? withFacts(claim, (fact) => bodies.get(fact) ?? fact) : claim;
}

interface Action {
  readonly fact: Fact;
  readonly sign: Tensor;
  /** The name of what it acts on. */
  readonly field: string;
  /** What it does, waiting for something to act on. */
  readonly body: Expr;
}

function actionIn(fact: Fact): Action | undefined {
  if (fact.kind !== "constraint" || fact.left.kind !== "product") return undefined;
  const [sign, operand, ...more] = fact.left.factors;
  if (!isSign(sign) || !operand || more.length > 0) return undefined;
  const field = nameOf(operand);
  const body = waiting(fact.right, operand);
  return field !== undefined && body && !some(body, (node) => node === operand)
    ? { fact, sign, field, body }
    : undefined;
}

const isSign = (node: Expr | undefined): node is Tensor & { readonly head: Sym } =>
  node?.kind === "tensor" &&
  node.head.kind === "symbol" &&
  node.head.type === "operator" &&
  /^D′*$/u.test(node.head.name) &&
  node.indices.length === 1;

function nameOf(node: Expr): string | undefined {
  if (node.kind === "symbol") return node.name;
  return node.kind === "labelled" || node.kind === "call" ? nameOf(node.head) : undefined;
}

/** The right side without what stands at its end. */
function waiting(side: Expr, operand: Expr): Expr | undefined {
  switch (side.kind) {
    case "sum": {
      const terms = side.terms.map((term) => waiting(term, operand));
      return terms.every((term) => term !== undefined) ? sum(...terms) : undefined;
    }
    case "product": {
      const last = side.factors.at(-1);
      const before = side.factors.slice(0, -1);
      if (last === operand) return product(...before);
      const inner = last && waiting(last, operand);
      return inner && product(...before, inner);
    }
    case "derivative":
      return side.operand === operand ? derivative(side.by, undefined, side.order) : undefined;
    default:
      return undefined;
  }
}

/** Wherever the sign stands in a product, the product ends with the field, or is made of such signs alone. */
function actsOnlyOn(part: Expr, head: Expr, field: string): boolean {
  const isOwn = (node: Expr): boolean => node.kind === "tensor" && node.head === head;
  return [...nodes(part)].every((node) => {
    if (node.kind !== "product" || !node.factors.some((factor) => some(factor, isOwn))) return true;
    const last = node.factors.at(-1);
    return last !== undefined && (nameOf(last) === field || some(last, isOwn));
  });
}
