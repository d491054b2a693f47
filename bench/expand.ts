/** Steps with several moves in one line, taken apart without a model: lines found, judged where they would stand, and set by LaTeX. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { insertion } from "../src/proposals/insertion";
import type { Place, ReviewData, StepData } from "../src/protocol/review";
import { holds } from "../src/protocol/words";
import { expandStep } from "../src/review/expandStep";
import { freshReviewer } from "../test/kit/freshReviewer";
import { print, share, timings } from "./figures";

const files = { read: () => undefined };

/** Prints every chain as it is found; paths of `.tex` files or folders, by default the examples; `--first N` stops after N steps. */
export async function expand(args: readonly string[]): Promise<void> {
  const at = args.indexOf("--first");
  const most = at < 0 ? Number.POSITIVE_INFINITY : Number(args[at + 1]);
  const given = args.filter((arg, i) => !arg.startsWith("--") && (at < 0 || i !== at + 1));
  const paths = (given.length > 0 ? given : ["examples"]).flatMap(texFiles);
  const results: Expanded[] = [];
  for (const path of paths) {
    if (results.length >= most) break;
    for (const step of compressedIn(path).slice(0, most - results.length)) {
      const one = await expanded(path, step);
      results.push(one);
      show(one);
    }
  }
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
}

const show = ({ path, step, sides, moves, judged, compiles }: Expanded): void =>
  print(
    `${path}:${step.end.line}  ${sides.length === 0 ? "not expanded" : judged ? "judged" : "not judged"}${compiles ? ", compiles" : ""}`,
    `    ${oneLine(step.left)}`,
    ...sides.map((side, i) => `  = ${side}    (${moves[i]})`),
    `  = ${oneLine(step.right)}\n`,
  );

const oneLine = (latex: string): string => latex.replace(/\s+/g, " ");

function texFiles(path: string): readonly string[] {
  if (path.endsWith(".tex")) return [path];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".tex"))
    .map((name) => join(path, name))
    .sort();
}

const reviewer = freshReviewer();

const reviewOf = (path: string, text: string): ReviewData => reviewer.review(path, text, files);

const compressedIn = (path: string): readonly StepData[] =>
  reviewOf(path, readFileSync(path, "utf8"))
    .files.flatMap(({ displays }) => displays)
    .flatMap(({ steps }) => steps)
    .filter((step) => step.compressed && holds(step) && step.rightAt);

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

async function expanded(path: string, step: StepData): Promise<Expanded> {
  const text = readFileSync(path, "utf8");
  const began = performance.now();
  const found = expandStep({ path, text, files }, step.start);
  const ms = performance.now() - began;
  if (!found) return { path, step, sides: [], moves: [], judged: false, compiles: false, ms };
  const put = await insertion(text, step, found.sides, async (copy) => reviewOf(path, copy));
  return {
    ...{ path, step, ...found, ms },
    judged: put !== null,
    compiles: put !== null && compiles(inserted(text, put)),
  };
}

function inserted(text: string, { at, text: rows }: { at: Place; text: string }): string {
  const lines = text.split("\n");
  const row = lines[at.line - 1] ?? "";
  lines[at.line - 1] = row.slice(0, at.column - 1) + rows + row.slice(at.column - 1);
  return lines.join("\n");
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
