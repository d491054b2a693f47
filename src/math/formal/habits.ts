/** What a claim shows of itself: whether order counts in it, and for which names. */

import { constantDomains } from "../expr/domains";
import type { Expr, Sym } from "../expr/node";
import { isMinusOne } from "../expr/questions";
import { children, nodes } from "../expr/walk";
import { isCoupling } from "./constants";
import { Refused } from "./element";
import { grammar } from "./grammar";

/** What holds throughout one claim. */
export interface Habits {
  /** The claim shows that order counts in it. */
  readonly wary: boolean;
  /** Names that stand where order counts. */
  readonly ordered: ReadonlySet<string>;
  /** Names of variations, δφ, as the claim has them. */
  readonly variations: ReadonlyMap<string, Sym>;
  /** Anticommuting quantities occur. */
  readonly grassmann: boolean;
  /** Terms with opposite signs are kept side by side. */
  readonly signed: boolean;
  /** Laws that were used, in words. */
  readonly used: Set<string>;
  /** A name for a summed index that occurs nowhere else. */
  readonly fresh: () => string;
}

export function habitsOf(sides: readonly Expr[], signed = false): Habits {
  const all = sides.flatMap((side) => [...nodes(side)]);
  for (const node of all) {
    const doubt = grammar(node);
    if (doubt) throw new Refused(doubt);
  }
  let count = 0;
  return {
    wary: all.some(showsOrder),
    ordered: new Set(all.flatMap(orderedNames)),
    variations: new Map(
      all.flatMap((node) =>
        node.kind === "symbol" && /^δ./u.test(node.name) ? [[node.name, node] as const] : [],
      ),
    ),
    grassmann: all.some((node) => node.kind === "symbol" && node.grassmann === true),
    signed,
    used: new Set(),
    fresh: () => `•${count++}`,
  };
}

function showsOrder(node: Expr): boolean {
  switch (node.kind) {
    case "symbol":
      return (
        ["matrix", "operator", "spinor", "state"].includes(node.type) || node.grassmann === true
      );
    case "bracket":
    case "trace":
    case "ket":
    case "bra":
    case "slash":
    case "ordered":
    case "wedge":
    case "tensor-product":
    case "opaque":
    case "tuple":
    case "expectation":
      return true;
    case "involution":
      return node.sort !== "conjugate";
    case "function":
      return /^(?:det|Ad|ad|d|⋆|inner)$/u.test(node.name);
    case "integral":
      return node.measures.some(({ sort }) => sort === "path");
    default:
      return false;
  }
}

/** Names in a place where order counts; a mass in a trace is a number all the same. */
function orderedNames(node: Expr): readonly string[] {
  switch (node.kind) {
    case "involution":
      return node.sort === "conjugate" ? [] : factorsIn(node.operand, () => true);
    case "bracket":
    case "wedge":
    case "tensor-product":
    case "opaque":
      return children(node).flatMap((part) => factorsIn(part, () => true));
    case "trace":
    case "ordered":
      return factorsIn(node.operand, (s) => !constantDomains.has(s.domain ?? "") && !isCoupling(s));
    case "expectation":
      return factorsIn(node.operand, () => true);
    case "function":
      return /^(?:Ad|ad|d|⋆|inner)$/u.test(node.name)
        ? node.args.flatMap((part) => factorsIn(part, () => true))
        : [];
    case "power":
      return isMinusOne(node.exponent) ? factorsIn(node.base, () => true) : [];
    default:
      return [];
  }
}

/** The names of the factors it is made of, not of what they depend on. */
function factorsIn(node: Expr, counts: (s: Sym) => boolean): readonly string[] {
  switch (node.kind) {
    case "symbol":
      return counts(node) ? [node.name] : [];
    case "labelled":
    case "tensor":
    case "call":
    case "primed":
      return factorsIn(node.head, counts);
    case "power":
      return factorsIn(node.base, counts);
    case "function":
      return [];
    default:
      return children(node).flatMap((part) => factorsIn(part, counts));
  }
}
