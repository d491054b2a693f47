/** The few tacit premises that settle a claim which differs: at most two, each needed. */

import { minus, product, quotient, symbol, zero } from "../expr/build";
import type { Claim, Fact, Premise } from "../expr/claim";
import type { Expr } from "../expr/node";
import { isNamed, typeOf } from "../expr/questions";
import { nodes, replace, some, symbolsOf } from "../expr/walk";
import { negligible } from "./approximate";
import { seemsToHold } from "./brief";
import { compare, isEquality } from "./comparison";
import { partsOf } from "./facts";
import { killedTerms, vacuity } from "./guard";
import { all, asHeld, type Holds, type Outcome, undecided } from "./outcome";
import type { Candidate, PremiseEntry } from "./premiseEntry";
import { type Ground, groundOf } from "./sample";
import { type Shrinking, seemsToStay } from "./scaling";
import { saysNothing } from "./signs";

export interface Settled {
  readonly claim: Claim;
  readonly outcome: Holds;
  readonly premises: readonly Premise[];
  readonly alternatives: readonly Premise[];
  readonly ground: Ground;
  /** They go with the names they speak of: no slip is likelier. */
  readonly habitual: boolean;
}

interface Idea {
  readonly entry: PremiseEntry;
  readonly candidate: Candidate;
}

/** Further ways to settle it that are reported. */
const reported = 2;
const pairsAtMost = 60;

export function settle(
  claim: Claim,
  catalogue: readonly PremiseEntry[],
  ground: Ground,
  assumed: readonly string[] = [],
): Settled | undefined {
  const isNew = ({ candidate }: Idea): number => (assumed.includes(candidate.latex) ? 0 : 1);
  const ideas = catalogue
    .flatMap((entry) => [...entry.apply(claim)].map((candidate) => ({ entry, candidate })))
    .sort((a, b) => isNew(a) - isNew(b))
    .filter((idea, _, all) => !isOtherwise(idea, all, isNew));
  const found: Settled[] = [];
  for (const idea of ideas) {
    if (found.length > reported || ground.effort.exhausted()) break;
    const settled = pared(claim, [idea], ground);
    if (settled) found.push(settled);
  }
  if (found.length === 0) {
    let count = 0;
    for (const pair of pairs(ideas)) {
      if (count++ >= pairsAtMost || ground.effort.exhausted()) break;
      const settled = pared(claim, pair, ground);
      if (!settled) continue;
      found.push(settled);
      break;
    }
  }
  const [first, ...others] = found;
  return first && { ...first, alternatives: others.flatMap((other) => other.premises) };
}

/** Momenta that were found to balance in one way balance in no other. */
const isOtherwise = (idea: Idea, all: readonly Idea[], isNew: (idea: Idea) => number): boolean =>
  idea.entry.id === "momentum-conservation" &&
  isNew(idea) === 1 &&
  all.some((other) => other.entry.id === idea.entry.id && isNew(other) === 0);

/** The likeliest together first: the first idea of every entry before the second of any. */
function* pairs(all: readonly Idea[]): Generator<readonly Idea[]> {
  const ideas = inTurn(all.filter(({ entry }) => entry.joins));
  for (let ranks = 1; ranks < 2 * ideas.length; ranks++)
    for (let first = 0; 2 * first < ranks; first++) {
      const [a, b] = [ideas[first], ideas[ranks - first]];
      if (!a || !b || a.entry.id === b.entry.id) continue;
      if (a.candidate.claim && b.candidate.claim) continue;
      if (!isThreeAlike([...a.candidate.facts, ...b.candidate.facts])) yield [a, b];
    }
}

/** Three momenta that balance are never all of one mass, but where all are parallel and massless. */
function isThreeAlike(facts: readonly Fact[]): boolean {
  const squares = new Map<Expr, Expr>(
    facts.flatMap((fact) =>
      fact.kind === "constraint" && fact.left.kind === "dot" && fact.left.left === fact.left.right
        ? [[fact.left.left, fact.right] as const]
        : [],
    ),
  );
  return facts.some((fact) => {
    if (fact.kind !== "definition" || typeOf(fact.head) !== "four-vector") return false;
    const three = [fact.head, ...symbolsOf(fact.body)];
    const [one, ...others] = three.map((name) => squares.get(name));
    return three.length === 3 && one !== undefined && others.every((other) => other === one);
  });
}

function inTurn(ideas: readonly Idea[]): readonly Idea[] {
  const turns = new Map<PremiseEntry, number>();
  const ranked = ideas.map((idea) => {
    const turn = turns.get(idea.entry) ?? 0;
    turns.set(idea.entry, turn + 1);
    return { idea, turn };
  });
  return ranked.sort((a, b) => a.turn - b.turn).map(({ idea }) => idea);
}

