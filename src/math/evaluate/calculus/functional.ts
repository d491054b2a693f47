/** A linear functional of which nothing is known but what δ-functions do: a weighted sum over a few generic points, the same for the same range. */
import type { Expr, Integral, Measure, Sym } from "../../expr/node";
import { add, join } from "../contraction";
import { nameKey } from "../given";
import { Beyond } from "../number/field";
import { bind, type Scope, valueIn } from "../scope";
import { bareAxis, contractBare } from "../tensor/vector";
import { isBare, scalarOf, scalarValue, scaleBy, tabulate, type Value } from "../value";
import { lengthOf } from "./idle";
import { infinity } from "./infinity";
import { namesakes, placed } from "./placed";
import { onShells } from "./shells";
import { isDelta, isWholeSpace, type Place, sifted, spreadOut } from "./sift";
import { isConstantBySort, isShown } from "./unsaid";
import { isWave, overWaves } from "./waves";

/** Points of a functional: more than functionals stand inside one another, so that no product of them is special. */
const pointsFor = (nested: number): number => (nested <= 2 ? 3 : 4);

/** Integrals inside one another that are still affordable. */
const deepest = 3;

export function functional<E>(scope: Scope<E>, node: Integral): Value<E> {
  if (scope.tally.pairing || (scope.tally.depth > 0 && scope.place === ""))
    throw new Beyond("an unsaid range inside a quadrature");
  const terms = spreadOut(
    node.integrand,
    (part) => isDelta(part) || (scope.formal && isWave(part)),
  );
  return add(
    scope,
    terms.map((term) => ofTerm(scope, node.measures, term)),
  );
}

function ofTerm<E>(
  scope: Scope<E>,
  all: readonly Measure[],
  term: Expr,
  before: readonly Place[] = [],
): Value<E> {
  for (const measure of all) {
    const rest = all.filter((other) => other !== measure);
    const length = lengthOf(scope, measure, rest, term);
    if (length !== undefined)
      return scaleBy(scope.field, length, ofTerm(scope, rest, term, before));
  }
  const shells = onShells(all, term, scope.conventions.metric);
  if (shells)
    return add(
      scope,
      shells.map((shell) =>
        ofTerm(scope, shell.measures, shell.integrand, [...before, shell.place]),
      ),
    );
  const { measures, integrand, places: own } = sifted(all, term);
  const places = [...before, ...own];
  if (scope.tally.depth + measures.length > deepest)
    throw new Beyond("an integral over so many variables");
  const inside = (at: Scope<E>): Value<E> => valueIn(placed(at, places, integrand), integrand);
  if (places.length === 0 && scope.formal) {
    const wave = overWaves(scope, measures, integrand, (at, rest, factor) =>
      overPoints(at, rest, factor, pointsFor(rest.length), (here) => valueIn(here, factor)),
    );
    if (wave) return wave;
  }
  return overPoints(scope, measures, integrand, pointsFor(measures.length), inside);
}

function overPoints<E>(
  scope: Scope<E>,
  [measure, ...rest]: readonly Measure[],
  integrand: Expr,
  count: number,
  inside: (scope: Scope<E>) => Value<E>,
): Value<E> {
  if (!measure) return inside(scope);
  const key = rangeOf(scope, measure);
  const shown = (scope.place === "" || scope.shown) && isShown(measure, integrand);
  scope.tally.depth++;
  try {
    return add(
      scope,
      Array.from({ length: count }, (_, k) => {
        const here = { ...scope, place: `${scope.place}@?${key}${k}`, shown };
        const inner = bind(here, [...pointOf(scope, measure, integrand, `${key}${k}`)]);
        return weighed(
          scope,
          measure,
          overPoints(inner, rest, integrand, count, inside),
          `${key}${k}`,
        );
      }),
    );
  } finally {
    scope.tally.depth--;
  }
}

