/** Whether a line is itself the premise that would settle it. */
import { minus, minusOne, zero } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr } from "../expr/node";
import type { Settled } from "./search";

/** ∂_μF^{μν} = j^ν, T^{μν} = T^{νμ}: in a paper the line is the premise, not a step that leans on it. */
export function isTheLaw({ claim: under, premises }: Settled, { left, right }: Claim): boolean {
  const isLaw = premises.some(({ id }) => laws.has(id)) && [left, right].some(isBare);
  if (isLaw && under.left === under.right) return true;
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
