/** Kets and bras: occupation numbers, spin states, and states of which nothing is known. */
import type { Bra, Expr, Ket } from "../../expr/node";
import { stateName } from "../../expr/stateMotion";
import { symbolsOf } from "../../expr/walk";
import { headKey } from "../given";
import { dagger } from "../matrix/involution";
import { Beyond, Undefined } from "../number/field";
import { type Scope, valueIn } from "../scope";
import { isOfRotations, rotations } from "../spaces";
import { definedValue } from "../symbol";
import { labelKey } from "../symbolName";
import { type Axis, scalarOf, sparse, tabulate, type Value } from "../value";
import { orthonormalState } from "./orthonormal";

export function ketValue<E>(scope: Scope<E>, node: Ket): Value<E> {
  return definedValue(scope, node) ?? stateOf(scope, node.labels);
}

export function braValue<E>(scope: Scope<E>, node: Bra): Value<E> {
  const defined = definedValue(scope, node);
  if (defined) return defined;
  const key = headKey({ ...node, kind: "ket" });
  if (key && scope.given.definitions.has(key))
    return dagger(scope, valueIn(scope, { kind: "ket", labels: node.labels } as Ket));
  return dagger(scope, stateOf(scope, node.labels));
}

/** Occupation numbers a state may have room for. */
const room = 1 << 20;

/** Space of the quanta of the ladder operators. */
export const fock = "fock";

function stateOf<E>(scope: Scope<E>, labels: readonly Expr[]): Value<E> {
  if (labels.length === 0) throw new Beyond("a state without a name");
  const along = labels.length === 1 ? alongAxis(scope, labels[0] as Expr) : undefined;
  if (along) return along;
  const named = labels.some((label) => label.kind === "symbol" && label.type === "state");
  if (!named && scope.hasQuanta) return quanta(scope, labels);
  const member = orthonormalState(scope, labels);
  if (member) return member;
  if (!named && scope.hasRotations && labels.length === 2) return multiplet(scope, labels);
  return anyState(scope, labels);
}

/** |↑⟩ and |↓⟩ beside Pauli matrices: the columns on which σ_z is ±1. */
function alongAxis<E>(scope: Scope<E>, label: Expr): Value<E> | undefined {
  const at = label.kind === "symbol" ? ["↑", "↓"].indexOf(label.name) : -1;
  const space = at < 0 ? undefined : scope.spaces.ofSpins;
  if (space === undefined) return undefined;
  return sparse(scope.field, [{ kind: "row", space, size: 2 }], [[[at], scope.field.one]]);
}

/** |n⟩ with n quanta. */
function quanta<E>(scope: Scope<E>, labels: readonly Expr[]): Value<E> {
  const [label, ...more] = labels;
  if (!label || more.length > 0) throw new Beyond("occupation numbers of several modes");
  const { field } = scope;
  const n = field.integer(scalarOf(field, valueIn(scope, label), "an occupation number"));
  if (n === undefined) throw new Beyond("a state that is no state of definite occupation");
  const axis: Axis = { kind: "row", space: fock, size: room };
  if (n < 0 && label.kind !== "sum") throw new Undefined("a negative occupation number");
  if (n < 0 || n >= room) return { axes: [axis], keys: [], entries: [], scale: 0 };
  return sparse(field, [axis], [[[n], field.one]]);
}

/** |j,m⟩ in the representation of the angular-momentum operators. */
function multiplet<E>(scope: Scope<E>, labels: readonly Expr[]): Value<E> {
  const { field } = scope;
  if (field.kind === "prime") throw new Beyond("states of angular momentum in exact arithmetic");
  const [j, m] = labels.map((label) => scalarOf(field, valueIn(scope, label), "a quantum number"));
  const twice = scope.world.twiceSpin;
  if (j === undefined || m === undefined) throw new Beyond("a state of angular momentum");
  const two = field.rational(2n, 1n);
  if (field.integer(field.mul(two, j)) !== twice)
    throw new Beyond("a state of another angular momentum");
  const row = field.integer(field.sub(j, m));
  if (!scope.spaces.used.includes(rotations))
    throw new Beyond("a state of several angular momenta");
  const axis: Axis = { kind: "row", space: rotations, size: twice + 1 };
  if (row === undefined || row < 0 || row > twice)
    return { axes: [axis], keys: [], entries: [], scale: 0 };
  return sparse(field, [axis], [[[row], field.one]]);
}

/** 0, 1, + and − say more than a name does. */
const isDirection = (label: Expr): boolean =>
  label.kind === "num" || (label.kind === "symbol" && /^[↑↓+−-]$/u.test(label.name));

function anyState<E>(scope: Scope<E>, labels: readonly Expr[]): Value<E> {
  const name = `|${labels.map((label) => (label.kind === "symbol" && label.type === "state" ? label.name : labelKey(scope, label))).join(",")}⟩`;
  const { everywhere } = scope.spaces;
  const turns = scope.spaces.ofSpins !== undefined || scope.spaces.used.some(isOfRotations);
  if (turns && labels.some(isDirection))
    throw new Beyond("a state of spins that only its label names");
  if (!everywhere) throw new Beyond("states in several spaces");
  const axes = everywhere.map(
    (space): Axis => ({ kind: "row", space, size: scope.spaces.matrixSize(space) }),
  );
  const on = changingWith(scope, labels);
  return tabulate(scope.field, axes, (at) => {
    const key = `${name}?(${at.join(",")})`;
    const entry = scope.draw(key, "complex");
    return scope.taylor && on.length > 0 ? scope.taylor.generic(key, entry, on, "complex") : entry;
  });
}

/** The variables along which a state changes: those of its name, or those its labels show. */
function changingWith<E>({ taylor }: Scope<E>, labels: readonly Expr[]): readonly number[] {
  if (!taylor) return [];
  const name = stateName(labels);
  if (name) return taylor.dependence(name);
  const shown = labels.flatMap((label) => [...symbolsOf(label)]);
  return [...new Set(shown.flatMap((sym) => taylor.variablesOf(sym) ?? []))];
}
