/** Dirac matrices written out: in the chiral or the Dirac representation, or as the text gives them. */
import type { Conventions } from "../../expr/claim";
import type { Index } from "../../expr/node";
import { add, join, unit } from "../contraction";
import { fixture } from "../fixture";
import type { Definition, Given } from "../given";
import { Beyond } from "../number/field";
import { fix, type Scope, valueIn, within } from "../scope";
import { dirac } from "../spaces";
import { placeholder } from "../tensor/generic";
import { metricSign } from "../tensor/metric";
import { type Axis, component, isZeroValue, scaleBy, sparse, strides, type Value } from "../value";

export type Representation = "chiral" | "dirac" | "given";

/** How the Dirac matrices are written out; undefined where only their algebra counts. */
export function representationOf(
  given: Given,
  conventions: Conventions,
): Representation | undefined {
  const pieces = piecesOf(given);
  const covered = [0, 1, 2, 3].every((mu) => pieces.some((piece) => covers(piece, mu)));
  return covered ? "given" : conventions.representation;
}

/** γ^μ with its upper index under a placeholder name. */
export function written<E>(scope: Scope<E>, representation: Representation): Value<E> {
  if (scope.world.dimension !== 4)
    throw new Beyond("explicit Dirac matrices outside four dimensions");
  if (representation === "given") return asGiven(scope);
  if (scope.conventions.metric !== "mostly-minus")
    throw new Beyond("a representation of the Dirac matrices in this metric");
  return fixture(scope, `γ ${representation}`, () => standard(scope, representation));
}

const axes: readonly Axis[] = [
  { kind: "index", name: placeholder(0), space: "lorentz", place: "up", size: 4 },
  { kind: "row", space: dirac, size: 4 },
  { kind: "column", space: dirac, size: 4 },
];

/** γ⁰ = (0 1; 1 0) or (1 0; 0 −1), γⁱ = (0 σⁱ; −σⁱ 0). */
function standard<E>(scope: Scope<E>, representation: "chiral" | "dirac"): Value<E> {
  const { field } = scope;
  const minus = field.neg(field.one);
  const listed: [number[], E][] = [];
  for (let s = 0; s < 2; s++)
    listed.push(
      ...(representation === "chiral"
        ? ([
            [[0, s, s + 2], field.one],
            [[0, s + 2, s], field.one],
          ] as [number[], E][])
        : ([
            [[0, s, s], field.one],
            [[0, s + 2, s + 2], minus],
          ] as [number[], E][])),
    );
  const turned = field.neg(field.i);
  const pauli: readonly (readonly [number, number, number, E])[] = [
    [1, 0, 1, field.one],
    [1, 1, 0, field.one],
    [2, 0, 1, turned],
    [2, 1, 0, field.i],
    [3, 0, 0, field.one],
    [3, 1, 1, minus],
  ];
  for (const [mu, row, column, entry] of pauli)
    listed.push([[mu, row, column + 2], entry], [[mu, row + 2, column], field.neg(entry)]);
  return sparse(field, axes, listed);
}

const key = "tensor γ 1";

const piecesOf = (given: Given): readonly Definition[] =>
  (given.definitions.get(key) ?? []).filter(
    ({ head }) =>
      head.kind === "tensor" && head.head.kind === "symbol" && head.head.role === "gamma",
  );

const indexOf = ({ head }: Definition): Index | undefined =>
  head.kind === "tensor" ? head.indices[0] : undefined;

function covers(piece: Definition, mu: number): boolean {
  const index = indexOf(piece);
  if (index?.place !== "up") return false;
  if (index.value !== undefined) return index.value === mu;
  return index.space === "lorentz" || (index.space === "spatial" && mu > 0);
}

function asGiven<E>(scope: Scope<E>): Value<E> {
  const known = scope.cache.get(key);
  if (known) return known;
  const { field } = scope;
  const inner = within(scope, key);
  const listed: [number[], E][] = [];
  for (let mu = 0; mu < 4; mu++) {
    const matrix = inPlace(inner, mu);
    const steps = strides(matrix.axes);
    matrix.keys.forEach((place, n) => {
      const [row = 0, column = 0] = ["row", "column"].map((kind) => {
        const at = matrix.axes.findIndex((axis) => axis.kind === kind);
        return Math.floor(place / (steps[at] as number)) % 4;
      });
      listed.push([[mu, row, column], matrix.entries[n] as E]);
    });
  }
  const all = sparse(field, axes, listed);
  if (!isClifford(scope, all)) throw new Beyond("Dirac matrices given with another algebra");
  scope.cache.set(key, all);
  return all;
}

/** The matrix that the text gives for one component. */
function inPlace<E>(scope: Scope<E>, mu: number): Value<E> {
  const [piece, ...others] = piecesOf(scope.given).filter((one) => covers(one, mu));
  if (others.some((other) => other.body !== piece?.body))
    throw new Beyond("Dirac matrices given in two ways");
  const index = piece && indexOf(piece);
  if (!piece || !index) throw new Beyond("Dirac matrices given only in part");
  const at = index.value === undefined ? fix(scope, index.name, mu) : scope;
  const value = valueIn(at, piece.body);
  const sides = value.axes.map((axis) => axis.kind);
  if (
    value.axes.length !== 2 ||
    !sides.includes("row") ||
    !sides.includes("column") ||
    value.axes.some(({ size }) => size !== 4)
  )
    throw new Beyond("Dirac matrices given in another form");
  return value;
}

/** {γ^μ, γ^ν} = 2g^{μν}. */
function isClifford<E>(scope: Scope<E>, all: Value<E>): boolean {
  const { field } = scope;
  const one = unit(scope, dirac, 4);
  for (let mu = 0; mu < 4; mu++)
    for (let nu = mu; nu < 4; nu++) {
      const [a, b] = [component(all, 0, mu), component(all, 0, nu)];
      const norm = mu === nu ? field.rational(BigInt(-2 * metricSign(scope, mu)), 1n) : field.zero;
      const rest = add(scope, [join(scope, a, b), join(scope, b, a), scaleBy(field, norm, one)]);
      const largest = rest.entries.reduce(
        (most, entry) => Math.max(most, field.magnitude(entry)),
        0,
      );
      if (largest > (field.kind === "prime" ? 0 : 1e-9) && !isZeroValue(field, rest)) return false;
    }
  return true;
}
