/** The packaged extension is whole, starts with a paper, and registers what it promises. */
import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { extension, failures, open, until } from "./editing";

interface Contributions {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

describe("the extension", () => {
  it("stays asleep until a paper is opened", () => {
    assert.equal(extension().isActive, false);
  });

  it("starts when a LaTeX file is opened", async () => {
    await open("harmonic.tex");
    await until(
      () => extension().isActive,
      (active) => active,
    );
  });

  it("registers every command it contributes", async () => {
    const registered = new Set(await vscode.commands.getCommands(true));
    const { contributes } = extension().packageJSON as Contributions;
    assert.notEqual(contributes.commands.length, 0);
    assert.deepEqual(
      contributes.commands.map(({ command }) => command).filter((name) => !registered.has(name)),
      [],
    );
  });

  it("carries its programs, its licence and the notices of its packages", async () => {
    const files = [
      "dist/extension.cjs",
      "dist/server.cjs",
      "dist/cli.cjs",
      "dist/extension.web.js",
      "dist/server.web.js",
      "dist/report.css",
      "dist/webview/panel.js",
      "dist/webview/panel.css",
      "dist/NOTICE.txt",
      "LICENSE.txt",
    ];
    for (const file of files) {
      await vscode.workspace.fs.stat(vscode.Uri.joinPath(extension().extensionUri, file));
    }
  });

  it("carries no source and no tests", async () => {
    const entries = await vscode.workspace.fs.readDirectory(extension().extensionUri);
    const names = entries.map(([name]) => name);
    assert.deepEqual(
      ["src", "test", "node_modules", ".ci"].filter((name) => names.includes(name)),
      [],
    );
  });

  it("finds the one row that fails", async () => {
    const document = await open("harmonic.tex");
    const found = await until(
      () => failures(document),
      (list) => list.length > 0,
    );
    assert.equal(found.length, 1);
    assert.equal(found[0]?.range.end.line, 7);
  });
});
