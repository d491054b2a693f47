/** Pauli matrices and generators: products, traces and commutators in closed form. */
import { constant, num, one, product, quotient, sum, symbol, tensor } from "../expr/build";
import type { Expr, Index, Role } from "../expr/node";
import { factorsOf } from "../expr/questions";
import { symbolsOf } from "../expr/walk";
import { indexCounts } from "./indices";
import { isNumber } from "./isNumber";
import type { Law, Scene } from "./law";
import { spliced } from "./tidy";

/** The index of σ_i or T^a. */
function indexOf(node: Expr | undefined, role: Role): Index | undefined {
  if (node?.kind !== "tensor" || node.head.kind !== "symbol" || node.head.role !== role)
    return undefined;
  const [index, more] = node.indices;
  return index && !more && index.value === undefined ? index : undefined;
}

/** σ_iσ_j = δ_ij + iε_ijkσ_k. */
export const pauliProduct: Law = {
  name: "spin.pauli-product",
  needs: ["pauli"],
  forth: "multiplies Pauli matrices",
  back: "recognises a product of Pauli matrices",
  statement: "σ_iσ_j = δ_ij + iε_ijkσ_k",
  once: true,
  rewrite(node, scene) {
    if (node.kind !== "product") return undefined;
    const { factors } = node;
    for (let at = 0; at + 1 < factors.length; at++) {
      const [a, b] = [factors[at] as Expr, factors[at + 1] as Expr];
      const [i, j] = [indexOf(a, "pauli"), indexOf(b, "pauli")];
      if (!i || !j || a.kind !== "tensor" || i.space !== j.space) continue;
      if (i.name === j.name) return spliced(factors, at, at + 2, num(3));
      const k = { ...i, name: freshFor(node, scene) };
      return spliced(
        factors,
        at,
        at + 2,
        sum(
          tensor(letter("delta", node, scene), i, j),
          product(
            constant("i"),
            tensor(letter("epsilon", node, scene), i, j, k),
            tensor(a.head, k),
          ),
        ),
      );
    }
    return undefined;
  },
};

/** Tr T^a = 0, Tr T^aT^b = ½δ^{ab}, and the same of Pauli matrices. */
export const traceOfGenerators: Law = {
  name: "spin.trace",
  needs: ["trace"],
  forth: "evaluates the trace",
  back: "writes it as a trace",
  statement: "Tr T^aT^b = ½δ^{ab}, Tr σ_iσ_j = 2δ_ij",
  rewrite(node, scene) {
    if (node.kind !== "trace") return undefined;
    const factors = factorsOf(node.operand);
    const numbers = factors.filter(isNumber);
    const word = factors.filter((factor) => !isNumber(factor));
    for (const [role, norm] of [
      ["generator", quotient(one, num(2))],
      ["pauli", num(2)],
    ] as const) {
      const indices = word.map((factor) => indexOf(factor, role));
      const [a, b, more] = indices;
      if (!a || more || indices.some((index) => !index)) continue;
      if (!b) return num(0);
      if (a.name === b.name) continue;
      return product(norm, ...numbers, tensor(letter("delta", node, scene), a, b));
    }
    return undefined;
  },
};

/** [T^a,T^b] = if^{abc}T^c, [σ_i,σ_j] = 2iε_ijkσ_k. */
export const commutatorOfGenerators: Law = {
  name: "spin.commutator",
  needs: ["bracket"],
  forth: "uses the commutation relations",
  back: "uses the commutation relations",
  statement: "[T^a,T^b] = i f^{abc}T^c, [σ_i,σ_j] = 2i ε_ijk σ_k",
  rewrite(node, scene) {
    if (node.kind !== "bracket" || node.sort !== "commutator") return undefined;
    const { left, right } = node;
    for (const [role, factor, structure] of [
      ["generator", one, "structure"],
      ["pauli", num(2), "epsilon"],
    ] as const) {
      const [a, b] = [indexOf(left, role), indexOf(right, role)];
      if (!a || !b || left.kind !== "tensor" || a.name === b.name) continue;
      const c = { ...a, name: freshFor(node, scene) };
      return product(
        factor,
        constant("i"),
        tensor(letter(structure, node, scene), a, b, c),
        tensor(left.head, c),
      );
    }
    return undefined;
  },
};

const usual = { delta: "δ", epsilon: "ε", structure: "f" } as const;

/** The author's own letter where one stands. */
function letter(role: keyof typeof usual, near: Expr, { target }: Scene): Expr {
  for (const side of [near, target])
    for (const part of symbolsOf(side)) if (part.role === role) return part;
  return symbol(usual[role], "tensor", { role });
}

/** An index name that stands nowhere yet. */
function freshFor(near: Expr, { target }: Scene): string {
  const taken = new Set(
    [near, target].flatMap((side) => [...indexCounts(side).keys()].map((key) => key.split(" ")[0])),
  );
  return ["k", "c", "l", "m", "n", "e", "q", "r", "s"].find((name) => !taken.has(name)) ?? "z";
}
