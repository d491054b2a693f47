/** The labels a sum over modes runs through: those of the formulas, and a few more. */
import { Beyond, Undefined } from "../number/field";
import { type Scope, valueIn } from "../scope";
import { scalarValue, scaleBy, tabulate, type Value } from "../value";
import type { Alphabet } from "./letters";

const known = new WeakMap<Alphabet, readonly Value<unknown>[]>();

export function labelRange<E>(scope: Scope<E>): readonly Value<E>[] {
  const found = known.get(scope.alphabet) as readonly Value<E>[] | undefined;
  if (found) return found;
  const values = new Map<string, Value<E>>();
  const include = (value: Value<E>): void => {
    const key = value.keys.map((at, i) => `${at}:${scope.keyOf(value.entries[i] as E)}`).join(",");
    values.set(key, value);
  };
  for (const label of scope.words?.labels ?? [])
    try {
      include(valueIn(scope, label));
    } catch (problem) {
      if (!(problem instanceof Beyond) && !(problem instanceof Undefined)) throw problem;
    }
  const [example] = values.values();
  const others = 1 + ((scope.field.integer(scope.draw("number of modes ?", "natural")) ?? 1) % 3);
  for (let n = 0; n < others && (!example || example.axes.length === 0); n++)
    include(scalarValue(scope.field, scope.draw(`another label ?${n}`, "real")));
  if (example && example.axes.length > 0) {
    include(another(scope, example));
    for (const value of [...values.values()]) include(opposite(scope, value));
  }
  const result = [...values.values()];
  known.set(scope.alphabet, result);
  return result;
}

/** A momentum the formulas do not name. */
const another = <E>(scope: Scope<E>, like: Value<E>): Value<E> =>
  tabulate(scope.field, like.axes, (at) => scope.draw(`another momentum ?${at.join(",")}`, "real"));

/** Sums over momenta may turn them round. */
const opposite = <E>(scope: Scope<E>, value: Value<E>): Value<E> =>
  scaleBy(scope.field, scope.field.neg(scope.field.one), value);
