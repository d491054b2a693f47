/** Operators acting on what stands to their right: derivatives, ladder operators, position and momentum, and words of them. */
import { dagger } from "../../expr/build";
import type { Expr, Index, Involution, Sym, Tensor } from "../../expr/node";
import { differentiated } from "../calculus/derivative";
import { add, contractWithin, join, multiply } from "../contraction";
import { type Definition, headKey } from "../given";
import { inverseOf } from "../matrix/inverse";
import { hbarOf } from "../matrix/rotation";
import { Beyond } from "../number/field";
import { bind, freshName, type Scope, valueIn, within } from "../scope";
import { applied } from "../substitute";

import { along, stacked } from "../taylor/along";
import { mostTimes } from "../taylor/targets";
import { rotated } from "../tensor/contract";
import { carried } from "../tensor/defined";
import { contractRepeated } from "../tensor/indices";
import { bareAxis, named } from "../tensor/vector";
import {
  type Axis,
  bareName,
  isBare,
  isScalar,
  mapEntries,
  relabel,
  scalarOf,
  scaleBy,
  type Value,
} from "../value";
import { adjointOf } from "./adjoint";
import { modeVariables } from "./modes";
import { onQuanta } from "./quanta";

export function act<E>(scope: Scope<E>, expr: Expr, on: Value<E>): Value<E> {
  if (!scope.isOperator(expr)) return join(scope, valueIn(scope, expr), on);
  const defined = byDefinition(scope, expr, on);
  if (defined) return defined;
  switch (expr.kind) {
    case "derivative":
      if (expr.operand && !isOfDerivatives(expr.operand))
        throw new Beyond("the derivative of an operator");
      return differentiated(scope, expr, expr.operand ? act(scope, expr.operand, on) : on);
    case "symbol":
    case "labelled":
      return modeActs(scope, expr, undefined, on);
    case "tensor":
      return tensorActs(scope, expr, on);
    case "sum":
      return add(
        scope,
        expr.terms.map((term) => act(scope, term, on)),
      );
    case "product":
      return actInTurn(scope, expr.factors, on);
    case "quotient":
      if (scope.isOperator(expr.under)) throw new Beyond("division by an operator");
      return multiply(scope, [
        inverseOf(scope, valueIn(scope, expr.under)),
        act(scope, expr.over, on),
      ]);
    case "power":
      return powerActs(scope, expr.base, expr.exponent, on);
    case "bracket":
      return bracketActs(scope, expr.left, expr.right, expr.sort, on);
    case "involution":
      return adjointActs(scope, expr, on);
    case "dot":
      return dotActs(scope, expr.left, expr.right, on);
    case "cross":
      return crossActs(scope, expr.left, expr.right, on);
    case "call":
    case "function":
    case "primed":
      return functionActs(scope, expr, on);
    default:
      throw new Beyond(`an operator inside ${expr.kind}`);
  }
}

/** ∂_a∂_b without operand, one inside the other. */
const isOfDerivatives = (expr: Expr): boolean =>
  expr.kind === "derivative" && (expr.operand === undefined || isOfDerivatives(expr.operand));

/** The rightmost first; neighbours that are no operators are multiplied before they meet the rest. */
export function actInTurn<E>(scope: Scope<E>, factors: readonly Expr[], on: Value<E>): Value<E> {
  let result = on;
  let waiting: Expr[] = [];
  const flush = (): void => {
    if (waiting.length === 0) return;
    result = multiply(scope, [...waiting.map((factor) => valueIn(scope, factor)), result]);
    waiting = [];
  };
  for (const factor of [...factors].reverse()) {
    if (!scope.isOperator(factor)) waiting.unshift(factor);
    else {
      flush();
      result = act(scope, factor, result);
    }
  }
  flush();
  return result;
}

function powerActs<E>(scope: Scope<E>, base: Expr, exponent: Expr, on: Value<E>): Value<E> {
  const { field } = scope;
  if (base.kind === "constant" && base.name === "e")
    throw new Beyond("the exponential of an operator");
  const times = field.integer(scalarOf(field, valueIn(scope, exponent)));
  if (times === undefined || times < 0 || times > mostTimes)
    throw new Beyond("this power of an operator");
  let result = on;
  for (let n = 0; n < times; n++) result = act(scope, base, result);
  return result;
}

function bracketActs<E>(
  scope: Scope<E>,
  left: Expr,
  right: Expr,
  sort: "commutator" | "anticommutator" | "poisson",
  on: Value<E>,
): Value<E> {
  if (sort === "poisson") throw new Beyond("Poisson brackets");
  const { field } = scope;
  const forth = act(scope, left, act(scope, right, on));
  const back = act(scope, right, act(scope, left, on));
  return add(scope, [
    forth,
    sort === "commutator" ? scaleBy(field, field.neg(field.one), back) : back,
  ]);
}

/** Bare axis of the result of a vector operator, under a name of its own. */
function vectorActs<E>(
  scope: Scope<E>,
  expr: Expr,
  on: Value<E>,
): { value: Value<E>; name: string } {
  const name = freshName(scope);
  return { value: named(act(scope, expr, on), name), name };
}

