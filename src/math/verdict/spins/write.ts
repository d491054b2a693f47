/** What a claim says of spins, by entries. */
import { matrix, num, product, sum } from "../../expr/build";
import type { Expr } from "../../expr/node";
import { isOne } from "../../expr/questions";
import { mapChildren, some } from "../../expr/walk";
import {
  added,
  type Entries,
  entriesOf,
  holdsMatrix,
  identity,
  kronecker,
  NotOfSpins,
  pauli,
} from "./entries";
import {
  type Component,
  isBareSpin,
  isOfSpins,
  isSpinName,
  spinComponent,
  spinNameIn,
} from "./names";
import { columnOf, isState, sideBySide } from "./states";

export interface Spins {
  /** How many spins a state of the claim has. */
  readonly count: number;
  /** ħ/2, or ½ where ħ is one. */
  readonly unit: Expr;
  /** Names the text defines itself. */
  readonly named: ReadonlySet<Expr>;
  /** What was written out, by what stands there now. */
  readonly names: Map<Expr, Expr>;
  /** 𝐒 without a number was met beside several spins. */
  isTotal: boolean;
}

export function write(node: Expr, spins: Spins): Expr {
  if (spins.named.has(node)) return node;
  const written = writtenOut(node, spins);
  if (holdsMatrix(written) && !some(node, (part) => part.kind === "matrix"))
    spins.names.set(written, node);
  return written;
}

function writtenOut(node: Expr, spins: Spins): Expr {
  if (isState(node)) return columnOf(node) ?? node;
  const component = spinComponent(node);
  if (component) return matrixOf(component, spins);
  switch (node.kind) {
    case "tensor-product":
      return matrix(
        node.factors.map((factor) => factorOf(factor, spins)).reduce((a, b) => kronecker(a, b)),
      );
    case "product":
      return product(...sideBySide(node.factors).map((factor) => write(factor, spins)));
    case "dot":
      return isOfSpins(node.left) && isOfSpins(node.right)
        ? sum(
            ...["x", "y", "z"].map((axis) =>
              product(along(node.left, axis, spins), along(node.right, axis, spins)),
            ),
          )
        : mapChildren(node, (part) => write(part, spins));
    case "power":
      return isBareSpin(node.base) && node.exponent === num(2)
        ? sum(
            ...["x", "y", "z"].map((axis) => {
              const each = along(node.base, axis, spins);
              return product(each, each);
            }),
          )
        : mapChildren(node, (part) => write(part, spins));
    default:
      if (isSpinName(node)) throw new NotOfSpins();
      return mapChildren(node, (part) => write(part, spins));
  }
}

/** A factor of A⊗B by its entries: a matrix, a state, and their sums and multiples. */
function factorOf(node: Expr, spins: Spins): Entries {
  if (isOne(node) || (node.kind === "symbol" && node.role === "identity")) return identity;
  return entriesOf(write(node, { ...spins, count: 1 }));
}

function along(node: Expr, axis: string, spins: Spins): Expr {
  if (spins.named.has(node)) throw new NotOfSpins();
  if (node.kind === "sum") return sum(...node.terms.map((term) => along(term, axis, spins)));
  const name = spinNameIn(node);
  if (!name) throw new NotOfSpins();
  return matrixOf({ ...name, axis }, spins);
}

/** σ along an axis at the place of its spin; the sum over all spins where no number says which. */
function matrixOf({ family, particle, axis }: Component, spins: Spins): Expr {
  const { count } = spins;
  if (particle === undefined && count > 1) {
    if (family === "σ") throw new NotOfSpins();
    spins.isTotal = true;
  }
  const places =
    particle === undefined && count > 1
      ? Array.from({ length: count }, (_, n) => n + 1)
      : [particle ?? 1];
  const whole = matrix(places.map((place) => atPlace(axis, place, count)).reduce(added));
  return family === "S" ? product(spins.unit, whole) : whole;
}

/** 1⊗σ⊗1. */
function atPlace(axis: string, place: number, count: number): Entries {
  const matrices = pauli[axis];
  if (place < 1 || place > count || !matrices) throw new NotOfSpins();
  return Array.from({ length: count }, (_, n) => (n + 1 === place ? matrices : identity)).reduce(
    (a, b) => kronecker(a, b),
  );
}
