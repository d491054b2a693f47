/** A reading that is open is settled by the comment the editor offers. */
import { strict as assert } from "node:assert";
import { codeActions } from "../../src/server/features/codeActions";
import { freshReviewer } from "../kit/freshReviewer";

const files = { read: () => undefined };

function reviewed(text: string) {
  const [file] = freshReviewer().review("a.tex", text, files).files;
  const [step] = file?.displays.flatMap(({ steps }) => steps) ?? [];
  assert.ok(file && step);
  return { file, step };
}

/** The text after the quick fix with this title. */
function declaring(text: string, title: string): string {
  const { file, step } = reviewed(text);
  const range = {
    start: { line: step.start.line - 1, character: 0 },
    end: { line: step.end.line - 1, character: 0 },
  };
  const actions = codeActions(file, range, {
    uri: "file:///a.tex",
    version: 1,
    text,
    diagnostics: [],
    markdown: false,
    preview: false,
    waiting: new Set(),
  });
  const change = actions.find((one) => one.title === title)?.edit?.documentChanges?.[0];
  assert.ok(change && "edits" in change, actions.map((one) => one.title).join("; "));
  const [edit] = change.edits;
  assert.ok(edit && "newText" in edit);
  const lines = text.split("\n");
  const { line, character } = edit.range.start;
  const before = lines[line] ?? "";
  lines[line] = before.slice(0, character) + edit.newText + before.slice(character);
  return lines.join("\n");
}

describe("declaring what a name means", () => {
  it("e is a charge once it is said", () => {
    const text = "\\begin{align}\n  e^2 &= \\exp(2)\n\\end{align}\n";
    assert.deepEqual([reviewed(text).step.verdict, reviewed(text).step.why], ["open", "reading"]);
    const settled = reviewed(declaring(text, "Declare: e is a charge")).step;
    assert.notEqual(settled.why, "reading");
    assert.ok(settled.verdict !== "proved" && settled.verdict !== "agrees");
  });
});
