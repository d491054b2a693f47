/** Nothing holds vacuously: on the samples used, something of the claim's own must matter. */

import { same, worlds } from "../evaluate/evaluate";
import type { World } from "../evaluate/evaluation";
import type { NumberKind } from "../evaluate/number/field";
import { surveyed } from "../evaluate/survey";
import { product, zero } from "../expr/build";
import type { Fact } from "../expr/claim";
import type { Expr, Sym } from "../expr/node";
import { nodes, some } from "../expr/walk";
import type { Assertion } from "./comparison";
import { controls } from "./controls";
import { equality } from "./equality";
import { conjugatesNothing, isExchange } from "./exchange";
import { partsOf } from "./facts";
import { freeSymbols } from "./freeSymbols";
import { withHeightsApart } from "./heights";
import { integrands } from "./integrand";
import { labelChoices } from "./kronecker";
import { isOrbital } from "./orbital";
import { withShownVariables, withVaryingFields } from "./passedBy";
import { signChoices } from "./plusMinus";
import { hasRemainder } from "./remainder";
import { type Ground, sample } from "./sample";
import { standingStill } from "./standstill";
import { agreesByTerms } from "./termwise";
import { withVaryingParts } from "./varyingParts";

/** Why the claim says nothing; undefined where it does. */
export function vacuity(claim: Assertion, ground: Ground): string | undefined {
  if (hasRemainder(claim.left, claim.right)) return undefined;
  const sides = signChoices([claim.left, claim.right]).flatMap(labelChoices).at(-1);
  if (!sides) return undefined;
  const inside = integrands(...sides);
  const [left, right] = inside ? [inside.left, inside.right] : sides;
  const list = worlds([left, right], ground.conventions, ground.facts);
  const [world] = list;
  if (!world) return "there is no representation to try it in";
  if (isExchange(left, right)) return "it only exchanges what is read as numbers";
  if ([left, right, ...ground.facts.flatMap(partsOf)].some(conjugatesNothing))
    return "it conjugates what is read as numbers";
  if (standingStill([left, right], ground.facts)) return "what is differentiated does not vary";
  if (isOrbital([left, right])) return "nothing says how L acts on x and p";
  const casimir = ofOneMultiplet([left, right], ground.facts);
  if (casimir) return `nothing says what ${casimir} acts on`;
  for (const passed of [withVaryingFields, withShownVariables, withVaryingParts].map((vary) =>
    vary([left, right], ground.facts),
  ))
    if (passed && !holdsAsWell(passed.sides, { ...ground, facts: passed.facts }))
      return `${passed.varied.name} may vary`;
  const apart = withHeightsApart([left, right]);
  if (apart && !holdsAsWell(apart.sides, ground))
    return `${apart.family.name} with a label above may be another than with one below`;
  const stuck = constantSymbol(left, right, ground, world);
  if (stuck) return `${stuck.name} has the same value at every sample`;
  if (
    left !== zero &&
    right !== zero &&
    left !== right &&
    bothVanish(left, right, ground) &&
    !isZeroWrittenOut(left, right, ground)
  )
    return agreesByTerms({ left, relation: "=", right }, withoutConstraints(ground))
      ? undefined
      : "both sides vanish identically";
  if (anyControlFails(left, right, ground, list)) return undefined;
  if (failsElsewhere(left, right, ground, world)) return undefined;
  return "it would hold with any of its parts changed";
}

/** One side is a sum of terms that cancel whatever the constraints say, and nothing is set to 0: the other vanishes by them, as if 0 were written. */
function isZeroWrittenOut(left: Expr, right: Expr, ground: Ground): boolean {
  const free = withoutConstraints(ground);
  const facts = free.facts.filter((fact) => fact.kind !== "definition" || fact.body !== zero);
  const gone = vanishing([left, right], { ...free, facts });
  return gone.includes(true) && gone.includes(false);
}

/** Terms that only a constraint makes equal say nothing where it makes both sides vanish. */
const withoutConstraints = (ground: Ground): Ground => ({
  ...ground,
  facts: ground.facts.filter(({ kind }) => kind !== "constraint"),
});

/** Terms that vanish only because of these facts: what a premise removes. */
export function killedTerms(claim: Assertion, ground: Ground): readonly Expr[] {
  if (!ground.facts.some(restricts)) return [];
  const terms = [claim.left, claim.right].flatMap((side) =>
    side.kind === "sum" ? side.terms : [side],
  );
  const free: Ground = { ...ground, facts: ground.facts.filter((fact) => !restricts(fact)) };
  const gone = vanishing(terms, ground);
  const alwaysGone = vanishing(terms, free);
  return terms.filter((_, place) => gone[place] === true && alwaysGone[place] === false);
}

const restricts = (fact: Fact): boolean =>
  fact.kind === "constraint" || fact.kind === "property" || fact.kind === "algebra";

function vanishing(terms: readonly Expr[], ground: Ground): readonly (boolean | undefined)[] {
  const [world] = worlds(terms, ground.conventions, ground.facts);
  return world ? vanishingIn(terms, ground, world) : terms.map(() => undefined);
}

function vanishingIn(
  terms: readonly Expr[],
  ground: Ground,
  world: World,
): readonly (boolean | undefined)[] {
  const found = sample([zero, ...terms], ground, { world, number: "double", ordinal: 0 });
  if (found.kind !== "values") return terms.map(() => undefined);
  const [nothing, ...values] = found.components;
  return values.map((value) => (nothing && value ? same(nothing, value) : undefined));
}

/** An operator of which nothing is said, between states of one multiplet, on which 𝐉² is a number. */
function ofOneMultiplet(sides: readonly Expr[], facts: readonly Fact[]): string | undefined {
  const seen = surveyed(sides, facts);
  const squared = sides.some((side) => some(side, isCasimir));
  return squared ? seen.anywhere : undefined;
}