/** The dagger of a word is moved inside; a† itself multiplies by the variable of its mode. */
function adjointActs<E>(scope: Scope<E>, expr: Involution, on: Value<E>): Value<E> {
  const { operand } = expr;
  const sym = operand.kind === "labelled" ? operand.head : operand;
  const key = headKey(operand);
  if (
    expr.sort === "dagger" &&
    sym.kind === "symbol" &&
    sym.role === "lowering" &&
    !(key && scope.given.definitions.has(key))
  ) {
    const shifted = onQuanta(scope, "lowering", true, on);
    if (shifted) return shifted;
    const [variable] = modeVariables(scope, operand, sym);
    if (variable === undefined) throw new Beyond(`the operator ${sym.name}†`);
    return timesVariable(scope, on, variable);
  }
  if (key && scope.given.definitions.has(key)) return adjointOfDefinition(scope, key, operand, on);
  const inner = adjointOf(expr);
  if (inner === expr) throw new Beyond("the adjoint of this operator");
  return act(scope, inner, on);
}

function adjointOfDefinition<E>(
  scope: Scope<E>,
  key: string,
  operand: Expr,
  on: Value<E>,
): Value<E> {
  const [definition] = scope.given.definitions.get(key) ?? [];
  const application = definition && applied(definition, operand);
  if (!application || application.indices.length > 0)
    throw new Beyond("the adjoint of a defined operator");
  const inner = bind(
    within(scope, key),
    application.bindings.map(([formal, given]) => [formal, valueIn(scope, given)] as const),
  );
  return act(inner, adjointOf(dagger(application.body) as Involution), on);
}

function dotActs<E>(scope: Scope<E>, left: Expr, right: Expr, on: Value<E>): Value<E> {
  const carried = freshName(scope);
  const inner = vectorActs(scope, right, renamed(on, bareName, carried));
  const outer = vectorActs(scope, left, inner.value);
  const i = axisAt(outer.value, inner.name);
  const k = axisAt(outer.value, outer.name);
  return renamed(contractWithin(scope, outer.value, i, k), carried, bareName);
}

/** The components of what is acted on stand aside: (A·∇)B is a vector with the components of B. */
const renamed = <E>(value: Value<E>, from: string, to: string): Value<E> =>
  relabel(value, (axis) =>
    axis.kind === "index" && axis.name === from ? { ...axis, name: to } : axis,
  );

function crossActs<E>(scope: Scope<E>, left: Expr, right: Expr, on: Value<E>): Value<E> {
  const inner = vectorActs(scope, right, on);
  const outer = vectorActs(scope, left, inner.value);
  return rotated(scope, outer.value, outer.name, inner.name);
}

const axisAt = (value: Value<unknown>, name: string): number =>
  value.axes.findIndex((axis) => axis.kind === "index" && axis.name === name);

/** D_μ and the like, where a premise says what they are. */
function byDefinition<E>(scope: Scope<E>, expr: Expr, on: Value<E>): Value<E> | undefined {
  const key = headKey(expr);
  const vectorKey = expr.kind === "symbol" ? `tensor ${expr.name} 1` : undefined;
  const own = key ? scope.given.definitions.get(key) : undefined;
  if (key && own)
    return definitionActs(
      scope,
      key,
      own,
      expr,
      expr.kind === "tensor" ? expr.indices : undefined,
      on,
    );
  const components = vectorKey ? scope.given.definitions.get(vectorKey) : undefined;
  const head = components?.[0]?.head;
  if (!vectorKey || !components || head?.kind !== "tensor") return undefined;
  const [index] = head.indices;
  if (!index) return undefined;
  const name = freshName(scope);
  const result = definitionActs(
    scope,
    vectorKey,
    components,
    head,
    [{ ...index, name, place: "up" }],
    on,
  );
  if (!result) return undefined;
  return relabel(
    result,
    (axis): Axis => (axis.kind === "index" && axis.name === name ? { ...axis, name: "•" } : axis),
  );
}

function definitionActs<E>(
  scope: Scope<E>,
  key: string,
  definitions: readonly Definition[],
  expr: Expr,
  indices: readonly Index[] | undefined,
  on: Value<E>,
): Value<E> | undefined {
  for (const definition of definitions) {
    const application = applied(definition, expr);
    if (!application) continue;
    const inner = bind(
      within(scope, key),
      application.bindings.map(([formal, given]) => [formal, valueIn(scope, given)] as const),
    );
    const { hidden, names } = hideIndices(scope, on);
    const result = act(inner, application.body, hidden);
    const placed = indices ? carried(scope, result, application.indices, indices) : result;
    return contractRepeated(scope, showIndices(placed, names));
  }
  return undefined;
}

/** Open indices of the operand under names that the definition cannot catch. */
function hideIndices<E>(
  scope: Scope<E>,
  on: Value<E>,
): { hidden: Value<E>; names: ReadonlyMap<string, string> } {
  const names = new Map<string, string>();
  const hidden = relabel(on, (axis): Axis => {
    if (axis.kind !== "index" || isBare(axis)) return axis;
    const name = freshName(scope);
    names.set(name, axis.name);
    return { ...axis, name };
  });
  return { hidden, names };
}

