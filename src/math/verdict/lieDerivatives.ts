/** ℒ_v w^a and [v, w]^a by components: v^b∂_b w^a − w^b∂_b v^a, and each index below with the other sign. */
import { derivative, negate, product, sum, symbol, tensor } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr, Index, Sym, Tensor } from "../expr/node";
import { indicesOn } from "../expr/questions";
import { nodes, some, transform } from "../expr/walk";
import { mapClaim, partsOf } from "./facts";

export function withLieDerivatives(claim: Claim): Claim {
  const parts = [
    claim.left,
    claim.right,
    ...claim.given.flatMap(({ facts }) => facts.flatMap(partsOf)),
  ];
  if (!parts.some((part) => some(part, isLie)) || !parts.some((part) => some(part, isSlope)))
    return claim;
  const vectors = new Map<string, Sym>();
  const used = new Set<string>();
  for (const node of parts.flatMap((part) => [...nodes(part)])) {
    if (node.kind === "tensor" && node.head.kind === "symbol" && node.indices.length === 1)
      vectors.set(node.head.name, node.head);
    for (const { name } of indicesOn(node)) used.add(name);
  }
  let count = 0;
  const letters = [..."λκσρταβγδ"].filter((letter) => !used.has(letter));
  const fresh = (space: Index["space"]): Index => ({
    name: letters.shift() ?? `ϰ${count++}`,
    space,
    place: "up",
  });
  const along = (vector: Expr, of: Expr): Expr | undefined => {
    const head = vectorOf(vector, vectors);
    return head && lie(head, of, fresh);
  };
  return mapClaim(claim, (part) =>
    transform(part, (node) => {
      if (node.kind === "opaque" && node.what === "ℒ") {
        const [vector, of] = node.parts;
        return (vector && of && along(vector, of)) ?? node;
      }
      const other = isLie(node) && vectorOf(node.head.right, vectors);
      return (other && along(node.head.left, tensor(other, ...node.indices))) || node;
    }),
  );
}

/** A bracket of fields stands beside their derivatives; others are of matrices. */
const isSlope = (node: Expr): boolean =>
  (node.kind === "derivative" && node.by.kind === "index") ||
  (node.kind === "opaque" && node.what === "ℒ");

type OfBracket = Tensor & { readonly head: Extract<Expr, { kind: "bracket" }> };

/** [v, w]^a; an ℒ is one as well. */
const isLie = (node: Expr): node is OfBracket =>
  (node.kind === "opaque" && node.what === "ℒ" && node.parts.length === 2) ||
  (node.kind === "tensor" &&
    node.head.kind === "bracket" &&
    node.head.sort === "commutator" &&
    node.indices.length === 1 &&
    node.indices[0]?.place === "up" &&
    [node.head.left, node.head.right].every(isPlain));

const isPlain = (node: Expr): boolean =>
  node.kind === "symbol" &&
  node.role === undefined &&
  /^(scalar|three-vector|four-vector)$/.test(node.type);

/** The vector as the line writes its components; one it does not write is a field like others. */
function vectorOf(node: Expr, known: ReadonlyMap<string, Sym>): Sym | undefined {
  if (node.kind !== "symbol" || !isPlain(node)) return undefined;
  return known.get(node.name) ?? symbol(node.name, "four-vector", { dependsOn: ["x"] });
}

function lie(vector: Sym, of: Expr, fresh: (space: Index["space"]) => Index): Expr | undefined {
  const go = (part: Expr): Expr | undefined => lie(vector, part, fresh);
  if (of.kind === "sum") return ifAll(of.terms.map(go), (terms) => sum(...terms));
  if (of.kind === "product")
    return ifAll(
      of.factors.map((factor) => (factor.kind === "num" ? undefinedTerm : go(factor))),
      (terms) =>
        sum(
          ...terms.flatMap((term, n) =>
            term === undefinedTerm
              ? []
              : [product(...of.factors.map((factor, k) => (k === n ? term : factor)))],
          ),
        ),
    );
  const indices = of.kind === "tensor" ? of.indices : [];
  const isField =
    of.kind === "tensor" || of.kind === "call" || (of.kind === "symbol" && isPlain(of));
  if (!isField || indices.some(({ value }) => value !== undefined)) return undefined;
  const space = indices[0]?.space ?? "lorentz";
  const summed = fresh(space);
  const slope = (index: Index, operand: Expr): Expr =>
    derivative({ kind: "index", index: { ...index, place: "down" } }, operand);
  const carried = product(tensor(vector, summed), slope(summed, of));
  const turned = indices.map((index, n) => {
    const inner = fresh(index.space);
    const at = (place: "up" | "down") =>
      tensor(
        (of as Tensor).head,
        ...indices.map((one, k) => (k === n ? { ...inner, place } : one)),
      );
    return index.place === "up"
      ? negate(product(at("up"), slope(inner, tensor(vector, index))))
      : product(at("down"), slope(index, tensor(vector, inner)));
  });
  return sum(carried, ...turned);
}

const undefinedTerm = sum();

const ifAll = (
  parts: readonly (Expr | undefined)[],
  make: (parts: readonly Expr[]) => Expr,
): Expr | undefined => {
  const found = parts.flatMap((part) => (part ? [part] : []));
  return found.length === parts.length ? make(found) : undefined;
};
