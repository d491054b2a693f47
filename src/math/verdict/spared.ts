/** Special cases a paper may mean without saying so: where a claim holds in one, its difference is no error. */
import {
  dot,
  minus,
  minusOne,
  num,
  one,
  product,
  quotient,
  sum,
  symbol,
  zero,
} from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { Expr, Sym } from "../expr/node";
import { children, replace, some } from "../expr/walk";
import { negligible } from "./approximate";
import { type Assertion, compare, isEquality } from "./comparison";
import { freeSymbols } from "./freeSymbols";
import { vacuity } from "./guard";
import type { Ground } from "./sample";

/** The case in which it holds, in words, or why none could be looked at. */
export function specialCase(claim: Claim, ground: Ground): string | undefined {
  const found =
    whenPositive(claim, ground) ??
    inNamedGroup(claim, ground) ??
    forBothSigns(claim, ground) ??
    forUnitVectors(claim, ground) ??
    toFirstOrder(claim, ground);
  return found ?? (ground.effort.exhausted() ? ground.effort.reason() : undefined);
}

/** ln(m/μ), √x: a branch decides what negative values give. */
function whenPositive(claim: Claim, ground: Ground): string | undefined {
  const { left, right } = claim;
  if (![left, right].some((side) => some(side, hasBranches))) return undefined;
  const facts = parametersOf(claim).map(
    (symbol): Fact => ({ kind: "domain", symbol, domain: "positive" }),
  );
  if (facts.length === 0) return undefined;
  const there: Ground = { ...ground, facts: [...ground.facts, ...facts] };
  const outcome = compare(claim, there);
  return outcome.kind === "differs" ? undefined : "it may hold for positive parameters";
}

const hasBranches = (node: Expr): boolean =>
  (node.kind === "function" &&
    ["log", "ln", "sqrt", "arg", "arcsin", "arccos"].includes(node.name)) ||
  (node.kind === "power" && !(node.exponent.kind === "num" && node.exponent.denominator === 1n));

/** Numbers in place of N: the text works with one group throughout. */
function inNamedGroup(claim: Claim, ground: Ground): string | undefined {
  if (ground.conventions.colours !== undefined) return undefined;
  if (![claim.left, claim.right].some((side) => some(side, isColour))) return undefined;
  for (const colours of [3, 2]) {
    const conventions = { ...ground.conventions, colours };
    if (holds({ ...claim, conventions }, { ...ground, conventions }))
      return `it holds for SU(${colours})`;
  }
  return undefined;
}

const isColour = (node: Expr): boolean =>
  node.kind === "symbol" &&
  (node.role === "generator" || node.role === "structure" || node.role === "symmetric-structure");

/** ζ = ±1 for bosons and fermions, η, s, λ: a letter that stands for a sign. */
function forBothSigns(claim: Claim, ground: Ground): string | undefined {
  for (const letter of parametersOf(claim))
    if (
      isSign(letter) &&
      !isMeasure(letter, claim, ground) &&
      holdsForSigns(claim, [letter], ground)
    )
      return `it holds for ${letter.name} = ±1`;
  const spins = [...smallParts(claim)].filter(
    (part) => part.kind === "labelled" && isSign(part.head),
  );
  return spins.length > 0 && spins.length < 4 && holdsForSigns(claim, spins, ground)
    ? "it holds for spins ±1"
    : undefined;
}

/** σ > 0, or σ² on one side and σ³ on the other: a width, not a sign. */
const isMeasure = (letter: Sym, { left, right }: Claim, { facts }: Ground): boolean =>
  facts.some((fact) => isAbout(fact, letter)) ||
  [left, right].every((side) =>
    some(side, (node) => node.kind === "power" && node.base === letter),
  );

const isAbout = (fact: Fact, letter: Sym): boolean =>
  (fact.kind === "domain" && fact.symbol === letter && fact.domain === "positive") ||
  (fact.kind === "inequality" && [fact.left, fact.right].includes(letter));

const isSign = ({ name, grassmann }: Sym): boolean => !grassmann && /^[ζηεϵσκλsSξ]$/u.test(name);

function holdsForSigns(claim: Claim, letters: readonly Expr[], ground: Ground): boolean {
  const choices = letters.reduce<readonly ReadonlyMap<Expr, Expr>[]>(
    (list, letter) =>
      list.flatMap((by) => [one, minusOne].map((value) => new Map([...by, [letter, value]]))),
    [new Map<Expr, Expr>()],
  );
  return choices.every((by) =>
    holds({ ...claim, left: replace(claim.left, by), right: replace(claim.right, by) }, ground),
  );
}

/** Products of infinitesimal rotations: one side is 1 and what is linear, and the rest is of second order. */
function toFirstOrder(claim: Claim, ground: Ground): string | undefined {
  const parameters = [...smallParts(claim)];
  if (parameters.length === 0 || !isEquality(claim.relation)) return undefined;
  const scaled = (side: Expr, by: Expr): Expr =>
    replace(side, new Map(parameters.map((part) => [part, product(by, part)])));
  const linear = (side: Expr): boolean => {
    const [there, here, twice] = [small, zero, product(num(2), small)].map((by) =>
      scaled(side, by),
    );
    if (!there || !here || !twice) return false;
    const midway: Assertion = {
      left: sum(twice, here),
      relation: "=",
      right: product(num(2), there),
    };
    const nothing: Assertion = { left: here, relation: "=", right: zero };
    const constant: Assertion = { left: there, relation: "=", right: here };
    return (
      compare(midway, ground).kind === "holds" &&
      [nothing, constant].every((assertion) => compare(assertion, ground).kind === "differs")
    );
  };
  if (linear(claim.left) === linear(claim.right)) return undefined;
  const rest = minus(scaled(claim.left, small), scaled(claim.right, small));
  const shrinking = [{ parameter: small, towards: 1 }] as const;
  const outcome = negligible(quotient(rest, small), shrinking, ground);
  return outcome.kind === "holds" ? "it holds to first order" : undefined;
}

const small = symbol("ϵ‴", "scalar", { domain: "small" });

/** Numbers that nothing fixes, members of a family each by itself. */
function smallParts({ left, right }: Claim): ReadonlySet<Expr> {
  const found = new Set<Expr>();
  const visit = (node: Expr): void => {
    if (node.kind === "labelled" && node.head.type === "scalar") found.add(node);
    else if (node.kind === "symbol" && node.type === "scalar" && node.role === undefined)
      found.add(node);
    else for (const part of children(node)) visit(part);
  };
  visit(left);
  visit(right);
  return found;
}

/** The velocity of a particle: its square is one, with the sign of the metric. */
function forUnitVectors(claim: Claim, ground: Ground): string | undefined {
  const vectors = [...freeSymbols(claim.left, claim.right)].filter(
    (s) => s.type === "four-vector" && /^[uUnN]$/.test(s.name),
  );
  for (const vector of vectors)
    for (const right of [one, minusOne]) {
      const fact: Fact = { kind: "constraint", left: dot(vector, vector), right };
      if (compare(claim, { ...ground, facts: [...ground.facts, fact] }).kind === "holds")
        return `it holds for a unit vector ${vector.name}`;
    }
  return undefined;
}

const parametersOf = ({ left, right }: Claim): readonly Sym[] =>
  [...freeSymbols(left, right)].filter(
    (s) =>
      s.type === "scalar" &&
      s.role === undefined &&
      (s.domain === undefined || s.domain === "real" || s.domain === "nonzero"),
  );

const holds = (claim: Claim, ground: Ground): boolean =>
  compare(claim, ground).kind === "holds" && vacuity(claim, ground) === undefined;
