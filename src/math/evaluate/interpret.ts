/** The value of every kind of node: a table of what the rooms of the evaluator do. */
import type { Expr } from "../expr/node";
import { barValue } from "./calculus/bar";
import { callValue, primedValue } from "./calculus/call";
import { derivativeValue } from "./calculus/derivative";
import { integralValue } from "./calculus/integral";
import { limitValue } from "./calculus/limit";
import { remembered } from "./calculus/remembered";
import { seriesValue } from "./calculus/series";
import { wedgeValue } from "./forms/values";
import { matrixValue, tupleValue } from "./matrix/explicit";
import { involutionValue } from "./matrix/involution";
import { traceValue } from "./matrix/trace";
import { Beyond } from "./number/field";
import { bracketValue, productValue } from "./product";
import { casesValue } from "./scalar/cases";
import { functionValue } from "./scalar/function";
import { constantValue, numberValue } from "./scalar/number";
import { powerValue } from "./scalar/power";
import { unitValue } from "./scalar/unit";
import type { Scope } from "./scope";
import { expectationValue } from "./states/expectation";
import { braValue, ketValue } from "./states/ket";
import { tensorProductValue } from "./states/tensorProduct";
import { quotientValue, sumValue } from "./sum";
import { labelledValue, symbolValue } from "./symbol";
import { crossValue, dotValue, slashValue } from "./tensor/contract";
import { tensorValue } from "./tensor/tensor";
import type { Value } from "./value";

export function interpret<E>(scope: Scope<E>, node: Expr): Value<E> {
  switch (node.kind) {
    case "num":
      return numberValue(scope, node);
    case "constant":
      return constantValue(scope, node.name);
    case "symbol":
      return symbolValue(scope, node);
    case "labelled":
      return labelledValue(scope, node);
    case "tensor":
      return tensorValue(scope, node);
    case "sum":
      return sumValue(scope, node);
    case "product":
      return productValue(scope, node);
    case "quotient":
      return quotientValue(scope, node);
    case "power":
      return powerValue(scope, node);
    case "function":
      return functionValue(scope, node);
    case "slash":
      return slashValue(scope, node);
    case "dot":
      return dotValue(scope, node);
    case "cross":
      return crossValue(scope, node);
    case "bracket":
      return bracketValue(scope, node);
    case "derivative":
      return derivativeValue(scope, node);
    case "call":
      return callValue(scope, node);
    case "primed":
      return primedValue(scope, node);
    case "involution":
      return involutionValue(scope, node);
    case "trace":
      return traceValue(scope, node);
    case "matrix":
      return matrixValue(scope, node);
    case "tuple":
      return tupleValue(scope, node);
    case "cases":
      return casesValue(scope, node);
    case "bar":
      return barValue(scope, node);
    case "limit":
      return remembered(scope, node, (at) => limitValue(at, node));
    case "series":
      return remembered(scope, node, (at) => seriesValue(at, node));
    case "integral":
      return remembered(scope, node, (at) => integralValue(at, node));
    case "ket":
      return ketValue(scope, node);
    case "bra":
      return braValue(scope, node);
    case "expectation":
      return expectationValue(scope, node);
    case "tensor-product":
      return tensorProductValue(scope, node);
    case "wedge":
      return wedgeValue(scope, node);
    case "ordered":
      throw new Beyond(`${node.sort} ordering`);
    case "unit":
      return unitValue(scope, node);
    case "order":
      throw new Beyond("a remainder by itself");
    case "plus-minus":
      throw new Beyond("± without a choice of sign");
    case "opaque":
      throw new Beyond(node.what);
    case "hole":
      throw new Beyond("something that was not read");
  }
}
