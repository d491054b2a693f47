/** Which side depends on a name that the other does not show: no change inside the other makes them equal. */
import { same, worlds } from "../evaluate/evaluate";
import { num, product } from "../expr/build";
import type { Expr, Sym } from "../expr/node";
import { letterOf } from "../expr/questions";
import { mapChildren, nodes, symbolsOf } from "../expr/walk";
import { partsOf } from "./facts";
import { boundBy, freeSymbols } from "./freeSymbols";
import type { Sides } from "./plusMinus";
import { type Ground, sample } from "./sample";

/** Seen at one place where such names are doubled; false where nothing is seen. */
export function dependOnOwnNames(sides: Sides, ground: Ground): readonly boolean[] {
  const spoken = ground.facts.flatMap(partsOf);
  const changed = sides.map((side) => {
    const own = ownNames(side, [...sides.filter((other) => other !== side), ...spoken]);
    return own.size > 0 ? doubled(side, own) : side;
  });
  if (changed.every((side, at) => side === sides[at])) return [false, false];
  const exprs = [...sides, ...changed];
  const [world] = worlds(exprs, ground.conventions, ground.facts);
  const found = world && sample(exprs, ground, { world, number: "double", ordinal: 0 });
  return sides.map((_, at) => {
    const [before, after] =
      found?.kind === "values" ? [found.components[at], found.components[at + sides.length]] : [];
    return before !== undefined && after !== undefined && !same(before, after);
  });
}

/** Names of which nothing is said and that nothing else may hide or stand for. */
function ownNames(side: Expr, others: readonly Expr[]): ReadonlySet<Sym> {
  const known = new Set(
    others.flatMap((other) => [...symbolsOf(other)].map(({ name }) => bareName(name))),
  );
  const varied = new Set(
    [...nodes(side)].flatMap((node) => [...boundBy(node), ...byIn(node)].map(letterOf)),
  );
  return new Set(
    [...freeSymbols(side)].filter(
      (one) =>
        one.role === undefined &&
        one.type !== "label" &&
        !varied.has(letterOf(one)) &&
        !known.has(bareName(one.name)) &&
        !isImplied.test(one.name),
    ),
  );
}

/** Dimensions, time and place, which need not be written. */
const isImplied = /^(?:[NdDtxyzrτ]|N_[cC])$/u;

/** A prime may be an edit's. */
const bareName = (name: string): string => name.replace(/′+$/u, "");

const byIn = (node: Expr): readonly Sym[] =>
  node.kind === "derivative" && node.by.kind === "variable" ? [...symbolsOf(node.by.variable)] : [];

function doubled(node: Expr, names: ReadonlySet<Expr>): Expr {
  const head =
    node.kind === "tensor" || node.kind === "call" || node.kind === "labelled" ? node.head : node;
  if (names.has(head)) return product(num(2), node);
  return mapChildren(node, (part) => doubled(part, names));
}
