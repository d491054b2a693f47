/** Restricted Mode: checking goes on, sending does not. */
import * as vscode from "vscode";

/** Says so where nothing may be sent. */
export async function maySend(): Promise<boolean> {
  if (vscode.workspace.isTrusted) return true;
  const manage = vscode.l10n.t("Manage Workspace Trust");
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t("In Restricted Mode Tacit checks as always and sends nothing anywhere."),
    manage,
  );
  if (choice === manage) await vscode.commands.executeCommand("workbench.trust.manage");
  return false;
}
