/** Whole documents: counts per verdict, displays a second, and steps to look at. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { DisplayData, StepData } from "../src/protocol/review";
import { describe } from "../test/kit/expectations";
import { freshReviewer } from "../test/kit/freshReviewer";
import { counts, print, share, timings } from "./figures";

/** `--every N` takes each Nth file; `--show VERDICT` prints the steps with that verdict (`--interior`: only those that do not open a statement); `--alone` those that hold only where their display stands by itself. */
export function documents(args: readonly string[]): void {
  const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const root = args[0]?.startsWith("--") === false ? args[0] : "../shared/corpora/documents";
  const every = Number(option("--every") ?? 1);
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".tex"))
    .filter((_, i) => i % every === 0)
    .map((path) => join(root, path));
  const began = performance.now();
  const displays = paths.flatMap((path) => displaysOf(path, readFileSync(path, "utf8")));
  const seconds = (performance.now() - began) / 1000;
  const steps = displays.flatMap(({ path, display }) =>
    display.steps.map((step, i, all) => ({
      path,
      step,
      interior: all[i - 1]?.right === step.left,
    })),
  );
  const interior = steps.filter((entry) => entry.interior);
  print(
    `${paths.length} files, ${displays.length} displays, ${steps.length} steps, ${(displays.length / seconds).toFixed(1)} displays a second`,
    `all:      ${counts(steps.map(({ step }) => kindOf(step)))}`,
    `interior: ${counts(interior.map(({ step }) => kindOf(step)))}`,
    `interior held: ${share(interior.filter(({ step }) => holds(step)).length, interior.length)}`,
    `time: ${timings(steps.map(({ step }) => step.ms))}`,
  );
  if (args.includes("--alone")) {
    for (const found of displays) standAlone(found);
    return;
  }
  const wanted = option("--show") ?? "refuted";
  for (const { path, step } of args.includes("--interior") ? interior : steps)
    if (kindOf(step).startsWith(wanted) || step.why === wanted) show(path, step);
}

interface Found {
  readonly path: string;
  readonly text: string;
  readonly macros: Readonly<Record<string, string>>;
  readonly display: DisplayData;
}

const displaysOf = (path: string, text: string): readonly Found[] =>
  freshReviewer()
    .review(path, text, { read: () => undefined })
    .files.flatMap(({ path, displays, macros = {} }) =>
      displays.map((display) => ({ path, text, macros, display })),
    );

/** What holds where the display stands by itself, and not in its document. */
function standAlone({ path, text, macros, display }: Found): void {
  const lines = text.split("\n").slice(display.start.line - 1, display.end.line);
  const [alone] = freshReviewer(macros).review("alone.tex", lines.join("\n"), {
    read: () => undefined,
  }).files;
  const found = alone?.displays.flatMap(({ steps }) => steps) ?? [];
  for (const step of display.steps) {
    const same = found.find(({ left, right }) => left === step.left && right === step.right);
    if (same && holds(same) && !holds(step)) {
      show(path, step);
      print(`  alone: ${describe(same)} (${same.readAs})`);
    }
  }
}

function show(path: string, step: StepData): void {
  print(
    `\n${path}:${step.end.line} ${kindOf(step)} ${step.ms.toFixed(0)} ms`,
    `  ${step.left}  ${step.relation}  ${step.right}`.replace(/\s+/g, " "),
    `  ${describe(step)}`,
    `  read as ${step.readAs}`,
  );
}

const holds = (step: StepData): boolean => step.verdict === "proved" || step.verdict === "agrees";

const kindOf = (step: StepData): string =>
  step.why ? `open:${step.why}` : step.tacit ? `tacit:${step.verdict}` : step.verdict;
