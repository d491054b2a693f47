/** What an author sees of a derivation with one failing row, and how it follows an edit. */
import { strict as assert } from "node:assert";
import * as vscode from "vscode";
import { codeOf, failures, findings, open, placeOf, replace, rest, until } from "./editing";

describe("a derivation with a slip", () => {
  let paper: vscode.TextDocument;

  before(async () => {
    paper = await open("harmonic.tex");
    await until(
      () => failures(paper),
      (list) => list.length === 1,
    );
  });

  after(async () => {
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });

  it("has one warning, with a stable code and the line before as related information", () => {
    const [found] = failures(paper);
    assert.ok(found);
    assert.equal(codeOf(found), "slip");
    assert.equal(found.relatedInformation?.[0]?.location.range.end.line, 6);
  });

  it("has a lens that counts the steps", async () => {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      "vscode.executeCodeLensProvider",
      paper.uri,
      10,
    );
    assert.equal(lenses.length, 1);
    assert.match(lenses[0]?.command?.title ?? "", /2 of 3 steps hold · 1 fails/);
  });

  it("has a hover that leaves how the row fails to the problem beside it", async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      paper.uri,
      placeOf(paper, "a(a+2b) - b^2"),
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (typeof content === "string" ? content : content.value))
      .join("\n");
    assert.match(text, /fails/);
    assert.doesNotMatch(text, /they are/);
    assert.match(failures(paper)[0]?.message ?? "", /At .*they are/s);
  });

  it("offers the mended side, to be confirmed before it is written", async () => {
    const [found] = failures(paper);
    assert.ok(found);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      paper.uri,
      found.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const mend = actions.find(({ title }) => title.includes("write “"));
    assert.ok(mend, actions.map(({ title }) => title).join(", "));
    assert.ok(mend.edit);
    assert.equal(mend.edit.size, 1);
    assert.ok(actions.some(({ title }) => title === "Leave this step out of the check"));
  });

  it("loses its warning when the row is mended, and has it again when the slip is back", async () => {
    await replace(paper, "a(a+2b) - b^2", "b^2 + a(a+2b)");
    await until(
      () => findings(paper),
      (list) => list.length === 0,
    );
    await replace(paper, "b^2 + a(a+2b)", "a(a+2b) - b^2");
    await until(
      () => failures(paper),
      (list) => list.length === 1,
    );
  });

  it("is left alone where the author says so", async () => {
    await replace(paper, "a(a+2b) - b^2", "a(a+2b) - b^2 % tacit: ignore");
    await until(
      () => findings(paper),
      (list) => list.length === 0,
    );
  });
});

describe("a half-written line", () => {
  it("is not called wrong while it is being typed", async () => {
    const paper = await open("typing.tex");
    await until(
      () =>
        vscode.commands.executeCommand<vscode.CodeLens[]>(
          "vscode.executeCodeLensProvider",
          paper.uri,
        ),
      (lenses) => lenses.length === 1,
    );
    const row = "a^2 + 2ab + b^2";
    let seen = "(a+b)^2 &= ";
    for (const letter of "a^2 + 2ab") {
      await replace(paper, seen, seen + letter);
      seen += letter;
      await rest(120);
      assert.deepEqual(failures(paper), [], `after ${seen}`);
    }
    assert.notEqual(seen.length, row.length);
    await until(
      () => failures(paper),
      (list) => list.length === 1,
    );
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });
});

describe("a Markdown file", () => {
  it("is reviewed where it displays mathematics", async () => {
    const notes = await open("notes.md");
    const found = await until(
      () => failures(notes),
      (list) => list.length === 1,
    );
    assert.equal(found[0]?.range.start.line, 7);
  });

  it("is left alone where it does not", async () => {
    const notes = await open("plain.md");
    await rest(800);
    assert.deepEqual(findings(notes), []);
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      "vscode.executeCodeLensProvider",
      notes.uri,
    );
    assert.deepEqual(lenses, []);
  });
});
