/** u(p) and v(p): explicit solutions of the Dirac equation with ∑ uū = p̸ + m and ∑ vv̄ = p̸ − m. */

import type { Call, Expr, Sym } from "../../expr/node";
import { add, join, unit } from "../contraction";
import { Beyond, Undefined } from "../number/field";
import { type Scope, valueIn } from "../scope";
import { dirac } from "../spaces";
import { labelKey } from "../symbolName";
import { slashed } from "../tensor/contract";
import { toss } from "../toss";
import { isBare, scalarOf, scalarValue, scaleBy, sparse, type Value } from "../value";

/** u_s(p), u(p,s), u^s(p); a bare u is any spinor. */
export function spinorCall<E>(scope: Scope<E>, node: Call): Value<E> | undefined {
  const head = node.head.kind === "labelled" ? node.head.head : node.head;
  if (head.kind !== "symbol" || (head.role !== "u-spinor" && head.role !== "v-spinor"))
    return undefined;
  const [momentum, ...more] = node.args;
  if (!momentum) throw new Beyond("a spinor without momentum");
  const labels = [...(node.head.kind === "labelled" ? node.head.labels : []), ...more];
  return solution(scope, head, momentum, labels);
}

/** (m ± p̸) χ_s / √(2(E + m)), χ_s the two states at rest. */
function solution<E>(
  scope: Scope<E>,
  head: Sym,
  momentum: Expr,
  labels: readonly Expr[],
): Value<E> {
  const { field } = scope;
  if (scope.conventions.metric !== "mostly-minus") throw new Beyond("spinors in this metric");
  if (scope.world.dimension !== 4) throw new Beyond("spinors outside four dimensions");
  if (scope.conventions.traceOfUnity !== 4) throw new Beyond("spinors with this trace of unity");
  const p = valueIn(scope, momentum);
  if (p.axes.length !== 1 || !p.axes.every(isBare))
    throw new Beyond("a spinor of something that is no momentum");
  const mass = scalarOf(field, valueIn(scope, scope.massOf(momentum)));
  const square = squared(scope, p);
  const gap = field.magnitude(field.sub(square, field.mul(mass, mass)));
  if (gap > (field.kind === "prime" ? 0 : 1e-9 * (1 + field.magnitude(square))))
    throw new Undefined("constraint: a spinor off its mass shell");
  const u = head.role === "u-spinor";
  const energy = timeComponent(scope, p);
  const twice = field.mul(field.rational(2n, 1n), field.add(energy, mass));
  const norm = scope.realRoot(twice);
  if (norm === undefined) throw new Undefined("a spinor of negative energy");
  const spin = spinOf(scope, labels);
  const rest = atRest(scope, u, spin);
  const signed = scaleBy(field, u ? field.one : field.neg(field.one), slashed(scope, p));
  const projector = add(scope, [signed, scaleBy(field, mass, unit(scope, dirac, 4))]);
  const spinor = join(scope, projector, rest);
  return join(scope, scalarValue(field, field.div(field.one, norm)), spinor);
}

function squared<E>(scope: Scope<E>, p: Value<E>): E {
  const { field } = scope;
  return p.keys.reduce((total, key, i) => {
    const entry = p.entries[i] as E;
    const term = field.mul(entry, entry);
    return key === 0 ? field.add(total, term) : field.sub(total, term);
  }, field.zero);
}

function timeComponent<E>(scope: Scope<E>, p: Value<E>): E {
  const at = p.keys.indexOf(0);
  return at < 0 ? scope.field.zero : (p.entries[at] as E);
}

function spinOf<E>(scope: Scope<E>, labels: readonly Expr[]): number {
  const [label, ...more] = labels;
  if (!label) return 0;
  if (more.length > 0) throw new Beyond("a spinor with several labels");
  const key = labelKey(scope, label);
  const n = Number(key);
  if (Number.isInteger(n)) return (((n - 1) % 2) + 2) % 2;
  return toss(scope, `spin ${key}`) ? 1 : 0;
}

/** √2 times a state with γ⁰ = ±1: γ⁰ exchanges the rows of a pair in this representation. */
function atRest<E>(scope: Scope<E>, u: boolean, spin: number): Value<E> {
  const { field } = scope;
  const axis = { kind: "row" as const, space: dirac, size: 4 };
  const second = u ? field.one : field.neg(field.one);
  return sparse(
    field,
    [axis],
    [
      [[2 * spin], field.one],
      [[2 * spin + 1], second],
    ],
  );
}
