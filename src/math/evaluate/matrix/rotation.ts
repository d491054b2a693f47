/** Angular momentum of a given spin: J with [J_i,J_j] = iħ ε_ijk J_k, in a basis that needs no square roots. */
import { symbol } from "../../expr/build";
import type { Sym } from "../../expr/node";
import { add } from "../contraction";
import type { Scope } from "../scope";
import { bareAxis } from "../tensor/vector";
import { component, scaleBy, sparse, type Value } from "../value";

/** Rows count m = j … −j. Rescaling the basis trades ⟨m+1|J₊|m⟩ = ⟨m|J₋|m+1⟩ for a product of whole numbers. */
export function angularMomentum<E>(scope: Scope<E>, sym: Sym): Value<E> {
  const { field } = scope;
  const space = scope.spaces.spaceOf(sym);
  const size = scope.spaces.matrixSize(space);
  const twice = size - 1;
  const hbar = hbarOf(scope);
  const half = field.rational(1n, 2n);
  const listed: [number[], E][] = [];
  for (let n = 0; n < size; n++) {
    listed.push([[2, n, n], field.mul(hbar, field.rational(BigInt(twice - 2 * n), 2n))]);
    if (n + 1 === size) continue;
    const up = field.mul(hbar, step(scope, (n + 1) * (twice - n), true));
    const down = field.mul(hbar, step(scope, (n + 1) * (twice - n), false));
    listed.push([[0, n, n + 1], field.mul(half, up)], [[0, n + 1, n], field.mul(half, down)]);
    const turned = field.neg(field.mul(field.i, half));
    listed.push(
      [[1, n, n + 1], field.mul(turned, up)],
      [[1, n + 1, n], field.neg(field.mul(turned, down))],
    );
  }
  return sparse(
    field,
    [bareAxis(scope, "spatial"), { kind: "row", space, size }, { kind: "column", space, size }],
    listed,
  );
}

/** J_± = J_x ± iJ_y. */
export function ladder<E>(scope: Scope<E>, all: Value<E>, sign: 1 | -1): Value<E> {
  const { field } = scope;
  const turned = sign > 0 ? field.i : field.neg(field.i);
  return add(scope, [component(all, 0, 0), scaleBy(field, turned, component(all, 0, 1))]);
}

/** √((j−m)(j+m+1)) in numbers with roots; in exact arithmetic the whole number above and one below the diagonal. */
function step<E>(scope: Scope<E>, square: number, above: boolean): E {
  const { field } = scope;
  if (field.kind !== "prime") return field.func("sqrt", [], [field.rational(BigInt(square), 1n)]);
  return above ? field.rational(BigInt(square), 1n) : field.one;
}

const hbarSymbol = symbol("ħ", "scalar", { domain: "positive" });

/** ħ as it is sampled everywhere else. */
export const hbarOf = <E>(scope: Scope<E>): E =>
  scope.given.definitions.has("symbol ħ") ? unity(scope) : scope.draw(hbarSymbol.name, "positive");

const unity = <E>(scope: Scope<E>): E => scope.field.one;
