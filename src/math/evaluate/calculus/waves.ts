/** ∫dⁿp e^{ip·X} = (2π)ⁿ δⁿ(X), where δⁿ stands as an even function of which nothing else is known. */
import { constant, num, one, power, product } from "../../expr/build";
import type { Expr, Func, Measure } from "../../expr/node";
import { multiply } from "../contraction";
import { nameKey } from "../given";
import { Beyond } from "../number/field";
import { bind, type Scope, valueIn } from "../scope";
import { metricSign } from "../tensor/metric";
import { bareAxis } from "../tensor/vector";
import { scalarOf, scalarValue, tabulate, type Value } from "../value";
import { varies } from "./idle";
import { namesakes } from "./placed";
import { factorsOf, isEverywhere, mentions } from "./sift";

/** e to some power. */
export const isWave = (node: Expr): boolean => exponentOf(node) !== undefined;

function exponentOf(node: Expr): Expr | undefined {
  if (node.kind === "function" && node.name === "exp") return node.args[0];
  return node.kind === "power" && node.base.kind === "constant" && node.base.name === "e"
    ? node.exponent
    : undefined;
}

/** The integral with one measure done, where it is one over waves with fixed coefficients. */
export function overWaves<E>(
  scope: Scope<E>,
  measures: readonly Measure[],
  integrand: Expr,
  over: (scope: Scope<E>, rest: readonly Measure[], factor: Expr) => Value<E>,
): Value<E> | undefined {
  const measure = measures.find(isEverywhere);
  if (!measure || measures.length > 1 || scope.taylor) return undefined;
  const { variable } = measure;
  const factors = factorsOf(integrand);
  const waves = factors.filter((factor) => isWave(factor) && mentions(factor, variable));
  const others = factors.filter((factor) => !waves.includes(factor));
  if (waves.length === 0 || others.some((factor) => varies(scope, factor, variable)))
    return undefined;
  const parts = waves.map((wave) => phase(scope, exponentOf(wave) ?? one, measure));
  const found = parts.flatMap((part) => part ?? []);
  if (found.length < parts.length) return undefined;
  const { field } = scope;
  const slopes = found.reduce<readonly E[]>(
    (total, { slope }) => slope.map((entry, i) => field.add(entry, total[i] ?? field.zero)),
    [],
  );
  const start = found.reduce((total, part) => field.add(total, part.start), field.zero);
  const dimension = measure.power ?? one;
  const twoPi = valueIn(scope, power(product(num(2), constant("π")), dimension));
  const front = scope.apply(scope, "exp", [], [scalarValue(field, start)]);
  const delta = spike(scope, dimension, slopes);
  return multiply(scope, [over(scope, [], product(...others)), twoPi, front, delta]);
}

export interface Phase<E> {
  readonly start: E;
  readonly slope: readonly E[];
}

/** The phase of a plane wave in the variable; undefined for anything else. */
export function phaseOf<E>(scope: Scope<E>, wave: Expr, measure: Measure): Phase<E> | undefined {
  const exponent = exponentOf(wave);
  return exponent && phase(scope, exponent, measure);
}

/** c + iX·p, with X in the order of the components of p; undefined where the exponent is not of this form. */
function phase<E>(
  scope: Scope<E>,
  exponent: Expr,
  { variable, power: dimension = one }: Measure,
): Phase<E> | undefined {
  const { field } = scope;
  const names = [variable, ...namesakes(variable, exponent)];
  const kinds = new Set(
    names
      .map((name) => (name.kind === "labelled" ? name.head : name))
      .flatMap((sym) => (sym.kind === "symbol" ? [sym.type] : [])),
  );
  const space = kinds.has("four-vector")
    ? "lorentz"
    : kinds.has("three-vector")
      ? "spatial"
      : undefined;
  if (kinds.has("four-vector") && kinds.has("three-vector")) return undefined;
  const size = space ? scope.spaces.indexSize(space) : 1;
  if (dimension.kind === "num" && dimension.numerator !== BigInt(size)) return undefined;
  const at = (entries: readonly E[]): E => {
    const value = space
      ? tabulate(field, [bareAxis(scope, space)], ([i = 0]) => entries[i])
      : scalarValue(field, entries[0] ?? field.zero);
    const inner = bind(
      scope,
      names.map((name) => [name, value] as const),
    );
    return scalarOf(field, valueIn(inner, exponent));
  };
  const indices = Array.from({ length: size }, (_, i) => i);
  const start = at(indices.map(() => field.zero));
  const rises = indices.map((_, i) =>
    field.sub(at(indices.map((k) => (k === i ? field.one : field.zero))), start),
  );
  const probe = indices.map((i) => scope.draw(`wave?${i}`, "real"));
  const expected = rises.reduce(
    (total, rise, i) => field.add(total, field.mul(rise, probe[i] as E)),
    start,
  );
  const miss = field.magnitude(field.sub(at(probe), expected));
  if (miss > (field.kind === "prime" ? 0 : 1e-9 * (1 + field.magnitude(expected))))
    return undefined;
  const slope = rises.map((rise, i) => {
    const entry = field.div(rise, field.i);
    return space === "lorentz" && metricSign(scope, i) < 0 ? field.neg(entry) : entry;
  });
  return slope.every((entry) => isReal(scope, entry)) ? { start, slope } : undefined;
}

const isReal = <E>({ field }: Scope<E>, entry: E): boolean =>
  field.isZero(field.sub(entry, field.conj(entry))) ||
  (field.kind !== "prime" && Math.abs(field.toPair(entry)[1]) < 1e-12);

/** δⁿ outside integrals. */
export function openDelta<E>(scope: Scope<E>, { args, parameters }: Func): Value<E> {
  const [argument, ...more] = args;
  if (!argument || more.length > 0) throw new Beyond("this δ-function");
  const value = valueIn(scope, argument);
  const size = value.axes.reduce((total, axis) => total * axis.size, 1);
  const dense = Array.from({ length: size }, () => scope.field.zero);
  value.keys.forEach((key, i) => {
    dense[key] = value.entries[i] as E;
  });
  return spike(scope, parameters[0] ?? num(size), dense);
}

function spike<E>(scope: Scope<E>, dimension: Expr, at: readonly E[]): Value<E> {
  const { field } = scope;
  if (at.every((entry) => field.isZero(entry) || field.magnitude(entry) < 1e-12))
    throw new Beyond("δ at zero");
  if (scope.taylor) throw new Beyond("the derivative of a δ-function");
  const key = (entries: readonly E[]): string => entries.map((one) => scope.keyOf(one)).join(";");
  const [first] = [key(at), key(at.map((entry) => field.neg(entry)))].sort();
  const name = dimension.kind === "num" ? `${dimension.numerator}` : nameKey(dimension);
  return scalarValue(field, scope.draw(`δ?${name}@${first}`, "real"));
}
