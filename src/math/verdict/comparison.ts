/** Puts a relation to the test that belongs to it. */

import { isUnsaidIntegral } from "../evaluate/calculus/unsaid";
import { zero } from "../expr/build";
import type { Fact } from "../expr/claim";
import type { Expr, Limit, Relation } from "../expr/node";
import { isZero } from "../expr/questions";
import { replace, some } from "../expr/walk";
import { approximate } from "./approximate";
import { isOrdered } from "./commuting";
import { withinDecimals } from "./decimals";
import { equality } from "./equality";
import { mapFact } from "./facts";
import { fallingOff } from "./fallingOff";
import { freeSymbols } from "./freeSymbols";
import { integrands } from "./integrand";
import { coincidences, labelWays, relabelled } from "./kronecker";
import { ordering } from "./ordering";
import { all, type Outcome, type Undecided, undecided } from "./outcome";
import { degreesOfFreedom } from "./phaseSpace";
import { type Sides, signChoices } from "./plusMinus";
import { proportionality, sharesNothing } from "./proportional";
import { hasRemainder, remainder } from "./remainder";
import type { Ground } from "./sample";
import { isUnknown, reachesUnknown, stretched } from "./stretched";
import { summands } from "./summand";
import { wholeOrders } from "./wholeOrders";

export interface Assertion {
  readonly left: Expr;
  readonly relation: Relation;
  readonly right: Expr;
}

export function compare(assertion: Assertion, ground: Ground): Outcome {
  const { left, relation, right } = assertion;
  const orders = wholeOrders([left, right]);
  if (orders) {
    const outcome = all(
      lazily(orders, ([a, b]) => compare({ left: a, relation, right: b }, ground)),
    );
    return outcome.kind === "holds" ? { ...outcome, error: undefined } : outcome;
  }
  const spaces = degreesOfFreedom([left, right], definedIn(ground));
  if (spaces)
    return all(
      lazily(spaces, ([a, b]) => {
        const found = compare({ left: a, relation, right: b }, ground);
        return found.kind === "holds" ? { ...found, sides: found.sides ?? [a, b] } : found;
      }),
    );
  const outcome = all(
    lazily(
      signChoices([left, right]).flatMap((sides) => labelWays(sides).map((by) => ({ sides, by }))),
      ({ sides, by }) => one(relabelled(sides, by), relation, withSpins(ground, by)),
    ),
  );
  if (outcome.kind !== "holds") return outcome;
  const apart = coincidences([left, right]).some(
    (sides) => one(sides, relation, ground).kind === "differs",
  );
  return apart ? undecided("differs", "it fails where two labels are equal") : outcome;
}

/** What is given of spinors with these labels is given of those the labels become. */
const withSpins = (ground: Ground, by: ReadonlyMap<Expr, Expr>): Ground =>
  [...by.values()].some(({ kind }) => kind === "num")
    ? {
        ...ground,
        facts: ground.facts.map((fact) => mapFact(fact, (part) => replace(part, by))),
      }
    : ground;

/** Heads of the definitions given. */
const definedIn = ({ facts }: Ground): ReadonlySet<Expr> =>
  new Set(facts.flatMap((fact) => (fact.kind === "definition" ? [fact.head] : [])));

/** Relations whose failure is never held against the author. */
export const isLoose = (relation: Relation): boolean =>
  ["≈", "≃", "∼", "→", "↦", "≪", "≫", "∈"].includes(relation);

/** Relations that can be proved, not only supported by samples. */
export const isEquality = (relation: Relation): boolean => ["=", "≡", ":="].includes(relation);

function one([left, right]: Sides, relation: Relation, ground: Ground): Outcome {
  switch (relation) {
    case "=":
    case "≡":
    case ":=":
      return hasRemainder(left, right)
        ? remainder(left, right, ground)
        : equal(left, right, ground);
    case "≈":
    case "≃":
      return hasRemainder(left, right)
        ? remainder(left, right, ground)
        : approximate(left, right, ground);
    case "∼":
      return constantRatio(left, right, "all", ground);
    case "∝":
      return constantRatio(left, right, "shared", ground);
    case "<":
    case "≤":
    case ">":
    case "≥":
      return ordering(left, relation, right, ground);
    case "≠":
      return unequal(left, right, ground);
    case "→":
    case "↦":
      return undecided("beyond", "a replacement, not a statement");
    case "≪":
    case "≫":
    case "∈":
      return undecided("beyond", "a condition, not a statement");
  }
}

function equal(left: Expr, right: Expr, ground: Ground): Outcome {
  if (!ground.formal && [left, right].some((side) => some(side, reachesUnknown(ground.facts))))
    return (
      underIntegral(left, right, ground) ??
      byRules(left, right, ground) ??
      whereTheyFallOff([left, right], ground) ??
      undecided("vacuous", "nothing says how the functions fall off")
    );
  const within = ground.formal ? undefined : insideFirst(left, right, ground);
  if (within) return within;
  const outcome = equality(left, right, ground);
  if (outcome.kind === "undecided")
    return (
      underIntegral(left, right, ground) ??
      underLimit(left, right, ground) ??
      formally(left, right, ground, outcome) ??
      (outcome.why === "vacuous" ? whereTheyFallOff([left, right], ground) : undefined) ??
      outcome
    );
  if (outcome.kind !== "differs") return outcome;
  const inside =
    ground.facts.some(isConstraint) && [left, right].some((side) => some(side, isUnsaidIntegral))
      ? underIntegral(left, right, ground)
      : undefined;
  return inside?.kind === "holds" ? inside : withinDecimals(left, right, ground, outcome, false);
}

