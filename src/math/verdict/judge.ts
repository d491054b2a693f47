/** Judges a claim: form, then values, then the guard, then the decision. */
import { isUnsaid } from "../evaluate/calculus/unsaid";
import type { Claim, Premise } from "../expr/claim";
import { anyOperatorOf } from "../expr/means";
import type { Expr } from "../expr/node";
import { printExpr } from "../expr/print";
import { isNabla } from "../expr/questions";
import { some } from "../expr/walk";
import { again } from "./again";
import { withOrderedNames } from "./bothOrders";
import { withStokes } from "./boundaries";
import { withChainRule } from "./chainRule";
import { unitAlong } from "./chart";
import { withCircles } from "./circles";
import { compare } from "./comparison";
import { overdetermined } from "./contradiction";
import { inCurvilinear } from "./curvilinear";
import { decide } from "./decide";
import { withDistance } from "./distance";
import { type Effort, effort } from "./effort";
import { exceptionsTo } from "./exceptions";
import { withExponentialsMultiplied } from "./exponentialsMultiplied";
import { followsByNotation, followsFormally, formally } from "./formally";
import { withGivenUnder } from "./givenUnder";
import { waitsForGrassmann } from "./grassmannDerivatives";
import { vacuity } from "./guard";
import { held } from "./held";
import { type Solution, solutionIn } from "./initialValues";
import { constancy, differs, keptConstant } from "./keptConstant";
import { isOfOnePlace } from "./lastingRelations";
import { type Leaning, withGiven } from "./leaning";
import { withMatrixEntries, withNamesAgain } from "./matrixEntries";
import { ofUnlikeDimension, unmeasured } from "./measured";
import { withNamedCommutators } from "./namedCommutators";
import type { JudgeOptions } from "./options";
import { asHeld } from "./outcome";
import { dottedDerivative } from "./passedBy";
import { withPoissonBrackets, withSlopes } from "./poissonBrackets";
import type { Candidate } from "./premiseEntry";
import { inTheLimit, isOfDistributions, withEnergies, withoutPrescription } from "./prescriptions";
import { withPrimesOfGiven } from "./primesOfGiven";
import { quoted } from "./quoted";
import { withRatesAsNumbers } from "./ratesAsNumbers";
import { readAsNumbers } from "./readAsNumbers";
import { inRepresentation } from "./representations";
import { completed, named, rewrite, spelled, workedOut } from "./rewritings";
import { isSquareOfD, withRotationMatrices } from "./rotationMatrices";
import { type Ground, groundOf } from "./sample";
import { unsatisfied } from "./satisfied";
import { premiseOf, settle } from "./search";
import { withSpatialHeights } from "./spatialHeights";
import { diracEquationUsed } from "./spinorsUsed";
import { withStartingValues } from "./startingValues";
import { isTheLaw } from "./theLaw";
import { withTotalsApart } from "./totalsApart";
import { leavesOthers, turnsRound } from "./turnedRound";
import { withTurningUnits } from "./turningUnits";
import { withTwiceGiven } from "./twiceGiven";
import { speaksOfEntries } from "./unitaryEntries";
import { variedApart } from "./variedApart";
import { type Different, isHeld, type Supported, type Verdict } from "./verdict";
import { fault } from "./wellFormed";
import type { Written } from "./written";

export function judge(asWritten: Claim, options: JudgeOptions): Verdict {
  const verdict = judgedWithTotals(asWritten, options);
  return verdict.kind === "proved" || verdict.kind === "agrees"
    ? withConstants(asWritten, verdict, options)
    : verdict;
}

