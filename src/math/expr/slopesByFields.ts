/** δ/δφ ∫ F: everything that stands before φ under an integral, derivatives moved onto it and boundary terms left out. */
import {
  call,
  conjugate,
  cross,
  derivative,
  dot,
  func,
  minusOne,
  negate,
  num,
  one,
  power,
  product,
  quotient,
  sum,
} from "./build";
import type { By, Expr } from "./node";
import { factorsOf, isOne, typeOf } from "./questions";
import { children, some, transform } from "./walk";

/** What an integral runs along, and what does not vary there. */
export interface Along {
  readonly reaches: (by: By) => boolean;
  readonly varies: (part: Expr) => boolean;
}

/** ∫ (δF/δφ) δφ = δ ∫ F; undefined where some part is no rule of this kind. */
export const slopeByField = (integrand: Expr, field: Expr, along: Along): Expr | undefined => {
  const parts = weighed(integrand, field, one, along);
  return parts && sum(...parts);
};

/** What is differentiated, what is called at the place of integration, and functions by their type. */
export function fieldsUnder(integrand: Expr, places: readonly Expr[]): readonly Expr[] {
  const found = new Set<Expr>();
  const visit = (node: Expr): void => {
    if (node.kind === "derivative" && node.operand && isField(node.operand))
      found.add(node.operand);
    if (node.kind === "call") {
      if (isField(node) && node.args.every((arg) => places.includes(arg))) found.add(node);
      return;
    }
    if (node.kind === "symbol" && node.type === "function") found.add(node);
    for (const part of children(node)) visit(part);
  };
  visit(integrand);
  return [...found].flatMap((field) =>
    some(integrand, (node) => node === conjugate(field)) ? [field, conjugate(field)] : [field],
  );
}

const isField = (node: Expr): boolean =>
  (node.kind === "symbol" &&
    node.role === undefined &&
    !node.grassmann &&
    ["scalar", "function", "three-vector"].includes(node.type)) ||
  (node.kind === "call" && node.args.length === 1 && isField(node.head)) ||
  (node.kind === "involution" && node.sort === "conjugate" && isField(node.operand));

/** f′(x) and |∇ψ|² by derivatives and products, ∂ψ* as the derivative of ψ*; no conjugates where all is real. */
export function spelledOut(side: Expr, place: Expr | undefined, isReal: boolean): Expr {
  const called = transform(side, (part) => {
    if (part.kind !== "call" || part.head.kind !== "primed") return part;
    const [variable, ...more] = part.args;
    return !variable || more.length > 0
      ? part
      : slopeAlong(variable, call(part.head.head, variable), part.head.order);
  });
  return transform(called, (part) => {
    if (part.kind === "primed" && place) return slopeAlong(place, part.head, part.order);
    if (part.kind === "involution" && part.sort === "conjugate") return conjugated(part.operand);
    if (part.kind !== "power" || part.exponent !== num(2)) return part;
    const [inside] =
      part.base.kind === "function" && part.base.name === "abs" ? part.base.args : [];
    if (!inside) return part;
    const other = isReal ? inside : conjugated(inside);
    return isDirected(inside) ? dot(other, inside) : product(other, inside);
  });
}

const slopeAlong = (variable: Expr, of: Expr, order: number): Expr =>
  derivative({ kind: "variable", variable, style: "total" }, of, num(order));

const conjugated = (node: Expr): Expr =>
  node.kind === "derivative" && node.operand
    ? derivative(node.by, conjugated(node.operand), node.order)
    : node.kind === "involution" && node.sort === "conjugate"
      ? node.operand
      : conjugate(node);

