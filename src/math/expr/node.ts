/** The typed expression tree: what a formula says, freed from how and where it was written. */

/** Exact number; a decimal keeps the digits it was written with, because they may be rounded. */
export interface Num {
  readonly kind: "num";
  readonly numerator: bigint;
  readonly denominator: bigint;
  /** Digits after the point, for a number written as a decimal: an interval of half a unit there when it meets rounded numbers. */
  readonly decimals?: number;
}

export type ConstantName = "π" | "e" | "i" | "γ_E" | "∞";

/** Named number of mathematics. */
export interface Constant {
  readonly kind: "constant";
  readonly name: ConstantName;
}

/** What sort of thing a name stands for. */
export type SymbolType =
  | "scalar"
  | "three-vector"
  | "four-vector"
  /** Components in named index spaces; the rank shows where it is used. */
  | "tensor"
  /** Square matrix in `space`, commuting with nothing in particular. */
  | "matrix"
  /** Operator on the states; without a role: unspecified. */
  | "operator"
  /** Four-component Dirac spinor (c-number unless `grassmann`). */
  | "spinor"
  | "state"
  /** Undetermined function, used as the head of a call. */
  | "function"
  /** Integer that numbers modes, levels, particles; never sums by itself. */
  | "label";

/** Notions with a defining algebra; the evaluator knows a representation of each. */
export type Role =
  | "metric" // g^{μν}, η_{μν}
  | "delta" // Kronecker δ in the space of its indices
  | "epsilon" // Levi-Civita; three or four indices
  | "gamma" // γ^μ
  | "gamma5"
  | "sigma-tensor" // σ^{μν} = (i/2)[γ^μ,γ^ν]
  | "left-projector" // P_L = (1−γ5)/2
  | "right-projector"
  | "charge-conjugation" // C = iγ²γ⁰
  | "pauli" // σ_i
  | "generator" // T^a, fundamental representation
  | "structure" // f^{abc}
  | "symmetric-structure" // d^{abc}
  | "identity" // unit matrix of any space
  | "lowering" // a with [a,a†] = 1
  | "fermion-lowering" // b with {b,b†} = 1
  | "number-operator" // N = a†a
  | "position-operator" // x̂
  | "momentum-operator" // p̂
  | "angular-momentum" // J_i, L_i, S_i with [J_i,J_j] = iħ ε_ijk J_k
  | "u-spinor"
  | "v-spinor"
  | "polarisation" // ε^μ_λ(k)
  | "coordinate" // x^μ (four-vector) or r, x (three-vector): what ∂_μ and ∇ differentiate by
  | "field-strength" // F_{μν} of the field named in `of`
  | "connection" // Γ^λ_{μν} of the metric
  | "riemann"
  | "ricci"
  | "ricci-scalar"
  | "einstein"
  | "physical-constant"; // ħ, c, k_B, m_e … carry units when a numerical claim is made

/** Where a number lives. */
export type Domain =
  | "complex"
  | "real"
  | "nonzero"
  | "positive"
  | "nonnegative"
  | "integer"
  | "natural"
  /** Half a natural number: ½, 1, 3/2. */
  | "spin"
  /** Positive and tending to zero. */
  | "small";

/** A name with its sort. Two symbols with one name and different sorts are different. */
export interface Sym {
  readonly kind: "symbol";
  /** Unicode, decorations included: `p′`, `k̂`, `ψ̃`, `m_e`, `E^(0)`. */
  readonly name: string;
  readonly type: SymbolType;
  readonly role?: Role;
  readonly domain?: Domain;
  /** Space of a matrix, or the family of a label: `dirac`, `colour`, `spin`, `2×2` …; a four-vector of which it is said has matrices as components. */
  readonly space?: string;
  /** Anticommuting field. */
  readonly grassmann?: boolean;
  /** Variables it depends on without showing them; `x` alone as spacetime point for fields. */
  readonly dependsOn?: readonly string[];
  /** Variables the text shows it with somewhere: m(t). It may vary with them where they are left out. */
  readonly shownOf?: readonly string[];
}

/** A member of a numbered family: ω_n, p_i, a_k. The labels are expressions; nothing is summed over them by itself. */
export interface Labelled {
  readonly kind: "labelled";
  readonly head: Sym;
  readonly labels: readonly Expr[];
  /** How many of the labels, the last ones, are written above the name. */
  readonly above?: number;
}

export type IndexSpace =
  | "lorentz"
  | "spatial"
  | "adjoint"
  | "fundamental"
  | "isospin"
  | "spinor"
  | "dotted-spinor"
  | "generic";

