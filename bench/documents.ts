/** Whole documents: counts per verdict, displays a second, and the refuted steps to look at. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe } from "../test/kit/expectations";
import { freshReviewer } from "../test/kit/freshReviewer";
import { counts, print, timings } from "./figures";

export function documents(args: readonly string[]): void {
  const root = args[0]?.startsWith("--") === false ? args[0] : "../shared/corpora/documents";
  const paths = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".tex"))
    .map((path) => join(root, path));
  const began = performance.now();
  const steps = paths.flatMap((path) => {
    const reviewer = freshReviewer();
    const { files } = reviewer.review(path, readFileSync(path, "utf8"), { read: () => undefined });
    return files.flatMap((file) =>
      file.displays.flatMap((display, at) =>
        display.steps.map((step) => ({ path: file.path, at, step })),
      ),
    );
  });
  const seconds = (performance.now() - began) / 1000;
  const displays = new Set(steps.map(({ path, at }) => `${path} ${at}`)).size;
  print(
    `${paths.length} files, ${displays} displays, ${steps.length} steps, ${(displays / seconds).toFixed(1)} displays a second`,
    counts(
      steps.map(({ step }) =>
        step.tacit ? `tacit:${step.verdict}` : step.why ? `open:${step.why}` : step.verdict,
      ),
    ),
    `time: ${timings(steps.map(({ step }) => step.ms))}`,
  );
  const wanted = args.includes("--show") ? args[args.indexOf("--show") + 1] : "refuted";
  for (const { path, step } of steps)
    if ((step.why ?? step.verdict) === wanted)
      print(
        `\n${path}:${step.end.line}`,
        `  ${step.left}  ${step.relation}  ${step.right}`.replace(/\s+/g, " "),
        `  ${describe(step)}`,
      );
}
