/** The names that stand in a formula as quantities, not as the places or labels that fields and modes are taken at. */
import type { Expr, Sym } from "../expr/node";
import { children } from "../expr/walk";

export function* standing(node: Expr): Generator<Sym> {
  if (node.kind === "symbol") yield node;
  else if (node.kind === "call" && !isField(node.head))
    for (const part of [node.head, ...node.args]) yield* standing(part);
  else if (node.kind === "call" || node.kind === "labelled" || node.kind === "tensor")
    yield* standing(node.head);
  else if (node.kind === "integral") yield* standing(node.integrand);
  else if (node.kind !== "ket" && node.kind !== "bra" && !isSieve(node))
    for (const part of children(node)) yield* standing(part);
}

/** V(𝐫) and V′(𝐫) are made of 𝐫, φ(𝐱) is an operator of its own. */
const isField = (head: Expr): boolean =>
  head.kind === "primed"
    ? isField(head.head)
    : head.kind !== "symbol" ||
      !/^(function|scalar)$/.test(head.type) ||
      /^[φϕψχπΦΨΠ]/u.test(head.name);

/** δ(𝐱 − 𝐲). */
const isSieve = (node: Expr): boolean => node.kind === "function" && node.name === "δ";
