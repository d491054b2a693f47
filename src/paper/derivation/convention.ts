/** The conventions of a paper: asked for, declared in comments, stated in formulas and prose. */
import { type Conventions, defaultConventions } from "../../math/expr/claim";
import type { ConventionChange } from "./assume";

/** One place that declares something, in reading order. */
export interface Declared {
  readonly change: ConventionChange;
  readonly file: string;
  readonly line: number;
  /** Position among the blocks of the manuscript. */
  readonly at: number;
}

/** Conventions with these changes, which count as declared. */
function withChange(conventions: Conventions, change: ConventionChange): Conventions {
  const keys = Object.keys(change) as Conventions["declared"][number][];
  if (keys.length === 0) return conventions;
  return { ...conventions, ...change, declared: [...new Set([...conventions.declared, ...keys])] };
}

/** Asked for on the command line; what the text states wins over it. */
export const asked = (options: ConventionChange): Conventions =>
  withChange(defaultConventions, options);

/** What holds at a block: a key declared one way only holds everywhere, else the last one before. The dimension always holds from its place on, since papers leave four of them on the way. */
export function conventionsAt(
  base: Conventions,
  declared: readonly Declared[],
  at: number,
): Conventions {
  let result = base;
  for (const key of ["metric", "dim", "epsilon", "traceOfUnity"] as const) {
    const places = declared.filter(({ change }) => change[key] !== undefined);
    const [first] = places;
    const agreed = places.every(({ change }) => change[key] === first?.change[key]);
    const chosen = agreed && key !== "dim" ? first : places.findLast((place) => place.at <= at);
    if (chosen) result = withChange(result, { [key]: chosen.change[key] });
  }
  return result;
}

/** `metric = mostly-plus`, `dim = d`, `epsilon = +1`. */
export function settingOf(
  key: "metric" | "dim" | "epsilon",
  value: string,
): ConventionChange | undefined {
  if (key === "metric") {
    const metric = value.toLowerCase().replace("_", "-");
    return metric === "mostly-plus" || metric === "mostly-minus" || metric === "euclidean"
      ? { metric }
      : undefined;
  }
  if (key === "epsilon")
    return /^[+-]?1$/.test(value) ? { epsilon: value === "-1" ? -1 : 1 } : undefined;
  if (/^[dDnN]$/.test(value)) return { dim: "d" };
  return /^\d+$/.test(value) ? { dim: Number(value) } : undefined;
}
