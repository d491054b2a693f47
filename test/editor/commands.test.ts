/** Commands and settings, as an author uses them. */
import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { failures, findings, open, until } from "./editing";

const failing = (list: readonly vscode.Diagnostic[]) => list.length === 1;
const none = (list: readonly vscode.Diagnostic[]) => list.length === 0;

describe("an author", () => {
  let paper: vscode.TextDocument;

  before(async () => {
    paper = await open("harmonic.tex");
    await until(() => failures(paper), failing);
  });

  it("goes to the next finding, and from the last one to the first again", async () => {
    const editor = await vscode.window.showTextDocument(paper);
    for (const from of [0, 7]) {
      editor.selection = new vscode.Selection(from, 0, from, 0);
      await vscode.commands.executeCommand("tacit.nextFinding");
      assert.equal(editor.selection.active.line, 7);
    }
  });

  it("clears the marks and has them again by checking the document", async () => {
    await vscode.window.showTextDocument(paper);
    await vscode.commands.executeCommand("tacit.clearMarks");
    await until(() => findings(paper), none);
    await vscode.commands.executeCommand("tacit.checkDocument");
    await until(() => failures(paper), failing);
  });

  it("switches problems off and on without a restart", async () => {
    const settings = vscode.workspace.getConfiguration("tacit");
    await settings.update("problems", "off", vscode.ConfigurationTarget.Workspace);
    await until(() => findings(paper), none);
    await settings.update("problems", undefined, vscode.ConfigurationTarget.Workspace);
    await until(() => failures(paper), failing);
  });

  it("has the signature of the settings where the paper names none", async () => {
    const square = await open("signature.tex");
    await until(() => findings(square), none);
    const settings = vscode.workspace.getConfiguration("tacit.conventions");
    await settings.update("metric", "mostly-plus", vscode.ConfigurationTarget.Workspace);
    await until(() => findings(square), failing);
    await settings.update("metric", undefined, vscode.ConfigurationTarget.Workspace);
    await until(() => findings(square), none);
  });

  it("sees a slip in a file that the paper pulls in by its macros", async () => {
    const chapter = await open("macros.tex");
    const [found] = await until(() => failures(chapter), failing);
    assert.equal(found?.range.start.line, 5);
  });
});
