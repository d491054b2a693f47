/** a = √(mω/2ħ)(x + ip/mω): x and p are operators; beside states they are what a and a† say of them. */
import type { Definition } from "../evaluate/given";
import { dagger, hbar, minus, num, one, product, quotient, sum, symbol, zero } from "../expr/build";
import type { Claim, Fact, Premise } from "../expr/claim";
import { type Quadratures, quadraturesOf } from "../expr/ladder";
import type { Expr } from "../expr/node";
import { unhatted } from "../expr/questions";
import { replace, some } from "../expr/walk";
import { mapClaim, partsOf } from "./facts";
import { basis, type Written } from "./written";

export function withLadderGiven(claim: Claim): Claim | Written {
  const facts = claim.given.flatMap((premise) => premise.facts);
  const given = facts.find(isLadder);
  const parts = given && quadraturesOf(given.body);
  const sides = [claim.left, claim.right];
  const shows = (what: Expr): boolean => sides.some((side) => some(side, (node) => node === what));
  if (!given || !parts || sides.some((side) => some(side, isOfWaves(parts)))) return claim;
  const isNumbered = sides.some((side) => some(side, isState));
  // Without a dagger or a state a = x + ip may be the amplitude of a classical oscillator.
  if (!isNumbered && !(isLowering(given.head) && shows(given.head))) return claim;
  if (isNumbered && facts.some((fact) => isMeaning(fact, parts))) return claim;
  return isNumbered ? inQuanta(claim, given, parts) : ofOperators(claim, given, parts);
}

const isLadder = (fact: Fact): fact is Definition =>
  fact.kind === "definition" &&
  fact.head.kind === "symbol" &&
  (isLowering(fact.head) || (fact.head.role === undefined && unhatted(fact.head.name) === "a")) &&
  quadraturesOf(fact.body) !== undefined;

const isLowering = (head: Expr): boolean => head.kind === "symbol" && head.role === "lowering";

const isState = (node: Expr): boolean => node.kind === "ket" || node.kind === "bra";

/** ψ(x), d/dx, |x⟩: x is the place at which a wave has a value. */
const isOfWaves =
  ({ place, momentum }: Quadratures) =>
  (node: Expr): boolean =>
    node.kind === "derivative" ||
    node.kind === "integral" ||
    node.kind === "call" ||
    (isState(node) && some(node, (part) => part === place || part === momentum));

const isMeaning = (fact: Fact, { place, momentum }: Quadratures): boolean =>
  fact.kind === "definition" && (fact.head === place || fact.head === momentum);

/** x = (a + a†)/2α, p = (a − a†)/2iβ. */
function inQuanta(claim: Claim, given: Definition, { place, momentum }: Quadratures): Claim {
  const a = symbol("a", "operator", { role: "lowering" });
  const of = (name: Expr, value: Expr): Expr =>
    replace(
      given.body,
      new Map<Expr, Expr>([
        [name, one],
        [value, zero],
      ]),
    );
  const two = num(2);
  const x = quotient(sum(a, dagger(a)), product(two, of(place, momentum)));
  const p = quotient(minus(a, dagger(a)), product(two, of(momentum, place)));
  const known: readonly Fact[] = [
    { kind: "definition", head: place, body: x },
    { kind: "definition", head: momentum, body: p },
  ];
  return mapClaim(
    withFactsBeside(claim, given, () => known),
    (part) => replace(part, new Map<Expr, Expr>([[given.head, a]])),
  );
}

/** [x, p] = iħ; where no ħ is written it is one. */
function ofOperators(claim: Claim, given: Definition, { place, momentum }: Quadratures): Written {
  const operators = new Map<Expr, Expr>([
    [place, symbol(place.name, "operator", { role: "position-operator" })],
    [momentum, symbol(momentum.name, "operator", { role: "momentum-operator" })],
  ]);
  const facts = claim.given.flatMap((premise) => premise.facts);
  const parts = [claim.left, claim.right, ...facts.flatMap(partsOf)];
  const isWithUnits = parts.some((part) => some(part, (node) => node === hbar));
  const unit: Fact = { kind: "definition", head: hbar, body: one };
  const put = isWithUnits ? claim : withFactsBeside(claim, given, (fact) => [fact, unit]);
  const isSaid = facts.some(({ kind }) => kind === "algebra");
  return {
    claim: mapClaim(put, (part) => replace(part, operators)),
    used: isSaid ? [] : [canonical(place.name, momentum.name, isWithUnits)],
  };
}

const canonical = (x: string, p: string, isWithUnits: boolean): Premise =>
  basis("conjugate coordinate and momentum", `[${x},${p}]=i${isWithUnits ? "\\hbar" : ""}`);

/** The claim with other facts in the place of one. */
const withFactsBeside = (
  claim: Claim,
  given: Fact,
  change: (fact: Fact) => readonly Fact[],
): Claim => ({
  ...claim,
  given: claim.given.map((premise) => ({
    ...premise,
    facts: premise.facts.flatMap((fact) => (fact === given ? change(fact) : [fact])),
  })),
});
