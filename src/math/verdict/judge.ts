/** Judges a claim: form, then values, then the guard, then the decision. */
import type { Claim } from "../expr/claim";
import { decide } from "./decide";
import { effort } from "./effort";
import { vacuity } from "./guard";
import { held } from "./held";
import { withGiven } from "./leaning";
import type { JudgeOptions } from "./options";
import { unsatisfied } from "./satisfied";
import type { Verdict } from "./verdict";
import { fault } from "./wellFormed";

export function judge(claim: Claim, options: JudgeOptions): Verdict {
  const wrongForm = fault(claim, options.bothHeights);
  if (wrongForm)
    return {
      kind: "refuted",
      code: "index",
      evidence: { kind: "form" },
      diagnoses: [{ kind: "index", ...wrongForm }],
      premises: [],
    };
  const { outcome, premises, ground } = withGiven(
    claim,
    effort(options.seed, options.budget, options.stop),
  );
  switch (outcome.kind) {
    case "holds": {
      const empty = vacuity(claim, ground);
      if (empty) return { kind: "open", why: "vacuous", detail: empty, premises };
      return held(claim, outcome, ground, premises);
    }
    case "undecided":
      return { kind: "open", why: outcome.why, detail: outcome.detail, premises };
    case "differs":
      if (unsatisfied(ground))
        return {
          kind: "open",
          why: "premise",
          detail: "a premise could not be put to use",
          premises,
        };
      return decide(claim, outcome, ground, premises, options);
  }
}
