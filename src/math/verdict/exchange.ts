/** Products of the same names in another order, and names between another and its inverse: where all of them are read as numbers, the reading has lost what the author says. */

import { dagger, negate, zero } from "../expr/build";
import { identity, intern } from "../expr/intern";
import type { Expr, Tensor } from "../expr/node";
import { ofMatrices } from "../expr/ofMatrices";
import { isMinusOne } from "../expr/questions";
import { nodes, replace, some, symbolsOf } from "../expr/walk";
import { isOrdered } from "./commuting";

/** The sides differ only by the places of factors that commute as they are read; so do the terms of AB − BA = 0. */
export function isExchange(left: Expr, right: Expr): boolean {
  if (left.kind === "expectation" && right.kind === "expectation" && left !== right)
    return left.state === right.state && isExchange(left.operand, right.operand);
  const [sum, other] = left === zero ? [right, left] : [left, right];
  if (other === zero && sum.kind === "sum" && sum.terms.length === 2) {
    const [first, second] = sum.terms;
    return first !== undefined && second !== undefined && isExchange(first, negate(second));
  }
  const [a, b] = [namesOf(left), namesOf(right)];
  if (!a || !b || a.length < 2 || a.length !== b.length) return false;
  if (inOrder(a, b)) return false;
  const sorted = (names: readonly Name[]): string =>
    names
      .map(({ key }) => key)
      .sort((x, y) => x - y)
      .join(" ");
  if (sorted(a) !== sorted(b)) return false;
  const ordered = (names: readonly Name[]) => names.filter((name) => name.ordered);
  return inOrder(ordered(a), ordered(b));
}

/** U φ U⁻¹ where nothing keeps U and φ apart, and 𝐋×𝐋. */
export const conjugatesNothing = (side: Expr): boolean =>
  some(side, (node) => isIdleConjugation(node) || isIdleCross(node));

/** An angular momentum times itself, which is written of operators alone. */
const isIdleCross = (node: Expr): boolean =>
  node.kind === "cross" &&
  node.left === node.right &&
  node.left.kind === "symbol" &&
  /^[JLSK]̂?$/u.test(node.left.name) &&
  !isOrdered(node.left);

const isIdleConjugation = (node: Expr): boolean => conjugatedIn(node).length > 0;

/** U, φ and U⁻¹ of UφU⁻¹ where φ is read as a number. */
export function conjugatedIn(node: Expr): readonly Expr[] {
  if (node.kind !== "product") return [];
  for (const [at, first] of node.factors.entries()) {
    const last = node.factors.findIndex((other, i) => i > at + 1 && isInverse(first, other));
    const between = last < 0 ? [] : node.factors.slice(at + 1, last);
    if (between.length > 0 && between.every((factor) => isName(factor) && !isOrdered(factor)))
      return node.factors.slice(at, last + 1);
  }
  return [];
}

/** Both sides with all that is conjugated somewhere as matrices. */
export function asMatrices(sides: readonly Expr[]): readonly Expr[] {
  const names = new Map<Expr, Expr>();
  for (const part of sides.flatMap((side) => [...nodes(side)].flatMap(conjugatedIn)))
    for (const name of symbolsOf(part.kind === "tensor" ? part.head : part))
      if (name.role === undefined && name.type === "scalar")
        names.set(name, intern({ ...name, type: "matrix" }));
      else if (name.role === undefined && name.type === "four-vector")
        names.set(name, intern({ ...name, space: ofMatrices }));
  return sides.map((side) => replace(side, names));
}

const isInverse = (one: Expr, other: Expr): boolean =>
  (isName(one) && (inverted(one) === other || inverted(other) === one)) ||
  isUndone(one, other) ||
  (one.kind === "symbol" && /^[UΩ]$/u.test(one.name) && dagger(one) === other);

/** e^X beside e^{−X}. */
function isUndone(one: Expr, other: Expr): boolean {
  const [first, second] = [exponentOf(one), exponentOf(other)];
  return first !== undefined && second !== undefined && negate(first) === second;
}

const exponentOf = (node: Expr): Expr | undefined => {
  if (node.kind === "function" && node.name === "exp") return node.args[0];
  const isE = node.kind === "power" && node.base.kind === "constant" && node.base.name === "e";
  return isE ? node.exponent : undefined;
};

const inverted = (node: Expr): Expr | undefined =>
  node.kind === "power" && isMinusOne(node.exponent) ? node.base : undefined;

interface Name {
  readonly key: number;
  readonly ordered: boolean;
}

const inOrder = (a: readonly Name[], b: readonly Name[]): boolean =>
  a.every((name, at) => name.key === b[at]?.key);

/** The factors in order, numbers left out; undefined where there is anything but names. */
function namesOf(node: Expr): readonly Name[] | undefined {
  if (node.kind !== "product") return undefined;
  const names = node.factors.filter((factor) => factor.kind !== "num" && !isFixed(factor));
  const head = names[0]?.kind === "quotient" ? names.slice(1) : names;
  if (!head.every(isName)) return undefined;
  return head.map((factor) => ({
    key: identity(factor.kind === "tensor" && !isRotation(factor) ? factor.head : factor),
    ordered: isOrdered(factor),
  }));
}

/** J^{μν}, M^{μν}: the letters of the generators of rotations and boosts, whose components do not commute. */
const isRotation = ({ head, indices }: Tensor): boolean =>
  indices.length === 2 &&
  head.kind === "symbol" &&
  head.role === undefined &&
  /^[JMLSK]̂?$/u.test(head.name);

/** δ_{ij}, ε_{ijk}, g^{μν}: numbers, whatever the names beside them are. */
const isFixed = (node: Expr): boolean =>
  node.kind === "tensor" &&
  node.head.kind === "symbol" &&
  ["delta", "epsilon", "metric"].includes(node.head.role ?? "");

function isName(node: Expr): boolean {
  switch (node.kind) {
    case "symbol":
    case "labelled":
    case "tensor":
    case "call":
    case "dot":
      return true;
    case "power":
      return exponentOf(node) !== undefined || (node.exponent.kind === "num" && isName(node.base));
    case "involution":
      return isName(node.operand);
    default:
      return exponentOf(node) !== undefined;
  }
}

/** AB of a sum in which BA stands as well. */
export function* inBothOrders(side: Expr): Generator<Expr> {
  for (const node of nodes(side)) {
    if (node.kind !== "sum") continue;
    for (const [at, term] of node.terms.entries())
      if (node.terms.slice(at + 1).some((other) => isExchange(term, other))) yield term;
  }
}
