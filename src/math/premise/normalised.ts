/** States are normalised, ⟨ψ|ψ⟩ = 1: where the norm stands, and where ⟨ψ|A|ψ⟩ stands for a mean. */
import { bra, one, product, quotient } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr, Product } from "../expr/node";
import { children, nodes, transform } from "../expr/walk";
import type { PremiseEntry } from "../verdict/premiseEntry";
import { rewritten } from "./names";

/** ⟨ψ|ψ⟩ = 1. */
export const normalised: PremiseEntry = {
  id: "normalised",
  name: "normalisation",
  *apply(claim) {
    const defined = definedStates(claim);
    const norms = new Set<string>();
    const result = rewritten(claim, (side) =>
      transform(side, (node) => {
        if (node.kind !== "product") return node;
        const place = node.factors.findIndex((f, k) => {
          const next = node.factors[k + 1];
          return (
            f.kind === "bra" &&
            next?.kind === "ket" &&
            !defined.has(next) &&
            f.labels.length === next.labels.length &&
            f.labels.every((l, n) => l === next.labels[n])
          );
        });
        const bra = node.factors[place];
        if (bra?.kind !== "bra") return node;
        norms.add(
          bra.labels.map((label) => (label.kind === "symbol" ? label.name : "\\cdot")).join(","),
        );
        return product(...node.factors.slice(0, place), ...node.factors.slice(place + 2), one);
      }),
    );
    if (result)
      yield {
        latex: [...norms].map((n) => `\\langle ${n}|${n}\\rangle=1`).join(",\\ "),
        facts: [],
        claim: result,
      };
    for (const [state, norm] of normsBetween(claim)) {
      if (norm.factors.some((factor) => defined.has(factor))) continue;
      const latex = `\\langle ${state}|${state}\\rangle=1`;
      yield { latex, facts: [{ kind: "constraint", left: norm, right: one }] };
      const divided = rewritten(claim, (side) =>
        transform(side, (node) => (node.kind === "product" ? overNorm(node, norm) : node)),
      );
      if (divided) yield { latex, facts: [], claim: divided };
    }
  },
};

/** States that the text writes out: their norm is what it comes out as. */
const definedStates = ({ given }: Claim): ReadonlySet<Expr> =>
  new Set(
    given.flatMap(({ facts }) =>
      facts.flatMap((fact) =>
        fact.kind === "definition" && fact.head.kind === "ket" ? fact.head : [],
      ),
    ),
  );

/** ⟨ψ|ψ⟩ of every state that stands in nothing but ⟨ψ|A|ψ⟩. */
function normsBetween({ left, right }: Claim): ReadonlyMap<string, Product> {
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
function overNorm(node: Product, norm: Product): Expr {
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
