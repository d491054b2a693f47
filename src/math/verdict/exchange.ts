/** Products of the same names in another order, though all of them are read as numbers: the reading has lost what the author says. */
import { identity } from "../expr/intern";
import type { Expr } from "../expr/node";
import { isOrdered } from "./commuting";

export function isExchange(left: Expr, right: Expr): boolean {
  const [a, b] = [namesOf(left), namesOf(right)];
  if (!a || !b || a.length < 2 || a.length !== b.length) return false;
  if (a.every((name, at) => name === b[at])) return false;
  const sorted = (names: readonly number[]): string => [...names].sort((x, y) => x - y).join(" ");
  return sorted(a) === sorted(b);
}

/** The factors in order, numbers left out; undefined where there is anything but names. */
function namesOf(node: Expr): readonly number[] | undefined {
  if (node.kind !== "product" || isOrdered(node)) return undefined;
  const names = node.factors.filter((factor) => factor.kind !== "num");
  const head = names[0]?.kind === "quotient" ? names.slice(1) : names;
  return head.every(isName) ? head.map(identity) : undefined;
}

const isName = (node: Expr): boolean =>
  (node.kind === "symbol" && node.role === undefined && node.domain === undefined) ||
  (node.kind === "labelled" && node.head.role === undefined && node.head.domain === undefined);
