/** One question about a derivation: asked, judged, ranked, offered. */
import type { Failure } from "../models/failure";
import type { Ask, Part } from "../models/question";
import type { DerivationData } from "../protocol/derivation";
import type { JudgedAnswer, ModelRole, Proposal } from "../protocol/model";
import { context } from "./context";
import { judgeAnswer, judgeLink, type ReviewText } from "./dispose";
import { fillBridge } from "./fillBridge";
import type { Host } from "./insert";
import { insertion } from "./insertion";
import { judgeBridge } from "./judgeBridge";
import { questionAbout } from "./questions";

export interface Occasion {
  readonly role: ModelRole;
  readonly question?: string;
  /** What of the source the author has selected. */
  readonly selection?: string;
  readonly data: DerivationData;
  readonly source: string;
  readonly markdown: boolean;
  readonly profile: string;
  readonly samples: number;
}

export interface Hands {
  readonly ask: Ask;
  readonly review: ReviewText;
  /** Hears the parts of the first answer. */
  hear(part: Part): void;
  /** An answer has arrived and its equations are being judged. */
  judging?(): void;
}

/** The messages of the first question: exactly what is sent. */
export const payload = ({ role, data, source, question, selection }: Occasion) =>
  questionAbout(role, stepOf(data), context(data, source, selection), question);

export async function propose(
  occasion: Occasion,
  { ask, review, hear, judging }: Hands,
  signal: AbortSignal,
): Promise<Proposal> {
  const { data, role, profile } = occasion;
  const messages = payload(occasion);
  const host = hostOf(occasion);
  const answers: JudgedAnswer[] = [];
  let trouble: Failure | undefined;
  for (let sample = 0; sample < occasion.samples && !trouble; sample++) {
    const outcome = await ask({ messages }, sample === 0 ? hear : () => undefined, signal);
    if (outcome.kind === "failure") trouble = outcome;
    if (sample === 0) judging?.();
    if (outcome.text !== "" || outcome.thinking !== "")
      answers.push(await judgeAnswer(outcome, host, review));
  }
  const ranked = [...answers].sort((a, b) => b.share - a.share);
  const step = stepOf(data);
  const [best] = ranked;
  const filled =
    role === "bridge" && best && step && !trouble
      ? await fillBridge(ask, messages, best.text, signal)
      : undefined;
  const bridge = filled && step ? await judgeBridge(filled, step, host, review) : null;
  return {
    uri: data.uri,
    version: data.version,
    macros: data.macros,
    role,
    profile,
    answers: ranked,
    bridge,
    disagreement: await disagreement(ranked, host, review),
    insertion:
      bridge?.offered && step ? await insertion(host.text, step, bridge.rows, review) : null,
    incomplete: trouble ? { what: trouble.what, remedy: trouble.remedy } : null,
  };
}

const stepOf = (data: DerivationData) => data.steps[Math.max(0, data.current)];

const hostOf = ({ data, source, markdown }: Occasion): Host => ({
  text: source,
  markdown,
  after: data.steps.at(-1)?.end.line ?? data.line,
});

/** The engine compares how two answers end; what it cannot compare is not called different. */
async function disagreement(
  answers: readonly JudgedAnswer[],
  host: Host,
  review: ReviewText,
): Promise<string | null> {
  const [first, ...others] = answers.flatMap(({ final }) => (final === null ? [] : [final]));
  if (first === undefined) return null;
  for (const other of others) {
    if (other === first) continue;
    const { status } = await judgeLink(`${first} = ${other}`, 0, host, review);
    if (status === "contradicted")
      return `One answer ends with $${first}$, another with $${other}$.`;
  }
  return null;
}
