/** ψ = e^{ikx} put into −ħ²ψ″/2m = Eψ: what the equation says of k and E, a waveform at a time. */
import { constant, minus, zero } from "../expr/build";
import type { Claim, Fact, Premise } from "../expr/claim";
import { identity } from "../expr/intern";
import type { Expr, Sym } from "../expr/node";
import { some, speaksOf, symbolsOf } from "../expr/walk";
import { coreOf, fromMonomials, type Monomial, monomials } from "./monomial";
import { isPlace, slopesOf } from "./waveforms";
import type { Written } from "./written";

export function withTrialSolutions(claim: Claim): Claim | Written {
  const trials = claim.given.flatMap((premise) => premise.facts.flatMap(trialIn(premise)));
  if (trials.length === 0) return claim;
  const met = new Set<Trial>();
  const given = claim.given.map((premise) => {
    const facts = premise.facts.flatMap((fact) => saidOfTrials(fact, trials, claim, met) ?? [fact]);
    return met.size > 0 ? { ...premise, facts } : premise;
  });
  const used = [...new Set([...met].map(({ premise }) => premise))];
  return met.size > 0 ? { claim: { ...claim, given }, used } : claim;
}

/** A field as the text tries it. */
export interface Trial {
  readonly name: Sym;
  readonly body: Expr;
  readonly premise: Premise;
}

/** Made of waves, decaying exponentials, sines and powers of the place and the time. */
const trialIn =
  (premise: Premise) =>
  (fact: Fact): readonly Trial[] => {
    if (fact.kind !== "definition") return [];
    const { head, body } = fact;
    const name = head.kind === "call" && head.args.every(isPlace) ? head.head : head;
    if (name.kind !== "symbol" || speaksOf(body, name)) return [];
    return some(body, isWaveform) ? [{ name, body, premise }] : [];
  };

/** e^{…}, cos, sin of a place or a time. */
const isWaveform = (node: Expr): boolean =>
  some(node, isPlace) &&
  ((node.kind === "power" && node.base === constant("e")) || isCircular(node));

const isCircular = (node: Expr): boolean =>
  node.kind === "function" && (node.name === "sin" || node.name === "cos");

/** The equations that stand before each waveform; undefined where the fact is no linear differential equation of trials, or would have them vanish. */
function saidOfTrials(
  fact: Fact,
  trials: readonly Trial[],
  { conventions }: Claim,
  met: Set<Trial>,
): readonly Fact[] | undefined {
  if (fact.kind !== "constraint") return undefined;
  const found = slopesOf(minus(fact.left, fact.right), trials, conventions);
  if (!found) return undefined;
  const groups = new Map<string, Monomial[]>();
  for (const monomial of monomials(found.value)) {
    const shape = shapeOf(monomial);
    if (shape === undefined) return undefined;
    groups.set(shape, [...(groups.get(shape) ?? []), monomial]);
  }
  const left = [...groups.values()].map((group) => fromMonomials(withoutCommon(group)));
  if (left.length === 0 || left.some((side) => symbolsOf(side).size === 0)) return undefined;
  for (const trial of found.met) met.add(trial);
  return [...new Set(left)].map((side) => ({ kind: "constraint", left: side, right: zero }));
}

/** What varies in it, in one spelling: waveforms that are spelled differently are independent of one another. */
function shapeOf({ factors }: Monomial): string | undefined {
  const varying = factors.filter(({ base }) => some(base, isPlace));
  const letters = varying.map(({ base, times }): string | undefined => {
    if (isPlace(base)) return `${identity(base)}^${times}`;
    if (times !== 1) return undefined;
    if (base.kind === "power" && base.base === constant("e")) return `e ${spelled(base.exponent)}`;
    const [argument] = base.kind === "function" && isCircular(base) ? base.args : [];
    return argument && base.kind === "function" ? `${base.name} ${spelled(argument)}` : undefined;
  });
  if (letters.includes(undefined)) return undefined;
  const circular = varying.flatMap(({ base }) =>
    base.kind === "function" ? base.args.map(spelled) : [],
  );
  return new Set(circular).size === circular.length ? letters.sort().join(" · ") : undefined;
}

const spelled = (phase: Expr): string =>
  monomials(phase)
    .map(({ core, coefficient }) => `${identity(core)}*${coefficient.over}/${coefficient.under}`)
    .sort()
    .join("+");

/** Without what varies, and without the names all of it is multiplied by. */
function withoutCommon(group: readonly Monomial[]): readonly Monomial[] {
  const [first, ...others] = group;
  const isCommon = (base: Expr, times: number): boolean =>
    ["symbol", "labelled", "constant"].includes(base.kind) &&
    others.every(({ factors }) => factors.some((one) => one.base === base && one.times >= times));
  const common = new Map(
    (first?.factors ?? [])
      .map(({ base }) => [base, leastPower(base, group)] as const)
      .filter(([base, times]) => isCommon(base, times)),
  );
  return group.map(({ factors, coefficient }) => {
    const left = factors
      .filter(({ base }) => !some(base, isPlace))
      .map(({ base, times }) => ({ base, times: times - (common.get(base) ?? 0) }))
      .filter(({ times }) => times !== 0);
    return { factors: left, coefficient, core: coreOf(left) };
  });
}

const leastPower = (base: Expr, group: readonly Monomial[]): number =>
  Math.min(...group.map(({ factors }) => factors.find((one) => one.base === base)?.times ?? 0));
