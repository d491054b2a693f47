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
  const moved = vscode.window.onDidChangeTextEditorSelection(async ({ textEditor, selections }) => {
    const place = selections[0] && toPlace(selections[0].active);
    if (!place || !checker.awake || !wakes(textEditor.document)) return;
    const uri = textEditor.document.uri.toString();
    clearTimeout(timer);
    timer = setTimeout(() => void panel.follow({ uri, place }), pause);
    await checker.cursor({ uri, place });
  });
  return vscode.Disposable.from(moved, { dispose: () => clearTimeout(timer) });
}
