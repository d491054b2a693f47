/** A claim: two expressions, a relation, and what may be used to judge it. */
import type { Domain, Expr, Relation } from "./node";

export type Source = "stated" | "convention" | "tacit" | "proposed";

/** How spacetime and its algebra are set up. */
export interface Conventions {
  readonly metric: "mostly-minus" | "mostly-plus" | "euclidean";
  /** Range of Lorentz indices; "d" keeps it symbolic. */
  readonly dim: number | "d";
  /** ε^{0123}. */
  readonly epsilon: 1 | -1;
  /** Tr 1 over Dirac indices. */
  readonly traceOfUnity: number;
  /** How the Dirac matrices are written out, where the text says so. */
  readonly representation?: "chiral" | "dirac";
  /** N of SU(N), where the text names the group. */
  readonly colours?: number;
  /** Sign of R^ρ_{σμν} = ∂_μΓ^ρ_{νσ} − …; +1 where nothing is said. */
  readonly riemann?: 1 | -1;
  /** Sign of R_{μν} = R^λ_{μλν}; +1 where nothing is said. */
  readonly ricci?: 1 | -1;
  /** What the text itself declares; everything else counts as a default when a verdict needs it. */
  readonly declared: readonly ("metric" | "dim" | "epsilon" | "traceOfUnity" | "colours")[];
}

export const defaultConventions: Conventions = {
  metric: "mostly-minus",
  dim: 4,
  epsilon: -1,
  traceOfUnity: 4,
  declared: [],
};

/** What a fact allows. Free indices, labels and formal arguments in it are universal. */
export type Fact =
  /** `head` (symbol, labelled, tensor or call) is replaced by `body`, left to right. */
  | { readonly kind: "definition"; readonly head: Expr; readonly body: Expr }
  /** Restricts the samples: p² = m², p₁+p₂ = p₃+p₄, k·ε = 0. */
  | { readonly kind: "constraint"; readonly left: Expr; readonly right: Expr }
  /** [A,B] = …, {γ,γ} = 2g: an algebra the operators obey. */
  | { readonly kind: "algebra"; readonly left: Expr; readonly right: Expr }
  | { readonly kind: "domain"; readonly symbol: Expr; readonly domain: Domain }
  /** left < right and the like: restricts the samples to a region. */
  | {
      readonly kind: "inequality";
      readonly left: Expr;
      readonly relation: "<" | "≤" | ">" | "≥" | "≠";
      readonly right: Expr;
    }
  /** A property named in words: hermitian, unitary, commuting, traceless, symmetric, antisymmetric, divergence-free … */
  | { readonly kind: "property"; readonly property: string; readonly of: readonly Expr[] }
  /** ds² = …: the line element in these coordinates, in order. */
  | {
      readonly kind: "line-element";
      readonly coordinates: readonly Expr[];
      readonly components: readonly (readonly Expr[])[];
    };

/** Something a claim may lean on. */
export interface Premise {
  /** Premise id of the contract, or a short name for one the paper states. */
  readonly id: string;
  readonly name: string;
  /** LaTeX, for people. */
  readonly latex: string;
  readonly source: Source;
  readonly facts: readonly Fact[];
  /** A tacit premise that only removes a term: the question whether it was meant, or something else removed the term. */
  readonly question?: string;
}

export interface Claim {
  readonly left: Expr;
  readonly relation: Relation;
  readonly right: Expr;
  readonly given: readonly Premise[];
  readonly conventions: Conventions;
}
