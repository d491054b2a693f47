/** The commands, each a line or two over the checker and the panel. */
import * as vscode from "vscode";
import type { Place } from "../protocol/review";
import { tallyWords } from "../protocol/summary";
import type { Checker } from "./client";
import type { MarksPainter } from "./marks";
import type { PanelHost } from "./panel";
import { toPlace, toPosition } from "./places";
import { writeReport } from "./report";

export function registerCommands(
  checker: Checker,
  painter: MarksPainter,
  panel: PanelHost,
  extensionUri: vscode.Uri,
): vscode.Disposable[] {
  const commands: Readonly<Record<string, (...args: never[]) => unknown>> = {
    "tacit.checkDocument": () =>
      withEditor(async ({ document }) => {
        await checker.check({ uri: document.uri.toString() });
      }),
    "tacit.checkDerivation": () =>
      withEditor(async ({ document, selection }) => {
        const place = toPlace(selection.active);
        const data = await checker.check({ uri: document.uri.toString(), place });
        if (data) panel.show(data);
        else tell(nothingHere());
      }),
    "tacit.checkSelection": () =>
      withEditor(async ({ document, selection }) => {
        const data = await checker.checkSelection({
          uri: document.uri.toString(),
          start: toPlace(selection.start),
          end: toPlace(selection.end),
        });
        if (!data) return tell(vscode.l10n.t("Tacit finds no equation in the selection."));
        panel.show(data);
        vscode.window.setStatusBarMessage(`Tacit: ${tallyWords(data.steps)}`, 5000);
      }),
    "tacit.showDerivation": async (uri?: string, place?: Place) => {
      const at = uri && place ? { uri, place } : here();
      if (at && !(await panel.open(at))) tell(nothingHere());
    },
    "tacit.showReadAs": async () => {
      const at = here();
      if (at && !(await panel.open(at, "readAs"))) tell(nothingHere());
    },
    "tacit.nextFinding": () => withEditor((editor) => goToFinding(editor, painter, 1)),
    "tacit.previousFinding": () => withEditor((editor) => goToFinding(editor, painter, -1)),
    "tacit.clearMarks": () =>
      withEditor(async ({ document }) => {
        await checker.clear(document.uri.toString());
      }),
    "tacit.showAssumptions": () =>
      withEditor(async ({ document }) => {
        const data = await checker.assumptions(document.uri.toString());
        if (data) panel.showAssumptions(data);
        else tell(vscode.l10n.t("This document has not been checked yet."));
      }),
    "tacit.writeReport": () =>
      withEditor(({ document }) => writeReport(checker, extensionUri, document)),
    "tacit.showLog": () => checker.showLog(),
  };
  return Object.entries(commands).map(([name, run]) =>
    vscode.commands.registerCommand(name, run as (...args: unknown[]) => unknown),
  );
}

async function withEditor(act: (editor: vscode.TextEditor) => unknown): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor) await act(editor);
}

const here = (): { uri: string; place: Place } | undefined => {
  const editor = vscode.window.activeTextEditor;
  return editor && { uri: editor.document.uri.toString(), place: toPlace(editor.selection.active) };
};

/** The next finding after the cursor, from the top again after the last one. */
function goToFinding(editor: vscode.TextEditor, painter: MarksPainter, way: 1 | -1): void {
  const lines = painter.marksOf(editor.document.uri.toString())?.findings ?? [];
  const now = editor.selection.active.line + 1;
  const next =
    way === 1
      ? (lines.find((line) => line > now) ?? lines[0])
      : (lines.findLast((line) => line < now) ?? lines.at(-1));
  if (next === undefined) {
    tell(vscode.l10n.t("Tacit has no findings here."));
    return;
  }
  const row = editor.document.lineAt(Math.min(next, editor.document.lineCount) - 1);
  const position = toPosition({ line: next, column: row.firstNonWhitespaceCharacterIndex + 1 });
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(row.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

const nothingHere = (): string =>
  vscode.l10n.t(
    "There is no checked derivation at the cursor. Put it in or below a displayed equation.",
  );

const tell = (message: string): void => {
  void vscode.window.showInformationMessage(message);
};
