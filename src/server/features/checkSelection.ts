/** Checks what is selected: the steps it touches, or a formula of its own where it touches none. */
import { type DerivationData, derivationOf } from "../../protocol/derivation";
import type { SelectionParams } from "../../protocol/messages";
import { overlaps, type Stretch } from "../../protocol/place";
import type { ReviewData, StepData } from "../../protocol/review";
import type { Desk } from "../desk";
import type { Settings } from "../settings";
import { fileOf } from "../sheet";
import { toRange } from "../toLsp";
import { formulasIn } from "./formulasIn";

export async function checkSelection(
  desk: Desk,
  { uri, start, end }: SelectionParams,
  settings: Settings,
): Promise<DerivationData | null> {
  await desk.check(uri);
  const sheet = desk.sheet(uri);
  const file = sheet && fileOf(sheet);
  if (!sheet?.review || !file) return null;
  const touched = stepsIn(
    file.displays.flatMap(({ steps }) => steps),
    { start, end },
  );
  const about = { uri, version: sheet.document.version, title: "selection", stale: false };
  if (touched.length > 0) return derivationOf(sheet.review, touched, about);

  const text = sheet.document.getText();
  const range = toRange({ start, end });
  const [from, to] = [sheet.document.offsetAt(range.start), sheet.document.offsetAt(range.end)];
  const formulas = formulasIn(text, from, to);
  if (formulas.length === 0) return null;
  const alone = displayed(text.slice(0, from), formulas);
  const { signal } = new AbortController();
  const review = await last(desk.reviewText(uri, alone.text, settings, signal));
  const steps = (review?.files[0]?.displays ?? [])
    .flatMap((display) => display.steps)
    .filter((step) => step.end.line >= alone.line)
    .map((step): StepData => withoutRightAt({ ...step, start, end }));
  return review && steps.length > 0 ? derivationOf(review, steps, about) : null;
}

const stepsIn = (steps: readonly StepData[], selection: Stretch): StepData[] =>
  steps.filter((step) => overlaps(step, selection));

/** The place of the right side would be one in the text made up for the check. */
function withoutRightAt({ rightAt: _, ...step }: StepData): StepData {
  return step;
}

/** The paper up to the line of the selection, then the formulas as displays. */
function displayed(before: string, formulas: readonly string[]): { text: string; line: number } {
  const kept = before.slice(0, before.lastIndexOf("\n") + 1);
  const displays = formulas.map((one) => `\n\\begin{equation*}\n${one}\n\\end{equation*}\n`);
  return { text: `${kept}${displays.join("")}`, line: kept.split("\n").length + 1 };
}

async function last(reviews: AsyncIterable<ReviewData>): Promise<ReviewData | undefined> {
  let found: ReviewData | undefined;
  for await (const review of reviews) found = review;
  return found;
}
