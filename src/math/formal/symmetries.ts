/** The symmetries of tensors by their role: which indices may be exchanged, and with which sign. */
import { intern } from "../expr/intern";
import type { Index, Role, Tensor } from "../expr/node";
import type { Way } from "./variants";

/** The tensor with its indices in every order that its role leaves open. */
export function exchanges(tensor: Tensor): readonly Way[] {
  const { head, indices } = tensor;
  const swaps = head.kind === "symbol" && head.role ? swapsOf(head.role, indices) : [];
  const found = new Map<string, Way>();
  const waiting: { readonly order: readonly number[]; readonly sign: 1 | -1 }[] = [
    { order: indices.map((_, at) => at), sign: 1 },
  ];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const key = next.order.join(" ");
    if (found.has(key)) continue;
    const { order, sign } = next;
    found.set(key, {
      letter: intern({ ...tensor, indices: order.map((at) => indices[at] as Index) }),
      sign,
    });
    for (const swap of swaps)
      waiting.push({
        order: order.map((_, at) => order[swap.order[at] ?? at] as number),
        sign: (sign * swap.sign) as 1 | -1,
      });
  }
  return [...found.values()];
}

interface Swap {
  /** The place from which each index comes. */
  readonly order: readonly number[];
  readonly sign: 1 | -1;
}

function swapsOf(role: Role, indices: readonly Index[]): readonly Swap[] {
  const rank = indices.length;
  switch (role) {
    case "metric":
    case "delta":
      return rank === 2 ? [swap(0, 1, 1, rank)] : [];
    case "ricci":
    case "einstein":
      return rank === 2 && areAlike(indices, 0, 1) ? [swap(0, 1, 1, rank)] : [];
    case "epsilon":
      return rank <= 4 ? neighbours(indices, -1) : [];
    case "structure":
      return rank === 3 ? neighbours(indices, -1) : [];
    case "symmetric-structure":
      return rank === 3 ? neighbours(indices, 1) : [];
    case "field-strength":
      return rank === 2 ? neighbours(indices, -1) : [];
    case "connection":
      return rank === 3 && indices.map(({ place }) => place).join(" ") === "up down down"
        ? [swap(1, 2, 1, rank)]
        : [];
    case "riemann":
      return rank === 4 ? ofRiemann(indices) : [];
    default:
      return [];
  }
}

/** R_{abcd} = −R_{bacd} = R_{cdab}; R^a_{bcd} = −R^a_{bdc}. */
function ofRiemann(indices: readonly Index[]): readonly Swap[] {
  const [first, last] = [areAlike(indices, 0, 1), areAlike(indices, 2, 3)];
  const crossed = areAlike(indices, 0, 2) && areAlike(indices, 1, 3);
  const inner = swap(2, 3, -1, 4);
  if (first && last)
    return [
      swap(0, 1, -1, 4),
      inner,
      ...(crossed ? [{ order: [2, 3, 0, 1], sign: 1 as const }] : []),
    ];
  return last && indices[0]?.place === "up" ? [inner] : [];
}

/** Every two neighbours that stand at one height in one space. */
const neighbours = (indices: readonly Index[], sign: 1 | -1): readonly Swap[] =>
  indices.flatMap((_, at) =>
    areAlike(indices, at, at + 1) ? [swap(at, at + 1, sign, indices.length)] : [],
  );

const areAlike = (indices: readonly Index[], a: number, b: number): boolean => {
  const [one, other] = [indices[a], indices[b]];
  return (
    one !== undefined &&
    other !== undefined &&
    one.place === other.place &&
    one.space === other.space
  );
};

const swap = (a: number, b: number, sign: 1 | -1, rank: number): Swap => ({
  order: Array.from({ length: rank }, (_, at) => (at === a ? b : at === b ? a : at)),
  sign,
});
