import { strict as assert } from "node:assert";
import fc from "fast-check";
import { parseFormula } from "../../../src/paper/latex/formula";
import { type Block, openManuscript } from "../../../src/paper/latex/manuscript";
import type { TexNode } from "../../../src/paper/latex/node";

const fragments = fc.constantFrom(
  "\\",
  "{",
  "}",
  "$",
  "$$",
  "&",
  "%",
  "#1",
  "^",
  "_",
  "'",
  "[",
  "]",
  "(",
  ")",
  " ",
  "\n",
  "\n\n",
  "a",
  "=",
  ",",
  "|",
  "~",
  "\\frac",
  "\\sqrt[3]",
  "\\left(",
  "\\right.",
  "\\begin{align}",
  "\\end{align}",
  "\\begin{pmatrix}",
  "\\end{pmatrix}",
  "\\end{",
  "\\newcommand{\\a}",
  "\\newcommand{\\a}[2][x]",
  "\\def\\a#1.{",
  "\\a",
  "\\let\\b\\a",
  "\\b",
  "\\over",
  "\\rm",
  "\\text{",
  "\\qty(",
  "\\[",
  "\\]",
  "\\(",
  "\\)",
  "\\\\",
  "\\\\[2pt]",
  "\\be",
  "\\input{b}",
  "\\verb|",
  "\\mqty",
  "\\iffalse",
  "\\fi",
  "\\label{",
  "\\intertext{",
  "\\NewDocumentCommand{\\a}{s o m}",
  "\\newenvironment{e}",
  "\\begin{e}",
  "\\end{e}",
  "\\ensuremath{",
  "```",
  "```math\n",
  "<!--",
  "-->",
  "# ",
  "é",
  "𝐩",
  "\ufffd",
);
const anything = fc.oneof(
  fc.array(fragments, { maxLength: 40 }).map((parts) => parts.join("")),
  fc.string({ maxLength: 60 }),
);

function check(nodes: readonly TexNode[], length: number): void {
  for (const node of nodes) {
    assert.ok(
      node.span.start >= 0 && node.span.start <= node.span.end && node.span.end <= length,
      JSON.stringify(node),
    );
    if (node.kind === "group" || node.kind === "script") check(node.children, length);
    if (node.kind === "command") for (const arg of node.args) check(arg ?? [], length);
    if (node.kind === "table")
      for (const row of node.rows) for (const cell of row) check(cell, length);
  }
}

function checkBlock(block: Block, length: number): void {
  assert.ok(block.span.start <= block.span.end && block.span.end <= length);
  if (block.kind === "display") check(block.nodes, length);
  if (block.kind === "prose")
    for (const piece of block.pieces) if (piece.kind === "math") check(piece.nodes, length);
}

describe("whatever is typed", () => {
  it("a formula is read to its end, with every span inside it", () => {
    fc.assert(
      fc.property(anything, (latex) => check(parseFormula(latex).nodes, latex.length)),
      { numRuns: 1000 },
    );
  });

  for (const path of ["a.tex", "a.md"])
    it(`${path} is read to its end, with every span inside it`, () => {
      fc.assert(
        fc.property(anything, (text) => {
          const { blocks } = openManuscript(path, text, { read: () => "$$x$$" });
          for (const block of blocks) if (block.file === path) checkBlock(block, text.length);
        }),
        { numRuns: 1000 },
      );
    });

  it("a notebook is read, broken JSON too", () => {
    fc.assert(
      fc.property(anything, fc.nat(200), (text, cut) => {
        const json = JSON.stringify({ cells: [{ cell_type: "markdown", source: [text] }] });
        for (const source of [json, json.slice(0, cut)]) {
          const { blocks } = openManuscript("a.ipynb", source, { read: () => undefined });
          for (const block of blocks) checkBlock(block, source.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});
