/** H = H₀ + λV, B = A⁻¹ + εC: what is added to an operator is one. */
import type { Claim } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr, Sym } from "../expr/node";
import { factorsOf } from "../expr/questions";
import { replace } from "../expr/walk";
import { isOrdered } from "./commuting";
import { equated, mapClaim } from "./facts";

export function withAddedOperators(claim: Claim): Claim {
  const put = new Map<Expr, Expr>();
  for (const fact of claim.given.flatMap(({ facts }) => facts)) {
    const [head, body] = equated(fact) ?? [];
    if (!head || body?.kind !== "sum") continue;
    if (!body.terms.some((term) => factorsOf(term).some(isOperator))) continue;
    const added = body.terms.filter((term) => !isOrdered(term)).flatMap(perturbationIn);
    for (const name of [...added, ...(added.length > 0 && isPerturbation(head) ? [head] : [])])
      put.set(name, intern({ kind: "symbol", name: name.name, type: "operator" }));
  }
  return put.size === 0 ? claim : mapClaim(claim, (part) => replace(part, put));
}

/** H₀ and A⁻¹, but not p²/2m, beside which V is a function of x. */
const isOperator = (factor: Expr): boolean =>
  isOrdered(factor) && (isCapital(factor) || (factor.kind === "power" && isCapital(factor.base)));

const isCapital = (node: Expr): boolean =>
  (node.kind === "labelled" ? node.head : node).kind === "symbol" &&
  /^\p{Lu}/u.test((node.kind === "labelled" ? node.head : (node as Sym)).name);

/** V of λV. */
function perturbationIn(term: Expr): readonly Sym[] {
  const factors = factorsOf(term);
  const names = factors.filter(isPerturbation);
  return factors.every((one) => isPerturbation(one) || isCoupling(one)) ? names : [];
}

const isCoupling = (factor: Expr): boolean =>
  factor.kind === "num" || (factor.kind === "symbol" && /^[αβεϵηκλμξg]$/u.test(factor.name));

/** A capital that is no energy, number, temperature or length. */
const isPerturbation = (factor: Expr): factor is Sym =>
  factor.kind === "symbol" &&
  factor.type === "scalar" &&
  factor.role === undefined &&
  factor.dependsOn === undefined &&
  /^[ABCDFGHKMOQRUVWXY](_.*)?$/u.test(factor.name);
