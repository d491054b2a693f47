/** The extension in a browser: the server is a web worker. */
import * as vscode from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { begin, type Running } from "./begin";

let running: Running | undefined;

export function activate(context: vscode.ExtensionContext): Running["api"] {
  running = begin(context, async (options) => {
    const worker = await workerOf(vscode.Uri.joinPath(context.extensionUri, "dist/server.web.js"));
    return new LanguageClient("tacit", "Tacit", worker, options);
  });
  return running.api;
}

export async function deactivate(): Promise<void> {
  await running?.stop();
}

/** Hosts refuse workers from elsewhere, so its source is read and started from memory. */
async function workerOf(uri: vscode.Uri): Promise<Worker> {
  const source = await vscode.workspace.fs.readFile(uri);
  const blob = new Blob([new Uint8Array(source)], { type: "text/javascript" });
  return new Worker(URL.createObjectURL(blob));
}
