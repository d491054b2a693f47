/** Functions with a known meaning, of numbers; those of matrices go to the matrix room. */
import { symbol } from "../../expr/build";
import type { Func } from "../../expr/node";
import { isDifferential } from "../../expr/questions";
import { residueValue } from "../calculus/contour";
import { principalIntegral } from "../calculus/principalIntegral";
import { openDelta } from "../calculus/waves";
import { exteriorDerivative } from "../forms/values";
import { ofComponents } from "../matrix/functions";
import { Beyond, Undefined } from "../number/field";
import { type Scope, valueIn } from "../scope";
import { along } from "../taylor/along";
import { line } from "../taylor/plan";
import { component, isScalar, scalarOf, scalarValue, type Value } from "../value";
import { deltaOf } from "../words/momenta";

/** Functions that are rational in their argument and its conjugate: exact wherever they are defined. */
const rationalFunctions = new Set(["Re", "Im", "conj", "absSquared", "factorial", "binomial"]);

/** Spellings of the reader and of the evaluator. */
const otherNames: Readonly<Record<string, string>> = {
  ln: "log",
  "double-factorial": "doubleFactorial",
  sgn: "sign",
  Ai: "airyAi",
  Bi: "airyBi",
};

export function functionValue<E>(scope: Scope<E>, node: Func): Value<E> {
  if (node.name === "δ" && scope.words) return deltaOf(scope, node);
  if (node.name === "δ" && scope.formal) return openDelta(scope, node);
  if (node.name === "δ" || node.name === "δ′") throw new Beyond("a δ-function outside an integral");
  if (isDifferential(node))
    return scope.given.forms ? exteriorDerivative(scope, node) : differential(scope, node);
  if (node.name === "Res") return residueValue(scope, node);
  if (node.name === "PV") return principalIntegral(scope, node);
  const parameters = node.parameters.map((parameter) => valueIn(scope, parameter));
  const args = onSphere(
    scope,
    node.name,
    node.args.map((argument) => valueIn(scope, argument)),
  );
  if (node.name === "sqrt" && node.args[0]?.kind === "sum" && isNegative(scope, args[0]))
    scope.tally.leavesReals = true;
  if (node.name === "log10")
    return apply(scope, "log", [scalarValue(scope.field, scope.field.rational(10n, 1n))], args);
  return apply(scope, otherNames[node.name] ?? node.name, parameters, args);
}

/** Y_{ℓm}(n̂): the angles of a direction. */
function onSphere<E>(
  scope: Scope<E>,
  name: string,
  args: readonly Value<E>[],
): readonly Value<E>[] {
  const [direction] = args;
  if (name !== "sphericalY" || args.length !== 1 || !direction) return args;
  if (direction.axes.length !== 1 || direction.axes[0]?.size !== 3 || scope.taylor)
    throw new Beyond("spherical harmonics of something that is no direction");
  const { field } = scope;
  const at = (place: number) => component(direction, 0, place);
  const [x, y, z] = [at(0), at(1), at(2)];
  const length = apply(scope, "norm", [], [direction]);
  const ratio = field.div(scalarOf(field, z), scalarOf(field, length));
  return [apply(scope, "acos", [], [scalarValue(field, ratio)]), apply(scope, "atan2", [], [y, x])];
}

function differential<E>(scope: Scope<E>, node: Func): Value<E> {
  const [argument] = node.args;
  const [direction] = scope.taylor?.variablesOf(symbol(line)) ?? [];
  if (!argument || direction === undefined || node.parameters.length > 0)
    throw new Beyond("a differential here");
  const value = valueIn(scope, argument);
  if (argument.kind !== "num" && value.entries.every((entry) => scope.taylor?.isConstant(entry)))
    throw new Beyond("the differential of what does not vary");
  return along(scope, value, direction);
}

/** The function at these values; the scale follows how strongly it feels its arguments. */
export function apply<E>(
  scope: Scope<E>,
  name: string,
  parameters: readonly Value<E>[],
  args: readonly Value<E>[],
): Value<E> {
  const { field } = scope;
  if (!args.every(isScalar) || name === "det" || name === "tr" || name === "Tr") {
    const value = ofComponents(scope, name, args);
    if (value) return value;
    throw new Beyond(`${name} of something with components`);
  }
  if (!rationalFunctions.has(name)) scope.tally.transcendental = true;
  const orders = parameters.map((value) => scalarOf(field, value));
  const entries = args.map((value) => scalarOf(field, value));
  if (cut.has(name)) refuseCut(scope, name, entries);
  if (polynomials.has(name)) refuseDegree(scope, name, orders);
  scope.spend(field.kind === "digits" ? 30 : 5);
  const entry = field.func(name, orders, entries);
  const size = field.magnitude(entry);
  if (Number.isNaN(size)) throw new Undefined(`${name} has no value here`);
  if (field.kind === "prime") return scalarValue(field, entry, size);
  return scalarValue(field, entry, size + spread(scope, name, orders, entries, args, entry));
}

/** Functions whose usual argument is positive, cut along the negative axis. */
const cut = new Set(["besselK", "besselY", "Ei", "li"]);

/** Families of polynomials: their degree is no negative number. */
const polynomials = new Set([
  "legendreP",
  "hermiteH",
  "hermiteHe",
  "laguerreL",
  "chebyshevT",
  "chebyshevU",
]);

function refuseDegree<E>(scope: Scope<E>, name: string, orders: readonly E[]): void {
  const degree = orders[0] === undefined ? undefined : scope.field.integer(orders[0]);
  if (degree !== undefined && degree < 0) throw new Undefined(`${name} of negative degree`);
}

function refuseCut<E>(scope: Scope<E>, name: string, entries: readonly E[]): void {
  if (scope.field.kind === "prime") return;
  for (const entry of entries) {
    const [re, im] = scope.field.toPair(entry);
    if (re <= 0 && im === 0) throw new Undefined(`${name} on its branch cut`);
  }
}

/** How far the value moves when an argument moves by the size of the terms it is made of. */
function spread<E>(
  scope: Scope<E>,
  name: string,
  orders: readonly E[],
  entries: readonly E[],
  args: readonly Value<E>[],
  entry: E,
): number {
  const { field } = scope;
  if (name === "Re" || name === "Im") return args[0]?.scale ?? 0;
  let most = 0;
  args.forEach((arg, i) => {
    const own = field.magnitude(entries[i] as E);
    if (arg.scale <= 4 * own && own <= 4) return;
    if (!Number.isFinite(arg.scale)) throw new Undefined(`${name} of something too large`);
    const step = field.mul(
      field.rational(1n, 100000000n),
      field.rational(BigInt(Math.ceil(arg.scale)), 1n),
    );
    try {
      const moved = entries.map((one, k) => (k === i ? field.add(one, step) : one));
      const change = field.magnitude(field.sub(field.func(name, orders, moved), entry)) * 1e8;
      if (Number.isFinite(change)) most = Math.max(most, change);
    } catch {
      most = Math.max(most, arg.scale);
    }
  });
  return most;
}

function isNegative<E>({ field }: Scope<E>, value: Value<E> | undefined): boolean {
  if (field.kind === "prime" || !value || !isScalar(value)) return false;
  const [re, im] = field.toPair(value.entries[0] ?? field.zero);
  return re < 0 && im === 0;
}
