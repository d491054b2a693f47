/** Three-vectors: products of products. */
import { cross, dot, minus, num, product } from "../expr/build";
import type { Expr } from "../expr/node";
import type { Law } from "./law";

/** a×(b×c) = b(a·c) − c(a·b). */
export const doubleCross: Law = {
  name: "vectors.double-cross",
  needs: ["cross"],
  forth: "uses a×(b×c) = b(a·c) − c(a·b)",
  back: "uses a×(b×c) = b(a·c) − c(a·b)",
  statement: "a×(b×c) = b(a·c) − c(a·b)",
  rewrite(node) {
    if (node.kind !== "cross") return undefined;
    const { left, right } = node;
    if (right.kind === "cross")
      return minus(
        product(right.left, dot(left, right.right)),
        product(right.right, dot(left, right.left)),
      );
    if (left.kind === "cross")
      return minus(
        product(left.right, dot(left.left, right)),
        product(left.left, dot(left.right, right)),
      );
    return undefined;
  },
};

/** (a×b)·(c×d) = (a·c)(b·d) − (a·d)(b·c); a·(a×b) = 0. */
export const dotOfCross: Law = {
  name: "vectors.dot-of-cross",
  needs: ["cross"],
  forth: "multiplies out the cross products",
  back: "recognises cross products",
  statement: "(a×b)·(c×d) = (a·c)(b·d) − (a·d)(b·c)",
  rewrite(node) {
    if (node.kind !== "dot") return undefined;
    const { left, right } = node;
    if (left.kind === "cross" && right.kind === "cross")
      return minus(
        product(dot(left.left, right.left), dot(left.right, right.right)),
        product(dot(left.left, right.right), dot(left.right, right.left)),
      );
    const vanishes = (a: Expr, b: Expr): boolean =>
      b.kind === "cross" && (b.left === a || b.right === a);
    return vanishes(left, right) || vanishes(right, left) ? num(0) : undefined;
  },
};

/** a·(b×c) = b·(c×a): the cyclic form that comes first. */
export const tripleProduct: Law = {
  name: "vectors.triple-product",
  needs: ["cross"],
  forth: "permutes the triple product",
  back: "permutes the triple product",
  statement: "a·(b×c) = b·(c×a)",
  once: true,
  rewrite(node) {
    if (node.kind !== "dot") return undefined;
    const [a, b] = node.right.kind === "cross" ? [node.left, node.right] : [node.right, node.left];
    return b.kind === "cross" && a.kind !== "cross" ? dot(b.left, cross(b.right, a)) : undefined;
  },
};
