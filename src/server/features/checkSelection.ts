/** Checks what is selected: the steps it touches, or a formula of its own where it touches none. */
import { type DerivationData, derivationOf } from "../../protocol/derivation";
import type { SelectionParams } from "../../protocol/messages";
import { overlaps, type Stretch } from "../../protocol/place";
import type { ReviewData, StepData } from "../../protocol/review";
import type { Desk } from "../desk";
import type { Settings } from "../settings";
import { fileOf } from "../sheet";
import { toRange } from "../toLsp";

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

  const before = sheet.document.getText({
    start: { line: 0, character: 0 },
    end: toRange({ start, end }).start,
  });
  const selected = bareFormula(sheet.document.getText(toRange({ start, end })));
  if (!selected) return null;
  const alone = displayed(before, selected);
  const review = await last(
    desk.reviewText(uri, alone.text, settings, new AbortController().signal),
  );
  const steps = (review?.files[0]?.displays ?? [])
    .flatMap((display) => display.steps)
    .filter((step) => step.end.line >= alone.line)
    .map((step): StepData => ({ ...step, start, end }));
  return review && steps.length > 0 ? derivationOf(review, steps, about) : null;
}

const stepsIn = (steps: readonly StepData[], selection: Stretch): StepData[] =>
  steps.filter((step) => overlaps(step, selection));

/** Dollars and brackets of inline mathematics around a selection are not part of the formula. */
const bareFormula = (text: string): string =>
  text
    .trim()
    .replace(/^(\$+|\\\(|\\\[)/, "")
    .replace(/(\$+|\\\)|\\\])$/, "")
    .trim();

/** The paper up to the paragraph of the selection, then the selection as a display. */
function displayed(before: string, formula: string): { text: string; line: number } {
  const kept = before.slice(0, before.lastIndexOf("\n") + 1);
  return {
    text: `${kept}\n\\begin{equation*}\n${formula}\n\\end{equation*}\n`,
    line: kept.split("\n").length + 1,
  };
}

async function last(reviews: AsyncIterable<ReviewData>): Promise<ReviewData | undefined> {
  let found: ReviewData | undefined;
  for await (const review of reviews) found = review;
  return found;
}
