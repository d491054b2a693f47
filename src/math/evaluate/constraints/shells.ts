/** Mass shells that come with spinors: u(p) and v(p) solve the Dirac equation, so p² = m². */
import { dot, num, power, rational, symbol } from "../../expr/build";
import type { Fact } from "../../expr/claim";
import type { Expr } from "../../expr/node";
import { children, nodes } from "../../expr/walk";
import type { Given } from "../given";

const defaultMass = symbol("m", "scalar", { domain: "positive" });

/** A constraint p² = m² for every momentum of a spinor on which no fact says another. */
export function spinorShells(exprs: readonly Expr[], facts: readonly Fact[]): readonly Fact[] {
  const momenta = momentaIn(exprs);
  if (momenta.size === 0) return [];
  const mass = massSymbol(exprs);
  return [...momenta]
    .filter(
      (p) => /^(?:symbol|labelled|sum)$/.test(p.kind) && !facts.some((fact) => shellIn(fact, p)),
    )
    .map((p): Fact => ({ kind: "constraint", left: dot(p, p), right: power(mass, num(2)) }));
}

/** Reads the mass of a momentum off its shell. */
export function massesOf(given: Given, all: Iterable<Expr>): (momentum: Expr) => Expr {
  let mass: Expr | undefined;
  return (momentum) => {
    for (const constraint of given.constraints) {
      const square = shellIn(constraint, momentum);
      if (square) return rootOf(square);
    }
    mass ??= massSymbol(all);
    return mass;
  };
}

/** A premise puts this momentum on a mass shell. */
export const isOnShell = (given: Given, momentum: Expr): boolean =>
  given.constraints.some((constraint) => shellIn(constraint, momentum) !== undefined);

function massSymbol(exprs: Iterable<Expr>): Expr {
  for (const expr of exprs)
    for (const node of nodes(expr))
      if (node.kind === "symbol" && node.name === "m" && node.type === "scalar") return node;
  return defaultMass;
}

function momentaIn(exprs: readonly Expr[]): ReadonlySet<Expr> {
  const found = new Set<Expr>();
  const seen = new Set<Expr>();
  const visit = (node: Expr): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.kind === "call") {
      const head = node.head.kind === "labelled" ? node.head.head : node.head;
      const [momentum] = node.args;
      if (momentum && head.kind === "symbol" && /^[uv]-spinor$/.test(head.role ?? ""))
        found.add(momentum);
    }
    for (const part of children(node)) visit(part);
  };
  exprs.forEach(visit);
  return found;
}

/** The other side of p² = …, where a fact is that. */
function shellIn(fact: Fact, momentum: Expr): Expr | undefined {
  if (fact.kind !== "constraint") return undefined;
  const isSquare = (side: Expr) =>
    side.kind === "dot" && alike(side.left, momentum) && side.right === side.left;
  if (isSquare(fact.left)) return fact.right;
  return isSquare(fact.right) ? fact.left : undefined;
}

/** The momentum itself, or the family it belongs to. */
const alike = (pattern: Expr, momentum: Expr): boolean =>
  pattern === momentum ||
  (pattern.kind === "labelled" &&
    momentum.kind === "labelled" &&
    pattern.head === momentum.head &&
    pattern.labels.every((label) => label.kind === "symbol"));

function rootOf(square: Expr): Expr {
  if (
    square.kind === "power" &&
    square.exponent.kind === "num" &&
    square.exponent.numerator === 2n &&
    square.exponent.denominator === 1n
  )
    return square.base;
  if (square.kind === "num" && square.numerator === 0n) return square;
  return power(square, rational(1n, 2n));
}
