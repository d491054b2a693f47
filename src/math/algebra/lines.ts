/** The lines that stand between the two sides of a step, one move a line. */
import type { Expr } from "../expr/node";
import { apply } from "./apply";
import type { Scene } from "./law";
import { laws } from "./laws";
import { pathBetween } from "./path";
import { formOf } from "./sameness";
import { tidy } from "./tidy";

export interface Line {
  readonly expr: Expr;
  /** What leads to it from the line before. */
  readonly move: string;
}

/** From a way where one is found, else as far as the left side can be worked out; without the two sides themselves. */
export function linesBetween(
  left: Expr,
  right: Expr,
  scene: Omit<Scene, "target">,
): readonly Line[] {
  const path = pathBetween(left, right, scene, effort);
  const lines = path
    ? path.map(({ law, way, to }) => ({ expr: to, move: law[way] }))
    : workedOut(left, { ...scene, target: right });
  return distinct(left, right, lines);
}

const effort = 30_000;

/** The left side with one law after the other, those that shorten first. */
function workedOut(left: Expr, scene: Scene): readonly Line[] {
  const lines: Line[] = [];
  const work = { left: effort };
  const seen = new Set([formOf(left)]);
  for (let current = tidy(left); lines.length < most; ) {
    let next: Line | undefined;
    for (const law of laws) {
      if (law.once || law.name === "scalar.common-factor") continue;
      const expr = apply(law, current, scene, work);
      if (!expr || seen.has(formOf(expr))) continue;
      next = { expr, move: law.forth };
      break;
    }
    if (!next) break;
    seen.add(formOf(next.expr));
    lines.push(next);
    current = next.expr;
  }
  return lines;
}

const most = 8;

/** Without lines that differ from the one before, or from the right side, in order alone. */
function distinct(left: Expr, right: Expr, lines: readonly Line[]): readonly Line[] {
  const kept: Line[] = [];
  let before = formOf(left);
  for (const line of lines) {
    const form = formOf(line.expr);
    if (form === formOf(right)) break;
    if (form !== before) kept.push(line);
    before = form;
  }
  return kept;
}
