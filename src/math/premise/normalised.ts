/** States are normalised, ⟨ψ|ψ⟩ = 1: where the norm stands, and where ⟨ψ|A|ψ⟩ stands for a mean. */
import { one, product } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr } from "../expr/node";
import { transform } from "../expr/walk";
import { normsBetween, overNorm } from "../verdict/norms";
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
