/** Command-line options shared by the commands, checked where they enter. */
import { readFileSync } from "node:fs";
import type { ParseArgsConfig } from "node:util";
import { parseArgs } from "node:util";
import { Failure } from "./failure";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Options that mean the same in `check`, `verify` and `read`. */
export const sharedOptions = {
  assume: { type: "string", multiple: true },
  metric: { type: "string" },
  dim: { type: "string" },
  epsilon: { type: "string" },
  macros: { type: "string" },
  "no-tacit": { type: "boolean" },
  seed: { type: "string" },
  budget: { type: "string" },
  format: { type: "string" },
} as const satisfies Options;

/** Conventions asked for on the command line; what a text states wins over them. */
export interface Asked {
  readonly metric?: "mostly-minus" | "mostly-plus";
  readonly dim?: number | "d";
  readonly epsilon?: 1 | -1;
}

/** `parseArgs` with its complaints turned into failures a person can act on. */
export function parse<O extends Options>(args: readonly string[], options: O, usage: string) {
  try {
    return parseArgs({
      args: spelledOut(args, options),
      options,
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    const what = error instanceof Error ? error.message.split("\n")[0] : String(error);
    throw new Failure(what ?? "The command was not understood.", `Usage: ${usage}`);
  }
}

/** `-x = y` is a formula and no option, also behind `--assume`. */
function spelledOut(args: readonly string[], options: Options): string[] {
  const end = args.indexOf("--");
  const before = end < 0 ? args : args.slice(0, end);
  const after = end < 0 ? [] : args.slice(end + 1);
  const named: string[] = [];
  const formulas: string[] = [];
  for (const arg of before) {
    const option = /^--([a-z-]+)$/.exec(named.at(-1) ?? "")?.[1];
    if (!isFormula(arg)) named.push(arg);
    else if (option !== undefined && options[option]?.type === "string")
      named.push(`${named.pop()}=${arg}`);
    else formulas.push(arg);
  }
  return formulas.length + after.length > 0 ? [...named, "--", ...formulas, ...after] : named;
}

/** Begins with a minus sign, and is not spelled like an option. */
const isFormula = (arg: string): boolean =>
  /^-[^-]/.test(arg) && !/^-[a-zA-Z]$/.test(arg) && /[\\{}^_=+\s]/.test(arg);

export function conventionsAsked(values: {
  readonly metric?: string | undefined;
  readonly dim?: string | undefined;
  readonly epsilon?: string | undefined;
}): Asked {
  const { metric, dim, epsilon } = values;
  return {
    ...(metric === undefined
      ? {}
      : { metric: oneOf("--metric", metric, ["mostly-minus", "mostly-plus"]) }),
    ...(dim === undefined ? {} : { dim: dim === "d" ? "d" : whole("--dim", dim, 1, 26) }),
    ...(epsilon === undefined
      ? {}
      : { epsilon: oneOf("--epsilon", epsilon, ["+1", "-1", "1"]) === "-1" ? -1 : 1 }),
  };
}

export function oneOf<const T extends string>(
  option: string,
  value: string,
  allowed: readonly T[],
): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined)
    throw new Failure(`${option} cannot be “${value}”.`, `Use one of: ${allowed.join(", ")}.`);
  return found;
}

export function whole(option: string, value: string, least: number, most: number): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < least || number > most)
    throw new Failure(
      `${option} cannot be “${value}”.`,
      `Use a whole number from ${least} to ${most}.`,
    );
  return number;
}

/** Macro definitions from a file: JSON (`{"\\p":"\\slashed{p}"}`) or LaTeX. */
export function macrosFrom(path: string | undefined): Readonly<Record<string, string>> | string {
  if (path === undefined) return {};
  const text = readText(path);
  if (!text.trimStart().startsWith("{")) return text;
  try {
    return JSON.parse(text) as Record<string, string>;
  } catch {
    throw new Failure(
      `${path} is not valid JSON.`,
      "Write an object of macro names and bodies, or a LaTeX preamble.",
    );
  }
}

export function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new Failure(`${path} could not be read.`, "Check the path and its permissions.");
  }
}
