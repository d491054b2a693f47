/** What may change places, and what stands still under a derivative or an integral, as far as it is certain. */

import type { Derivative, Expr, Sym } from "../expr/node";
import { children, nodes, some } from "../expr/walk";
import { Refused } from "./element";
import { grammar } from "./grammar";
import { isMatrixUnit } from "./matrixUnits";

/** What holds throughout one claim. */
export interface Habits {
  /** The claim shows that order counts in it. */
  readonly wary: boolean;
  /** Names that stand where order counts. */
  readonly ordered: ReadonlySet<string>;
  /** Names of variations, δφ, as the claim has them. */
  readonly variations: ReadonlyMap<string, Sym>;
  /** Anticommuting quantities occur. */
  readonly grassmann: boolean;
  /** Laws that were used, in words. */
  readonly used: Set<string>;
  /** A name for a summed index that occurs nowhere else. */
  readonly fresh: () => string;
}

export function habitsOf(sides: readonly Expr[]): Habits {
  const all = sides.flatMap((side) => [...nodes(side)]);
  for (const node of all) {
    const doubt = grammar(node);
    if (doubt) throw new Refused(doubt);
  }
  let count = 0;
  return {
    wary: all.some(showsOrder),
    ordered: new Set(all.flatMap(orderedNames)),
    variations: new Map(
      all.flatMap((node) =>
        node.kind === "symbol" && /^δ./u.test(node.name) ? [[node.name, node] as const] : [],
      ),
    ),
    grassmann: all.some((node) => node.kind === "symbol" && node.grassmann === true),
    used: new Set(),
    fresh: () => `•${count++}`,
  };
}

function showsOrder(node: Expr): boolean {
  switch (node.kind) {
    case "symbol":
      return (
        ["matrix", "operator", "spinor", "state"].includes(node.type) || node.grassmann === true
      );
    case "bracket":
    case "trace":
    case "ket":
    case "bra":
    case "slash":
    case "ordered":
    case "wedge":
    case "tensor-product":
    case "opaque":
    case "tuple":
    case "expectation":
      return true;
    case "involution":
      return node.sort !== "conjugate";
    case "function":
      return /^(?:det|Ad|ad|d|⋆|inner)$/u.test(node.name);
    case "integral":
      return node.measures.some(({ sort }) => sort === "path");
    default:
      return false;
  }
}

/** Names in a place where order counts; a mass in a trace is a number all the same. */
function orderedNames(node: Expr): readonly string[] {
  switch (node.kind) {
    case "involution":
      return node.sort === "conjugate" ? [] : factorsIn(node.operand, () => true);
    case "bracket":
    case "wedge":
    case "tensor-product":
    case "opaque":
      return children(node).flatMap((part) => factorsIn(part, () => true));
    case "trace":
    case "ordered":
      return factorsIn(node.operand, (s) => !constantDomains.has(s.domain ?? "") && !isCoupling(s));
    case "expectation":
      return factorsIn(node.operand, () => true);
    case "function":
      return /^(?:Ad|ad|d|⋆|inner)$/u.test(node.name)
        ? node.args.flatMap((part) => factorsIn(part, () => true))
        : [];
    case "power":
      return isMinusOne(node.exponent) ? factorsIn(node.base, () => true) : [];
    default:
      return [];
  }
}

const isMinusOne = (node: Expr): boolean =>
  node.kind === "num" && node.numerator === -1n && node.denominator === 1n;

/** The names of the factors it is made of, not of what they depend on. */
function factorsIn(node: Expr, counts: (s: Sym) => boolean): readonly string[] {
  switch (node.kind) {
    case "symbol":
      return counts(node) ? [node.name] : [];
    case "labelled":
    case "tensor":
    case "call":
    case "primed":
      return factorsIn(node.head, counts);
    case "power":
      return factorsIn(node.base, counts);
    case "function":
      return [];
    default:
      return children(node).flatMap((part) => factorsIn(part, counts));
  }
}

/** Tensors of numbers by their role. */
const fixedRoles = new Set([
  "metric",
  "delta",
  "epsilon",
  "structure",
  "symmetric-structure",
  "physical-constant",
]);

const constantDomains = new Set(["positive", "nonnegative", "small", "integer", "natural"]);

