import { strict as assert } from "node:assert";
import {
  type Display,
  type Manuscript,
  openManuscript,
  sourceAt,
} from "../../../src/paper/latex/manuscript";
import { placeAt } from "../../../src/paper/text/lineTable";
import { showNodes } from "../../kit/showNodes";

const tex = String.raw;

const open = (
  path: string,
  text: string,
  others: Readonly<Record<string, string>> = {},
): Manuscript => openManuscript(path, text, { read: (name) => others[name] });

const displays = (manuscript: Manuscript): readonly Display[] =>
  manuscript.blocks.filter((block): block is Display => block.kind === "display");

const shown = (manuscript: Manuscript): readonly string[] =>
  displays(manuscript).map(({ environment, nodes }) => `${environment}: ${showNodes(nodes)}`);

/** Title, text, displays. */
const latex: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "equations of every kind are displays",
    tex`\begin{equation}a\end{equation}\[b\]$$c$$\begin{align*}d&=e\\f\end{align*}`,
    ["equation: a", "\\[: b", "$$: c", "align*: d & = e \\\\ f"],
  ],
  [
    "environments with arguments lose them",
    tex`\begin{alignat}{2}a&=b\end{alignat}\begin{IEEEeqnarray}{rCl}a&=&b\end{IEEEeqnarray}`,
    ["alignat: a & = b", "IEEEeqnarray: a & = & b"],
  ],
  [
    "wrappers made by the author are displays",
    tex`\newcommand{\be}{\begin{equation}}\newcommand{\ee}{\end{equation}}\newcommand{\eq}[1]{\begin{align}#1\end{align}}\be a\ee\eq{b&=c}`,
    ["equation: a", "align: b & = c"],
  ],
  [
    "environments made by the author are displays",
    tex`\newenvironment{eqn}{\begin{equation}}{\end{equation}}\begin{eqn}a\end{eqn}`,
    ["equation: a"],
  ],
  [
    "verbatim text, comments and false branches hold no displays",
    "\\begin{verbatim}$$a$$\\end{verbatim}% $$b$$\n\\iffalse $$c$$ \\fi \\verb|$$d$$| \\begin{comment}\\[e\\]\\end{comment}$$f$$",
    ["$$: f"],
  ],
  [
    "what follows the document's end is not read",
    tex`\documentclass{article}\begin{document}$$a$$\end{document}$$b$$`,
    ["$$: a"],
  ],
  ["a dollar that is not closed costs its paragraph", "A price of 5$ only.\n\n$$a$$", ["$$: a"]],
  [
    "a display that is not closed ends with its paragraph",
    "\\begin{equation} a = b\n\nText.\n\n\\begin{equation}c\\end{equation}",
    ["equation: a = b", "equation: c"],
  ],
  [
    "definitions hold from where they stand",
    tex`$$\x$$\def\x{1}$$\x$$\renewcommand{\x}{2}$$\x$$`,
    ["$$: \\x", "$$: 1", "$$: 2"],
  ],
];

const markdown = [
  "---",
  "title: $$no$$",
  "---",
  "# Energy",
  "Let $E$ be and `$$code$$`:",
  "$$",
  "E = m \\\\ % tacit: ignore",
  "$$ {#eq-energy}",
  "```python",
  "x = '$$no$$'",
  "```",
  "```math",
  "a = b",
  "```",
  "```{math}",
  ":label: eq:mist",
  "c = d",
  "```",
  "It costs $5 or $6. \\[e\\]",
  "<!-- tacit: off -->",
  "\\begin{align}f&=g\\end{align}",
].join("\n");

const notebook = JSON.stringify(
  {
    cells: [
      { cell_type: "code", source: ["$$no$$"] },
      { cell_type: "markdown", source: ['Text "quoted"\n', "$$\\frac{a}{b}\n", "= c$$"] },
      { cell_type: "markdown", source: "$$d$$" },
    ],
  },
  null,
  1,
);

