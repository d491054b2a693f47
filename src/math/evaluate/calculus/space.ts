/** Integrals over directions and over vectors of any dimension. */

import { product } from "../../expr/build";
import type { Expr, Measure, Sym } from "../../expr/node";
import { isMinusOne } from "../../expr/questions";
import { nodes } from "../../expr/walk";
import { sphereArea } from "../analysis/constants";
import { integrateRadial, integrateSphere } from "../analysis/manyDimensions";
import { join } from "../contraction";
import { Beyond } from "../number/field";
import { bind, type Scope, valueIn } from "../scope";
import { bareAxis } from "../tensor/vector";
import { scalarOf, scalarValue, tabulate, type Value } from "../value";
import { overAllDirections, showsVector } from "./around";
import { namesakes } from "./placed";
import { settle } from "./settle";

/** ∫dΩ f(n̂): over the unit vectors that occur; of a constant, the area of the sphere. */
export function overDirections<E>(scope: Scope<E>, measure: Measure, integrand: Expr): Value<E> {
  const { field } = scope;
  const directions = unitVectorsIn(integrand);
  const [direction, ...more] = directions;
  if (more.length > 0) throw new Beyond("an integral over several directions");
  const angles = direction ? [] : anglesIn(integrand);
  if (angles.length > 0) return overAngles(scope, angles, integrand);
  if (!direction) {
    const label = measure.variable.kind === "labelled" ? measure.variable.labels[0] : undefined;
    const d = label ? scalarOf(field, valueIn(scope, label)) : field.rational(3n, 1n);
    scope.tally.transcendental = true;
    return join(scope, scalarValue(field, sphereArea(field, d)), valueIn(scope, integrand));
  }
  return componentwise(
    scope,
    (at) => valueIn(at, integrand),
    (f) =>
      settle(
        scope,
        integrateSphere(field, (n) =>
          f([[direction, tabulate(field, [bareAxis(scope, "spatial")], ([i = 0]) => n[i])]]),
        ),
      ),
  );
}

/** The polar and the azimuthal angle, by their letters. */
const anglesIn = (expr: Expr): readonly Sym[] => [
  ...new Set(
    [...nodes(expr)].filter(
      (node): node is Sym =>
        node.kind === "symbol" && node.type === "scalar" && /^[θϑφϕ]$/u.test(node.name),
    ),
  ),
];

function overAngles<E>(scope: Scope<E>, angles: readonly Sym[], integrand: Expr): Value<E> {
  const { field } = scope;
  const isPolar = ({ name }: Sym): boolean => /^[θϑ]$/u.test(name);
  if (angles.filter(isPolar).length > 1 || angles.filter((one) => !isPolar(one)).length > 1)
    throw new Beyond("an integral over several directions");
  return componentwise(
    scope,
    (at) => valueIn(at, integrand),
    (f) =>
      settle(
        scope,
        integrateSphere(field, ([x, y, z]) =>
          f(
            angles.map((angle) => {
              const value = isPolar(angle)
                ? field.func("acos", [], [z])
                : field.func("atan2", [], [y, x]);
              return [angle, scalarValue(field, value)] as const;
            }),
          ),
        ),
      ),
  );
}

const unitVectorsIn = (expr: Expr): readonly Expr[] => [
  ...new Set(
    [...nodes(expr)].filter(
      (node) =>
        node.kind === "symbol" &&
        node.type === "three-vector" &&
        node.name.normalize("NFD").includes("\u0302"),
    ),
  ),
];

/** Each component of a tensor-valued integrand by itself. */
function componentwise<E>(
  scope: Scope<E>,
  value: (scope: Scope<E>) => Value<E>,
  integrate: (f: (bindings: Iterable<readonly [Expr, Value<E>]>) => E) => Value<E>,
): Value<E> {
  const { field } = scope;
  const at = (bindings: Iterable<readonly [Expr, Value<E>]>) => value(bind(scope, bindings));
  let axes: Value<E>["axes"] | undefined;
  integrate((bindings) => {
    axes ??= at(bindings).axes;
    return field.one;
  });
  const found = axes ?? [];
  if (found.length === 0) return integrate((bindings) => scalarOf(field, at(bindings)));
  const size = found.reduce((total, axis) => total * axis.size, 1);
  if (size > 81) throw new Beyond("an integral of so many components");
  const parts = Array.from({ length: size }, (_, key) =>
    integrate((bindings) => {
      const whole = at(bindings);
      const place = whole.keys.indexOf(key);
      return place < 0 ? field.zero : (whole.entries[place] as E);
    }),
  );
  return {
    axes: found,
    keys: parts.map((_, key) => key),
    entries: parts.map((part) => part.entries[0] ?? field.zero),
    scale: parts.reduce((most, part) => Math.max(most, part.scale), 0),
  };
}

