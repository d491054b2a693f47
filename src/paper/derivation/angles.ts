/** “The angle between $𝐩$ and $𝐤$ is $θ$”, “θ is the angle between …”, “the angle $θ$ between …”. */
import { dot, func, product, quotient } from "../../math/expr/build";
import type { Fact } from "../../math/expr/claim";
import type { Expr } from "../../math/expr/node";
import { isVector } from "../../math/expr/questions";
import type { ProsePiece } from "../latex/manuscript";
import type { Context } from "../notation/context";
import { readOne } from "./membership";
import { type ProseFormula, wordsIn } from "./proseFormula";

export interface Angle {
  readonly fact: Fact;
  /** The name and the two vectors. */
  readonly formulas: readonly ProseFormula[];
}

/** The angle between the vector at `i` and the next one. */
export function angleIn(
  sentence: readonly ProsePiece[],
  i: number,
  context: Context,
): Angle | undefined {
  const words = (at: number): string => wordsIn(sentence[at]);
  if (!/\bbetween\b/i.test(words(i - 1)) || !/^\s*and\s*(the\s+\w+\s+)?$/i.test(words(i + 1)))
    return undefined;
  const before = words(i - 1);
  const name = isIt.test(words(i + 3))
    ? i + 4
    : saysOf.test(before) || (within.test(before) && /\bangle\s*$/i.test(words(i - 3)))
      ? i - 2
      : undefined;
  if (name === undefined || (name > i && !/\bangle between\b/i.test(before))) return undefined;
  const formulas = [name, i, i + 2].flatMap((at) => {
    const piece = sentence[at];
    return piece?.kind === "math" ? [piece] : [];
  });
  const [angle, one, other] = formulas.map(({ nodes }) => readOne(nodes, context));
  if (angle?.kind !== "symbol" || angle.type !== "scalar" || !one || !other) return undefined;
  if (![one, other].every(isInSpace) || one === other) return undefined;
  const cosine = quotient(dot(one, other), product(func("abs", [one]), func("abs", [other])));
  return { fact: { kind: "definition", head: angle, body: func("acos", [cosine]) }, formulas };
}

const isIt = /^\s*(is|be|is called|is denoted by|by)\s*$/i;
const saysOf = /^\s*(is|be|being|denotes|for)?\s*the\s+(\w+\s+)?angle between\s+(the\s+\w+\s+)?$/i;
const within = /^\s*between\s+(the\s+\w+\s+)?$/i;

const isInSpace = (side: Expr): boolean => {
  const head = side.kind === "labelled" ? side.head : side;
  return isVector(head) && head.kind === "symbol" && head.type === "three-vector";
};
