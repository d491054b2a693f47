/** x ∈ ℝ, ε → 0 and fields that vanish at infinity, as facts. */
import { constant, symbol as name, num } from "../../math/expr/build";
import type { Fact } from "../../math/expr/claim";
import type { Domain, Expr, Relation } from "../../math/expr/node";
import type { TexNode } from "../latex/node";
import type { Context } from "../notation/context";
import { prepare } from "../notation/prepare";
import { readSides } from "../notation/read";
import { flat } from "./conventionIn";
import { headOf } from "./head";

/** The numbers a set named so holds; "matrix" for arrays of them. */
export function setNamed(text: string): Domain | "matrix" | undefined {
  const bare = text
    .replace(/\\(mathbb|mathbf|mathds|Bbb)\(?(\w)\)?/, "$2")
    .replace(/\\(\w)\b/, "$1");
  if (/^[RC]\^\(.*\\times.*\)$/.test(bare)) return "matrix";
  if (/^R[_^]\(?(\+|>0|\\geq?0)/.test(bare)) return /eq/.test(bare) ? "nonnegative" : "positive";
  if (/^R\\setminus/.test(bare)) return "nonzero";
  if (/^[ℝR]$/.test(bare)) return "real";
  if (/^[ℂC]$/.test(bare)) return "complex";
  if (/^[ℤZ]$/.test(bare)) return "integer";
  if (/^[ℕN](_\(0\))?$/.test(bare)) return "natural";
  if (/^[ℚQ]$/.test(bare)) return "real";
  return undefined;
}

export function membership(
  sides: readonly (readonly TexNode[])[],
  relations: readonly (Relation | undefined)[],
  context: Context,
): readonly Fact[] | undefined {
  if (relations.length !== 1 || relations[0] !== "∈") return undefined;
  const group = inGroup(sides[0] ?? [], flat(sides[1] ?? []), context);
  if (group) return group;
  const domain = setNamed(flat(sides[1] ?? []));
  const symbol = readOne(sides[0] ?? [], context);
  if (!domain || !symbol || !headOf(symbol)) return undefined;
  return domain === "matrix" ? sizeOf(sides[1] ?? []) : [{ kind: "domain", symbol, domain }];
}

/** U ∈ SU(2) is unitary and has the determinant 1. */
function inGroup(
  element: readonly TexNode[],
  group: string,
  context: Context,
): readonly Fact[] | undefined {
  const [, special, rank = ""] = /^(?:\\math\w+)?\(?(S?)U\)?\(([2-9nNd])\)$/.exec(group) ?? [];
  const read = special === undefined ? undefined : readOne(element, context);
  const symbol = read?.kind === "call" ? read.head : read;
  if (symbol?.kind !== "symbol" || symbol.type === "scalar") return undefined;
  if (/[0-9]/.test(rank) && symbol.space !== `${rank}×${rank}`) return undefined;
  const unitary: Fact = { kind: "property", property: "unitary", of: [symbol] };
  return special === ""
    ? [unitary]
    : [unitary, { kind: "property", property: "special", of: [symbol] }];
}

/** n of ℂ^{n×n}, where it is a letter. */
function sizeOf(set: readonly TexNode[]): readonly Fact[] {
  const letter = /\^\(?([a-zA-Z])\\times\1\)?$/.exec(flat(set))?.[1];
  return letter
    ? [{ kind: "property", property: "size", of: [name(letter, "scalar", { domain: "integer" })] }]
    : [];
}

/** ε → 0 makes a parameter small, d → 4 gives it the value; φ → 0 at infinity leaves no boundary terms. */
export function tendency(
  sides: readonly (readonly TexNode[])[],
  relations: readonly (Relation | undefined)[],
  words: string,
  context: Context,
): readonly Fact[] | undefined {
  if (relations.length !== 1 || relations[0] !== "→") return undefined;
  const [left = [], right = []] = sides;
  const said = `${words} ${right.map((node) => (node.kind === "words" ? node.text : "")).join(" ")}`;
  const symbol = readOne(left, context);
  const to = readOne(
    right.filter((node) => node.kind !== "words"),
    context,
  );
  if (!symbol || !to || !headOf(symbol)) return undefined;
  if (/infinity|boundar|surface|edges?/i.test(said) && to === num(0))
    return [{ kind: "property", property: "vanishing-boundary", of: [symbol] }];
  if (symbol.kind !== "symbol") return undefined;
  if (to === num(0)) return [{ kind: "domain", symbol, domain: "small" }];
  if (to === constant("∞")) return [{ kind: "property", property: "large", of: [symbol] }];
  return to.kind === "num" ? [{ kind: "definition", head: symbol, body: to }] : undefined;
}

export function readOne(nodes: readonly TexNode[], context: Context): Expr | undefined {
  const { readings, gaps } = readSides([prepare(nodes)], context);
  return gaps.length === 0 ? readings[0]?.[0] : undefined;
}
