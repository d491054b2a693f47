/** The representations a claim has to hold in: dimensions, colours, spins and sizes, as far as its formulas see them. */
import type { Conventions, Fact } from "../expr/claim";
import type { Expr } from "../expr/node";
import type { World } from "./evaluation";
import { parts } from "./parts";
import { operatorSpace, spaceByName } from "./spaces";
import { type Survey, surveyed } from "./survey";

export function worldsFor(
  exprs: readonly Expr[],
  conventions: Conventions,
  facts: readonly Fact[],
): readonly World[] {
  const survey = surveyed(exprs, facts);
  const word = exprs.reduce((most, expr) => Math.max(most, longestWord(expr)), 1);
  const lists = {
    dimension: dimensions(survey, conventions, exprs),
    colours: colours(survey, conventions, exprs),
    twiceSpin: survey.nodes.some(
      (node) => node.kind === "symbol" && node.role === "angular-momentum",
    )
      ? [1, 2, 3, 4]
      : [1],
    size: sizes(survey, word),
  };
  const count = Math.max(...Object.values(lists).map((list) => list.length));
  const at = (list: readonly number[], i: number): number =>
    list[Math.min(i, list.length - 1)] ?? 1;
  return Array.from({ length: count }, (_, i) => ({
    dimension: at(lists.dimension, i),
    colours: at(lists.colours, i),
    twiceSpin: at(lists.twiceSpin, i),
    size: at(lists.size, i),
  }));
}

/** No identity of matrices this small is as short as the longest word; beside other spaces only part of the size is needed. */
function sizes(survey: Survey, word: number): readonly number[] {
  if (survey.anywhere !== undefined) return [Math.max(3, Math.ceil(word / 2) + 1)];
  if (!hasUnspecified(survey)) return [5];
  const first = Math.max(5, word + 1);
  return [first, first + 1];
}

const hasUnspecified = (survey: Survey): boolean =>
  survey.nodes.some(
    (node) =>
      node.kind === "symbol" &&
      (node.type === "matrix" || node.type === "operator" || node.type === "state") &&
      spaceByName(node) === operatorSpace,
  );

/** As many even dimensions as a polynomial in d needs, from the first that holds every independent vector. */
function dimensions(
  survey: Survey,
  conventions: Conventions,
  exprs: readonly Expr[],
): readonly number[] {
  const chart = survey.given.lineElement?.coordinates.length;
  if (chart !== undefined) return [chart];
  if (conventions.dim !== "d") return [conventions.dim];
  if (!survey.countsDimensions) return [4];
  const vectors = new Set<Expr>();
  const open = new Set<string>();
  for (const node of survey.nodes) {
    if (node.kind === "symbol" && node.type === "four-vector") vectors.add(node);
    if (node.kind === "tensor")
      for (const index of node.indices) if (index.space === "lorentz") open.add(index.name);
  }
  const summed = Math.min(6, 1 + exprs.reduce((most, expr) => Math.max(most, degreeIn(expr)), 0));
  const first = Math.max(4, 2 * Math.ceil(Math.min(8, vectors.size + freeNames(exprs).size) / 2));
  return Array.from({ length: summed + 1 }, (_, i) => first + 2 * i);
}

/** A bound for the degree in d: every repeated index gives at most one power, every d written another. */
function degreeIn(expr: Expr): number {
  switch (expr.kind) {
    case "sum":
      return expr.terms.reduce((most, term) => Math.max(most, degreeIn(term)), 0);
    case "power":
      return expr.exponent.kind === "num"
        ? degreeIn(expr.base) * Math.abs(Number(expr.exponent.numerator))
        : degreeIn(expr.base);
    default: {
      const inner = parts(expr).reduce((total, part) => total + degreeIn(part), 0);
      const own =
        expr.kind === "symbol" && (expr.name === "d" || expr.name === "D")
          ? 1
          : expr.kind === "product" || expr.kind === "tensor"
            ? repeatedHere(expr)
            : 0;
      return inner + own;
    }
  }
}

function repeatedHere(expr: Expr): number {
  const counts = new Map<string, number>();
  const direct = expr.kind === "product" ? expr.factors : [expr];
  for (const factor of direct)
    for (const name of indexNames(factor)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts.values()].filter((count) => count > 1).length;
}

function indexNames(expr: Expr): readonly string[] {
  if (expr.kind === "tensor")
    return [
      ...expr.indices.filter((index) => index.space === "lorentz").map((index) => index.name),
      ...indexNames(expr.head),
    ];
  if (expr.kind === "derivative" && expr.by.kind === "index") return [expr.by.index.name];
  return [...new Set(parts(expr).flatMap((part) => [...new Set(indexNames(part))]))];
}

/** Names that occur once in a term: open indices. */
function freeNames(exprs: readonly Expr[]): ReadonlySet<string> {
  const free = new Set<string>();
  for (const expr of exprs) {
    const term = expr.kind === "sum" ? expr.terms[0] : expr;
    if (!term) continue;
    const counts = new Map<string, number>();
    for (const factor of term.kind === "product" ? term.factors : [term])
      for (const name of indexNames(factor)) counts.set(name, (counts.get(name) ?? 0) + 1);
    for (const [name, count] of counts) if (count === 1) free.add(name);
  }
  return free;
}

function colours(
  survey: Survey,
  conventions: Conventions,
  exprs: readonly Expr[],
): readonly number[] {
  if (conventions.colours !== undefined) return [conventions.colours];
  const stated = statedColours(survey);
  if (stated !== undefined) return [stated];
  const uses =
    survey.hasColour ||
    survey.nodes.some(
      (node) =>
        node.kind === "tensor" &&
        node.indices.some((index) => index.space === "adjoint" || index.space === "fundamental"),
    );
  if (!uses) return [3];
  const wanted = exprs.reduce((most, expr) => Math.max(most, colourDegree(expr)), 0);
  return [3, 4, 5, 6].slice(0, Math.max(3, Math.min(4, wanted + 1)));
}

/** N = 3, as a premise says it. */
function statedColours({ given }: Survey): number | undefined {
  for (const name of ["N", "N_c", "N_C"])
    for (const { body } of given.definitions.get(`symbol ${name}`) ?? [])
      if (body.kind === "num" && body.denominator === 1n && body.numerator > 1n)
        return Number(body.numerator);
  return undefined;
}

/** Pairs of adjoint indices, each worth up to two powers of N. */
function colourDegree(expr: Expr): number {
  const names = new Set<string>();
  const visit = (node: Expr): void => {
    if (node.kind === "tensor")
      for (const index of node.indices) if (index.space === "adjoint") names.add(index.name);
    for (const part of parts(node)) visit(part);
  };
  visit(expr);
  return names.size;
}

/** Largest number of factors that an operator word has after everything is multiplied out. */
function longestWord(expr: Expr): number {
  switch (expr.kind) {
    case "num":
    case "constant":
      return 0;
    case "symbol":
      return expr.type === "matrix" || expr.type === "operator" || expr.type === "state" ? 1 : 0;
    case "sum":
      return expr.terms.reduce((most, term) => Math.max(most, longestWord(term)), 0);
    case "power": {
      const times = expr.exponent.kind === "num" ? Math.abs(Number(expr.exponent.numerator)) : 3;
      return longestWord(expr.base) * Math.max(1, times);
    }
    default:
      return parts(expr).reduce((total, part) => total + longestWord(part), 0);
  }
}
