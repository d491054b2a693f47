/** What the host suite does over and over: open a paper, wait for an answer, change a line. */
import { strict as assert } from "node:assert";
import * as vscode from "vscode";

const id = "tacit-physics.tacit-physics";

export function extension(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension(id);
  assert.ok(found, `${id} is not installed`);
  return found;
}

export async function open(path: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, path));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Asks again until the answer is as wanted; the last answer is told when it never is. */
export async function until<T>(
  ask: () => T | PromiseLike<T>,
  wanted: (answer: T) => boolean,
  limit = 20_000,
): Promise<T> {
  const deadline = Date.now() + limit;
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (Date.now() > deadline) assert.fail(`never came true of ${JSON.stringify(answer)}`);
    await rest(50);
  }
}

export const rest = (ms: number) => new Promise((resume) => setTimeout(resume, ms));

export function findings(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source?.toLowerCase() === "tacit");
}

export const failures = (document: vscode.TextDocument) =>
  findings(document).filter(({ severity }) => severity === vscode.DiagnosticSeverity.Warning);

/** The code of a finding, which may carry the address of its explanation. */
export function codeOf({ code }: vscode.Diagnostic): string | number | undefined {
  return typeof code === "object" ? code.value : code;
}

export async function replace(
  document: vscode.TextDocument,
  old: string,
  text: string,
): Promise<void> {
  const at = document.getText().indexOf(old);
  assert.notEqual(at, -1, `no “${old}” in the document`);
  const range = new vscode.Range(document.positionAt(at), document.positionAt(at + old.length));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** The place of a text in the document. */
export function placeOf(document: vscode.TextDocument, text: string): vscode.Position {
  const at = document.getText().indexOf(text);
  assert.notEqual(at, -1, `no “${text}” in the document`);
  return document.positionAt(at);
}