/** A label, a constant of nature, a mass: a number that depends on nothing. */
export const isConstantOfNature = (s: Sym): boolean =>
  (s.dependsOn?.length ?? 0) === 0 &&
  (s.type === "label" ||
    s.role === "physical-constant" ||
    (s.type === "scalar" &&
      s.role === undefined &&
      s.domain === "positive" &&
      /^[mħ]$/u.test(s.name)));

/** One of these, or a coupling. */
const isCoupling = (s: Sym): boolean =>
  isConstantOfNature(s) ||
  (s.role !== undefined && fixedRoles.has(s.role)) ||
  (isPlainScalar(s) && (s.dependsOn?.length ?? 0) === 0 && /^[egkNλ]$/u.test(s.name));

const isPlainScalar = (s: Sym): boolean =>
  s.type === "scalar" && s.role === undefined && s.grassmann !== true;

/** Where order counts: a small letter that stands nowhere where it does; ψ, σ and the like are no numbers then. */
const isParameter = (s: Sym, { ordered }: Habits): boolean =>
  s.type === "label" ||
  (s.role !== undefined && fixedRoles.has(s.role)) ||
  (isPlainScalar(s) &&
    !ordered.has(s.name) &&
    (constantDomains.has(s.domain ?? "") ||
      /^(?![abcdσγτρψφϕχηξθ])(?:\p{Ll}|[EN])(?:_.*|′+)?$/u.test(s.name)));

/** Commutes with everything in this claim. */
export function commutes(letter: Expr, habits: Habits): boolean {
  const { wary } = habits;
  const all = (node: Expr): boolean => children(node).every((part) => commutes(part, habits));
  switch (letter.kind) {
    case "num":
    case "constant":
    case "unit":
    case "trace":
    case "expectation":
      return true;
    case "symbol":
      if (letter.type === "three-vector" || letter.type === "four-vector") return false;
      return wary ? isParameter(letter, habits) : isNumberByType(letter);
    case "labelled":
      return letter.head.type === "scalar" && commutes(letter.head, habits);
    case "tensor":
      if (letter.head.kind !== "symbol")
        return !wary && ["labelled", "call", "primed"].includes(letter.head.kind);
      return wary ? isParameter(letter.head, habits) : isComponent(letter.head);
    case "slash":
    case "ket":
    case "bra":
    case "matrix":
    case "tuple":
    case "opaque":
    case "hole":
    case "order":
    case "ordered":
    case "tensor-product":
    case "wedge":
    case "cross":
      return false;
    case "bracket":
      return letter.sort === "poisson";
    case "derivative":
      return (
        !wary &&
        letter.operand !== undefined &&
        (letter.by.kind === "index" || letter.by.kind === "variable") &&
        commutes(letter.operand, habits)
      );
    case "function":
      return (
        !wary ||
        ((letter.name === "δ" || letter.name === "θ") && !some(letter, isOperation)) ||
        all(letter)
      );
    case "dot":
      return !wary || children(letter).every(isNumberVector);
    case "power":
    case "sum":
    case "product":
    case "quotient":
      return !wary || all(letter);
    default:
      return !wary || children(letter).every((part) => isFixedNumber(part));
  }
}

const isOperation = (node: Expr): boolean =>
  (node.kind === "symbol" && !/^(?:scalar|label|three-vector|four-vector)$/.test(node.type)) ||
  ["call", "opaque", "bracket", "involution", "derivative"].includes(node.kind);

const isNumberVector = (part: Expr): boolean =>
  part.kind === "symbol" && /vector$/.test(part.type) && /^[pkqx]\W*$/u.test(part.name);

/** Made of coefficients alone. */
export const isFixedNumber = (node: Expr): boolean =>
  node.kind === "symbol"
    ? isCoupling(node)
    : node.kind === "num" ||
      node.kind === "constant" ||
      (["sum", "product", "quotient", "power", "function", "labelled"].includes(node.kind) &&
        children(node).every(isFixedNumber));

/** Equal to its complex conjugate. */
export const isReal = (node: Expr): boolean =>
  node.kind === "symbol"
    ? isConstantOfNature(node) || constantDomains.has(node.domain ?? "")
    : node.kind === "constant"
      ? node.name !== "i"
      : node.kind === "num" ||
        (["sum", "product"].includes(node.kind) && children(node).every(isReal)) ||
        (node.kind === "labelled" && isReal(node.head));

