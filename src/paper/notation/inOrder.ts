/** F_{μν}^a and F^a_{μν} are one thing on paper: of two scripts at one place the upper one comes first. */
import { letterSort } from "./indexSpace";
import { type Name, nameOf } from "./name";
import type { Page } from "./reader";
import type { ScriptPart } from "./scripts";
import { uses } from "./survey";

/** The scripts in the order in which they are read; a row and a column in the order written, unless the statement writes both. */
export function inOrder(
  page: Page,
  name: Name,
  parts: readonly ScriptPart[],
): readonly ScriptPart[] {
  const [below, above, ...more] = parts;
  if (more.length > 0 || below?.place !== "sub" || above?.place !== "sup") return parts;
  if (above.staggered) return parts;
  const bothWays =
    uses(page.survey, name.name, "sub-first", name.bold) > 0 &&
    uses(page.survey, name.name, "sup-first", name.bold) > 0;
  return bothWays || !share(spaces(page, below), spaces(page, above)) ? [above, below] : parts;
}

/** The index spaces of the letters in a script. */
const spaces = (page: Page, { nodes }: ScriptPart): readonly string[] =>
  nodes
    .map((node) => letterSort(page, nameOf(node)?.name ?? ""))
    .filter((sort) => sort !== "label");

const share = (left: readonly string[], right: readonly string[]): boolean =>
  left.some((sort) => right.includes(sort));
