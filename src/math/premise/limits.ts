/** Premises that take a limit: four dimensions, leading order, small angles. */
import { num, symbol, zero } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr, Num, Sym } from "../expr/node";
import { nodes, replace, some } from "../expr/walk";
import { freeSymbols } from "../verdict/freeSymbols";
import type { Candidate, PremiseEntry } from "../verdict/premiseEntry";
import type { Shrinking } from "../verdict/scaling";
import { saidToGo } from "../verdict/smallness";
import { everyNode, rewritten, symbolsIn } from "./names";

/** A result that keeps d holds for every d, or not at all. */
export const fourDimensions: PremiseEntry = {
  id: "four-dimensions",
  joins: true,
  name: "the limit d → 4",
  rival: "was a term of order d − 4 dropped",
  *apply(claim) {
    const dimension = symbolsIn(claim).filter(
      (s) => s.type === "scalar" && (s.name === "d" || s.name === "D"),
    );
    if (claim.conventions.dim !== "d" && dimension.length === 0) return;
    const kept = dimension.some((d) => some(claim.right, (node) => node === d));
    if (kept) {
      if (claim.conventions.dim !== "d")
        yield {
          latex: "g^\\mu{}_\\mu=d",
          facts: [],
          claim: { ...claim, conventions: { ...claim.conventions, dim: "d" } },
        };
      return;
    }
    const epsilon = symbolsIn(claim).filter((s) => s.domain === "small" && /^[εϵ]$/.test(s.name));
    yield {
      latex: "d\\to 4",
      facts: [
        ...dimension.map((head) => ({ kind: "definition", head, body: num(4) }) as const),
        ...epsilon.map((head) => ({ kind: "definition", head, body: zero }) as const),
      ],
      claim: { ...claim, conventions: { ...claim.conventions, dim: 4 } },
    };
  },
};

const trigonometric = new Set(["sin", "cos", "tan", "sec", "csc", "cot", "arcsin", "arctan"]);

const isTrigonometric = (node: Expr): boolean =>
  node.kind === "function" && trigonometric.has(node.name);

/** What the result still writes as a function of the angle was not expanded in it. */
export const smallAngle: PremiseEntry = {
  id: "small-angle",
  expands: true,
  name: "the small-angle approximation",
  *apply(claim) {
    const angles = new Set<Sym>();
    for (const node of everyNode(claim))
      if (isTrigonometric(node))
        for (const part of nodes(node)) if (isScalar(part)) angles.add(part);
    for (const angle of angles)
      if (
        !some(claim.right, (node) => isTrigonometric(node) && some(node, (part) => part === angle))
      )
        yield {
          latex: `${angle.name}\\ll 1`,
          facts: [],
          shrinking: [{ parameter: angle, towards: 1 }],
        };
  },
};

/** Names that physicists give to what they expand in. */
const expandedIn = /^(ε|ϵ|δ|η|λ|α|g|β|κ|ξ|ζ|α_s|α′|e)(_.+)?$/;

export const leadingOrder: PremiseEntry = {
  id: "leading-order",
  expands: true,
  name: "leading order",
  rival: "was a term dropped",
  *apply(claim) {
    const said = saidToGo(claim.given.flatMap(({ facts }) => facts));
    for (const one of limitsOf(claim))
      if (!one.shrinking?.some((way) => isAgainst(way, said))) yield one;
  },
};

/** Large where the text says that it is small. */
const isAgainst = ({ parameter, towards }: Shrinking, said: readonly Shrinking[]): boolean =>
  said.some((way) => way.parameter === parameter && way.towards !== towards);

function* limitsOf(claim: Claim): Generator<Candidate> {
  for (const s of symbolsIn(claim))
    if (
      isScalar(s) &&
      !s.grassmann &&
      (isSaidSmall(claim, s) ||
        (expandedIn.test(s.name) && isExpanded(claim, s)) ||
        isDeveloped(claim, s))
    )
      yield towards(s, 1);
  yield* slow(claim);
  const moves = symbolsIn(claim).some((s) => s.name === "v");
  const light = symbolsIn(claim).find(
    (s) => s.name === "c" && (s.role === "physical-constant" || (moves && isScalar(s))),
  );
  if (light && !isKeptExactly(claim, light))
    yield { latex: "c\\to\\infty", facts: [], shrinking: [{ parameter: light, towards: -1 }] };
  if (claim.relation !== "≈" && claim.relation !== "≃") return;
  if ([claim.left, claim.right].some(isMeasured)) return;
  const others = symbolsIn(claim).filter((s) => isScalar(s) && !expandedIn.test(s.name));
  for (const s of others)
    for (const to of [1, -1] as const)
      if (!(to > 0 && isSaidLarge(claim, s)) && !(to < 0 && isMassOfField(claim, s)))
        yield towards(s, to);
}

