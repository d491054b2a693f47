import { strict as assert } from "node:assert";
import { parseFormula } from "../../../src/paper/latex/formula";
import { showNodes } from "../../kit/showNodes";

const tex = String.raw;

/** Source, what it becomes. */
const plain: readonly (readonly [title: string, latex: string, shown: string])[] = [
  ["letters and digits stand alone", tex`2mc^2`, "2 m c ^{2}"],
  ["arguments without braces are one token", tex`\frac12 x`, tex`\frac{1}{2} x`],
  ["primes are superscripts", tex`f''(x)+g'^2`, tex`f ^{\prime \prime} ( x ) + g ^{\prime} ^{2}`],
  [
    "a script may be a command with its arguments",
    tex`x^\frac ab_\mathrm{e}`,
    tex`x ^{\frac{a}{b}} _{\mathrm{e}}`,
  ],
  [
    "sized delimiters are fences",
    tex`\left(\frac ab\right)\big|_0`,
    tex`left( \frac{a}{b} right) none| _{0}`,
  ],
  ["null delimiters are kept", tex`\left.f\right|_a^b`, "left. f right| _{a} ^{b}"],
  ["old font switches cover the rest of their group", tex`{\rm Tr} A`, tex`{\mathrm{T r}} A`],
  [
    "over and choose split their group",
    tex`{a+b \over c}{n \choose k}`,
    tex`{\frac{a + b}{c}} {\binom{n}{k}}`,
  ],
  [
    "words keep their spaces and lose their formulas",
    tex`x \text{ if $x>0$ or so}`,
    "x “if or so”",
  ],
  [
    "layout is gone",
    tex`a\,b\!\displaystyle c\hspace{2cm}d\nonumber\label{x}\kern-3mu e\color{red}f`,
    "a b c d e f",
  ],
  ["colours and boxes are transparent", tex`\boxed{a}\textcolor{red}{b}\ensuremath{c}`, "a b c"],
  [
    "an operator name keeps its letters",
    tex`\operatorname{Tr}A\operatorname*{max}_x`,
    tex`\operatorname{T r} A \operatorname*{m a x} _{x}`,
  ],
  [
    "matrices are tables",
    tex`\begin{pmatrix}a&b\\[2pt] c&d\\\end{pmatrix}`,
    "pmatrix[a & b ; c & d]",
  ],
  [
    "a bracket that opens a row is no skip",
    tex`\begin{aligned}a\\[A,B]\end{aligned}`,
    "aligned[a ; [ A , B ]]",
  ],
  [
    "the physics package's quantities are fences",
    tex`\qty(a+\qty[b])\pqty{c}`,
    "left( a + left[ b right] right) left( c right)",
  ],
  [
    "a number with a unit is one command",
    tex`\qty{5}{m}\SI{3}{\meV}`,
    tex`\SI[]{5}[]{m} \SI[]{3}[]{\meV}`,
  ],
  [
    "derivatives take what is there",
    tex`\dv{x}\dv[2]{f}{x}\pdv{f}{x}{y}`,
    tex`\dv[]{x}[] \dv{2}{f}{x} \pdv[]{f}{x}{y}`,
  ],
  [
    "long names mean the short ones",
    tex`\commutator{A}{B}\expval{A}\derivative{f}{x}`,
    tex`\comm{A}{B} \ev{A}[] \dv[]{f}{x}`,
  ],
  [
    "matrix quantities are tables",
    tex`\mqty(a&b\\c&d)\pmqty{a\\b}`,
    "pmatrix[a & b ; c & d] pmatrix[a ; b]",
  ],
  ["unknown commands stand alone", tex`\foo{a}`, tex`\foo {a}`],
  ["dollars around the whole are no part of it", tex`$$a$$`, "a"],
  ["comments are gone", "a % b {\nc", "a c"],
  ["unicode primes and minus signs are read", "f′−″", tex`f ^{\prime} - ^{\prime \prime}`],
];

