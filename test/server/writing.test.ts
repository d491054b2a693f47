/** While an author writes: reviews move with the text, and red waits for a rest. */
import { strict as assert } from "node:assert";
import type { TextDocumentContentChangeEvent } from "vscode-languageserver-textdocument";
import { displaysMathematics } from "../../src/protocol/displaysMathematics";
import { saying } from "../../src/protocol/words";
import { isManuscript } from "../../src/server/documents";
import { type Writing, waiting } from "../../src/server/patience";
import { sectionOf, sections } from "../../src/server/sections";
import { defaultSettings, settingsFrom } from "../../src/server/settings";
import { editedLines, shiftLines, shiftReview } from "../../src/server/shift";
import { displayData, failing, fileData, reviewData, stepData } from "../kit/reviewed";

const change = (
  from: readonly [number, number],
  to: readonly [number, number],
  text: string,
): TextDocumentContentChangeEvent => ({
  range: {
    start: { line: from[0] - 1, character: from[1] - 1 },
    end: { line: to[0] - 1, character: to[1] - 1 },
  },
  text,
});

const shifts: readonly (readonly [string, TextDocumentContentChangeEvent, string])[] = [
  ["a line put in above moves a step down", change([1, 1], [1, 1], "x\n"), "6:3–6:20"],
  ["a line taken out above moves it up", change([1, 1], [2, 1], ""), "4:3–4:20"],
  ["an edit below leaves it", change([9, 1], [9, 1], "x\ny\n"), "5:3–5:20"],
  ["letters before it on its line move it", change([5, 1], [5, 1], "ab"), "5:5–5:22"],
  ["letters inside it make it longer", change([5, 10], [5, 10], "ab"), "5:3–5:22"],
  ["letters taken out of it make it shorter", change([5, 10], [5, 12], ""), "5:3–5:18"],
  ["a line break inside it stretches it", change([5, 10], [5, 10], "\n  "), "5:3–6:13"],
  ["what covers it leaves its place", change([4, 1], [6, 1], ""), "4:1–4:1"],
];

describe("a review beside an edited text", () => {
  for (const [title, edit, place] of shifts)
    it(title, () => {
      const review = shiftReview(reviewData(fileData(displayData([stepData(5)]))), edit);
      const step = review.files[0]?.displays[0]?.steps[0];
      assert.equal(
        `${step?.start.line}:${step?.start.column}–${step?.end.line}:${step?.end.column}`,
        place,
      );
    });

  it("is dropped when the whole text is replaced", () => {
    const review = shiftReview(reviewData(fileData(displayData([stepData(5)]))), { text: "" });
    assert.deepEqual(review.files, []);
  });

  it("knows the lines an edit leaves behind", () => {
    assert.deepEqual(editedLines(change([3, 1], [3, 1], "a\nb")), [3, 4]);
  });
});

describe("lines edited since the last review", () => {
  const cases: readonly (readonly [string, TextDocumentContentChangeEvent, readonly number[]])[] = [
    ["move down with lines put in above", change([1, 1], [1, 1], "a\nb\n"), [7, 8]],
    ["move up with lines taken out above", change([1, 1], [3, 1], ""), [3, 4]],
    ["stay where an edit comes below", change([9, 1], [9, 1], "a\n"), [5, 6]],
    ["grow with a line put in among them", change([6, 1], [6, 1], "a\n"), [5, 7]],
    ["grow to the start of an edit that reaches into them", change([4, 1], [5, 3], ""), [4, 5]],
  ];
  for (const [title, edit, lines] of cases)
    it(title, () => {
      assert.deepEqual(shiftLines([5, 6], edit), lines);
    });
});

describe("waiting", () => {
  const [red, edited, other] = [failing(3), stepData(4), failing(9)];
  const file = fileData(displayData([red, edited]), displayData([other]));
  const writing = (more: Partial<Writing> = {}): Writing => ({
    edit: { first: 4, last: 4, at: 0 },
    cursor: { line: 4, column: 1 },
    now: 500,
    shown: new Set(),
    ...more,
  });
  const lines = (more?: Partial<Writing>) =>
    [...waiting(file, writing(more))].map(({ end }) => end.line);

  it("holds back the edited line and new refutations of its display", () => {
    assert.deepEqual(lines(), [3, 4]);
  });
  it("leaves other displays alone", () => {
    assert.ok(!lines().includes(9));
  });
  it("leaves a refutation that was shown before", () => {
    assert.deepEqual(lines({ shown: new Set([saying(red)]) }), [4]);
  });
  it("ends with a second's rest", () => {
    assert.deepEqual(lines({ now: 1000 }), []);
  });
  it("ends when the cursor leaves the display", () => {
    assert.deepEqual(lines({ cursor: { line: 20, column: 1 } }), []);
  });
  it("needs no cursor where the client sends none", () => {
    assert.deepEqual(lines({ cursor: undefined }), [3, 4]);
  });
});

describe("manuscripts", () => {
  const texts: readonly (readonly [string, boolean])[] = [
    ["# Notes\n\n$$\na = b\n$$\n", true],
    ["Text \\(a\\) only, and $b$ inline.", false],
    ["It costs 5$ and 6$$ maybe", false],
    ["\\begin{align}\na &= b\n\\end{align}", true],
    ["```{math}\na = b\n```", true],
    ["- item\n  $$ a = b $$", true],
    ["A README without mathematics.", false],
  ];
  for (const [text, expected] of texts)
    it(`${expected ? "displays" : "displays no"} mathematics: ${JSON.stringify(text)}`, () => {
      assert.equal(displaysMathematics(text), expected);
    });

  it("are all LaTeX files, and Markdown unless switched off", () => {
    assert.ok(isManuscript("latex", "", defaultSettings));
    assert.ok(!isManuscript("markdown", "$$ a $$", { markdown: false }));
  });
});

describe("settings and sections", () => {
  it("a setting of the wrong kind keeps its default", () => {
    assert.deepEqual(
      settingsFrom({ check: 3, budget: -1, conventions: { metric: "plus", dimension: "x" } }),
      defaultSettings,
    );
  });
  it("what is set is taken", () => {
    const settings = settingsFrom({
      check: "onSave",
      conventions: { metric: "mostly-plus", dimension: "d", epsilon: 1 },
    });
    assert.equal(settings.check, "onSave");
    assert.deepEqual(settings.conventions, { metric: "mostly-plus", dimension: "d", epsilon: 1 });
  });
  it("sections begin at headings of LaTeX and Markdown", () => {
    const starts = sections("a\n\\section{One}\nb\n## Two\nc");
    assert.deepEqual(starts, [1, 2, 4]);
    assert.deepEqual(
      [1, 3, 5].map((line) => sectionOf(starts, line)),
      [1, 2, 4],
    );
  });
});
