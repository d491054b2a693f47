/** Poisson brackets: {f,g} = Σ ∂f/∂q ∂g/∂p − ∂f/∂p ∂g/∂q over the canonical pairs of the formulas. */
import type { Expr, Sym } from "../../expr/node";
import { add, join } from "../contraction";
import { Beyond } from "../number/field";
import type { Scope } from "../scope";
import { along } from "../taylor/along";
import { scaleBy, type Value } from "../value";

/** A coordinate and its momentum. */
export type CanonicalPair = readonly [Expr, Expr];

/** q (or x) with p, members of such families with the same labels, and θ with p_θ. */
export function canonicalPairs(nodes: Iterable<Expr>): readonly CanonicalPair[] {
  const places: Expr[] = [];
  const momenta: Expr[] = [];
  for (const node of nodes) {
    const sym = node.kind === "labelled" ? node.head : node;
    if (
      sym.kind !== "symbol" ||
      sym.type === "function" ||
      (node.kind === "symbol" && hasFamily(nodes, node))
    )
      continue;
    if (/^[qxr𝐪𝐱𝐫]$/u.test(sym.name)) places.push(node);
    if (/^[pP𝐩]$/u.test(sym.name)) momenta.push(node);
  }
  const alike = places.flatMap((place): CanonicalPair[] => {
    const partner = momenta.find((momentum) => labelsOf(momentum) === labelsOf(place));
    return partner ? [[place, partner]] : [];
  });
  const symbols = [...nodes].filter((node): node is Sym => node.kind === "symbol");
  const named = symbols.flatMap((place): CanonicalPair[] => {
    const partner = symbols.find(({ name }) => name === `p_${place.name}`);
    return partner ? [[place, partner]] : [];
  });
  return [...alike, ...named];
}

const labelsOf = (node: Expr): string =>
  node.kind === "labelled"
    ? node.labels
        .map((label) =>
          label.kind === "num"
            ? `${label.numerator}`
            : label.kind === "symbol"
              ? label.name
              : label.kind,
        )
        .join(",")
    : node.kind === "symbol"
      ? node.type
      : "";

function hasFamily(nodes: Iterable<Expr>, head: Expr): boolean {
  for (const node of nodes) if (node.kind === "labelled" && node.head === head) return true;
  return false;
}

export function poissonBracket<E>(scope: Scope<E>, left: Value<E>, right: Value<E>): Value<E> {
  const { taylor, field } = scope;
  if (!taylor || scope.canonical.length === 0)
    throw new Beyond("a Poisson bracket without canonical pairs");
  const minus = field.neg(field.one);
  const terms = scope.canonical.flatMap(([place, momentum]) => {
    const [q, p] = [taylor.variablesOf(place), taylor.variablesOf(momentum)];
    if (!q || q.length !== p?.length) throw new Beyond("a Poisson bracket of these variables");
    return q.flatMap((variable, i) => {
      const other = p[i] as number;
      return [
        join(scope, along(scope, left, variable), along(scope, right, other)),
        scaleBy(
          field,
          minus,
          join(scope, along(scope, left, other), along(scope, right, variable)),
        ),
      ];
    });
  });
  return add(scope, terms);
}