/** ∫dᵈk f(k²) over all of Euclidean space, for an integrand that sees the vector through its square only. */
export function overSpace<E>(scope: Scope<E>, measure: Measure, integrand: Expr): Value<E> {
  const { field } = scope;
  const { variable, power } = measure;
  if (!power || measure.lower || measure.upper)
    throw new Beyond("an integral over part of a space");
  const d = scalarOf(field, valueIn(scope, power), "a number of dimensions");
  if (showsVector(measure, integrand)) return overAllDirections(scope, measure, integrand);
  const square = namesakes(variable, integrand).every((one) => one === variable)
    ? squaresIn(integrand, variable)
    : undefined;
  if (!square) throw new Beyond("an integral over several dimensions");
  const metric = isMinkowskian(scope, variable) ? scope.conventions.metric : "euclidean";
  const rotated = metric !== "euclidean";
  if (!rotated && hasShell(integrand, square))
    throw new Beyond("an integral over Minkowski space without iε");
  const shift = metric !== "euclidean" ? prescription(integrand, square, metric) : undefined;
  const f = (k: E): E => {
    const size = field.mul(k, k);
    const squared = scalarValue(field, metric === "mostly-minus" ? field.neg(size) : size);
    const bindings: (readonly [Expr, Value<E>])[] = [[variable, scalarValue(field, k)]];
    if (shift) bindings.push([shift, scalarValue(field, field.zero)]);
    const inner = bind(scope, bindings);
    for (const node of square) inner.memo.set(node, squared);
    return scalarOf(field, valueIn(inner, integrand), "a number to be integrated");
  };
  const value = settle(scope, integrateRadial(field, f, d));
  return rotated ? join(scope, scalarValue(field, field.i), value) : value;
}

/** ∫dᵈk f(k²) = i ∫dᵈk_E f(∓k_E²) for a four-vector that is not Euclidean by name. */
function isMinkowskian<E>(scope: Scope<E>, variable: Expr): boolean {
  const sym = variable.kind === "labelled" ? variable.head : variable;
  if (sym.kind !== "symbol" || sym.type !== "four-vector" || /E$/.test(sym.name)) return false;
  return scope.conventions.metric !== "euclidean";
}

/** k² − Δ: a pole for real k, and a sign that only Minkowski space has. */
const hasShell = (integrand: Expr, squares: readonly Expr[]): boolean =>
  [...nodes(integrand)].some(
    (node) =>
      node.kind === "sum" &&
      node.terms.some((term) => squares.includes(term)) &&
      node.terms.some((term) => !squares.includes(term) && isNegative(term)),
  );

const isNegative = (term: Expr): boolean =>
  term.kind === "num"
    ? term.numerator < 0n
    : term.kind === "product" && term.factors[0] !== undefined && isNegative(term.factors[0]);

/** The ε of k² − Δ + iε, or k² + Δ − iε in the other metric: without it nothing says on which side of the poles the path runs. */
function prescription(
  integrand: Expr,
  squares: readonly Expr[],
  metric: "mostly-minus" | "mostly-plus",
): Expr {
  let found: Expr | undefined;
  for (const node of nodes(integrand)) {
    if (node.kind !== "sum") continue;
    const square = node.terms.find((term) => squares.includes(withoutSign(term)));
    const shift = node.terms.find((term) => epsilonOf(withoutSign(term)) !== undefined);
    if (!shift) continue;
    const isSame = square !== undefined && isNegative(square) === isNegative(shift);
    if (isSame !== (metric === "mostly-minus"))
      throw new Beyond("an integral over Minkowski space with poles on the other side");
    found = epsilonOf(withoutSign(shift));
  }
  if (found) return found;
  throw new Beyond("an integral over Minkowski space without iε");
}

/** The ε of iε. */
function epsilonOf(term: Expr): Expr | undefined {
  const [i, small, more] = term.kind === "product" ? term.factors : [];
  return i?.kind === "constant" &&
    i.name === "i" &&
    small?.kind === "symbol" &&
    /^[εϵη0]/u.test(small.name) &&
    !more
    ? small
    : undefined;
}

const withoutSign = (term: Expr): Expr =>
  term.kind === "product" && term.factors[0] && isMinusOne(term.factors[0])
    ? product(...term.factors.slice(1))
    : term;

/** The nodes k² of an integrand that depends on k through them only. */
function squaresIn(integrand: Expr, variable: Expr): readonly Expr[] | undefined {
  const squares = [...nodes(integrand)].filter(
    (node) =>
      (node.kind === "dot" && node.left === variable && node.right === variable) ||
      (node.kind === "power" &&
        node.base === variable &&
        node.exponent.kind === "num" &&
        node.exponent.numerator === 2n),
  );
  const uses = countOf(integrand, variable);
  const counted = squares.reduce((total, node) => total + (node.kind === "dot" ? 2 : 1), 0);
  return uses <= counted && uses > 0 ? squares : undefined;
}

function countOf(expr: Expr, variable: Expr): number {
  let count = 0;
  for (const node of nodes(expr)) if (node === variable) count++;
  return count;
}