/** What holds of functions that fall off; what differs for them asks for more than that their integrals exist. */
function whereTheyFallOff(sides: Sides, ground: Ground): Outcome | undefined {
  const damped = fallingOff(sides, ground.facts);
  if (!damped) return undefined;
  const outcome = equality(...damped.sides, { ...ground, facts: damped.facts });
  if (outcome.kind === "holds") return { ...outcome, sides: damped.sides };
  const isOfBoth = sides.every((side) => some(side, isUnknown));
  return outcome.kind === "differs" && isOfBoth ? outcome : undefined;
}

/** ∂_tρ + ∇·𝐣 = 0 holds at every place that is integrated over. */
const isConstraint = ({ kind }: Fact): boolean => kind === "constraint";

/** Equal integrands over the same region settle what the integrals themselves could not. */
function underIntegral(left: Expr, right: Expr, ground: Ground): Outcome | undefined {
  const inside = integrands(left, right);
  const outcome = inside && equal(inside.left, inside.right, ground);
  return outcome?.kind === "holds" ? outcome : undefined;
}

/** What is integrated or summed under an integral or a limit is dear: first without the outer one. */
function insideFirst(left: Expr, right: Expr, ground: Ground): Outcome | undefined {
  const sides = [left, right];
  if (sides.every(({ kind }) => kind === "limit"))
    return sides.some((side) => some(side, isDear)) ? underLimit(left, right, ground) : undefined;
  const summed = summands(left, right);
  if (summed?.some((term) => some(term, isDear))) {
    const outcome = asCompared(equal(...summed, ground), summed);
    if (outcome?.kind === "holds") return outcome;
  }
  const inside = integrands(left, right);
  return inside && [inside.left, inside.right].some((side) => some(side, isDear))
    ? asCompared(underIntegral(left, right, ground), [inside.left, inside.right])
    : undefined;
}

const asCompared = (outcome: Outcome | undefined, sides: Sides): Outcome | undefined =>
  outcome?.kind === "holds" ? { sides, ...outcome } : outcome;

const isDear = ({ kind }: Expr): boolean => kind === "integral" || kind === "series";

/** Equal values on the way settle what the limits themselves could not. */
function underLimit(left: Expr, right: Expr, ground: Ground): Outcome | undefined {
  if (left.kind !== "limit" || right.kind !== "limit") return undefined;
  if (left.variable !== right.variable || left.to !== right.to || left.side !== right.side)
    return undefined;
  const outcome = equal(left.body, right.body, ground);
  const seen = outcome.kind === "undecided" ? (fromAbove(left, right, ground) ?? outcome) : outcome;
  return seen.kind === "holds" ? { ...seen, sides: [left.body, right.body] } : undefined;
}

/** lim_{α→0} ∫_0^∞ e^{−αr} …: on the side where there is something to take the limit of. */
function fromAbove(left: Limit, right: Limit, ground: Ground): Outcome | undefined {
  if (left.side || !isZero(left.to)) return undefined;
  const facts: readonly Fact[] = [
    ...ground.facts,
    { kind: "domain", symbol: left.variable, domain: "positive" },
  ];
  return equal(left.body, right.body, { ...ground, facts });
}

/** What could not be integrated may still follow from the rules of integration. */
function formally(
  left: Expr,
  right: Expr,
  ground: Ground,
  { why }: Undecided,
): Outcome | undefined {
  if (ground.formal || !["beyond", "vacuous", "budget"].includes(why)) return undefined;
  if (![left, right].some((side) => some(side, isIntegral))) return undefined;
  if (why !== "beyond" && ![left, right].some((side) => some(side, isUnknown))) return undefined;
  return byRules(left, right, ground);
}

function byRules(left: Expr, right: Expr, ground: Ground): Outcome | undefined {
  const outcome = equality(left, right, { ...ground, formal: true });
  if (outcome.kind === "holds") return { ...outcome, formal: true };
  const sides = stretched([left, right]);
  const near = sides && equality(...sides, ground);
  return sides && near?.kind === "holds" ? { ...near, sides } : undefined;
}

const isIntegral = (node: Expr): boolean => node.kind === "integral";

/** A ratio that is constant is shown at samples; no proof is claimed. */
function constantRatio(left: Expr, right: Expr, which: "shared" | "all", ground: Ground): Outcome {
  if (which === "shared" && sharesNothing(left, right))
    return undecided("differs", "the sides have no variable in common");
  const same = proportionality(left, right, which, ground);
  const outcome = equality(same.left, same.right, same.ground);
  if (outcome.kind !== "holds") return outcome;
  if ([left, right].some((side) => equality(side, zero, ground).kind === "holds"))
    return undecided("vacuous", "what vanishes has a ratio to nothing");
  return { ...outcome, error: undefined, digits: Math.min(outcome.digits, 15) };
}

/** Among numbers that may vary, ≠ is a condition; among operators the order of factors may already tell. */
function unequal(left: Expr, right: Expr, ground: Ground): Outcome {
  const ordered = [left, right].every((side) => side !== zero && some(side, isOrdered));
  if (freeSymbols(left, right).size > 0 && !ordered)
    return undecided("differs", "it leaves out special values only");
  const outcome = equality(left, right, ground);
  if (outcome.kind === "differs") return { kind: "holds", error: undefined, points: 1, digits: 15 };
  if (outcome.kind === "holds")
    return { kind: "differs", values: {}, left: "one side", right: "equal to the other" };
  return outcome;
}

function* lazily<A, B>(list: readonly A[], of: (item: A) => B): Generator<B> {
  for (const item of list) yield of(item);
}
