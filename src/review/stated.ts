/** When a first relation that differs is given rather than judged. */
import type { Verdict } from "../math/verdict/verdict";
import type { Step } from "../paper/derivation/paper";

/** It introduces something, and no value of it settles the claim. */
export const isIntroduction = (verdict: Verdict, step: Step): boolean =>
  step.first &&
  step.introduces &&
  (verdict.kind === "refuted" ? verdict.code === "slip" : verdict.kind === "open");
