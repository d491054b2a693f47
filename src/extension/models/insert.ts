/** Puts the rows of a checked bridge into the paper, after the person has seen them in place. */
import * as vscode from "vscode";
import type { Proposal } from "../../protocol/model";
import { toPosition } from "../places";

export async function insertWithPreview({ uri, insertion }: Proposal): Promise<void> {
  if (!insertion) return;
  const edit = new vscode.WorkspaceEdit();
  edit.insert(vscode.Uri.parse(uri), toPosition(insertion.at), insertion.text, {
    needsConfirmation: true,
    label: vscode.l10n.t("Rows proposed by a model, each link checked"),
  });
  await vscode.workspace.applyEdit(edit);
}