/** All that stands before the field in ∫ weight · node. */
function weighed(node: Expr, field: Expr, weight: Expr, along: Along): readonly Expr[] | undefined {
  if (node === field) return [weight];
  if (!shows(node, field)) return [];
  const inside = (part: Expr, by: Expr) => weighed(part, field, by, along);
  switch (node.kind) {
    case "sum":
      return joined(node.terms.map((term) => inside(term, weight)));
    case "product":
      return joined(
        node.factors.map((factor, at) => {
          const others = node.factors.filter((_, other) => other !== at);
          const directed = others.filter(isDirected);
          if (directed.length === 0) return inside(factor, product(...others, weight));
          const [only, ...more] = directed;
          if (!only || more.length > 0 || isDirected(factor)) return undefined;
          const rest = others.filter((other) => other !== only);
          return inside(factor, product(...rest, dot(weight, only)));
        }),
      );
    case "quotient":
      return joined([
        inside(node.over, product(weight, power(node.under, minusOne))),
        isDirected(node.over)
          ? shows(node.under, field)
            ? undefined
            : []
          : inside(node.under, product(minusOne, weight, node.over, power(node.under, num(-2)))),
      ]);
    case "power": {
      const { base, exponent } = node;
      if (base.kind === "constant" && base.name === "e")
        return inside(exponent, product(weight, node));
      if (exponent.kind !== "num" || isDirected(base)) return undefined;
      return inside(base, product(exponent, power(base, sum(exponent, minusOne)), weight));
    }
    case "function": {
      const [argument, ...more] = node.args;
      const slope = argument && more.length === 0 ? slopes[node.name]?.(argument) : undefined;
      return argument && slope ? inside(argument, product(weight, slope)) : undefined;
    }
    case "dot":
      return joined([
        inside(node.left, scaled(weight, node.right)),
        inside(node.right, scaled(weight, node.left)),
      ]);
    case "cross":
      return joined([
        inside(node.left, cross(node.right, weight)),
        inside(node.right, cross(weight, node.left)),
      ]);
    case "derivative": {
      const moved = node.operand && onto(weight, node, along);
      return moved && node.operand && inside(node.operand, moved);
    }
    default:
      return undefined;
  }
}

const joined = (lists: readonly (readonly Expr[] | undefined)[]): readonly Expr[] | undefined =>
  lists.every((list) => list !== undefined) ? lists.flatMap((list) => list ?? []) : undefined;

const scaled = (weight: Expr, vector: Expr): Expr =>
  isOne(weight) ? vector : product(weight, vector);

/** ∫ w ∂F = −∫ (∂w) F, by each derivative of it. */
function onto(
  weight: Expr,
  { by, order }: Extract<Expr, { kind: "derivative" }>,
  along: Along,
): Expr | undefined {
  if (!along.reaches(by) || (by.kind === "index" && by.covariant)) return undefined;
  const times = order.kind === "num" && order.denominator === 1n ? Number(order.numerator) : 0;
  if (times < 1 || times > 6) return undefined;
  switch (by.kind) {
    case "gradient":
      return times > 1 ? undefined : negate(slope({ kind: "divergence" }, weight, one, along));
    case "divergence":
      return times > 1 ? undefined : negate(slope({ kind: "gradient" }, weight, one, along));
    case "curl":
    case "laplacian":
    case "dalembertian":
      return times > 1 ? undefined : slope(by, weight, one, along);
    default: {
      const moved = slope(by, weight, order, along);
      return times % 2 === 0 ? moved : negate(moved);
    }
  }
}

/** The derivative of a sum of products, what does not vary before it. */
function slope(by: By, node: Expr, order: Expr, along: Along): Expr {
  if (node.kind === "sum") return sum(...node.terms.map((term) => slope(by, term, order, along)));
  const factors = factorsOf(node);
  const moving = factors.filter(along.varies);
  if (moving.length === 0) return num(0);
  return product(
    ...factors.filter((factor) => !along.varies(factor)),
    derivative(by, product(...moving), order),
  );
}

/** Has three components. */
function isDirected(node: Expr): boolean {
  switch (node.kind) {
    case "sum":
      return node.terms.some(isDirected);
    case "product":
      return node.factors.some(isDirected);
    case "quotient":
      return isDirected(node.over);
    case "involution":
      return isDirected(node.operand);
    case "call":
      return isDirected(node.head);
    case "cross":
      return true;
    case "derivative":
      return (
        node.by.kind === "gradient" ||
        node.by.kind === "curl" ||
        (node.by.kind !== "divergence" && node.operand !== undefined && isDirected(node.operand))
      );
    default:
      return typeOf(node) === "three-vector";
  }
}

/** φ* stands for itself beside φ. */
const shows = (node: Expr, field: Expr): boolean =>
  node === field ||
  (!(node.kind === "involution" && node.sort === "conjugate") &&
    children(node).some((child) => shows(child, field)));

const slopes: Readonly<Record<string, (argument: Expr) => Expr>> = {
  exp: (x) => func("exp", [x]),
  sin: (x) => func("cos", [x]),
  cos: (x) => negate(func("sin", [x])),
  sinh: (x) => func("cosh", [x]),
  cosh: (x) => func("sinh", [x]),
  ln: (x) => power(x, minusOne),
  log: (x) => power(x, minusOne),
  sqrt: (x) => quotient(one, product(num(2), func("sqrt", [x]))),
};
