/** Every equation of an answer judged by the engine, in the paper it speaks of. */
import { answerPieces } from "../protocol/answerPieces";
import type { JudgedAnswer, JudgedLink } from "../protocol/model";
import type { ReviewData, StepData } from "../protocol/review";
import { stepLatex } from "../protocol/stepLatex";
import { type Copy, type Host, insertDisplay, isFormula } from "./insert";
import { insertAnswer } from "./insertAnswer";

/** Reviews a text until what is wanted of it is there. */
export type ReviewText = (
  text: string,
  isEnough: (review: ReviewData) => boolean,
) => Promise<ReviewData | undefined>;

/** At most so many links of an answer are judged. */
const most = 24;

/** Only formulas of the answer reach the engine as claims; its words can only spare them. */
export async function judgeAnswer(
  answer: { readonly text: string; readonly thinking: string },
  host: Host,
  review: ReviewText,
): Promise<JudgedAnswer> {
  const pieces = answerPieces(answer.text);
  const displays = pieces.filter((piece) => piece.kind === "display");
  const links: JudgedLink[] = [];
  let final: string | null = null;
  for (const [at, { latex }] of displays.entries()) {
    if (links.length >= most) break;
    const found = await judgeDisplay(latex, at, host, review);
    links.push(...found.links);
    final = found.final ?? final;
  }
  const fair = await spared(links, insertAnswer(host, pieces), review);
  const first = fair.findIndex(({ status }) => status === "contradicted");
  return {
    text: answer.text,
    thinking: answer.thinking,
    links: fair,
    share: shareOf(fair),
    firstContradicted: first < 0 ? null : first,
    final,
  };
}

const shareOf = (links: readonly JudgedLink[]): number =>
  links.length === 0 ? 0 : links.filter(({ status }) => status === "checked").length / links.length;

/** What fails alone, and not among the answer's own words and equations, leans on a condition of its own. */
export async function spared(
  links: readonly JudgedLink[],
  copies: readonly Copy[],
  review: ReviewText,
): Promise<readonly JudgedLink[]> {
  const last = links.findLast(({ status }) => status === "contradicted");
  const end = last && copies[last.display];
  if (!end) return links;
  const data = await review(end.text, (partial) => stepsIn(partial, end).length > 0);
  return links.map((link) => {
    const copy = copies[link.display];
    if (link.status !== "contradicted" || !copy || !data) return link;
    const same = stepsIn(data, copy).filter((step) => stepLatex(step) === link.latex);
    return same.every(({ verdict, why }) => verdict === "refuted" || why === "differs")
      ? link
      : unchecked(link.latex, link.display, "It leans on a condition that the model brings along.");
  });
}

async function judgeDisplay(latex: string, display: number, host: Host, review: ReviewText) {
  if (!isFormula(latex))
    return { links: [unchecked(latex, display, "This is not read as a formula.")], final: null };
  const copy = insertDisplay(host, latex);
  const steps = await stepsOf(copy, review);
  const [only] = steps;
  if (!only) return { links: [unchecked(latex, display, "No claim is read here.")], final: null };
  if (steps.length === 1 && isAll(only, latex))
    return {
      links: [{ ...statusOf(only, copy), latex: stepLatex(only), display }],
      final: only.right,
    };
  const links: JudgedLink[] = [];
  for (const step of steps) links.push(await judgeLink(stepLatex(step), display, host, review));
  return { links, final: steps.at(-1)?.right ?? null };
}

/** Whether a display is one claim and nothing else, so that it stood alone already. */
const isAll = (step: StepData, latex: string): boolean =>
  stepLatex(step).replace(/\s/g, "") === latex.replace(/[\s&]|[.,]$/g, "");

/** A link stands alone in its copy, so that nothing else the model wrote can carry it. */
export async function judgeLink(
  latex: string,
  display: number,
  host: Host,
  review: ReviewText,
): Promise<JudgedLink> {
  if (!isFormula(latex)) return unchecked(latex, display, "This is not read as a formula.");
  const copy = insertDisplay(host, latex);
  const steps = await stepsOf(copy, review);
  const [step] = steps;
  if (!step || steps.length > 1) return unchecked(latex, display, "This is not read as one claim.");
  return { ...statusOf(step, copy), latex, display };
}

function statusOf(step: StepData, copy: Copy): Omit<JudgedLink, "latex" | "display"> {
  const { verdict, message, evidence } = step;
  const own = step.premises.some(
    ({ where }) => where !== null && where.line >= copy.from && where.line <= copy.to,
  );
  const neither = (words: string) =>
    ({ status: "unchecked", message: words, evidence: null, origin: null }) as const;
  if (own) return neither("It leans on a condition that the model brings along.");
  if (verdict === "refuted")
    return { status: "contradicted", message, evidence, origin: originOf(step) };
  if (verdict === "stated")
    return neither("It introduces something; nothing in the paper decides it.");
  if (verdict !== "proved" && verdict !== "agrees") return neither(message);
  if (step.tacit || step.conditionalOn !== null || step.unreadPremises.length > 0)
    return neither(message);
  return { status: "checked", message, evidence, origin: null };
}

/** A sign of the metric is a fact one knows or not; a factor, a term, an index is worked out. */
const originOf = ({ diagnosis, code }: StepData): "fact" | "calculation" =>
  diagnosis?.kind === "convention" || code === "convention" ? "fact" : "calculation";

async function stepsOf(copy: Copy, review: ReviewText): Promise<readonly StepData[]> {
  const data = await review(copy.text, (partial) => stepsIn(partial, copy).length > 0);
  return data ? stepsIn(data, copy) : [];
}

const stepsIn = (data: ReviewData, { from, to }: Copy): readonly StepData[] =>
  (data.files[0]?.displays ?? [])
    .filter(({ start, end }) => start.line >= from && end.line <= to)
    .flatMap(({ steps }) => steps);

const unchecked = (latex: string, display: number, message: string): JudgedLink => ({
  latex,
  display,
  status: "unchecked",
  message,
  evidence: null,
  origin: null,
});
