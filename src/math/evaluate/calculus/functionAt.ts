/** The value of an undetermined function: independent numbers for the value and every derivative at a point. */
import type { Expr, Sym } from "../../expr/node";
import { domainOf, nameKey } from "../given";
import { Beyond } from "../number/field";
import { type Scope, valueIn } from "../scope";
import { labelledName } from "../symbolName";
import { monomials } from "../taylor/monomials";
import { everywhere } from "../taylor/plan";
import { genericTensor } from "../tensor/generic";
import { withIndices } from "../tensor/indices";
import { type Axis, sizeOf, tabulate, type Value } from "../value";
import { type Smooth, smoothFunction } from "./smooth";

export function functionAt<E>(
  scope: Scope<E>,
  head: Expr,
  args: readonly Expr[],
  order: number,
): Value<E> {
  if (head.kind === "primed") {
    if (scope.given.definitions.has(`call ${nameKey(head.head)} ${args.length}`))
      throw new Beyond("the derivative of a function that is given, by its argument");
    return functionAt(scope, head.head, args, order + head.order);
  }
  const entries = args.flatMap(
    (arg) => coordinatesNamed(scope, arg) ?? componentsOf(scope, valueIn(scope, arg)),
  );
  if (order > 0 && entries.length !== 1)
    throw new Beyond("a prime on a function of several variables");
  const sort = sortOf(scope, head);
  const value = tabulate(scope.field, sort.axes, (at) =>
    jetAt(
      scope,
      {
        key: `${sort.name}${at.length > 0 ? `(${at.join(",")})` : ""}`,
        domain: sort.domain,
        order,
      },
      entries,
    ),
  );
  return head.kind === "tensor" ? withIndices(scope, value, head.indices) : value;
}

/** x in φ(x) beside ∂_μ is the place, even where its letter alone says no more. */
function coordinatesNamed<E>(scope: Scope<E>, arg: Expr): readonly E[] | undefined {
  const { taylor } = scope;
  if (!taylor || arg.kind !== "symbol" || arg.type !== "scalar" || arg.name !== everywhere)
    return undefined;
  const { coordinates } = taylor.plan;
  if (coordinates.length === 0 || taylor.variablesOf(arg) || scope.bound.has(arg)) return undefined;
  return coordinates.map((variable, i) =>
    taylor.perturb(scope.draw(`place?(${i})`, "real"), variable),
  );
}

interface Sort {
  readonly name: string;
  readonly axes: readonly Axis[];
  readonly domain: "real" | "complex";
}

/** Name and components of what the function gives. */
function sortOf<E>(scope: Scope<E>, head: Expr): Sort {
  if (head.kind === "tensor") {
    const inner = sortOf(scope, head.head);
    const sym = symbolIn(head.head);
    const open = genericTensor(
      scope,
      { ...sym, type: "tensor" },
      "?",
      head.indices.map((index) => index.space),
    ).axes;
    return { ...inner, axes: [...open, ...inner.axes.filter((axis) => axis.kind !== "index")] };
  }
  const sym = symbolIn(head);
  const name = head.kind === "labelled" ? labelledName(scope, head) : sym.name;
  const domain =
    sym.type !== "function" && domainOf(scope.given, sym) === "complex" ? "complex" : "real";
  const wanted = sym.domain === "complex" ? "complex" : domain;
  return { name, axes: axesOf(scope, sym), domain: wanted };
}

function axesOf<E>(scope: Scope<E>, sym: Sym): readonly Axis[] {
  const space = scope.spaces.spaceOf(sym);
  const size = scope.spaces.matrixSize(space);
  switch (sym.type) {
    case "scalar":
    case "function":
    case "label":
    case "tensor":
      return [];
    case "four-vector":
      return genericTensor(scope, sym, "?", ["lorentz"], true).axes;
    case "three-vector":
      return genericTensor(scope, sym, "?", ["spatial"], true).axes;
    case "spinor":
    case "state":
      return [{ kind: "row", space, size }];
    case "matrix":
    case "operator":
      return [
        { kind: "row", space, size },
        { kind: "column", space, size },
      ];
  }
}

function symbolIn(head: Expr): Sym {
  if (head.kind === "symbol") return head;
  if (head.kind === "labelled") return head.head;
  if (head.kind === "tensor") return symbolIn(head.head);
  throw new Beyond("a function that is not a name");
}

/** All components of an argument, zeros included. */
function componentsOf<E>(scope: Scope<E>, value: Value<E>): readonly E[] {
  const size = sizeOf(value.axes);
  if (value.axes.filter((axis) => axis.kind !== "index").length > 1)
    throw new Beyond("a function of a matrix");
  const dense = new Array<E>(size).fill(scope.field.zero);
  value.keys.forEach((key, i) => {
    dense[key] = value.entries[i] as E;
  });
  return dense;
}

/** Σ F_α δ^α/α!, where the F_α belong to the function and the centre of its arguments. */
function jetAt<E>(scope: Scope<E>, jet: Smooth, args: readonly E[]): E {
  if (scope.analysed) return smoothFunction(scope, jet, args);
  const { taylor, field } = scope;
  const centres = taylor ? args.map((arg) => taylor.constant(arg)) : args;
  const place = centres.map((centre) => scope.keyOf(centre)).join(";");
  const rises = args.map((arg, i) => field.sub(arg, centres[i] as E));
  const alive = rises.map((rise) => !field.isZero(rise));
  const all = monomials(args.length, taylor?.plan.order ?? 0);
  let total = field.zero;
  for (const exponents of all.list) {
    if (exponents.some((exponent, v) => exponent > 0 && !alive[v])) continue;
    const raised = exponents.map((exponent) => exponent + jet.order);
    const hidden = raised.some((n) => n > 0) ? `|?${raised.join(",")}` : "";
    let term = scope.draw(`${jet.key}@?${place}${hidden}`, jet.domain);
    exponents.forEach((exponent, v) => {
      for (let n = 1; n <= exponent; n++)
        term = field.mul(term, field.mul(rises[v] as E, field.rational(1n, BigInt(n))));
    });
    total = field.add(total, term);
  }
  return total;
}
