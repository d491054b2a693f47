/** T_{(μν)} and ∂_{[μ}A_{ν]}: the sum over the orders of the marked indices, divided by their number. */
import { negate, product, rational, sum } from "../../math/expr/build";
import { intern } from "../../math/expr/intern";
import type { Expr, Index } from "../../math/expr/node";
import { children, mapChildren } from "../../math/expr/walk";

/** Marks an index that opens or closes such a bracket carries in its name until the product is complete. */
const marked = /[()[\]|]/;

/** The product with its marked indices written out, those between at the height of the brackets; the same where there are none or they do not pair. */
export function symmetrised(term: Expr): Expr {
  const indices = indicesIn(term);
  const open = indices.findIndex((index) => /[([]/.test(index.name));
  const close = indices.findIndex((index, i) => i >= open && /[)\]]/.test(index.name));
  if (open < 0 || close < open) return term;
  const inside = indices.slice(open, close + 1);
  const between = inside.filter((index) => !index.name.startsWith("|"));
  const heights = [indices[open], indices[close]].map((index) => index?.place);
  const group = between.filter(({ place }) => heights.includes(place));
  if (group.length > 4) return term;
  const sign = indices[open]?.name.startsWith("[") ? -1 : 1;
  const names = group.map((index) => index.name);
  const plain = names.map((name) => name.replace(/[()[\]]/g, ""));
  const left = inside.filter((index) => index.name.startsWith("|"));
  const bare = left.map(({ name }) => [name, name.slice(1)] as const);
  const orders = permutations(plain);
  const terms = orders.map(({ order, odd }) => {
    const orderly = names.map((name, i) => [name, order[i] ?? name] as const);
    const renamed = rename(term, new Map([...orderly, ...bare]));
    return odd && sign < 0 ? negate(renamed) : renamed;
  });
  return symmetrised(product(rational(1n, BigInt(orders.length)), sum(...terms)));
}

function indicesIn(node: Expr): Index[] {
  if (node.kind === "tensor") return [...indicesIn(node.head), ...node.indices];
  if (node.kind === "derivative")
    return [
      ...(node.by.kind === "index" ? [node.by.index] : []),
      ...(node.operand ? indicesIn(node.operand) : []),
    ];
  return children(node).flatMap(indicesIn);
}

function rename(node: Expr, names: ReadonlyMap<string, string>): Expr {
  const inner = mapChildren(node, (part) => rename(part, names));
  const one = (index: Index): Index => ({ ...index, name: names.get(index.name) ?? index.name });
  if (inner.kind === "tensor") return intern({ ...inner, indices: inner.indices.map(one) });
  if (inner.kind === "derivative" && inner.by.kind === "index")
    return intern({ ...inner, by: { ...inner.by, index: one(inner.by.index) } });
  return inner;
}

function permutations(items: readonly string[]): { order: string[]; odd: boolean }[] {
  if (items.length <= 1) return [{ order: [...items], odd: false }];
  return items.flatMap((first, i) =>
    permutations([...items.slice(0, i), ...items.slice(i + 1)]).map(({ order, odd }) => ({
      order: [first, ...order],
      odd: odd !== (i % 2 === 1),
    })),
  );
}

/** Whether any index is still marked. */
export const holdsMarks = (node: Expr): boolean =>
  indicesIn(node).some((index) => marked.test(index.name));
