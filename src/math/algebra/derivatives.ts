/** Derivatives of products, and what stands still under them. */

import { num, one, product, sum } from "../expr/build";
import { intern } from "../expr/intern";
import type { Derivative, Expr, Sym } from "../expr/node";
import { factorsOf, isBareDerivative, isNabla } from "../expr/questions";
import { nodes, some, symbolsOf } from "../expr/walk";
import { isNumber } from "./isNumber";
import type { Law, Scene } from "./law";
import { rationalOf } from "./rational";

/** (fg)′ = f′g + fg′. */
export const productRule: Law = {
  name: "calculus.product-rule",
  needs: ["derivative"],
  forth: "uses the product rule",
  back: "recognises a total derivative",
  statement: "∂(fg) = (∂f)g + f∂g",
  rewrite(node, scene) {
    if (node.kind !== "derivative" || !node.operand || node.order !== one || isNabla(node))
      return undefined;
    const factors = factorsOf(node.operand);
    if (factors.length < 2 || factors.some(isBareDerivative)) return undefined;
    const moving = factors.filter((factor) => !isFixed(node, factor, scene));
    if (moving.length < 2) return undefined;
    return sum(
      ...factors.flatMap((factor, at) =>
        isFixed(node, factor, scene)
          ? []
          : product(...factors.map((other, i) => (i === at ? along(node, other) : other))),
      ),
    );
  },
};

/** (cf)′ = cf′, c′ = 0. */
export const constantFactor: Law = {
  name: "calculus.constant",
  needs: ["derivative"],
  forth: "takes constants out of a derivative",
  back: "takes a constant into a derivative",
  statement: "∂(cf) = c∂f, ∂c = 0",
  minor: true,
  rewrite(node, scene) {
    if (node.kind !== "derivative" || !node.operand || isNabla(node)) return undefined;
    const factors = factorsOf(node.operand);
    if (factors.some(isBareDerivative)) return undefined;
    const fixed = factors.filter((factor) => isNumber(factor) && isFixed(node, factor, scene));
    if (fixed.length === 0) return undefined;
    if (fixed.length === factors.length)
      return factors.every((factor) => symbolsOf(factor).size === 0) ? num(0) : undefined;
    return product(
      ...fixed,
      along(node, product(...factors.filter((factor) => !fixed.includes(factor)))),
    );
  },
};

export const along = (node: Derivative, operand: Expr): Expr => intern({ ...node, operand });

/** Nothing in it moves with what one differentiates by. */
export function isFixed({ by }: Derivative, part: Expr, scene: Scene): boolean {
  if (rationalOf(part)) return true;
  if (by.kind === "variable" && by.held) return false;
  if (some(part, ({ kind }) => kind === "call" || kind === "primed" || kind === "opaque"))
    return false;
  const symbols = [...symbolsOf(part)];
  if (by.kind === "index") {
    const moving = movingIn(scene.target);
    return !symbols.some((s) => dependsOnPlace(s) || moving.has(s));
  }
  if (by.kind !== "variable" || by.variable.kind !== "symbol" || by.style === "functional")
    return false;
  const { variable } = by;
  return !symbols.some(
    (s) =>
      s === variable ||
      s.name === variable.name ||
      s.dependsOn !== undefined ||
      s.type === "function" ||
      (by.style === "total" && s.type !== "scalar"),
  );
}

const dependsOnPlace = (s: Sym): boolean =>
  s.dependsOn !== undefined ||
  s.role === "coordinate" ||
  s.type === "function" ||
  s.type === "operator" ||
  s.type === "spinor";

const known = new WeakMap<Expr, ReadonlySet<Sym>>();

/** What the other side differentiates. */
function movingIn(target: Expr): ReadonlySet<Sym> {
  const before = known.get(target);
  if (before) return before;
  const found = new Set<Sym>();
  for (const node of nodes(target))
    if (node.kind === "derivative" && node.operand)
      for (const s of symbolsOf(node.operand)) found.add(s);
  known.set(target, found);
  return found;
}
