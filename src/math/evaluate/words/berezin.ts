/** Berezin's integral over Grassmann numbers: the coefficient of the variable, moved to the left. */
import type { Expr, Integral } from "../../expr/node";
import { Beyond } from "../number/field";
import type { Scope } from "../scope";
import { minus } from "./algebra";
import { type Element, total } from "./element";
import { isGrassmann } from "./isLetter";
import { letterOf } from "./letters";
import { overMomenta } from "./momenta";

/** ∫dθ dη f: the inner integral stands next to the integrand. */
export function integralElement<E>(scope: Scope<E>, node: Integral): Element<E> {
  const [measure, ...inner] = node.measures;
  if (!measure) return scope.element(scope, node.integrand);
  const rest = (at: Scope<E>): Element<E> => integralElement(at, { ...node, measures: inner });
  const { variable } = measure;
  const head = variable.kind === "labelled" ? variable.head : variable;
  if (head.kind !== "symbol" || !isGrassmann(head)) return overMomenta(scope, measure, rest);
  if (measure.lower || measure.upper || measure.power || measure.sort !== "plain")
    throw new Beyond("an integral over Grassmann numbers between ends");
  return coefficientOf(scope, variableOf(scope, measure.variable), rest(scope));
}

function variableOf<E>(scope: Scope<E>, variable: Expr): string {
  const [letter, ...more] = scope.isOperator(variable) ? scope.element(scope, variable).keys() : [];
  if (
    letter === undefined ||
    more.length > 0 ||
    letterOf(scope.alphabet, letter).sort !== "grassmann"
  )
    throw new Beyond("an integral of operators");
  return letter;
}

function coefficientOf<E>(scope: Scope<E>, variable: string, element: Element<E>): Element<E> {
  const parts: Element<E>[] = [];
  for (const [word, value] of element) {
    const place = word.indexOf(variable);
    if (place < 0) continue;
    const before = [...word.slice(0, place)].filter((letter) => {
      const { sort } = letterOf(scope.alphabet, letter);
      return sort === "grassmann" || sort === "fermion";
    }).length;
    const rest: Element<E> = new Map([[word.slice(0, place) + word.slice(place + 1), value]]);
    parts.push(before % 2 === 0 ? rest : minus(scope, rest));
  }
  return total(scope, parts);
}
