/** The open indices of an expression, and where the counting goes wrong. */
import type { Expr, Index, IndexSpace } from "../expr/node";
import { children, nodes } from "../expr/walk";

export interface Fault {
  readonly name: string;
  readonly what: "free" | "repeated" | "position";
}

/** Open indices by name; undefined where the notation hides them (tuples, matrices, words). */
export type OpenIndices = ReadonlyMap<string, Index> | undefined;

export interface Counting {
  readonly open: OpenIndices;
  readonly fault?: Fault;
}

/** Spaces whose repeated indices are summed by themselves. */
const counted: ReadonlySet<IndexSpace> = new Set(["lorentz", "spatial", "adjoint", "isospin"]);

const none: Counting = { open: new Map() };
const hidden: Counting = { open: undefined };

/** Names of coordinates: an index called so is one component. */
const coordinates = new Set(["t", "r", "x", "y", "z", "u", "v", "θ", "φ", "ϕ", "ϑ", "χ"]);

const isCounted = (index: Index): boolean =>
  index.value === undefined && counted.has(index.space) && !coordinates.has(index.name);

const remembered = [new WeakMap<Expr, Counting>(), new WeakMap<Expr, Counting>()] as const;

/** `strict`: a Lorentz index is summed only between up and down. */
export function openIndices(node: Expr, strict: boolean): Counting {
  const known = remembered[strict ? 1 : 0];
  const before = known.get(node);
  if (before) return before;
  const found = indicesOf(node, strict);
  known.set(node, found);
  return found;
}

function indicesOf(node: Expr, strict: boolean): Counting {
  switch (node.kind) {
    case "num":
    case "constant":
    case "symbol":
    case "unit":
    case "labelled":
      return none;
    case "sum":
      return inSum(
        node.terms.map((term) => openIndices(term, strict)),
        node.terms,
      );
    case "tensor":
      if (isMatrixElement(node.head)) return hidden;
      return multiplied([openIndices(node.head, strict), ownIndices(node.indices)], strict);
    case "product":
    case "tensor-product":
    case "wedge":
      return multiplied(
        node.factors.map((factor) => openIndices(factor, strict)),
        strict,
      );
    case "derivative":
      return multiplied(
        [
          node.by.kind === "index" ? ownIndices([node.by.index]) : openVariable(node.by, strict),
          ...(node.operand ? [openIndices(node.operand, strict)] : []),
        ],
        strict,
      );
    case "quotient":
      return multiplied(
        [openIndices(node.over, strict), inverted(openIndices(node.under, strict))],
        strict,
      );
    case "power":
      return powerIndices(openIndices(node.base, strict));
    case "bracket":
    case "dot":
    case "cross":
      return multiplied([openIndices(node.left, strict), openIndices(node.right, strict)], strict);
    case "involution":
    case "trace":
    case "expectation":
    case "ordered":
      return openIndices(node.operand, strict);
    case "plus-minus":
      return openIndices(node.operand, strict);
    case "call":
      return multiplied([openIndices(node.head, strict), ...node.args.map(() => none)], strict);
    case "slash":
      return openIndices(node.vector, strict);
    case "integral":
      return node.measures.some((measure) => measure.variable.kind === "tensor")
        ? hidden
        : openIndices(node.integrand, strict);
    case "limit":
    case "bar":
      return openIndices(node.body, strict);
    case "series":
      return bound(openIndices(node.body, strict), node.variables);
    case "function":
      if (node.name === "det") return node.args.some(isWrittenOut) ? hidden : none;
      return multiplied(
        node.args.map((argument) => openIndices(argument, strict)),
        strict,
      );
    default:
      return children(node).length === 0 && node.kind !== "opaque" && node.kind !== "hole"
        ? none
        : hidden;
  }
}

/** (AB)_{αβ}: components of a product of matrices. */
const isMatrixElement = (head: Expr): boolean =>
  head.kind === "product" || head.kind === "involution" || head.kind === "bracket";

/** ε_{ijk}ε_{lmn} = |δ_{il} …|: each entry has its own indices. */
const isWrittenOut = (node: Expr): boolean => node.kind === "matrix";

