/** Elements of an operator algebra: words with their coefficients. */
import { add, join } from "../contraction";
import type { Arithmetic, Value } from "../value";

/** The empty word is the unit. */
export type Element<E> = ReadonlyMap<string, Value<E>>;

export const ofValue = <E>(value: Value<E>): Element<E> => new Map([["", value]]);

export function total<E>(math: Arithmetic<E>, elements: readonly Element<E>[]): Element<E> {
  const terms = new Map<string, Value<E>[]>();
  for (const element of elements)
    for (const [word, value] of element) {
      const known = terms.get(word);
      if (known) known.push(value);
      else terms.set(word, [value]);
    }
  const result = new Map<string, Value<E>>();
  for (const [word, values] of terms) {
    const value = add(math, values);
    if (!vanishes(math, value)) result.set(word, value);
  }
  return result;
}

/** Words side by side. */
export function juxtaposed<E>(
  math: Arithmetic<E>,
  left: Element<E>,
  right: Element<E>,
): Element<E> {
  const terms: Element<E>[] = [];
  for (const [u, a] of left)
    for (const [v, b] of right) terms.push(new Map([[u + v, join(math, a, b)]]));
  return total(math, terms);
}

export function eachValue<E>(
  element: Element<E>,
  change: (value: Value<E>) => Value<E>,
): Element<E> {
  return new Map([...element].map(([word, value]) => [word, change(value)]));
}

const vanishes = <E>(math: Pick<Arithmetic<E>, "field">, value: Value<E>): boolean =>
  value.entries.every((entry) => math.field.isZero(entry));
