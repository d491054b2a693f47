/** A review for the terminal: each line with its mark, and the sentence that says what, why, what to do. */
import { conditionWords, departureWords } from "../protocol/departure";
import type { DisplayData, FileData, ReviewData, StepData } from "../protocol/review";
import { tallyWords } from "../protocol/summary";
import { symbolOf, wordOf } from "../protocol/words";
import { plain, type Style } from "./style";

export interface TextOptions {
  readonly style: Style;
  /** Columns of the terminal. */
  readonly width: number;
}

export function textReport(review: ReviewData, options: TextOptions): string {
  const files = review.files.map((file) => fileReport(file, options));
  return `${files.join("\n")}\n${summaryLine(review, options.style)}\n`;
}

function fileReport(file: FileData, options: TextOptions): string {
  const { style } = options;
  const problems = file.problems.map(({ line, message }) =>
    style.warning(`${file.path}${line === null ? "" : `:${line}`}: ${message}`),
  );
  const displays = file.displays
    .filter(({ steps }) => steps.length > 0)
    .map((display) => displayReport(display, options));
  return [style.strong(file.path), ...problems, ...displays].join("\n");
}

function displayReport(display: DisplayData, options: TextOptions): string {
  const { style } = options;
  const lines =
    display.start.line === display.end.line
      ? `line ${display.start.line}`
      : `lines ${display.start.line}–${display.end.line}`;
  const label = display.label ? ` · ${display.label}` : "";
  const head = style.dim(`  ${lines}${label} · ${tallyWords(display.steps)}`);
  let derivation = "";
  let lastRight = "";
  const rows = display.steps.map((step) => {
    const goesOn = step.derivation === derivation && step.left === lastRight;
    derivation = step.derivation;
    lastRight = step.right;
    return stepReport(step, goesOn, display.steps, options);
  });
  return [head, ...rows].join("\n");
}

function stepReport(
  step: StepData,
  goesOn: boolean,
  steps: readonly StepData[],
  { style, width }: TextOptions,
): string {
  const formula = oneLine(
    goesOn ? `${step.relation} ${step.right}` : `${step.left} ${step.relation} ${step.right}`,
  );
  const room = Math.max(20, Math.min(width, 120) - 34);
  const indent = goesOn ? "    " : "";
  const shown = clip(indent + formula, room);
  const word = style.verdict(step, `${symbolOf(step)} ${wordOf(step)}`);
  const line = `  ${String(step.end.line).padStart(5)}  ${shown.padEnd(room)}  ${word}`;
  const rests = [departureWords(step, steps), conditionWords(step, steps)].filter(Boolean);
  if (!needsWords(step) && rests.length === 0) return line;
  const said = [...(needsWords(step) ? [plain(step.message)] : []), ...rests].join(" ");
  const words = wrap(said, Math.max(30, Math.min(width, 110) - 11));
  const readAs =
    step.verdict === "refuted" || step.why === "reading" ? [`read as ${step.readAs}`] : [];
  return [line, ...[...words, ...readAs].map((text) => style.dim(`           ${text}`))].join("\n");
}

const needsWords = (step: StepData): boolean =>
  step.verdict === "refuted" || step.tacit || (step.verdict === "open" && step.why !== "beyond");

function summaryLine({ summary, conventions }: ReviewData, style: Style): string {
  const counted = [
    `${summary.proved} proved`,
    `${summary.agrees} agree numerically`,
    `${summary.refuted} fail`,
    `${summary.open} undecided`,
    `${summary.unread} not read`,
    `${summary.stated} given`,
    ...(summary.compressed > 0 ? [`${summary.compressed} with several moves in one line`] : []),
  ].join(" · ");
  const signature =
    conventions.metric === "mostly-plus" ? "mostly-plus (−+++)" : "mostly-minus (+−−−)";
  return [
    style.strong(`${summary.steps} steps in ${summary.displays} displays: ${counted}`),
    style.dim(`metric ${signature} · ${summary.seconds.toFixed(1)} s`),
  ].join("\n");
}

const oneLine = (text: string): string =>
  text
    .replace(/%[^\n]*\n/g, " ")
    .replace(/\s+/g, " ")
    .trim();

const clip = (text: string, room: number): string =>
  text.length <= room ? text : `${text.slice(0, room - 1)}…`;

function wrap(text: string, room: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line !== "" && line.length + word.length + 1 > room) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return line === "" ? lines : [...lines, line];
}
