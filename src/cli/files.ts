/** Finding the manuscripts that a command line names. */
import { readdirSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { Failure } from "./failure";

const extensions = new Set([".tex", ".md", ".qmd", ".ipynb", ".ltx", ".Rmd"]);
const skipped = new Set(["node_modules", ".git", "dist", "build", "_build"]);

/** Every manuscript under these paths; directories are walked in name order. */
export function manuscripts(paths: readonly string[]): readonly string[] {
  return [...new Set(paths.flatMap((path) => under(path, true)))];
}

function under(path: string, named: boolean): readonly string[] {
  if (path === "-") return ["-"];
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) {
    if (named) throw new Failure(`${path} does not exist.`, "Check the path.");
    return [];
  }
  if (stats.isDirectory())
    return readdirSync(path)
      .sort()
      .filter((name) => !skipped.has(name) && !name.startsWith("."))
      .flatMap((name) => under(join(path, name), false));
  return named || extensions.has(extname(path)) ? [path] : [];
}
