/** lim_{ε→0⁺} of what is paired with a smooth function: kernels that narrow, and poles just off the real axis. */
import type { Expr } from "../../expr/node";
import { nodes, some } from "../../expr/walk";
import { richardson } from "../analysis/accelerate";
import { digitsOf, type Estimate, real } from "../analysis/estimate";
import { Beyond, type Field, Undefined } from "../number/field";
import { bind, type Scope, valueIn } from "../scope";
import { scalarOf, scalarValue } from "../value";

/** From a width that quadrature sees with ease down to one it still resolves; each half of the one before. */
const widest = 0.1875;
const halvings = 10;
/** Doubles keep this many digits through the extrapolation. */
const most = 12;

/** `paired(ε)` is smooth in ε: extrapolated to none. */
export function narrowed<E>(field: Field<E>, paired: (width: E) => E): Estimate<E> {
  if (field.kind !== "double") throw new Beyond("a weak limit in many digits");
  const values = Array.from({ length: halvings }, (_, k) => paired(real(field, widest * 2 ** -k)));
  const scale = Math.max(...values.map((value) => field.magnitude(value)));
  const { value, error } = richardson(
    field,
    values,
    2,
    values.map((_, k) => k + 1),
  );
  const digits = digitsOf(error, scale, most);
  if (!Number.isFinite(scale) || digits < 7) throw new Undefined("no weak limit is seen");
  return { value, digits, scale };
}

/** Real parts of the zeros in the variable, in rising order, of linear and quadratic denominators, and of what is divided by what is small. */
export function nearPoles<E>(
  scope: Scope<E>,
  expr: Expr,
  variable: Expr,
  small?: Expr,
): readonly E[] {
  const { field } = scope;
  const found = [...nodes(expr)]
    .flatMap((node) => sharpParts(node, small))
    .filter((part) => some(part, (inner) => inner === variable))
    .flatMap((part) => {
      const at = (x: number): E =>
        scalarOf(
          field,
          valueIn(bind(scope, [[variable, scalarValue(field, real(field, x))]]), part),
        );
      return zerosOf(field, at);
    });
  return [...new Set(found)].sort((a, b) => a - b).map((x) => real(field, x));
}

/** Denominators, and numerators above what is small. */
function sharpParts(node: Expr, small: Expr | undefined): readonly Expr[] {
  if (node.kind === "power")
    return node.exponent.kind === "num" && node.exponent.numerator < 0n ? [node.base] : [];
  if (node.kind !== "quotient") return [];
  return some(node.under, (part) => part === small) ? [node.under, node.over] : [node.under];
}

/** Of c + bx + ax², read off at −1, 0, 1 and seen again at 3. */
function zerosOf<E>(field: Field<E>, at: (x: number) => E): readonly number[] {
  const [left, middle, right, far] = [-1, 0, 1, 3].map(at) as [E, E, E, E];
  const half = field.rational(1n, 2n);
  const b = field.mul(half, field.sub(right, left));
  const a = field.sub(field.mul(half, field.add(right, left)), middle);
  const three = real(field, 3);
  const expected = field.add(middle, field.mul(three, field.add(b, field.mul(three, a))));
  const size = [left, middle, right, far].reduce((sum, value) => sum + field.magnitude(value), 0);
  if (field.magnitude(field.sub(far, expected)) > 1e-9 * size) return [];
  if (field.magnitude(a) < 1e-9 * size)
    return field.magnitude(b) < 1e-9 * size
      ? []
      : [field.toPair(field.neg(field.div(middle, b)))[0]];
  const root = field.func(
    "sqrt",
    [],
    [field.sub(field.mul(b, b), field.mul(real(field, 4), field.mul(a, middle)))],
  );
  const twice = field.add(a, a);
  return [root, field.neg(root)].map((one) => field.toPair(field.div(field.sub(one, b), twice))[0]);
}
