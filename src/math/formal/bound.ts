/** What a sum or an integral binds: the letter in all its sorts (q, 𝐪, q^μ), and its name where it has none of its own. */
import { symbol } from "../expr/build";
import type { Expr, Sym, SymbolType } from "../expr/node";
import { children, nodes } from "../expr/walk";
import { boundMark } from "./indices";

/** The symbols of this name; undefined where the name also stands for a function. */
export function namesakes(node: Expr, name: string): ReadonlySet<Sym> | undefined {
  const found = new Set<Sym>();
  const visit = (part: Expr): boolean => {
    if (part.kind === "symbol") {
      if (part.name === name) found.add(part);
      return part.name !== name || part.type !== "function";
    }
    if ((part.kind === "call" || part.kind === "primed") && part.head.kind === "symbol")
      return (
        part.head.name !== name && children(part).every((one) => one === part.head || visit(one))
      );
    if (part.kind === "labelled") return part.labels.every(visit);
    return children(part).every(visit);
  };
  return visit(node) ? found : undefined;
}

/** Every sort of the letter under another name; a single one in the sort that the measure gives it. */
export function renaming(
  node: Expr,
  name: string,
  to: string,
  dimension?: Expr,
): ReadonlyMap<Expr, Expr> | undefined {
  const found = namesakes(node, name);
  const shared =
    found?.size === 1 && dimension?.kind === "num" && sorts[Number(dimension.numerator)];
  return found && new Map([...found].map((sym) => [sym, symbol(to, shared || sym.type)]));
}

const sorts: readonly (SymbolType | undefined)[] = [
  undefined,
  undefined,
  undefined,
  "three-vector",
  "four-vector",
];

/** The next name for something bound, deeper than all inside. */
export function nameInside(inside: readonly Expr[]): string {
  let level = 0;
  for (const expr of inside)
    for (const node of nodes(expr))
      if (node.kind === "symbol" && node.name.startsWith(boundMark))
        level = Math.max(level, Number(node.name.slice(boundMark.length)) || 0);
  return `${boundMark}${level + 1}`;
}

/** The number factors that leave, and those that stay. */
export const parted = <T extends readonly [Expr, unknown]>(
  { numbers }: { readonly numbers: Iterable<T> },
  leaves: (letter: Expr) => boolean,
): readonly [readonly T[], readonly T[]] => {
  const all = [...numbers];
  return [all.filter(([letter]) => leaves(letter)), all.filter(([letter]) => !leaves(letter))];
};
