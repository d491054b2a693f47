/** Edits that put one part of a side in the place of another, tried on the values of the parts: no new tree is evaluated. */
import { same, worlds } from "../evaluate/evaluate";
import type { Components } from "../evaluate/evaluation";
import { one } from "../expr/build";
import type { Expr } from "../expr/node";
import type { Edit, Instead } from "./edits";
import { type Ground, sample } from "./sample";

/** Whether the edited side equals the other one at this place; no entry where that was not seen. */
export function exchanged(
  other: Expr,
  side: Expr,
  edits: readonly Edit[],
  ground: Ground,
  ordinal: number,
): ReadonlyMap<Edit, boolean> {
  const swaps = edits.flatMap((edit) => (edit.instead ? [{ edit, instead: edit.instead }] : []));
  const parts = swaps.flatMap(({ instead: { out, put, over } }) => [out, put, over]);
  const exprs = [...new Set([other, side, one, ...parts])];
  const seen = new Map<Edit, boolean>();
  const [world] = worlds(exprs, ground.conventions, ground.facts);
  const found = world && sample(exprs, ground, { world, number: "double", ordinal });
  if (found?.kind !== "values") return seen;
  const values = new Map(exprs.map((expr, k) => [expr, found.components[k]]));
  const [target, whole] = [values.get(other), values.get(side)];
  if (!target || !whole) return seen;
  for (const { edit, instead } of swaps) {
    const value = edited(whole, instead, values);
    if (value) seen.set(edit, same(target, value));
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
