/** How a formula is read: its tree, in words and as data, and what is not covered. */
import type { Expr } from "../math/expr/node";
import { printStatement } from "../math/expr/printStatement";
import { parseFormula } from "../paper/latex/formula";
import { readStatement } from "../paper/notation/read";
import { contextOf } from "./context";
import { conventionsOf, type Item, macrosOf } from "./item";
import { type KindSaid, kindsIn } from "./kindsIn";

export interface ReadData {
  /** Read whole. */
  readonly read: boolean;
  readonly readAs: string;
  readonly tree: unknown;
  readonly readings: number;
  /** Every reading that evidence leaves, likeliest first. */
  readonly alternatives: readonly string[];
  readonly gaps: readonly {
    readonly start: number;
    readonly end: number;
    readonly token: string;
    readonly why: string;
  }[];
  readonly kinds: readonly KindSaid[];
  readonly ms: number;
}

export function readItem(item: Item): ReadData {
  const began = performance.now();
  const macros = macrosOf(item.macros);
  const { nodes, problems } = parseFormula(item.latex, macros);
  const context = contextOf(nodes, item.assume ?? [], macros, conventionsOf(item));
  const { readings, relations, gaps, kinds } = readStatement(nodes, context);
  const alternatives = [...new Set(readings.map((sides) => printStatement(sides, relations)))];
  const [first = []] = readings;
  return {
    read: gaps.length === 0 && problems.length === 0,
    readAs: alternatives[0] ?? "",
    tree:
      first.length === 1
        ? plainTree(first[0])
        : { kind: "statement", relations, sides: first.map(plainTree) },
    readings: alternatives.length,
    alternatives,
    gaps: [
      ...gaps.map(({ span, token, why }) => ({ ...span, token, why })),
      ...problems.map(({ what }) => ({ start: 0, end: item.latex.length, token: "", why: what })),
    ],
    kinds: kindsIn(first, kinds, context),
    ms: Math.round((performance.now() - began) * 100) / 100,
  };
}

/** The tree with its big integers as strings, so that it can be written as JSON. */
const plainTree = (tree: unknown): unknown =>
  JSON.parse(
    JSON.stringify(tree ?? null, (_, value: unknown) =>
      typeof value === "bigint" ? String(value) : value,
    ),
  );