/** Source, macros, what it becomes. */
const withMacros: readonly (readonly [string, string, Readonly<Record<string, string>>, string])[] =
  [
    ["a body given by name", tex`\p^2`, { "\\p": tex`\slashed{p}` }, tex`\slashed{p} ^{2}`],
    [
      "an optional argument and its default",
      tex`\oo4\oo[3]{4}`,
      { oo: tex`\newcommand{\oo}[2][5]{#1:#2}` },
      "5 : 4 3 : 4",
    ],
    ["def with a pattern", tex`\pair a,b.`, { pair: tex`\def\pair#1,#2.{#2+#1}` }, "b + a"],
    [
      "let copies the old meaning",
      tex`\old{a}\vec{a}`,
      { x: tex`\let\old\vec\renewcommand{\vec}[1]{\mathbf{#1}}` },
      tex`\vec{a} \mathbf{a}`,
    ],
    [
      "exchanged names do not run in circles",
      tex`\phi\varphi`,
      { x: tex`\let\keep\phi\let\phi\varphi\let\varphi\keep` },
      tex`\varphi \phi`,
    ],
    [
      "provided commands give way",
      tex`\R`,
      { a: tex`\newcommand{\R}{r}\providecommand{\R}{q}` },
      "r",
    ],
    [
      "operators",
      tex`\Tr A`,
      { Tr: tex`\DeclareMathOperator{\Tr}{Tr}` },
      tex`\operatorname{T r} A`,
    ],
    [
      "paired delimiters",
      tex`\abs{x}\abs*{y}`,
      { abs: tex`\DeclarePairedDelimiter\abs{\lvert}{\rvert}` },
      "left| x right| left| y right|",
    ],
    [
      "xparse commands",
      tex`\X{a}\X[b]{c}`,
      { X: tex`\NewDocumentCommand{\X}{O{0} m}{#2_#1}` },
      "a _{0} c _{b}",
    ],
    [
      "arguments are taken before they are expanded",
      tex`\frac\dd{\dd t}`,
      { dd: tex`\mathrm{d}` },
      tex`\frac{\mathrm{d}}{\mathrm{d} t}`,
    ],
    [
      "wrappers of environments",
      tex`\ba a&b\ea`,
      { ba: tex`\newcommand{\ba}{\begin{aligned}}`, ea: tex`\def\ea{\end{aligned}}` },
      "aligned[a & b]",
    ],
    [
      "a drawn glyph keeps its name and arguments",
      tex`\Sl{p}`,
      { Sl: tex`\newcommand{\Sl}[1]{\ooalign{\hfil/\hfil\cr$#1$}}` },
      tex`\Sl{p}`,
    ],
    [
      "the document wins over a package",
      tex`\ket{n}`,
      { ket: tex`\newcommand{\ket}[1]{|#1)}` },
      "| n )",
    ],
    [
      "a whole preamble",
      tex`\a\b`,
      { preamble: "% macros\n\\newcommand{\\a}{x}\n\\newcommand{\\b}{\\a y}" },
      "x x y",
    ],
  ];

describe("a formula", () => {
  for (const [title, latex, shown] of plain)
    it(`${title}: ${latex.replace(/\n/g, "↵")}`, () => {
      const { nodes, problems } = parseFormula(latex);
      assert.equal(showNodes(nodes), shown);
      assert.deepEqual(problems, []);
    });
  for (const [title, latex, macros, shown] of withMacros)
    it(`has its macros expanded, ${title}: ${latex}`, () => {
      assert.equal(showNodes(parseFormula(latex, macros).nodes), shown);
    });

  it("places what a macro stands for at the call, and arguments where they are typed", () => {
    const { nodes } = parseFormula(tex`a+\sq{xy}`, { sq: tex`(#1)^2` });
    const at = nodes.map(({ span }) => [span.start, span.end]);
    assert.deepEqual(at, [
      [0, 1],
      [1, 2],
      [2, 9],
      [6, 7],
      [7, 8],
      [2, 9],
      [2, 9],
    ]);
  });

  for (const [title, latex, macros] of [
    ["a macro that calls itself", tex`x+\a+y`, { a: tex`\newcommand{\a}{b\a}` }],
    [
      "two macros that call each other",
      tex`\a`,
      { a: tex`\newcommand{\a}{\b}`, b: tex`\newcommand{\b}{\a}` },
    ],
    [
      "a macro that doubles thirty times over",
      tex`\a`,
      Object.fromEntries(
        [...Array(30).keys()].map((i) => [
          `d${i}`,
          `\\newcommand{\\${String.fromCharCode(97 + i)}}{\\${String.fromCharCode(98 + i)}\\${String.fromCharCode(98 + i)}}`,
        ]),
      ),
    ],
  ] as const)
    it(`names ${title} as a problem and ends`, () => {
      const { problems } = parseFormula(latex, macros);
      assert.ok(
        problems.some(({ what }) => what.includes("expands without end")),
        JSON.stringify(problems),
      );
    });

  it("reports braces out of balance and reads the rest", () => {
    const { nodes, problems } = parseFormula("a}\n+{b");
    assert.equal(showNodes(nodes), "a + {b}");
    assert.deepEqual(
      problems.map(({ line }) => line),
      [1, 2],
    );
  });

  it("is read however deep its groups are", () => {
    const { problems } = parseFormula("{".repeat(5000) + "}".repeat(5000));
    assert.ok(problems.some(({ what }) => what.includes("nested")));
  });
});
