/** Orders of smallness for numbers and operators, such that relations are homogeneous and exponents have no part of order zero. */
import type { Expr, Sym } from "../../expr/node";
import type { Given } from "../given";
import { headKey } from "../given";
import { parts } from "../parts";
import type { Relation } from "./stated";

export interface Graded {
  /** By name; what is missing has order zero. */
  readonly order: ReadonlyMap<string, number>;
}

export interface Problem {
  readonly exponents: readonly Expr[];
  readonly relations: readonly Relation[];
  readonly given: Given;
  readonly isLetter: (sym: Sym) => boolean;
}

/** Names tried together. */
const most = 7;

/** The cheapest assignment of orders 0, 1, 2; undefined where there is none. */
export function gradesOf(problem: Problem): Graded | undefined {
  const { relations, exponents } = problem;
  const names = unknowns(problem);
  if (names.length === 0 || names.length > most) return undefined;
  let best: { readonly order: ReadonlyMap<string, number>; readonly cost: number } | undefined;
  for (let code = 1; code < 3 ** names.length; code++) {
    const order = new Map<string, number>();
    let cost = 0;
    names.forEach((name, i) => {
      const grade = Math.floor(code / 3 ** i) % 3;
      if (grade === 0) return;
      order.set(name, grade);
      cost += grade * (isScale(name) ? 5 : 1);
    });
    if (best && best.cost <= cost) continue;
    const of = ranges(order, problem);
    const fits =
      relations.every((sides) => isHomogeneous(sides.map(of))) &&
      exponents.every((exponent) => of(exponent).least >= 1);
    if (fits) best = { order, cost };
  }
  return best;
}

/** Constants and scales, which are rather kept finite than expanded in. */
const isScale = (name: string): boolean => /^[ħmMωΩkgπ]|^H$|^N$/u.test(name);

/** Numbers in exponents and relations, and the operators the relations speak of. */
function unknowns({ exponents, relations, given, isLetter }: Problem): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<Expr>();
  const visit = (node: Expr, scalars: boolean): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.kind === "symbol") {
      if (isLetter(node) ? node.role === undefined && !node.grassmann : scalars && isNumber(node))
        found.add(node.name);
      return;
    }
    if (node.kind === "ket" || node.kind === "bra") return;
    for (const part of parts(node)) visit(part, scalars);
    for (const { body } of given.definitions.get(headKey(node) ?? "") ?? []) visit(body, scalars);
  };
  for (const exponent of exponents) visit(exponent, true);
  for (const side of relations.flat()) visit(side, true);
  return [...found];
}

const isNumber = (sym: Sym): boolean =>
  sym.type === "scalar" && sym.domain !== "natural" && sym.domain !== "integer";

interface Range {
  readonly least: number;
  readonly most: number;
}

const zero: Range = { least: 0, most: 0 };
const unfit: Range = { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY };
const anything: Range = { least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY };

/** Smallest and largest order of the terms of an expression. */
function ranges(order: ReadonlyMap<string, number>, { given }: Problem): (node: Expr) => Range {
  const grow = (all: readonly Range[]): Range => ({
    least: all.reduce((total, { least }) => total + least, 0),
    most: all.reduce((total, range) => total + range.most, 0),
  });
  const inside = new Set<Expr>();
  const of = (node: Expr): Range => {
    switch (node.kind) {
      case "num":
        return node.numerator === 0n ? anything : zero;
      case "symbol": {
        const own = order.get(node.name);
        const bodies = given.definitions.get(headKey(node) ?? "");
        if (own === undefined && bodies && !inside.has(node)) {
          inside.add(node);
          const range = spanned(bodies.map(({ body }) => of(body)));
          inside.delete(node);
          return range;
        }
        return { least: own ?? 0, most: own ?? 0 };
      }
      case "labelled":
        return of(node.head);
      case "tensor":
        return of(node.head);
      case "sum":
        return spanned(node.terms.map(of));
      case "product":
        return grow(node.factors.map(of));
      case "bracket":
      case "dot":
      case "cross":
        return grow([of(node.left), of(node.right)]);
      case "involution":
        return of(node.operand);
      case "function": {
        const [argument] = node.args;
        if (argument && sizes.has(node.name)) return of(argument);
        const inner = spanned(node.args.map(of));
        return inner === anything || (inner.least === 0 && inner.most === 0) ? zero : unfit;
      }
      case "quotient": {
        const under = of(node.under);
        return under.least === 0 && under.most === 0 ? of(node.over) : unfit;
      }
      case "power": {
        const base = of(node.base);
        const times = node.exponent.kind === "num" ? Number(node.exponent.numerator) : 0;
        if (times > 0 && node.exponent.kind === "num" && node.exponent.denominator === 1n)
          return { least: base.least * times, most: base.most * times };
        return base.least === 0 && base.most === 0 ? zero : unfit;
      }
      default: {
        const inner = spanned(parts(node).map(of));
        return inner === anything || (inner.least === 0 && inner.most === 0) ? zero : unfit;
      }
    }
  };
  return of;
}

const sizes: ReadonlySet<string> = new Set(["abs", "conj", "Re", "Im"]);

const spanned = (all: readonly Range[]): Range =>
  all.reduce(
    (span, { least, most }) => ({
      least: Math.min(span.least, least),
      most: Math.max(span.most, most),
    }),
    anything,
  );

/** All terms of both sides are of one order. */
function isHomogeneous(sides: readonly Range[]): boolean {
  const { least, most } = spanned(sides);
  return least >= most;
}
