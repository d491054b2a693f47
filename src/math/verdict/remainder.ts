/** O(xⁿ) and a trailing ellipsis: the residual must not outgrow what the line leaves out. */
import { minus, quotient, sum, zero } from "../expr/build";
import type { Expr, Order } from "../expr/node";
import { nodes, some, transform } from "../expr/walk";
import { freeSymbols } from "./freeSymbols";
import { type Outcome, undecided } from "./outcome";
import type { Ground } from "./sample";
import { type Shrinking, slopes } from "./scaling";
import { declaredSmall, expansionParameters, shrinkingIn } from "./smallness";

/** Slopes between these are no evidence either way. */
const bounded = 0.35;
const growing = 0.65;
const points = 3;
const digits = 30;

export const hasRemainder = (...sides: readonly Expr[]): boolean =>
  sides.some((side) => remainders(side).length > 0);

export function remainder(left: Expr, right: Expr, ground: Ground): Outcome {
  const orders = [...remainders(left), ...remainders(right)];
  const [argument] = orders.flatMap((order) => (order.argument ? [order.argument] : []));
  const bare = [left, right].map((side) => withOrder(side, () => zero)) as [Expr, Expr];
  const residual = minus(...bare);
  const declared = declaredSmall([left, right], ground.facts);
  if (argument) {
    const inside = freeSymbols(argument);
    const known = declared.filter(({ parameter }) => some(parameter, (part) => isIn(part, inside)));
    const shrinking = known.length > 0 ? known : shrinkingIn(argument);
    const [before, after] = [left, right].map((side, i) => leftOut(side, bare[i] ?? zero));
    const outcome = judged(residual, sum(before ?? zero, after ?? zero), shrinking, ground, 0);
    return outcome.kind === "holds" && before && after && before !== after
      ? isKept(before, after, shrinking, ground)
        ? outcome
        : undecided("differs", "the right side leaves out less than the left")
      : outcome;
  }
  const lists = [left, right].map((side) => (side.kind === "sum" ? side.terms : [side]));
  const open = lists.find((list) => list.some((term) => term.kind === "order"));
  const written = open?.filter((term) => term.kind !== "order") ?? [];
  const last = written.at(-1);
  const shrinking = declared.length > 0 ? declared : expansionParameters(written);
  if (!last) return undecided("beyond", "an ellipsis without a term before it");
  return judged(residual, last, shrinking, ground, -1);
}

/** A + O(x³) is known no better than that: A + O(x⁴) does not follow. */
function isKept(
  before: Expr,
  after: Expr,
  shrinking: readonly Shrinking[],
  ground: Ground,
): boolean {
  if (before === zero || after === zero) return true;
  return judged(before, after, shrinking, ground, 0).kind === "holds";
}

const isIn = (part: Expr, symbols: ReadonlySet<Expr>): boolean => symbols.has(part);

/** The residual must stay bounded by what it is measured by, or shrink against it by one power (`decay` −1). */
function judged(
  residual: Expr,
  by: Expr,
  shrinking: readonly Shrinking[],
  ground: Ground,
  decay: 0 | -1,
): Outcome {
  if (shrinking.length === 0)
    return undecided("differs", "an expansion in a parameter that is not known");
  const found = slopes(quotient(residual, by), shrinking, ground, points, undefined, true);
  if (found.kind === "undecided") return found;
  const excess = found.list.map((slope) => slope - decay);
  if (excess.every((slope) => slope <= bounded))
    return { kind: "holds", error: undefined, points, digits };
  if (excess.some((slope) => slope >= growing))
    return {
      kind: "differs",
      values: {},
      left: "what is left over",
      right: "larger than the order allows",
    };
  return undecided("budget", "the order of the residual could not be told");
}

const remainders = (side: Expr): readonly Order[] =>
  [...nodes(side)].filter((node): node is Order => node.kind === "order");

const withOrder = (side: Expr, by: (order: Order) => Expr): Expr =>
  transform(side, (node) => (node.kind === "order" ? by(node) : node));

/** The size of what the O(…) of a side stands for, prefactors included. */
const leftOut = (side: Expr, bare: Expr): Expr =>
  side === bare
    ? zero
    : minus(
        withOrder(side, (order) => order.argument ?? zero),
        bare,
      );
