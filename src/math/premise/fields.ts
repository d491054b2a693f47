/** Premises that let something vanish: stationary fields, total derivatives, terms along a momentum. */
import { sum, zero } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr } from "../expr/node";
import { indicesOn, isNamed, isVector } from "../expr/questions";
import { children, some } from "../expr/walk";
import type { PremiseEntry } from "../verdict/premiseEntry";
import { isLight, momenta, nameOf, rewritten } from "./names";

/** Terms that are time derivatives are left out, of a line that writes none. */
export const stationary: PremiseEntry = {
  id: "stationary",
  name: "stationarity",
  rival: "was a time derivative dropped",
  *apply(claim) {
    if ([claim.left, claim.right].some(showsTime) || isTimeDerivative(claim.right)) return;
    const result = rewritten(claim, (side) =>
      side.kind === "sum" ? sum(...side.terms.filter((term) => !isTimeDerivative(term))) : side,
    );
    if (result && result.left !== result.right)
      yield { latex: "\\partial_t=0", facts: [], claim: result };
  },
};

/** The time itself, not only as what is differentiated by or as an argument. */
const showsTime = (node: Expr): boolean => {
  if (isNamed(node, "t")) return true;
  if (node.kind === "call") return false;
  return node.kind === "derivative"
    ? node.operand !== undefined && showsTime(node.operand)
    : [...children(node)].some(showsTime);
};

const isTimeDerivative = (term: Expr): boolean =>
  some(
    term,
    (node) =>
      node.kind === "derivative" && node.by.kind === "variable" && isNamed(node.by.variable, "t"),
  );

/** Terms of a side that are derivatives as a whole are left out. */
export const totalDerivative: PremiseEntry = {
  id: "total-derivative",
  name: "dropping a total derivative",
  rival: "was a term dropped",
  *apply(claim) {
    // It is left out of a density, not of a field.
    if ([claim.left, claim.right].some((side) => isVector(side) || indicesOn(side).length > 0))
      return;
    const result = rewritten(claim, (side) =>
      side.kind === "sum" ? sum(...side.terms.filter((term) => !isDerivative(term))) : side,
    );
    if (result && isOneSided(claim, result) && result.left !== zero && result.right !== zero)
      yield { latex: "\\text{total derivatives dropped}", facts: [], claim: result };
  },
};

/** Terms that both sides keep are not what a step has dropped. */
const isOneSided = (claim: Claim, result: Claim): boolean =>
  result.left === claim.left || result.right === claim.right;

const isDerivative = (term: Expr): boolean => {
  if (term.kind === "derivative") return term.operand !== undefined;
  if (term.kind !== "product") return false;
  const [first, ...rest] = term.factors.filter((factor) => factor.kind !== "num");
  return first !== undefined && rest.length === 0 && isDerivative(first);
};

/** Terms along an external momentum vanish between conserved currents. */
export const wardIdentity: PremiseEntry = {
  id: "ward-identity",
  name: "the Ward identity",
  rival: "was a term dropped",
  *apply(claim) {
    for (const k of momenta(claim).filter(isLight)) {
      const result = rewritten(claim, (side) =>
        side.kind === "sum" ? sum(...side.terms.filter((term) => !isAlong(term, k))) : side,
      );
      if (result && isOneSided(claim, result) && result.left !== zero && result.right !== zero)
        yield { latex: `${nameOf(k)}_\\mu \\mathcal{M}^\\mu=0`, facts: [], claim: result };
    }
  },
};

const isAlong = (term: Expr, k: Expr): boolean =>
  some(
    term,
    (node) =>
      node.kind === "tensor" &&
      node.head === k &&
      node.indices.some((index) => index.space === "lorentz" && index.value === undefined),
  );
