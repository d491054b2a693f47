/** Puts the parts of the extension together; the checker wakes with the first manuscript. */
import * as vscode from "vscode";
import type { MarksParams } from "../protocol/messages";
import { Checker, hoverForeground, type MakeClient } from "./client";
import { registerCommands } from "./commands";
import { followCursor } from "./cursor";
import { wakes } from "./languages";
import { MarksPainter } from "./marks";
import { registerModelCommands } from "./models/commands";
import { Consent } from "./models/consent";
import { Keys } from "./models/keys";
import { Questions } from "./models/questions";
import { PanelHost } from "./panel";
import { statusBar } from "./statusBar";

export interface Running {
  /** What other extensions and tests may ask. */
  readonly api: { marksOf(uri: vscode.Uri): MarksParams | undefined };
  stop(): Promise<void>;
}

export function begin(context: vscode.ExtensionContext, make: MakeClient): Running {
  const checker = new Checker(make, context.extensionUri);
  const painter = new MarksPainter(checker, context.extensionUri);
  const panel = new PanelHost(checker, context.extensionUri);
  const consent = new Consent(context.globalState);
  const keys = new Keys(context.secrets);
  const questions = new Questions(checker, panel, consent, keys);
  context.subscriptions.push(
    checker,
    painter,
    panel,
    consent,
    questions,
    statusBar(checker, painter),
    followCursor(checker, panel),
    ...registerCommands(checker, painter, panel, context.extensionUri),
    ...registerModelCommands(checker, questions, keys),
    vscode.window.onDidChangeActiveColorTheme(() =>
      checker.appearance({ foreground: hoverForeground() }),
    ),
    ...wakeForManuscripts(checker),
  );
  return {
    api: { marksOf: (uri) => painter.marksOf(uri.toString()) },
    stop: () => checker.stop(),
  };
}

/** A Markdown text may begin to display mathematics while it is written. */
function wakeForManuscripts(checker: Checker): vscode.Disposable[] {
  const consider = async (document: vscode.TextDocument) => {
    if (checker.awake || !wakes(document)) return;
    await checker.wake().catch(() => undefined); // The client itself says what went wrong.
  };
  for (const document of vscode.workspace.textDocuments) void consider(document);
  return [
    vscode.workspace.onDidOpenTextDocument(consider),
    vscode.workspace.onDidChangeTextDocument(({ document }) => consider(document)),
  ];
}
