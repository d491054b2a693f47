/** One item in the status bar: the verdict of the current line in words, else how the document stands. */
import * as vscode from "vscode";
import type { StatusParams } from "../protocol/messages";
import { plain } from "../protocol/plain";
import type { Checker } from "./client";
import type { MarksPainter } from "./marks";

export function statusBar(checker: Checker, painter: MarksPainter): vscode.Disposable {
  const item = vscode.window.createStatusBarItem(
    "tacit.verdict",
    vscode.StatusBarAlignment.Right,
    90,
  );
  item.name = vscode.l10n.t("Tacit: verdict of the current line");
  item.command = "tacit.showDerivation";
  const statuses = new Map<string, StatusParams>();

  const show = () => {
    const editor = vscode.window.activeTextEditor;
    const uri = editor?.document.uri.toString() ?? "";
    const status = statuses.get(uri);
    if (!editor || !status) return item.hide();
    const mark = painter.markAt(uri, editor.selection.active.line);
    const state = status.state === "checking" ? vscode.l10n.t("checking…") : status.words;
    item.text = `Tacit: ${mark ? lineWords(mark.text) : state}`;
    item.tooltip = mark ? plain(mark.words) : status.words;
    item.accessibilityInformation = {
      label: mark
        ? vscode.l10n.t("Tacit, this line: {0}", plain(mark.words))
        : vscode.l10n.t("Tacit: {0}", state),
    };
    item.show();
  };

  return vscode.Disposable.from(
    item,
    checker.onStatus((status) => {
      statuses.set(status.uri, status);
      show();
    }),
    painter.onChange(show),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.window.onDidChangeTextEditorSelection(show),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      statuses.delete(uri.toString());
    }),
  );
}

/** The signs of a step that simply holds say nothing by themselves. */
const lineWords = (text: string): string =>
  text === "✓"
    ? `✓ ${vscode.l10n.t("proved")}`
    : text === "≈"
      ? `≈ ${vscode.l10n.t("agrees numerically")}`
      : text;
