/** U^1 beside U_1, κ^A beside κ_A: a label above and the same label below may tell different things apart. */
import { symbol } from "../expr/build";
import { intern } from "../expr/intern";
import type { Expr, Labelled, Sym } from "../expr/node";
import { nodes, transform } from "../expr/walk";

/** The sides with what is written at both heights made two families; undefined where nothing is. */
export function withHeightsApart(
  sides: readonly Expr[],
): { readonly sides: readonly Expr[]; readonly family: Sym } | undefined {
  const members = sides.flatMap((side) => [...nodes(side)]).filter(isPlainMember);
  const [family] = members.flatMap(({ head, labels, above }) =>
    above !== undefined && members.some((other) => isLowered(other, head, labels.length))
      ? [head]
      : [],
  );
  if (!family) return undefined;
  const apart = (node: Expr): Expr => {
    if (!isPlainMember(node) || node.above === undefined) return node;
    const { kind: _, name, type, ...details } = node.head;
    return intern({ ...node, head: symbol(`${name}^`, type, details) });
  };
  return { sides: sides.map((side) => transform(side, apart)), family };
}

/** No ladder operator, spinor or polarisation, whose labels stand wherever there is room. */
const isPlainMember = (node: Expr): node is Labelled =>
  node.kind === "labelled" && node.head.role === undefined && node.head.type !== "spinor";

const isLowered = (other: Labelled, head: Sym, count: number): boolean =>
  other.head === head && other.above === undefined && other.labels.length === count;
