/** What a commutator of ladder operators is normalised to: [a_p, a_q†] = (2π)³ δ³(p−q). */
import type { Expr, Sym } from "../../expr/node";
import { nodes } from "../../expr/walk";
import type { Given } from "../given";
import { Beyond } from "../number/field";
import { bind, type Scope, valueIn } from "../scope";
import { scalarOf } from "../value";

export interface Norm {
  readonly labels: readonly Expr[];
  readonly value: Expr;
}

type Algebra = Given["algebras"][number];

/** By the name of the lowering operator. */
export function normsOf({ algebras }: Given): ReadonlyMap<string, Norm> {
  const found = new Map<string, Norm>();
  for (const fact of algebras) {
    const name = normalised(fact);
    if (name === undefined || fact.left.kind !== "bracket") continue;
    found.set(name, {
      labels: [...labelsOf(fact.left.left), ...labelsOf(fact.left.right)],
      value: fact.right,
    });
  }
  return found;
}

/** The name of the operator whose norm a relation gives. */
export function normalised({ left, right }: Pick<Algebra, "left" | "right">): string | undefined {
  if (left.kind !== "bracket" || left.right.kind !== "involution") return undefined;
  const [first, second] = [headOf(left.left), headOf(left.right.operand)];
  if (!first || first.name !== second?.name) return undefined;
  const labels = [...labelsOf(left.left), ...labelsOf(left.right)];
  if (labels.length === 0) return first.name;
  const plain = labels.length === 2 && labels.every(({ kind }) => kind === "symbol");
  return plain && labels[0] !== labels[1] && [...nodes(right)].some(isDelta)
    ? first.name
    : undefined;
}

function headOf(node: Expr): Sym | undefined {
  const head = node.kind === "labelled" ? node.head : node;
  return head.kind === "symbol" && (head.role === "lowering" || head.role === "fermion-lowering")
    ? head
    : undefined;
}

const labelsOf = (node: Expr): readonly Expr[] =>
  node.kind === "involution" ? labelsOf(node.operand) : node.kind === "labelled" ? node.labels : [];

const isDelta = (node: Expr): boolean =>
  (node.kind === "function" && node.name === "δ") ||
  (node.kind === "symbol" && node.role === "delta");

/** The commutator of one mode with its own adjoint. */
export function normOf<E>(scope: Scope<E>, name: string, label: Expr | undefined): E {
  const norm = scope.words?.norms.get(name);
  if (!norm) return scope.field.one;
  if (norm.labels.length > 0 && !label) throw new Beyond(`${name} with labels and without`);
  const inner = label
    ? bind(
        scope,
        norm.labels.map((formal) => [formal, valueIn(scope, label)] as const),
      )
    : scope;
  return scalarOf(scope.field, valueIn(inner, norm.value));
}
