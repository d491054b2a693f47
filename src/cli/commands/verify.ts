/** `tacit verify`: judge one claimed identity, or a batch of them. */

import { symbolOf, wordOf } from "../../protocol/words";
import { plain } from "../../report/style";
import type { JudgementData } from "../../review/verify";
import { verifyItem } from "../../review/verify";
import { runBatch } from "../batch";
import { Failure } from "../failure";
import { conventionsAsked, macrosFrom, oneOf, parse, sharedOptions, whole } from "../options";
import { terminalStyle } from "../terminal";

const usage = "tacit verify 'A = B' [--assume TEX]… | tacit verify --batch FILE.jsonl";

export async function verify(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(
    args,
    { ...sharedOptions, batch: { type: "string" } },
    usage,
  );
  const shared = {
    ...conventionsAsked(values),
    assume: values.assume ?? [],
    macros: macrosFrom(values.macros),
    ...(values["no-tacit"] ? { premises: "none" as const } : {}),
  };
  const options = {
    seed: whole("--seed", values.seed ?? "1", 0, 2 ** 31),
    ...(values.budget === undefined ? {} : { budget: whole("--budget", values.budget, 1, 1e9) }),
  };
  if (values.batch !== undefined)
    return runBatch(values.batch, (item) => verifyItem({ ...shared, ...item }, options));
  const [latex] = positionals;
  if (latex === undefined || positionals.length > 1)
    throw new Failure("One claim is needed.", `Usage: ${usage}`);
  const result = verifyItem({ ...shared, latex }, options);
  const format = oneOf("--format", values.format ?? "text", ["text", "json"]);
  process.stdout.write(format === "json" ? `${JSON.stringify(result)}\n` : inWords(result));
  return result.verdict === "refuted" ? 1 : 0;
}

function inWords(result: JudgementData): string {
  const style = terminalStyle(process.stdout);
  const links = result.links ?? [result];
  return links
    .map((link) => {
      const mark = style.verdict(link, `${symbolOf(link)} ${wordOf(link)}`);
      return `${mark}  ${plain(link.message)}\n${style.dim(`   read as ${link.readAs}`)}\n`;
    })
    .join("");
}
