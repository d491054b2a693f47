/** Which of the premises given a claim leans on. */

import { commutedIn } from "../evaluate/matrix/commuted";
import type { Claim, Fact, Premise } from "../expr/claim";
import { isMotion } from "../expr/motion";
import type { Expr } from "../expr/node";
import { children, nodes, symbolsOf } from "../expr/walk";
import { seemsToHold } from "./brief";
import { compare } from "./comparison";
import type { Effort } from "./effort";
import { partsOf } from "./facts";
import { freeSymbols } from "./freeSymbols";
import { instances } from "./instances";
import type { Outcome } from "./outcome";
import type { Ground } from "./sample";
import { asShell } from "./shells";

export interface Leaning {
  readonly outcome: Outcome;
  /** The premises needed where it holds, all that were used where it does not. */
  readonly premises: readonly Premise[];
  readonly ground: Ground;
}

/** Tries the claim by itself, then with what is given, then with as much of it as can be put to use; keeps what it cannot do without. */
export function withGiven(claim: Claim, effort: Effort): Leaning {
  const given = relevant(claim);
  const groundWith = groundsOf(claim, given, effort);
  if (given.length === 0) {
    const ground = groundWith([]);
    return { outcome: compare(claim, ground), premises: [], ground };
  }
  const moves = movesIn(claim);
  const fixed = given.filter(
    (premise) => !premise.facts.every(mayDrop) || premise.facts.some(moves),
  );
  const alone = groundWith(fixed);
  const full = groundWith(given);
  if (fixed.length < given.length && seemsToHold(claim, alone) === true) {
    const outcome = compare(claim, alone);
    if (outcome.kind === "holds" && !(given.some(isRegion) && seemsToHold(claim, full, 1) !== true))
      return { outcome, premises: fixed, ground: alone };
  }
  // Equations of motion are dear to impose; what the definitions settle needs none.
  const still = given.filter((premise) => !premise.facts.some(isMoving));
  if (still.length < given.length && still.length > fixed.length) {
    const plain = groundWith(still);
    const outcome = seemsToHold(claim, plain) === true ? compare(claim, plain) : undefined;
    if (outcome?.kind === "holds") return leanest(claim, outcome, still, groundWith);
  }
  const outcome = compare(claim, full);
  if (outcome.kind === "holds") return leanest(claim, outcome, given, groundWith);
  const all: Leaning = { outcome, premises: given, ground: full };
  if (outcome.kind === "differs") return all;
  let usable = fixed;
  for (const premise of given.filter((one) => !fixed.includes(one)))
    if (seemsToHold(claim, groundWith([...usable, premise])) !== undefined)
      usable = [...usable, premise];
  if (usable.length === fixed.length || usable.length === given.length) return all;
  const without = compare(claim, groundWith(usable));
  return without.kind === "holds" ? leanest(claim, without, usable, groundWith) : all;
}

/** What a claim that a further premise settles cannot do without. */
export function neededBeside(
  claim: Claim,
  given: readonly Premise[],
  before: Ground,
  settled: Ground,
): readonly Premise[] {
  if (given.length === 0 || !before.facts.every((fact) => settled.facts.includes(fact)))
    return given;
  const added = settled.facts.filter((fact) => !before.facts.includes(fact));
  const groundWith = groundsOf(claim, given, settled.effort);
  return fewest(claim, given, (premises) => {
    const ground = groundWith(premises);
    return { ...ground, facts: [...ground.facts, ...added] };
  });
}

/** What is known by some of the premises given. */
function groundsOf(
  { left, right, conventions }: Claim,
  given: readonly Premise[],
  effort: Effort,
): (premises: readonly Premise[]) => Ground {
  const written = [left, right, ...given.flatMap((premise) => premise.facts.flatMap(partsOf))];
  return (premises) => ({
    conventions,
    facts: premises.flatMap((premise) =>
      premise.facts.flatMap((fact) => instances(asShell(fact), written)),
    ),
    effort,
  });
}

/** A claim that holds, with the fewest of these premises. */
function leanest(
  claim: Claim,
  outcome: Outcome,
  given: readonly Premise[],
  groundWith: (premises: readonly Premise[]) => Ground,
): Leaning {
  const all: Leaning = { outcome, premises: given, ground: groundWith(given) };
  const needed = fewest(claim, given, groundWith);
  if (needed.length === given.length) return all;
  const ground = groundWith(needed);
  const again = compare(claim, ground);
  return again.kind === "holds" ? { outcome: again, premises: needed, ground } : all;
}

function fewest(
  claim: Claim,
  given: readonly Premise[],
  groundWith: (premises: readonly Premise[]) => Ground,
): readonly Premise[] {
  let kept = given;
  for (const premise of given.filter((one) => one.facts.every(mayDrop))) {
    const fewer = kept.filter((other) => other !== premise);
    if (seemsToHold(claim, groundWith(fewer)) === true) kept = fewer;
  }
  return kept;
}

const isMoving = (fact: Fact): boolean => fact.kind === "constraint" && isMotion(fact);

