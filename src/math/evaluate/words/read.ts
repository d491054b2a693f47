/** A formula as an element of the algebra of its operators. */
import { num } from "../../expr/build";
import type { Bracket, Cases, Expr, Func, Involution, Power } from "../../expr/node";
import { inverseOf } from "../matrix/inverse";
import { dagger } from "../matrix/involution";
import { Beyond, Undefined } from "../number/field";
import { satisfied } from "../scalar/cases";
import { wholePower } from "../scalar/power";
import { freshName, type Scope, valueIn } from "../scope";
import { rotated } from "../tensor/contract";
import { named } from "../tensor/vector";
import { isScalar, scalarOf, scalarValue, type Value } from "../value";
import { adjointOf } from "./adjoint";
import { minus, numberOf, times } from "./algebra";
import { average } from "./average";
import { integralElement } from "./berezin";
import { definitionsOf } from "./definitions";
import { type Element, eachValue, ofValue, total } from "./element";
import { exponential, ofFunction } from "./exponential";
import { letterElement, tensorElement } from "./known";
import { letterOf } from "./letters";
import { orderedElement } from "./ordered";
import { seriesElement } from "./series";
import { braElement, ketElement } from "./states";

export function elementOf<E>(scope: Scope<E>, expr: Expr): Element<E> {
  if (!scope.isOperator(expr)) return ofValue(valueIn(scope, expr));
  const defined = definitionsOf(scope, expr);
  if (defined) return defined;
  switch (expr.kind) {
    case "symbol":
    case "labelled":
    case "call":
      return letterElement(scope, expr);
    case "tensor":
      return tensorElement(scope, expr);
    case "sum":
      return total(
        scope,
        expr.terms.map((term) => elementOf(scope, term)),
      );
    case "product":
      return expr.factors
        .map((factor) => elementOf(scope, factor))
        .reduce((a, b) => times(scope, a, b));
    case "quotient":
      return times(
        scope,
        ofValue(inverseOf(scope, numberIn(scope, expr.under))),
        elementOf(scope, expr.over),
      );
    case "power":
      return powerElement(scope, expr);
    case "bracket":
      return bracketElement(scope, expr);
    case "involution":
      return involutionElement(scope, expr);
    case "dot":
      return dotted(scope, elementOf(scope, expr.left), elementOf(scope, expr.right));
    case "cross":
      return crossed(scope, elementOf(scope, expr.left), elementOf(scope, expr.right));
    case "function":
      return functionElement(scope, expr);
    case "series":
      return seriesElement(scope, expr);
    case "integral":
      return integralElement(scope, expr);
    case "ket":
      return ketElement(scope, expr.labels);
    case "bra":
      return braElement(scope, expr.labels);
    case "expectation":
      return average(scope, expr);
    case "ordered":
      return orderedElement(scope, expr);
    case "cases":
      return casesElement(scope, expr);
    default:
      throw new Beyond(`an operator inside ${expr.kind}`);
  }
}

const numberIn = <E>(scope: Scope<E>, expr: Expr): Value<E> => numberOf(elementOf(scope, expr));

function casesElement<E>(scope: Scope<E>, { branches }: Cases): Element<E> {
  const found = branches.find(({ condition }) => !condition || satisfied(scope, condition));
  if (!found) throw new Undefined("no case applies");
  return elementOf(scope, found.value);
}

function powerElement<E>(scope: Scope<E>, { base, exponent }: Power): Element<E> {
  const { field } = scope;
  if (base.kind === "constant" && base.name === "e")
    return exponential(scope, elementOf(scope, exponent));
  if (base.kind === "function" && base.name === "abs" && exponent === num(2) && base.args[0]) {
    const inner = numberIn(scope, base.args[0]);
    if (!isScalar(inner)) throw new Beyond("the modulus of something with components");
    return times(scope, ofValue(inner), ofValue(dagger(scope, inner)));
  }
  const own = elementOf(scope, base);
  const count = field.integer(scalarOf(field, valueIn(scope, exponent)));
  if (count === undefined) throw new Beyond("this power of an operator");
  if (count < 0) return ofValue(wholePower(scope, numberOf(own), count));
  if (count > 12) throw new Beyond("this power of an operator");
  const vector = [...own.values()].some((value) =>
    value.axes.some((axis) => axis.kind === "index"),
  );
  if (vector && count !== 2) throw new Beyond("this power of a vector operator");
  if (vector) return dotted(scope, own, own);
  let result: Element<E> = ofValue(scalarValue(field, field.one));
  for (let n = 0; n < count; n++) result = times(scope, result, own);
  return result;
}

function bracketElement<E>(scope: Scope<E>, { left, right, sort }: Bracket): Element<E> {
  if (sort === "poisson") throw new Beyond("Poisson brackets of operators");
  const [a, b] = [elementOf(scope, left), elementOf(scope, right)];
  const back = times(scope, b, a);
  return total(scope, [times(scope, a, b), sort === "commutator" ? minus(scope, back) : back]);
}

function involutionElement<E>(scope: Scope<E>, node: Involution): Element<E> {
  const inner = elementOf(scope, node.operand);
  if (node.sort === "dagger") return adjointOf(scope, inner);
  const numbers = [...inner.keys()].every((word) =>
    [...word].every((letter) => letterOf(scope.alphabet, letter).sort === "grassmann"),
  );
  if (numbers && node.sort !== "transpose") return adjointOf(scope, inner);
  throw new Beyond(`the ${node.sort} of an operator`);
}

function dotted<E>(scope: Scope<E>, left: Element<E>, right: Element<E>): Element<E> {
  const name = freshName(scope);
  const under = (element: Element<E>) => eachValue(element, (value) => named(value, name));
  return times(scope, under(left), under(right));
}

function crossed<E>(scope: Scope<E>, left: Element<E>, right: Element<E>): Element<E> {
  const [first, second] = [freshName(scope), freshName(scope)];
  const joined = times(
    scope,
    eachValue(left, (value) => named(value, first)),
    eachValue(right, (value) => named(value, second)),
  );
  return eachValue(joined, (value) => rotated(scope, value, first, second));
}

function functionElement<E>(scope: Scope<E>, node: Func): Element<E> {
  const args = node.args.map((argument) => elementOf(scope, argument));
  const [only] = args;
  if (args.every((element) => [...element.keys()].every((word) => word === "")))
    return ofValue(
      scope.apply(
        scope,
        node.name,
        node.parameters.map((parameter) => valueIn(scope, parameter)),
        args.map(numberOf),
      ),
    );
  if (!only || args.length > 1) throw new Beyond(`${node.name} of an operator`);
  return ofFunction(scope, node.name, only);
}