export const isPositive = (node: Expr): boolean =>
  node.kind === "symbol"
    ? node.domain === "positive"
    : node.kind === "constant"
      ? node.name === "π" || node.name === "e"
      : node.kind === "num" && node.numerator > 0n;

/** A bare capital may be an operator that nothing else gives away. */
const isNumberByType = (s: Sym): boolean =>
  (s.type === "scalar" || s.type === "label" || s.type === "function") &&
  s.grassmann !== true &&
  (s.role !== undefined ||
    s.domain !== undefined ||
    (s.dependsOn?.length ?? 0) > 0 ||
    !/^\p{Lu}/u.test(s.name));

const isComponent = (s: Sym): boolean =>
  ["tensor", "four-vector", "three-vector", "scalar"].includes(s.type) && s.grassmann !== true;

/** Certain not to change while `variable` does: coefficients, and functions that show other arguments. */
export const isSteady = (letter: Expr, variable: Expr): boolean => {
  if (!some(letter, (node) => node.kind === "symbol")) return !isOpaque(letter);
  const name = nameOf(variable);
  const steady = (node: Expr): boolean => {
    switch (node.kind) {
      case "symbol":
        return node.name !== name && isCoupling(node);
      case "call":
        return (
          node.head.kind === "symbol" &&
          node.head.dependsOn === undefined &&
          node.head.name !== name &&
          node.args.length > 0 &&
          node.args.every((argument) => shows(argument, name) === false)
        );
      case "num":
      case "constant":
        return true;
      case "sum":
      case "product":
      case "quotient":
      case "power":
      case "function":
        return children(node).every(steady);
      case "labelled":
        return (
          isPlainScalar(node.head) &&
          node.head.dependsOn === undefined &&
          /^[cgkmnENεωλ]$/u.test(node.head.name) &&
          node.labels.every((label) => shows(label, name) === false)
        );
      case "tensor":
        return node.head.kind === "symbol" && isCoupling(node.head);
      default:
        return false;
    }
  };
  return steady(letter);
};

const isOpaque = (node: Expr): boolean =>
  some(node, ({ kind }) => kind === "opaque" || kind === "call" || kind === "expectation");

/** The name stands in it, as a symbol or as an index, and not only as the head of a family; undefined where a field may hide it. */
export function shows(node: Expr, name: string): boolean | undefined {
  let hidden = false;
  const visit = (part: Expr): boolean => {
    if (part.kind === "symbol") {
      if (part.dependsOn !== undefined) hidden = true;
      return part.name === name;
    }
    if (part.kind === "labelled") return part.labels.some(visit);
    if (part.kind === "call" && part.head.kind === "symbol")
      return part.head.name === name || part.args.some(visit);
    if (part.kind === "tensor" && part.indices.some((index) => index.name === name)) return true;
    if (part.kind === "derivative" && part.by.kind === "index" && part.by.index.name === name)
      return true;
    return children(part).some(visit);
  };
  if (visit(node)) return true;
  return hidden ? undefined : false;
}

/** The name of a variable; empty where it is no plain name. */
const nameOf = (variable: Expr): string => (variable.kind === "symbol" ? variable.name : "");

/** Certain to have no derivative here. */
export function isStill({ by }: Derivative, letter: Expr): boolean {
  if (isMatrixUnit(letter)) return true;
  const own = by.kind === "variable" ? nameOf(by.variable) : undefined;
  if (own === "") return isNumeral(letter);
  const covariant = by.kind === "index" && by.covariant === true;
  const still = (node: Expr): boolean => {
    switch (node.kind) {
      case "num":
      case "constant":
        return true;
      case "symbol":
        return node.name !== own && isConstantOfNature(node);
      case "labelled":
        return still(node.head);
      case "tensor":
        return (
          node.head.kind === "symbol" &&
          node.head.role !== undefined &&
          (stillRoles.has(node.head.role) || (!covariant && flatRoles.has(node.head.role)))
        );
      case "sum":
      case "product":
      case "quotient":
      case "power":
        return children(node).every(still);
      default:
        return false;
    }
  };
  return still(letter);
}

const isNumeral = (node: Expr): boolean => node.kind === "num" || node.kind === "constant";

const stillRoles = new Set(["delta", "structure", "symmetric-structure", "generator", "pauli"]);
const flatRoles = new Set(["gamma", "epsilon"]);