export interface Index {
  readonly name: string;
  readonly space: IndexSpace;
  readonly place: "up" | "down";
  /** A fixed component: 0 in k^0, 3 in σ_3 (spatial components count from 1). A coordinate index of a metric keeps its coordinate as `name`. */
  readonly value?: number;
}

/** An object with indices; repeated ones are summed. Heads: p^μ, g_{μν}, γ^μ, F^{μν}, p_i^μ, (p+k)^μ. */
export interface Tensor {
  readonly kind: "tensor";
  readonly head: Expr;
  readonly indices: readonly Index[];
}

export interface Sum {
  readonly kind: "sum";
  readonly terms: readonly Expr[];
}

/** Factors in the order written. A bare differential operator acts on everything to its right in the product. */
export interface Product {
  readonly kind: "product";
  readonly factors: readonly Expr[];
}

export interface Quotient {
  readonly kind: "quotient";
  readonly over: Expr;
  readonly under: Expr;
}

/** Power of a scalar, matrix or operator; the square of a vector is a `dot`. */
export interface Power {
  readonly kind: "power";
  readonly base: Expr;
  readonly exponent: Expr;
}

/** A function with a known meaning: `sin`, `sqrt`, `exp`, `abs`, `Γ`, `besselJ`, `hermiteH`, `Li`, `δ`, `θ`, `det`, `Re` …; parameters are orders and degrees. */
export interface Func {
  readonly kind: "function";
  readonly name: string;
  readonly parameters: readonly Expr[];
  readonly args: readonly Expr[];
}

/** An undetermined function or field at a point: f(x), φ(x), E_n(λ). */
export interface Call {
  readonly kind: "call";
  readonly head: Expr;
  readonly args: readonly Expr[];
}

/** f′, f″, f^{(n)}: derivative by the only argument (or the only variable it depends on). */
export interface Primed {
  readonly kind: "primed";
  readonly head: Expr;
  readonly order: number;
}

/** By what a derivative is taken. */
export type By =
  /** ∂_μ, ∂^μ, ∂_i: by the coordinates. */
  | { readonly kind: "index"; readonly index: Index; readonly covariant?: boolean }
  /** ∂/∂x, d/dt, ∂/∂p_μ, δ/δφ(x); `held` is what stays fixed. */
  | {
      readonly kind: "variable";
      readonly variable: Expr;
      readonly style: "partial" | "total" | "functional";
      readonly held?: readonly Expr[];
    }
  /** ∇ and its uses. */
  | { readonly kind: "gradient" | "divergence" | "curl" | "laplacian" | "dalembertian" };

/** A differential operator, `order` times. Without operand it acts on all that stands to its right in its product. */
export interface Derivative {
  readonly kind: "derivative";
  readonly by: By;
  readonly order: Expr;
  readonly operand?: Expr;
}

/** γ^μ v_μ. */
export interface Slash {
  readonly kind: "slash";
  readonly vector: Expr;
}

/** a·b of two vectors of one sort; p² is dot(p,p). */
export interface Dot {
  readonly kind: "dot";
  readonly left: Expr;
  readonly right: Expr;
}

export interface Cross {
  readonly kind: "cross";
  readonly left: Expr;
  readonly right: Expr;
}

/** Outer product a⊗b of states or operators. */
export interface TensorProduct {
  readonly kind: "tensor-product";
  readonly factors: readonly Expr[];
}

/** a∧b of forms. */
export interface Wedge {
  readonly kind: "wedge";
  readonly factors: readonly Expr[];
}

/** [A,B] (−), {A,B} (+), {f,g} Poisson. */
export interface Bracket {
  readonly kind: "bracket";
  readonly sort: "commutator" | "anticommutator" | "poisson";
  readonly left: Expr;
  readonly right: Expr;
}

/** z*, A†, Aᵀ, ψ̄ = ψ†γ⁰, and the hermitian conjugate of everything before it (h.c., c.c.). */
export interface Involution {
  readonly kind: "involution";
  readonly sort: "conjugate" | "dagger" | "transpose" | "bar";
  readonly operand: Expr;
}

/** Tr over all matrix spaces of the operand, or the one named. */
export interface Trace {
  readonly kind: "trace";
  readonly operand: Expr;
  readonly space?: string;
}

/** |n⟩, |p,s⟩, |ψ⟩: labels are scalars or state symbols. */
export interface Ket {
  readonly kind: "ket";
  readonly labels: readonly Expr[];
}

