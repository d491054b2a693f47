/** How tightly the written form of a node holds together: what decides on parentheses. */
import type { Expr } from "./node";

export const binding = {
  /** a + b, and what starts with a sign. */
  sum: 1,
  /** ∫, ∑, lim and ∂ with an operand: they reach to the end of their product. */
  reach: 2,
  product: 3,
  /** a/b, a·b, a×b, a⊗b, a∧b. */
  tight: 4,
  /** Powers, indices, daggers: one item with something attached. */
  attached: 5,
  atom: 6,
} as const;

/** Signs of operations that stand between what they join. */
export const operations = new Set([
  "∘",
  "⊕",
  "⊖",
  "⊙",
  "∪",
  "∩",
  "∨",
  "∖",
  "⋊",
  "⋉",
  "⌟",
  "⊔",
  "⊎",
  "⨿",
  "⋈",
  "⋆",
  "∗",
  "⋄",
  "·",
  "×",
]);

export type Binding = (typeof binding)[keyof typeof binding];

/** ∇_X, ℒ_X, ∇̃_a and ∂̄ of what stands behind them. */
export const along = /^(?:∇.?|∂.|ℒ)$/u;

/** u ≤ x ≤ v in one. */
const compares = /^(?:[=≡≈≃∼∝→↦<≤>≥≪≫≠∈]|:=)(?: |$)/u;

export function bindingOf(node: Expr): Binding {
  switch (node.kind) {
    case "sum":
    case "plus-minus":
      return binding.sum;
    case "num":
      if (node.numerator < 0n) return binding.sum;
      return node.denominator === 1n || node.decimals !== undefined ? binding.atom : binding.tight;
    case "product":
      return signed(node) ? binding.sum : binding.product;
    case "integral":
    case "series":
    case "limit":
      return binding.reach;
    case "derivative":
      return node.operand ? binding.reach : binding.attached;
    case "quotient":
    case "dot":
    case "cross":
    case "tensor-product":
    case "wedge":
      return binding.tight;
    case "opaque":
      if (along.test(node.what) && node.parts.length === 2) return binding.reach;
      return node.parts.length > 1 && (operations.has(node.what) || compares.test(node.what))
        ? binding.sum
        : binding.atom;
    case "power":
    case "tensor":
    case "labelled":
    case "involution":
    case "primed":
    case "slash":
      return binding.attached;
    default:
      return binding.atom;
  }
}

/** Whether a product is written with a leading minus. */
export function signed(node: Expr): boolean {
  if (node.kind === "num") return node.numerator < 0n;
  return (
    node.kind === "product" && node.factors[0]?.kind === "num" && node.factors[0].numerator < 0n
  );
}

/** Whether a factor swallows the factors written after it unless it is put in parentheses. */
export function reaches(node: Expr): boolean {
  switch (node.kind) {
    case "integral":
    case "series":
    case "limit":
      return true;
    case "derivative":
      return true;
    case "product": {
      const last = node.factors.at(-1);
      return last !== undefined && reaches(last);
    }
    default:
      return false;
  }
}