/** γ on the right, which is given by c: nothing there is expanded. */
const isKeptExactly = ({ given, right }: Claim, c: Sym): boolean =>
  given.some(({ facts }) =>
    facts.some(
      (fact) =>
        fact.kind === "definition" &&
        some(fact.body, (part) => part === c) &&
        some(right, (part) => part === fact.head),
    ),
  );

/** m beside ∂_μφ: what differs there by a total derivative is no limit of a heavy field. */
const isMassOfField = (claim: Claim, s: Sym): boolean =>
  /^[mM](_.+)?$/u.test(s.name) &&
  [...everyNode(claim)].some((node) => node.kind === "derivative" && node.by.kind === "index");

/** 3.0 × 10⁻¹⁹ GeV: the value of something, and no limit of it. */
const isMeasured = (side: Expr): boolean =>
  freeSymbols(side).size === 0 && !(side.kind === "num" && side.denominator === 1n);

const towards = (parameter: Sym, to: 1 | -1): Candidate => ({
  latex: `${parameter.name}\\to ${to > 0 ? "0" : "\\infty"}`,
  facts: [],
  shrinking: [{ parameter, towards: to }],
});

const isSaidLarge = ({ given }: Claim, s: Sym): boolean =>
  given.some(({ facts }) =>
    facts.some(
      (fact) =>
        fact.kind === "property" &&
        fact.property === "large" &&
        fact.of.some((one) => nameIs(one, s.name)),
    ),
  );

const isSaidSmall = ({ given }: Claim, s: Sym): boolean =>
  s.domain === "small" ||
  given.some(({ facts }) =>
    facts.some(
      (fact) => fact.kind === "domain" && fact.domain === "small" && nameIs(fact.symbol, s.name),
    ),
  );

const nameIs = (symbol: Expr, name: string): boolean =>
  symbol.kind === "symbol" && symbol.name === name;

/** The result is written in powers of it. */
const isExpanded = ({ right }: Claim, s: Sym): boolean =>
  !some(right, (node) => node.kind === "function" && some(node, (part) => part === s));

/** √(𝐩² + m²) = m + 𝐩²/2m: in the square of a vector that shows in nothing else. */
function* slow(claim: Claim): Generator<Candidate> {
  for (const node of new Set(everyNode(claim))) {
    if (node.kind !== "dot" || node.left !== node.right || node.left.kind !== "symbol") continue;
    const vector = node.left;
    const square = symbol(`${vector.name}²`, "scalar", { domain: "positive" });
    const by = new Map<Expr, Expr>([[node, square]]);
    const alone = rewritten(claim, (side) => replace(side, by));
    if (alone && !everyNode(alone).includes(vector) && isDeveloped(alone, square))
      yield { ...towards(square, 1), latex: `${vector.name}\\to 0`, claim: alone };
  }
}

/** √(1 + x) as a polynomial in x, which it is not. */
const isDeveloped = ({ left, right }: Claim, s: Sym): boolean =>
  some(right, (node) => node === s) && isPolynomial(right, s) && !isPolynomial(left, s);

function isPolynomial(node: Expr, s: Sym): boolean {
  if (node === s || !some(node, (part) => part === s)) return true;
  if (node.kind === "sum") return node.terms.every((term) => isPolynomial(term, s));
  if (node.kind === "product") return node.factors.every((factor) => isPolynomial(factor, s));
  // |z| has no powers of z.
  if (node.kind === "function" && node.name === "abs")
    return node.args.every((part) => isPolynomial(part, s));
  if (node.kind === "quotient")
    return isPolynomial(node.over, s) && !some(node.under, (part) => part === s);
  return (
    node.kind === "power" &&
    node.exponent.kind === "num" &&
    isWholePower(node.exponent) &&
    isPolynomial(node.base, s)
  );
}

const isWholePower = ({ numerator, denominator }: Num): boolean =>
  denominator === 1n && numerator > 0n;

const isScalar = (node: Expr): node is Sym =>
  node.kind === "symbol" && node.type === "scalar" && node.role === undefined;
