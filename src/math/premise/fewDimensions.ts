/** Fields of t and x alone: ∂_μφ∂^μφ = φ̇² − φ′² where a text leaves its 1 + 1 dimensions unsaid. */
import type { Claim } from "../expr/claim";
import type { Expr } from "../expr/node";
import { isTime } from "../expr/questions";
import { withDefinedPrimes } from "../verdict/definedPrimes";
import type { PremiseEntry } from "../verdict/premiseEntry";
import { everyNode } from "./names";

export const fewDimensions: PremiseEntry = {
  id: "few-dimensions",
  name: "one dimension of space",
  rewrites: true,
  *apply(claim) {
    if (claim.conventions.declared.includes("dim") || !isAlongLines(claim)) return;
    const { conventions } = claim;
    yield {
      latex: "\\mu=0,1",
      facts: [],
      claim: withDefinedPrimes({
        ...claim,
        conventions: { ...conventions, dim: 2, declared: [...conventions.declared, "dim"] },
      }),
    };
  },
};

/** Derivatives by x or primes beside those by time and by x^μ, and nothing else of space. */
function isAlongLines(claim: Claim): boolean {
  const all = everyNode(claim);
  const derivatives = all.filter((node) => node.kind === "derivative");
  const by = derivatives.map((node) => node.by);
  if (!by.some((one) => one.kind === "index" && one.index.space === "lorentz")) return false;
  const variables = by.flatMap((one) => (one.kind === "variable" ? [one.variable] : []));
  const isIn = (name: string) => (one: Expr) => one.kind === "symbol" && one.name === name;
  const along = variables.some(isIn("x")) || all.some(isPrimed);
  return (
    along &&
    variables.some(isTime) &&
    variables.every((one) => isTime(one) || isIn("x")(one)) &&
    by.every((one) => one.kind === "variable" || isOfSpacetime(one)) &&
    !all.some((node) => node.kind === "symbol" && node.type === "three-vector")
  );
}

const isOfSpacetime = (by: {
  readonly kind: string;
  readonly index?: { readonly space: string };
}) => by.kind === "index" && by.index?.space === "lorentz";

const isPrimed = (node: Expr): boolean => node.kind === "symbol" && node.name.endsWith("′");
