/** 𝐩 beside what depends on the place is −iħ∇: [𝐩, V(𝐫)] = −iħ∇V. */
import {
  constant,
  derivative,
  dot,
  down,
  func,
  hbar,
  num,
  power,
  product,
  symbol,
  tensor,
} from "../expr/build";
import type { Claim } from "../expr/claim";
import type { By, Expr, Labelled, Sym } from "../expr/node";
import { unhatted } from "../expr/questions";
import { mapChildren, replace, some } from "../expr/walk";
import { operatorMeanings } from "./operatorMeanings";
import type { Written } from "./written";

export function withMomentaInSpace(claim: Claim): Written {
  const meanings = operatorMeanings(claim);
  const sides = [claim.left, claim.right].map((side) => replace(side, meanings));
  const [left = claim.left, right = claim.right] = sides;
  const has = (test: (node: Expr) => boolean): boolean => sides.some((side) => some(side, test));
  const isApart = has((part) => directionOf(part)?.kind === "index") && !has(isPlaceInSpace);
  if (!has(isOfPlaceAndMomentum) || has(isElsewhere) || has(turns) || isApart)
    return { claim, used: [] };
  const line = has(isSlope);
  return {
    claim: { ...claim, left: asDerivatives(left, line), right: asDerivatives(right, line) },
    used: claim.given.filter(({ facts }) =>
      facts.some((fact) => fact.kind === "definition" && meanings.has(fact.head)),
    ),
  };
}

/** 𝐋 is made of 𝐫 and 𝐩 as operators. */
const turns = (node: Expr): boolean => node.kind === "symbol" && node.role === "angular-momentum";

/** dV/dx: then p is −iħ d/dx. */
const isSlope = (node: Expr): boolean =>
  node.kind === "derivative" &&
  node.by.kind === "variable" &&
  node.by.variable.kind === "symbol" &&
  node.by.variable.name === "x";

/** A commutator of 𝐩, p_i or p_x with a function of the place. */
const isOfPlaceAndMomentum = (node: Expr): boolean =>
  node.kind === "bracket" &&
  node.sort === "commutator" &&
  some(node, (part) => isMomentum(part) || isComponent(part) || isAlongLine(part)) &&
  some(node, isOfPlace);

/** V(𝐫), V(x, y, z), r², 1/r. */
const isOfPlace = (node: Expr): boolean => {
  switch (node.kind) {
    case "symbol":
      return isDistance(node);
    case "call":
      return isPlainHead(node.head) && node.args.every(isPlace);
    case "power":
      return isDistance(node.base);
    case "quotient":
      return some(node.under, isDistance);
    default:
      return false;
  }
};

const isPlainHead = (head: Expr): boolean =>
  head.kind === "symbol" && head.role === undefined && /^(function|scalar)$/.test(head.type);

/** 𝐫 and its length. */
const isPlaceInSpace = (node: Expr): boolean =>
  isDistance(node) || (node.kind === "symbol" && node.type === "three-vector" && isPlace(node));

const isPlace = (node: Expr): boolean =>
  node.kind === "symbol" &&
  ((node.type === "three-vector" && /^[rx]$/.test(node.name)) ||
    (node.type === "scalar" && /^[rxyz]$/.test(node.name)) ||
    isPlaceOperator(node));

const isPlaceOperator = (node: Expr): boolean =>
  node.kind === "symbol" && node.role === "position-operator" && unhatted(node.name) === "x";

const isDistance = (node: Expr): boolean =>
  node.kind === "symbol" && node.name === "r" && node.type === "scalar";

const isMomentum = (node: Expr): boolean =>
  node.kind === "symbol" &&
  node.type === "three-vector" &&
  (node.role === undefined || node.role === "momentum-operator") &&
  unhatted(node.name) === "p";

/** p where there is one direction only. */
const isAlongLine = (node: Expr): boolean =>
  node.kind === "symbol" && node.type === "operator" && node.role === "momentum-operator";

/** The direction of p_i and p_x. */
function directionOf(node: Expr): By | undefined {
  if (node.kind !== "tensor" && node.kind !== "labelled") return undefined;
  const { head } = node;
  if (head.kind !== "symbol" || unhatted(head.name) !== "p") return undefined;
  if (!isMomentum(head) && !isAlongLine(head)) return undefined;
  if (node.kind === "labelled") {
    const [label, more] = node.labels;
    if (label?.kind !== "symbol" || more) return undefined;
    if (/^[xyz]$/.test(label.name)) return along(label.name);
    return /^[ijkl]$/.test(label.name)
      ? { kind: "index", index: down(label.name, "spatial") }
      : undefined;
  }
  const [index, more] = node.indices;
  if (index?.space !== "spatial" || more) return undefined;
  return index.value === undefined
    ? { kind: "index", index }
    : along(["x", "y", "z"][index.value - 1] ?? "x");
}

const isComponent = (node: Expr): boolean => directionOf(node) !== undefined;

const along = (axis: string): By => ({
  kind: "variable",
  variable: symbol(axis),
  style: "partial",
});

/** Under an integral or in a state 𝐩 is a number; in 𝐩·𝐀 it acts on more than 𝐀. */
const isElsewhere = (node: Expr): boolean =>
  /^(ket|bra|integral|series|limit|involution|expectation)$/.test(node.kind) ||
  (node.kind === "dot" && isMomentum(node.left) && node.right !== node.left);

function asDerivatives(node: Expr, line: boolean): Expr {
  const inner = (part: Expr): Expr => asDerivatives(part, line);
  if (node.kind === "dot" && node.left === node.right && isMomentum(node.left))
    return product(num(-1), power(hbar, num(2)), derivative({ kind: "laplacian" }));
  if (isPlaceOperator(node)) return symbol("x");
  if (isDistance(node)) return func("sqrt", [dot(place, place)]);
  if (isPlaceComponent(node)) return tensor(place, down(node.labels[0].name, "spatial"));
  if (isMomentum(node)) return moving({ kind: "gradient" });
  if (isAlongLine(node)) return line ? moving(along("x")) : node;
  const direction = directionOf(node);
  return direction ? moving(direction) : mapChildren(node, inner);
}

const place = symbol("r", "three-vector");

/** r_i, where p_i is written. */
const isPlaceComponent = (
  node: Expr,
): node is Labelled & { readonly labels: readonly [Sym, ...Expr[]] } =>
  node.kind === "labelled" &&
  isDistance(node.head) &&
  node.labels.length === 1 &&
  node.labels[0]?.kind === "symbol" &&
  /^[ijkl]$/.test(node.labels[0].name);

const moving = (by: By): Expr => product(num(-1), constant("i"), hbar, derivative(by));
