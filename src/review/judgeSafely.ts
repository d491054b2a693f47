/** A bug in the judge costs one step its verdict, not the paper its review. */
import type { Claim } from "../math/expr/claim";
import type { JudgeOptions } from "../math/verdict/options";
import { judgeReadings, type ReadingsVerdict } from "../math/verdict/readings";

export function judgeSafely(claims: readonly Claim[], options: JudgeOptions): ReadingsVerdict {
  try {
    return judgeReadings(claims, options);
  } catch (error) {
    const [claim] = claims;
    if (!claim) throw error;
    const detail = `a bug in Tacit (${error instanceof Error ? error.message : String(error)})`;
    return { claim, verdict: { kind: "open", why: "beyond", detail, premises: [] } };
  }
}
