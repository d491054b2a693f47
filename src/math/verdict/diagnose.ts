/** How a claim goes wrong: the edits that make it hold, likeliest first. */

import { same, worlds } from "../evaluate/evaluate";
import { sum } from "../expr/build";
import type { Claim, Conventions } from "../expr/claim";
import type { Expr } from "../expr/node";
import { nodes, some } from "../expr/walk";
import { compare, isEquality } from "./comparison";
import { isCurvature, isOriented } from "./conventionsUsed";
import { type Draft, drafts, type Edit, writtenOut } from "./edits";
import { exchanged } from "./exchanged";
import { partsOf } from "./facts";
import { vacuity } from "./guard";
import { lostTerms, shortDifference } from "./lostTerms";
import { dependOnOwnNames } from "./ownNames";
import { hasRemainder } from "./remainder";
import { type Ground, sample, samplePair } from "./sample";
import type { ConventionKey, Diagnosis } from "./verdict";

const shownAtMost = 3;
/** Edits evaluated together. */
const batch = 24;
/** Edits inside integrals, sums and limits that are tried: each is another quadrature. */
const dearAtMost = 8;

/** `wanted`: only these edits are looked at. */
export function diagnose(
  claim: Claim,
  ground: Ground,
  siblings: readonly Expr[],
  wanted: (diagnosis: Diagnosis, side: "left" | "right") => boolean = () => true,
): readonly Diagnosis[] {
  if (!isEquality(claim.relation)) return [];
  const { left, right } = claim;
  let seen: readonly number[] | undefined;
  const places = (): readonly number[] => (seen ??= placesOf(left, right, ground));
  const [ofLeft, ofRight] = hasRemainder(left, right)
    ? [false, false]
    : dependOnOwnNames([left, right], ground);
  const fromLeft = lostTerms(left, right, ground);
  const onRight = mending(
    left,
    right,
    drafts(right, [...siblings, ...fromLeft], ofLeft),
    (diagnosis) => wanted(diagnosis, "right"),
    ground,
    places,
    (side) => ({
      ...claim,
      right: side,
    }),
  );
  if (onRight.length > 0)
    return onRight.map(({ diagnosis, result }) => ({ ...diagnosis, mended: result }) as Diagnosis);
  const onLeft = mending(
    right,
    left,
    drafts(left, siblings, ofRight),
    (diagnosis) => wanted(diagnosis, "left"),
    ground,
    places,
    (side) => ({
      ...claim,
      left: side,
    }),
  );
  return onLeft.map(
    ({ diagnosis, result }) => ({ ...diagnosis, mended: result, side: "left" }) as Diagnosis,
  );
}

/** Where no edit mends the claim: the few terms by which its sides differ. */
export function difference(claim: Claim, ground: Ground): readonly Diagnosis[] {
  if (!isEquality(claim.relation)) return [];
  const term = shortDifference(claim.left, claim.right, ground);
  const mended = term && sum(claim.right, term);
  return mended && compare({ ...claim, right: mended }, ground).kind === "holds"
    ? [{ kind: "term", term, what: "missing", mended }]
    : [];
}

/** The conventions under which a claim that fails would hold. */
export function underOtherConventions(claim: Claim, ground: Ground): readonly Diagnosis[] {
  return otherConventions(claim, ground).flatMap(({ key, conventions }) => {
    const outcome = compare(claim, { ...ground, conventions });
    return outcome.kind === "holds" ? [{ kind: "convention", key } as const] : [];
  });
}

interface Other {
  readonly key: ConventionKey;
  readonly conventions: Conventions;
}

function otherConventions({ left, right }: Claim, ground: Ground): readonly Other[] {
  const { conventions } = ground;
  const { metric, epsilon, riemann = 1, ricci = 1 } = conventions;
  const opposite = (sign: 1 | -1): 1 | -1 => (sign === 1 ? -1 : 1);
  const spoken = [left, right, ...ground.facts.flatMap(partsOf)];
  const others: Other[] = spoken.some((part) => some(part, isOriented))
    ? [{ key: "epsilon", conventions: { ...conventions, epsilon: opposite(epsilon) } }]
    : [];
  if (metric !== "euclidean")
    others.unshift({
      key: "metric",
      conventions: {
        ...conventions,
        metric: metric === "mostly-minus" ? "mostly-plus" : "mostly-minus",
      },
    });
  if (metric !== "euclidean" && [left, right].some((side) => some(side, isFlatDelta)))
    others.push({ key: "metric", conventions: { ...conventions, metric: "euclidean" } });
  if ([left, right].some((side) => some(side, isCurvature)))
    others.push(
      { key: "riemann", conventions: { ...conventions, riemann: opposite(riemann) } },
      { key: "ricci", conventions: { ...conventions, ricci: opposite(ricci) } },
    );
  return others;
}

/** δ^{ρσ}, which stands for the metric where that is Euclidean. */
const isFlatDelta = (node: Expr): boolean =>
  node.kind === "tensor" &&
  node.head.kind === "symbol" &&
  node.head.role === "delta" &&
  node.indices.length === 2 &&
  node.indices.every(({ space }) => space === "lorentz") &&
  node.indices[0]?.place === node.indices[1]?.place;

