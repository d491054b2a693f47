/** Tries an equation in every world, in exact arithmetic and in doubles. */

import { distance, evaluate, same, worlds } from "../../src/math/evaluate/evaluate";
import type { NumberKind } from "../../src/math/evaluate/number/field";
import { type Conventions, defaultConventions, type Fact } from "../../src/math/expr/claim";
import type { Expr } from "../../src/math/expr/node";

export interface Tried {
  readonly equal: boolean;
  readonly why: string;
}

export interface Circumstances {
  readonly conventions?: Partial<Conventions>;
  readonly facts?: readonly Fact[];
  readonly numbers?: readonly NumberKind[];
  readonly points?: number;
}

/** Equal at some points of every world; the reason where it is not, or has no value. */
export function tried(left: Expr, right: Expr, circumstances: Circumstances = {}): Tried {
  const conventions = { ...defaultConventions, ...circumstances.conventions };
  const facts = circumstances.facts ?? [];
  const list = worlds([left, right], conventions, facts);
  if (list.length === 0) return { equal: false, why: "no world" };
  for (const world of list)
    for (const number of circumstances.numbers ?? (["prime", "double"] as const)) {
      let compared = 0;
      for (let ordinal = 0; ordinal < (circumstances.points ?? 2) + 8; ordinal++) {
        const result = evaluate(
          [left, right],
          { conventions, facts, world },
          { number, seed: 1, ordinal },
        );
        if (result.kind === "beyond") return { equal: false, why: `beyond: ${result.construct}` };
        if (result.kind === "undefined") continue;
        const [a, b] = result.components;
        if (!a || !b) continue;
        if (!same(a, b))
          return {
            equal: false,
            why: `differ by ${distance(a, b)} in ${number}, ${JSON.stringify(world)}`,
          };
        compared++;
        if (compared >= (circumstances.points ?? 2)) break;
      }
      if (compared === 0) return { equal: false, why: `no point in ${number}` };
    }
  return { equal: true, why: "" };
}
