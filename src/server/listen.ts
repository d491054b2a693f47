/** Texts come and go; what is no manuscript is kept aside until it becomes one. */
import type { Connection } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Client } from "./client";
import type { Desk } from "./desk";
import { isManuscript } from "./documents";

export function listen(connection: Connection, client: Client, desk: Desk): void {
  /** Documents that display no mathematics so far. */
  const aside = new Map<string, TextDocument>();
  const enter = async (document: TextDocument) => {
    const { uri, languageId } = document;
    aside.set(uri, document);
    const settings = await client.settings(uri);
    if (aside.get(uri) !== document || !isManuscript(languageId, document.getText(), settings))
      return;
    aside.delete(uri);
    desk.open(document);
  };

  connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) =>
    enter(TextDocument.create(uri, languageId, version, text)),
  );
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    const document = aside.get(uri);
    if (document) return enter(TextDocument.update(document, contentChanges, version));
    return desk.edit(uri, contentChanges, version);
  });
  connection.onDidSaveTextDocument(({ textDocument }) => desk.saved(textDocument.uri));
  connection.onDidCloseTextDocument(async ({ textDocument: { uri } }) => {
    aside.delete(uri);
    client.forget(uri);
    desk.close(uri);
    await connection.sendDiagnostics({ uri, diagnostics: [] });
  });
}
