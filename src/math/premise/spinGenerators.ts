/** S^{μν} = ¼[γ^μ, γ^ν] or with i, beside the commutator. */
import { constant, num, product, quotient, tensor } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Bracket, Expr } from "../expr/node";
import type { Meaning } from "./meaning";
import { everyNode } from "./names";

export function* spinGenerators(claim: Claim): Generator<Meaning> {
  const all = everyNode(claim);
  const bracket = all.find(isOfGammas);
  const spin = all.find(
    (node) =>
      node.kind === "tensor" &&
      node.head.kind === "symbol" &&
      node.head.name === "S" &&
      node.indices.length === 2 &&
      node.indices.every(({ space }) => space === "lorentz"),
  );
  if (!bracket || spin?.kind !== "tensor") return;
  const [left, right] = [bracket.left, bracket.right];
  if (left.kind !== "tensor" || right.kind !== "tensor") return;
  const head = tensor(spin.head, ...left.indices, ...right.indices);
  for (const [factor, latex] of [
    [quotient(num(1), num(4)), "\\tfrac14"],
    [quotient(constant("i"), num(4)), "\\tfrac i4"],
  ] as const)
    yield {
      head,
      body: product(factor, bracket),
      latex: `S^{\\mu\\nu}=${latex}[\\gamma^\\mu,\\gamma^\\nu]`,
    };
}

/** [γ^μ, γ^ν]. */
const isOfGammas = (node: Expr): node is Bracket =>
  node.kind === "bracket" && node.sort === "commutator" && [node.left, node.right].every(isGamma);

const isGamma = (node: Expr): boolean =>
  node.kind === "tensor" &&
  node.indices.length === 1 &&
  node.indices[0]?.value === undefined &&
  node.head.kind === "symbol" &&
  node.head.role === "gamma";
