/** ∫d³k f(𝐤): over all directions first, of what is a polynomial in them and of waves, then over the length. */

import { num, power, product, renamed, symbol } from "../../expr/build";
import type { Expr, Measure } from "../../expr/node";
import { typeOf } from "../../expr/questions";
import { nodes, transform } from "../../expr/walk";
import { integrateRadial } from "../analysis/manyDimensions";
import { add } from "../contraction";
import { Beyond } from "../number/field";
import { bind, type Scope, valueIn } from "../scope";
import { bareAxis } from "../tensor/vector";
import { scalarOf, scalarValue, scaleBy, sizeOf, tabulate, type Value } from "../value";
import { namesakes } from "./placed";
import { settle } from "./settle";
import { factorsOf, isSameName, mentions, spreadOut } from "./sift";
import { isWave, type Phase, phaseOf } from "./waves";

/** An integral over three dimensions whose integrand shows a vector. */
export function showsVector({ variable, power }: Measure, integrand: Expr): boolean {
  const vectors = namesakes(variable, integrand);
  return (
    power === num(3) &&
    typeOf(variable) !== "four-vector" &&
    vectors.length > 0 &&
    vectors.every((one) => typeOf(one) === "three-vector")
  );
}

const isVector = (node: Expr): boolean => typeOf(node) === "three-vector";

export const overAllDirections = <E>(
  scope: Scope<E>,
  measure: Measure,
  integrand: Expr,
): Value<E> =>
  add(
    scope,
    spreadOut(integrand, isWave).map((term) => ofTerm(scope, measure, term)),
  );

function ofTerm<E>(scope: Scope<E>, measure: Measure, written: Expr): Value<E> {
  const { field } = scope;
  const { variable } = measure;
  const term = byLength(written, variable);
  const waves: Phase<E>[] = [];
  const others = factorsOf(term).filter((factor) => {
    const phase = mentions(factor, variable) ? phaseOf(scope, factor, measure) : undefined;
    if (phase) waves.push(phase);
    return !phase;
  });
  const isRound = (factor: Expr): boolean =>
    ![...nodes(factor)].some((node) => isSameName(node, variable) && isVector(node));
  const round = product(...others.filter(isRound));
  const rest = product(...others.filter((factor) => !isRound(factor)));
  const names = [...new Set(nodes(term))].filter((node) => isSameName(node, variable));
  const valueAt = (what: Expr, length: E, direction: readonly E[]): Value<E> => {
    const vector = tabulate(field, [bareAxis(scope, "spatial")], ([i = 0]) =>
      field.mul(length, direction[i] as E),
    );
    const values = [variable, ...names].map(
      (name) => [name, isVector(name) ? vector : scalarValue(field, length)] as const,
    );
    return valueIn(bind(scope, values), what);
  };
  const reach = lengthOfSum(scope, waves);
  const north = [field.zero, field.zero, field.one];
  scope.tally.transcendental = true;
  const around = (length: E, of: (value: Value<E>) => E): E => {
    const f = (direction: readonly E[]): E => of(valueAt(rest, length, direction));
    const front = scalarOf(field, valueAt(round, length, north), "a number to be integrated");
    if (reach === undefined) return field.mul(front, averaged(scope, f));
    const turn = field.mul(length, reach);
    const wave = field.div(field.func("sin", [], [turn]), turn);
    return field.mul(field.mul(front, radial(scope, f)), wave);
  };
  const { axes } = valueAt(rest, field.one, north);
  if (sizeOf(axes) > 27) throw new Beyond("an integral of so many components");
  const parts = Array.from({ length: sizeOf(axes) }, (_, key) =>
    settle(
      scope,
      integrateRadial(
        field,
        (length) => around(length, ({ keys, entries }) => entries[keys.indexOf(key)] ?? field.zero),
        field.rational(3n, 1n),
      ),
    ),
  );
  const front = waves.reduce((total, { start }) => field.add(total, start), field.zero);
  return scaleBy(field, field.func("exp", [], [front]), {
    axes,
    keys: parts.map((_, key) => key),
    entries: parts.map((part) => part.entries[0] ?? field.zero),
    scale: parts.reduce((most, part) => Math.max(most, part.scale), 0),
  });
}

