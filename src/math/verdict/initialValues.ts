/** N(t) = N₀e^{−λt} where Ṅ = −λN and N(0) = N₀ are given: what solves the equation and starts as it is said to is the solution. */
import { derivative, num } from "../expr/build";
import type { Claim, Fact, Premise } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr, Sym } from "../expr/node";
import { isNamed } from "../expr/questions";
import { children, mapChildren, nodes, replace, some, speaksOf } from "../expr/walk";
import { equated } from "./facts";

/** What a claim that gives a solution comes down to. */
export interface Solution {
  readonly conditions: readonly Claim[];
  /** The equation and the values it starts from. */
  readonly premises: readonly Premise[];
  /** As many values are given as the equation has orders. */
  readonly isUnique: boolean;
}

/** Undefined where the claim is no solution of one equation, linear in its highest derivative, of which a value is given. */
export function solutionIn(claim: Claim): Solution | undefined {
  const { left, right, relation } = claim;
  const head = left.kind === "call" ? left.head : left;
  if (relation !== "=" || head.kind !== "symbol" || speaksOf(right, head)) return undefined;
  const facts = claim.given.flatMap((premise) => premise.facts);
  const [equation, ...more] = facts.flatMap((fact) => equationOf(fact, head) ?? []);
  if (!equation || more.length > 0) return undefined;
  const { variable, order } = equation;
  const isOfVariable =
    left.kind !== "call" || (left.args.length === 1 && left.args[0] === variable);
  if (!isOfVariable || !some(right, (node) => node === variable)) return undefined;
  const starts = facts.flatMap((fact) => startOf(fact, head, variable) ?? []);
  const [first] = starts;
  if (!first) return undefined;
  const isOwn = (fact: Fact): boolean =>
    fact === equation.fact || starts.some((start) => start.fact === fact);
  const given = claim.given.filter((premise) => !premise.facts.some(isOwn));
  const [a, b] = equation.sides.map((side) => inserted(side, head, variable, right)) as [
    Expr,
    Expr,
  ];
  const known = starts.filter(({ at }) => at === first.at);
  return {
    conditions: [
      { ...claim, given, left: a, right: b },
      ...starts.map((start) => ({
        ...claim,
        given,
        left: valueAt(right, variable, start),
        right: start.value,
      })),
    ],
    premises: claim.given.filter((premise) => premise.facts.some(isOwn)),
    isUnique: Array.from({ length: order }, (_, k) => k).every((k) =>
      known.some((start) => start.order === k),
    ),
  };
}

interface Equation {
  readonly fact: Fact;
  readonly sides: readonly [Expr, Expr];
  readonly variable: Expr;
  readonly order: number;
}

function equationOf(fact: Fact, head: Sym): Equation | undefined {
  const sides = equated(fact);
  const slopes = (sides ?? [])
    .flatMap((side) => [...nodes(side)])
    .flatMap((node) => slopeOf(node, head) ?? [])
    .filter(({ at }) => at === undefined);
  const [first] = slopes;
  if (!sides || !first || slopes.some(({ variable }) => variable !== first.variable))
    return undefined;
  const order = Math.max(...slopes.map((slope) => slope.order));
  const isTop = (node: Expr): boolean => slopeOf(node, head)?.order === order;
  const tops = sides.flatMap((side) => [...nodes(side)].filter(isTop));
  return tops.length === 1 && sides.every((side) => isPlain(side, isTop, head))
    ? { fact, sides: [sides[0], sides[1]], variable: first.variable, order }
    : undefined;
}

/** The highest derivative stands in it by itself, before nothing that varies, and the function in whole powers only. */
function isPlain(part: Expr, isTop: (node: Expr) => boolean, head: Sym): boolean {
  if (isTop(part)) return true;
  if (part.kind === "power" && speaksOf(part, head))
    return (
      !some(part, isTop) &&
      part.exponent.kind === "num" &&
      part.exponent.denominator === 1n &&
      part.exponent.numerator > 0n
    );
  if (part.kind === "quotient" && speaksOf(part.under, head)) return false;
  if (part.kind === "product" && some(part, isTop))
    return part.factors.every((factor) => some(factor, isTop) || !speaksOf(factor, head));
  return children(part).every((child) => isPlain(child, isTop, head));
}

/** A derivative of the function, at a place of its own where one is written. */
function slopeOf(
  node: Expr,
  head: Sym,
): { readonly variable: Expr; readonly order: number; readonly at?: Expr } | undefined {
  if (node.kind !== "derivative" || node.by.kind !== "variable" || node.order.kind !== "num")
    return undefined;
  const { operand, by, order } = node;
  const found = { variable: by.variable, order: Number(order.numerator) };
  if (operand && isNamed(operand, head.name)) return found;
  if (operand?.kind !== "call" || !isNamed(operand.head, head.name)) return undefined;
  const [at, ...more] = operand.args;
  if (!at || more.length > 0) return undefined;
  return at === by.variable ? found : { ...found, at };
}

/** N(0) = N₀, ẋ(0) = 0. */
interface Start {
  readonly fact: Fact;
  readonly order: number;
  readonly at: Expr;
  readonly value: Expr;
}

function startOf(fact: Fact, head: Sym, variable: Expr): Start | undefined {
  const [left, right] = equated(fact) ?? [];
  if (!left || !right) return undefined;
  const of = (side: Expr, value: Expr): Start | undefined => {
    if (speaksOf(value, head)) return undefined;
    const slope = slopeOf(side, head);
    if (slope?.at && slope.variable === variable)
      return { fact, order: slope.order, at: slope.at, value };
    const [at, ...more] = side.kind === "call" && isNamed(side.head, head.name) ? side.args : [];
    return at && more.length === 0 && !some(at, (node) => node === variable)
      ? { fact, order: 0, at, value }
      : undefined;
  };
  return of(left, right) ?? of(right, left);
}

function inserted(part: Expr, head: Sym, variable: Expr, body: Expr): Expr {
  if (part.kind === "labelled") return part;
  const isCall = part.kind === "call" && isNamed(part.head, head.name) && part.args[0] === variable;
  if (isCall || isNamed(part, head.name)) return body;
  return mapChildren(part, (child) => inserted(child, head, variable, body));
}

function valueAt(body: Expr, variable: Expr, { order, at }: Start): Expr {
  if (order === 0) return replace(body, new Map([[variable, at]]));
  const slope = derivative({ kind: "variable", variable, style: "total" }, body, num(order));
  return intern({ kind: "bar", body: slope, at: [{ variable, value: at }] });
}
