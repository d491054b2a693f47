/** Whether a fact can be meant as it was read. */

import type { Fact } from "../../math/expr/claim";
import type { Expr } from "../../math/expr/node";
import { isVector, unhatted } from "../../math/expr/questions";
import { nodes, some } from "../../math/expr/walk";
import { headOf, isContracted } from "./head";

/** Vectors are not compared; names whose commutator or anticommutator is taken are defined by something that has an order. */
export function fits(fact: Fact, sides: readonly Expr[]): boolean {
  if (fact.kind === "inequality") return ![fact.left, fact.right].some(isVector);
  if (fact.kind !== "definition") return true;
  const head = headOf(fact.head);
  if (head?.kind !== "symbol") return true;
  const trace = fact.head;
  if (isContracted(trace) && !sides.some((side) => some(side, (part) => part === trace)))
    return false;
  if (sides.some((side) => fieldsIn(side).has(head.name)) && some(fact.body, isRate)) return false;
  return !sides.some((side) => orderedIn(side).has(head.name)) || some(fact.body, hasOrder);
}

/** Found once for each expression. */
const once = (find: (side: Expr) => ReadonlySet<string>) => {
  const known = new WeakMap<Expr, ReadonlySet<string>>();
  return (side: Expr): ReadonlySet<string> => {
    const names = known.get(side) ?? find(side);
    known.set(side, names);
    return names;
  };
};

/** A rate of change along a curve is no field. */
const isRate = (part: Expr): boolean => part.kind === "derivative" && part.by.kind === "variable";

/** Names that ∂_μ acts on. */
const fieldsIn = once(
  (side) =>
    new Set(
      [...nodes(side)].flatMap((part) =>
        part.kind === "derivative" && part.by.kind === "index" && part.operand
          ? [...nodes(part.operand)].flatMap((inner) =>
              inner.kind === "symbol" ? [inner.name] : [],
            )
          : [],
      ),
    ),
);

/** Names that are a side of a bracket, themselves or their conjugates. */
const orderedIn = once(
  (whole) =>
    new Set(
      [...nodes(whole)].flatMap((part) =>
        part.kind === "bracket" && part.sort !== "poisson"
          ? [part.left, part.right].flatMap((side) => {
              const head = headOf(side.kind === "involution" ? side.operand : side);
              return head?.kind === "symbol" ? [head.name] : [];
            })
          : [],
      ),
    ),
);

const hasOrder = (part: Expr): boolean => {
  switch (part.kind) {
    case "symbol":
      return (
        /^(matrix|operator|spinor|state)$/.test(part.type) ||
        part.role === "gamma" ||
        (part.type === "three-vector" && unhatted(part.name) === "p")
      );
    case "derivative":
      return part.operand === undefined;
    case "matrix":
    case "bracket":
    case "ket":
    case "bra":
    case "slash":
    case "tensor-product":
    case "ordered":
      return true;
    case "involution":
      return part.sort === "dagger";
    default:
      return false;
  }
};
