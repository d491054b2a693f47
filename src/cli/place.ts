/** FILE:LINE on the command line, and the files beside it. */
import { readFileSync } from "node:fs";
import { Failure } from "./failure";

export function fileAndLine(target: string): { readonly path: string; readonly line: number } {
  const [, path, line] = /^(.+):(\d+)$/.exec(target) ?? [];
  if (path && line) return { path, line: Number(line) };
  throw new Failure(`“${target}” names no line.`, "Write FILE:LINE, as in paper.tex:42.");
}

export function readBeside(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