/** What holds only where ∂X/∂t is all of dX/dt does not hold. */
function judgedWithTotals(asWritten: Claim, options: JudgeOptions): Verdict {
  const verdict = judgedUnderIntegrals(asWritten, options);
  if (
    (isHeld(verdict) && leavesOthers(asWritten)) ||
    ((isHeld(verdict) || verdict.kind === "refuted") && turnsRound(asWritten))
  )
    return {
      kind: "open",
      why: "reading",
      detail: "what is held fixed is not said",
      premises: verdict.premises,
    };
  const apart = isHeld(verdict) ? withTotalsApart(asWritten) : undefined;
  const { catalogue: _, ...bare } = options;
  return !apart || isHeld(judgedUnderIntegrals(apart, { ...bare, inShort: true }))
    ? verdict
    : {
        kind: "open",
        why: "reading",
        detail: "d/dt may count more than ∂/∂t of the same",
        premises: verdict.premises,
      };
}

/** What holds only while a name stays the same that changes with the variable of an integral does not hold. */
function judgedUnderIntegrals(asWritten: Claim, options: JudgeOptions): Verdict {
  const put = withGivenUnder(asWritten);
  if (!put) return judgedRaised(asWritten, options);
  const { catalogue: _, ...bare } = options;
  const under = judgedRaised(put, bare);
  if (isHeld(under)) return withPremises(under, asWritten.given);
  const verdict = judgedRaised(asWritten, options);
  return isHeld(verdict) && (differs(under) || (under.kind === "open" && under.why === "premise"))
    ? {
        kind: "open",
        why: "differs",
        detail: "what is given changes with the variable of an integral or a limit",
        premises: asWritten.given,
      }
    : verdict;
}

/** What has to stay the same under an integral or a limit is a premise that nobody states. */
function withConstants(asWritten: Claim, verdict: Supported, options: JudgeOptions): Verdict {
  const { catalogue, ...bare } = options;
  const leans = new Set(verdict.premises.map(({ id }) => id));
  const used = catalogue?.filter(({ id }) => leans.has(id)) ?? [];
  const kept = keptConstant(asWritten, (varying) =>
    judgedRaised(
      varying,
      used.length > 0 ? { ...bare, catalogue: used } : { ...bare, inShort: true },
    ),
  );
  if (kept.length === 0) return verdict;
  const names = kept.map(({ name }) => name.name);
  if (!catalogue)
    return {
      kind: "open",
      why: "differs",
      detail: `nothing says that ${names.join(", ")} stays the same`,
      premises: verdict.premises,
    };
  const candidate: Pick<Candidate, "latex" | "facts"> = {
    latex: kept
      .map(({ name, along }) =>
        along
          ? `\\frac{d ${name.name}}{d ${along.name}}=0`
          : `\\langle ${name.name}\\rangle=${name.name}`,
      )
      .join(",\\ "),
    facts: kept.map(({ name }) => ({ kind: "property", property: "constant", of: [name] })),
  };
  const premise = premiseOf({ entry: constancy, candidate }, true);
  return { ...verdict, premises: [...verdict.premises, premise] };
}

function judgedRaised(asWritten: Claim, options: JudgeOptions): Verdict {
  const raised = withSpatialHeights(asWritten);
  if (!raised) return judgedTurned(asWritten, options);
  const verdict = judgedTurned(raised, options);
  const isSaid = asWritten.conventions.declared.includes("metric");
  if (isSaid || isHeld(judgedTurned(asWritten, options)) === isHeld(verdict)) return verdict;
  return {
    kind: "open",
    why: "reading",
    detail: "the height of a spatial index may be a sign",
    premises: asWritten.given,
  };
}

function judgedTurned(asWritten: Claim, options: JudgeOptions): Verdict {
  const rotated = withRotationMatrices(asWritten, 1);
  if (!rotated) return judgedAsMeant(asWritten, options);
  const verdict = judgedAsMeant(rotated, options);
  const mayBeSquare = [asWritten.left, asWritten.right].some((side) => some(side, isSquareOfD));
  if (verdict.kind === "refuted" && mayBeSquare)
    return {
      kind: "open",
      why: "reading",
      detail: "d² may be a square or a rotation matrix",
      premises: verdict.premises,
    };
  const opposite = verdict.kind === "refuted" && withRotationMatrices(asWritten, -1);
  return opposite && isHeld(judgedAsMeant(opposite, options))
    ? {
        kind: "open",
        why: "differs",
        detail: "it holds for rotations in the opposite sense",
        premises: verdict.premises,
      }
    : verdict;
}

