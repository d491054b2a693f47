/** Equations that say a property: H† = H, U†U = 1, [A,B] = 0, F^{μν} = −F^{νμ}, f(−k) = f(k), ṙ = 0. */
import { minusOne, negate, num } from "../../math/expr/build";
import type { Fact } from "../../math/expr/claim";
import type { Derivative, Expr, Index, Tensor } from "../../math/expr/node";
import { isRate } from "../../math/expr/stateMotion";
import { headOf } from "./head";

export function propertyOf(left: Expr, right: Expr): readonly Fact[] | undefined {
  const is = (
    property: string,
    ...of: readonly (Expr | undefined)[]
  ): readonly Fact[] | undefined =>
    of.every((each) => each !== undefined)
      ? [{ kind: "property", property, of: of as readonly Expr[] }]
      : undefined;
  const zero = right === num(0);
  const unit = right === num(1) || (right.kind === "symbol" && right.role === "identity");
  if (left.kind === "involution" && left.sort === "dagger") {
    if (left.operand === right) return is("hermitian", named(right));
    if (negate(left.operand) === right) return is("antihermitian", named(left.operand));
  }
  if (left.kind === "involution" && left.sort === "conjugate" && left.operand === right)
    return is("real", named(right));
  if (unit && left.kind === "product" && left.factors.length === 2) {
    const [a, b] = left.factors;
    if (a?.kind === "involution" && a.sort === "dagger" && a.operand === b)
      return is("unitary", named(b));
    if (b?.kind === "involution" && b.sort === "dagger" && b.operand === a)
      return is("unitary", named(a));
    const turned = [a, b].find((one) => one?.kind === "involution" && one.sort === "transpose");
    const plain = turned === a ? b : a;
    if (turned?.kind === "involution" && turned.operand === plain)
      return is("orthogonal", named(plain));
    if (
      a?.kind === "bra" &&
      b?.kind === "ket" &&
      a.labels.length === 1 &&
      a.labels[0] === b.labels[0]
    )
      return is("normalised", b);
  }
  const isometric = isometryIn(left, right);
  if (isometric) return is("orthogonal", isometric);
  const family = orthonormalFamily(left, right);
  if (family) return is("orthonormal", family);
  if (zero && left.kind === "bracket" && left.sort === "commutator")
    return is("commuting", named(left.left), named(left.right));
  if (zero && isTotalRate(left))
    return [
      { kind: "property", property: "constant", of: [left.operand] },
      { kind: "constraint", left, right },
    ];
  if (zero && left.kind === "trace") return is("traceless", named(left.operand));
  if (left.kind === "tensor" && left.indices.length === 2) {
    if (right.kind === "tensor" && isSwapped(left, right)) return is("symmetric", left.head);
    const opposite = withoutMinus(right);
    if (opposite?.kind === "tensor" && isSwapped(left, opposite))
      return is("antisymmetric", left.head);
    const [one, two] = left.indices;
    if (zero && one && two && one.name === two.name) return is("traceless", left.head);
  }
  if (left.kind === "call" && left.args.length === 1) {
    const inner = withoutMinus(left.args[0] as Expr);
    const same = (other: Expr | undefined): boolean =>
      other?.kind === "call" && other.head === left.head && other.args[0] === inner;
    if (inner && same(right)) return is("even", left.head);
    if (inner && same(withoutMinus(right))) return is("odd", left.head);
  }
  return undefined;
}

/** ṙ. */
const isTotalRate = (left: Expr): left is Derivative & { readonly operand: Expr } =>
  isRate(left) &&
  left.by.kind === "variable" &&
  left.by.style === "total" &&
  left.operand.kind === "symbol";

/** ⟨m|n⟩ = δ_{mn}. */
function orthonormalFamily(left: Expr, right: Expr): Expr | undefined {
  if (left.kind !== "product" || right.kind !== "labelled" || right.head.name !== "δ")
    return undefined;
  const [bra, ket, ...more] = left.factors;
  if (bra?.kind !== "bra" || ket?.kind !== "ket" || more.length > 0) return undefined;
  const labels = [...bra.labels, ...ket.labels];
  const same = labels.length === 2 && labels.every((label) => right.labels.includes(label));
  return same && labels[0] !== labels[1] && right.labels.length === 2 ? ket : undefined;
}

/** The R of R_{ij}R_{ik} = δ_{jk}, the Λ of g_{μν}Λ^μ_ρΛ^ν_σ = g_{ρσ}. */
function isometryIn(left: Expr, right: Expr): Expr | undefined {
  if (left.kind !== "product" || right.kind !== "tensor" || !isInvariant(right)) return undefined;
  const factors = left.factors.filter((factor): factor is Tensor => factor.kind === "tensor");
  const [one, other, ...more] = factors.filter((factor) => !isInvariant(factor));
  const between = factors.filter(isInvariant);
  if (!one || !other || more.length > 0 || between.length > 1) return undefined;
  if (factors.length !== left.factors.length || one.head !== other.head) return undefined;
  if (one.indices.length !== 2 || other.indices.length !== 2) return undefined;
  const has = (names: readonly Index[], name: string): boolean =>
    names.some((index) => index.name === name);
  const places = [0, 1].filter((place) => {
    const free = [one, other].map(({ indices }) => indices[place]?.name ?? "");
    const summed = [one, other].map(({ indices }) => indices[1 - place]?.name ?? "");
    const [metric] = between;
    return (
      free[0] !== free[1] &&
      free.every((name) => has(right.indices, name)) &&
      (metric ? summed.every((name) => has(metric.indices, name)) : summed[0] === summed[1])
    );
  });
  return places.length > 0 ? one.head : undefined;
}

const isInvariant = ({ head }: Tensor): boolean =>
  head.kind === "symbol" && (head.role === "delta" || head.role === "metric");

const named = (expr: Expr | undefined): Expr | undefined =>
  expr && headOf(expr) !== undefined && expr.kind !== "call" ? expr : undefined;

const isSwapped = (
  a: { head: Expr; indices: readonly Index[] },
  b: { head: Expr; indices: readonly Index[] },
): boolean =>
  a.head === b.head &&
  a.indices[0]?.name === b.indices[1]?.name &&
  a.indices[1]?.name === b.indices[0]?.name &&
  a.indices[0]?.name !== a.indices[1]?.name;

function withoutMinus(expr: Expr): Expr | undefined {
  if (expr.kind === "product" && expr.factors[0] === minusOne)
    return expr.factors.length === 2 ? expr.factors[1] : negate(expr);
  return undefined;
}
