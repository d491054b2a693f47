/** Single letters: ladder operators by their modes, position and momentum by their components, other operators by their names. */
import type { Expr, Sym, Tensor } from "../../expr/node";
import { hasProperty } from "../given";
import { Beyond } from "../number/field";
import type { Scope } from "../scope";
import { labelKey } from "../symbolName";
import { placeholder } from "../tensor/generic";
import { withIndices } from "../tensor/indices";
import { bareAxis } from "../tensor/vector";
import { type Axis, scalarOf, scalarValue, sparse, type Value } from "../value";
import { times } from "./algebra";
import { type Element, eachValue } from "./element";
import { powerOf } from "./graded";
import { characterOf, type Letter } from "./letters";
import { normOf } from "./norms";
import { displacement } from "./states";

export function letterElement<E>(
  scope: Scope<E>,
  expr: Extract<Expr, { kind: "symbol" | "labelled" | "call" }>,
): Element<E> {
  const head = expr.kind === "call" ? expr.head : expr;
  const sym = head.kind === "labelled" ? head.head : head;
  if (sym.kind !== "symbol") throw new Beyond("a function of an operator");
  const labels = [
    ...(head.kind === "labelled" ? head.labels : []),
    ...(expr.kind === "call" ? expr.args : []),
  ];
  const shift = expr.kind === "call" ? displacement(scope, expr) : undefined;
  if (shift) return shift;
  if (labels.some((label) => scope.isOperator(label)))
    throw new Beyond("a function of an operator");
  if (expr.kind === "call" && sym.role !== undefined)
    throw new Beyond(`the operator ${sym.name} as a function`);
  const family = labels.map((label) => labelKey(scope, label)).join(",");
  if (sym.type === "three-vector") return components(scope, sym, family);
  return letterFor(scope, sym, family, labels[0]);
}

export function tensorElement<E>(scope: Scope<E>, node: Tensor): Element<E> {
  const { head, indices } = node;
  const sym = head.kind === "labelled" ? head.head : head;
  if (sym.kind !== "symbol") throw new Beyond("indices on an operator");
  const family =
    head.kind === "labelled" ? head.labels.map((label) => labelKey(scope, label)).join(",") : "";
  const place = (element: Element<E>): Element<E> =>
    eachValue(element, (value) => withIndices(scope, value, indices));
  const [index, ...more] = indices;
  if (sym.type === "three-vector" || (sym.role !== undefined && index?.space === "spatial"))
    return nonzero(place(components(scope, sym, family)));
  if (!index || more.length > 0) throw new Beyond("an operator with several indices");
  const axis: Axis = {
    kind: "index",
    name: placeholder(0),
    space: index.space,
    place: "up",
    size: scope.spaces.indexSize(index.space),
  };
  return nonzero(place(stacked(scope, axis, (n) => letterFor(scope, sym, joined(family, n)))));
}

/** A component counts like a label. */
const joined = (family: string, n: number): string => (family ? `${family},${n + 1}` : `${n + 1}`);

const nonzero = <E>(element: Element<E>): Element<E> =>
  new Map([...element].filter(([, value]) => value.entries.length > 0));

const components = <E>(scope: Scope<E>, sym: Sym, family: string): Element<E> =>
  stacked(scope, bareAxis(scope, "spatial"), (n) => letterFor(scope, sym, joined(family, n)));

/** One letter for each component. */
function stacked<E>(scope: Scope<E>, axis: Axis, component: (n: number) => Element<E>): Element<E> {
  const result = new Map<string, Value<E>>();
  for (let n = 0; n < axis.size; n++)
    for (const [word, value] of component(n))
      result.set(word, sparse(scope.field, [axis], [[[n], scalarOf(scope.field, value)]]));
  return result;
}

function letterFor<E>(scope: Scope<E>, sym: Sym, family: string, label?: Expr): Element<E> {
  const one = scalarValue(scope.field, powerOf(scope, sym.name));
  const of = (letter: Letter): Element<E> => new Map([[characterOf(scope.alphabet, letter), one]]);
  const plain = { mode: `${sym.name}[${family}]`, raised: false } as const;
  const { fermions, free } = scope.words ?? {};
  if (sym.grassmann && sym.role === undefined && sym.type === "scalar")
    return of({ sort: "grassmann", ...plain });
  if (sym.role === "lowering" || sym.role === "fermion-lowering")
    scope.alphabet.norms.set(plain.mode, normOf(scope, sym.name, label));
  if (sym.role === "fermion-lowering" || (sym.role === "lowering" && fermions?.has(sym.name)))
    return of({ sort: "fermion", ...plain });
  if (free?.has(sym.name)) return of({ sort: "free", ...plain, ...selfAdjoint(scope, sym) });
  switch (sym.role) {
    case "lowering":
      return of({ sort: "boson", ...plain });
    case "number-operator":
      return counting(scope, family);
    case "position-operator":
      return of({ sort: "position", mode: placeOf(sym, family), raised: false });
    case "momentum-operator":
      return of({ sort: "momentum", mode: placeOf(sym, family), raised: false });
    default:
      return of({ sort: "free", ...plain, ...selfAdjoint(scope, sym) });
  }
}

/** x̂ and p̂ or p̂_x belong together, ŷ and p̂_y, and so on. */
function placeOf(sym: Sym, family: string): string {
  const letter = /^[yz]|_[yz]/u.exec(sym.name.normalize("NFKD"))?.[0]?.slice(-1) ?? "x";
  return `${letter}[${family}]`;
}

const selfAdjoint = (scope: Pick<Scope<unknown>, "given">, sym: Sym): { own?: true } =>
  hasProperty(scope.given, sym, "hermitian") ? { own: true } : {};

/** a†a of the only lowering operator. */
function counting<E>(scope: Scope<E>, family: string): Element<E> {
  const [name, ...more] = new Set(scope.loweringNames);
  if (name === undefined || more.length > 0)
    throw new Beyond("a number operator among several modes");
  const sort = scope.words?.fermions.has(name) ? "fermion" : "boson";
  const one = scalarValue(scope.field, scope.field.one);
  const of = (raised: boolean): Element<E> =>
    new Map([[characterOf(scope.alphabet, { sort, mode: `${name}[${family}]`, raised }), one]]);
  return times(scope, of(true), of(false));
}
