/** The free answer of a model written into the form of a bridge; where a server stumbles over the form, asked once without it. */
import type { Ask, Message } from "../models/question";
import { shaped } from "../models/shaped";
import type { Filled } from "./judgeBridge";
import { bridgeShape, fillQuestion } from "./questions";

export async function fillBridge(
  ask: Ask,
  asked: readonly Message[],
  answer: string,
  signal: AbortSignal,
): Promise<Filled | undefined> {
  const messages = fillQuestion(asked, answer);
  for (const question of [{ messages, shape: bridgeShape }, { messages }]) {
    const outcome = await ask(question, () => undefined, signal);
    if (outcome.kind === "failure") {
      if (outcome.why === "shape" || outcome.why === "server" || outcome.why === "request")
        continue;
      return undefined;
    }
    const found = shaped(outcome, bridgeShape);
    if ("value" in found) return found.value as Filled;
  }
  return undefined;
}
