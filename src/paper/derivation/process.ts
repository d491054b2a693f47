/** e⁻(p) μ⁻(k) → e⁻(p′) μ⁻(k′): a process written with its momenta says that they balance. */
import { sum } from "../../math/expr/build";
import type { Fact } from "../../math/expr/claim";
import type { Expr, Relation } from "../../math/expr/node";
import { isChar, type TexNode } from "../latex/node";
import type { Context } from "../notation/context";
import { readOne } from "./membership";

export function processOf(
  sides: readonly (readonly TexNode[])[],
  relations: readonly (Relation | undefined)[],
  context: Context,
): readonly Fact[] | undefined {
  if (relations.length !== 1 || relations[0] !== "→") return undefined;
  const [before = [], after = []] = sides.map((side) => momentaIn(side, context));
  const all = [...before, ...after];
  return before.length > 0 && after.length > 0 && all.length > 2 && new Set(all).size === all.length
    ? [{ kind: "constraint", left: sum(...before), right: sum(...after) }]
    : undefined;
}

/** The four-vectors in brackets behind the particles; none where a particle has none. */
function momentaIn(side: readonly TexNode[], context: Context): readonly Expr[] {
  const found: Expr[] = [];
  let particle = false;
  for (let i = 0; i < side.length; i++) {
    if (!isChar(side[i], "(")) {
      particle ||= side[i]?.kind !== "script" && !isChar(side[i], "+");
      continue;
    }
    const close = side.findIndex((node, j) => j > i && isChar(node, ")"));
    const inside = close < 0 ? undefined : readOne(side.slice(i + 1, close), context);
    const head = inside?.kind === "labelled" ? inside.head : inside;
    if (!particle || !inside || head?.kind !== "symbol" || head.type !== "four-vector") return [];
    found.push(inside);
    particle = false;
    i = close;
  }
  return particle ? [] : found;
}
