import { strict as assert } from "node:assert";
import { printExpr } from "../../../src/math/expr/print";
import { leansOn, paperOf, shownStep, stepsOf } from "../../kit/paper";

const tex = String.raw;

/** What the last step of a text leans on. */
const reach: readonly (readonly [string, string, readonly string[]])[] = [
  ["a definition in the same paragraph", tex`Let \[k=a+b.\] Then \[k^2=c\]`, ["k = a+b"]],
  ["where after the display", tex`\[s=k^2+1\] where $k=a+b$.`, ["k=a+b"]],
  ["with before it", tex`With $x>0$ we have \[\sqrt{x^2}=x\]`, ["x>0"]],
  [
    "a definition with a cue, from an earlier paragraph",
    `${tex`We define \[k=a+b.\] More text. `}\n\nLater\n\n${tex`\[k^2=c\]`}`,
    ["k = a+b"],
  ],
  [
    "no equation without a cue from an earlier paragraph",
    `${tex`This shows \[k=a+b.\]`}\n\n${tex`\[k^2=c\]`}`,
    [],
  ],
  [
    "an equation cited by its label",
    tex`This shows \begin{equation}\label{k}k=a+b\end{equation}` +
      "\n\n" +
      tex`By \eqref{k} we see \[k^2=c\]`,
    ["k = a+b"],
  ],
  [
    "an equation cited over the sign",
    tex`This shows \begin{equation}\label{k}k=a+b\end{equation}` +
      "\n\n" +
      tex`\[k^2\stackrel{\eqref{k}}{=}c\]`,
    ["k = a+b"],
  ],
  [
    "the line element of its section",
    `${tex`The metric is \[ds^2=-dt^2+dx^2\]`}\n\n${tex`\[g_{tt}=-1\]`}`,
    ["ds^2 = -dt^2+dx^2"],
  ],
  ["no definition of its own head", tex`Let \[k=a+b.\] Now \[k=c+d\]`, []],
  [
    "the nearest of two definitions of one head",
    tex`Let \[k=a+b.\] Let \[k=u+v\] and \[k^2=c\]`,
    ["k = u+v"],
  ],
  [
    "definitions that definitions need",
    tex`Let \[k=a+b, \quad a=2u.\] Then \[k^2=c\]`,
    ["k = a+b", "a = 2u"],
  ],
  ["no definition of a name that does not occur", tex`Let \[k=a+b.\] Then \[q^2=c\]`, []],
  ["no fact that is denied", tex`Unless $x=1$ we have \[x^2=c\]`, []],
  ["a supposition only in its own paragraph", `Suppose $x=1$.\n\n${tex`Then \[x^2=c\]`}`, []],
  [
    "units for the whole paper",
    `We use $\\hbar=c=1$.\n\n${tex`\section{Next} \[E=\hbar\omega\]`}`,
    ["\\hbar=c=1"],
  ],
  [
    "a property said after a name",
    tex`Let $H$ be hermitian. Then \[H^\dagger=H\]`,
    ["H is hermitian"],
  ],
  [
    "a property said before a name",
    tex`For a unitary operator $U$ \[U^\dagger U=1\]`,
    ["U is unitary"],
  ],
  ["a condition in words", tex`\[\sqrt{x^2}=x\quad\text{ for $x>0$}\]`, [tex`\text{ for $x>0$}`]],
  ["a condition in the display", tex`\[\sqrt{x^2}=x\qquad x>0\]`, ["x>0"]],
  ["a comment", "% tacit: assume p^2 = m^2\n\\[p^2=q\\]", ["p^2 = m^2"]],
  ["no equation of a free form from prose", tex`With $a^3+b^3=c^3$ we have \[a+b=c\]`, []],
  [
    "a definition of another section only if that set up the paper",
    tex`\section{Rindler} Let \[r=2x.\] \section{Fluids} \[r^2=c\]`,
    [],
  ],
  [
    "a definition of the section on notation",
    tex`\section{Notation} Let \[r=2x.\] \section{Fluids} \[r^2=c\]`,
    ["r = 2x"],
  ],
];

describe("a step leans on", () => {
  for (const [title, text, expected] of reach)
    it(`${title}: ${text.replace(/\n/g, "↵")}`, () => {
      assert.deepEqual(leansOn(stepsOf(paperOf(text)).at(-1)), expected);
    });

  it("earlier steps by their name, so that one that fails gives no fact", () => {
    const [first, second] = stepsOf(paperOf(tex`Let \[k=a+b.\] Then \[k^2=c\]`));
    assert.deepEqual(
      second?.candidates.map(({ from }) => from),
      [first?.id],
    );
  });

  it("conditions that are not understood, as something unread", () => {
    const [step] = stepsOf(paperOf(tex`\[a=b\quad\text{if the moon is full}\]`));
    assert.deepEqual(step?.unreadPremises, [tex`\text{if the moon is full}`]);
  });

  it("no range of a label", () => {
    const [step] = stepsOf(paperOf(tex`\[a_n=b_n,\quad n=1,2,3\]`));
    assert.deepEqual([step?.premises, step?.unreadPremises], [[], []]);
  });
});

