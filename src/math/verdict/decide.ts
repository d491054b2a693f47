/** When a difference is red, and when it is only a difference. */
import { isUnsaid } from "../evaluate/calculus/unsaid";
import { relatesConstants } from "../evaluate/scalar/relation";
import { zero } from "../expr/build";
import type { Claim, Premise } from "../expr/claim";
import type { Expr } from "../expr/node";
import { some } from "../expr/walk";
import { hasDifferentials } from "../formal/exterior";
import { isLoose } from "./comparison";
import { diagnose, difference, underOtherConventions } from "./diagnose";
import { differentIntegers, holdsForDifferent } from "./differentIndices";
import { doubt } from "./doubt";
import { holdsForEulersNumber } from "./eulersNumber";
import { holdsForFieldStrength } from "./fieldStrength";
import { followsFormally } from "./formally";
import { freeSymbols } from "./freeSymbols";
import { isWeight } from "./gaussianEntries";
import { held } from "./held";
import { neededBeside } from "./leaning";
import type { JudgeOptions } from "./options";
import type { Differs } from "./outcome";
import type { PremiseEntry } from "./premiseEntry";
import { isUndetermined, mustHold } from "./red";
import { sameByNotation } from "./sameByNotation";
import type { Ground } from "./sample";
import { type Settled, settle } from "./search";
import { dependsOnQuadrant, isOneOfSolutions } from "./solutions";
import { specialCase } from "./spared";
import { diracEquationUsed } from "./spinorsUsed";
import { holdsForSteps } from "./stepFunction";
import { isTheLaw } from "./theLaw";
import { variedApart } from "./variedApart";
import type { Diagnosis, Evidence, OpenReason, Verdict } from "./verdict";

export function decide(
  claim: Claim,
  differs: Differs,
  ground: Ground,
  premises: readonly Premise[],
  options: JudgeOptions,
): Verdict {
  const { values, left, right } = differs;
  const evidence: Evidence = {
    kind: "counterexample",
    values,
    left,
    right,
    seed: ground.effort.seed,
  };
  const open = (
    why: OpenReason,
    detail: string,
    diagnoses: readonly Diagnosis[] = [],
  ): Verdict => ({
    kind: "open",
    why,
    detail,
    evidence,
    premises,
    ...(diagnoses.length > 0 ? { diagnoses } : {}),
  });
  const isOurs = [claim.left, claim.right].some((side) => some(side, isWeight));
  const found =
    !isOurs &&
    options.catalogue &&
    settle(claim, fitting(claim, options.catalogue), ground, options.assumed);
  const dirac = found ? diracEquationUsed(found.claim, found.ground) : [];
  const isNothing =
    found && ((options.mode === "check" && isTheLaw(found, claim)) || saysTwoMasses(found, dirac));
  const settled = isNothing ? undefined : found;
  const slip = settled && likelierSlip(settled, claim, ground);
  if (settled && !slip) {
    const verdict = held(settled.claim, settled.outcome, settled.ground, [
      ...neededBeside(settled.claim, premises, ground, settled.ground),
      ...settled.premises,
      ...dirac,
    ]);
    return settled.alternatives.length > 0
      ? { ...verdict, alternatives: settled.alternatives }
      : verdict;
  }
  const lawful = [claim.left, claim.right].some(hasDifferentials)
    ? followsFormally(claim, ground.effort.seed)
    : undefined;
  if (lawful) return lawful;
  if (options.inShort || options.introduces || isLoose(claim.relation) || (found && !settled))
    return open("differs", "the sides differ as written");
  if (options.unreadPremises) return open("premise", "a premise was not understood");
  const doubtful = doubt(claim, ground.facts, options.mode);
  if (doubtful && !(doubtful.isOfRange && variedApart(claim, ground)))
    return open(doubtful.why, doubtful.detail);
  if (holdsForEulersNumber(claim, ground)) return open("reading", "e may be Euler's number");
  if (holdsForSteps(claim, ground)) return open("reading", "θ may be the step function");
  if (isOneOfSolutions(claim, ground) || dependsOnQuadrant(claim, ground))
    return open("differs", "it is one of several solutions of what is given");
  if (holdsForFieldStrength(claim, ground))
    return open("differs", "it holds for an antisymmetric field strength");
  const differing = differentIntegers(claim, ground);
  if (differing) return open("differs", `it holds for ${differing} that differ`);
  const diagnoses = isOurs ? [] : diagnose(claim, ground, options.siblings ?? []);
  const conventions = isOurs ? [] : underOtherConventions(claim, ground);
  const refuted: Verdict = {
    kind: "refuted",
    code: "slip",
    evidence,
    diagnoses: [
      ...(diagnoses.length > 0 || isOurs ? diagnoses : difference(claim, ground)),
      ...conventions,
    ],
    premises,
    ...(settled ? { otherwise: settled.premises } : {}),
  };
  if (conventions.some(isOfCurvature))
    return open("differs", "it holds under another convention", conventions);
  if (options.mode === "verify") return refuted;
  if (conventions.length > 0)
    return open("differs", "it holds under another convention", conventions);
  if (options.vanishes || isConditionOnFields(claim))
    return open("differs", "it says what vanishes", diagnoses.filter(isOfTerm));
  const must =
    mustHold(claim, options.constraints ?? []) || relatesConstants([claim.left, claim.right]);
  if (!must && !diagnoses.some((diagnosis) => isTelling(diagnosis, claim)))
    return open("differs", "the sides differ as written", diagnoses.filter(isOfTerm));
  if (diagnoses.length === 0 && holdsForDifferent(claim, ground))
    return open("differs", "it holds for indices that differ");
  const special = specialCase(claim, ground);
  return special ? open("differs", special) : refuted;
}

