/** ⟨0|0⟩ = ⟨1|1⟩ = 1 and ⟨0|1⟩ = 0, said one by one, or ⟨i|j⟩ = δ_{ij}: the states are orthonormal. */
import { ket, one, zero } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { Expr } from "../expr/node";
import { nodes, some } from "../expr/walk";
import { partsOf } from "./facts";

export function withOrthonormalStates(claim: Claim): Claim {
  const products = claim.given.flatMap(({ facts }) =>
    facts.flatMap((fact) => overlapIn(fact) ?? []),
  );
  const normed = claim.given.flatMap(({ facts }) => facts.flatMap(normedBy));
  const all = numbered(claim);
  const labels = [...new Set([...normed, ...all])];
  const isApart = (a: Expr, b: Expr): boolean =>
    products.some(
      ({ left, right, value }) =>
        value === zero && ((left === a && right === b) || (left === b && right === a)),
    );
  const whole = labels.every((a, n) =>
    labels.slice(n + 1).every((b) => (all.includes(a) && all.includes(b)) || isApart(a, b)),
  );
  if (labels.length < 2 || !whole) return claim;
  const said: Fact = {
    kind: "property",
    property: "orthonormal",
    of: labels.map((label) => ket(label)),
  };
  let isSaid = false;
  const given = claim.given.map((premise) => {
    const facts = premise.facts.filter(
      (fact) => overlapIn(fact) === undefined && normedBy(fact).length === 0 && !isGeneral(fact),
    );
    if (facts.length === premise.facts.length) return premise;
    const first = !isSaid;
    isSaid = true;
    return { ...premise, facts: first ? [...facts, said] : facts };
  });
  return { ...claim, given };
}

/** The numbers and signs that tell states apart where ⟨i|j⟩ = δ_{ij} is given; none where states are summed over. */
function numbered(claim: Claim): readonly Expr[] {
  const facts = claim.given.flatMap((premise) => premise.facts);
  const parts = [
    claim.left,
    claim.right,
    ...facts.filter((one) => !isGeneral(one)).flatMap(partsOf),
  ];
  if (!facts.some(isGeneral) || parts.some((part) => some(part, ({ kind }) => kind === "series")))
    return [];
  const labels = parts
    .flatMap((part) => [...nodes(part)])
    .flatMap((node) =>
      (node.kind === "ket" || node.kind === "bra") && node.labels.length === 1 ? node.labels : [],
    );
  return [...new Set(labels)].filter(isMark);
}

/** 0, 1, + and −. */
const isMark = (label: Expr): boolean =>
  label.kind === "num" || (label.kind === "symbol" && /^[+−-]$/u.test(label.name));

/** ⟨i|j⟩ = δ_{ij}. */
function isGeneral(fact: Fact): boolean {
  if (fact.kind !== "constraint" || fact.left.kind !== "product") return false;
  const [a, b, ...more] = fact.left.factors;
  const { right } = fact;
  const isDelta =
    (right.kind === "labelled" && right.head.role === "delta") ||
    (right.kind === "tensor" && right.head.kind === "symbol" && right.head.role === "delta");
  return isDelta && a?.kind === "bra" && b?.kind === "ket" && more.length === 0;
}

/** Labels of the states that a fact gives norm one. */
function normedBy(fact: Fact): readonly Expr[] {
  if (fact.kind === "property" && fact.property === "normalised")
    return fact.of.flatMap((state) => (state.kind === "ket" ? state.labels.slice(0, 1) : []));
  const overlap = overlapIn(fact);
  return overlap && overlap.left === overlap.right && overlap.value === one ? [overlap.left] : [];
}

/** ⟨a|b⟩ = 0 or 1. */
function overlapIn(
  fact: Fact,
): { readonly left: Expr; readonly right: Expr; readonly value: Expr } | undefined {
  if (fact.kind !== "constraint" || fact.left.kind !== "product") return undefined;
  const [a, b, ...more] = fact.left.factors;
  if (a?.kind !== "bra" || b?.kind !== "ket" || more.length > 0) return undefined;
  const [left, right] = [a.labels, b.labels].map((labels) =>
    labels.length === 1 ? labels[0] : undefined,
  );
  if (!left || !right || (fact.right !== one && fact.right !== zero)) return undefined;
  return { left, right, value: fact.right };
}
