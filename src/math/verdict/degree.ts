/** A bound on the degree of a claim as a rational function of its samples: what the chance of a false agreement is computed from. */
import type { Expr } from "../expr/node";
import { children } from "../expr/walk";

interface Degree {
  readonly over: number;
  readonly under: number;
}

/** Samples of a prime field are drawn from at least this many elements. */
const fieldSize = 2 ** 24;
const wanted = 1e-15;

/** Degree of the numerator of left − right. */
function degreeOf(left: Expr, right: Expr): number {
  const a = degree(left);
  const b = degree(right);
  return Math.max(1, a.over + b.under, b.over + a.under);
}

/** Bits of the integers written in the claim: a sum of them vanishes modulo few primes only. */
const bitsOf = (expr: Expr): number =>
  expr.kind === "num"
    ? bits(expr.numerator) + bits(expr.denominator)
    : expr.kind === "power" && expr.exponent.kind === "num"
      ? bitsOf(expr.base) * Math.max(1, Math.abs(Number(expr.exponent.numerator)))
      : children(expr).reduce((total, part) => total + bitsOf(part), 0);

/** Exact points that make a false agreement less likely than the bound, and that chance. */
export function pointsNeeded(
  left: Expr,
  right: Expr,
): { readonly points: number; readonly error: number } {
  const chance = Math.min(0.5, degreeOf(left, right) / fieldSize);
  const byDegree = Math.ceil(Math.log(wanted) / Math.log(chance));
  const bySize = Math.ceil((bitsOf(left) + bitsOf(right)) / 24) + 1;
  const points = Math.max(3, byDegree, Math.min(bySize, 12));
  return { points, error: chance ** points };
}

const bits = (value: bigint): number => (value < 0n ? -value : value).toString(2).length - 1;

function degree(node: Expr): Degree {
  switch (node.kind) {
    case "num":
    case "constant":
      return { over: 0, under: 0 };
    case "symbol":
    case "labelled":
      return { over: 1, under: 0 };
    case "sum": {
      const parts = node.terms.map(degree);
      const under = parts.reduce((total, part) => total + part.under, 0);
      return { over: Math.max(...parts.map((part) => part.over + under - part.under)), under };
    }
    case "quotient": {
      const a = degree(node.over);
      const b = degree(node.under);
      return { over: a.over + b.under, under: a.under + b.over };
    }
    case "power": {
      const base = degree(node.base);
      const times = node.exponent.kind === "num" ? Number(node.exponent.numerator) : 64;
      return times >= 0
        ? { over: base.over * times, under: base.under * times }
        : { over: -base.under * times, under: -base.over * times };
    }
    case "matrix": {
      const rows = node.rows.map((row) => row.map(degree));
      const cells = rows.flat();
      return { over: total(cells, "over"), under: total(cells, "under") };
    }
    case "call":
      return {
        over: 12 * (1 + total(node.args.map(degree), "over")),
        under: total(node.args.map(degree), "under"),
      };
    case "function": {
      const parts = node.args.map(degree);
      return { over: 8 * (1 + total(parts, "over")), under: 8 * (1 + total(parts, "under")) };
    }
    default: {
      const parts = children(node).map(degree);
      return { over: 1 + total(parts, "over"), under: total(parts, "under") };
    }
  }
}

const total = (parts: readonly Degree[], side: keyof Degree): number =>
  parts.reduce((sum, part) => sum + part[side], 0);
