/** Displays of real notes: verdicts of interior steps, and the time a step takes. */
import type { StepData } from "../src/protocol/review";
import { describe } from "../test/kit/expectations";
import { freshReviewer } from "../test/kit/freshReviewer";
import { counts, jsonLines, print, share, timings } from "./figures";

interface Item {
  readonly id: string;
  readonly latex: string;
  readonly macros: Readonly<Record<string, string>>;
}

/** `--every N` takes each Nth display; `--show VERDICT` prints the steps with that verdict (`--interior`: only those that do not open a statement), `--slow MS` those that took longer. */
export function chains(args: readonly string[]): void {
  const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  const path = args[0]?.startsWith("--") === false ? args[0] : "../shared/corpora/chains.jsonl";
  const every = Number(option("--every") ?? 1);
  const items = jsonLines<Item>(path).filter((_, i) => i % every === 0);
  const began = performance.now();
  const steps = items.flatMap((item) =>
    stepsOf(item).map((step, i, all) => ({
      item,
      step,
      interior: all[i - 1]?.right === step.left,
    })),
  );
  const seconds = (performance.now() - began) / 1000;
  const interior = steps.filter((entry) => entry.interior);
  const held = (step: StepData) => step.verdict === "proved" || step.verdict === "agrees";
  print(
    `${items.length} displays, ${steps.length} steps, ${(items.length / seconds).toFixed(1)} displays a second`,
    `all:      ${counts(steps.map(({ step }) => kindOf(step)))}`,
    `interior: ${counts(interior.map(({ step }) => kindOf(step)))}`,
    `interior held without tacit premises: ${share(interior.filter(({ step }) => held(step) && !step.tacit).length, interior.length)}`,
    `interior held in all:                 ${share(interior.filter(({ step }) => held(step)).length, interior.length)}`,
    `time: ${timings(steps.map(({ step }) => step.ms))}`,
  );
  const wanted = option("--show");
  const longest = Number(option("--slow") ?? Number.POSITIVE_INFINITY);
  for (const { item, step } of args.includes("--interior") ? interior : steps)
    if ((wanted !== undefined && kindOf(step).startsWith(wanted)) || step.ms > longest)
      print(
        `\n${item.id} ${kindOf(step)} ${step.ms.toFixed(0)} ms`,
        `  ${step.left}  ${step.relation}  ${step.right}`.replace(/\s+/g, " "),
        `  ${describe(step)}`,
      );
}

const kindOf = (step: StepData): string =>
  step.why ? `open:${step.why}` : step.tacit ? `tacit:${step.verdict}` : step.verdict;

function stepsOf(item: Item): readonly StepData[] {
  const reviewer = freshReviewer(Object.values(item.macros).join("\n"));
  const [file] = reviewer.review(`${item.id}.tex`, item.latex, { read: () => undefined }).files;
  return file?.displays.flatMap((display) => display.steps) ?? [];
}
