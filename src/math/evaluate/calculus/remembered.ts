/** Numbers that take many evaluations, kept for the next time they are asked for at the same values of what they depend on. */
import type { Expr } from "../../expr/node";
import { children } from "../../expr/walk";
import { headKey } from "../given";
import { Beyond, Undefined } from "../number/field";
import { type Scope, valueIn } from "../scope";
import type { Value } from "../value";

/** What came out, and what it did to the tally and the bill. */
interface Found {
  readonly value?: Value<unknown>;
  readonly refusal?: Undefined | Beyond;
  readonly digits: number;
  readonly transcendental: boolean;
  readonly leavesReals: boolean;
  readonly cost: number;
}

/** Values of one node that are kept. */
const most = 200;

const kept = new WeakMap<Expr, Map<string, Found>>();

/** The value `find` gives, found once for the same numbers; the bill is the same each time, so that work ends at the same place. */
export function remembered<E>(
  scope: Scope<E>,
  node: Expr,
  find: (scope: Scope<E>) => Value<E>,
): Value<E> {
  const key = keyAt(scope, node);
  if (key === undefined) return find(scope);
  const known = kept.get(node) ?? new Map<string, Found>();
  kept.set(node, known);
  const found = known.get(key);
  if (found) scope.spend(found.cost);
  const entry = found ?? worked(scope, find);
  if (!found) {
    if (known.size >= most) known.clear();
    known.set(key, entry);
  }
  const { tally } = scope;
  tally.digits = Math.min(tally.digits, entry.digits);
  tally.transcendental ||= entry.transcendental;
  tally.leavesReals ||= entry.leavesReals;
  if (entry.refusal) throw entry.refusal;
  return entry.value as Value<E>;
}

function worked<E>(scope: Scope<E>, find: (scope: Scope<E>) => Value<E>): Found {
  const { tally } = scope;
  const before = { ...tally };
  let cost = 0;
  const spend = (work: number): void => {
    cost += work;
    scope.spend(work);
  };
  const ended = (): Omit<Found, "value" | "refusal"> => {
    const { digits, transcendental, leavesReals } = tally;
    return { digits, transcendental, leavesReals, cost };
  };
  tally.digits = Number.POSITIVE_INFINITY;
  tally.transcendental = false;
  tally.leavesReals = false;
  try {
    const value = find({ ...scope, spend });
    return { value: value as Value<unknown>, ...ended() };
  } catch (refusal) {
    if (!(refusal instanceof Undefined) && !(refusal instanceof Beyond)) throw refusal;
    return { refusal, ...ended() };
  } finally {
    tally.digits = before.digits;
    tally.transcendental = before.transcendental;
    tally.leavesReals = before.leavesReals;
  }
}

/** The numbers the node depends on; undefined where it depends on more than numbers. */
function keyAt<E>(scope: Scope<E>, node: Expr): string | undefined {
  const { tally } = scope;
  if (scope.field.kind === "prime" || scope.taylor || scope.formal) return undefined;
  if (scope.place !== "" || tally.pairing || tally.depth > 0) return undefined;
  const names = namesOf(node);
  if (!names) return undefined;
  const parts: string[] = [scope.field.kind];
  for (const name of names) {
    const defined = name.kind === "symbol" && scope.given.definitions.has(`tensor ${name.name} 1`);
    if (defined || scope.given.definitions.has(headKey(name) ?? "")) return undefined;
    if (name.kind === "symbol" && scope.shownArguments(name)) return undefined;
    if (scope.isOperator(name)) return undefined;
    const { keys, entries } = valueIn(scope, name);
    parts.push(JSON.stringify([keys, entries]));
  }
  return parts.join(" ");
}

const free = new WeakMap<Expr, readonly Expr[] | "more">();

/** The names a formula of numbers depends on. */
function namesOf(node: Expr): readonly Expr[] | undefined {
  const before = free.get(node);
  if (before) return before === "more" ? undefined : before;
  const found = new Set<Expr>();
  const names = collect(node, new Set(), found) ? [...found] : undefined;
  free.set(node, names ?? "more");
  return names;
}

/** False where the formula holds more than numbers and names of numbers. */
function collect(node: Expr, bound: ReadonlySet<Expr>, into: Set<Expr>): boolean {
  const all = (parts: readonly (Expr | undefined)[], within: ReadonlySet<Expr>): boolean =>
    parts.every((part) => part === undefined || collect(part, within, into));
  switch (node.kind) {
    case "num":
    case "constant":
      return true;
    case "symbol":
      if (!bound.has(node)) into.add(node);
      return ["scalar", "label", "three-vector", "four-vector"].includes(node.type);
    case "labelled":
      if (node.head.type !== "scalar" || node.labels.some((label) => mentions(label, bound)))
        return false;
      if (!bound.has(node)) into.add(node);
      return true;
    case "function":
      return node.name !== "Res" && all(children(node), bound);
    case "sum":
    case "product":
    case "quotient":
    case "power":
    case "dot":
      return all(children(node), bound);
    case "integral": {
      let within = bound;
      for (const { variable, power, lower, upper, sort, region, circle } of node.measures) {
        if (sort !== "plain" || region || circle || variable.kind !== "symbol") return false;
        if (!all([power, lower, upper], within)) return false;
        within = new Set([...within, variable]);
      }
      return all([node.integrand], within);
    }
    case "series": {
      const within = new Set([...bound, ...node.variables]);
      const ends = [node.lower, node.upper, ...(node.values ?? [])];
      return !node.condition && all(ends, bound) && all([node.body], within);
    }
    case "limit":
      return all([node.to], bound) && all([node.body], new Set([...bound, node.variable]));
    default:
      return false;
  }
}

const mentions = (label: Expr, bound: ReadonlySet<Expr>): boolean =>
  bound.has(label) || children(label).some((part) => mentions(part, bound));
