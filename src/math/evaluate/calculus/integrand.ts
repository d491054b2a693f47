/** An integrand as a function of its variable: what does not vary is evaluated once, arithmetic is done without scopes. */
import { constant, minusOne } from "../../expr/build";
import type { Expr } from "../../expr/node";
import { children, some } from "../../expr/walk";
import { headKey } from "../given";
import { Undefined } from "../number/field";
import { moving, type Scope, valueIn } from "../scope";
import { scalarOf, scalarValue } from "../value";

type OfVariable<E> = (x: E) => E;

/** Multiply-adds that one step of arithmetic counts for. */
const step = 0.3;

/** The value at x; throws as the evaluation of the integrand would. */
export function integrandOf<E>(scope: Scope<E>, variable: Expr, integrand: Expr): OfVariable<E> {
  const { field } = scope;
  const constants = new Map<Expr, E>();

  const constant = (expr: Expr): OfVariable<E> => {
    return () => {
      const known = constants.get(expr) ?? scalarOf(field, valueIn(scope, expr), expected);
      constants.set(expr, known);
      return known;
    };
  };

  const general = (expr: Expr): OfVariable<E> => {
    const fixed = fixedParts(scope, variable, expr);
    const at = moving(scope, variable);
    return (x) => {
      const inner = at(scalarValue(field, x));
      for (const part of fixed) inner.memo.set(part, valueIn(scope, part));
      return scalarOf(field, valueIn(inner, expr), expected);
    };
  };

  const compiled = (expr: Expr): OfVariable<E> => {
    if (expr === variable) return (x) => x;
    if (isFixed(scope, variable, expr)) return constant(expr);
    switch (expr.kind) {
      case "sum": {
        if (expr.terms.some((term) => term.kind === "order")) return general(expr);
        const raised = exponentLessOne(expr);
        if (!raised) return gathered(expr.terms, (a, b) => field.add(a, b));
        const [sign, exponent] = [raised.sign, compiled(raised.exponent)];
        return (x) => lessOne(sign, exponent(x));
      }
      case "product":
        return expr.factors.some((factor) => scope.isOperator(factor))
          ? general(expr)
          : gathered(expr.factors, (a, b) => field.mul(a, b));
      case "quotient": {
        const [over, under] = [compiled(expr.over), compiled(expr.under)];
        return (x) => divided(over(x), under(x));
      }
      case "power":
        return powered(expr.base, expr.exponent) ?? general(expr);
      case "function": {
        const [argument, ...more] = expr.args;
        if (!argument || more.length > 0 || !isPlain(expr.name) || expr.parameters.length > 0)
          return general(expr);
        const inner = compiled(argument);
        return (x) => applied(expr.name === "ln" ? "log" : expr.name, inner(x));
      }
      default:
        return general(expr);
    }
  };

  const gathered = (parts: readonly Expr[], join: (a: E, b: E) => E): OfVariable<E> => {
    const [first, ...rest] = parts.map(compiled);
    if (!first) return () => field.zero;
    return (x) => {
      scope.spend(step * rest.length);
      let total = first(x);
      for (const part of rest) total = join(total, part(x));
      return total;
    };
  };

  /** ±(eᵘ − 1), which keeps its digits where u is small. */
  const lessOne = (sign: number, u: E): E => {
    scope.spend(step);
    const signed = (value: E): E => (sign < 0 ? field.neg(value) : value);
    if (field.magnitude(u) > 0.5) return signed(field.sub(applied("exp", u), field.one));
    const terms = field.kind === "digits" ? 36 : 14;
    let total = field.one;
    for (let n = terms; n > 1; n--)
      total = field.add(field.one, field.mul(total, field.mul(u, field.rational(1n, BigInt(n)))));
    return signed(field.mul(u, total));
  };

  const divided = (over: E, under: E): E => {
    scope.spend(step);
    if (field.isZero(under)) throw new Undefined("a pole");
    return field.div(over, under);
  };

  const applied = (name: string, at: E): E =>
    scalarOf(field, scope.apply(scope, name, [], [scalarValue(field, at)]));

  const powered = (base: Expr, exponent: Expr): OfVariable<E> | undefined => {
    if (base.kind === "constant" && base.name === "e") {
      const inner = compiled(exponent);
      return (x) => applied("exp", inner(x));
    }
    if (base.kind === "function" && base.name === "abs") return undefined;
    if (exponent.kind !== "num" || exponent.denominator !== 1n) return undefined;
    const whole = Number(exponent.numerator);
    if (Math.abs(whole) > 12) return undefined;
    const inner = compiled(base);
    return (x) => {
      scope.spend(step * Math.abs(whole));
      const value = inner(x);
      let total = field.one;
      for (let k = 0; k < Math.abs(whole); k++) total = field.mul(total, value);
      return whole < 0 ? divided(field.one, total) : total;
    };
  };

  return compiled(integrand);
}

/** e^u − 1 or 1 − e^u. */
function exponentLessOne(
  sum: Extract<Expr, { kind: "sum" }>,
): { readonly sign: number; readonly exponent: Expr } | undefined {
  const [first, second, ...more] = sum.terms;
  if (!first || !second || more.length > 0) return undefined;
  for (const [one, other] of [
    [first, second],
    [second, first],
  ] as const) {
    if (other.kind !== "num" || other.denominator !== 1n) continue;
    const raised = exponentOf(one);
    if (raised && other.numerator === -1n) return { sign: 1, exponent: raised };
    const [factor, power, ...rest] = one.kind === "product" ? one.factors : [];
    const negated =
      power && rest.length === 0 && factor === minusOne ? exponentOf(power) : undefined;
    if (negated && other.numerator === 1n) return { sign: -1, exponent: negated };
  }
  return undefined;
}

function exponentOf(node: Expr): Expr | undefined {
  if (node.kind === "power" && node.base === constant("e")) return node.exponent;
  return node.kind === "function" && node.name === "exp" && node.args.length === 1
    ? node.args[0]
    : undefined;
}

const expected = "a number to be integrated";

const isPlain = (name: string): boolean =>
  ["sqrt", "exp", "log", "ln", "sin", "cos", "tan", "sinh", "cosh", "tanh"].includes(name);

/** Made of numbers and of names that nothing ties to the variable. */
const isFixed = <E>(scope: Scope<E>, variable: Expr, expr: Expr): boolean =>
  !some(expr, (node) => node === variable || !isFree(scope, node));

/** The largest parts that do not vary and are more than a name or a number. */
const fixedParts = <E>(scope: Scope<E>, variable: Expr, expr: Expr): readonly Expr[] =>
  isBinding(expr)
    ? []
    : children(expr).flatMap((part) =>
        isFixed(scope, variable, part)
          ? children(part).length > 0
            ? [part]
            : []
          : fixedParts(scope, variable, part),
      );

/** Has variables of its own. */
const isBinding = ({ kind }: Expr): boolean =>
  ["integral", "series", "limit", "derivative", "bar"].includes(kind);

function isFree<E>(scope: Scope<E>, node: Expr): boolean {
  switch (node.kind) {
    case "dot":
    case "num":
    case "constant":
    case "sum":
    case "product":
    case "quotient":
    case "power":
    case "function":
      return true;
    case "symbol":
      return (
        ["scalar", "three-vector", "four-vector"].includes(node.type) &&
        !scope.given.definitions.has(headKey(node) ?? "") &&
        !scope.given.definitions.has(`tensor ${node.name} 1`) &&
        scope.shownArguments(node) === undefined
      );
    default:
      return false;
  }
}
