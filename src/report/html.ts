/** A review as one HTML file that stands alone: typeset steps, verdicts in words, and the premises of the whole paper. */
import { conventionsOf, premisesOf } from "../protocol/assumptions";
import { conditionWords, departureWords } from "../protocol/departure";
import type { DisplayData, FileData, PremiseData, ReviewData, StepData } from "../protocol/review";
import { tallyWords } from "../protocol/summary";
import { escapeHtml, type Macros, typesetSentence, typesetStep } from "../protocol/typeset";
import { calledOf, holds, symbolOf, wordOf } from "../protocol/words";

/** `styles` is the style sheet with its fonts inside. */
export function htmlReport(review: ReviewData, styles: string): string {
  const title =
    review.files.length === 1
      ? (review.files[0]?.path ?? "review")
      : `${review.files.length} files`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<title>Tacit · ${escapeHtml(title)}</title>
<style>${styles}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
<p class="tally">${escapeHtml(overview(review))}</p>
${review.files.map(fileSection).join("\n")}
${sheet(review)}
<footer><p>Tacit ${escapeHtml(review.tool.version)}. “Proved” means equal in exact arithmetic; “agrees numerically” means equal at every sample to the digits given; “undecided” means just that.</p></footer>
</body>
</html>
`;
}

function overview({ summary, conventions }: ReviewData): string {
  const signature =
    conventions.metric === "mostly-plus" ? "mostly-plus (−+++)" : "mostly-minus (+−−−)";
  return `${summary.steps} steps in ${summary.displays} displays: ${summary.proved} proved · ${summary.agrees} agree numerically · ${summary.refuted} fail · ${summary.open} undecided · ${summary.unread} not read · ${summary.stated} given. Metric ${signature}, ${conventions.dim === "d" ? "d" : conventions.dim} dimensions.`;
}

function fileSection(file: FileData, at: number): string {
  const problems = file.problems.map(
    ({ line, message }) =>
      `<p class="problem">${line === null ? "" : `Line ${line}: `}${escapeHtml(message)}</p>`,
  );
  const displays = file.displays
    .filter(({ steps }) => steps.length > 0)
    .map((display) => displaySection(display, at, file.macros ?? {}));
  return `<section>
<h2>${escapeHtml(file.path)}</h2>
${[...problems, ...displays].join("\n")}
</section>`;
}

function displaySection(display: DisplayData, at: number, macros: Macros): string {
  const where =
    display.start.line === display.end.line
      ? `line ${display.start.line}`
      : `lines ${display.start.line}–${display.end.line}`;
  const label = display.label ? ` · ${display.label}` : "";
  const steps = display.steps.map((step, i) => {
    const before = display.steps[i - 1];
    const continued = before?.derivation === step.derivation && before.right === step.left;
    const isFirst = before?.end.line !== step.end.line;
    const id = isFirst ? anchor(at, step.end.line) : undefined;
    return stepRow(step, id, continued, display.steps, macros);
  });
  return `<div class="display"><header>${escapeHtml(`${where}${label} · ${tallyWords(display.steps)}`)}</header>
${steps.join("\n")}
</div>`;
}

function stepRow(
  step: StepData,
  id: string | undefined,
  continued: boolean,
  steps: readonly StepData[],
  macros: Macros,
): string {
  const said = [
    needsWords(step) ? step.message : "",
    departureWords(step, steps),
    conditionWords(step, steps),
    step.compressed ? `Several moves in one line: ${step.moves.join(", ")}.` : "",
  ].filter(Boolean);
  const words =
    said.length > 0 ? `\n<p class="words">${typesetSentence(said.join(" "), macros)}</p>` : "";
  return `<div class="step ${tone(step)}"${id === undefined ? "" : ` id="${id}"`}><span class="line">${step.end.line}</span><span class="formula">${typesetStep(step, macros, continued)}</span><span class="mark">${symbolOf(step)} ${escapeHtml(wordOf(step))}</span>${words}</div>`;
}

function tone(step: StepData): string {
  if (step.verdict === "refuted") return "fails";
  if (holds(step)) return step.tacit ? "tacit" : "holds";
  return step.verdict === "open" && step.why !== "beyond" ? "open" : "quiet";
}

const needsWords = (step: StepData): boolean =>
  step.verdict === "refuted" || step.verdict === "open" || step.premises.length > 0;

/** Every convention and premise on one page, with the lines that lean on them. */
function sheet(review: ReviewData): string {
  const conventions = conventionsOf(review).map(
    ({ name, value, line }) =>
      `<tr><td>${escapeHtml(name)}</td><td>${escapeHtml(value)}</td><td>${line === null ? "default" : `line ${line}`}</td></tr>`,
  );
  return `<section><h2>Conventions and premises</h2>
<table><thead><tr><th>convention</th><th></th><th>source</th></tr></thead><tbody>${conventions.join("")}</tbody></table>
${review.files.map((file, at) => premiseTable(file, at, review.files.length > 1)).join("\n")}</section>`;
}

function premiseTable(file: FileData, at: number, isNamed: boolean): string {
  const rows = premisesOf(file).map(({ premise, lines }) => {
    const name = escapeHtml(calledOf(premise));
    const formula = premise.latex ? typesetSentence(`$${premise.latex}$`, file.macros ?? {}) : "";
    const links = lines.map((line) => `<a href="#${anchor(at, line)}">${line}</a>`);
    return `<tr><td>${escapeHtml(sourceWords[premise.source])}</td><td>${name || formula}</td><td>${name && formula}</td><td>${links.join(", ")}</td></tr>`;
  });
  if (rows.length === 0) return "";
  const title = isNamed ? `<h3>${escapeHtml(file.path)}</h3>\n` : "";
  return `${title}<table><thead><tr><th>source</th><th>premise</th><th></th><th>lines</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

const anchor = (file: number, line: number): string => `f${file}-${line}`;

const sourceWords: Readonly<Record<PremiseData["source"], string>> = {
  stated: "stated",
  convention: "by convention",
  tacit: "unstated",
  proposed: "proposed",
};
