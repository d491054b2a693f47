/** The few tacit premises that settle a claim which differs: at most two, each needed. */
import type { Claim, Premise } from "../expr/claim";
import { seemsToHold } from "./brief";
import { compare } from "./comparison";
import { killedTerms, vacuity } from "./guard";
import type { Holds } from "./outcome";
import type { Candidate, PremiseEntry } from "./premiseEntry";
import type { Ground } from "./sample";

export interface Settled {
  readonly claim: Claim;
  readonly outcome: Holds;
  readonly premises: readonly Premise[];
  readonly alternatives: readonly Premise[];
  readonly ground: Ground;
}

interface Idea {
  readonly entry: PremiseEntry;
  readonly candidate: Candidate;
}

/** Further ways to settle it that are reported. */
const reported = 2;
const pairsAtMost = 120;

export function settle(
  claim: Claim,
  catalogue: readonly PremiseEntry[],
  ground: Ground,
): Settled | undefined {
  const ideas = catalogue.flatMap((entry) =>
    [...entry.apply(claim)].map((candidate) => ({ entry, candidate })),
  );
  const found: Settled[] = [];
  for (const idea of ideas) {
    if (found.length > reported || ground.effort.exhausted()) break;
    const settled = tried(claim, [idea], ground);
    if (settled) found.push(settled);
  }
  if (found.length === 0) {
    let count = 0;
    for (const pair of pairs(ideas)) {
      if (count++ >= pairsAtMost || ground.effort.exhausted()) break;
      const settled = tried(claim, pair, ground);
      if (!settled) continue;
      found.push(settled);
      break;
    }
  }
  const [first, ...others] = found;
  return first && { ...first, alternatives: others.flatMap((other) => other.premises) };
}

function* pairs(ideas: readonly Idea[]): Generator<readonly Idea[]> {
  for (const [place, a] of ideas.entries())
    for (const b of ideas.slice(place + 1))
      if (a.entry !== b.entry && !(a.candidate.claim && b.candidate.claim)) yield [a, b];
}

function tried(claim: Claim, ideas: readonly Idea[], ground: Ground): Settled | undefined {
  const under = ideas.reduce<Claim>((current, { candidate }) => candidate.claim ?? current, claim);
  const facts = [...ground.facts, ...ideas.flatMap(({ candidate }) => candidate.facts)];
  const with_: Ground = { ...ground, conventions: under.conventions, facts };
  if (seemsToHold(under, with_) !== true) return undefined;
  const outcome = compare(under, with_);
  if (outcome.kind !== "holds" || vacuity(under, with_) !== undefined) return undefined;
  const removes = ideas.some(({ entry }) => entry.rival) || killedTerms(under, with_).length > 0;
  const premises = ideas.map((idea) => premiseOf(idea, removes));
  return { claim: under, outcome, premises, alternatives: [], ground: with_ };
}

const premiseOf = ({ entry, candidate }: Idea, removes: boolean): Premise => ({
  id: entry.id,
  name: entry.name,
  latex: candidate.latex,
  source: "tacit",
  facts: candidate.facts,
  ...(removes
    ? { question: `Was ${entry.name} meant, or ${entry.rival ?? "was a term dropped"}?` }
    : {}),
});
