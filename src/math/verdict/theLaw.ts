/** Whether a line is itself the premise that would settle it. */
import { acted } from "../expr/apply";
import { minus, minusOne, num, zero } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { Expr } from "../expr/node";
import { factorsOf, termsOf } from "../expr/questions";
import { some, transform } from "../expr/walk";
import type { Settled } from "./search";

/** ∂_μF^{μν} = j^ν, T^{μν} = T^{νμ}: in a paper the line is the premise, not a step that leans on it. */
export function isTheLaw(
  { claim: under, premises }: Pick<Settled, "claim" | "premises">,
  { left, right, given }: Claim,
): boolean {
  const isIdentical = under.left === under.right && [left, right].some(isBare);
  if (isIdentical && premises.some(({ id }) => laws.has(id))) return true;
  const isGiven = given.some(({ facts }) =>
    facts.some(
      (fact) =>
        fact.kind === "definition" &&
        [left, right].some((side) => some(side, (node) => node === fact.head)),
    ),
  );
  if (
    isGiven &&
    premises.some(({ facts }) => facts.some((fact) => isTheSame(fact, { left, right })))
  )
    return true;
  if (premises.some(({ id }) => id === "equation-of-motion") && isOfOneField({ left, right }))
    return true;
  if (premises.some(({ id }) => rules.has(id)) && isRule({ left, right })) return true;
  if (
    premises.some(({ id }) => id === "commuting") &&
    isExchange(right === zero ? left : left === zero ? right : minus(left, right))
  )
    return true;
  const defined = premises
    .filter(({ id }) => id === "usual-definition")
    .flatMap(({ facts }) => facts.flatMap((fact) => (fact.kind === "definition" ? fact.head : [])));
  if (defined.some((head) => [left, right].some((side) => isNamed(side, head)))) return true;
  const [one, other] = [left, right].map(bareTensor);
  return one !== undefined && one === other;
}

/** p′² = m² of a p′ that is given: a constraint that says what the line says. */
const isTheSame = (fact: Fact, { left, right }: Sides): boolean =>
  fact.kind === "constraint" &&
  ((fact.left === left && fact.right === right) || (fact.left === right && fact.right === left));

/** γ itself, or a component of F. */
const isNamed = (side: Expr, head: Expr): boolean =>
  side === head || (side.kind === "tensor" && head.kind === "tensor" && side.head === head.head);

/** AB − BA, or its negative. */
const isExchange = (difference: Expr): boolean => {
  if (difference.kind !== "sum" || difference.terms.length !== 2) return false;
  const [one, other] = difference.terms.map((term) =>
    term.kind === "product" ? term.factors.filter((factor) => factor !== minusOne) : [],
  );
  return one?.length === 2 && other?.length === 2 && one[0] === other[1] && one[1] === other[0];
};

const laws: ReadonlySet<string> = new Set([
  "equation-of-motion",
  "equal-time",
  "divergence-free",
  "gauge-condition",
]);

/** What says of states and vectors what they are by themselves. */
const rules: ReadonlySet<string> = new Set([
  "complete",
  "ward-identity",
  "transversality",
  "normalised",
  "on-shell",
]);

/** Σ|n⟩⟨n| = 1, Σεε* = −g, k·ε = 0, E² = 𝐩² + m²: a number, a metric or a name on one side, and nothing on the other but what the rule speaks of. */
function isRule({ left, right }: Sides): boolean {
  const [side, other] = isKnown(left) ? [right, left] : [left, right];
  if (isKnown(other) && (side.kind === "series" || side.kind === "dot" || isContraction(side)))
    return factorsOf(side.kind === "series" ? side.body : side).every(isStateOrVector);
  return isShell(left, right) || isShell(right, left);
}

type Sides = Pick<Claim, "left" | "right">;

const isKnown = (side: Expr): boolean => side.kind === "num" || isMetric(bareTensor(side));

const isMetric = (head: Expr | undefined): boolean =>
  head?.kind === "symbol" && (head.role === "metric" || head.role === "delta");

const isContraction = (side: Expr): boolean =>
  side.kind === "product" && side.factors.length === 2 && side.factors.every(isComponent);

const isComponent = (node: Expr): boolean =>
  node.kind === "tensor" || (node.kind === "involution" && isComponent(node.operand));

const isStateOrVector = (node: Expr): boolean =>
  isComponent(node) || ["ket", "bra", "dot", "call"].includes(node.kind) || isConjugate(node);

const isConjugate = (node: Expr): boolean =>
  node.kind === "involution" && node.sort === "conjugate" && isStateOrVector(node.operand);

/** E or E² of a sum of squares, or its root. */
function isShell(side: Expr, other: Expr): boolean {
  const isSquared = side.kind === "power" && side.exponent === two;
  const head = isSquared ? side.base : side;
  if (head.kind !== "symbol" && head.kind !== "labelled" && head.kind !== "tensor") return false;
  const under = other.kind === "power" ? other.base : other;
  const body = other.kind === "function" && other.name === "sqrt" ? other.args[0] : under;
  return body?.kind === "sum" && !some(body, (node) => node === head);
}

/** (i∂̸ − m)ψ = 0, iħ∂_t|ψ⟩ = H|ψ⟩: a field or its derivative once in every term. */
function isOfOneField({ left, right }: Sides): boolean {
  const terms = [left, right]
    .flatMap((side) => termsOf(transform(side, acted)))
    .filter((term) => term !== zero);
  const slopes = terms.flatMap((term) => factorsOf(term).filter(isDerivative));
  const field = slopes.map(innermost)[0];
  return (
    field !== undefined &&
    terms.every((term) => factorsOf(term).filter((one) => innermost(one) === field).length === 1) &&
    terms.every((term) => isOnce(term, field))
  );
}

const isOnce = (term: Expr, field: Expr): boolean =>
  factorsOf(term).filter((factor) => some(factor, (node) => node === field)).length === 1;

const isDerivative = ({ kind }: Expr): boolean => kind === "derivative";

/** φ of □φ, of ∂_μ∂^μφ and of φ; nothing where what is differentiated is made of more. */
function innermost(node: Expr): Expr | undefined {
  if (node.kind === "derivative") return node.operand && innermost(node.operand);
  return ["symbol", "labelled", "ket", "tensor", "call"].includes(node.kind) ? node : undefined;
}

const two = num(2);

/** A derivative or a commutator with nothing beside it but numbers and γ's. */
function isBare(side: Expr): boolean {
  if (side.kind === "derivative" || side.kind === "bracket") return true;
  if (side.kind !== "product") return false;
  const others = side.factors.filter((factor) => !isBare(factor));
  return others.length < side.factors.length && others.every(isCoefficient);
}

const isCoefficient = (node: Expr): boolean =>
  node.kind === "num" ||
  node.kind === "constant" ||
  (node.kind === "tensor" && node.head.kind === "symbol" && node.head.role === "gamma");

/** T of ±T^{μν}. */
function bareTensor(side: Expr): Expr | undefined {
  if (side.kind === "tensor") return side.head;
  if (side.kind !== "product" || side.factors.length !== 2) return undefined;
  const [sign, tensor] = side.factors;
  return sign === minusOne && tensor ? bareTensor(tensor) : undefined;
}
