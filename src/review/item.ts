/** One formula handed over on its own, as `verify` and `read` take it. */
import { type Conventions, defaultConventions } from "../math/expr/claim";

export interface Item {
  readonly latex: string;
  readonly assume?: readonly string[];
  readonly metric?: "mostly-minus" | "mostly-plus";
  readonly dim?: number | "d";
  readonly epsilon?: 1 | -1;
  /** Name → body, or a LaTeX preamble. */
  readonly macros?: Readonly<Record<string, string>> | string;
  /** `none`: no search for tacit premises. */
  readonly premises?: "none";
}

/** Conventions as asked for; what is asked for counts as declared. */
export function conventionsOf({ metric, dim, epsilon }: Omit<Item, "latex">): Conventions {
  return {
    ...defaultConventions,
    ...(metric ? { metric } : {}),
    ...(dim ? { dim } : {}),
    ...(epsilon ? { epsilon } : {}),
    declared: [
      ...(metric ? (["metric"] as const) : []),
      ...(dim ? (["dim"] as const) : []),
      ...(epsilon ? (["epsilon"] as const) : []),
    ],
  };
}

export const macrosOf = (macros: Item["macros"]): Readonly<Record<string, string>> =>
  typeof macros === "string" ? { preamble: macros } : (macros ?? {});