/** dg/dμ of a g that the claim shows under d/dμ without its argument: without the equation g would be a constant. */
function movesIn({ left, right, given }: Claim): (fact: Fact) => boolean {
  const bodies = given.flatMap(({ facts }) =>
    facts.flatMap((fact) => (fact.kind === "definition" ? [fact.body] : [])),
  );
  const written = [left, right, ...bodies].flatMap((side) => [...nodes(side)]);
  const along = new Set(
    [left, right].flatMap((side) => [...nodes(side)].flatMap((node) => variableOf(node) ?? [])),
  );
  if (along.size === 0) return () => false;
  const moving = new Set(written.flatMap((node) => (variableOf(node) && operandOf(node)) ?? []));
  const isHidden = (node: Expr): boolean => {
    const variable = variableOf(node);
    const operand = operandOf(node);
    return (
      variable !== undefined &&
      along.has(variable) &&
      operand?.kind === "symbol" &&
      operand.dependsOn === undefined &&
      !moving.has(operand) &&
      written.includes(operand)
    );
  };
  return (fact) => isMoving(fact) && partsOf(fact).some((part) => [...nodes(part)].some(isHidden));
}

const variableOf = (node: Expr): Expr | undefined =>
  node.kind === "derivative" && node.by.kind === "variable" ? node.by.variable : undefined;

const operandOf = (node: Expr): Expr | undefined =>
  node.kind === "derivative" ? node.operand : undefined;

/** Where a claim is made: it may be defined elsewhere only. */
const isRegion = ({ facts }: Premise): boolean =>
  facts.some(({ kind }) => kind === "inequality" || kind === "domain");

/** Without the fact the claim says more, not something else: it restricts samples, or names what has no meaning of its own. */
function mayDrop(fact: Fact): boolean {
  switch (fact.kind) {
    case "domain":
      return fact.domain !== "complex" && fact.domain !== "real";
    case "definition":
      if (commutedIn(fact.body).length > 0) return false;
      return ![...nodes(fact.head)].some(
        (part) =>
          part.kind === "symbol" &&
          part.role !== undefined &&
          part.role !== "u-spinor" &&
          part.role !== "v-spinor",
      );
    case "algebra":
    case "line-element":
      return false;
    case "property":
      return fact.property !== "curved";
    default:
      return true;
  }
}

/** The premises that reach the symbols of the claim, directly or through one another; none that defines what is only integrated or summed over. */
function relevant(claim: Claim): readonly Premise[] {
  const free = new Set([...freeSymbols(claim.left, claim.right)].map(({ name }) => name));
  const shown = new Set(
    [...symbolsOf(claim.left), ...symbolsOf(claim.right)].map(({ name }) => name),
  );
  const isRunning = (part: Expr): boolean =>
    part.kind === "symbol" && shown.has(part.name) && !free.has(part.name);
  const isOfRunning = ({ facts }: Premise): boolean =>
    facts.every((fact) => fact.kind === "definition" && isRunning(fact.head));
  const known = new Set<string>([...names(claim.left), ...names(claim.right)]);
  const kept = new Set<Premise>();
  for (let grown = true; grown; ) {
    grown = false;
    for (const premise of claim.given) {
      if (kept.has(premise) || isOfRunning(premise)) continue;
      if (!premise.facts.some((fact) => speaksOf(fact, known))) continue;
      kept.add(premise);
      for (const fact of premise.facts)
        for (const part of partsOf(fact)) for (const name of names(part)) known.add(name);
      grown = true;
    }
  }
  return claim.given.filter((premise) => kept.has(premise));
}

function speaksOf(fact: Fact, known: ReadonlySet<string>): boolean {
  if (fact.kind === "line-element") return true;
  if (fact.kind === "algebra") return [...heads(fact.left)].some((name) => known.has(name));
  if (fact.kind === "definition")
    return (
      [...heads(fact.head)].some((name) => known.has(name)) ||
      commutedIn(fact.body).some((name) => known.has(name))
    );
  const parts = partsOf(fact);
  const own = parts.flatMap((part) => [...names(part)]);
  return own.length === 0 || own.some((name) => known.has(name));
}

/** Names of what an algebra relates or a definition defines: not of the points and labels it is written at. */
function* heads(node: Expr): Generator<string> {
  if (node.kind === "call" || node.kind === "labelled" || node.kind === "tensor")
    yield* heads(node.head);
  else if (/^(symbol|slash|ket|bra)$/.test(node.kind)) yield* names(node);
  else for (const part of children(node)) yield* heads(part);
}

/** What ħ is part of, written or not. */
const isOfQuanta = /^(?:angular-momentum|momentum-operator|position-operator)$/;

/** Names that occur, with roles standing for names that a notation fixes. */
function* names(node: Expr): Generator<string> {
  for (const part of nodes(node)) {
    if (part.kind === "symbol") {
      yield part.name;
      if (part.role) yield `role ${part.role}`;
      if (isOfQuanta.test(part.role ?? "")) yield "ħ";
      if (part.role === "generator" || part.role?.endsWith("structure")) yield "N";
    }
    if (part.kind === "slash" || (part.kind === "involution" && part.sort === "bar"))
      yield "role gamma";
    if (part.kind === "function" || part.kind === "ket" || part.kind === "bra") yield part.kind;
  }
}
