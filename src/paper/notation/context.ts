/** What is known about the names of a document before one of its formulas is read. */
import { type Conventions, defaultConventions } from "../../math/expr/claim";
import type { Domain, IndexSpace, Role, SymbolType } from "../../math/expr/node";

/** What a name stands for, and why we think so. */
export interface Kind {
  readonly type: SymbolType;
  readonly role?: Role;
  readonly domain?: Domain;
  /** Space of a matrix or family of a label. */
  readonly space?: string;
  readonly grassmann?: boolean;
  readonly dependsOn?: readonly string[];
  readonly shownOf?: readonly string[];
  /** For `tacit read --explain`: "slashed in line 12", "declared", "habit". */
  readonly evidence: string;
}

export const kind = (type: Kind["type"], evidence: string, details: Partial<Kind> = {}): Kind => ({
  type,
  evidence,
  ...details,
});

/** How a document uses one name, counted over its formulas; the survey of a statement has the same shape. */
export type Use =
  | "slashed"
  | "dotted"
  | "vector-dotted" // p \vdot q
  | "bold"
  | "hatted"
  | "daggered"
  | "starred"
  | "barred"
  | "squared"
  | "called"
  | "primed"
  | "twice-primed"
  | "differentiated"
  | "variable" // ∂/∂x, dx
  | "sub-first" // T_μ^ν
  | "sup-first" // T^ν_μ
  | "four-measure" // d⁴k, d^dk
  | "three-measure" // d³k
  | "commuted" // inside [ , ] or { , }
  | "traced" // inside Tr or det
  | "sandwiched" // between bra and ket
  | "ket" // inside |n⟩
  | "amplitude" // α in (φ, αψ) and α|ψ⟩
  | "inverted" // M^{-1}
  | "transposed"
  | "bound" // under ∑ or ∏
  | "divisor" // inside a denominator
  | "exponent" // inside the exponent of e
  | "bare" // without any script
  | "argument" // alone in the parentheses of a call
  | "greek-up"
  | "greek-down"
  | "greek-two" // two or more Greek indices
  | "latin-up"
  | "latin-down"
  | "latin-two"
  | "latin-three"
  | "number-up"
  | "prefix" // Δx
  | "alone" // Δ before anything but a name
  | "odd-power" // a³, (a+b)³
  | "time-component" // p^0
  | "numbered" // φ^1, x^3: a digit above that is no power
  | "component" // F^{i0}: a letter and a digit in one script
  | "number-down"
  | "ladder" // + or − below
  | "axis"; // x, y, z, + or − below

export interface Context {
  /** Declared, or decided by the use of the whole document; undefined leaves it to the statement and to habit. The name is bare (`p`, `ψ`, `Ĥ`); `bold` where it was set bold or with an arrow. */
  lookup(name: string, bold: boolean): Kind | undefined;
  /** Space of an index name, or "label" for names that never sum by themselves. */
  index(name: string): IndexSpace | "label" | undefined;
  /** How often the document uses a name so. */
  uses(name: string, use: Use): number;
  /** Variables that stand alone in parentheses behind the name somewhere in the document. */
  shown(name: string, bold: boolean): readonly string[];
  /** The name of a vector stands in a commutator with itself somewhere in the document, so that its components are matrices. */
  crossed(name: string): boolean;
  readonly conventions: Conventions;
}

/** Nothing declared: the statement and the habits of the field decide. */
export function defaultContext(conventions: Conventions = defaultConventions): Context {
  return {
    lookup: () => undefined,
    index: () => undefined,
    uses: () => 0,
    shown: () => [],
    crossed: () => false,
    conventions,
  };
}
