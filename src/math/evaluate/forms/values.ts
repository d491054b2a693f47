/** Forms as values: generic ones, those given by components, products and exterior derivatives. */
import { tensor } from "../../expr/build";
import type { Expr, Func, Sym, Wedge } from "../../expr/node";
import { add, join, multiply } from "../contraction";
import { Beyond } from "../number/field";
import { freshName, type Scope, valueIn } from "../scope";
import { along, series } from "../taylor/along";
import { type Axis, scaleBy, sparse, tabulate, type Value } from "../value";
import { formAxis, isForm, ones } from "./exterior";
import type { Components } from "./plan";

/** Variables of a manifold whose forms are still written out. */
const most = 7;

/** All variables of differentiation are coordinates. */
function dimension<E>(scope: Scope<E>): number {
  const { count } = series(scope).plan;
  const total = scope.given.forms?.total ?? 0;
  if (count > most) throw new Beyond("forms in so many variables");
  if (total > count || (total > 4 && scope.given.forms?.degrees.size !== 0))
    throw new Beyond("forms of so high a degree");
  return count;
}

export function wedgeValue<E>(scope: Scope<E>, node: Wedge): Value<E> {
  const values = node.factors.map((factor) => valueIn(scope, factor));
  if (!scope.given.forms || !values.some(isForm)) throw new Beyond("differential forms");
  return multiply(scope, values);
}

/** dω = Σ e^i ∧ ∂_i ω. */
export function exteriorDerivative<E>(scope: Scope<E>, node: Func): Value<E> {
  const [operand] = node.args;
  if (!operand) throw new Beyond("d by itself");
  const value = valueIn(scope, operand);
  const [order, ...more] = node.parameters;
  if (more.length > 0 || (order && !(order.kind === "num" && order.numerator === 2n)))
    throw new Beyond("a power of d");
  const once = slopes(scope, operand, value);
  return order ? slopes(scope, operand, once) : once;
}

function slopes<E>(scope: Scope<E>, operand: Expr, value: Value<E>): Value<E> {
  if (operand.kind !== "num" && value.entries.every((one) => series(scope).isConstant(one)))
    throw new Beyond("the differential of what does not vary");
  const n = dimension(scope);
  return add(
    scope,
    Array.from({ length: n }, (_, i) => join(scope, basis(scope, i), along(scope, value, i))),
  );
}

const basis = <E>(scope: Scope<E>, i: number): Value<E> =>
  sparse(scope.field, [formAxis(dimension(scope))], [[[2 ** i], scope.field.one]]);

/** The form of this name. */
export function formValue<E>(scope: Scope<E>, sym: Sym): Value<E> | undefined {
  const { forms } = scope.given;
  const degree = forms?.degrees.get(sym.name);
  if (!forms || degree === undefined || sym.role !== undefined) return undefined;
  const components = forms.components.get(sym.name);
  if (components) return ofComponents(scope, components);
  if (!["scalar", "matrix", "operator"].includes(sym.type)) return undefined;
  const { field } = scope;
  const taylor = series(scope);
  const n = dimension(scope);
  const all = Array.from({ length: n }, (_, i) => i);
  const matrix: Axis[] = forms.areMatrices
    ? [
        { kind: "row", space, size: scope.spaces.matrixSize(space) },
        { kind: "column", space, size: scope.spaces.matrixSize(space) },
      ]
    : [];
  return tabulate(field, [formAxis(n), ...matrix], (at) => {
    const [set = 0] = at;
    if (degree !== "any" && ones(set) !== degree) return undefined;
    const key = `${sym.name}∧(${at.join(",")})`;
    return taylor.generic(key, scope.draw(key, "real"), all, "real");
  });
}

/** Where forms with values in matrices take them. */
const space = "3×3";

/** A = A_μ dx^μ, F = ½ F_{μν} dx^μ∧dx^ν. */
function ofComponents<E>(scope: Scope<E>, { head, rank }: Components): Value<E> {
  const { field } = scope;
  if (rank > 2) throw new Beyond("a form with so many components");
  const names = Array.from({ length: rank }, () => freshName(scope));
  const components = valueIn(
    scope,
    tensor(
      head,
      ...names.map((name) => ({ name, space: "lorentz" as const, place: "down" as const })),
    ),
  );
  const differentials = names.map((name): Value<E> => {
    const { coordinates } = series(scope).plan;
    const axis: Axis = {
      kind: "index",
      name,
      space: "lorentz",
      place: "up",
      size: coordinates.length,
    };
    return sparse(
      field,
      [axis, formAxis(dimension(scope))],
      coordinates.map((variable, i) => [[i, 2 ** variable], field.one] as const),
    );
  });
  const whole = multiply(scope, [components, ...differentials]);
  return rank === 2 ? scaleBy(field, field.rational(1n, 2n), whole) : whole;
}
