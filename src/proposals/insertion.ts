/** The rows of a bridge as text for the source: before the right side of their step, laid out as it is. */
import type { Insertion } from "../protocol/model";
import type { StepData } from "../protocol/review";
import { holds } from "../protocol/words";
import type { ReviewText } from "./dispose";

/** Nothing where the paper with the rows in it does not hold there. */
export async function insertion(
  source: string,
  step: StepData,
  rows: readonly string[],
  review: ReviewText,
): Promise<Insertion | null> {
  const at = step.rightAt?.start;
  if (!at) return null;
  const lines = source.split("\n");
  const offset =
    lines.slice(0, at.line - 1).reduce((sum, line) => sum + line.length + 1, 0) + at.column - 1;
  const joint = jointBefore(source.slice(0, offset));
  if (joint === undefined) return null;
  const text = rows.map((row) => `${row}${joint}`).join("");
  const links = (steps: readonly StepData[]) =>
    steps
      .filter(({ end: { line, column } }) =>
        line === at.line ? column > at.column : line > at.line,
      )
      .slice(0, rows.length + 1);
  const data = await review(
    source.slice(0, offset) + text + source.slice(offset),
    (partial) => links(stepsOf(partial)).length > rows.length,
  );
  const found = data ? links(stepsOf(data)) : [];
  return found.length > rows.length && found.every(holds) ? { at, text } : null;
}

const stepsOf = (review: NonNullable<Awaited<ReturnType<ReviewText>>>): readonly StepData[] =>
  review.files[0]?.displays.flatMap(({ steps }) => steps) ?? [];

/** What stands between two sides of a chain here: a new row where the relation is aligned, else the relation. */
function jointBefore(before: string): string | undefined {
  const relation = /(&?)\s*=\s*(&?)\s*$/.exec(before);
  if (!relation) return undefined;
  const [, left, right] = relation;
  if (!left && !right) return " = ";
  const indent = /^[ \t]*/.exec(before.slice(before.lastIndexOf("\n") + 1))?.[0] ?? "";
  return ` \\\\\n${indent}${left}=${right} `;
}
