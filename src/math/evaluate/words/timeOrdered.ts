/** Time ordering: what is later stands to the left, with a sign for every exchange of two fermions. */
import type { Expr } from "../../expr/node";
import { some } from "../../expr/walk";
import { Beyond, Undefined } from "../number/field";
import { type Scope, valueIn } from "../scope";
import { component, isScalar, scalarOf } from "../value";
import { minus, times } from "./algebra";
import { type Element, ofValue, total } from "./element";
import { letterOf } from "./letters";

/** An operator at its time, or a number. */
interface Event<E> {
  readonly element: Element<E>;
  readonly time: number | undefined;
  readonly odd: boolean;
}

export function timeOrdered<E>(scope: Scope<E>, operand: Expr): Element<E> {
  return total(
    scope,
    expanded(operand).map((factors) => ofProduct(scope, factors)),
  );
}

/** Sums and whole powers multiplied out, down to single factors. */
function expanded(expr: Expr): readonly (readonly Expr[])[] {
  switch (expr.kind) {
    case "sum":
      return expr.terms.flatMap(expanded);
    case "product":
      return expr.factors
        .map(expanded)
        .reduce((all, next) => all.flatMap((a) => next.map((b) => [...a, ...b])), [[]]);
    case "power": {
      const count = expr.exponent.kind === "num" ? Number(expr.exponent.numerator) : 0;
      if (!Number.isInteger(count) || count < 2 || count > 4) return [[expr]];
      return new Array<readonly (readonly Expr[])[]>(count)
        .fill(expanded(expr.base))
        .reduce((all, next) => all.flatMap((a) => next.map((b) => [...a, ...b])), [[]]);
    }
    default:
      return [[expr]];
  }
}

function ofProduct<E>(scope: Scope<E>, factors: readonly Expr[]): Element<E> {
  const events = factors.map((factor): Event<E> => eventOf(scope, factor));
  let odd = false;
  for (let i = 1; i < events.length; i++)
    for (let k = i; k > 0; k--) {
      const [a, b] = [events[k - 1], events[k]] as [Event<E>, Event<E>];
      if (a.time === undefined || b.time === undefined ? a.time === undefined : a.time >= b.time)
        break;
      [events[k - 1], events[k]] = [b, a];
      if (a.odd && b.odd) odd = !odd;
    }
  const result = events.map(({ element }) => element).reduce((a, b) => times(scope, a, b));
  return odd ? minus(scope, result) : result;
}

function eventOf<E>(scope: Scope<E>, factor: Expr): Event<E> {
  if (!scope.isOperator(factor))
    return { element: ofValue(valueIn(scope, factor)), time: undefined, odd: false };
  if (some(factor, mayAnticommute))
    throw new Beyond("time ordering of fields that may anticommute");
  const element = scope.element(scope, factor);
  const odd = [...element.keys()].some((word) =>
    [...word].some((letter) => {
      const { sort } = letterOf(scope.alphabet, letter);
      return sort === "fermion" || sort === "grassmann";
    }),
  );
  return { element, time: timeOf(scope, factor), odd };
}

/** Spinors, of which nothing says how they change places. */
const mayAnticommute = (node: Expr): boolean =>
  node.kind === "symbol" &&
  node.role === undefined &&
  (node.type === "spinor" || /^[ψΨχη]/u.test(node.name));

/** x⁰ of φ(x), t of A(t). */
function timeOf<E>(scope: Scope<E>, factor: Expr): number {
  const { field } = scope;
  const inner = factor.kind === "involution" ? factor.operand : factor;
  const args = inner.kind === "call" ? inner.args : [];
  const event = args.find((arg) => valueIn(scope, arg).axes[0]?.kind === "index");
  const four = event && valueIn(scope, event);
  const axis = four?.axes[0];
  const lone = args.length === 1 ? args[0] : args.find(isTime);
  const time =
    four && axis?.kind === "index" && axis.space === "lorentz"
      ? component(four, 0, 0)
      : lone && isTime(lone)
        ? valueIn(scope, lone)
        : undefined;
  if (!time || !isScalar(time)) throw new Beyond("operators at no time under time ordering");
  if (field.kind === "prime") throw new Beyond("an order of times in exact arithmetic");
  const [re] = field.toPair(scalarOf(field, time));
  if (Number.isNaN(re)) throw new Undefined("not a number");
  return re;
}

const isTime = (arg: Expr): boolean => {
  const head = arg.kind === "labelled" ? arg.head : arg;
  return head.kind === "symbol" && head.type === "scalar" && /^[tτ]/u.test(head.name);
};