function judgedAsMeant(asWritten: Claim, options: JudgeOptions): Verdict {
  const named = withNamedCommutators(asWritten);
  const verdict = judgedAsNamed(named, options);
  const ordered = isHeld(verdict) ? withOrderedNames(named) : undefined;
  const { catalogue: _, ...bare } = options;
  if (ordered && !isHeld(judgedAsNamed(ordered, { ...bare, inShort: true })))
    return {
      kind: "open",
      why: "reading",
      detail: "factors that are read as numbers stand in both orders",
      premises: [],
    };
  if (!isHeld(verdict))
    for (const rule of [withSlopes, withChainRule, withExponentialsMultiplied, withStokes]) {
      const ruled = rule(named);
      const lawful = ruled && followsByRule(ruled, options.seed);
      if (lawful) return lawful;
    }
  const classical = isHeld(verdict) ? undefined : withPoissonBrackets(named);
  const other = classical && judgedAsNamed(classical.claim, options);
  if (classical && other && (isHeld(other) || (classical.certain && other.kind === "refuted")))
    return { ...other, premises: [...classical.used, ...other.premises] };
  if (named === asWritten || verdict.kind !== "refuted") return verdict;
  return isHeld(judgedAsNamed(asWritten, options))
    ? {
        kind: "open",
        why: "reading",
        detail: "a commutator that is given a name may be a number",
        premises: verdict.premises,
      }
    : verdict;
}

/** What a rule of calculus writes the same on both sides. */
function followsByRule({ claim, used }: Written, seed: number): Verdict | undefined {
  const laws = used.map(({ name }) => name);
  const lawful = followsByNotation(claim, laws, seed) ?? followsFormally(claim, seed);
  return lawful && withPremises(lawful, used);
}

function judgedAsNamed(asWritten: Claim, options: JudgeOptions): Verdict {
  const solution = solutionIn(withStartingValues(asWritten));
  if (solution) return judgedAsSolution(solution, options);
  const verdict = judgedBySamples(asWritten, options);
  const { left, right } = asWritten;
  const isUnsettled = (): boolean =>
    verdict.kind === "open" &&
    (verdict.why === "beyond" || [left, right].some((side) => some(side, isUnsaid)));
  if (isUnsettled()) return underTheUsual(asWritten, options) ?? verdict;
  const isUnmet = verdict.kind === "open" && verdict.why === "premise";
  const timeless = isUnmet ? withRatesAsNumbers(asWritten) : undefined;
  const { catalogue: _, ...bare } = options;
  const other = timeless ? judgedBySamples(timeless, bare) : undefined;
  return other && (isHeld(other) || (other.kind === "refuted" && options.mode === "verify"))
    ? { ...other, premises: asWritten.given.filter(saysAs(other.premises)) }
    : verdict;
}

/** What is decided of the claim as a premise leaves it that goes without saying; a paper may mean something else by it than what fails. */
function underTheUsual(claim: Claim, options: JudgeOptions): Verdict | undefined {
  for (const entry of options.catalogue?.filter(({ usual }) => usual) ?? [])
    for (const candidate of entry.apply(claim)) {
      if (!candidate.claim) continue;
      const premises = [premiseOf({ entry, candidate }, false)];
      if (options.mode === "check" && isTheLaw({ claim: candidate.claim, premises }, claim))
        continue;
      const verdict = judgedBySamples(candidate.claim, {
        ...options,
        catalogue: options.catalogue?.filter(({ id }) => id === "normalised") ?? [],
      });
      if (isHeld(verdict) || (verdict.kind === "refuted" && options.mode === "verify"))
        return withPremises(verdict, premises);
    }
  return undefined;
}

