/** ∂f(t,s)/∂t under ∫₀ᵗ ds, or before |_{s=t}, is taken at fixed s: by a variable of its own, which then takes the value t. */
import { opaque } from "../expr/build";
import type { Claim } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Derivative, Expr, Sym } from "../expr/node";
import { nodes, replace, some, symbolsOf, transform } from "../expr/walk";
import { mapClaim, partsOf } from "./facts";

export function withHeldVariables(claim: Claim): Claim {
  const parts = [
    claim.left,
    claim.right,
    ...claim.given.flatMap(({ facts }) => facts.flatMap(partsOf)),
  ];
  if (!parts.some((part) => some(part, (node) => heldIn(node).length > 0))) return claim;
  const moving = movingNames(claim, parts);
  return mapClaim(claim, (part) =>
    transform(part, (node) => {
      const held = heldIn(node);
      return held.length === 0
        ? node
        : transform(node, (inner) => (isPartial(inner, held) ? apart(inner, moving) : inner));
    }),
  );
}

/** A name bound here, and the names its value or its range depends on. */
interface Held {
  readonly name: Expr;
  readonly varies: ReadonlySet<Sym>;
}

function heldIn(node: Expr): readonly Held[] {
  const all =
    node.kind === "integral"
      ? node.measures.map(({ variable, lower, upper }) => ({ variable, ends: [lower, upper] }))
      : node.kind === "bar"
        ? node.at.map(({ variable, value }) => ({ variable, ends: [value] }))
        : [];
  return all.flatMap(({ variable, ends }) => {
    const varies = new Set(ends.flatMap((end) => (end ? [...symbolsOf(end)] : [])));
    const takes = [...nodes(node)].some(
      (part) =>
        part.kind === "derivative" &&
        part.by.kind === "variable" &&
        part.by.variable !== variable &&
        varies.has(part.by.variable as Sym),
    );
    return takes ? [{ name: variable, varies }] : [];
  });
}

/** A derivative of something in which a held name stands, by a name on which that one depends. */
function isPartial(
  node: Expr,
  held: readonly Held[],
): node is Derivative & { readonly by: { readonly kind: "variable" }; readonly operand: Expr } {
  if (node.kind !== "derivative" || node.by.kind !== "variable" || !node.operand) return false;
  const { by, operand } = node;
  const variable = by.variable as Sym;
  return (
    by.style !== "functional" &&
    by.variable.kind === "symbol" &&
    held.some(({ name, varies }) => varies.has(variable) && some(operand, (part) => part === name))
  );
}

/** By a name of its own; left without a value where something else in it may vary with that name. */
function apart(node: Derivative, moving: ReadonlySet<Sym>): Expr {
  const { by, operand } = node;
  if (by.kind !== "variable" || by.variable.kind !== "symbol" || !operand) return node;
  const { variable } = by;
  if ([...symbolsOf(operand)].some((name) => name !== variable && moving.has(name)))
    return opaque("a derivative by what a name is bound to", node);
  const own: Sym = intern({ ...variable, name: `${variable.name}‴` });
  const body = intern({
    ...node,
    by: { ...by, variable: own },
    operand: replace(operand, new Map([[variable, own]])),
  });
  return intern({ kind: "bar", body, at: [{ variable: own, value: variable }] });
}

/** Names that vary without showing with what, or that are given. */
function movingNames(claim: Claim, parts: readonly Expr[]): ReadonlySet<Sym> {
  const hidden = parts.flatMap((part) =>
    [...nodes(part)].flatMap((node) => {
      if (node.kind !== "derivative" || !node.operand) return [];
      const { by, operand } = node;
      const shows = by.kind === "variable" && some(operand, (inner) => inner === by.variable);
      return shows ? [] : [...symbolsOf(operand)];
    }),
  );
  const given = claim.given.flatMap(({ facts }) =>
    facts.flatMap((fact) =>
      fact.kind === "definition" && fact.head.kind === "symbol" ? [fact.head] : [],
    ),
  );
  return new Set([...hidden, ...given]);
}