const showIndices = <E>(value: Value<E>, names: ReadonlyMap<string, string>): Value<E> =>
  relabel(
    value,
    (axis, i): Axis =>
      axis.kind === "index" && names.has(axis.name)
        ? { ...axis, name: `${names.get(axis.name)}#${i}` }
        : axis,
  );

function tensorActs<E>(scope: Scope<E>, node: Tensor, on: Value<E>): Value<E> {
  const { head, indices } = node;
  if (indices.length !== 1 || !indices[0]) throw new Beyond("an operator with these indices");
  const { hidden, names } = hideIndices(scope, on);
  const vector =
    head.kind === "symbol" || head.kind === "labelled"
      ? modeActs(scope, head, indices[0], hidden)
      : act(scope, head, hidden);
  const at = vector.axes.findIndex(isBare);
  const axis = vector.axes[at];
  if (axis?.kind !== "index") return contractRepeated(scope, showIndices(vector, names));
  const formal: Index = { name: "•", space: axis.space, place: "up" };
  return contractRepeated(scope, showIndices(carried(scope, vector, [formal], indices), names));
}

/** a, N, x̂ and p̂ on polynomials in their own variables. */
function modeActs<E>(
  scope: Scope<E>,
  expr: Extract<Expr, { kind: "symbol" | "labelled" }>,
  index: Index | undefined,
  on: Value<E>,
): Value<E> {
  const sym: Sym = expr.kind === "labelled" ? expr.head : expr;
  const variables = modeVariables(scope, expr, sym);
  const vector = sym.type === "three-vector" || index !== undefined;
  const single = (work: (variable: number) => Value<E>): Value<E> => {
    if (vector) return stacked(variables.map(work), bareAxis(scope, "spatial"));
    const [only] = variables;
    if (only === undefined) throw new Beyond(`the operator ${sym.name}`);
    return work(only);
  };
  const { field } = scope;
  const shifted = onQuanta(scope, sym.role, false, on);
  if (shifted) return shifted;
  switch (sym.role) {
    case "lowering":
      return single((v) => along(scope, on, v));
    case "number-operator":
      return single((v) => timesVariable(scope, along(scope, on, v), v));
    case "position-operator":
      return single((v) => timesVariable(scope, on, v));
    case "momentum-operator": {
      const factor = field.neg(field.mul(field.i, hbarOf(scope)));
      return single((v) => scaleBy(field, factor, along(scope, on, v)));
    }
    default:
      throw new Beyond(`the operator ${sym.name}`);
  }
}

/** Multiplication by the variable itself. */
function timesVariable<E>(scope: Scope<E>, on: Value<E>, variable: number): Value<E> {
  const { taylor, field } = scope;
  if (!taylor) throw new Beyond("an operator here");
  const own = taylor.perturb(scope.draw(`mode variable ?${variable}`, "real"), variable);
  return mapEntries(field, on, (entry) => field.mul(own, entry));
}

/** V(x̂): multiplication by V at the variables of x̂. */
function functionActs<E>(
  scope: Scope<E>,
  expr: Extract<Expr, { kind: "call" | "function" | "primed" }>,
  on: Value<E>,
): Value<E> {
  const args = argumentsOf(expr).filter((arg) => scope.isOperator(arg));
  if (args.length === 0) throw new Beyond("a function of this operator");
  const one: Value<E> = { axes: [], keys: [0], entries: [scope.field.one], scale: 1 };
  const bindings = args.map((arg) => {
    if (!multiplies(scope, arg)) throw new Beyond("a function of this operator");
    return [arg, act(scope, arg, one)] as const;
  });
  const inner = { ...bind(scope, bindings), memo: new Map(bindings) };
  return join(scope, scope.interpret(inner, expr), on);
}

function argumentsOf(expr: Expr): readonly Expr[] {
  if (expr.kind === "primed") return argumentsOf(expr.head);
  return expr.kind === "call" || expr.kind === "function" ? expr.args : [];
}

/** Built from position operators and numbers only. */
function multiplies<E>(scope: Scope<E>, expr: Expr): boolean {
  if (!scope.isOperator(expr)) return isScalar(valueIn(scope, expr));
  const key = headKey(expr);
  if (key && scope.given.definitions.has(key)) return false;
  switch (expr.kind) {
    case "symbol":
      return expr.role === "position-operator";
    case "labelled":
      return expr.head.role === "position-operator";
    case "sum":
      return expr.terms.every((term) => multiplies(scope, term));
    case "product":
      return expr.factors.every((factor) => multiplies(scope, factor));
    case "power":
      return multiplies(scope, expr.base);
    case "quotient":
      return multiplies(scope, expr.over) && multiplies(scope, expr.under);
    case "dot":
      return multiplies(scope, expr.left) && multiplies(scope, expr.right);
    default:
      return false;
  }
}