/** The premises that are among these, before their facts were rewritten. */
const saysAs =
  (premises: readonly Premise[]) =>
  ({ id, latex }: Premise): boolean =>
    premises.some((one) => one.id === id && one.latex === latex);

/** It solves its equation and starts where it is said to. */
function judgedAsSolution(
  { conditions, premises, isUnique }: Solution,
  options: JudgeOptions,
): Verdict {
  const { catalogue: _, ...bare } = options;
  const verdicts = conditions.map((condition) => judgedBySamples(condition, bare));
  const missed = verdicts.find((verdict) => !isHeld(verdict));
  const weakest = verdicts.find(({ kind }) => kind === "agrees") ?? verdicts[0];
  const failed = verdicts.find(({ kind }) => kind === "refuted");
  if (failed?.kind === "refuted" && options.mode === "verify")
    return { ...failed, diagnoses: [], premises };
  if (missed || !weakest || !isUnique)
    return {
      kind: "open",
      why: missed?.kind === "open" ? missed.why : "differs",
      detail: missed
        ? missed.kind === "open"
          ? missed.detail
          : "it does not solve the equation given, or starts elsewhere"
        : "it is one of several solutions of what is given",
      premises,
    };
  const used = verdicts.flatMap((verdict) => verdict.premises);
  return { ...weakest, premises: once([...premises, ...used]) };
}

function judgedBySamples(asWritten: Claim, options: JudgeOptions): Verdict {
  if (anyOperatorOf(asWritten.left, asWritten.right))
    return { kind: "open", why: "differs", detail: "it says how means change", premises: [] };
  const { claim: written, used, names: given = new Map() } = rewrite(asWritten, named, options);
  const { claim, names } = withMatrixEntries(written);
  const related = options.mode === "verify" ? withTwiceGiven(claim) : claim;
  const verdict = withPremises(inSpace(related, options), used);
  return withNamesAgain(withNamesAgain(verdict, names), given);
}

function inSpace(related: Claim, options: JudgeOptions): Verdict {
  const written = rewrite(related, spelled, options).claim;
  const { claim, used, names = new Map() } = rewrite(written, completed, options);
  const distant = withDistance(claim);
  const verdict = withNamesAgain(
    inAnyChart(written, distant.claim, [...used, ...distant.used], options),
    names,
  );
  if (verdict.kind !== "refuted" || distant.used.length === 0) return verdict;
  const apart = inAnyChart(written, claim, used, options);
  return isHeld(apart) || (apart.kind === "open" && apart.why === "vacuous")
    ? {
        kind: "open",
        why: "reading",
        detail: "r may be the length of a vector",
        premises: apart.premises,
      }
    : verdict;
}

function inAnyChart(
  written: Claim,
  claim: Claim,
  used: readonly Premise[],
  options: JudgeOptions,
): Verdict {
  const charts = withTurningUnits(claim).flatMap((turned) =>
    inCurvilinear(turned.claim).map((chart) => ({
      claim: chart.claim,
      used: [...used, ...turned.used, ...chart.used],
    })),
  );
  return best(charts, (one) => spread(written, one, options));
}

/** In one of the charts a claim may speak of it holds; it fails where it fails in all. */
function best(charts: readonly Written[], of: (one: Written) => Verdict): Verdict {
  const [first, ...others] = charts;
  if (!first) throw new Error("a claim has a form");
  const verdict = of(first);
  if (others.length === 0 || isHeld(verdict)) return verdict;
  const other = best(others, of);
  return other.kind === "refuted" ? verdict : other;
}

function spread(written: Claim, chart: Written, options: JudgeOptions): Verdict {
  const round = withCircles(chart.claim);
  const { claim, used: primed } = withPrimesOfGiven(round.claim);
  const used = [...chart.used, ...round.used, ...primed];
  const verdict =
    [claim.left, claim.right].some((side) => some(side, isNabla)) &&
    [claim.left, claim.right].some((side) => some(side, turnsInSpace))
      ? turning(claim)
      : judged(written, claim, options);
  return withPremises(verdict, used);
}

