/** Steps with several moves in one line, taken apart without a model: lines found, judged where they would stand, and set by LaTeX. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { insertedSides } from "../src/protocol/insertSides";
import type { FileData, StepData } from "../src/protocol/review";
import { holds } from "../src/protocol/words";
import { expandStep } from "../src/review/expandStep";
import { Reviewer } from "../src/review/reviewer";
import { print, share, timings } from "./figures";

const files = { read: () => undefined };

/** `--show` prints every chain; paths of `.tex` files or folders, by default the examples and the papers of the tests. */
export function expand(args: readonly string[]): void {
  const given = args.filter((arg) => !arg.startsWith("--"));
  const paths = (given.length > 0 ? given : ["examples", "test/papers"]).flatMap(texFiles);
  const results = paths.flatMap((path) => compressedIn(path).map((step) => expanded(path, step)));
  const found = results.filter(({ sides }) => sides.length > 0);
  const whole = found.filter(({ judged }) => judged);
  const set = found.filter(({ compiles }) => compiles === true);
  print(
    `compressed steps:         ${results.length} in ${paths.length} files`,
    `expanded without a model: ${share(found.length, results.length)}`,
    `every link holds:         ${share(whole.length, found.length)}`,
    `compiles:                 ${found.some(({ compiles }) => compiles === undefined) ? "no pdflatex here" : share(set.length, found.length)}`,
    `lines put in:             ${found.reduce((count, { sides }) => count + sides.length, 0)}`,
    `time: ${timings(results.map(({ ms }) => ms))}`,
  );
  for (const { path, step, sides, moves, judged, compiles } of results)
    if (args.includes("--show") || (sides.length > 0 && !(judged && compiles)))
      print(
        `\n${path}:${step.end.line}  ${judged ? "judged" : "not judged"}, ${compiles ? "compiles" : "not compiled"}`,
        `    ${oneLine(step.left)}`,
        ...sides.map((side, i) => `  = ${side}    (${moves[i]})`),
        `  = ${oneLine(step.right)}`,
      );
}

const oneLine = (latex: string): string => latex.replace(/\s+/g, " ");

function texFiles(path: string): readonly string[] {
  if (path.endsWith(".tex")) return [path];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".tex"))
    .map((name) => join(path, name))
    .sort();
}

const reviewer = new Reviewer({
  conventions: {},
  assume: [],
  macros: {},
  search: true,
  seed: 1,
  version: "bench",
});

const reviewOf = (path: string, text: string): FileData | undefined =>
  reviewer.review(path, text, files).files.find((file) => file.path === path);

const stepsOf = (file: FileData | undefined): readonly StepData[] =>
  file?.displays.flatMap(({ steps }) => steps) ?? [];

const compressedIn = (path: string): readonly StepData[] =>
  stepsOf(reviewOf(path, readFileSync(path, "utf8"))).filter(
    (step) => step.compressed && holds(step) && step.rightAt,
  );

interface Expanded {
  readonly path: string;
  readonly step: StepData;
  readonly sides: readonly string[];
  readonly moves: readonly string[];
  readonly judged: boolean;
  /** Undefined where no LaTeX is installed. */
  readonly compiles: boolean | undefined;
  readonly ms: number;
}

function expanded(path: string, step: StepData): Expanded {
  const text = readFileSync(path, "utf8");
  const began = performance.now();
  const found = expandStep({ path, text, files }, step.end);
  const ms = performance.now() - began;
  const start = step.rightAt?.start;
  if (!found || !start)
    return { path, step, sides: [], moves: [], judged: false, compiles: false, ms };
  const lines = text.split("\n");
  const row = lines[start.line - 1] ?? "";
  lines[start.line - 1] =
    row.slice(0, start.column - 1) +
    insertedSides(text, start, found.sides) +
    row.slice(start.column - 1);
  const edited = lines.join("\n");
  return {
    ...{ path, step, ...found, ms },
    judged: isJudged(path, edited, step, found.sides.length),
    compiles: compiles(edited),
  };
}

/** All links of the longer chain hold, under no premise that the step did not lean on. */
function isJudged(path: string, edited: string, step: StepData, count: number): boolean {
  const before = stepsOf(reviewOf(path, readFileSync(path, "utf8")));
  const at = before.findIndex(
    ({ start, end, left }) =>
      start.line === step.start.line && end.line === step.end.line && left === step.left,
  );
  const after = stepsOf(reviewOf(path, edited));
  const links = after.slice(at, at + count + 1);
  return (
    after.length === before.length + count &&
    links.every((link) => holds(link) && (!link.tacit || step.tacit))
  );
}

function compiles(text: string): boolean | undefined {
  const folder = mkdtempSync(join(tmpdir(), "expand-"));
  writeFileSync(join(folder, "a.tex"), text);
  try {
    execFileSync(
      "pdflatex",
      ["-interaction=nonstopmode", "-halt-on-error", "-draftmode", "a.tex"],
      {
        cwd: folder,
        stdio: "ignore",
      },
    );
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? undefined : false;
  }
}
