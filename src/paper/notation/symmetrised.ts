/** T_{(μν)} and ∂_{[μ}A_{ν]}: the sum over the orders of the marked indices, divided by their number. */
import { negate, product, rational, sum, tensor } from "../../math/expr/build";
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
  const heights = [indices[open], indices[close]].map((index) => index?.place);
  const inside = indices.slice(open, close + 1);
  const left = inside.filter((index) => index.name.startsWith("|")).map(({ name }) => name);
  const group = inside.filter(({ name, place }) => !left.includes(name) && heights.includes(place));
  if (group.length > 4) return term;
  const sign = indices[open]?.name.startsWith("[") ? -1 : 1;
  const names = group.map(({ name }) => name);
  const plain = names.map((name) => name.replace(/[()[\]]/g, ""));
  const bare = left.map((name) => [name, name.slice(1)] as const);
  const orders = permutations(plain);
  const terms = orders.map(({ order, odd }) => {
    const orderly = names.map((name, i) => [name, order[i] ?? name] as const);
    const reach = { at: 0, from: open, to: lastClosing(indices, close) };
    const renamed = symmetrised(rename(term, new Map([...orderly, ...bare]), reach));
    return odd && sign < 0 ? negate(renamed) : renamed;
  });
  return product(rational(1n, BigInt(orders.length)), sum(...terms));
}

/** In ∂_{[a}(A_{b]} + B_{b]}) the bracket closes in every term. */
function lastClosing(indices: readonly Index[], close: number): number {
  const next = indices.findIndex(({ name }, i) => i > close && /[([]/.test(name));
  const end = next < 0 ? indices.length : next;
  return indices.slice(0, end).findLastIndex(({ name }) => name === indices[close]?.name);
}

/** Which of the indices of a term are renamed, counted in the order of `indicesIn`. */
interface Reach {
  at: number;
  readonly from: number;
  readonly to: number;
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

/** The indices within reach under their new names; the same letter elsewhere stays. */
function rename(node: Expr, names: ReadonlyMap<string, string>, reach: Reach): Expr {
  const one = (index: Index): Index => {
    const at = reach.at++;
    const within = at >= reach.from && at <= reach.to;
    return within ? { ...index, name: names.get(index.name) ?? index.name } : index;
  };
  const inside = (part: Expr): Expr => rename(part, names, reach);
  if (node.kind === "tensor") return tensor(inside(node.head), ...node.indices.map(one));
  if (node.kind === "derivative") {
    const by = node.by.kind === "index" ? { ...node.by, index: one(node.by.index) } : node.by;
    return intern({ ...node, by, ...(node.operand ? { operand: inside(node.operand) } : {}) });
  }
  return mapChildren(node, inside);
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
