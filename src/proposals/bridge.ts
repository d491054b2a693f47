/** The lines between the two sides of a step, each link judged; offered only if every one is checked. */
import type { Ask, Message } from "../models/question";
import { shaped } from "../models/shaped";
import type { Bridge, JudgedLink } from "../protocol/model";
import type { StepData } from "../protocol/review";
import { judgeLink, type ReviewText } from "./dispose";
import type { Host } from "./insert";
import { bridgeShape, fillQuestion } from "./questions";

interface Filled {
  readonly sides: readonly string[];
  readonly premises: readonly string[];
}

/** The free answer written into its form; where a server stumbles over the form, asked once without it. */
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

export async function judgeBridge(
  { sides, premises }: Filled,
  step: StepData,
  host: Host,
  review: ReviewText,
): Promise<Bridge> {
  const inner = sides.map(bare).filter((side) => side !== "");
  const same = (a: string | undefined, b: string) =>
    (a ?? "").replace(/\s+/g, "") === b.replace(/\s+/g, "");
  if (same(inner[0], step.left)) inner.shift();
  if (same(inner.at(-1), step.right)) inner.pop();
  const chain = [step.left, ...inner, step.right];
  const links = [];
  for (const [at, right] of chain.slice(1).entries())
    links.push(await judgeLink(`${chain[at]} = ${right}`, 0, host, review));
  const leansOn = [];
  for (const premise of premises.map(bare))
    leansOn.push(asFact(await judgeLink(premise, 0, host, review)));
  const offered =
    step.relation === "=" && inner.length > 0 && links.every(({ status }) => status === "checked");
  return { links, premises: leansOn, offered, rows: inner };
}

/** A premise is known or not; nothing is worked out. */
const asFact = (link: JudgedLink): JudgedLink =>
  link.status === "contradicted" ? { ...link, origin: "fact" } : link;

/** A side without dollars, leading relation or closing full stop. */
const bare = (side: string): string =>
  side
    .trim()
    .replace(/^\$+|\$+$/g, "")
    .replace(/^\s*&?\s*=\s*/, "")
    .replace(/[.,;]\s*$/, "")
    .replace(/\\\\\s*$/, "")
    .replace(/^\s*&|&\s*$/g, "")
    .trim();
