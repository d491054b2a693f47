/** Quick fixes for findings: the mended side with a preview, a declaration, taking a step out of the check. */
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { overlaps, type Stretch } from "../../protocol/place";
import type { DiagnosisData, FileData, Place, StepData } from "../../protocol/review";
import { holds } from "../../protocol/words";
import { toRange, toStretch } from "../toLsp";

export interface ActionsContext {
  readonly uri: string;
  readonly version: number;
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Outside its formulas, `%` is no comment here. */
  readonly markdown: boolean;
  /** The client can show a preview of annotated edits. */
  readonly preview: boolean;
  /** Steps whose verdict waits. */
  readonly waiting: ReadonlySet<StepData>;
}

export function codeActions(file: FileData, range: Range, context: ActionsContext): CodeAction[] {
  const place = toStretch(range);
  return file.displays
    .flatMap(({ steps }) => steps)
    .filter((step) => !context.waiting.has(step))
    .filter((step) => overlaps(step, place) || onLastLine(step, place))
    .flatMap((step) => [
      ...mends(step, context),
      ...declarations(step, context),
      ...statements(step, context),
      ...ignores(step, context),
    ]);
}

const onLastLine = (step: StepData, { start }: Stretch): boolean => start.line === step.end.line;

/** Each edit that makes the step hold, likeliest first. */
function mends(step: StepData, context: ActionsContext): CodeAction[] {
  const at = rightSide(step, context.text);
  if (step.verdict !== "refuted" || !at) return [];
  return choices(step).flatMap((diagnosis, i) => {
    if (diagnosis.latex === undefined || diagnosis.side) return [];
    const title = `${mendWords(diagnosis)}: write “${short(diagnosis.latex)}”`;
    return {
      ...action(title, step, context, {
        range: toRange(at),
        newText: ` ${diagnosis.latex} `.trim(),
      }),
      isPreferred: i === 0,
    };
  });
}

const choices = (step: StepData): readonly DiagnosisData[] =>
  step.diagnosis ? [step.diagnosis, ...step.alternatives] : step.alternatives;

function mendWords(diagnosis: DiagnosisData): string {
  switch (diagnosis.kind) {
    case "factor":
      return /^-1$|^−1$/.test(diagnosis.factor)
        ? diagnosis.on === "side"
          ? "Flip the overall sign"
          : "Flip the sign of a term"
        : `Correct a factor ${diagnosis.factor} of the ${diagnosis.on}`;
    case "term":
      return diagnosis.what === "sign"
        ? "Flip the sign of a term"
        : `Correct ${diagnosis.what === "missing" ? "a missing" : "an extra"} term`;
    case "index":
      return `Correct the index ${diagnosis.name}`;
    case "order":
      return "Exchange the order";
    case "conjugate":
      return `Conjugate ${diagnosis.symbol}`;
    case "exponent":
      return `Correct the exponent ${diagnosis.from}`;
    case "convention":
      return `Follow the other ${diagnosis.key} convention`;
  }
}

/** Declarations that would settle an ambiguous reading, on a line of their own above the step. */
const declarations = (step: StepData, context: ActionsContext): CodeAction[] =>
  (canStandAbove(step, context) ? (step.declarations ?? []) : []).map((words) =>
    action(`Declare: ${words}`, step, context, above(step, `% tacit: ${words}`, context.text)),
  );

/** States the premise that a step leans on. */
const statements = (step: StepData, context: ActionsContext): CodeAction[] =>
  holds(step) && canStandAbove(step, context)
    ? step.premises
        .filter(({ source }) => source === "tacit")
        .map(({ latex, name }) =>
          action(
            `State the premise: ${name}`,
            step,
            context,
            above(step, `% tacit: assume ${latex || name}`, context.text),
          ),
        )
    : [];

function ignores(step: StepData, context: ActionsContext): CodeAction[] {
  if (step.code === null || (holds(step) && !step.tacit)) return [];
  const code = step.code === "tacit" ? "" : ` ${step.code}`;
  return [
    action(
      "Leave this step out of the check",
      step,
      context,
      atRowEnd(step.end.line, `% tacit: ignore${code}`, context.text),
    ),
    action(
      "Accept this step as it stands",
      step,
      context,
      atRowEnd(step.end.line, "% tacit: accept", context.text),
    ),
  ];
}

function action(
  title: string,
  step: StepData,
  context: ActionsContext,
  edit: TextEdit,
): CodeAction {
  const range = toRange(step);
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: context.diagnostics.filter(
      (d) => d.range.start.line <= range.end.line && d.range.end.line >= range.start.line,
    ),
    edit: workspaceEdit(title, edit, context),
  };
}

/** Changes to mathematics are previewed where the client can; a comment is put in at once. */
function workspaceEdit(
  title: string,
  edit: TextEdit,
  { uri, version, preview }: ActionsContext,
): WorkspaceEdit {
  const touchesMathematics = !edit.newText.trimStart().startsWith("%");
  const annotated = preview && touchesMathematics;
  return {
    documentChanges: [
      {
        textDocument: { uri, version },
        edits: [annotated ? { ...edit, annotationId: "mend" } : edit],
      },
    ],
    ...(annotated
      ? {
          changeAnnotations: {
            mend: { label: title, needsConfirmation: true, description: "Tacit" },
          },
        }
      : {}),
  };
}

/** Where the right side stands: as the reader says, else where its source occurs once within the step. */
function rightSide(step: StepData, text: string): Stretch | undefined {
  if (step.rightAt) return step.rightAt;
  const lines = text.split("\n");
  const source = step.right.trim();
  const found: Stretch[] = [];
  for (let line = step.start.line; line <= step.end.line; line++) {
    const row = lines[line - 1] ?? "";
    const from = line === step.start.line ? step.start.column - 1 : 0;
    for (let at = row.indexOf(source, from); source && at >= 0; at = row.indexOf(source, at + 1))
      found.push({
        start: { line, column: at + 1 },
        end: { line, column: at + 1 + source.length },
      });
  }
  return found.length === 1 ? found[0] : undefined;
}

/** In Markdown a comment must stay inside the formula: the line above must belong to it. */
const canStandAbove = (step: StepData, { markdown, text }: ActionsContext): boolean =>
  !markdown || !/^\s*(\$\$|\\\[|$)/.test(text.split("\n")[step.start.line - 1] ?? "");

/** A new line before the step, indented like it. */
function above(step: StepData, comment: string, text: string): TextEdit {
  const line = text.split("\n")[step.start.line - 1] ?? "";
  const indent = /^\s*/.exec(line)?.[0] ?? "";
  const at: Place = { line: step.start.line, column: 1 };
  return { range: toRange({ start: at, end: at }), newText: `${indent}${comment}\n` };
}

/** At the end of the row; a row that ends in a comment gets a line above instead. */
function atRowEnd(line: number, comment: string, text: string): TextEdit {
  const row = (text.split("\n")[line - 1] ?? "").replace(/\r$/, "");
  if (/(^|[^\\])%/.test(row)) {
    const at: Place = { line, column: 1 };
    return {
      range: toRange({ start: at, end: at }),
      newText: `${/^\s*/.exec(row)?.[0] ?? ""}${comment}\n`,
    };
  }
  const at: Place = { line, column: row.length + 1 };
  return { range: toRange({ start: at, end: at }), newText: ` ${comment}` };
}

const short = (latex: string): string => (latex.length > 60 ? `${latex.slice(0, 59)}…` : latex);
