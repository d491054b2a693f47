/** What a probe found, line by line for a person. */
import type { Failure } from "./failure";
import type { Probed } from "./probe";

export function probedWords(found: Probed | Failure): readonly string[] {
  if (found.kind === "failure") return [found.what, found.remedy];
  const { server, models, context, keepsShape, trouble, thinks, firstMs, tokensPerSecond } = found;
  return [
    `server: ${server}`,
    `models: ${models.join(", ") || "not listed"}`,
    `context: ${context ?? "not told"}`,
    trouble ? `trial question: ${trouble.what} ${trouble.remedy}` : "trial question: answered",
    `keeps a shape: ${keepsShape ? "yes" : "no"}`,
    `thinks aloud: ${thinks ? "yes" : "no"}`,
    firstMs === undefined ? "" : `first word after ${Math.round(firstMs)} ms`,
    tokensPerSecond === undefined ? "" : `${tokensPerSecond.toFixed(0)} tokens a second`,
  ].filter(Boolean);
}

export const answeredWhole = (found: Probed | Failure): boolean =>
  found.kind === "probed" && !found.trouble;
