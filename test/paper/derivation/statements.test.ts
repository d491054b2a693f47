import { strict as assert } from "node:assert";
import { paperOf, shownStep, stepsOf } from "../../kit/paper";

const tex = String.raw;

/** What a display does, the display, its steps. */
const displays: readonly (readonly [string, string, readonly string[]])[] = [
  ["a chain has a step for each relation", tex`\[a=b=c\]`, ["a = b", "b = c"]],
  [
    "rows with a leading relation go on",
    tex`\begin{align}a&=b\\&=c\\&\leq d\end{align}`,
    ["a = b", "b = c", "c ≤ d"],
  ],
  [
    "rows without one go on with the side",
    tex`\begin{align}a&=b\\&+c\\&\quad\times d\\&=e\end{align}`,
    [tex`a = b\\&+c\\&\quad\times d`, tex`b\\&+c\\&\quad\times d = e`],
  ],
  [
    "a row that begins anew is a statement of its own",
    tex`\begin{align}a&=b\\c&=d\end{align}`,
    ["a = b", "c = d"],
  ],
  [
    "columns hold separate statements",
    tex`\begin{align}a&=b & c&=d\\&=e & &=f\end{align}`,
    ["a = b", "b = e", "c = d", "d = f"],
  ],
  [
    "three columns of eqnarray are one",
    tex`\begin{eqnarray}a&=&b\\&=&c\end{eqnarray}`,
    ["a = b", "b = c"],
  ],
  [
    "split inside equation counts as rows",
    tex`\begin{equation}\begin{split}a&=b\\&=c\end{split}\end{equation}`,
    ["a = b", "b = c"],
  ],
  [
    "a braced system is one statement a row",
    tex`\[\left\{\begin{aligned}a&=b\\c&=d\end{aligned}\right.\]`,
    ["a = b", "c = d"],
  ],
  ["multline is one formula", tex`\begin{multline}a=b\\+c\\-d\end{multline}`, [tex`a = b\\+c\\-d`]],
  ["gather has a statement a row", tex`\begin{gather}a=b\\-c=d\end{gather}`, ["a = b", "-c = d"]],
  [
    "a fence broken over rows is one",
    tex`\begin{align}a&=\left(b\right.\\&\left.+c\right)\end{align}`,
    [tex`a = \left(b\right.\\&\left.+c\right)`],
  ],
  [
    "wide spaces, commas and words separate",
    tex`\[a=b,\quad c=d\quad\text{and}\quad e=f;\ g=h\]`,
    ["a = b", "c = d", "e = f", "g = h"],
  ],
  [
    "so do small spaces where there are enough of them",
    tex`\[a=b\,\,\,\,c=d\;\;\;e=f\,g\,\,h\]`,
    ["a = b", "c = d", tex`e = f\,g\,\,h`],
  ],
  [
    "commas inside brackets and kets do not",
    tex`\[f(a,b)=[A,B]+\langle a,b\rangle+|n,m\rangle,\quad\{q,p\}=1\]`,
    [tex`f(a,b) = [A,B]+\langle a,b\rangle+|n,m\rangle`, tex`\{q,p\} = 1`],
  ],
  ["conditions are no claims", tex`\[a=b\qquad x>0,\quad n=1,2,3\]`, ["a = b"]],
  [
    "words of condition take what follows with them",
    tex`\[a=b\quad\text{for}\quad x=0\]`,
    ["a = b"],
  ],
  ["a list of values is no claim", tex`\[x=1,2,3\]\[i,j=1,2\]`, []],
  ["alternatives are no claims", tex`\[x=1\quad\text{or}\quad x=2\]`, []],
  [
    "full stops and commas at the end are no factors",
    tex`\begin{align}a&=b,\\&=c.\end{align}`,
    ["a = b", "b = c"],
  ],
  ["words that stand for a term stay", tex`\[E=\text{const}\]`, [tex`E = \text{const}`]],
  [
    "relations inside scripts, groups and arguments do not split",
    tex`\[\sum_{n=0}^N a_{i=j}=\frac{b=c}{d}\]`,
    [tex`\sum_{n=0}^N a_{i=j} = \frac{b=c}{d}`],
  ],
  [
    "annotated relations are relations",
    tex`\[a\stackrel{(3)}{=}b\overset{!}{=}c\]`,
    ["a = b", "b = c"],
  ],
  ["a definition is one sign", tex`\[a:=b\equiv c\]`, ["a := b", "b ≡ c"]],
  [
    "angle brackets typed as less and greater do not split",
    tex`\[<\phi|A|\psi>=0,\quad <A>=b\]`,
    [tex`<\phi|A|\psi> = 0`, "<A> = b"],
  ],
  ["arrows of implication separate", tex`\[a=b\Rightarrow c=d\]`, ["a = b", "c = d"]],
  [
    "an underbrace can claim something",
    tex`\[a=\underbrace{b-b}_{=0}+c\]`,
    [tex`a = \underbrace{b-b}_{=0}+c`, "b-b = 0"],
  ],
  [
    "a display that begins with a relation goes on with the one above",
    tex`\[a=b\] so that \[=c.\]`,
    ["a = b", "b = c"],
  ],
  [
    "intertext does not break a chain",
    tex`\begin{align}a&=b\\\intertext{which is}&=c\end{align}`,
    ["a = b", "b = c"],
  ],
  ["a heading does", tex`\[a=b\]\section{Next}\[=c=d\]`, ["a = b", "c = d"]],
];

describe("the statements of a display", () => {
  for (const [title, latex, expected] of displays)
    it(`${title}: ${latex}`, () => {
      assert.deepEqual(stepsOf(paperOf(latex)).map(shownStep), expected);
    });

  it("have spans that begin with the relation, or with the left side of a first one", () => {
    const text = tex`Text \begin{align} a + b &= c \\ &= d \\ &= e\end{align}`;
    const spans = stepsOf(paperOf(text)).map(({ span }) => text.slice(span.start, span.end));
    assert.deepEqual(spans, ["a + b &= c", "= d", "= e"]);
  });
});
