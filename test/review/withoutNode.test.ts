/** The checker where there is no Node: with the language and a clock alone, as in a browser's worker. */
import { strict as assert } from "node:assert";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import type { ReviewData } from "../../src/protocol/review";
import type { Expansion } from "../../src/review/expandStep";
import type { JudgementData } from "../../src/review/verify";

const r = String.raw;

describe("without Node", () => {
  let program: string;

  before(async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: `
          export { Reviewer } from "./src/review/reviewer";
          export { verifyItem } from "./src/review/verify";
          export { expandStep } from "./src/review/expandStep";`,
        resolveDir: process.cwd(),
      },
      bundle: true,
      platform: "browser",
      target: "es2022",
      format: "iife",
      globalName: "tacit",
      write: false,
    });
    program = outputFiles[0]?.text ?? "";
  });

  const run = <T>(expression: string): T => {
    const browser = createContext({ performance });
    runInContext(program, browser);
    return JSON.parse(runInContext(`JSON.stringify(${expression})`, browser));
  };

  const source = (row: string) =>
    JSON.stringify(r`\begin{document}
\begin{align}
${row}
\end{align}
\end{document}`);
  const files = "{ read: () => undefined }";

  it("a paper is reviewed", () => {
    const { files: reviewed } = run<ReviewData>(`
      new tacit.Reviewer({ conventions: {}, assume: [], macros: {}, search: true, seed: 1, version: "" })
        .review("a.tex", ${source(r`(a+b)^2 &= a^2+2ab+b^2 \\ &= a^2+b^2`)}, ${files})`);
    assert.deepEqual(
      reviewed[0]?.displays[0]?.steps.map(({ verdict }) => verdict),
      ["proved", "refuted"],
    );
  });

  it("a claim is judged", () => {
    const { verdict } = run<JudgementData>(
      `tacit.verifyItem({ latex: ${JSON.stringify(r`\sin^2 x + \cos^2 x = 1`)} })`,
    );
    assert.equal(verdict, "proved");
  });

  it("a step is filled in", () => {
    const { sides } = run<Expansion>(`
      tacit.expandStep(
        { path: "a.tex", text: ${source(r`(\slashed{p}-m)(\slashed{p}+m) &= 0`)}, files: ${files} },
        { line: 3, column: 60 })`);
    assert.notEqual(sides.length, 0);
  });
});
