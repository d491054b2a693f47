/** ∫dθ without limits over what is a polynomial in θ: an integral over anticommuting numbers. */
import { symbol } from "../expr/build";
import type { Expr, Measure, Sym } from "../expr/node";
import { children, some, transform } from "../expr/walk";
import type { PremiseEntry } from "../verdict/premiseEntry";
import { everyNode, rewritten } from "./names";

export const anticommuting: PremiseEntry = {
  id: "anticommuting",
  name: "anticommuting numbers",
  rewrites: true,
  habitual: true,
  *apply(claim) {
    const measures = [...everyNode(claim)].flatMap((node) =>
      node.kind === "integral" ? node.measures : [],
    );
    const letters = new Set(measures.map(letterOf));
    if (letters.size === 0 || letters.has(undefined)) return;
    const isOne = (node: Expr): boolean => letters.has(nameOf(node)?.letter);
    if (![claim.left, claim.right].some((side) => isIntegrated(side, isOne))) return;
    if (![claim.left, claim.right].every((side) => isPolynomial(side, isOne))) return;
    const changed = rewritten(claim, (side) =>
      transform(side, (node) => (isOne(node) ? numberNamed(node) : node)),
    );
    if (changed)
      yield {
        latex: [...letters].map((letter) => `${letter}\\text{ anticommutes}`).join(",\\ "),
        facts: [],
        claim: changed,
      };
  },
};

/** The letter an integral without limits runs over, if it is one that Grassmann numbers are given. */
const letterOf = ({ variable, lower, upper, power, region, sort }: Measure): string | undefined =>
  lower || upper || power || region || sort !== "plain" ? undefined : nameOf(variable)?.letter;

interface Name {
  readonly letter: string;
  readonly full: string;
}

/** θ, θ_1, θ̄. */
function nameOf(node: Expr): Name | undefined {
  if (node.kind === "involution") {
    const inner =
      node.sort === "conjugate" || node.sort === "bar" ? nameOf(node.operand) : undefined;
    return inner && { letter: inner.letter, full: `${inner.full}̄` };
  }
  if (node.kind === "labelled") {
    const head = nameOf(node.head);
    const [label, more] = node.labels;
    if (!head || more || label?.kind !== "num") return undefined;
    return { letter: head.letter, full: `${head.full}_${label.numerator}` };
  }
  if (node.kind !== "symbol" || node.type !== "scalar") return undefined;
  const match = /^([θηξζ])[̄′]*(?:_.+)?$/u.exec(node.name);
  return match?.[1] ? { letter: match[1], full: node.name } : undefined;
}

const numberNamed = (node: Expr): Sym =>
  symbol(nameOf(node)?.full ?? "θ", "scalar", { grassmann: true });

/** A letter stands in an integrand, not only behind d. */
const isIntegrated = (node: Expr, isOne: (node: Expr) => boolean): boolean =>
  some(node, (part) => part.kind === "integral" && holds(part.integrand, isOne));

const holds = (node: Expr, isOne: (node: Expr) => boolean): boolean =>
  isOne(node) ||
  (node.kind === "integral" ? [node.integrand] : children(node)).some((part) => holds(part, isOne));

/** The letters stand in sums, products and exponents of e only. */
function isPolynomial(node: Expr, isOne: (node: Expr) => boolean): boolean {
  if (isOne(node)) return true;
  const inside = (part: Expr): boolean => isPolynomial(part, isOne);
  const isFree = (part: Expr): boolean => !isOne(part) && children(part).every(isFree);
  switch (node.kind) {
    case "sum":
    case "product":
      return children(node).every(inside);
    case "quotient":
      return inside(node.over) && isFree(node.under);
    case "integral":
      return inside(node.integrand);
    case "power":
      return node.base.kind === "constant" || node.exponent.kind === "num"
        ? inside(node.base) && inside(node.exponent)
        : isFree(node);
    default:
      return isFree(node);
  }
}
