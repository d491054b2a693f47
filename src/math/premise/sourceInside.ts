/** ∫_a^b f(x) δ(x − u) dx = f(u): the place of the δ lies between the ends. */

import { negate } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { Expr, Integral } from "../expr/node";
import { printExpr } from "../expr/print";
import { nodes, some } from "../expr/walk";
import type { PremiseEntry } from "../verdict/premiseEntry";

export const sourceInside: PremiseEntry = {
  id: "source-inside",
  name: "a δ between the ends",
  *apply(claim) {
    for (const { lower, place, upper } of sourcesIn(claim)) {
      const facts: readonly Fact[] = [
        { kind: "inequality", left: lower, relation: "<", right: place },
        { kind: "inequality", left: place, relation: "<", right: upper },
      ];
      const latex = [lower, place, upper].map((part) => printExpr(part)).join("<");
      yield { latex, facts };
    }
  },
};

interface Source {
  readonly lower: Expr;
  readonly place: Expr;
  readonly upper: Expr;
}

function* sourcesIn({ left, right }: Claim): Generator<Source> {
  for (const node of [...nodes(left), ...nodes(right)])
    if (node.kind === "integral") yield* sourcesUnder(node);
}

/** δ(x − u) and δ(u − x) under ∫_a^b dx, where u shows nothing that is integrated over. */
function* sourcesUnder({ measures, integrand }: Integral): Generator<Source> {
  for (const { variable, lower, upper } of measures) {
    if (!lower || !upper || [lower, upper].some(isInfinite)) continue;
    for (const node of nodes(integrand)) {
      if (node.kind !== "function" || node.name !== "δ" || node.parameters.length > 0) continue;
      const [argument] = node.args;
      const [first, second, more] = argument?.kind === "sum" ? argument.terms : [];
      if (!first || !second || more) continue;
      const place =
        first === variable || first === negate(variable)
          ? placeOf(first, second, variable)
          : placeOf(second, first, variable);
      if (place && !measures.some((one) => some(place, (part) => part === one.variable)))
        yield { lower, place, upper };
    }
  }
}

/** u of x − u and of u − x. */
const placeOf = (own: Expr, other: Expr, variable: Expr): Expr | undefined =>
  own === variable ? negate(other) : own === negate(variable) ? other : undefined;

const isInfinite = (end: Expr): boolean =>
  some(end, (part) => part.kind === "constant" && part.name === "∞");
