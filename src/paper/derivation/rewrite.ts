/** An equation put to use as it stands: wherever its left side occurs in an expression, its right side takes the place. */

import { num, product, sum, zero } from "../../math/expr/build";
import { intern } from "../../math/expr/intern";
import { isNumber } from "../../math/expr/isolate";
import type { Expr, Index } from "../../math/expr/node";
import { isBareDerivative } from "../../math/expr/questions";
import { mapChildren, nodes, replace, some } from "../../math/expr/walk";
import type { Equation } from "./eliminate";

/** Replacements of what a replacement brought about: H(H|n⟩) = E(H|n⟩) = E²|n⟩. */
const rounds = 3;

/** The same node where the left side does not occur. Names of indices and labels in the equation are universal. */
export function rewrite(expr: Expr, equation: Equation): Expr {
  let result = expr;
  for (let round = 0; round < rounds; round++) {
    const next = once(result, equation);
    if (next === result) break;
    result = next;
  }
  return result;
}

function once(expr: Expr, equation: Equation): Expr {
  const inner = withoutZeros(mapChildren(expr, (part) => once(part, equation)));
  return replaced(inner, equation) ?? inner;
}

/** A sum without the terms that have become zero. */
const withoutZeros = (expr: Expr): Expr =>
  expr.kind === "sum" && expr.terms.includes(zero)
    ? sum(...expr.terms.filter((term) => term !== zero))
    : expr.kind === "product" && expr.factors.includes(zero)
      ? zero
      : expr;

function replaced(expr: Expr, { left, right }: Equation): Expr | undefined {
  if (left.kind === "symbol") return expr === left ? right : undefined;
  const whole = bindingOf(left, expr);
  if (whole) return instance(right, whole, expr);
  const slope = slopeIn(expr, left);
  const bound = slope && bindingOf(left, slope.lower);
  if (slope && bound) return slope.above(instance(right, bound, expr));
  if (expr.kind === "product" && left.kind === "product")
    return within(numbersFirst(expr.factors), numbersFirst(left.factors), right, product);
  if (expr.kind === "sum" && left.kind === "sum") return within(expr.terms, left.terms, right, sum);
  return undefined;
}

/** ȧ in ä: the derivative of the pattern's order, and what makes the whole of it. */
function slopeIn(
  expr: Expr,
  pattern: Expr,
): { readonly lower: Expr; readonly above: (lower: Expr) => Expr } | undefined {
  if (expr.kind !== "derivative" || pattern.kind !== "derivative") return undefined;
  const more = difference(expr.order, pattern.order);
  return expr.by.kind === "variable" && more !== undefined
    ? {
        lower: intern({ ...expr, order: pattern.order }),
        above: (operand) => intern({ ...expr, operand, order: more }),
      }
    : undefined;
}

/** n − m of whole numbers n > m. */
function difference(of: Expr, less: Expr): Expr | undefined {
  if (!isWhole(of) || !isWhole(less) || of.numerator <= less.numerator) return undefined;
  return num(Number(of.numerator - less.numerator));
}

const isWhole = (expr: Expr): expr is Extract<Expr, { kind: "num" }> =>
  expr.kind === "num" && expr.denominator === 1n;

/** A run of factors or terms that the left side consists of. */
function within(
  parts: readonly Expr[],
  run: readonly Expr[],
  right: Expr,
  build: (...parts: Expr[]) => Expr,
): Expr | undefined {
  for (let start = 0; start + run.length <= parts.length; start++) {
    const end = start + run.length;
    const bound = bindingOf(build(...run), build(...parts.slice(start, end)));
    if (!bound) continue;
    const put = instance(right, bound, build(...parts));
    const around = [...parts.slice(0, start), ...parts.slice(end)];
    if (put === zero) return build === product ? zero : build(...around);
    return build(...parts.slice(0, start), put, ...parts.slice(end));
  }
  return undefined;
}

/** Numbers commute with everything that does not differentiate them. */
const numbersFirst = (factors: readonly Expr[]): readonly Expr[] =>
  factors.some((factor) => some(factor, isBareDerivative))
    ? factors
    : [...factors.filter(isNumber), ...factors.filter((factor) => !isNumber(factor))];

/** What the universal names of the pattern stand for. */
interface Binding {
  readonly indices: Map<string, string>;
  readonly labels: Map<Expr, Expr>;
}

function bindingOf(pattern: Expr, expr: Expr): Binding | undefined {
  const binding: Binding = { indices: new Map(), labels: new Map() };
  if (!matches(pattern, expr, binding)) return undefined;
  const { indices } = binding;
  return new Set(indices.values()).size === indices.size ? binding : undefined;
}

function matches(pattern: unknown, found: unknown, binding: Binding): boolean {
  if (isLabel(pattern)) return binds(binding.labels, pattern, found as Expr);
  if (!isRecord(pattern) || !isRecord(found)) return pattern === found;
  if (isIndex(pattern)) return isIndex(found) && matchesIndex(pattern, found, binding);
  const keys = Object.keys(pattern);
  return (
    keys.length === Object.keys(found).length &&
    keys.every((key) => matches(pattern[key], found[key], binding))
  );
}

const matchesIndex = (pattern: Index, found: Index, { indices }: Binding): boolean =>
  pattern.place === found.place &&
  pattern.space === found.space &&
  pattern.value === found.value &&
  (pattern.value === undefined
    ? binds(indices, pattern.name, found.name)
    : pattern.name === found.name);

function binds<N>(names: Map<N, N>, name: N, to: N): boolean {
  const known = names.get(name);
  if (known === undefined) names.set(name, to);
  return known === undefined || known === to;
}

/** The right side with these names; sums of its own get names that occur nowhere around it. */
function instance(right: Expr, { indices, labels }: Binding, around: Expr): Expr {
  const taken = new Set([...indicesIn(around), ...indices.values()]);
  const fresh = (name: string): string => {
    let candidate = indices.get(name) ?? name;
    if (!indices.has(name)) while (taken.has(candidate)) candidate = `${candidate}′`;
    return candidate;
  };
  return renamed(replace(right, labels), fresh);
}

const renamed = (expr: Expr, name: (old: string) => string): Expr =>
  mapIndices(
    mapChildren(expr, (part) => renamed(part, name)),
    name,
  );

function mapIndices(expr: Expr, name: (old: string) => string): Expr {
  const change = (index: Index): Index =>
    index.value === undefined ? { ...index, name: name(index.name) } : index;
  if (expr.kind === "tensor") return intern({ ...expr, indices: expr.indices.map(change) });
  if (expr.kind === "derivative" && expr.by.kind === "index")
    return intern({ ...expr, by: { ...expr.by, index: change(expr.by.index) } });
  return expr;
}

function* indicesIn(expr: Expr): Generator<string> {
  for (const part of nodes(expr)) {
    if (part.kind === "tensor") for (const { name } of part.indices) yield name;
    if (part.kind === "derivative" && part.by.kind === "index") yield part.by.index.name;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const isIndex = (value: unknown): value is Index =>
  isRecord(value) && "place" in value && "space" in value && "name" in value;

/** Labels and whole numbers speak of every value. */
const isLabel = (value: unknown): value is Expr =>
  isRecord(value) &&
  value["kind"] === "symbol" &&
  (value["type"] === "label" || value["domain"] === "integer" || value["domain"] === "natural");
