/** A claim without a representation may still follow by the laws that hold whatever its names mean. */
import { worlds } from "../evaluate/evaluate";
import type { Definition } from "../evaluate/given";
import { zero } from "../expr/build";
import type { Claim, Fact, Premise } from "../expr/claim";
import { keyOf } from "../expr/intern";
import type { Expr } from "../expr/node";
import { isNamed } from "../expr/questions";
import { some } from "../expr/walk";
import { abstracted } from "../formal/abstract";
import { type FormalSides, formalSides } from "../formal/equal";
import { equalForms, hasDifferentials } from "../formal/exterior";
import { compare, isEquality } from "./comparison";
import type { Effort } from "./effort";
import { asMatrices, conjugatesNothing, isExchange } from "./exchange";
import { vacuity } from "./guard";
import { held } from "./held";
import { inserted } from "./inserted";
import { labelChoices } from "./kronecker";
import { type Sides, signChoices } from "./plusMinus";
import { type Ground, sample } from "./sample";
import type { Supported } from "./verdict";

export const formally = (claim: Claim, effort: Effort): Supported | undefined =>
  followsFormally(claim, effort.seed) ?? withNames(claim, effort);

/** By the laws alone, or with what the premises define written out. */
export function followsFormally(asRead: Claim, seed: number): Supported | undefined {
  const claim = withMatrices(asRead);
  if (!isSpoken(claim)) return undefined;
  const bare = introducesName(claim) ? undefined : lawsFor(claim);
  if (bare) return proved(bare, [], seed);
  let premises = claim.given.filter(({ facts }) => facts.some(isDefinition));
  let laws = premises.length > 0 ? lawsWith(claim, premises) : undefined;
  if (!laws) return undefined;
  for (const premise of premises) {
    const fewer = premises.filter((other) => other !== premise);
    const enough = lawsWith(claim, fewer);
    if (enough) [premises, laws] = [fewer, enough];
  }
  return proved(laws, premises, seed);
}

/** What became the same on both sides by one rewriting that is certain. */
export const followsByNotation = (
  { left, right }: Claim,
  laws: readonly string[],
  seed: number,
): Supported | undefined => (left === right ? proved(laws, [], seed) : undefined);

const proved = (
  laws: readonly string[],
  premises: readonly Premise[],
  seed: number,
): Supported => ({
  kind: "proved",
  evidence: { kind: "exact", points: 0, error: 0, seed, laws },
  premises,
});

const forms = new WeakMap<
  Expr,
  { readonly right: Expr; readonly found: FormalSides | undefined }
>();

/** Asked for once by the laws alone, and once more with names for what is out of reach. */
function formOf([left, right]: Sides): FormalSides | undefined {
  const known = forms.get(left);
  if (known?.right === right) return known.found;
  const found = formalSides(left, right);
  forms.set(left, { right, found });
  return found;
}

/** The laws by which both sides have one form. */
function lawsFor(claim: Claim): readonly string[] | undefined {
  const laws = new Set<string>();
  for (const sides of choicesOf(claim)) {
    if (sides.some(hasDifferentials) && equalForms(...sides)) {
      laws.add("the product rule of d");
      continue;
    }
    const found = formOf(sides);
    if (!found?.equal) return undefined;
    for (const law of found.laws) laws.add(law);
  }
  return [...laws];
}

function lawsWith(claim: Claim, premises: readonly Premise[]): readonly string[] | undefined {
  const definitions = premises.flatMap(({ facts }) => facts.filter(isDefinition));
  const [left, right] = inserted([claim.left, claim.right], definitions) ?? [];
  if (!left || !right || left === zero || isExchange(left, right)) return undefined;
  return left === right ? [] : lawsFor({ ...claim, left, right });
}

/** What is read as numbers between U and U⁻¹ is none; equal whatever its order, it is equal. */
function withMatrices(claim: Claim): Claim {
  if (![claim.left, claim.right].some(conjugatesNothing)) return claim;
  const [left = claim.left, right = claim.right] = asMatrices([claim.left, claim.right]);
  return { ...claim, left, right };
}

const isDefinition = (fact: Fact): fact is Definition => fact.kind === "definition";

/** An equality of two things, neither of which only exchanges what may not commute. */
const isSpoken = ({ left, relation, right }: Claim): boolean =>
  isEquality(relation) &&
  left !== right &&
  !isExchange(left, right) &&
  ![left, right].some(conjugatesNothing);

/** One side is a plain name that the other does not show: no law makes them the same. */
const introducesName = ({ left, right }: Claim): boolean =>
  isNameApartFrom(left, right) || isNameApartFrom(right, left);

function isNameApartFrom(side: Expr, other: Expr): boolean {
  const head = side.kind === "tensor" || side.kind === "call" ? side.head : side;
  return (
    other !== zero &&
    head.kind === "symbol" &&
    head.role === undefined &&
    !/^[NdD]$/.test(head.name) &&
    !some(other, (node) => isNamed(node, head.name))
  );
}

const choicesOf = ({ left, right }: Claim): readonly Sides[] =>
  signChoices([left, right]).flatMap(labelChoices);

/** Evaluated with a name of its own for everything out of reach. */
function withNames(claim: Claim, effort: Effort): Supported | undefined {
  const [choice, more] = isSpoken(claim) && !introducesName(claim) ? choicesOf(claim) : [];
  const found = choice && !more ? formOf(choice) : undefined;
  if (!found) return undefined;
  const ground: Ground = { conventions: claim.conventions, facts: [], effort };
  const [left, right] =
    abstracted([found.left, found.right], (letter) => isOutOfReach(letter, ground)) ?? [];
  if (!left || !right) return undefined;
  const named: Claim = { ...claim, left, right, given: [] };
  const outcome = compare(named, ground);
  if (outcome.kind !== "holds" || vacuity(named, ground)) return undefined;
  return held(named, outcome, ground, []);
}

interface Reach {
  readonly out: boolean;
  /** Multiply-adds it took to see. */
  readonly spent: number;
}

const reaches = new WeakMap<Expr, Map<string, Reach>>();

/** Seen once a letter, at the same price every time. */
function isOutOfReach(letter: Expr, ground: Ground): boolean {
  const { effort, conventions } = ground;
  const known = reaches.get(letter) ?? new Map<string, Reach>();
  reaches.set(letter, known);
  const key = `${effort.seed} ${keyOf(conventions)}`;
  const before = effort.allowance();
  const seen = known.get(key);
  if (seen && seen.spent < before) {
    effort.spendAgain(seen.spent);
    return seen.out;
  }
  const out = hasNoValue(letter, ground);
  const after = effort.allowance();
  if (after > 0 && !effort.exhausted()) known.set(key, { out, spent: before - after });
  return out;
}

function hasNoValue(letter: Expr, ground: Ground): boolean {
  const [world] = worlds([letter], ground.conventions, []);
  if (!world) return true;
  const found = sample([letter], ground, { world, number: "double", ordinal: 0 });
  return found.kind === "beyond" || (found.kind === "values" && found.refusals.size > 0);
}
