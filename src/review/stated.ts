/** When a first relation that differs is given rather than judged. */
import type { Expr } from "../math/expr/node";
import type { Verdict } from "../math/verdict/verdict";
import { unscaled } from "../paper/derivation/head";
import type { Step } from "../paper/derivation/paper";

/** It introduces something, and no value of it settles the claim; ≡ does so wherever it stands. A side that is more than a name does so where nothing speaks against it. */
export const isIntroduction = (verdict: Verdict, step: Step): boolean =>
  (((step.first && step.introduces) || step.relation === "≡" || step.relation === ":=") &&
    (verdict.kind === "refuted" ? verdict.code === "slip" : verdict.kind === "open")) ||
  (step.imposes && verdict.kind === "open" && verdict.why === "differs") ||
  (step.gives &&
    verdict.kind === "open" &&
    (verdict.why === "differs" || (verdict.why === "beyond" && speaksFor(step.readings[0]?.left))));

/** No other claim can be meant: i𝓜 of a name met here for the first time. */
const speaksFor = (side: Expr | undefined): boolean =>
  side !== undefined && (isMean(side) || unscaled(side) !== undefined);

/** ⟨1/r⟩ of a state that the text knows. */
const isMean = (side: Expr): boolean => side.kind === "expectation" && side.state === undefined;