/** With no more of a premise of several parts than is needed. */
function pared(claim: Claim, ideas: readonly Idea[], ground: Ground): Settled | undefined {
  let best = tried(claim, ideas, ground);
  if (!best) return undefined;
  let kept = ideas;
  for (const [at, { entry, candidate }] of ideas.entries())
    for (let parts = candidate.parts ?? [], i = parts.length - 1; i >= 0 && parts.length > 1; i--) {
      const fewer = parts.filter((_, j) => j !== i);
      const idea = { entry, candidate: joined(fewer) };
      const less = kept.map((one, j) => (j === at ? idea : one));
      const settled = tried(claim, less, ground);
      if (settled) [best, kept, parts] = [settled, less, fewer];
    }
  return best;
}

/** What several parts say together. */
export const joined = (parts: NonNullable<Candidate["parts"]>): Candidate => ({
  latex: parts.map(({ latex }) => latex).join(",\\ "),
  facts: parts.flatMap(({ facts }) => facts),
  parts,
});

function tried(claim: Claim, ideas: readonly Idea[], ground: Ground): Settled | undefined {
  const candidates = ideas.map(({ candidate }) => candidate);
  if (missesHead(claim, candidates, ground.facts)) return undefined;
  if (ideas.some((idea) => deletes(idea, claim)) && !isEquation(claim)) return undefined;
  const under = candidates.reduce<Claim>((current, candidate) => candidate.claim ?? current, claim);
  const restricted = candidates.length > 1 || ground.facts.length > 0;
  const facts = [
    ...ground.facts,
    ...candidates.flatMap((c) => (c.substituted ? [] : (restricted && c.beside) || c.facts)),
  ];
  const there: Ground = { ...ground, conventions: under.conventions, facts };
  const sides = [under.left, under.right];
  if (candidates.some((one) => isMute(one, sides, facts))) return undefined;
  const shrinking = candidates.flatMap((candidate) => candidate.shrinking ?? []);
  const outcome = shrinking.length > 0 ? leadingOrder(under, shrinking, there) : full(under, there);
  if (outcome?.kind !== "holds") return undefined;
  const killed = killedTerms(under, there);
  if (isEquation(claim) && killed.length > 0 && sides.every((side) => isLost(side, killed)))
    return undefined;
  const removes = ideas.some(({ entry }) => entry.rival) || killed.length > 0;
  const premises = ideas.map((idea) => premiseOf(idea, removes));
  const settled = shrinking.length > 0 ? expanded(under, shrinking) : under;
  const habitual = ideas.every(({ entry }) => entry.habitual);
  return { claim: settled, outcome, premises, alternatives: [], ground: there, habitual };
}

/** Nothing is left of it: 0 = 0 compares nothing. */
const isLost = (side: Expr, killed: readonly Expr[]): boolean =>
  side === zero ||
  (side.kind === "sum" ? side.terms : [side]).every((term) => killed.includes(term));

/** It only says what is positive, where that decides nothing. */
const isMute = (
  { facts, claim, shrinking }: Candidate,
  sides: readonly Expr[],
  all: readonly Fact[],
): boolean =>
  !claim &&
  !shrinking &&
  saysNothing(
    facts,
    sides,
    all.filter((fact) => !facts.includes(fact)),
  );

/** Another convention deletes nothing. */
const deletes = ({ entry, candidate: { claim, facts } }: Idea, { left, right }: Claim): boolean =>
  entry.rival !== undefined &&
  !(facts.length === 0 && claim?.left === left && claim.right === right);

/** What only deletes terms makes 0 = 0 of a side that is zero. */
const isEquation = ({ left, relation, right }: Claim): boolean =>
  left !== zero && right !== zero && (isEquality(relation) || relation === "≈" || relation === "≃");

/** Nothing said here touches the name that one side consists of, so it stays as free as it is. */
function missesHead(
  claim: Claim,
  candidates: readonly Candidate[],
  known: readonly Fact[],
): boolean {
  if (candidates.some((candidate) => candidate.claim || candidate.shrinking)) return false;
  const said = [...known, ...candidates.flatMap(({ facts }) => facts)].filter(
    (fact) => fact.kind !== "domain",
  );
  const parts = said.flatMap(partsOf);
  return [
    [claim.left, claim.right],
    [claim.right, claim.left],
  ].some(
    ([head, body]) =>
      head?.kind === "symbol" &&
      head.role === undefined &&
      !(head.dependsOn && head.dependsOn.length > 0) &&
      ![...parts, ...(body ? [body] : [])].some((part) =>
        some(part, (node) => isNamed(node, head.name)),
      ),
  );
}

