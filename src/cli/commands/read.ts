/** `tacit read`: show how a formula is read, and what is not covered. */
import { readItem } from "../../review/read";
import { runBatch } from "../batch";
import { Failure } from "../failure";
import { conventionsAsked, macrosFrom, oneOf, parse, sharedOptions } from "../options";

const usage = "tacit read 'TEX' [--explain] [--macros FILE] | tacit read --batch FILE.jsonl";

export async function read(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(
    args,
    { ...sharedOptions, batch: { type: "string" }, explain: { type: "boolean" } },
    usage,
  );
  const shared = {
    ...conventionsAsked(values),
    assume: values.assume ?? [],
    macros: macrosFrom(values.macros),
  };
  if (values.batch !== undefined)
    return runBatch(values.batch, (item) => readItem({ ...shared, ...item }));
  const [latex] = positionals;
  if (latex === undefined || positionals.length > 1)
    throw new Failure("One formula is needed.", `Usage: ${usage}`);
  const result = readItem({ ...shared, latex });
  const format = oneOf("--format", values.format ?? "text", ["text", "json"]);
  if (format === "json") {
    process.stdout.write(`${JSON.stringify(result)}\n`);
    return 0;
  }
  const lines = [
    ...result.alternatives.map((reading, i) => (i === 0 ? reading : `or: ${reading}`)),
    ...result.gaps.map(({ token, why }) => `not read: ${token} (${why})`),
    ...(values.explain
      ? result.kinds.map(({ name, kind, why }) => `  ${name}: ${kind}, ${why}`)
      : []),
  ];
  process.stdout.write(`${lines.join("\n")}\n`);
  return 0;
}
