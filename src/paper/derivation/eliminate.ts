/** Earlier equations solved for a symbol each, so that a later one can be seen to follow from them. */
import type { Fact } from "../../math/expr/claim";
import { isNumber, isolate } from "../../math/expr/isolate";
import type { Expr } from "../../math/expr/node";
import { children, nodes, replace, some } from "../../math/expr/walk";
import { headOf, isHead } from "./head";
import { solvedFor } from "./linear";

export interface Equation {
  readonly left: Expr;
  readonly right: Expr;
}

/** One definition for each equation that can be solved for something `later` shows; never for the names in `avoid`: what it is about, and what other facts define. */
export const eliminate = (
  equations: readonly Equation[],
  later: readonly Expr[],
  avoid: ReadonlySet<Expr>,
): readonly Fact[] =>
  solutions(equations, later, avoid, false).map(({ head, body }) => ({
    kind: "definition",
    head,
    body,
  }));

interface Solution {
  readonly head: Expr;
  readonly body: Expr;
  /** The equations it comes from. */
  readonly of: ReadonlySet<Equation>;
}

/** The same with what only the equations after one show eliminated as well, and with the equations that were needed. */
export function eliminateThrough(
  equations: readonly Equation[],
  later: readonly Expr[],
  avoid: ReadonlySet<Expr>,
): { readonly facts: readonly Fact[]; readonly of: ReadonlySet<Equation> } {
  const shown = solutions(equations, later, avoid, true).filter(({ head }) =>
    later.some((side) => some(side, (part) => part === head)),
  );
  return {
    facts: shown.map(({ head, body }) => ({ kind: "definition", head, body })),
    of: new Set(shown.flatMap(({ of }) => [...of])),
  };
}

function solutions(
  equations: readonly Equation[],
  later: readonly Expr[],
  avoid: ReadonlySet<Expr>,
  through: boolean,
): readonly Solution[] {
  let found: readonly Solution[] = [];
  for (const [i, equation] of equations.entries()) {
    const others = equations.slice(i + 1).flatMap(({ left, right }) => [left, right]);
    const known = new Map(found.map(({ head, body }) => [head, body]));
    const left = replace(equation.left, known);
    const right = replace(equation.right, known);
    const put = found.filter(({ head }) =>
      [equation.left, equation.right].some((side) => some(side, (part) => part === head)),
    );
    const solved =
      solve({ left, right }, later, avoid) ??
      (through ? solve({ left, right }, others, avoid) : undefined);
    if (!solved) continue;
    const of = new Set([equation, ...put.flatMap((one) => [...one.of])]);
    const more = new Map([[solved.head, solved.body]]);
    found = [
      ...found.map((one) => {
        const body = replace(one.body, more);
        return body === one.body ? one : { ...one, body, of: new Set([...one.of, ...of]) };
      }),
      { ...solved, of },
    ];
  }
  return found;
}

function solve({ left, right }: Equation, later: readonly Expr[], avoid: ReadonlySet<Expr>) {
  const atoms = new Set([...nodes(left), ...nodes(right)].filter(isHead));
  for (const head of atoms) {
    const name = headOf(head);
    if (
      !name ||
      avoid.has(name) ||
      avoid.has(head) ||
      (name.kind === "symbol" && name.role !== undefined)
    )
      continue;
    if (isOperation(head)) continue;
    if (!later.some((side) => some(side, (part) => part === name))) continue;
    const [inside, outside] = occurrences(left, name) ? [left, right] : [right, left];
    const body =
      (occurrences(left, name) + occurrences(right, name) === 1
        ? isolate(inside, outside, head)
        : undefined) ??
      (isNumber(head) && (head === name || isAlone(head, left, right))
        ? solvedFor(left, right, head, isQuantity)
        : undefined);
    const fits =
      (head.kind !== "symbol" || head.type !== "scalar" || !some(body ?? head, isMatrixLike)) &&
      (mayBeComplex(name) || !some(body ?? head, isImaginary));
    if (body && fits) return { head, body };
  }
  return undefined;
}

/** What is real stays so: σ from k² = μεω² + iμσω would not be. */
const mayBeComplex = (name: Expr): boolean =>
  name.kind !== "symbol" || name.domain === "complex" || name.type !== "scalar";

const isImaginary = (part: Expr): boolean => part.kind === "constant" && part.name === "i";

/** n_1 beside n_2, not beside a bare n. */
const isAlone = (head: Expr, ...sides: readonly Expr[]): boolean =>
  head.kind === "labelled" &&
  head.labels.every(({ kind }) => kind === "num") &&
  !sides.some((side) => showsBare(side, head.head));

const showsBare = (side: Expr, name: Expr): boolean =>
  side === name ||
  children(side).some(
    (part) => !(side.kind === "labelled" && part === name) && showsBare(part, name),
  );

/** 𝒬c = …, δφ = …, ρ(H)v = …: what acts on its neighbour is no factor. */
const isOperation = (head: Expr): boolean => {
  const name = headOf(head);
  return (
    (name?.kind === "symbol" && /^(?:[dδDΔ∇∂]|[𝒜-𝓏])(?:_.*)?$/u.test(name.name)) ||
    (head.kind === "call" && !head.args.every(isQuantity))
  );
};

/** A number, or a known function of numbers. */
const isQuantity = (expr: Expr): boolean =>
  expr.kind === "function"
    ? expr.args.every(isQuantity)
    : isNumber(expr) ||
      (/^(product|sum|quotient|power)$/.test(expr.kind) && children(expr).every(isQuantity));

const occurrences = (expr: Expr, name: Expr): number =>
  [...nodes(expr)].filter((part) => part === name).length;

/** What no number can equal. */
const isMatrixLike = (part: Expr): boolean =>
  /^(ket|bra|bracket|slash|matrix|tensor|trace)$/.test(part.kind) ||
  (part.kind === "symbol" &&
    part.type !== "scalar" &&
    part.type !== "label" &&
    part.type !== "function");