/** The edits that survive one look in doubles and then the full test. */
function mending(
  other: Expr,
  side: Expr,
  list: readonly Draft[],
  wanted: (diagnosis: Diagnosis) => boolean,
  ground: Ground,
  places: () => readonly number[],
  claimWith: (side: Expr) => Claim,
): readonly Edit[] {
  if (list.length === 0) return [];
  const found: Edit[] = [];
  const likely = hasRemainder(other, side)
    ? wantedOf(side, list, wanted).slice(0, batch)
    : promising(other, side, list, wanted, ground, places());
  for (const edit of likely) {
    if (found.length >= shownAtMost || ground.effort.exhausted()) break;
    const claim = claimWith(edit.result);
    if (claim.left === claim.right && isTrivial(claim.left)) continue;
    if (compare(claim, ground).kind === "holds" && vacuity(claim, ground) === undefined)
      found.push(edit);
  }
  return found;
}

const wantedOf = (
  side: Expr,
  list: readonly Draft[],
  wanted: (diagnosis: Diagnosis) => boolean,
): readonly Edit[] => [...writtenOut(side, list)].filter(({ diagnosis }) => wanted(diagnosis));

const isTrivial = (side: Expr): boolean => side.kind === "num";

/** The edits that give the other side's value at two places; few have to be written out for that. */
function promising(
  other: Expr,
  side: Expr,
  list: readonly Draft[],
  wanted: (diagnosis: Diagnosis) => boolean,
  ground: Ground,
  [first = 0, ...others]: readonly number[],
): readonly Edit[] {
  const seen = exchanged(other, side, list, ground, first);
  const fitting = list.filter((draft) => seen.get(draft) ?? true);
  const edits = affordable(other, side, wantedOf(side, fitting, wanted));
  let remaining = equalTo(other, edits, seen, ground, first);
  for (const ordinal of others) {
    if (remaining.length === 0) break;
    const drafts = remaining.map(({ draft }) => draft);
    const again = exchanged(other, side, drafts, ground, ordinal);
    const fits = remaining.filter(({ draft }) => again.get(draft) ?? true);
    remaining = equalTo(other, fits, again, ground, ordinal);
  }
  return remaining;
}

/** Those that were seen to fit, or do so when they are evaluated. */
function equalTo(
  other: Expr,
  list: readonly Edit[],
  seen: ReadonlyMap<Draft, boolean>,
  ground: Ground,
  ordinal: number,
): readonly Edit[] {
  const asked = list.filter(({ draft }) => !seen.has(draft)).map(({ result }) => result);
  const kept = new Set<Expr>();
  for (let from = 0; from < asked.length; from += batch)
    for (const result of amongEqual(other, asked.slice(from, from + batch), ground, ordinal))
      kept.add(result);
  return list.filter(({ draft, result }) => seen.has(draft) || kept.has(result));
}

/** Two places at which both sides have a value; the first two where fewer are found. */
function placesOf(other: Expr, side: Expr, ground: Ground): readonly number[] {
  const [world] = worlds([other, side], ground.conventions, ground.facts);
  const found: number[] = [];
  for (let ordinal = 0; world && ordinal < 6 && found.length < 2; ordinal++) {
    const pair = samplePair(other, side, ground, { world, number: "double", ordinal });
    if (pair.kind === "pair") found.push(ordinal);
  }
  return found.length === 2 ? found : [0, 1];
}

/** Without most of the edits that change what is integrated or summed. */
function affordable(other: Expr, side: Expr, list: readonly Edit[]): readonly Edit[] {
  const known = new Set([...quadratures(other), ...quadratures(side)]);
  if (known.size === 0) return list;
  let dear = 0;
  return list.filter(({ result }) =>
    [...quadratures(result)].every((node) => known.has(node)) ? true : dear++ < dearAtMost,
  );
}

const quadratures = (side: Expr): readonly Expr[] =>
  [...nodes(side)].filter((node) => ["integral", "series", "limit"].includes(node.kind));

/** Those of the candidates that equal the other side at one place; a group that cannot be evaluated is halved. */
function amongEqual(
  other: Expr,
  candidates: readonly Expr[],
  ground: Ground,
  ordinal: number,
): readonly Expr[] {
  if (candidates.length === 0 || ground.effort.exhausted()) return [];
  const exprs = [other, ...candidates];
  const [world] = worlds(exprs, ground.conventions, ground.facts);
  const found = world && sample(exprs, ground, { world, number: "double", ordinal });
  if (found?.kind === "values" && found.components[0]) {
    const [target, ...values] = found.components;
    return candidates.filter((_, k) => {
      const value = values[k];
      return target !== undefined && value !== undefined && same(target, value);
    });
  }
  if (candidates.length === 1) return [];
  const half = candidates.length >> 1;
  return [
    ...amongEqual(other, candidates.slice(0, half), ground, ordinal),
    ...amongEqual(other, candidates.slice(half), ground, ordinal),
  ];
}
