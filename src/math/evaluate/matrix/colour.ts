/** SU(N): generators, structure constants, and the constants N, C_F, C_A, T_F they define. */
import type { Sym } from "../../expr/node";
import { add, contractWithin, join } from "../contraction";
import { fixture } from "../fixture";
import type { Scope } from "../scope";
import { adjoint, colour } from "../spaces";
import { placeholder } from "../tensor/generic";
import {
  type Axis,
  coordinate,
  relabel,
  scalarValue,
  scaleBy,
  sparse,
  strides,
  type Value,
} from "../value";
import { adjointWeights, cached } from "./generators";

/** T^a in the fundamental representation, Tr T^aT^b = ½δ^{ab}. */
export const generator = <E>(scope: Scope<E>, space = colour): Value<E> =>
  fixture(scope, `T ${scope.world.colours} ${space}`, () => generators(scope, space));

/** (T_A^a)_{bc} = −i f^{abc}, the columns weighted as a sum over c is. */
export const adjointGenerator = <E>(scope: Scope<E>): Value<E> =>
  fixture(scope, `T_A ${scope.world.colours}`, () => {
    const { field } = scope;
    const f = structure(scope, "f");
    const weights = adjointWeights(scope.world.colours);
    const steps = strides(f.axes);
    const size = weights.length;
    return {
      ...f,
      axes: [
        f.axes[0] as Axis,
        { kind: "row", space: adjoint, size },
        { kind: "column", space: adjoint, size },
      ],
      entries: f.entries.map((entry, n) => {
        const [over, under] = weights[coordinate(f.keys[n] as number, steps, f.axes, 2)] ?? [1, 1];
        const weight = field.rational(BigInt(-over), BigInt(under));
        return field.mul(field.mul(field.i, weight), entry);
      }),
    };
  });

function generators<E>(scope: Scope<E>, space: string): Value<E> {
  const { field } = scope;
  const n = scope.world.colours;
  const axes: Axis[] = [
    { kind: "index", name: placeholder(0), space: "adjoint", place: "up", size: n * n - 1 },
    { kind: "row", space, size: n },
    { kind: "column", space, size: n },
  ];
  const number = (re: number, im: number, under: number): E =>
    field.add(
      field.rational(BigInt(re), BigInt(under)),
      field.mul(field.i, field.rational(BigInt(im), BigInt(under))),
    );
  return sparse(
    field,
    axes,
    cached(n).flatMap(({ entries, under }, a) =>
      entries
        .filter(([, , re, im]) => re !== 0 || im !== 0)
        .map(([row, column, re, im]) => [[a, row, column], number(re, im, under)] as const),
    ),
  );
}

/** f^{abc} = −2i Tr([T^a,T^b]T^c), d^{abc} = 2 Tr({T^a,T^b}T^c). */
export const structure = <E>(scope: Scope<E>, sort: "f" | "d"): Value<E> =>
  fixture(scope, `${sort} ${scope.world.colours}`, () => constants(scope, sort));

function constants<E>(scope: Scope<E>, sort: "f" | "d"): Value<E> {
  const { field } = scope;
  const t = (i: number) =>
    relabel(generator(scope), (axis) =>
      axis.kind === "index" ? { ...axis, name: placeholder(i) } : axis,
    );
  const [a, b, c] = [t(0), t(1), t(2)];
  const ab = join(scope, a, b);
  const ba = join(scope, b, a);
  const bracket = add(scope, [ab, sort === "f" ? scaleBy(field, field.neg(field.one), ba) : ba]);
  const traced = closed(scope, join(scope, bracket, c));
  const two = field.rational(2n, 1n);
  const factor = sort === "f" ? field.neg(field.mul(two, field.i)) : two;
  return scaleBy(field, factor, { ...traced, scale: 1 });
}

function closed<E>(scope: Scope<E>, value: Value<E>): Value<E> {
  const row = value.axes.findIndex((axis) => axis.kind === "row");
  const column = value.axes.findIndex((axis) => axis.kind === "column");
  return contractWithin(scope, value, row, column);
}

/** Group constants keep their usual meaning where a generator or structure constant gives them one. */
export function groupConstant<E>(scope: Scope<E>, sym: Sym): Value<E> | undefined {
  if (!scope.spaces.hasColour || (sym.type !== "scalar" && sym.type !== "label")) return undefined;
  const n = BigInt(scope.world.colours);
  const value = (over: bigint, under = 1n) =>
    scalarValue(scope.field, scope.field.rational(over, under));
  switch (sym.name) {
    case "N":
    case "N_c":
    case "N_C":
    case "C_A":
      return value(n);
    case "C_F":
      return value(n * n - 1n, 2n * n);
    case "T_F":
    case "T_R":
      return value(1n, 2n);
    default:
      return undefined;
  }
}
