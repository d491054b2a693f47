/** Every way to name the variables of a term by the labels its letters show: relabelled sums come out alike. */
import { Beyond } from "../number/field";
import { difference, type Linear, substituted, times } from "./linear";
import type { Dummy } from "./term";

/** A label of a letter, or what stands beside a place in a wave. */
export interface Slot {
  readonly form: Linear;
}

/** Ways that are still followed up. */
const most = 800;

/** Maps from the variables to forms in u1, u2, … and free labels. */
export function namings(
  dummies: readonly Dummy[],
  slots: readonly Slot[],
  letter = "u",
): readonly ReadonlyMap<string, Linear>[] {
  const found: ReadonlyMap<string, Linear>[] = [];
  const visit = (
    waiting: readonly Dummy[],
    by: ReadonlyMap<string, Linear>,
    used: ReadonlySet<Slot>,
  ): void => {
    if (found.length > most) throw new Beyond("so many labels under sums over modes");
    if (waiting.length === 0) {
      found.push(by);
      return;
    }
    for (const slot of slots) {
      if (used.has(slot)) continue;
      const form = substituted(slot.form, by);
      const own = waiting.filter(({ key }) => form.of.has(key));
      if (own.length === 0) continue;
      const dummy = own.find(({ key }) => Math.abs(form.of.get(key) ?? 0) === 1);
      if (!dummy) throw new Beyond("a sum over multiples of labels");
      if (own.some(({ range }) => range !== "") && (form.of.size > 1 || form.constant !== 0))
        throw new Beyond("a sum over shifted labels between ends");
      const name: Linear = { of: new Map([[nameOf(letter, by.size, dummy), 1]]), constant: 0 };
      const c = form.of.get(dummy.key) as number;
      const rest = difference(form, { of: new Map([[dummy.key, c]]), constant: 0 });
      const solution = times(difference(name, rest), c);
      const one = new Map([[dummy.key, solution]]);
      const next = new Map([...by].map(([key, known]) => [key, substituted(known, one)] as const));
      next.set(dummy.key, solution);
      visit(
        waiting.filter((other) => other !== dummy),
        next,
        new Set([...used, slot]),
      );
    }
  };
  visit(dummies, new Map(), new Set());
  if (found.length === 0) throw new Beyond("a sum over labels that nothing shows");
  return found;
}

/** The range belongs to the name, so that sums over different ranges stay apart. */
const nameOf = (letter: string, n: number, { range, continuous }: Dummy): string =>
  `${letter}${n + 1}${continuous ? "" : "#"}${range}`;
