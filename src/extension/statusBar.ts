/** One item in the status bar: the verdict of the current line in words, else how the document stands. */
import * as vscode from "vscode";
import type { Mark } from "../protocol/marks";
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
  let last: vscode.TextEditor | undefined;

  const show = () => {
    // While the panel has the focus, the verdict of the editor beside it stays.
    last = vscode.window.activeTextEditor ?? last;
    if (!last || !vscode.window.visibleTextEditors.includes(last)) return item.hide();
    const uri = last.document.uri.toString();
    const status = statuses.get(uri);
    if (!status) return item.hide();
    const { text, said } = words(painter.markAt(uri, last.selection.active.line), status);
    item.text = `Tacit: ${text}`;
    item.tooltip = said;
    item.accessibilityInformation = { label: vscode.l10n.t("Tacit: {0}", said) };
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

/** What the item shows, and what it says at length. */
function words(mark: Mark | undefined, status: StatusParams): { text: string; said: string } {
  if (mark) {
    const word = bareLooks[mark.look];
    return { text: word ? `${mark.text} ${word}` : mark.text, said: plain(mark.words) };
  }
  const text = status.state === "checking" ? vscode.l10n.t("checking…") : status.words;
  return { text, said: text };
}

/** Looks whose mark is a sign alone. */
const bareLooks: Readonly<Partial<Record<Mark["look"], string>>> = {
  proved: vscode.l10n.t("proved"),
  agrees: vscode.l10n.t("agrees numerically"),
  pending: vscode.l10n.t("being checked"),
};
