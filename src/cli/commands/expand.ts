/** `tacit expand`: the lines between the two sides of a step, found and judged without a model. */
import { plain } from "../../report/style";
import { expandStep } from "../../review/expandStep";
import { Failure } from "../failure";
import { oneOf, parse, readText } from "../options";
import { fileAndLine, readBeside } from "../place";
import { terminalStyle } from "../terminal";

const usage = "tacit expand FILE:LINE [--format text|json]";

export async function expand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(
    args,
    { format: { type: "string" }, help: { type: "boolean", short: "h" } },
    usage,
  );
  const [target] = positionals;
  if (target === undefined || positionals.length > 1)
    throw new Failure("One place is needed.", `Usage: ${usage}`);
  const format = oneOf("--format", values.format ?? "text", ["text", "json"]);
  const { path, line } = fileAndLine(target);
  const source = { path, text: readText(path), files: { read: readBeside } };
  const found = expandStep(source, { line, column: Number.MAX_SAFE_INTEGER });
  const { sides, moves } = found ?? { sides: [], moves: [] };
  if (format === "json") process.stdout.write(`${JSON.stringify({ sides, moves })}\n`);
  else if (sides.length === 0) process.stdout.write("Nothing is found between the two sides.\n");
  else {
    const style = terminalStyle(process.stdout);
    for (const [i, side] of sides.entries())
      process.stdout.write(`= ${side}\n    ${style.dim(plain(moves[i] ?? ""))}\n`);
  }
  return 0;
}
