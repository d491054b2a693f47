/** Assumptions handed over with a claim, as premises. */
import type { Conventions, Premise } from "../math/expr/claim";
import { readAssume } from "../paper/derivation/assume";
import type { Context } from "../paper/notation/context";

export interface Assumed {
  readonly premises: readonly Premise[];
  /** Entries that were not understood: nothing may be refuted then. */
  readonly unread: readonly string[];
  readonly conventions: Conventions;
}

export function assumed(
  entries: readonly string[],
  context: Context,
  macros: Readonly<Record<string, string>>,
): Assumed {
  const premises: Premise[] = [];
  const unread: string[] = [];
  let { conventions } = context;
  for (const entry of entries) {
    const read = readAssume(entry, context, macros);
    if (read.kind === "unread") {
      unread.push(entry);
      continue;
    }
    const changed = Object.keys(read.conventions) as Conventions["declared"][number][];
    conventions = {
      ...conventions,
      ...read.conventions,
      declared: [...new Set([...conventions.declared, ...changed])],
    };
    if (read.facts.length > 0)
      premises.push({
        id: "assumed",
        name: "assumed",
        latex: entry,
        source: "stated",
        facts: read.facts,
      });
  }
  return { premises, unread, conventions };
}