/** 𝐤² and |𝐤| by the length k. */
function byLength(term: Expr, variable: Expr): Expr {
  const letter = variable.kind === "labelled" ? variable.head : variable;
  if (letter.kind !== "symbol") return term;
  const plain = symbol(letter.name.normalize("NFKD"), "scalar");
  const length = variable.kind === "labelled" ? renamed(variable, plain) : plain;
  return transform(term, (node) => {
    const own = (part: Expr | undefined): boolean =>
      part !== undefined && isSameName(part, variable) && isVector(part);
    if (node.kind === "dot" && own(node.left) && own(node.right)) return power(length, num(2));
    return node.kind === "function" && node.name === "abs" && own(node.args[0]) ? length : node;
  });
}

/** |𝐗| of e^{i𝐤·𝐗}; undefined where nothing turns. */
function lengthOfSum<E>({ field }: Scope<E>, waves: readonly Phase<E>[]): E | undefined {
  const square = [0, 1, 2]
    .map((i) =>
      waves.reduce((total, { slope }) => field.add(total, slope[i] ?? field.zero), field.zero),
    )
    .reduce((total, entry) => field.add(total, field.mul(entry, entry)), field.zero);
  return field.magnitude(square) < 1e-20 ? undefined : field.func("sqrt", [], [square]);
}

/** What is the same in all directions. */
function radial<E>(scope: Scope<E>, f: (direction: readonly E[]) => E): E {
  const { field } = scope;
  const [value, other] = [f(axes(scope)[0] as E[]), f(corners(scope)[0] as E[])];
  if (isApart(scope, value, other, scope.field.magnitude(value)))
    throw new Beyond("waves beside directions");
  return field.div(field.add(value, other), field.rational(2n, 1n));
}

/** The mean over directions of a polynomial in them: rules of the fifth and of the seventh degree agree. */
function averaged<E>(scope: Scope<E>, f: (direction: readonly E[]) => E): E {
  const { field } = scope;
  let scale = 0;
  const total = (directions: readonly (readonly E[])[]): E =>
    directions.reduce((sum, direction) => {
      const value = f(direction);
      scale = Math.max(scale, field.magnitude(value));
      return field.add(sum, value);
    }, field.zero);
  const [onAxes, onEdges, onCorners] = [axes, edges, corners].map((of) => total(of(scope))) as [
    E,
    E,
    E,
  ];
  const weighed = (...parts: readonly (readonly [E, bigint, bigint])[]): E =>
    parts.reduce(
      (sum, [part, over, under]) => field.add(sum, field.mul(field.rational(over, under), part)),
      field.zero,
    );
  const fifth = weighed([onAxes, 1n, 15n], [onCorners, 3n, 40n]);
  const seventh = weighed([onAxes, 1n, 21n], [onEdges, 4n, 105n], [onCorners, 9n, 280n]);
  if (isApart(scope, fifth, seventh, scale))
    throw new Beyond("an integral over several dimensions");
  return isApart(scope, seventh, field.zero, scale) ? seventh : field.zero;
}

function isApart<E>({ field }: Scope<E>, a: E, b: E, scale: number): boolean {
  const tolerance = field.kind === "digits" ? 1e-30 : 1e-10;
  return field.magnitude(field.sub(a, b)) > tolerance * scale;
}

const axes = <E>(scope: Scope<E>) => directions(scope, 1);
const edges = <E>(scope: Scope<E>) => directions(scope, 2);
const corners = <E>(scope: Scope<E>) => directions(scope, 3);

/** Unit vectors with this many components that are not zero, all of one size. */
function directions<E>({ field }: Scope<E>, count: number): readonly (readonly E[])[] {
  const size = field.div(field.one, field.func("sqrt", [], [field.rational(BigInt(count), 1n)]));
  const signs = [-1, 0, 1];
  return signs
    .flatMap((x) => signs.flatMap((y) => signs.map((z) => [x, y, z])))
    .filter((one) => one.filter((sign) => sign !== 0).length === count)
    .map((one) => one.map((sign) => (sign === 0 ? field.zero : sign > 0 ? size : field.neg(size))));
}