const ownIndices = (indices: readonly Index[]): Counting => {
  if (indices.some((index) => index.space === "generic")) return hidden;
  const list = indices.filter(isCounted);
  const open = new Map<string, Index>();
  for (const index of list) {
    if (open.has(index.name)) open.delete(index.name);
    else open.set(index.name, index);
  }
  return { open };
};

function openVariable(by: Extract<Expr, { kind: "derivative" }>["by"], strict: boolean): Counting {
  return by.kind === "variable" ? inverted(openIndices(by.variable, strict)) : none;
}

/** ∂/∂p_μ carries an upper μ. */
const inverted = ({ open, fault }: Counting): Counting => ({
  open:
    open &&
    new Map(
      [...open].map(([name, index]) => [
        name,
        { ...index, place: index.place === "up" ? "down" : "up" },
      ]),
    ),
  ...(fault ? { fault } : {}),
});

function inSum(parts: readonly Counting[], terms: readonly Expr[]): Counting {
  const fault = parts.find((part) => part.fault)?.fault;
  if (fault) return { open: undefined, fault };
  const known = parts.flatMap((part, place) =>
    part.open && !isNothing(terms[place]) ? [part.open] : [],
  );
  const [first, ...others] = known;
  if (!first) return hidden;
  for (const other of others) {
    const mismatch = unbalanced(first, other);
    if (mismatch) return { open: undefined, fault: { name: mismatch, what: "free" } };
  }
  return parts.some((part) => part.open === undefined) ? hidden : { open: first };
}

const isNothing = (term: Expr | undefined): boolean =>
  term === undefined || (term.kind === "num" && term.numerator === 0n) || term.kind === "order";

/** An index that one has and the other lacks. */
export function unbalanced(
  a: ReadonlyMap<string, Index>,
  b: ReadonlyMap<string, Index>,
): string | undefined {
  for (const name of a.keys()) if (!b.has(name)) return name;
  for (const name of b.keys()) if (!a.has(name)) return name;
  return undefined;
}

function multiplied(parts: readonly Counting[], strict: boolean): Counting {
  const fault = parts.find((part) => part.fault)?.fault;
  if (fault) return { open: undefined, fault };
  if (parts.some((part) => part.open === undefined)) return hidden;
  const open = new Map<string, Index>();
  const closed = new Set<string>();
  for (const part of parts)
    for (const [name, index] of part.open ?? []) {
      const partner = open.get(name);
      if (closed.has(name) && index.space !== "spatial")
        return { open: undefined, fault: { name, what: "repeated" } };
      if (!partner) {
        open.set(name, index);
        continue;
      }
      if (strict && index.space === "lorentz" && partner.place === index.place)
        return { open: undefined, fault: { name, what: "position" } };
      open.delete(name);
      closed.add(name);
    }
  return { open };
}

/** (∂_i)² and the like sum over the index; a higher power of an open index has no meaning here. */
const powerIndices = ({ open, fault }: Counting): Counting =>
  fault ? { open: undefined, fault } : open?.size === 0 ? none : hidden;

/** Indices that a written sum runs over are no open ones. */
function bound(body: Counting, variables: readonly Expr[]): Counting {
  if (!body.open) return body.fault?.what === "repeated" ? hidden : body;
  const names = new Set(
    variables.flatMap((v) => [...nodes(v)]).flatMap((n) => (n.kind === "symbol" ? [n.name] : [])),
  );
  return { open: new Map([...body.open].filter(([name]) => !names.has(name))) };
}

/** Both heights of Lorentz indices occur. */
export function usesBothHeights(...sides: readonly Expr[]): boolean {
  const places = new Set<string>();
  for (const side of sides)
    for (const node of nodes(side)) {
      const list =
        node.kind === "tensor"
          ? node.indices
          : node.kind === "derivative" && node.by.kind === "index"
            ? [node.by.index]
            : [];
      for (const index of list) if (index.space === "lorentz") places.add(index.place);
    }
  return places.size === 2;
}
