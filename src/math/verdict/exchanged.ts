/** Edits tried on the values of the parts of a side: no new tree is written out. */

import type { Instead } from "../evaluate/changed";
import { same, worlds } from "../evaluate/evaluate";
import type { Components } from "../evaluate/evaluation";
import { one } from "../expr/build";
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
  const parts = swaps.flatMap(({ instead: { out, put, over } }) => [out, put, over]);
  const exprs = [...new Set([other, side, one, ...parts])];
  const seen = new Map<Draft, boolean>();
  const [world] = worlds(exprs, ground.conventions, ground.facts);
  const spot = world && { world, number: "double" as const, ordinal };
  const replacements = changes.map(({ replacement }) => replacement);
  const found = spot && sample(exprs, ground, spot, replacements);
  if (found?.kind !== "values") return seen;
  const values = new Map(exprs.map((expr, k) => [expr, found.components[k]]));
  const [target, whole] = [values.get(other), values.get(side)];
  if (!target || !whole) return seen;
  for (const { draft, instead } of swaps) {
    const value = edited(whole, instead, values);
    if (value) seen.set(draft, same(target, value));
  }
  for (const [k, { draft }] of changes.entries()) {
    const value = found.components[exprs.length + k];
    if (value) seen.set(draft, same(target, value));
  }
  return seen;
}

/** A number is what it does to one: both may stand for operators at work on something. */
function edited(
  whole: Components,
  instead: Instead,
  values: ReadonlyMap<Expr, Components | undefined>,
): Components | undefined {
  const { out, put, over, unit } = {
    out: values.get(instead.out),
    put: values.get(instead.put),
    over: values.get(instead.over),
    unit: values.get(one),
  };
  const size = whole.entries.length;
  if (!out || !put || !over || !unit) return undefined;
  const { field } = whole;
  const at = unit.entries.findIndex((entry) => !field.isZero(entry));
  if (at < 0 || over.entries.length !== unit.entries.length) return undefined;
  const by = field.div(over.entries[at], unit.entries[at]);
  if (field.isZero(by) || out.entries.length !== size || put.entries.length !== size)
    return undefined;
  const entries = whole.entries.map((entry, k) =>
    field.add(field.sub(entry, out.entries[k]), field.div(put.entries[k], by)),
  );
  return { ...whole, entries, scale: Math.max(whole.scale, put.scale / field.magnitude(by)) };
}