const isCasimir = (node: Expr): boolean =>
  (node.kind === "dot" && [node.left, node.right].every((part) => some(part, isMultiplet))) ||
  (node.kind === "product" && node.factors.filter((part) => some(part, isMultiplet)).length > 1);

const isMultiplet = (node: Expr): boolean =>
  node.kind === "symbol" && (node.role === "angular-momentum" || node.role === "generator");

function holdsAsWell([left, right]: readonly Expr[], ground: Ground): boolean {
  return (
    left !== undefined && right !== undefined && equality(left, right, ground).kind === "holds"
  );
}

/** In every world: 0 = 0 in four dimensions alone is an honest special case. */
const bothVanish = (left: Expr, right: Expr, ground: Ground): boolean =>
  worlds([left, right], ground.conventions, ground.facts).every((world) =>
    vanishingIn([left, right], ground, world).every((gone) => gone === true),
  );

/** A symbol no premise speaks of that does not vary. */
function constantSymbol(left: Expr, right: Expr, ground: Ground, world: World): Sym | undefined {
  const states = new Set(
    [left, right]
      .flatMap((side) => [...nodes(side)])
      .flatMap((node) => (node.kind === "ket" || node.kind === "bra" ? node.labels : [])),
  );
  const spoken = new Set(
    ground.facts.flatMap((fact) => partsOf(fact)).flatMap((part) => [...nodes(part)]),
  );
  const free = [...freeSymbols(left, right)].filter(
    (s) => !spoken.has(s) && !states.has(s) && s.role === undefined && !isCounting(s),
  );
  if (free.length === 0) return undefined;
  const seen = new Map<string, Set<string>>();
  for (const ordinal of [0, 1, 2]) {
    const found = sample([left, right], ground, { world, number: "double", ordinal });
    if (found.kind !== "values") continue;
    for (const [name, value] of Object.entries(found.values)) {
      const values = seen.get(name) ?? new Set();
      seen.set(name, values.add(JSON.stringify(value)));
    }
  }
  const samples = Math.max(0, ...[...seen.values()].map((values) => values.size));
  return samples < 2 ? undefined : free.find((s) => seen.get(s.name)?.size === 1);
}

const isCounting = (s: Sym): boolean =>
  s.type === "label" ||
  s.domain === "integer" ||
  s.domain === "natural" ||
  s.name === "N" ||
  s.name === "d" ||
  s.name === "D";

/** Controls are tried in small groups, in the cheapest kind of number that has an answer; the curvature of a given metric is a small difference of large terms. */
function anyControlFails(left: Expr, right: Expr, ground: Ground, list: readonly World[]): boolean {
  const isCurved = ground.facts.some(({ kind }) => kind === "line-element");
  const numbers: readonly NumberKind[] = [
    "prime",
    "double",
    ...(isCurved ? ["digits" as const] : []),
  ];
  const [first, second] = list;
  const failIn = (world: World, group: readonly Try[]): boolean =>
    numbers.some((number) => fails(group, ground, world, number));
  const tried: (readonly Try[])[] = [];
  for (const group of first ? groups(pairs(left, right)) : []) {
    if (first && failIn(first, group)) return true;
    tried.push(group);
  }
  return second !== undefined && tried.some((group) => failIn(second, group));
}

/** R_{μν} = 0 says something of the line element where it fails for one that is stretched along a coordinate. */
function failsElsewhere(left: Expr, right: Expr, ground: Ground, world: World): boolean {
  return ground.facts.some(
    (fact, at) =>
      fact.kind === "line-element" &&
      fact.coordinates.some((coordinate, k) => {
        const stretched = fact.components.map((row, i) =>
          row.map((entry, j) => (i === k && j === k ? product(entry, coordinate) : entry)),
        );
        const facts = ground.facts.with(at, { ...fact, components: stretched });
        return fails([[left, right]], { ...ground, facts }, world, "digits");
      }),
  );
}

type Try = readonly [fixed: Expr, changed: Expr];

function* pairs(left: Expr, right: Expr): Generator<Try> {
  let count = 0;
  for (const changed of controls(right)) if (count++ < 16) yield [left, changed];
  count = 0;
  for (const changed of controls(left)) if (count++ < 16) yield [right, changed];
}

/** The plainest by itself: most often it fails, and no other has to be written out. */
function* groups(tries: Iterable<Try>): Generator<readonly Try[]> {
  const sizes = [1, 3, 8, 32];
  let group: Try[] = [];
  for (const one of tries) {
    group.push(one);
    if (group.length < (sizes[0] ?? 0)) continue;
    yield group;
    group = [];
    sizes.shift();
  }
  if (group.length > 0) yield group;
}

/** Places looked at for two where a control has a value. */
const placesTried = 6;

function fails(group: readonly Try[], ground: Ground, world: World, number: NumberKind): boolean {
  const exprs = [...new Set(group.flat())];
  for (let ordinal = 0, seen = 0; seen < 2 && ordinal < placesTried; ordinal++) {
    const found = sample(exprs, ground, { world, number, ordinal });
    if (found.kind === "beyond" && group.length === 1) return false;
    if (found.kind !== "values") {
      if (group.length > 1) return group.some((one) => fails([one], ground, world, number));
      continue;
    }
    const value = (expr: Expr) => found.components[exprs.indexOf(expr)];
    for (const [fixed, changed] of group) {
      const [a, b] = [value(fixed), value(changed)];
      if (a && b && !same(a, b)) return true;
    }
    if (group.some(([fixed, changed]) => value(fixed) && value(changed))) seen++;
  }
  return false;
}