/** What tells one range from another: its name, or its ends here. */
function rangeOf<E>(scope: Scope<E>, { region, lower, upper, power, sort }: Measure): string {
  if (region && !isWholeSpace(region) && /[(<>|=]/.test(region))
    throw new Beyond(`an integral over ${region}`);
  const size = power ? nameOf(power) : "·";
  const ends = [lower, upper].map((end) => (end ? endOf(scope, end) : "·"));
  return region?.replace("∮", "") || [sort, size, ...ends].join(" ");
}

function endOf<E>(scope: Scope<E>, end: Expr): string {
  const direction = infinity(end);
  if (direction !== 0) return direction > 0 ? "∞" : "-∞";
  const { field, taylor } = scope;
  const at = scalarOf(field, valueIn(scope, end), "a number as end of an integral");
  if (taylor && !taylor.isConstant(at)) throw new Beyond("an integral whose ends vary");
  return scope.keyOf(at);
}

const nameOf = (expr: Expr): string =>
  expr.kind === "num" ? `${expr.numerator}/${expr.denominator}` : nameKey(expr);

/** The integration variable, and the vector or its spatial part that goes by the same letter, at one point. */
function* pointOf<E>(
  scope: Scope<E>,
  measure: Measure,
  integrand: Expr,
  point: string,
): Generator<readonly [Expr, Value<E>]> {
  const { variable } = measure;
  const head = variable.kind === "labelled" ? variable.head : variable;
  if (head.kind !== "symbol" || variable.kind === "tensor")
    throw new Beyond("an integral over something that is no name");
  if (measure.sort === "volume" || measure.sort === "surface") return;
  for (const one of new Set<Expr>([variable, ...namesakes(variable, integrand)]))
    yield [
      one,
      placeAt(scope, one.kind === "labelled" ? one.head : (one as Sym), one, `point?${point}`),
    ];
}

/** A generic point; where it is the place of the fields, with the increments by which they are differentiated. */
function placeAt<E>(scope: Scope<E>, sym: Sym, node: Expr, key: string): Value<E> {
  const { taylor, field } = scope;
  const own = taylor?.variablesOf(node);
  if (sym.type === "scalar" || sym.type === "label")
    return scalarValue(field, scope.draw(key, "real"));
  const space =
    sym.type === "four-vector" ? "lorentz" : sym.type === "three-vector" ? "spatial" : undefined;
  if (!space) throw new Beyond("an integral over something that is no vector");
  return tabulate(field, [bareAxis(scope, space)], ([i = 0]) => {
    const at = space === "spatial" ? i + 1 : i;
    const centre = scope.draw(`${key}(${at})`, "real");
    const variable = own?.[i];
    return taylor && variable !== undefined ? taylor.perturb(centre, variable) : centre;
  });
}

/** d𝐒 and d𝐥 are vectors: their weights are contracted with a vector, or make one of a number. */
function weighed<E>(scope: Scope<E>, measure: Measure, value: Value<E>, point: string): Value<E> {
  const { field } = scope;
  const head = measure.variable.kind === "labelled" ? measure.variable.head : measure.variable;
  const directed =
    head.kind === "symbol" && head.type === "three-vector" && measure.power === undefined;
  if (!directed)
    return join(scope, scalarValue(field, scope.draw(`weight?${point}`, "real")), value);
  const weights = tabulate(field, [bareAxis(scope, "spatial")], ([i = 0]) =>
    scope.draw(`weight?${point}(${i})`, "real"),
  );
  return value.axes.some(isBare)
    ? contractBare(scope, weights, value)
    : join(scope, weights, value);
}

/** Under what name a symbol is sampled at this point: what is constant by its sort, or stands outside as well, is the same everywhere. */
export function nameHere<E>(scope: Scope<E>, sym: Sym, name: string): string {
  if (scope.place === "" || isConstantBySort(sym)) return name;
  if ((sym.dependsOn?.length ?? 0) > 0) return `${name}${scope.place}`;
  return scope.shown && scope.outside.has(sym.name) ? name : `${name}${scope.place}`;
}
