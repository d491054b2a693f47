/** Names and sizes of the spaces that indices and matrices live in. */
import type { Expr, IndexSpace, Sym } from "../expr/node";
import type { World } from "./evaluation";

export interface Spaces {
  readonly lorentz: number;
  indexSize(space: IndexSpace): number;
  /** Size of a matrix space. */
  matrixSize(space: string): number;
  /** The space a matrix, an operator or a state lives in. */
  spaceOf(sym: Sym): string;
  /** The one matrix space of the formulas, where there is only one. */
  readonly only: string | undefined;
  /** Where states that are only named live; undefined where several spaces come into question. */
  readonly stateSpace: string | undefined;
  /** All matrix spaces of the formulas. */
  readonly used: readonly string[];
  /** A generator, or a structure constant, is among the formulas. */
  readonly hasColour: boolean;
}

export const dirac = "dirac";
export const colour = "colour";
const spin = "spin";
export const operatorSpace = "operator";
export const rotations = "rotations";

/** `used` are the matrix spaces met in the formulas; explicit matrices fix the size of unnamed ones. */
export function spacesOf(world: World, used: ReadonlySet<string>, hasColour: boolean): Spaces {
  const explicit = [...used].filter((space) => explicitSize(space) !== undefined);
  const [only] = explicit;
  const unnamed = explicit.length === 1 && only ? only : operatorSpace;
  const unified = (space: string): string => {
    if (space === operatorSpace) return unnamed;
    return space === spin && explicit.includes("2×2") ? "2×2" : space;
  };
  const named = new Set([...used].map(unified));
  const indexSizes: Readonly<Record<IndexSpace, number>> = {
    lorentz: world.dimension,
    spatial: 3,
    adjoint: world.colours * world.colours - 1,
    fundamental: world.colours,
    isospin: 3,
    spinor: 2 ** (world.dimension / 2),
    "dotted-spinor": 2,
    generic: 3,
  };
  return {
    lorentz: world.dimension,
    indexSize: (space) => indexSizes[space],
    matrixSize(space) {
      if (space === dirac) return 2 ** Math.floor(world.dimension / 2);
      if (space === colour) return world.colours;
      if (space === rotations) return world.twiceSpin + 1;
      if (space === spin || space === "isospin" || space === "weyl") return 2;
      return explicitSize(space) ?? world.size;
    },
    spaceOf: (sym) => unified(spaceByName(sym)),
    only: named.size === 1 ? [...named][0] : undefined,
    stateSpace: named.size > 1 ? undefined : ([...named][0] ?? operatorSpace),
    used: [...named],
    hasColour,
  };
}

function explicitSize(space: string): number | undefined {
  const size = /^(\d+)×\1$/.exec(space)?.[1];
  return size === undefined ? undefined : Number(size);
}

/** Matrix space as far as the symbol itself says. */
export function spaceByName(sym: Sym): string {
  switch (sym.role) {
    case "gamma":
    case "gamma5":
    case "sigma-tensor":
    case "left-projector":
    case "right-projector":
    case "charge-conjugation":
    case "u-spinor":
    case "v-spinor":
      return dirac;
    case "pauli":
      return sym.space ?? spin;
    case "generator":
      return sym.space ?? colour;
    case "angular-momentum":
      return rotations;
    default:
      if (sym.type === "spinor") return sym.space ?? dirac;
      return sym.space ?? operatorSpace;
  }
}

/** Roles of operators that act on polynomials or on quanta, and of the unit, which has no space of its own. */
const spaceless: ReadonlySet<string> = new Set([
  "identity",
  "lowering",
  "number-operator",
  "position-operator",
  "momentum-operator",
  "fermion-lowering",
  "coordinate",
]);

/** Matrix spaces a node by itself lives in. */
export function spaceOfNode(node: Expr): string | undefined {
  if (node.kind === "slash") return dirac;
  if (node.kind === "matrix" && node.rows.length > 0) {
    const rows = node.rows.length;
    const columns = node.rows[0]?.length ?? 0;
    const size = Math.max(rows, columns);
    return rows === columns || rows === 1 || columns === 1 ? `${size}×${size}` : undefined;
  }
  if (node.kind !== "symbol") return undefined;
  if (node.role && spaceless.has(node.role)) return undefined;
  const matrices = ["matrix", "operator", "spinor", "state"];
  return matrices.includes(node.type) ||
    node.role === "pauli" ||
    node.role === "gamma" ||
    node.role === "generator" ||
    node.role === "angular-momentum"
    ? spaceByName(node)
    : undefined;
}
