/** Commutators: the product rule, what they are by definition, and the ones everybody knows. */
import {
  commutator,
  constant,
  minusOne,
  num,
  one,
  product,
  sum,
  symbol,
  tensor,
} from "../expr/build";
import { intern } from "../expr/intern";
import type { Bracket, Expr, Role, Sym } from "../expr/node";
import { factorsOf } from "../expr/questions";
import { some, symbolsOf } from "../expr/walk";
import { gammaOf, metricBetween } from "./dirac";
import { isNumber } from "./isNumber";
import type { Law, Scene } from "./law";
import { formOf } from "./sameness";

/** [A,BC] = [A,B]C + B[A,C]. */
export const commutatorOfProduct: Law = {
  name: "operators.commutator-of-product",
  needs: ["bracket"],
  forth: "uses [A,BC] = [A,B]C + B[A,C]",
  back: "recognises a commutator",
  statement: "[A,BC] = [A,B]C + B[A,C]",
  rewrite(node) {
    if (node.kind !== "bracket" || node.sort !== "commutator") return undefined;
    const { left, right } = node;
    const [b, ...rest] = wordOf(right);
    if (b && rest.length > 0) {
      const c = product(...rest);
      return sum(product(commutator(left, b), c), product(b, commutator(left, c)));
    }
    const [a, ...others] = wordOf(left);
    if (!a || others.length === 0) return undefined;
    const tail = product(...others);
    return sum(product(a, commutator(tail, right)), product(commutator(a, right), tail));
  },
};

/** The factors of a product or power of operators. */
function wordOf(node: Expr): readonly Expr[] {
  const factors = factorsOf(node).flatMap((factor) =>
    factor.kind === "power" &&
    factor.exponent.kind === "num" &&
    isSmall(factor.exponent.numerator) &&
    factor.exponent.denominator === 1n
      ? Array.from({ length: Number(factor.exponent.numerator) }, () => factor.base)
      : [factor],
  );
  return factors.some(isNumber) ? [] : factors;
}

const isSmall = (count: bigint): boolean => count > 0n && count < 7n;

/** [A,B] = AB − BA, {A,B} = AB + BA. */
export const writeOutCommutator: Law = {
  name: "operators.commutator",
  needs: ["bracket"],
  forth: "writes out the commutator",
  back: "recognises a commutator",
  statement: "[A,B] = AB − BA, {A,B} = AB + BA",
  rewrite(node) {
    if (node.kind !== "bracket" || node.sort === "poisson") return undefined;
    const { left, right } = node;
    const sign = node.sort === "commutator" ? minusOne : one;
    return sum(product(left, right), product(sign, right, left));
  },
};

/** [a,a†] = 1, [x,p] = iħ, {γ^μ,γ^ν} = 2g^{μν}, and what the text states. */
export const knownCommutator: Law = {
  name: "operators.known-commutator",
  needs: ["bracket"],
  forth: "uses the commutation relations",
  back: "uses the commutation relations",
  statement: "[a,a†] = 1, [x,p] = iħ, {γ^μ,γ^ν} = 2g^{μν}",
  rewrite(node, scene) {
    if (node.kind !== "bracket") return undefined;
    const stated = statedFor(node, scene);
    if (stated) return stated;
    if (node.sort === "anticommutator") {
      const [a, b] = [gammaOf(node.left), gammaOf(node.right)];
      return a && b && product(num(2), metricBetween(a, b, node, scene));
    }
    return node.sort === "commutator" ? bracketOf(node.left, node.right, scene) : undefined;
  },
};

function statedFor(node: Bracket, { facts }: Scene): Expr | undefined {
  const turned = intern({ ...node, left: node.right, right: node.left });
  for (const fact of facts) {
    if (fact.kind !== "algebra" || fact.left.kind !== "bracket") continue;
    if (formOf(fact.left) === formOf(node)) return fact.right;
    if (fact.left.sort === node.sort && formOf(fact.left) === formOf(turned))
      return node.sort === "anticommutator" ? fact.right : product(minusOne, fact.right);
  }
  return undefined;
}

/** What [A,B] is for the operators with a role; undefined where nothing is known. */
function bracketOf(a: Expr, b: Expr, scene: Scene): Expr | undefined {
  return half(a, b, scene) ?? negated(half(b, a, scene));
}

const negated = (value: Expr | undefined): Expr | undefined => value && product(minusOne, value);

