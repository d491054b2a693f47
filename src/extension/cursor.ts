/** Tells the checker and the panel where the author's cursor stands. */
import * as vscode from "vscode";
import type { Checker } from "./client";
import { wakes } from "./languages";
import type { PanelHost } from "./panel";
import { toPlace } from "./places";

/** Milliseconds the panel waits for the cursor to come to rest. */
const pause = 120;

export function followCursor(checker: Checker, panel: PanelHost): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const follow = async ({ document, selection }: vscode.TextEditor) => {
    if (!checker.awake || !wakes(document)) return;
    const at = { uri: document.uri.toString(), place: toPlace(selection.active) };
    clearTimeout(timer);
    timer = setTimeout(() => void panel.follow(at), pause);
    await checker.cursor(at);
  };
  return vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => follow(textEditor)),
    vscode.window.onDidChangeActiveTextEditor((editor) => editor && follow(editor)),
    { dispose: () => clearTimeout(timer) },
  );
}
