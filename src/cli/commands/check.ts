/** `tacit check`: review the derivations of manuscripts. */
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ReviewData } from "../../protocol/review";
import { htmlReport } from "../../report/html";
import { jsonReport } from "../../report/json";
import { textReport } from "../../report/text";
import { onlyLines } from "../../review/onlyLines";
import { Failure } from "../failure";
import { manuscripts } from "../files";
import { conventionsAsked, macrosFrom, oneOf, parse, sharedOptions, whole } from "../options";
import { reviewAll } from "../reviewAll";
import { terminalStyle, terminalWidth } from "../terminal";

const usage = "tacit check [FILE|DIR|-]… [--format text|json|html] [--output FILE]";

export async function check(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(
    args,
    {
      ...sharedOptions,
      output: { type: "string" },
      lines: { type: "string" },
      jobs: { type: "string" },
      strict: { type: "boolean" },
    },
    usage,
  );
  const paths = manuscripts(positionals.length > 0 ? positionals : ["."]);
  if (paths.length === 0)
    throw new Failure(
      "There is no manuscript here.",
      "Give .tex, .md, .qmd or .ipynb files, or a folder that has some.",
    );
  const format = oneOf("--format", values.format ?? "text", ["text", "json", "html"]);
  const lines = values.lines === undefined ? undefined : lineRange(values.lines);
  const review = await reviewAll(paths, {
    conventions: conventionsAsked(values),
    assume: values.assume ?? [],
    macros: macrosFrom(values.macros),
    search: values["no-tacit"] !== true,
    seed: whole("--seed", values.seed ?? "1", 0, 2 ** 31),
    ...(values.budget === undefined ? {} : { budget: whole("--budget", values.budget, 1, 1e9) }),
    jobs: whole("--jobs", values.jobs ?? "1", 1, 64),
  });
  const shown = lines ? onlyLines(review, lines) : review;
  write(render(shown, format, values.output === undefined), values.output);
  return exitCode(shown, values.strict === true);
}

function render(review: ReviewData, format: "text" | "json" | "html", toTerminal: boolean): string {
  if (format === "json") return jsonReport(review);
  if (format === "html")
    return htmlReport(review, readFileSync(join(__dirname, "report.css"), "utf8"));
  return textReport(review, {
    style: terminalStyle(toTerminal ? process.stdout : { isTTY: false }),
    width: terminalWidth(),
  });
}

/** All of it or nothing: the file appears under its name when it is complete. */
function write(text: string, path: string | undefined): void {
  if (path === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(`${path}.partial`, text);
    renameSync(`${path}.partial`, path);
  } catch {
    throw new Failure(
      `${path} could not be written.`,
      "Check that the folder exists and may be written to.",
    );
  }
}

function lineRange(text: string): { readonly from: number; readonly to: number } {
  const match = /^(\d+)(?:-(\d+))?$/.exec(text);
  if (!match)
    throw new Failure(
      `--lines cannot be “${text}”.`,
      "Use A-B, counting from 1, as in --lines 40-60.",
    );
  const from = Number(match[1]);
  return { from, to: Number(match[2] ?? from) };
}

function exitCode(review: ReviewData, strict: boolean): number {
  if (review.files.some(({ problems }) => problems.some(({ fatal }) => fatal))) return 2;
  const steps = review.files.flatMap((file) => file.displays.flatMap((display) => display.steps));
  if (steps.some(({ verdict }) => verdict === "refuted")) return 1;
  return strict && steps.some(({ tacit, why }) => tacit || why === "differs") ? 1 : 0;
}
