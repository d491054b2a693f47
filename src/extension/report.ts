/** Writes the review of a paper as one HTML page: the steps, and its conventions and premises on one sheet. */
import * as vscode from "vscode";
import type { Checker } from "./client";

export async function writeReport(
  checker: Checker,
  extensionUri: vscode.Uri,
  document: vscode.TextDocument,
): Promise<void> {
  const sheet = vscode.Uri.joinPath(extensionUri, "dist/report.css");
  const styles = new TextDecoder().decode(await vscode.workspace.fs.readFile(sheet));
  const page = await checker.report({ uri: document.uri.toString(), styles });
  const target = page && (await vscode.window.showSaveDialog({ defaultUri: beside(document.uri) }));
  if (!target) return;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(page));
  const open = vscode.l10n.t("Open in the Browser");
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t("The report is written: {0}", vscode.workspace.asRelativePath(target)),
    open,
  );
  if (choice === open) await vscode.env.openExternal(target);
}

const beside = (paper: vscode.Uri): vscode.Uri =>
  paper.with({ path: `${paper.path.replace(/\.[^./]*$/, "")}-tacit.html` });
