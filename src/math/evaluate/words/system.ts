/** The rewriting of one sample: its letters, its relations, and the normal forms found so far. */
import { dagger, zero } from "../../expr/build";
import type { Expr, Sym } from "../../expr/node";
import { nodes as nodesOf, some } from "../../expr/walk";
import { hbarOf } from "../matrix/rotation";
import { Beyond, Undefined } from "../number/field";
import { bind, type Scope } from "../scope";
import { coordinate, strides, type Value } from "../value";
import { type Element, total } from "./element";
import { labelRange } from "./labels";
import type { Alphabet } from "./letters";
import { type Combination, include, type Rewriting } from "./normal";
import { completed } from "./relations";
import type { Relation } from "./stated";

const known = new WeakMap<Alphabet, Rewriting<unknown>>();

export function rewritingOf<E>(scope: Scope<E>): Rewriting<E> {
  const found = known.get(scope.alphabet) as Rewriting<E> | undefined;
  if (found) return found;
  const plain: Rewriting<E> = {
    math: scope,
    alphabet: scope.alphabet,
    hbar: hbarOf(scope),
    rules: [],
    known: new Map(),
  };
  known.set(scope.alphabet, plain as Rewriting<unknown>);
  const relations = (scope.words?.relations ?? []).flatMap((relation) =>
    instances(scope, relation),
  );
  const result =
    relations.length > 0
      ? completed(plain, relations, scope.words?.uncertain === undefined)
      : plain;
  known.set(scope.alphabet, result as Rewriting<unknown>);
  return result;
}

/** A relation and its adjoint, component by component, for every choice of its labels. */
function instances<E>(scope: Scope<E>, [left, right]: Relation): Combination<E>[] {
  const found: Combination<E>[] = [];
  for (const inner of choices(ungraded(scope), left, right))
    for (const sides of [[left, right] as const, [dagger(left), dagger(right)] as const]) {
      const element = difference(inner, sides);
      found.push(...componentsOf(scope, element));
    }
  return found;
}

/** Relations are homogeneous, so that they hold between the operators themselves. */
const ungraded = <E>(scope: Scope<E>): Scope<E> => ({
  ...scope,
  bound: new Map(),
  memo: new Map(),
  words: scope.words && { ...scope.words, grades: undefined },
});

function difference<E>(scope: Scope<E>, [left, right]: Relation): Element<E> {
  const { field } = scope;
  const negative = new Map(
    [...scope.element(scope, right)].map(([word, value]): [string, Value<E>] => [
      word,
      { ...value, entries: value.entries.map((entry) => field.neg(entry)) },
    ]),
  );
  return total(scope, [scope.element(scope, left), negative]);
}

/** Labels of a relation stand for every label the formulas have, but for the axes of space in [π_x, π_y] = ieħB. */
function choices<E>(scope: Scope<E>, left: Expr, right: Expr): readonly Scope<E>[] {
  const isAxis = (label: Sym): boolean =>
    /^[xyz]$/.test(label.name) && right !== zero && !some(right, (part) => part === label);
  const labels = new Set<Expr>();
  for (const node of nodesOf(left))
    if (node.kind === "labelled" && scope.isOperator(node))
      for (const label of node.labels)
        if (label.kind === "symbol" && !isAxis(label)) labels.add(label);
  let all: readonly Scope<E>[] = [scope];
  for (const label of labels)
    all = all.flatMap((inner) => labelRange(scope).map((value) => bind(inner, [[label, value]])));
  if (all.length > 200) throw new Undefined("budget");
  return all;
}

/** The numbers in front of the words, one combination for each component. */
function componentsOf<E>(scope: Scope<E>, element: Element<E>): Combination<E>[] {
  const found = new Map<string, Map<string, E>>();
  const { field } = scope;
  for (const [word, value] of element) {
    if (value.axes.some((axis) => axis.kind !== "index"))
      throw new Beyond("a relation with matrices");
    const steps = strides(value.axes);
    value.keys.forEach((key, i) => {
      const place = value.axes
        .map(
          (axis, at) =>
            `${axis.kind === "index" ? axis.name : ""}${coordinate(key, steps, value.axes, at)}`,
        )
        .sort()
        .join(",");
      const combination = found.get(place) ?? new Map<string, E>();
      found.set(place, combination);
      include(field, combination, word, value.entries[i] as E);
    });
  }
  return [...found.values()];
}
