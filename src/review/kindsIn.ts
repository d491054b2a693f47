/** What the names, indices and numbers of a formula were taken for, and what says so. */
import type { Expr, Index, IndexSpace } from "../math/expr/node";
import { children, nodes } from "../math/expr/walk";
import type { Context, Kind } from "../paper/notation/context";

export interface KindSaid {
  readonly name: string;
  readonly kind: string;
  readonly why: string;
}

export const kindsIn = (
  sides: readonly Expr[],
  kinds: ReadonlyMap<string, Kind>,
  context: Context,
): readonly KindSaid[] => [
  ...named(kinds, labelsIn(sides)),
  ...byPlace(sides, kinds),
  ...indicesIn(sides, context),
];

const named = (
  kinds: ReadonlyMap<string, Kind>,
  labels: ReadonlyMap<string, ReadonlySet<string>>,
): readonly KindSaid[] =>
  [...kinds].map(([name, kind]) => {
    const families = labels.get(name);
    return families
      ? { name, kind: "label", why: `on ${[...families].join(", ")}` }
      : { name: name.replace(/^\*/, "bold "), kind: kind.role ?? kind.type, why: kind.evidence };
  });

const spaces: Readonly<Record<IndexSpace, string>> = {
  lorentz: "spacetime index",
  spatial: "index of space",
  adjoint: "colour index",
  fundamental: "index of the fundamental representation",
  isospin: "isospin index",
  spinor: "spinor index",
  "dotted-spinor": "dotted spinor index",
  generic: "index of a matrix",
};

/** Each letter with what carries it. */
function indicesIn(sides: readonly Expr[], context: Context): readonly KindSaid[] {
  const carriers = new Map<string, { readonly space: IndexSpace; readonly on: Set<string> }>();
  const note = ({ name, space, value }: Index, on: string): void => {
    if (value !== undefined) return;
    const known = carriers.get(name) ?? { space, on: new Set() };
    carriers.set(name, known);
    known.on.add(on);
  };
  for (const node of sides.flatMap((side) => [...nodes(side)])) {
    if (node.kind === "tensor") for (const index of node.indices) note(index, headName(node.head));
    if (node.kind === "derivative" && node.by.kind === "index")
      note(node.by.index, node.by.covariant ? "∇" : "∂");
  }
  return [...carriers].map(([name, { space, on }]) => ({
    name,
    kind: spaces[space],
    why: context.index(name) ? "declared" : `on ${[...on].join(", ")}`,
  }));
}

/** Letters that only tell members of a family apart, with the families: no index, and never summed by themselves. */
function labelsIn(sides: readonly Expr[]): ReadonlyMap<string, ReadonlySet<string>> {
  const carriers = new Map<string, Set<string>>();
  const elsewhere = new Set<string>();
  const visit = (node: Expr): void => {
    if (node.kind === "symbol") elsewhere.add(node.name);
    const labels = node.kind === "labelled" ? node.labels : [];
    for (const label of labels)
      if (node.kind === "labelled" && label.kind === "symbol")
        carriers.set(label.name, (carriers.get(label.name) ?? new Set()).add(node.head.name));
    for (const part of children(node))
      if (!(part.kind === "symbol" && labels.includes(part))) visit(part);
  };
  sides.forEach(visit);
  return new Map([...carriers].filter(([name]) => !elsewhere.has(name)));
}

function headName(head: Expr): string {
  if (head.kind === "symbol") return head.name;
  if (head.kind === "labelled" || head.kind === "call") return headName(head.head);
  return "a group";
}

/** π, e and i as numbers, states, and the names that a notation brings with it. */
function byPlace(sides: readonly Expr[], kinds: ReadonlyMap<string, Kind>): readonly KindSaid[] {
  const found = new Map<string, KindSaid>();
  for (const node of sides.flatMap((side) => [...nodes(side)])) {
    if (node.kind === "constant")
      found.set(`number ${node.name}`, {
        name: node.name,
        kind: "number",
        why: numbers[node.name],
      });
    if (node.kind === "symbol" && node.type === "state")
      found.set(node.name, { name: node.name, kind: "state", why: "in a bra or a ket" });
    if (node.kind === "symbol" && node.role === "physical-constant" && !kinds.has(node.name))
      found.set(node.name, {
        name: node.name,
        kind: "physical-constant",
        why: node.name === "e" ? "without an exponent, or squared beside charges" : "its letter",
      });
  }
  return [...found.values()];
}

const numbers = {
  π: "no index, no argument, no derivative",
  e: "raised to what is no plain number, or upright",
  i: "no index and not summed over",
  γ_E: "its subscript",
  "∞": "its sign",
} as const;