export interface Bra {
  readonly kind: "bra";
  readonly labels: readonly Expr[];
}

/** ⟨A⟩, in the state or ensemble named. */
export interface Expectation {
  readonly kind: "expectation";
  readonly operand: Expr;
  readonly state?: Expr;
}

/** T{…}, :…:, P exp: an ordering put on its operand. */
export interface Ordered {
  readonly kind: "ordered";
  readonly sort: "time" | "normal" | "path";
  readonly operand: Expr;
}

export interface Matrix {
  readonly kind: "matrix";
  readonly rows: readonly (readonly Expr[])[];
}

export interface Cases {
  readonly kind: "cases";
  readonly branches: readonly { readonly value: Expr; readonly condition?: Comparison }[];
}

export interface Comparison {
  readonly left: Expr;
  readonly relation: Relation;
  readonly right: Expr;
}

/** One integration: ∫_lower^upper d(variable); `power` n in d^n k; `path` for D[φ]; no limits: all of the space, or indefinite for a single scalar. */
export interface Measure {
  readonly variable: Expr;
  readonly power?: Expr;
  readonly lower?: Expr;
  readonly upper?: Expr;
  /** ∮, ∂V, S, V: a region given by name. */
  readonly region?: string;
  /** The circle a region is, passed through counterclockwise. */
  readonly circle?: Circle;
  readonly sort: "plain" | "path" | "solid-angle" | "surface" | "line" | "volume";
}

/** |z − centre| = radius in the complex plane. */
export interface Circle {
  readonly centre: Expr;
  readonly radius: Expr;
}

export interface Integral {
  readonly kind: "integral";
  readonly measures: readonly Measure[];
  readonly integrand: Expr;
}

/** ∑ or ∏ over labels; no upper: over all values of the label's range. */
export interface Series {
  readonly kind: "series";
  readonly sort: "sum" | "product";
  readonly variables: readonly Expr[];
  readonly lower?: Expr;
  readonly upper?: Expr;
  readonly values?: readonly Expr[];
  readonly condition?: Comparison;
  readonly body: Expr;
}

export interface Limit {
  readonly kind: "limit";
  readonly variable: Expr;
  readonly to: Expr;
  readonly side?: "above" | "below";
  readonly body: Expr;
}

/** body|_{x=a}, or [body]_a^b, the difference of the values. */
export interface Bar {
  readonly kind: "bar";
  readonly body: Expr;
  readonly at: readonly { readonly variable: Expr; readonly value: Expr }[];
  readonly from?: Expr;
  readonly to?: Expr;
}

/** O(xⁿ), or the remainder a trailing ellipsis stands for (no argument). */
export interface Order {
  readonly kind: "order";
  readonly argument?: Expr;
}

/** A number with a unit: 25.85 meV; the unit is spelled as mathjs reads it. */
export interface Unit {
  readonly kind: "unit";
  readonly unit: string;
}

/** ±x or ∓x: correlated along a chain; `reading` chooses the sign. */
export interface PlusMinus {
  readonly kind: "plus-minus";
  readonly upper: "+" | "-";
  readonly operand: Expr;
}

/** The tuple of components an object is identified with: (E, 𝐩). */
export interface Tuple {
  readonly kind: "tuple";
  readonly items: readonly Expr[];
}

/** Something read as a whole that has no finer structure here: an ellipsis, a set, words. Evaluation calls it `beyond`. */
export interface Opaque {
  readonly kind: "opaque";
  readonly what: string;
  readonly parts: readonly Expr[];
}

/** A gap's place in the tree, with its source. A claim that holds one is unread. */
export interface Hole {
  readonly kind: "hole";
  readonly source: string;
}

export type Expr =
  | Num
  | Constant
  | Sym
  | Labelled
  | Tensor
  | Sum
  | Product
  | Quotient
  | Power
  | Func
  | Call
  | Primed
  | Derivative
  | Slash
  | Dot
  | Cross
  | TensorProduct
  | Wedge
  | Bracket
  | Involution
  | Trace
  | Ket
  | Bra
  | Expectation
  | Ordered
  | Matrix
  | Cases
  | Integral
  | Series
  | Limit
  | Bar
  | Order
  | Unit
  | PlusMinus
  | Tuple
  | Opaque
  | Hole;

export type Relation =
  | "="
  | "≡"
  | ":="
  | "≈"
  | "≃"
  | "∼"
  | "∝"
  | "→"
  | "↦"
  | "<"
  | "≤"
  | ">"
  | "≥"
  | "≪"
  | "≫"
  | "≠"
  | "∈";
