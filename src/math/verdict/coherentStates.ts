/** |α⟩ = e^{−|α|²/2} ∑ αⁿ/√n! |n⟩ and |α⟩ = e^{αa†−α*a}|0⟩ are the eigenstate of a with eigenvalue α, of norm one (R. Glauber, Phys. Rev. 131, 2766 (1963)). */
import { product, symbol } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { Expr, Sym } from "../expr/node";
import { printExpr } from "../expr/print";
import { isNamed } from "../expr/questions";
import { nodes, replace } from "../expr/walk";
import { partsOf, withFacts } from "./facts";

export function withCoherentStates(claim: Claim): Claim {
  const stated = withFacts(claim, (fact) => eigenstate(fact, claim));
  if (stated === claim) return claim;
  const lowering = loweringIn(claim);
  // Beside such states a plain letter of that name is the operator.
  const plain = [claim.left, claim.right]
    .flatMap((side) => [...nodes(side)])
    .filter((node) => isNamed(node, lowering.name) && node !== lowering);
  const names = new Map(plain.map((node): [Expr, Expr] => [node, lowering]));
  return {
    ...stated,
    left: replace(claim.left, names),
    right: replace(claim.right, names),
  };
}

function eigenstate(fact: Fact, claim: Claim): Fact {
  if (fact.kind !== "definition" || fact.head.kind !== "ket") return fact;
  const [label, ...more] = fact.head.labels;
  if (label?.kind !== "symbol" || more.length > 0) return fact;
  const lowering = loweringIn(claim);
  if (!isSeries(fact.body, label) && !isDisplaced(fact.body, label, lowering)) return fact;
  return {
    kind: "constraint",
    left: product(lowering, fact.head),
    right: product(label, fact.head),
  };
}

/** The operator of the text that takes a quantum away; a where it names none. */
function loweringIn(claim: Claim): Sym {
  const written = [
    claim.left,
    claim.right,
    ...claim.given.flatMap(({ facts }) => facts.flatMap(partsOf)),
  ];
  const known = written
    .flatMap((part) => [...nodes(part)])
    .find((node) => node.kind === "symbol" && node.role === "lowering");
  return known?.kind === "symbol" ? known : symbol("a", "operator", { role: "lowering" });
}

/** e^{−|α|²/2} before the sum over all numbers of quanta. */
function isSeries(body: Expr, { name }: Sym): boolean {
  const factors = body.kind === "product" ? body.factors : [];
  const series = factors.find((factor) => factor.kind === "series");
  if (series?.kind !== "series" || factors.length !== 2) return false;
  const [n, ...others] = series.variables;
  const start = series.lower ? printExpr(series.lower) : "0";
  const end = series.upper ? printExpr(series.upper) : "∞";
  if (!n || others.length > 0 || series.condition || start !== "0" || end !== "∞") return false;
  const count = printExpr(n);
  const weights = [`-|${name}|²/2`, `-(1/2) |${name}|²`, `-(|${name}|²/2)`].map((x) => `e^(${x})`);
  const terms = [
    `(${name}^(${count})/√${count}!) |${count}⟩`,
    `(1/√${count}!) ${name}^(${count}) |${count}⟩`,
    `${name}^(${count}) (1/√${count}!) |${count}⟩`,
  ];
  return (
    factors.some((factor) => weights.includes(printExpr(factor))) &&
    terms.includes(printExpr(series.body))
  );
}

/** e^{αa†−α*a}|0⟩. */
const isDisplaced = (body: Expr, { name }: Sym, { name: a }: Sym): boolean =>
  [`e^(${name} ${a}† − ${name}* ${a}) |0⟩`, `D(${name}) |0⟩`].includes(printExpr(body));
