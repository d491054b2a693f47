/** Edits tried on the values of the parts of a side: no new tree is written out. */

import type { Instead } from "../evaluate/changed";
import { same, worlds } from "../evaluate/evaluate";
import type { Components } from "../evaluate/evaluation";
import type { Expr } from "../expr/node";
import type { Draft } from "./edits";
import { type Ground, sample } from "./sample";

/** Whether the edited side equals the other one at this place; no entry where that was not seen. */
export function exchanged(
  other: Expr,
  side: Expr,
  drafts: readonly Draft[],
  ground: Ground,
  ordinal: number,
): ReadonlyMap<Draft, boolean> {
  const swaps = drafts.flatMap((draft) =>
    draft.instead ? [{ draft, instead: draft.instead }] : [],
  );
  const changes = drafts.flatMap((draft) =>
    draft.replacement ? [{ draft, replacement: draft.replacement }] : [],
  );
  const sides = [other, side];
  const parts = [...new Set(swaps.flatMap(({ instead: { out, put } }) => [out, put]))];
  const factors = [...new Set(swaps.map(({ instead }) => instead.over))];
  const seen = new Map<Draft, boolean>();
  const [world] = worlds(sides, ground.conventions, ground.facts);
  if (!world) return seen;
  const spot = { world, number: "double" as const, ordinal };
  const replacements = changes.map(({ replacement }) => replacement);
  const made = { parts, changes: replacements, numbers: factors };
  const found = sample(sides, ground, spot, made);
  if (found.kind !== "values") return seen;
  const exprs = [...sides, ...parts];
  const after = exprs.length + changes.length;
  const values = new Map(exprs.map((expr, k) => [expr, found.components[k]]));
  const numbers = new Map(
    factors.map((expr, k) => [expr, found.components[after + k]?.entries[0]]),
  );
  const [target, whole] = [values.get(other), values.get(side)];
  if (!target || !whole) return seen;
  for (const { draft, instead } of swaps) {
    const value = edited(whole, instead, values, numbers.get(instead.over));
    if (value) seen.set(draft, same(target, value));
  }
  for (const [k, { draft }] of changes.entries()) {
    const value = found.components[exprs.length + k];
    if (value) seen.set(draft, same(target, value));
  }
  return seen;
}

function edited(
  whole: Components,
  instead: Instead,
  values: ReadonlyMap<Expr, Components | undefined>,
  by: unknown,
): Components | undefined {
  const [out, put] = [values.get(instead.out), values.get(instead.put)];
  const { field } = whole;
  const size = whole.entries.length;
  if (!out || !put || by === undefined || field.isZero(by)) return undefined;
  if (out.entries.length !== size || put.entries.length !== size) return undefined;
  const entries = whole.entries.map((entry, k) =>
    field.add(field.sub(entry, out.entries[k]), field.div(put.entries[k], by)),
  );
  return { ...whole, entries, scale: Math.max(whole.scale, put.scale / field.magnitude(by)) };
}