describe("a manuscript", () => {
  for (const [title, text, expected] of latex)
    it(title, () => {
      assert.deepEqual(shown(open("a.tex", text)), expected);
    });

  it("in Markdown has displays between dollars, in math fences and environments; code has none", () => {
    const manuscript = open("a.md", markdown);
    assert.deepEqual(shown(manuscript), [
      "$$: E = m \\\\",
      "math: a = b",
      "math: c = d",
      "\\[: e",
      "align: f & = g",
    ]);
    assert.deepEqual(
      displays(manuscript).map(({ labels }) => labels),
      [["eq-energy"], [], ["eq:mist"], [], []],
    );
    assert.deepEqual(
      displays(manuscript)[0]?.comments.map(({ text }) => text),
      [" tacit: ignore"],
    );
    assert.ok(
      manuscript.blocks.some(
        (block) => block.kind === "remark" && block.comment.text === "tacit: off",
      ),
    );
    assert.deepEqual(
      manuscript.blocks.flatMap((block) => (block.kind === "heading" ? [block.title] : [])),
      ["Energy"],
    );
  });

  it("in a notebook has the displays of its Markdown cells, placed in the file", () => {
    const manuscript = open("a.ipynb", notebook);
    assert.deepEqual(shown(manuscript), [tex`$$: \frac{a}{b} = c`, "$$: d"]);
    const [file] = manuscript.files;
    const [first] = displays(manuscript);
    assert.ok(file && first);
    assert.equal(sourceAt(file, first.span), "$$\\frac{a}{b}\n= c$$");
    assert.match(
      notebook.split("\n")[placeAt(file.lines, first.span.start).line - 1] ?? "",
      /frac/,
    );
  });

  it("pulls in inputs in place, with their definitions, and keeps each display's own file", () => {
    const manuscript = open(
      "book/main.tex",
      tex`\documentclass{article}\usepackage{own}\begin{document}$$\x$$\input{parts/one}$$\y$$\end{document}`,
      {
        "book/own.sty": tex`\newcommand{\x}{1}\def\in@side{2}`,
        "book/parts/one.tex": tex`\newcommand{\y}{3}$$\x\y$$\input{parts/two}`,
        "book/parts/two.tex": tex`\[4\]`,
      },
    );
    assert.deepEqual(shown(manuscript), ["$$: 1", "$$: 1 3", "\\[: 4", "$$: 3"]);
    assert.deepEqual(
      displays(manuscript).map(({ file }) => file),
      ["book/main.tex", "book/parts/one.tex", "book/parts/two.tex", "book/main.tex"],
    );
    assert.deepEqual(manuscript.problems, []);
  });

  it("says which inputs are missing or run in circles", () => {
    const manuscript = open("a.tex", "\\input{b}\n\\input{c}\n$$x$$", {
      "b.tex": tex`\input{a}$$y$$`,
      "a.tex": "",
    });
    assert.deepEqual(shown(manuscript), ["$$: y", "$$: x"]);
    assert.deepEqual(
      manuscript.problems.map(({ file, line }) => `${file}:${line}`),
      ["b.tex:1", "a.tex:2"],
    );
  });

  for (const [title, text, what] of [
    ["binary", "\u0000\u0001PNG", /binary/],
    ["not in UTF-8", "caf\ufffd $$a$$", /UTF-8/],
    ["empty", "  \n", /empty/],
  ] as const)
    it(`that is ${title} is a problem, not a fault`, () => {
      assert.match(open("a.tex", text).problems[0]?.what ?? "", what);
    });

  it("says where a definition runs without end, by file and line", () => {
    const { problems } = open("a.tex", "\\newcommand{\\x}{\\x}\n\n$$\\x$$");
    assert.deepEqual(
      problems.map(({ file, line }) => [file, line]),
      [["a.tex", 3]],
    );
  });

  it("records labels, references, headings and inline formulas", () => {
    const manuscript = open(
      "a.tex",
      tex`\section{One}Let $x=1$ in \eqref{eq:a}. \begin{equation}\label{eq:a}y\end{equation}`,
    );
    const [heading, prose, display] = manuscript.blocks;
    assert.ok(
      heading?.kind === "heading" && prose?.kind === "prose" && display?.kind === "display",
    );
    assert.equal(heading.title, "One");
    assert.deepEqual(
      prose.pieces.map((piece) =>
        piece.kind === "words"
          ? piece.text.trim()
          : piece.kind === "math"
            ? piece.source
            : piece.label,
      ),
      ["Let", "$x=1$", "in", "eq:a", "."],
    );
    assert.deepEqual(display.labels, ["eq:a"]);
    assert.equal(prose.paragraph, display.paragraph);
  });

  it("of five megabytes is read in a few seconds", function () {
    this.timeout(20_000);
    const part = `${tex`Some text with $x_1$ and \begin{align}\frac{a}{b}&=\sum_n c_n\\&=d\end{align}`}\n\n`;
    const began = performance.now();
    const manuscript = open("a.tex", part.repeat(Math.ceil(5_000_000 / part.length)));
    assert.ok(displays(manuscript).length > 50_000);
    assert.ok(performance.now() - began < 15_000);
  });
});
