/** 𝛑 = 𝐩 − q𝐀, [p_i, A_j]: beside a commutator or spin matrices 𝐩 is −iħ∇, and 𝐀 a field. */
import {
  constant,
  derivative,
  down,
  hbar,
  minusOne,
  one,
  product,
  quotient,
  sum,
  tensor,
} from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr, Index, Labelled, Sym } from "../expr/node";
import { unhatted } from "../expr/questions";
import { replace, some, symbolsOf, transform } from "../expr/walk";
import { mapClaim, partsOf, withFacts } from "./facts";
import type { Written } from "./written";

export function withKineticMomentum(claim: Claim): Claim | Written {
  const facts = claim.given.flatMap((premise) => premise.facts);
  if (facts.some(saysMomentum)) return claim;
  const kinetic = new Set(facts.flatMap((fact) => kineticIn(fact) ?? []));
  const sides = [claim.left, claim.right];
  const isKinetic = (node: Expr): boolean => node.kind === "symbol" && kinetic.has(node.name);
  const isAsked = (node: Expr): boolean =>
    (node.kind === "bracket" &&
      node.sort === "commutator" &&
      (some(node, isKinetic) || isOfFields([node.left, node.right]))) ||
    (node.kind === "cross" && [node.left, node.right].every((part) => some(part, isKinetic)));
  const isBesideSpins =
    sides.some((side) => some(side, isPauli)) && sides.some((side) => some(side, isKinetic));
  if (!isBesideSpins && !sides.some((side) => some(side, isAsked)))
    return kinetic.size > 0 ? mapClaim(claim, (part) => replace(part, fieldsOf(sides))) : claim;
  const parts = [...sides, ...facts.flatMap(partsOf)];
  const unit = parts.some((part) => some(part, (node) => node === hbar)) ? hbar : one;
  const fields = fieldsOf(parts);
  const put = (part: Expr): Expr =>
    replace(
      transform(part, (node) => differentiating(node, unit) ?? node),
      fields,
    );
  const onAxis = (node: Expr): Expr => (isAxisOf(node, isKinetic) ? alongAxis(node) : node);
  const index = down("κ", "spatial");
  const asComponents = withFacts(claim, (fact) => {
    const [name] = kineticIn(fact) ?? [];
    if (fact.kind !== "definition" || name === undefined || fact.head.kind !== "symbol")
      return fact;
    const body = component(fact.body, index);
    return body
      ? { ...fact, head: tensor(intern({ ...fact.head, type: "operator" }), index), body }
      : fact;
  });
  const operators = new Map<Expr, Expr>(
    parts.flatMap((part) =>
      [...symbolsOf(part)].flatMap((name) =>
        kinetic.has(name.name) ? [[name, intern({ ...name, type: "operator" })]] : [],
      ),
    ),
  );
  return {
    claim: mapClaim(asComponents, (part) => replace(put(transform(part, onAxis)), operators)),
    used: [
      {
        id: "position-representation",
        name: "position representation",
        latex: unit === hbar ? "\\mathbf p=-i\\hbar\\nabla" : "\\mathbf p=-i\\nabla",
        source: "convention",
        facts: [],
      },
    ],
  };
}

/** π of 𝛑 = 𝐩 − q𝐀 or π_i = p_i − qA_i. */
function kineticIn(fact: Fact): readonly [string] | undefined {
  if (fact.kind !== "definition" || fact.body.kind !== "sum") return undefined;
  const { head, body } = fact;
  const name = head.kind === "tensor" && head.indices.length === 1 ? head.head : head;
  const isOfSpace =
    name.kind === "symbol" &&
    (name.type === "three-vector" ||
      (head.kind === "tensor" && head.indices[0]?.space === "spatial"));
  const has = (is: (name: Sym) => boolean): boolean =>
    body.terms.some((term) => [...symbolsOf(term)].some(is));
  return isOfSpace && has(isMomentum) && has(isPotential) ? [name.name] : undefined;
}

const isMomentum = (name: Sym): boolean =>
  unhatted(name.name) === "p" &&
  (name.type === "three-vector" || name.role === "momentum-operator");

const isPotential = (name: Sym): boolean =>
  unhatted(name.name) === "A" && (name.type === "three-vector" || name.type === "operator");

/** 𝐩 = −iħ∇, stated. */
const saysMomentum = (fact: Fact): boolean =>
  fact.kind === "definition" &&
  [...symbolsOf(fact.head)].some(isMomentum) &&
  some(fact.body, (node) => node.kind === "derivative");

/** [p_i, A_j]. */
const isOfFields = ([left, right]: readonly [Expr, Expr]): boolean =>
  (isComponentOf(left, isMomentum) && isComponentOf(right, isPotential)) ||
  (isComponentOf(left, isPotential) && isComponentOf(right, isMomentum));

const isComponentOf = (node: Expr, is: (name: Sym) => boolean): boolean =>
  node.kind === "tensor" &&
  node.indices.length === 1 &&
  node.indices[0]?.space === "spatial" &&
  node.head.kind === "symbol" &&
  is(node.head);

/** π_x, read as one of several of this name. */
const isAxisOf = (node: Expr, is: (name: Expr) => boolean): node is Labelled =>
  node.kind === "labelled" &&
  is(node.head) &&
  node.labels.length === 1 &&
  axes.includes(axisOf(node));

const axes = ["x", "y", "z"];

const axisOf = ({ labels: [label] }: Labelled): string =>
  label?.kind === "symbol" ? label.name : "";

const alongAxis = (node: Labelled): Expr =>
  tensor(node.head, {
    ...down(axisOf(node), "spatial"),
    value: axes.indexOf(axisOf(node)) + 1,
  });

const isPauli = (node: Expr): boolean => node.kind === "symbol" && node.role === "pauli";

/** −iħ∂_i for p_i, −iħ∇ for 𝐩. */
function differentiating(node: Expr, unit: Expr): Expr | undefined {
  const along = (by: Expr): Expr => product(minusOne, constant("i"), unit, by);
  if (node.kind === "symbol" && node.type === "three-vector" && isMomentum(node))
    return along(derivative({ kind: "gradient" }));
  const [index] = isComponentOf(node, isMomentum) && node.kind === "tensor" ? node.indices : [];
  return index && along(derivative({ kind: "index", index }));
}

/** 𝐀, which commutators made an operator, is a field again. */
const fieldsOf = (parts: readonly Expr[]): ReadonlyMap<Expr, Expr> =>
  new Map(
    parts.flatMap((part) =>
      [...symbolsOf(part)]
        .filter(isPotential)
        .map((name) => [name, intern({ ...name, type: "three-vector", dependsOn: ["x"] })]),
    ),
  );

/** A sum of vectors along an index. */
function component(node: Expr, index: Index): Expr | undefined {
  switch (node.kind) {
    case "symbol":
      return node.type === "three-vector" ? tensor(node, index) : undefined;
    case "sum": {
      const terms = node.terms.map((term) => component(term, index));
      return terms.every((term) => term !== undefined) ? sum(...terms) : undefined;
    }
    case "product": {
      const at = node.factors.findIndex((factor) => component(factor, index) !== undefined);
      return at < 0
        ? undefined
        : product(
            ...node.factors.map((factor, n) =>
              n === at ? (component(factor, index) ?? factor) : factor,
            ),
          );
    }
    case "quotient": {
      const over = component(node.over, index);
      return over && quotient(over, node.under);
    }
    default:
      return undefined;
  }
}
