/** The extension in a desktop or remote host: the server is a process of its own. */
import * as vscode from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { begin, type Running } from "./begin";

let running: Running | undefined;

export function activate(context: vscode.ExtensionContext): Running["api"] {
  const module = vscode.Uri.joinPath(context.extensionUri, "dist/server.cjs").fsPath;
  running = begin(context, async (options) => {
    const server = { module, transport: TransportKind.ipc };
    return new LanguageClient("tacit", "Tacit", server, options);
  });
  return running.api;
}

export async function deactivate(): Promise<void> {
  await running?.stop();
}
