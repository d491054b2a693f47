/** Places of a review, which count from 1, and positions of the editor, which count from 0. */
import * as vscode from "vscode";
import type { Place } from "../protocol/review";

export const toPlace = ({ line, character }: vscode.Position): Place => ({
  line: line + 1,
  column: character + 1,
});

export const toPosition = ({ line, column }: Place): vscode.Position =>
  new vscode.Position(Math.max(0, line - 1), Math.max(0, column - 1));

/** Brings a place of a document to the middle of an editor beside the panel and puts the cursor there. */
export async function reveal(uri: vscode.Uri, place: Place): Promise<vscode.TextEditor> {
  const open = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === uri.toString(),
  );
  const document = open?.document ?? (await vscode.workspace.openTextDocument(uri));
  const editor = await vscode.window.showTextDocument(document, {
    viewColumn: open?.viewColumn ?? vscode.ViewColumn.One,
  });
  const position = toPosition(place);
  editor.selection = new vscode.Selection(position, position);
  editor.revealRange(
    new vscode.Range(position, position),
    vscode.TextEditorRevealType.InCenterIfOutsideViewport,
  );
  return editor;
}
