/** A statement as people read it: its sides and relations, and where repeated letters number things instead of summing, that they do. */
import type { Expr } from "./node";
import { printExpr } from "./print";
import { children, nodes } from "./walk";

export function printStatement(sides: readonly Expr[], relations: readonly string[]): string {
  const shown = sides.map((side, i) =>
    i === 0 ? printExpr(side) : `${relations[i - 1]} ${printExpr(side)}`,
  );
  const letters = numbering(sides);
  const remark = letters.length > 0 ? [`(no sum over ${letters.join(", ")})`] : [];
  return [...shown, ...remark].join(" ");
}

/** Letters most people would sum over, repeated in a term as labels and bound by nothing. */
function numbering(sides: readonly Expr[]): readonly string[] {
  const bound = new Set(sides.flatMap((side) => [...nodes(side)].flatMap(boundBy)));
  const repeated = new Set<string>();
  for (const side of sides)
    for (const [letter, count] of counted(side)) if (count > 1) repeated.add(letter);
  const free = [...repeated].filter((letter) => !bound.has(letter)).sort();
  return free.some((letter) => first.test(letter))
    ? free.filter((letter) => first.test(letter) || others.test(letter))
    : [];
}

/** Letters of indices; n, k and l by themselves count modes and levels. */
const first = /^[abijαβμνρσ]$/u;
const others = /^[cdk-n]$/u;

function boundBy(node: Expr): readonly string[] {
  const variables =
    node.kind === "series"
      ? node.variables
      : node.kind === "integral"
        ? node.measures.map(({ variable }) => variable)
        : [];
  return variables.flatMap((variable) => (variable.kind === "symbol" ? variable.name : []));
}

/** How many names of one term carry a label, at most. */
function counted(node: Expr): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  if (node.kind === "labelled")
    for (const label of new Set(node.labels)) if (label.kind === "symbol") found.set(label.name, 1);
  const apart = side.has(node.kind);
  for (const part of children(node))
    for (const [letter, count] of counted(part)) {
      const before = found.get(letter) ?? 0;
      found.set(letter, apart ? Math.max(before, count) : before + count);
    }
  return found;
}

/** What holds its parts side by side and multiplies none of them by another. */
const side: ReadonlySet<Expr["kind"]> = new Set([
  "sum",
  "quotient",
  "power",
  "function",
  "call",
  "labelled",
  "matrix",
  "cases",
  "tuple",
  "series",
  "opaque",
  "derivative",
]);
