/** D̸, (𝛔·𝛑)², 𝛑×𝛑 with D_μ = ∂_μ + ieA_μ, 𝛑 = −iħ∇ − e𝐀: vectors that differentiate are written by their components, in the order they stand in. */
import { derivative, down, product, sum, symbol, tensor, up } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr, Index, IndexSpace } from "../expr/node";
import { isBareDerivative } from "../expr/questions";
import { mapChildren, replace, some, symbolsOf } from "../expr/walk";
import { mapClaim, withFacts } from "./facts";
import type { Written } from "./written";

export function withOperatorVectors(claim: Claim): Written {
  const unchanged: Written = { claim, used: [] };
  const vectors = new Map(
    claim.given.flatMap(({ facts }) => facts.flatMap((fact) => vectorIn(fact) ?? [])),
  );
  const isMet = (side: Expr): boolean => some(side, (node) => hides(node, vectors));
  if (vectors.size === 0 || ![claim.left, claim.right].some(isMet)) return unchanged;
  const writer = new Components(vectors);
  const free = [claim.left, claim.right].some((side) => isVectorOf(side, vectors));
  const index = writer.fresh("spatial");
  const sides = [claim.left, claim.right].map((side) =>
    free ? writer.component(side, index) : writer.written(side),
  );
  const [left, right] = sides;
  if (!left || !right) return unchanged;
  const names = new Map(writer.names);
  const fields = new Map(
    claim.given.flatMap(({ facts }) => facts.flatMap((fact) => fieldsIn(fact, vectors))),
  );
  const varies = mapClaim(written(left, right), (part) => replace(part, fields));
  return {
    claim: varies,
    used: [],
    names: new Map([...names].map(([now, before]) => [replace(now, fields), before])),
  };

  function written(left: Expr, right: Expr): Claim {
    return withFacts({ ...claim, left, right }, (fact) => {
      if (fact.kind !== "definition" || fact.head.kind !== "symbol") return fact;
      if (!vectors.has(fact.head.name)) return fact;
      const body = writer.component(fact.body, index);
      return body ? { ...fact, head: tensor(fact.head, index), body } : fact;
    });
  }
}

type Vectors = ReadonlyMap<string, IndexSpace>;

/** The name of a vector that is said to differentiate, and the space its index runs over. */
function vectorIn(fact: Fact): readonly (readonly [string, IndexSpace])[] | undefined {
  if (fact.kind !== "definition" || !some(fact.body, isBareDerivative)) return undefined;
  const { head } = fact;
  if (head.kind === "symbol")
    return head.type === "three-vector" ? [[head.name, "spatial"]] : undefined;
  if (head.kind !== "tensor" || head.head.kind !== "symbol" || head.indices.length !== 1)
    return undefined;
  const [index] = head.indices;
  return index && index.value === undefined ? [[head.head.name, index.space]] : undefined;
}

/** 𝐀 of −iħ∇ − e𝐀 is a field, whether or not anything here differentiates it. */
function fieldsIn(fact: Fact, vectors: Vectors): readonly (readonly [Expr, Expr])[] {
  const names = vectorIn(fact)?.map(([name]) => name) ?? [];
  if (fact.kind !== "definition" || !names.some((name) => vectors.has(name))) return [];
  return [...symbolsOf(fact.body)].flatMap((name) =>
    /vector/.test(name.type) && !name.dependsOn && !/^[pkqxr]$/.test(name.name)
      ? [[name, intern({ ...name, dependsOn: ["x"] })] as const]
      : [],
  );
}

const nameOf = (node: Expr): string | undefined => (node.kind === "symbol" ? node.name : undefined);

const isOne = (node: Expr, vectors: Vectors): boolean => vectors.has(nameOf(node) ?? "");

/** A product in which the components of such a vector do not show. */
function hides(node: Expr, vectors: Vectors): boolean {
  switch (node.kind) {
    case "slash":
      return isOne(node.vector, vectors);
    case "dot":
    case "cross":
      return [node.left, node.right].some((part) => isOne(part, vectors));
    case "power":
      return isOne(node.base, vectors) && isSquare(node.exponent);
    case "tensor":
      return (
        isOne(node.head, vectors) && node.head.kind === "symbol" && node.head.type !== "operator"
      );
    default:
      return false;
  }
}

const isSquare = (exponent: Expr): boolean => exponent.kind === "num" && exponent.numerator === 2n;

