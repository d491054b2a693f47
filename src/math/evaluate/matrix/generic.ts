/** Unspecified matrices, operators, spinors and states: generic complex entries with the declared properties only. */

import type { Sym } from "../../expr/node";
import { add, join, multiply, unit } from "../contraction";
import { hasProperty } from "../given";
import { Beyond } from "../number/field";
import type { Scope } from "../scope";
import { operatorSpace, spaceByName } from "../spaces";
import { toss } from "../toss";
import { type Axis, tabulate, type Value } from "../value";
import { determinant, inverseOf } from "./inverse";
import { dagger } from "./involution";

export function genericMatrix<E>(scope: Scope<E>, sym: Sym, name: string): Value<E> {
  const own = scope.spaces.spaceOf(sym);
  const spaces = isPlaced(sym, own) ? [own] : anywhere(scope, own);
  const axes = (kind: Axis["kind"]): readonly Axis[] =>
    spaces.map((space) => ({ kind, space, size: scope.spaces.matrixSize(space) }) as Axis);
  if (sym.type === "spinor" || sym.type === "state") return entries(scope, sym, name, axes("row"));
  const any = entries(scope, sym, name, [...axes("row"), ...axes("column")]);
  const units = spaces.map((space) => unit(scope, space, scope.spaces.matrixSize(space)));
  return shaped(scope, sym, any, multiply(scope, units));
}

/** Every space of the formulas; among blocks only where there is no other. */
function anywhere<E>({ spaces }: Scope<E>, own: string): readonly string[] {
  if (spaces.everywhere) return spaces.everywhere;
  if (spaces.used.some((space) => space !== own && !/^\d+×\d+$/.test(space)))
    throw new Beyond("an operator beside blocks, of which it is not said what it acts on");
  return [own];
}

/** Its name, its role, or a matrix written out says where it acts. */
const isPlaced = (sym: Sym, own: string): boolean =>
  sym.role !== undefined || spaceByName(sym) !== operatorSpace || own !== operatorSpace;

/** One generic series or number for each entry. */
function entries<E>(scope: Scope<E>, sym: Sym, name: string, axes: readonly Axis[]): Value<E> {
  const { taylor } = scope;
  const on = taylor?.dependence(sym) ?? [];
  return tabulate(scope.field, axes, (at) => {
    const key = `${name}(${at.join(",")})`;
    const entry = scope.draw(key, sym.domain === "real" ? "real" : "complex");
    const varied = taylor && on.length > 0 ? taylor.generic(key, entry, on, "complex") : entry;
    const variable = sym.type === "spinor" ? taylor?.variablesOf(sym)?.[at[0] ?? 0] : undefined;
    return taylor && variable !== undefined ? taylor.perturb(varied, variable) : varied;
  });
}

const properties = [
  "hermitian",
  "antihermitian",
  "unitary",
  "symmetric",
  "antisymmetric",
  "traceless",
  "orthogonal",
  "projector",
  "invertible",
  "involution",
];

function shaped<E>(scope: Scope<E>, sym: Sym, any: Value<E>, one: Value<E>): Value<E> {
  const has = (property: string) => hasProperty(scope.given, sym, property);
  const { field } = scope;
  const minus = (value: Value<E>): Value<E> => ({
    ...value,
    entries: value.entries.map((e) => field.neg(e)),
  });
  const wanted = properties.filter(has);
  if (wanted.length > 1 && wanted.some((one) => one === "unitary" || one === "orthogonal"))
    throw new Beyond(`a matrix that is ${wanted.join(" and ")}`);
  let value = any;
  if (has("unitary")) value = cayley(scope, add(scope, [value, minus(dagger(scope, value))]), one);
  if (has("unitary") && has("special")) value = turned(scope, value, one);
  if (has("orthogonal")) {
    value = cayley(scope, add(scope, [value, minus(transposed(value))]), one);
    if (!has("special") && reflects(scope, sym.name)) value = reflected(scope, value, one);
  }
  if (has("hermitian")) value = add(scope, [value, dagger(scope, value)]);
  if (has("antihermitian")) value = add(scope, [value, minus(dagger(scope, value))]);
  if (has("symmetric")) value = add(scope, [value, transposed(value)]);
  if (has("antisymmetric")) value = add(scope, [value, minus(transposed(value))]);
  if (has("projector") || has("involution")) throw new Beyond("a matrix given as a projector");
  if (has("traceless")) value = withoutTrace(scope, value, one);
  return value;
}

/** Whether this sample of an orthogonal matrix has the determinant −1. */
export const reflects = <E>(scope: Scope<E>, name: string): boolean =>
  toss(scope, `${name} reflected`);

/** The first row or column turned round. */
const reflected = <E>(scope: Scope<E>, value: Value<E>, one: Value<E>): Value<E> => ({
  ...value,
  entries: value.entries.map((entry, n) =>
    (value.keys[n] ?? 0) % one.entries.length === 0 ? scope.field.neg(entry) : entry,
  ),
});

const transposed = <E>(value: Value<E>): Value<E> => ({
  ...value,
  axes: value.axes.map((axis) =>
    axis.kind === "row"
      ? { ...axis, kind: "column" }
      : axis.kind === "column"
        ? { ...axis, kind: "row" }
        : axis,
  ),
});

/** (1−K)(1+K)⁻¹, unitary for antihermitian K and orthogonal for antisymmetric K. */
export function cayley<E>(scope: Scope<E>, k: Value<E>, one: Value<E>): Value<E> {
  const { field } = scope;
  const below = add(scope, [one, k]);
  const above = add(scope, [one, { ...k, entries: k.entries.map((entry) => field.neg(entry)) }]);
  return join(scope, above, inverseOf(scope, below));
}

/** One column of a unitary matrix turned back by the phase of its determinant, which is then 1. */
function turned<E>(scope: Scope<E>, value: Value<E>, one: Value<E>): Value<E> {
  const [row, column, more] = value.axes;
  if (row?.kind !== "row" || column?.kind !== "column" || more)
    throw new Beyond("a matrix of determinant 1 that acts on several things");
  const [phase = scope.field.zero] = determinant(scope, value).entries;
  const back = scope.field.conj(phase);
  const size = one.entries.length;
  const entries = value.entries.map((entry, n) =>
    (value.keys[n] ?? 0) % size === 0 ? scope.field.mul(entry, back) : entry,
  );
  return { ...value, entries };
}

function withoutTrace<E>(scope: Scope<E>, value: Value<E>, one: Value<E>): Value<E> {
  const { field } = scope;
  const size = one.entries.length;
  let total = field.zero;
  const rowMajor = value.axes[0]?.kind === "row" || value.axes[0]?.kind === "column";
  if (!rowMajor) throw new Beyond("a traceless matrix with indices");
  value.keys.forEach((key, n) => {
    if (Math.floor(key / size) === key % size) total = field.add(total, value.entries[n] as E);
  });
  const mean = field.neg(field.mul(total, field.rational(1n, BigInt(size))));
  return add(scope, [value, { ...one, entries: one.entries.map(() => mean) }]);
}

export function identityMatrix<E>(scope: Scope<E>, sym: Sym): Value<E> {
  const named = sym.space && scope.spaces.used.includes(sym.space) ? sym.space : undefined;
  const space = named ?? scope.spaces.only;
  if (!space) return { axes: [], keys: [0], entries: [scope.field.one], scale: 1 };
  return unit(scope, space, scope.spaces.matrixSize(space));
}