describe("the first relation of a statement", () => {
  for (const [title, text, expected] of [
    ["introduces a new name", tex`\[Q=x+y\]`, [true]],
    ["introduces nothing where the name is known", tex`\[Q=x+y\] \[Q=2x\]`, [true, false]],
    ["introduces each member of a family", tex`\[J_1=x,\quad J_2=y\]`, [true, true]],
    ["introduces by its sign", tex`\[x+y:=Q\]`, [true]],
    ["introduces by the words before it", tex`The field obeys \[x+y=q\]`, [true]],
    ["is a claim otherwise", tex`\[x+y=y+x\]`, [false]],
    ["and no other one", tex`\[Q=x+y=y+x\]`, [true, false]],
  ] as const)
    it(`${title}: ${text}`, () => {
      assert.deepEqual(
        stepsOf(paperOf(text)).map(({ introduces }) => introduces),
        expected,
      );
    });

  it("follows from what stands above, where the text says so", () => {
    const steps = stepsOf(paperOf(tex`\[a+b=c\] Hence \[a=c-b \Rightarrow b=c-a\]`));
    assert.deepEqual(
      steps.map(({ kind, derivation }) => [kind, derivation]),
      [
        ["link", "d1"],
        ["follows", "d1"],
        ["follows", "d1"],
      ],
    );
  });
});

describe("a step that follows", () => {
  for (const [title, text, expected] of [
    ["has a name of the equation above eliminated", tex`\[a+b=c\] Hence \[a=c-b\]`, ["b := c − a"]],
    [
      "has one eliminated from each of several",
      tex`\[a+b=c,\quad a-b=d\] Hence \[2a=c+d\]`,
      ["a := d + b + b − b", "c := d + b + b"],
    ],
    [
      "divides by numbers only",
      tex`\[\hat{A}\hat{B}=\hat{C}\] Hence \[\hat{A}=\hat{C}\hat{B}^{-1}\]`,
      ["Ĉ := Â B̂"],
    ],
    [
      "has nothing eliminated that occurs twice or not linearly",
      tex`\[a^2+a=3\] Hence \[a=3\]`,
      [],
    ],
  ] as const)
    it(`${title}: ${text}`, () => {
      const step = stepsOf(paperOf(text)).at(-1);
      assert.equal(step?.kind, "follows");
      const facts = step?.uses.at(-1)?.premise.facts ?? [];
      assert.deepEqual(
        facts.map((fact) =>
          fact.kind === "definition"
            ? `${printExpr(fact.head)} := ${printExpr(fact.body)}`
            : fact.kind,
        ),
        expected,
      );
    });
});

describe("comments for the checker", () => {
  it("take rows, displays and stretches out of judgement", () => {
    const text = [
      "\\begin{align}a&=b\\\\ % tacit: ignore",
      "&=c\\\\",
      "% tacit: ignore",
      "&=d\\\\",
      "&=e % tacit: accept",
      "\\end{align}",
      "% tacit: ignore",
      "\\[f=g\\]",
      "\\[h=i\\]",
      "% tacit: off",
      "\\[j=k\\]",
      "% tacit: on",
      "\\[l=m\\]",
    ].join("\n");
    const steps = stepsOf(paperOf(text));
    assert.deepEqual(steps.filter(({ ignored }) => ignored).map(shownStep), [
      "a = b",
      "c = d",
      "f = g",
      "j = k",
    ]);
    assert.deepEqual(steps.filter(({ accepted }) => accepted).map(shownStep), ["d = e"]);
  });

  it("set conventions, with their place", () => {
    const paper = paperOf("% tacit: metric = mostly-plus\n% tacit: dim = d\n\\[a=b\\]");
    assert.deepEqual([paper.conventions.metric, paper.conventions.dim], ["mostly-plus", "d"]);
    assert.deepEqual(paper.conventions.declared, ["metric", "dim"]);
    assert.deepEqual(paper.conventionSources, [
      { key: "metric", file: "a.tex", line: 1 },
      { key: "dim", file: "a.tex", line: 2 },
    ]);
  });

  it("that say nothing known are reported", () => {
    const paper = paperOf("% tacit: sing\n% tacit: dim = many\n\\[a=b\\]");
    assert.deepEqual(
      paper.files[0]?.problems.map(({ line }) => line),
      [1, 2],
    );
  });
});

describe("conventions in prose", () => {
  for (const [title, text, metric] of [
    ["in words", "We use the mostly plus metric.", "mostly-plus"],
    ["as a signature", "Our metric has signature $(+,-,-,-)$.", "mostly-minus"],
    ["as a diagonal", tex`The metric is $\eta_{\mu\nu}=\mathrm{diag}(-1,1,1,1)$.`, "mostly-plus"],
    [
      "of which two are named declare neither",
      "Some authors use mostly plus, some mostly minus.",
      "mostly-minus",
    ],
    [
      "that speak of something else declare nothing",
      "The tuple $(-,+,+,+)$ of signs.",
      "mostly-minus",
    ],
  ] as const)
    it(`${title}: ${text}`, () => {
      const { conventions } = paperOf(`${text}\n\n\\[a=b\\]`);
      assert.equal(conventions.metric, metric);
    });

  it("set the number of dimensions", () => {
    assert.equal(paperOf(tex`We work in $d=4-2\epsilon$ dimensions. \[a=b\]`).conventions.dim, "d");
    assert.equal(paperOf("In $D=10$ dimensions \\[a=b\\]").conventions.dim, 10);
  });

  it("that disagree are told with both places", () => {
    const text = "We use the mostly plus metric.\n\n\\[a=b\\]\n\nOur signature is $(+,-,-,-)$.";
    assert.deepEqual(paperOf(text).files[0]?.problems, [
      {
        line: 5,
        message:
          "The metric is mostly-minus here, but mostly-plus on line 1. Each holds from its place on; state one, or say where it changes.",
      },
    ]);
  });

  it("that change in the course of the paper hold from where they stand", () => {
    const paper = paperOf(
      "% tacit: metric = mostly-plus\n\\[a=b\\]\n% tacit: metric = mostly-minus\n\\[c=d\\]",
    );
    assert.deepEqual(
      stepsOf(paper).map(({ conventions }) => conventions.metric),
      ["mostly-plus", "mostly-minus"],
    );
  });
});