const withPremises = (verdict: Verdict, used: readonly Premise[]): Verdict =>
  used.length > 0 ? { ...verdict, premises: once([...used, ...verdict.premises]) } : verdict;

/** Each premise once, also where its facts were rewritten on the way. */
const once = (premises: readonly Premise[]): readonly Premise[] => [
  ...new Map(premises.map((one) => [`${one.source} ${one.id} ${one.latex}`, one])).values(),
];

/** θ̂ under ∇ is no constant. */
const turnsInSpace = (node: Expr): boolean => /^[θϑφϕρ]$/u.test(unitAlong(node) ?? "");

const turning = ({ given }: Claim): Verdict => ({
  kind: "open",
  why: "beyond",
  detail: "∇ beside a direction that turns from place to place",
  premises: given,
});

/** `full`: as written, with what was left out put back. */
function judged(written: Claim, whole: Claim, options: JudgeOptions): Verdict {
  const full = [whole.left, whole.right].some(isOfDistributions)
    ? (inTheLimit(whole) ?? withEnergies(whole))
    : whole;
  const { claim, used } = rewrite(full, workedOut, options);
  return withPremises(judgedByValues(written, full, claim, options), used);
}

/** `full`: before what could be worked out by rules was. */
function judgedByValues(written: Claim, full: Claim, claim: Claim, options: JudgeOptions): Verdict {
  if (
    full.left === full.right &&
    written.left !== written.right &&
    [written.left, written.right].some(isBare)
  )
    return {
      kind: "open",
      why: "vacuous",
      detail: "it says what the name depends on",
      premises: claim.given,
    };
  const wrongForm = fault(claim, options);
  const means = effort(options.seed, options.budget, options.stop);
  const bare: Ground = { conventions: claim.conventions, facts: [], effort: means };
  if (wrongForm)
    return {
      kind: "refuted",
      code: "index",
      evidence: { kind: "form", ...seenToDiffer(claim, bare) },
      diagnoses: [{ kind: "index", ...wrongForm }],
      premises: [],
    };
  if (ofUnlikeDimension(claim))
    return {
      kind: "refuted",
      code: "dimension",
      evidence: { kind: "form", ...seenToDiffer(claim, bare) },
      diagnoses: [],
      premises: [],
    };
  const dotted = dottedDerivative(claim);
  if (dotted)
    return {
      kind: "open",
      why: "reading",
      detail: `the order of products with ${dotted.name} is lost`,
      premises: claim.given,
    };
  const number = readAsNumbers(claim);
  if (number)
    return {
      kind: "open",
      why: "reading",
      detail: `the order of products with ${printExpr(number)} is lost`,
      premises: claim.given,
    };
  const tacit = claim.given.find(
    ({ source, latex }) =>
      source === "tacit" && !written.given.some((known) => known.latex === latex),
  );
  if (tacit && !options.catalogue)
    return {
      kind: "open",
      why: "differs",
      detail: `nothing says that ${tacit.latex}`,
      premises: claim.given.filter((premise) => premise !== tacit),
    };
  if (waitsForGrassmann(claim))
    return {
      kind: "open",
      why: "beyond",
      detail: "a derivative by a Grassmann number without its operand",
      premises: claim.given,
    };
  const twice = overdetermined(claim, bare);
  if (twice)
    return {
      kind: "open",
      why: "contradiction",
      detail: `what is said of ${printExpr(twice)} cannot all be true`,
      premises: claim.given,
    };
  const { outcome, premises, lawful, ...leaning } = again(
    claim,
    means,
    options.inShort === true,
    () => found(claim, means),
  );
  const ground = { ...leaning.ground, effort: means };
  switch (outcome.kind) {
    case "holds": {
      const units = unmeasured([claim.left, claim.right].map((side) => quoted(side, ground.facts)));
      if (units) return { kind: "open", why: "differs", detail: units, premises };
      const empty = vacuity(asHeld(claim, outcome), groundOf(outcome, ground));
      if (empty && ground.effort.exhausted())
        return { kind: "open", why: "budget", detail: ground.effort.reason(), premises };
      if (empty)
        return (
          followsFormally(claim, means.seed) ?? {
            kind: "open",
            why: "vacuous",
            detail: empty,
            premises,
          }
        );
      const exceptions = exceptionsTo(claim, ground);
      if (!exceptions)
        return {
          kind: "open",
          why: "vacuous",
          detail: "it holds only where a whole number vanishes",
          premises,
        };
      return held(claim, outcome, ground, [
        ...premises,
        ...exceptions,
        ...(options.catalogue || options.inShort ? diracEquationUsed(claim, ground) : []),
      ]);
    }
    case "undecided": {
      const settled = lawful ?? rewritten(claim, ground, premises, options);
      if (settled) return settled;
      const apart = options.inShort ? undefined : variedApart(claim, ground);
      if (apart) return decide(claim, apart, ground, premises, options);
      return { kind: "open", why: outcome.why, detail: outcome.detail, premises };
    }
    case "differs":
      if (unsatisfied(ground) || isOfOnePlace(claim) || speaksOfEntries(claim))
        return {
          kind: "open",
          why: "premise",
          detail: "a premise could not be put to use",
          premises,
        };
      return (
        prescribed(claim, ground, premises) ?? decide(claim, outcome, ground, premises, options)
      );
  }
}

