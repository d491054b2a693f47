/** Which index names are surely indices: every object that carries the name is a tensor in that slot, and nothing uses it as a label. */

import type { Expr, Index, Role, Sym } from "../expr/node";
import { indicesOn, isDifferential, isNamed } from "../expr/questions";
import { nodes, some } from "../expr/walk";
import { openIndices } from "./indices";

/** Notions whose Latin indices are never labels. */
const tensorRoles: ReadonlySet<Role> = new Set<Role>([
  "delta",
  "epsilon",
  "pauli",
  "generator",
  "structure",
  "symmetric-structure",
  "angular-momentum",
  "position-operator",
  "momentum-operator",
  "coordinate",
  "gamma",
  "metric",
  "field-strength",
  "riemann",
  "ricci",
]);

export function isSurelyIndex(name: string, sides: readonly Expr[]): boolean {
  if (name === "f" || (photonAndTime.has(name) && isOnce(name, sides))) return false;
  const latin = /^[a-z]/.test(name);
  let known = false;
  let spaces: ReadonlySet<Index["space"]> = new Set();
  for (const node of sides.flatMap((side) => [...nodes(side)])) {
    if (isLabel(node, name) || isFlavour(node, name)) return false;
    for (const index of indicesOn(node)) {
      if (index.name !== name) continue;
      if (isSpinor(node)) return false;
      known ||= isKnownTensor(node);
      spaces = new Set([...spaces, index.space]);
      if (index.space !== "lorentz" && !isTensorIn(node, index)) return false;
    }
  }
  return spaces.size === 1 && (known || !latin || !spaces.has("lorentz"));
}

/** A spinor whose index names a particle. */
const isSpinor = (node: Expr): boolean =>
  node.kind === "tensor" && innermost(node.head)?.type === "spinor";

/** u_μ(p): the spinor of a muon, read as a vector at a place. */
const isFlavour = (node: Expr, name: string): boolean =>
  node.kind === "call" &&
  node.head.kind === "tensor" &&
  /^[uv]/.test(innermost(node.head.head)?.name ?? "") &&
  node.head.indices.some((index) => index.name === name && index.place === "down");

/** A notion whose letters are indices whatever the alphabet, or a derivative. */
const isKnownTensor = (node: Expr): boolean => {
  const role = node.kind === "tensor" ? innermost(node.head)?.role : undefined;
  return node.kind === "derivative" || (role !== undefined && tensorRoles.has(role));
};

/** D_γ, ∂_τ: letters that name a particle or a time where they stand alone. */
const photonAndTime: ReadonlySet<string> = new Set(["γ", "τ", "σ"]);

const isOnce = (name: string, sides: readonly Expr[]): boolean =>
  sides
    .flatMap((side) => [...nodes(side)])
    .flatMap(indicesOn)
    .filter((index) => index.name === name).length === 1;

/** Words for what the counting cannot see through: nothing is said of the form then. */
export const hidesIndices = (side: Expr): boolean => some(side, isVeil);

const isVeil = (node: Expr): boolean => {
  switch (node.kind) {
    case "opaque":
    case "hole":
    case "cases":
      return true;
    case "tensor":
      return node.indices.some(({ space }) => space === "dotted-spinor");
    case "labelled":
      return node.labels.some((label) => some(label, isDotted));
    case "function":
      return (
        node.name === "diag" ||
        node.name === "dimension" ||
        (!isDifferential(node) &&
          node.args.some((argument) => (openIndices(argument, false).open?.size ?? 0) > 0))
      );
    case "call":
      return node.args.some((argument) => some(argument, (part) => indicesOn(part).length > 0));
    default:
      return false;
  }
};

/** α̇: the index of a spinor of the other kind, whose partner is often the same letter without the dot. */
const isDotted = (node: Expr): boolean =>
  node.kind === "symbol" && node.name.normalize("NFD").includes("\u0307");

/** The letter numbers something, stands alone, or belongs to an index of a whole expression. */
const isLabel = (node: Expr, name: string): boolean =>
  (node.kind === "symbol" &&
    ((node.name === name && node.type !== "tensor") || isInName(name, node.name))) ||
  (node.kind === "power" && some(node.exponent, (part) => isLetter(part, name))) ||
  (node.kind === "labelled" &&
    node.labels.some((label) => some(label, (part) => isNamed(part, name))));

/** ε^{(λ)}, 𝒥^{(ρσ)}, M_α: letters in parentheses, or of a particle, are part of the name. */
const isInName = (letter: string, name: string): boolean =>
  name.endsWith(`_${letter}`) || (name.match(/\(([^)]*)\)/u)?.[1]?.includes(letter) ?? false);

/** ω^{ij} read as a power: i is no imaginary unit there. */
const isLetter = (node: Expr, name: string): boolean =>
  (node.kind === "symbol" || node.kind === "constant") && node.name === name;

function isTensorIn(node: Expr, index: Index): boolean {
  if (node.kind !== "tensor") return true;
  const head = innermost(node.head);
  if (!head) return false;
  if (head.role !== undefined && tensorRoles.has(head.role)) return true;
  if (index.space === "spatial") return head.type === "three-vector";
  return node.indices.some((other) => other.space === "lorentz");
}

export const innermost = (head: Expr): Sym | undefined =>
  head.kind === "symbol" ? head : head.kind === "labelled" ? head.head : undefined;