/** The signs of curvature, on which books differ as often as they agree. */
const isOfCurvature = (diagnosis: Diagnosis): boolean =>
  diagnosis.kind === "convention" && (diagnosis.key === "riemann" || diagnosis.key === "ricci");

/** An edit that mends the claim in one place and is likelier than the premises that settle it. */
function likelierSlip({ habitual }: Settled, claim: Claim, ground: Ground): Diagnosis | undefined {
  if (habitual) return undefined;
  return diagnose(claim, ground, [], isOfHand).find((found) => isTelling(found, claim));
}

/** Slips of the hand in the result: nothing is lost or added as a whole, which a premise explains as well. */
const isOfHand = (diagnosis: Diagnosis, side: "left" | "right"): boolean =>
  diagnosis.kind === "term"
    ? diagnosis.what === "sign"
    : side === "right" || diagnosis.kind === "factor";

/** ∂_t ρ + ∂_x j = 0. */
const isConditionOnFields = ({ left, right }: Claim): boolean =>
  (left === zero || right === zero) && [left, right].some((side) => some(side, isUndetermined));

const isOfTerm = ({ kind }: Diagnosis): boolean => kind === "term";

/** Over an unsaid range only a premise that rewrites the integrals themselves says something. */
const fitting = (claim: Claim, catalogue: readonly PremiseEntry[]): readonly PremiseEntry[] =>
  [claim.left, claim.right].some((side) => some(side, isUnsaid))
    ? catalogue.filter((entry) => entry.rewrites)
    : catalogue;

/** A = A†, AB = BA, x = x*: a property of what is written, which an edit would turn into A = A. A term with a field may vanish by its equation. */
const isTelling = (diagnosis: Diagnosis, claim: Claim): boolean =>
  diagnosis.kind === "factor" ||
  (diagnosis.kind === "term"
    ? diagnosis.what === "sign" || isShared(diagnosis.term, claim)
    : isMended(diagnosis, claim));

/** S(Λ)⁻¹ may be what the text knows of S. */
const isMended = (diagnosis: Diagnosis, claim: Claim): boolean =>
  !(
    diagnosis.kind === "exponent" &&
    [claim.left, claim.right].some((side) => some(side, isUndetermined))
  ) &&
  (!("mended" in diagnosis) ||
    diagnosis.mended === undefined ||
    !sameByNotation(diagnosis.mended, diagnosis.side === "left" ? claim.right : claim.left));

/** Without fields, and of symbols that both sides show: x + y = x says what y is. */
const isShared = (term: Expr, { left, right }: Claim): boolean =>
  !some(term, isUndetermined) &&
  [left, right].every((side) => {
    const shown = freeSymbols(side);
    return [...freeSymbols(term)].every((symbol) => shown.has(symbol));
  });

/** p² = 0, and p̸u = mu. */
const saysTwoMasses = ({ premises }: Settled, dirac: readonly Premise[]): boolean =>
  dirac.some(({ latex }) => /=m/.test(latex)) &&
  premises.some(({ id, latex }) => id === "on-shell" && /^\w\^2=0$/.test(latex));
