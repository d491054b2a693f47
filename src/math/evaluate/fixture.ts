/** Values that depend on the kind of number and the world only: made once, used in every evaluation. */
import type { Field } from "./number/field";
import type { Scope } from "./scope";
import type { Value } from "./value";

const known = new WeakMap<object, Map<string, unknown>>();

/** `name` has to say everything the value depends on besides the kind of number. */
export function fixture<E>(
  scope: Pick<Scope<E>, "field">,
  name: string,
  make: () => Value<E>,
): Value<E> {
  const own = tableOf(scope.field);
  const found = (own.get(name) as Value<E> | undefined) ?? make();
  own.set(name, found);
  return found;
}

function tableOf<E>(field: Field<E>): Map<string, unknown> {
  const found = known.get(field) ?? new Map<string, unknown>();
  known.set(field, found);
  return found;
}
