/** Premises that let something vanish: stationary fields, total derivatives, terms along a momentum. */
import { num, power, product, sum, zero } from "../expr/build";
import type { Expr } from "../expr/node";
import { some, transform } from "../expr/walk";
import type { PremiseEntry } from "../verdict/premiseEntry";
import { fourVectors, masses, nameOf, rewritten } from "./names";

/** Terms that are time derivatives are left out. */
export const stationary: PremiseEntry = {
  id: "stationary",
  name: "stationarity",
  rival: "was a time derivative dropped",
  *apply(claim) {
    const result = rewritten(claim, (side) =>
      side.kind === "sum" ? sum(...side.terms.filter((term) => !isTimeDerivative(term))) : side,
    );
    if (result && result.left !== result.right)
      yield { latex: "\\partial_t=0", facts: [], claim: result };
  },
};

const isTimeDerivative = (term: Expr): boolean =>
  some(
    term,
    (node) => node.kind === "derivative" && node.by.kind === "variable" && isTime(node.by.variable),
  );

const isTime = (node: Expr): boolean => node.kind === "symbol" && node.name === "t";

/** □φ = −m²φ for every field whose □ occurs. */
export const equationOfMotion: PremiseEntry = {
  id: "equation-of-motion",
  name: "the equation of motion",
  *apply(claim) {
    for (const m of masses(claim)) {
      const square = power(m, num(2));
      const source =
        claim.conventions.metric === "mostly-minus" ? product(num(-1), square) : square;
      const fields = new Set<string>();
      const result = rewritten(claim, (side) =>
        transform(side, (node) => {
          const field = waveOperand(node);
          if (!field) return node;
          if (field.kind === "symbol") fields.add(field.name);
          return product(source, field);
        }),
      );
      if (result)
        yield {
          latex: `(\\Box+${nameOf(m)}^2)${[...fields].join(",") || "\\phi"}=0`,
          facts: [],
          claim: result,
        };
    }
  },
};

/** φ of □φ or ∂_μ∂^μφ. */
function waveOperand(node: Expr): Expr | undefined {
  if (node.kind !== "derivative" || !node.operand) return undefined;
  if (node.by.kind === "dalembertian") return node.operand;
  const inner = node.operand;
  if (node.by.kind !== "index" || inner.kind !== "derivative" || inner.by.kind !== "index")
    return undefined;
  const contracted =
    node.by.index.name === inner.by.index.name && node.by.index.place !== inner.by.index.place;
  return contracted ? inner.operand : undefined;
}

/** Terms of a side that are derivatives as a whole are left out. */
export const totalDerivative: PremiseEntry = {
  id: "total-derivative",
  name: "dropping a total derivative",
  rival: "was a term dropped",
  *apply(claim) {
    const result = rewritten(claim, (side) =>
      side.kind === "sum" ? sum(...side.terms.filter((term) => !isDerivative(term))) : side,
    );
    if (result) yield { latex: "\\text{total derivatives dropped}", facts: [], claim: result };
  },
};

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
    for (const k of fourVectors(claim)) {
      const result = rewritten(claim, (side) =>
        side.kind === "sum" ? sum(...side.terms.filter((term) => !isAlong(term, k))) : side,
      );
      if (result && result.left !== zero && result.right !== zero)
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
