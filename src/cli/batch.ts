/** One JSON object a line in, one a line out, in the same order; a bad line is answered and the rest goes on. */
import { createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { Failure } from "./failure";

type Item = { readonly id?: unknown; readonly latex: string };

export async function runBatch<I extends Item>(
  path: string,
  answer: (item: I) => object,
): Promise<number> {
  if (path !== "-" && !existsSync(path))
    throw new Failure(
      `${path} could not be read.`,
      "Give a file of JSON lines, or - for standard input.",
    );
  const input = path === "-" ? process.stdin : createReadStream(path, "utf8");
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === "") continue;
    const reply = `${JSON.stringify(answerLine(line, answer))}\n`;
    if (!process.stdout.write(reply))
      await new Promise((resolve) => process.stdout.once("drain", resolve));
  }
  return 0;
}

function answerLine<I extends Item>(line: string, answer: (item: I) => object): object {
  let id: unknown = null;
  try {
    const item: unknown = JSON.parse(line);
    if (item === null || typeof item !== "object" || Array.isArray(item))
      return { id, error: "each line must be a JSON object" };
    if ("id" in item) id = item.id;
    if (!("latex" in item) || typeof item.latex !== "string")
      return { id, error: "an item needs a string `latex`" };
    return { id, ...answer(dropNulls(item) as I) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

/** `null` means the same as leaving the key out. */
const dropNulls = (item: object): object =>
  Object.fromEntries(Object.entries(item).filter(([, value]) => value !== null));
