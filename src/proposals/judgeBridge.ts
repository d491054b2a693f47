/** The links of a bridge and the premises it names, each judged; offered only if every link is checked. */
import type { AnswerPiece } from "../protocol/answerPieces";
import type { Bridge, JudgedLink } from "../protocol/model";
import type { StepData } from "../protocol/review";
import { judgeLink, type ReviewText, spared } from "./dispose";
import type { Host } from "./insert";
import { insertAnswer } from "./insertAnswer";

export interface Filled {
  readonly sides: readonly string[];
  readonly premises: readonly string[];
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
    links.push(await judgeLink(`${chain[at]} = ${right}`, at, host, review));
  const leansOn = [];
  for (const premise of premises.map(bare))
    leansOn.push(asFact(await judgeLink(premise, 0, host, review)));
  const fair = await spared(links, insertAnswer(host, underPremises(links, premises)), review);
  const offered =
    step.relation === "=" && inner.length > 0 && links.every(({ status }) => status === "checked");
  return { links: fair, premises: leansOn, offered, rows: inner };
}

/** Each link after the premises that the model names, which may be what it holds under. */
const underPremises = (
  links: readonly JudgedLink[],
  premises: readonly string[],
): readonly AnswerPiece[] => {
  const words = premises.map((premise) => `With $${bare(premise)}$: `).join("");
  return links.flatMap(({ latex }) => [
    { kind: "prose", text: words } as const,
    { kind: "display", latex } as const,
  ]);
};

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
