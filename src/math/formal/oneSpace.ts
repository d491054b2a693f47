/** One name is one index: where it was read in two spaces, the letter alone had left open which. */
import type { Expr, Index, IndexSpace } from "../expr/node";
import { indicesOn } from "../expr/questions";
import { mapIndices, nodes } from "../expr/walk";

/** The sides with every index name in one space, as far as that is certain. */
export function inOneSpace(sides: readonly [Expr, Expr]): readonly [Expr, Expr] {
  const spaces = new Map<string, Set<IndexSpace>>();
  for (const side of sides)
    for (const node of nodes(side))
      for (const { name, space } of indicesOn(node))
        spaces.set(name, (spaces.get(name) ?? new Set()).add(space));
  const chosen = new Map<string, IndexSpace>();
  for (const [name, found] of spaces) {
    const certain = [...found].filter((space) => !isUnsure(space, name, found));
    const [space, more] = certain.length > 0 ? certain : [...found].toSorted();
    if (found.size > 1 && space && !more) chosen.set(name, space);
  }
  if (chosen.size === 0) return sides;
  const change = (index: Index): Index => {
    const space = chosen.get(index.name);
    return space && index.value === undefined ? { ...index, space } : index;
  };
  return [mapIndices(sides[0], change), mapIndices(sides[1], change)];
}

/** Spaces that a letter is read in where nothing else tells: a, b as adjoint, r of δ_{br} as of spacetime. */
const isUnsure = (space: IndexSpace, name: string, found: ReadonlySet<IndexSpace>): boolean =>
  space === "generic" ||
  space === "adjoint" ||
  (space === "lorentz" && found.has("spatial") && /^[a-z]/u.test(name));
