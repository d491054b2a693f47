/** A function of mathematics: its name, how many orders and arguments it takes, and its value at any number of digits. */
import type { Complexes } from "./complexes";

export interface KnownFunction {
  readonly name: string;
  /** Least and largest number of parameters: orders, degrees, bases. */
  readonly parameters: readonly [number, number];
  readonly args: readonly [number, number];
  value<E>(c: Complexes<E>, parameters: readonly E[], args: readonly E[]): E;
}

type Count = number | readonly [number, number];

/** The arguments come as a tuple that may be taken apart; `count` has made sure that they are there. */
type Rule = <E>(c: Complexes<E>, parameters: Listed<E>, args: Listed<E>) => E;
type Listed<E> = readonly [E, E, E, E, E, E, ...E[]];

export function define(name: string, parameters: Count, args: Count, rule: Rule): KnownFunction {
  return {
    name,
    parameters: range(parameters),
    args: range(args),
    value: (c, orders, values) =>
      rule(
        c,
        orders as readonly unknown[] as Listed<never>,
        values as readonly unknown[] as Listed<never>,
      ),
  };
}

const range = (count: Count): readonly [number, number] =>
  typeof count === "number" ? [count, count] : count;
