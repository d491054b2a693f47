/** σ_x, σ_1^z, σ_x^{(1)}, S_{1z}, S_+: which matrix of which spin a name is. */
import { minusOne } from "../../expr/build";
import type { Expr, Index } from "../../expr/node";
import { unhatted } from "../../expr/questions";

export interface Component {
  readonly family: "σ" | "S";
  /** The spin it belongs to; undefined where it carries no number. */
  readonly particle: number | undefined;
  readonly axis: string;
}

/** σ_x, σ_1^z, σ_{1z}, σ_x^{(1)}, S_1^z, S_{1z}, S_z, S_+. */
export function spinComponent(node: Expr): Component | undefined {
  if (node.kind === "power" && node.exponent.kind === "symbol") {
    const name = spinNameIn(node.base);
    return name?.particle !== undefined ? componentAs(name, node.exponent.name) : undefined;
  }
  if (node.kind === "tensor") {
    const name = spinNameIn(node.head);
    const [first, second, more] = node.indices;
    if (!name || !first || more) return undefined;
    if (!second) return componentAs(name, axisOf(first));
    const particle = first.value;
    return particle === undefined ? undefined : componentAs({ ...name, particle }, axisOf(second));
  }
  if (node.kind !== "labelled") return undefined;
  const [first, second, more] = node.labels;
  const name = spinNameIn(node.head);
  if (!name || !first || more) return undefined;
  if (!second) return componentAs(name, labelOf(first));
  return first.kind === "num"
    ? componentAs({ ...name, particle: Number(first.numerator) }, labelOf(second))
    : undefined;
}

const axisOf = ({ name, value }: Index): string =>
  value === undefined ? name : (["x", "y", "z"][value - 1] ?? name);

/** + and −, whose labels stand as a sign. */
const labelOf = (node: Expr): string => {
  if (node.kind === "symbol") return node.name;
  return node.kind === "product" && node.factors[0] === minusOne ? "-" : "";
};

const componentAs = (
  { family, particle }: Omit<Component, "axis">,
  axis: string,
): Component | undefined =>
  /^[xyz]$/.test(axis) || (family === "S" && /^[+-]$/.test(axis))
    ? { family, particle, axis }
    : undefined;

/** The letter and the number in σ_1, σ^{(1)}, Ŝ. */
export function spinNameIn(node: Expr): Omit<Component, "axis"> | undefined {
  if (node.kind === "labelled") {
    const [label, more] = node.labels;
    const head = spinNameIn(node.head);
    return head && label?.kind === "num" && !more
      ? { ...head, particle: Number(label.numerator) }
      : undefined;
  }
  if (node.kind !== "symbol") return undefined;
  const [, letter, number] = /^([σSs])(?:\^\((\d)\))?$/.exec(unhatted(node.name)) ?? [];
  if (!letter) return undefined;
  return {
    family: letter === "σ" ? "σ" : "S",
    particle: number === undefined ? undefined : Number(number),
  };
}

/** 𝐒, 𝛔_1: a vector of spin matrices. */
export const isSpinName = (node: Expr): boolean => {
  const isVector =
    (node.kind === "symbol" && node.type === "three-vector") ||
    (node.kind === "labelled" && node.head.type === "three-vector");
  return isVector && spinNameIn(node) !== undefined;
};

/** S in S². */
export const isBareSpin = (node: Expr): boolean =>
  spinNameIn(node)?.family === "S" && (isSpinName(node) || isOperator(node));

const isOperator = (node: Expr): boolean =>
  (node.kind === "symbol" && node.type === "operator") ||
  (node.kind === "labelled" && node.head.type === "operator");

/** 𝐒₁ + 𝐒₂. */
export const isOfSpins = (node: Expr): boolean =>
  node.kind === "sum" ? node.terms.every(isOfSpins) : isSpinName(node);
