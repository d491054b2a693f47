/** 1/(x + iε): what is meant is the limit of small ε > 0, under an integral with something smooth. */
import { namesakes } from "../evaluate/calculus/placed";
import { constant, dot, minus, negate, num, power, symbol, zero } from "../expr/build";
import type { Claim } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr, Sym } from "../expr/node";
import { isSquareOfFourVector } from "../expr/questions";
import { children, nodes, replace, some } from "../expr/walk";
import { mapClaim, partsOf } from "./facts";

/** N/(D + iε) = R where R has no poles: N = RD then, and nothing is left of ε. Undefined for other claims. */
export function withoutPrescription(claim: Claim): Claim | undefined {
  const sides = [claim.left, claim.right];
  const [shifted, ...more] = sides.flatMap((side) => [...nodes(side)].filter(isShifted));
  const smooth = sides.find((side) => !some(side, (node) => node === shifted));
  if (shifted?.kind !== "quotient" || more.length > 0 || !smooth) return undefined;
  if (some(smooth, ({ kind }) => kind === "quotient" || kind === "power")) return undefined;
  const none = new Map([...shifts(shifted.under)].map((ε): [Expr, Expr] => [ε, zero]));
  return mapClaim(claim, (part) => replace(part, none));
}

const isShifted = (node: Expr): boolean =>
  node.kind === "quotient" && [...shifts(node.under)].length > 0;

/** The claim with every iε outside integrals in its limit, and p⁰ as the variable of p² on its own; undefined where there is no such ε. */
export function inTheLimit(written: Claim): Claim | undefined {
  const small = [written.left, written.right].flatMap((side) => [...prescribed(side)]);
  const [ε] = small;
  const isGiven = written.given.some(({ facts }) =>
    facts.flatMap(partsOf).some((part) => some(part, (node) => node === ε)),
  );
  if (!ε || small.some((other) => other !== ε) || isGiven) return undefined;
  const claim = withEnergies(written);
  const limit = (body: Expr): Expr =>
    some(body, (node) => node === ε)
      ? intern({ kind: "limit", variable: ε, to: zero, side: "above", body })
      : body;
  return { ...claim, left: limit(claim.left), right: limit(claim.right) };
}

/** ε in A ± iε below a fraction bar or in a logarithm, under no integral. */
function* prescribed(node: Expr): Generator<Sym> {
  if (node.kind === "integral" || node.kind === "limit") return;
  if (node.kind === "quotient") yield* shifts(node.under);
  if (node.kind === "power" && node.exponent.kind === "num" && node.exponent.numerator < 0n)
    yield* shifts(node.base);
  // The side of a branch cut.
  if (node.kind === "function" && /^(?:log|ln|sqrt|arg)$/u.test(node.name))
    for (const argument of node.args) yield* shifts(argument);
  for (const part of children(node)) yield* prescribed(part);
}

function* shifts(under: Expr): Generator<Sym> {
  if (under.kind === "sum")
    for (const term of under.terms)
      for (const part of nodes(term)) {
        if (part.kind !== "product" || !part.factors.includes(constant("i"))) continue;
        yield* part.factors.filter(isSmall);
      }
  else for (const part of children(under)) yield* shifts(part);
}

const isSmall = (node: Expr): node is Sym =>
  node.kind === "symbol" && /^(?:[εϵη]|0⁺)$/u.test(node.name);

/** A δ-function or a principal value under no integral: the claim is about distributions. */
export const isOfDistributions = (node: Expr): boolean =>
  node.kind !== "integral" &&
  ((node.kind === "function" &&
    /^(?:δ[′″]?|PV)$/u.test(node.name) &&
    node.parameters.length === 0) ||
    children(node).some(isOfDistributions));

/** p⁰ as a number, and p² = (p⁰)² − 𝐩²: a δ-function or a pole in p² is one in p⁰. */
export function withEnergies(claim: Claim): Claim {
  const { metric } = claim.conventions;
  if (metric === "euclidean") return claim;
  const energies = new Map<Expr, Expr>();
  const written = [
    claim.left,
    claim.right,
    ...claim.given.flatMap(({ facts }) => facts.flatMap(partsOf)),
  ];
  const visit = (node: Expr): void => {
    if (node.kind === "integral") return;
    const [first, ...more] = node.kind === "tensor" ? node.indices : [];
    if (node.kind === "tensor" && first?.value === 0 && more.length === 0) {
      const { head } = node;
      if (head.kind === "symbol" && head.type === "four-vector") {
        const energy = symbol(`${head.name}⁰`, "scalar", { domain: "real" });
        const spatial = spatialOf(head, written) ?? symbol(`${head.name}⃗`, "three-vector");
        const [time, space] = [power(energy, num(2)), dot(spatial, spatial)];
        const square = metric === "mostly-minus" ? minus(time, space) : minus(space, time);
        const isLowered = first.place === "down" && metric === "mostly-plus";
        energies.set(node, isLowered ? negate(energy) : energy);
        energies.set(dot(head, head), square);
      }
    }
    for (const part of children(node)) visit(part);
  };
  visit(claim.left);
  visit(claim.right);
  if (energies.size === 0)
    for (const square of [claim.left, claim.right].flatMap((side) => [...nodes(side)]))
      if (isSquareOfFourVector(square) && isOnlySquared(square.left, written))
        energies.set(square, symbol(`${square.left.name}²`, "scalar", { domain: "real" }));
  return energies.size === 0 ? claim : mapClaim(claim, (part) => replace(part, energies));
}

/** 𝐩 beside p, where it is written somewhere. */
const spatialOf = (head: Sym, written: readonly Expr[]): Expr | undefined =>
  written
    .flatMap((part) => namesakes(head, part))
    .find((node) => node.kind === "symbol" && node.type === "three-vector");

const isOnlySquared = (vector: Sym, written: readonly Expr[]): boolean =>
  !written.some((part) =>
    some(replace(part, new Map([[dot(vector, vector), zero]])), (node) => node === vector),
  );