/** What comes out without a search. */
function found(claim: Claim, means: Effort): Leaning & { readonly lawful?: Supported | undefined } {
  const leaning = withGiven(claim, means);
  const { outcome, ...others } =
    (leaning.outcome.kind === "undecided" && inRepresentation(claim, means)) || leaning;
  return outcome.kind === "undecided"
    ? { outcome, ...others, lawful: formally(claim, means) }
    : { outcome, ...others };
}

/** What differs with an ε of its own size may hold in the limit that iε stands for. */
function prescribed(
  claim: Claim,
  ground: Ground,
  premises: readonly Premise[],
): Verdict | undefined {
  const limit = inTheLimit(claim);
  if (!limit) return undefined;
  const outcome = compare(limit, ground);
  if (outcome.kind === "holds") return held(limit, outcome, ground, premises);
  const plain = withoutPrescription(claim);
  const regular = plain && compare(plain, ground);
  if (plain && regular?.kind === "holds") return held(plain, regular, ground, premises);
  return outcome.kind === "undecided" && regular?.kind !== "differs"
    ? { kind: "open", why: "beyond", detail: "an iε that is no number here", premises }
    : undefined;
}

/** W in W = W(Λ, a). */
const isBare = ({ kind }: Expr): boolean => kind === "symbol";

/** A claim without a representation may have one once a premise rewrites it, Σ|n⟩⟨n| = 1, and an approximation once something is small. */
function rewritten(
  claim: Claim,
  ground: Ground,
  premises: readonly Premise[],
  { catalogue = [], mode, assumed }: JudgeOptions,
): Verdict | undefined {
  const loose = claim.relation === "≈" || claim.relation === "≃";
  const entries = catalogue.filter((entry) => entry.rewrites || (loose && entry.expands));
  const settled = settle(claim, entries, ground, assumed);
  if (!settled || (mode === "check" && isTheLaw(settled, claim))) return undefined;
  return held(settled.claim, settled.outcome, settled.ground, [...premises, ...settled.premises]);
}

/** The numbers that differ, where an ill-formed claim has values all the same. */
function seenToDiffer(claim: Claim, ground: Ground): { readonly counterexample?: Different } {
  const outcome = compare(claim, ground);
  if (outcome.kind !== "differs") return {};
  const { values, left, right } = outcome;
  return { counterexample: { values, left, right, seed: ground.effort.seed } };
}