/** 𝛑×𝛑, 𝐀 and what is added to or multiplied into them; 𝛑 itself, as a vector of space. */
function isVectorOf(node: Expr, vectors: Vectors): boolean {
  switch (node.kind) {
    case "sum":
      return node.terms.some((term) => isVectorOf(term, vectors));
    case "product":
      return node.factors.some((factor) => isVectorOf(factor, vectors));
    case "cross":
      return true;
    case "symbol":
      return node.type === "three-vector" || vectors.get(node.name) === "spatial";
    default:
      return false;
  }
}

class Components {
  /** What was written out, by what stands there now. */
  readonly names = new Map<Expr, Expr>();
  private readonly vectors: Vectors;
  private count = 0;

  constructor(vectors: Vectors) {
    this.vectors = vectors;
  }

  fresh(space: IndexSpace): Index {
    return down(`κ${++this.count}`, space);
  }

  /** A scalar or matrix with every hidden sum written out. */
  written(node: Expr): Expr {
    const found = this.spelled(node);
    if (found !== node) this.names.set(found, node);
    return found;
  }

  private spelled(node: Expr): Expr {
    if (
      node.kind === "power" &&
      isSquare(node.exponent) &&
      some(node.base, (part) => hides(part, this.vectors))
    )
      return product(this.written(node.base), this.written(node.base));
    if (!hides(node, this.vectors)) return mapChildren(node, (part) => this.written(part));
    if (node.kind === "slash") {
      const index = this.fresh("lorentz");
      const gamma = symbol("γ", "matrix", { role: "gamma", space: "dirac" });
      return product(tensor(gamma, up(index.name)), tensor(this.operator(node.vector), index));
    }
    if (node.kind === "tensor") return tensor(this.operator(node.head), ...node.indices);
    if (node.kind !== "power" && node.kind !== "dot") return node;
    const [left, right] = node.kind === "dot" ? [node.left, node.right] : [node.base, node.base];
    const space = [left, right].map((part) => this.vectors.get(nameOf(part) ?? "")).find(Boolean);
    const index = this.fresh(space ?? "spatial");
    const other = space === "lorentz" ? up(index.name) : index;
    const parts = [this.component(left, index), this.component(right, other)];
    return parts.every((part) => part !== undefined) ? product(...parts) : node;
  }

  /** The component of a vector along an index; undefined where it is no vector. */
  component(node: Expr, index: Index): Expr | undefined {
    const found = this.along(node, index);
    if (found && found !== node) this.names.set(found, node);
    return found;
  }

  private along(node: Expr, index: Index): Expr | undefined {
    switch (node.kind) {
      case "num":
        return node.numerator === 0n ? node : undefined;
      case "symbol":
        return isOne(node, this.vectors) || /vector/.test(node.type) || node.role === "pauli"
          ? tensor(this.operator(node), index)
          : undefined;
      case "labelled":
        return /vector/.test(node.head.type) ? tensor(node, index) : undefined;
      case "sum": {
        const terms = node.terms.map((term) => this.component(term, index));
        return terms.every((term) => term !== undefined) ? sum(...terms) : undefined;
      }
      case "product": {
        const at = node.factors.findIndex((factor) => this.component(factor, index) !== undefined);
        const vector = node.factors[at];
        if (!vector) return undefined;
        return product(
          ...node.factors.map((factor, n) =>
            n === at ? (this.component(factor, index) as Expr) : this.written(factor),
          ),
        );
      }
      case "derivative":
        return node.by.kind === "gradient"
          ? derivative({ kind: "index", index }, node.operand, node.order)
          : node.by.kind === "curl" && node.operand
            ? this.turned(index, (a) => derivative({ kind: "index", index: a }), node.operand)
            : undefined;
      case "cross":
        return this.turned(index, (a) => this.component(node.left, a), node.right);
      default:
        return undefined;
    }
  }

  /** ε_{kab} left_a right_b. */
  private turned(
    k: Index,
    left: (index: Index) => Expr | undefined,
    right: Expr,
  ): Expr | undefined {
    const [a, b] = [this.fresh("spatial"), this.fresh("spatial")];
    const epsilon = symbol("ε", "tensor", { role: "epsilon" });
    const [first, second] = [left(a), this.component(right, b)];
    return first && second ? product(tensor(epsilon, k, a, b), first, second) : undefined;
  }

  /** A vector that acts is an operator, however its bare letter was read. */
  operator(node: Expr): Expr {
    return node.kind === "symbol" && this.vectors.has(node.name)
      ? intern({ ...node, type: "operator" })
      : node;
  }
}