function* lazily<A, B>(list: readonly A[], of: (item: A) => B): Generator<B> {
  for (const item of list) yield of(item);
}

function full(claim: Claim, ground: Ground): Outcome | undefined {
  const seems = seemsToHold(claim, ground);
  if (seems !== true && !(seems === undefined && sharesMeasure(claim))) return undefined;
  const outcome = compare(claim, ground);
  return outcome.kind === "holds" &&
    vacuity(asHeld(claim, outcome), groundOf(outcome, ground)) !== undefined
    ? undefined
    : outcome;
}

/** Two integrals over one range, the integrands of which can be compared where the integrals cannot. */
function sharesMeasure({ left, right }: Claim): boolean {
  const [one, other] = [left, right].map((side) =>
    [...nodes(side)].find((node) => node.kind === "integral"),
  );
  if (one?.kind !== "integral" || other?.kind !== "integral") return false;
  const [first, ...more] = one.measures;
  const [second, ...others] = other.measures;
  return (
    more.length + others.length === 0 &&
    first !== undefined &&
    first.variable === second?.variable &&
    first.lower === second.lower &&
    first.upper === second.upper
  );
}

/** The claim as an approximation in these parameters. */
function expanded(claim: Claim, shrinking: readonly Shrinking[]): Claim {
  const small = new Map<Expr, Expr>(
    shrinking.map(({ parameter }) => [parameter, smallTwin(parameter)]),
  );
  return {
    ...claim,
    left: replace(claim.left, small),
    right: replace(claim.right, small),
    relation: "≈",
  };
}

function smallTwin(parameter: Expr): Expr {
  if (parameter.kind !== "symbol") return parameter;
  const { kind: _, name, type, ...details } = parameter;
  return symbol(name, type, { ...details, domain: "small" });
}

/** The residual becomes smaller than every term that was kept. */
function leadingOrder(
  { left, right }: Claim,
  shrinking: readonly Shrinking[],
  ground: Ground,
): Outcome {
  // Terms that nearly cancel are each larger than what they leave.
  const kept = [...new Set([right, ...termsOf(right)])];
  if (right === zero) return undecided("differs", "nothing was kept");
  if (shrinking.some(({ parameter }) => ground.facts.some((fact) => isArgument(parameter, fact))))
    return undecided("differs", "the parameter is the argument of a function");
  const residual = minus(left, right);
  const ratios = [...kept, ...changes(left, right, shrinking)].map((term) =>
    quotient(residual, term),
  );
  if (ratios.some((ratio) => seemsToStay(ratio, shrinking, ground)))
    return undecided("differs", "the residual does not shrink");
  return all(lazily(ratios, (ratio) => negligible(ratio, shrinking, ground, true)));
}

/** The terms of a side, also those in brackets behind a common factor. */
function termsOf(side: Expr): readonly Expr[] {
  if (side.kind === "sum") return side.terms;
  if (side.kind !== "product") return [side];
  const [bracket, ...more] = side.factors.filter(({ kind }) => kind === "sum");
  if (bracket?.kind !== "sum" || more.length > 0) return [side];
  return bracket.terms.map((term) =>
    product(...side.factors.map((factor) => (factor === bracket ? term : factor))),
  );
}

/** ε in f(ε) = … . */
const isArgument = (parameter: Expr, fact: Fact): boolean =>
  fact.kind === "definition" && fact.head.kind === "call" && fact.head.args.includes(parameter);

/** What a small parameter changes where both sides keep it. */
const changes = (left: Expr, right: Expr, shrinking: readonly Shrinking[]): readonly Expr[] =>
  shrinking.flatMap(({ parameter, towards }) => {
    const keeps = (side: Expr) => some(side, (node) => node === parameter);
    if (towards < 0 || !keeps(left) || !keeps(right)) return [];
    const without = replace(right, new Map([[parameter, zero]]));
    return without === zero || without === right ? [] : [minus(right, without)];
  });

export const premiseOf = (
  {
    entry,
    candidate,
  }: {
    readonly entry: Pick<PremiseEntry, "id" | "name" | "rival">;
    readonly candidate: Pick<Candidate, "latex" | "facts">;
  },
  removes: boolean,
): Premise => ({
  id: entry.id,
  name: entry.name,
  latex: candidate.latex,
  source: "tacit",
  facts: candidate.facts,
  ...(removes
    ? { question: `Was ${entry.name} meant, or ${entry.rival ?? "was a term dropped"}?` }
    : {}),
});
