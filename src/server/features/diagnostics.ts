/** Findings as diagnostics with stable codes: failing steps as warnings, unstated premises once per section. */
import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
} from "vscode-languageserver";
import { group } from "../../protocol/group";
import { holdsPlace, type Stretch } from "../../protocol/place";
import { plain } from "../../protocol/plain";
import type { Code, FileData, Place, PremiseData, StepData } from "../../protocol/review";
import { holds } from "../../protocol/words";
import { sectionOf, sections } from "../sections";
import type { Settings } from "../settings";
import { toRange } from "../toLsp";

export interface DiagnosticsContext {
  readonly uri: string;
  readonly text: string;
  readonly problems: Settings["problems"];
  /** Page that explains the codes; each has a heading of its own. */
  readonly codesPage: string | undefined;
  /** Steps whose verdict waits. */
  readonly waiting: ReadonlySet<StepData>;
}

export function diagnostics(file: FileData, context: DiagnosticsContext): Diagnostic[] {
  if (context.problems === "off") return [];
  const steps = file.displays.flatMap((display) => display.steps);
  const found = steps
    .filter((step) => !context.waiting.has(step))
    .flatMap((step) => {
      const severity = shownAs(step, context.problems);
      return severity === undefined ? [] : [finding(step, severity, steps, context)];
    });
  if (context.problems === "failures") return found;
  return [...found, ...premiseHints(steps, context), ...troubles(file)];
}

/** Whether a problem at this place says what was found of the step. */
export const tells = (step: StepData, place: Place, problems: Settings["problems"]): boolean =>
  shownAs(step, problems) !== undefined && holdsPlace(underlined(step), place);

function shownAs(step: StepData, problems: Settings["problems"]): DiagnosticSeverity | undefined {
  const severity = problems === "off" ? undefined : severityOf(step);
  return problems === "failures" && severity !== DiagnosticSeverity.Warning ? undefined : severity;
}

/** Severities of the contract; undefined stays out of the editor. */
function severityOf(step: StepData): DiagnosticSeverity | undefined {
  if (step.code === null) return undefined;
  if (
    step.code === "index" &&
    step.diagnosis?.kind === "index" &&
    step.diagnosis.what === "position"
  )
    return DiagnosticSeverity.Hint;
  return severities[step.code];
}

const severities: Readonly<Partial<Record<Code, DiagnosticSeverity>>> = {
  slip: DiagnosticSeverity.Warning,
  index: DiagnosticSeverity.Warning,
  dimension: DiagnosticSeverity.Warning,
  convention: DiagnosticSeverity.Information,
  differs: DiagnosticSeverity.Hint,
};

function finding(
  step: StepData,
  severity: DiagnosticSeverity,
  steps: readonly StepData[],
  context: DiagnosticsContext,
): Diagnostic {
  const related = relatedTo(step, steps, context.uri);
  return {
    ...labelled(step.code ?? "differs", context),
    range: toRange(underlined(step)),
    severity,
    message: plain(step.message),
    ...(related.length > 0 ? { relatedInformation: related } : {}),
  };
}

/** A line under several rows would run below their indentation too. */
const underlined = (step: StepData): Stretch =>
  step.rightAt && step.start.line < step.rightAt.start.line ? step.rightAt : step;

const labelled = (
  code: Code,
  { codesPage }: DiagnosticsContext,
): Omit<Diagnostic, "range" | "message"> => ({
  source: "tacit",
  code,
  ...(codesPage ? { codeDescription: { href: `${codesPage}#${code}` } } : {}),
});

/** The step before, whose right side is this one's left, and the places of the stated premises. */
function relatedTo(
  step: StepData,
  steps: readonly StepData[],
  uri: string,
): DiagnosticRelatedInformation[] {
  const before = steps[steps.indexOf(step) - 1];
  const related: DiagnosticRelatedInformation[] = [];
  if (before && before.derivation === step.derivation && before.end.line < step.end.line)
    related.push({ location: { uri, range: toRange(before) }, message: "the step before" });
  return related;
}

/** One hint for each unstated premise and section, at its first use, saying how often it is used. */
function premiseHints(steps: readonly StepData[], context: DiagnosticsContext): Diagnostic[] {
  const uses = steps
    .filter((step) => holds(step) && !context.waiting.has(step))
    .flatMap((step) =>
      step.premises
        .filter(({ source }) => source === "tacit")
        .map((premise) => ({ step, premise })),
    );
  const starts = sections(context.text);
  const key = ({ step, premise }: Use) =>
    `${sectionOf(starts, step.end.line)} ${premise.id} ${premise.latex}`;
  return [...group(uses, key).values()].flatMap((alike) => hint(alike, context));
}

interface Use {
  readonly step: StepData;
  readonly premise: PremiseData;
}

function hint(uses: readonly Use[], context: DiagnosticsContext): Diagnostic[] {
  const first = uses[0];
  if (!first) return [];
  const message =
    uses.length === 1 ? plain(first.step.message) : sharedHint(first.premise, uses.length);
  return [
    {
      ...labelled("tacit", context),
      range: toRange(first.step),
      severity: DiagnosticSeverity.Hint,
      message,
    },
  ];
}

const sharedHint = ({ name, latex }: PremiseData, count: number): string =>
  `Unstated premise: ${name}${latex ? ` (${latex})` : ""}, used in ${count} steps of this section. State it once, or declare it with "% tacit: assume ${latex || name}".`;

/** What could not be read at all. */
const troubles = (file: FileData): Diagnostic[] =>
  file.problems.map(({ line, message }) => ({
    source: "tacit",
    severity: DiagnosticSeverity.Information,
    range: toRange({
      start: { line: line ?? 1, column: 1 },
      end: { line: line ?? 1, column: 1000 },
    }),
    message,
  }));
