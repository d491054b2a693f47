/** Norms of states: ⟨ψ|A|ψ⟩ stands for ⟨ψ|A|ψ⟩/⟨ψ|ψ⟩ where the text says that ψ is normalised. */
import { bra, inverse, one, product, quotient } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { Expr, Product } from "../expr/node";
import { children, nodes, transform } from "../expr/walk";
import { mapClaim } from "./facts";
import type { Written } from "./written";

export function withNormsGiven(claim: Claim): Claim | Written {
  const used = claim.given.filter(({ facts }) => facts.some(isNorm));
  if (used.length === 0) return claim;
  const given = new Set(
    used.flatMap(({ facts }) => facts.flatMap((fact) => (isNorm(fact) ? fact.of : []))),
  );
  const norms = [...normsBetween(claim).values()].filter(({ factors }) =>
    factors.some((factor) => given.has(factor)),
  );
  const names = new Map<Expr, Expr>();
  const divided = (part: Expr): Expr =>
    transform(part, (node) => {
      if (node.kind !== "product") return node;
      const over = projected(
        norms.reduce<Expr>((so, norm) => (so.kind === "product" ? overNorm(so, norm) : so), node),
        given,
      );
      if (over !== node) names.set(over, node);
      return over;
    });
  const written = mapClaim(claim, divided);
  return names.size === 0 ? claim : { claim: written, used, names };
}

/** |ψ⟩⟨ψ| as |ψ⟩⟨ψ|/⟨ψ|ψ⟩. */
function projected(node: Expr, given: ReadonlySet<Expr>): Expr {
  if (node.kind !== "product") return node;
  const norms = node.factors.flatMap((factor, at) => {
    const next = node.factors[at + 1];
    const isProjector =
      factor.kind === "ket" &&
      given.has(factor) &&
      next?.kind === "bra" &&
      next.labels.length === factor.labels.length &&
      next.labels.every((label, k) => label === factor.labels[k]);
    return isProjector ? [product(bra(...factor.labels), factor)] : [];
  });
  return norms.length === 0 ? node : product(...norms.map(inverse), node);
}

const isNorm = (fact: Fact): fact is Extract<Fact, { kind: "property" }> =>
  fact.kind === "property" && fact.property === "normalised";

/** ⟨ψ|ψ⟩ of every state that stands in nothing but ⟨ψ|A|ψ⟩. */
export function normsBetween({ left, right }: Claim): ReadonlyMap<string, Product> {
  const all = [left, right].flatMap((side) => [...nodes(side)]);
  const found = new Map<string, Product>();
  for (const node of all) {
    if (node.kind !== "ket") continue;
    const [label, more] = node.labels;
    if (label?.kind !== "symbol" || label.type !== "state" || more) continue;
    const norm = product(bra(label), node);
    if (norm.kind === "product") found.set(label.name, norm);
  }
  for (const node of all) {
    if (node.kind === "ket" || node.kind === "bra") {
      if (node === left || node === right) return new Map();
      continue;
    }
    const closed = node.kind === "product" ? closedIn(node) : [];
    for (const [at, part] of children(node).entries())
      if (
        (part.kind === "ket" || part.kind === "bra") &&
        !closed.some(([from, to]) => from === at || to === at)
      )
        for (const label of part.labels) if (label.kind === "symbol") found.delete(label.name);
  }
  return found;
}

/** Where a bra and the ket of the same state enclose something without states. */
function closedIn({ factors }: Product): readonly (readonly [number, number])[] {
  const states = factors.flatMap((factor, at) =>
    factor.kind === "bra" || factor.kind === "ket" ? [{ factor, at }] : [],
  );
  return states.flatMap(({ factor, at }, n) => {
    const next = states[n + 1];
    return factor.kind === "bra" &&
      next?.factor.kind === "ket" &&
      factor.labels.every((label, k) => label === next.factor.labels[k])
      ? [[at, next.at] as const]
      : [];
  });
}

/** ⟨ψ|A|ψ⟩ as ⟨ψ|A|ψ⟩/⟨ψ|ψ⟩. */
export function overNorm(node: Product, norm: Product): Expr {
  const [range] = closedIn(node).filter(([from]) => node.factors[from] === norm.factors[0]);
  if (!range) return node;
  const [from, to] = range;
  const inside = product(...node.factors.slice(from, to + 1));
  const rest = product(...node.factors.slice(to + 1));
  return product(
    ...node.factors.slice(0, from),
    inside === norm ? one : quotient(inside, norm),
    rest.kind === "product" ? overNorm(rest, norm) : rest,
  );
}
