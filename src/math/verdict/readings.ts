/** One claim read in several ways: a verdict only where all readings share it. */
import type { Claim, Premise } from "../expr/claim";
import { judge } from "./judge";
import type { JudgeOptions } from "./options";
import type { Verdict } from "./verdict";

/** Which reading the verdict is about: the first that shows what was found. */
export interface ReadingsVerdict {
  readonly verdict: Verdict;
  readonly claim: Claim;
}

export function judgeReadings(claims: readonly Claim[], options: JudgeOptions): ReadingsVerdict {
  const judged = claims.map((claim) => ({ claim, verdict: judge(claim, options) }));
  const [first] = judged;
  if (!first) throw new RangeError("a claim has at least one reading");
  if (judged.length === 1) return first;
  const holds = judged.filter(
    ({ verdict }) => verdict.kind === "proved" || verdict.kind === "agrees",
  );
  if (holds.length === judged.length)
    return judged.find(({ verdict }) => verdict.kind === "agrees") ?? first;
  const fails = judged.filter(({ verdict }) => verdict.kind === "refuted");
  if (fails.length === judged.length) return first;
  if (holds.length === 0 && fails.length === 0) return first;
  const [shown = first] = holds.length > 0 ? holds : fails;
  const which = (list: typeof judged): string =>
    list.map((one) => judged.indexOf(one) + 1).join(", ");
  const detail = [
    holds.length > 0 ? `it holds in reading ${which(holds)}` : "",
    fails.length > 0 ? `it fails in reading ${which(fails)}` : "",
  ].filter((part) => part !== "");
  const premises: readonly Premise[] = shown.verdict.premises;
  return {
    claim: shown.claim,
    verdict: {
      kind: "open",
      why: "reading",
      detail: `${detail.join("; ")} of ${judged.length}`,
      premises,
    },
  };
}