function half(a: Expr, b: Expr, scene: Scene): Expr | undefined {
  if (a === b || isNumber(a) || isNumber(b)) return num(0);
  const [lowering, raising] = [loweringOf(a), raisingOf(b)];
  if (lowering && raising && lowering === raising && lowering.kind === "symbol") return one;
  if (hasRole(a, "position-operator") && hasRole(b, "momentum-operator") && a.kind === "symbol")
    return product(constant("i"), hbar(scene));
  return undefined;
}

const hasRole = (node: Expr, role: Role): boolean => node.kind === "symbol" && node.role === role;

/** a, where the node is a. */
export const loweringOf = (node: Expr): Expr | undefined =>
  hasRole(node, "lowering") ? node : undefined;

/** a, where the node is a†. */
export const raisingOf = (node: Expr): Expr | undefined =>
  node.kind === "involution" && node.sort === "dagger" ? loweringOf(node.operand) : undefined;

/** ħ as the author writes it; 1 where it stands nowhere. */
function hbar({ target, facts }: Scene): Expr {
  const isHbar = (s: Sym): boolean => s.name === "ħ";
  const places = [target, ...facts.flatMap((fact) => ("right" in fact ? [fact.right] : []))];
  for (const place of places) for (const s of symbolsOf(place)) if (isHbar(s)) return s;
  return symbol("ħ", "scalar", { role: "physical-constant", domain: "positive" });
}

/** a a† = a†a + 1, p x = x p − iħ. */
export const normalOrder: Law = {
  name: "operators.normal-order",
  needs: ["lowering", "momentum-operator"],
  forth: "commutes operators",
  back: "commutes operators",
  statement: "a a† = a†a + 1, p x = x p − iħ",
  rewrite(node, scene) {
    if (node.kind !== "product") return undefined;
    const { factors } = node;
    for (let i = 0; i + 1 < factors.length; i++) {
      const [a, b] = [factors[i] as Expr, factors[i + 1] as Expr];
      const [x, y] = [unpowered(a), unpowered(b)];
      const wrong =
        (loweringOf(x) && raisingOf(y)) ||
        (hasRole(x, "momentum-operator") && hasRole(y, "position-operator"));
      const value = wrong ? bracketOf(x, y, scene) : undefined;
      if (value === undefined) continue;
      const [before, after] = [lessOne(a), lessOne(b)];
      return product(
        ...factors.slice(0, i),
        ...before,
        sum(product(y, x), value),
        ...after,
        ...factors.slice(i + 2),
      );
    }
    return undefined;
  },
};

const unpowered = (node: Expr): Expr =>
  node.kind === "power" && node.exponent.kind === "num" && isSmall(node.exponent.numerator)
    ? node.base
    : node;

const lessOne = (node: Expr): readonly Expr[] =>
  unpowered(node) === node || node.kind !== "power" || node.exponent.kind !== "num"
    ? []
    : Array.from({ length: Number(node.exponent.numerator) - 1 }, () => node.base);

/** {A,B} by the commutator, where the other side has only words. */
export const swapBracket: Law = {
  name: "operators.turn-bracket",
  needs: ["bracket"],
  forth: "turns a commutator",
  back: "turns a commutator",
  statement: "[A,B] = −[B,A]",
  minor: true,
  rewrite(node, { target }) {
    if (node.kind !== "bracket" || node.sort === "poisson") return undefined;
    const turned = intern({ ...node, left: node.right, right: node.left });
    if (!some(target, (part) => part === turned)) return undefined;
    return node.sort === "commutator" ? product(minusOne, turned) : turned;
  },
};

/** J_iJ_j − J_jJ_i = iħε_ijk J_k as the bracket of angular momenta. */
export const angularMomentum: Law = {
  name: "operators.angular-momentum",
  needs: ["bracket"],
  forth: "uses the commutation relations",
  back: "uses the commutation relations",
  statement: "[J_i,J_j] = iħ ε_ijk J_k",
  rewrite(node, scene) {
    if (node.kind !== "bracket" || node.sort !== "commutator") return undefined;
    const { left, right } = node;
    if (left.kind !== "tensor" || right.kind !== "tensor" || left.head !== right.head)
      return undefined;
    const [i, j] = [left.indices[0], right.indices[0]];
    if (!hasRole(left.head, "angular-momentum") || !i || !j) return undefined;
    if (i.value !== undefined || j.value !== undefined) return undefined;
    const name =
      ["k", "l", "m", "n", "q", "r"].find((one) => one !== i.name && one !== j.name) ?? "s";
    const k = { ...i, name };
    const epsilon = symbol("ε", "tensor", { role: "epsilon" });
    return product(constant("i"), hbar(scene), tensor(epsilon, i, j, k), tensor(left.head, k));
  },
};
