/** Names and sizes of the spaces that indices and matrices live in. */
import type { Expr, IndexSpace, Sym } from "../expr/node";
import { nodes as within } from "../expr/walk";
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
  /** Where Pauli matrices act, and spins point up and down. */
  readonly ofSpins: string | undefined;
  /** Where states that are only named live, and operators of which nothing is said; undefined among blocks. */
  readonly everywhere: readonly string[] | undefined;
  /** All matrix spaces of the formulas. */
  readonly used: readonly string[];
  /** A generator, or a structure constant, is among the formulas. */
  readonly hasColour: boolean;
  /** Matrices of matrices among the formulas. */
  readonly blocks: Blocks | undefined;
  /** The space of an explicit matrix of this size. */
  explicit(size: number): string;
}

/** A square of so many blocks a side, each a matrix in `space`. */
export interface Blocks {
  readonly count: number;
  readonly space: string;
}

export const dirac = "dirac";
export const colour = "colour";
const spin = "spin";
const weyl = "weyl";
/** The space of (T_A^a)_{bc} = −i f^{abc}. */
export const adjoint = "adjoint";
export const operatorSpace = "operator";
export const rotations = "rotations";

/** Where one of several angular momenta acts, or the only one. */
export const isOfRotations = (space: string): boolean =>
  space === rotations || space.startsWith(`${rotations} `);

/** Spins side by side differ. */
const ordinalOf = (space: string): number =>
  [...space].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);

/** Space of 2×2 blocks of which nothing is known. */
const blockSpace = "block";

interface Used {
  /** The matrix spaces met in the formulas; explicit matrices fix the size of unnamed ones. */
  readonly matrixSpaces: ReadonlySet<string>;
  readonly hasColour: boolean;
  readonly blocks: Blocks | undefined;
}

/** `written`: the Dirac matrices are explicit, so that they act where explicit 4×4 matrices do. */
export function spacesOf(
  world: World,
  { matrixSpaces: used, hasColour, blocks: seen }: Used,
  written: boolean,
): Spaces {
  const spinors = written && used.has(dirac);
  const blocks = seen ?? (spinors ? { count: 2, space: blockSpace } : undefined);
  const explicit = [...used].filter((space) => explicitSize(space) !== undefined);
  const [only] = explicit;
  const unnamed = explicit.length === 1 && only && !blocks ? only : operatorSpace;
  const unified = (space: string): string => {
    if (space === operatorSpace) return unnamed;
    if (space !== spin && space !== weyl) return space;
    if (explicit.includes("2×2")) return "2×2";
    return used.has(spin) ? spin : space;
  };
  const named = new Set([...used].map(unified));
  const indexSizes: Readonly<Record<IndexSpace, number>> = {
    lorentz: world.dimension,
    spatial: 3,
    adjoint: world.colours * world.colours - 1,
    fundamental: world.colours,
    isospin: 3,
    spinor: used.has(dirac) ? 2 ** (world.dimension / 2) : 2,
    "dotted-spinor": 2,
    generic: 3,
  };
  return {
    lorentz: world.dimension,
    indexSize: (space) => indexSizes[space],
    matrixSize(space) {
      if (space === dirac) return 2 ** Math.floor(world.dimension / 2);
      if (space === colour) return world.colours;
      if (space === adjoint) return world.colours ** 2 - 1;
      if (space === rotations) return world.twiceSpin + 1;
      if (isOfRotations(space)) return 2 + ((world.twiceSpin + ordinalOf(space)) % 3);
      if (
        space === spin ||
        space.startsWith(`${spin} `) ||
        space === "isospin" ||
        space === weyl ||
        space === blockSpace
      )
        return 2;
      return explicitSize(space) ?? world.size;
    },
    spaceOf: (sym) => unified(spaceByName(sym)),
    only: named.size === 1 && !blocks ? [...named][0] : undefined,
    everywhere: blocks ? undefined : named.size > 0 ? [...named] : [unnamed],
    ofSpins: used.has(spin) ? unified(spin) : undefined,
    used: [...named],
    hasColour,
    blocks: blocks && { ...blocks, space: unified(blocks.space) },
    explicit: (size) => (spinors && size === 4 ? dirac : `${size}×${size}`),
  };
}

/** What the entries of explicit matrices say of blocks; undefined where all of them are numbers. */
export function blocksIn(
  nodes: Iterable<Expr>,
): { readonly blocks: Blocks; readonly outer: ReadonlySet<Expr> } | undefined {
  const matrices = new Set<Expr>();
  const nested = new Set<Expr>();
  const spaces = new Set<string>();
  let count = 0;
  for (const node of nodes) {
    if (node.kind !== "matrix") continue;
    matrices.add(node);
    for (const part of node.rows.flat().flatMap((entry) => [...within(entry)])) {
      const isUnit = part.kind === "symbol" && part.role === "identity";
      const space = isUnit ? blockSpace : spaceOfNode(part);
      if (part.kind === "matrix") nested.add(part);
      if (!space) continue;
      spaces.add(space);
      count = Math.max(count, node.rows.length);
    }
  }
  const [space] = [...spaces].sort((a, b) => Number(a === blockSpace) - Number(b === blockSpace));
  if (!space) return undefined;
  return {
    blocks: { count, space },
    outer: new Set([...matrices].filter((node) => !nested.has(node))),
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
      return /_(A|G|adj)$/.test(sym.name) ? adjoint : (sym.space ?? colour);
    case "angular-momentum":
      return sym.space ?? rotations;
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
