/** The number in front of a word: coefficients and waves with labels at generic places. */
import { symbol } from "../../expr/build";
import type { Expr } from "../../expr/node";
import { children, nodes } from "../../expr/walk";
import { multiply } from "../contraction";
import { headKey } from "../given";
import { Beyond } from "../number/field";
import { bind, type Scope, valueIn } from "../scope";
import { bareAxis } from "../tensor/vector";
import { isScalar, scalarOf, scalarValue, tabulate, type Value } from "../value";
import { isEnergy } from "./context";
import { atomKey, type Linear, linearOf, renamed, substituted } from "./linear";
import type { Term } from "./term";

export function numberOf<E>(
  scope: Scope<E>,
  term: Term,
  by: ReadonlyMap<string, Linear>,
): Value<E> {
  const { field } = scope;
  const at = (expr: Expr): Value<E> => valueIn(placed(scope, by, expr), expr);
  const exponents = [
    ...term.exponents.map((exponent) => scalarOf(field, at(exponent))),
    ...term.phases.map(({ factor, left, right }) => {
      const [p, x] = [left, right].map((key) => atomValue(scope, key, by)) as [E[], E[]];
      const sum = p.reduce((s, entry, i) => field.add(s, field.mul(entry, x[i] as E)), field.zero);
      return field.mul(field.i, field.mul(field.rational(BigInt(factor), 1n), sum));
    }),
  ];
  const exponent = exponents.reduce((sum, one) => field.add(sum, one), field.zero);
  const wave =
    exponents.length === 0 || field.isZero(exponent)
      ? scalarValue(field, field.one)
      : scope.apply(scope, "exp", [], [scalarValue(field, exponent)]);
  const factors = [...term.coefficient, ...(term.vector ? [term.vector] : [])].map(at);
  if (factors.filter((factor) => !isScalar(factor)).length > 1)
    throw new Beyond("numbers with components under sums over modes");
  return multiply(scope, [wave, ...factors]);
}

/** The scope in which labels have the values of their forms, and energies are even functions of their labels. */
function placed<E>(scope: Scope<E>, by: ReadonlyMap<string, Linear>, expr: Expr): Scope<E> {
  const bindings: (readonly [Expr, Value<E>])[] = [];
  for (const node of outsideLabels(expr))
    if (node.kind === "symbol" && node.type === "four-vector") {
      const key = atomKey(node);
      if (key !== undefined && isLabel(scope, key, by))
        throw new Beyond("four-momenta under sums over modes");
    }
  for (const node of nodes(expr)) {
    if (isEnergy(node) && !scope.given.definitions.has(headKey(node) ?? "")) {
      const [label] = node.labels;
      const form = label && linearOf(label);
      if (form && [...form.of.keys()].every((key) => isLabel(scope, key, by)))
        bindings.push([node, energyAt(scope, node.head.name, substituted(form, by))]);
    }
    const key = node.kind === "symbol" || node.kind === "labelled" ? atomKey(node) : undefined;
    if (key === undefined || !isLabel(scope, key, by)) continue;
    bindings.push([node, asValue(scope, atomValue(scope, key, by))]);
  }
  return bind(scope, bindings);
}

/** Parts of a formula other than the labels of families. */
function* outsideLabels(expr: Expr): Generator<Expr> {
  yield expr;
  if (expr.kind !== "labelled") for (const part of children(expr)) yield* outsideLabels(part);
}

const isLabel = (
  scope: Pick<Scope<unknown>, "words">,
  key: string,
  by: ReadonlyMap<string, Linear>,
): boolean => by.has(key) || (scope.words?.continuum?.labels.has(key) ?? false);

/** ω_p = ω_{−p}. */
function energyAt<E>(scope: Scope<E>, head: string, form: Linear): Value<E> {
  const { field } = scope;
  const value = formValue(scope, form);
  const keys = [value, value.map((entry) => field.neg(entry))].map((one) =>
    one.map((entry) => scope.keyOf(entry)).join(","),
  );
  return scalarValue(field, scope.draw(`${head} ?[${keys.sort()[0]}]`, "positive"));
}

function asValue<E>(scope: Scope<E>, entries: readonly E[]): Value<E> {
  const [only] = entries;
  if (entries.length === 1 && only !== undefined) return scalarValue(scope.field, only);
  return tabulate(scope.field, [bareAxis(scope, "spatial")], ([i = 0]) => entries[i]);
}

/** Components of a label, or of a place. */
function atomValue<E>(scope: Scope<E>, key: string, by: ReadonlyMap<string, Linear>): readonly E[] {
  const known = by.get(key);
  if (known) return formValue(scope, known);
  const size = scope.words?.continuum?.vectors ? 3 : 1;
  if (isLabel(scope, key, by) || isName(key))
    return Array.from({ length: size }, (_, i) =>
      scope.draw(`${isName(key) ? "label ?" : ""}${key}${size === 1 ? "" : `(${i})`}`, "real"),
    );
  const value = valueIn(scope, symbol(key, size === 3 ? "three-vector" : "scalar"));
  const entries = new Array<E>(size).fill(scope.field.zero);
  value.keys.forEach((at, i) => {
    entries[at] = value.entries[i] as E;
  });
  return entries;
}

/** Names that variables have been given. */
const isName = (key: string): boolean => /^(?:[uw]\d|idle\d|#)/.test(key) || key.includes(renamed);

/** Of a form in labels that are not replaced. */
function formValue<E>(scope: Scope<E>, form: Linear): readonly E[] {
  const { field } = scope;
  const size = scope.words?.continuum?.vectors ? 3 : 1;
  const result = new Array<E>(size).fill(field.rational(BigInt(form.constant), 1n));
  for (const [key, c] of form.of) {
    const value = atomValue(scope, key, new Map());
    for (let i = 0; i < size; i++)
      result[i] = field.add(
        result[i] as E,
        field.mul(field.rational(BigInt(c), 1n), value[i] as E),
      );
  }
  return result;
}
