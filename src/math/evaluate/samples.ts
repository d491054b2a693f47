/** The samples of one point, by name; constraints may put other values in their place. */
import type { Domain } from "../expr/node";
import type { Shown } from "../expr/shown";
import { number } from "./compare";
import type { Point } from "./evaluation";
import type { Field } from "./number/field";
import { generator, seedOf, spreadOf } from "./number/random";
import { squareRootModulo } from "./squareRoot";

export interface Samples<E> {
  readonly draw: (key: string, domain: Domain) => E;
  /** As people see them. */
  readonly values: Record<string, Shown>;
  assign(name: string, entries: readonly E[]): void;
  readonly realRoot: (square: E) => E | undefined;
  /** Auxiliary numbers drawn so far. */
  count: number;
}

/** `attempt` leads to other samples at the same point. */
export function samples<E>(field: Field<E>, point: Point, attempt: number): Samples<E> {
  const values: Record<string, Shown> = {};
  const drawn = new Map<string, E>();
  const keep = (key: string, entry: E): E => {
    drawn.set(key, entry);
    if (field.kind !== "prime" && !key.includes("?"))
      record(values, key, number(field.toPair(entry)));
    return entry;
  };
  return {
    values,
    count: 0,
    draw(key, domain) {
      const known = drawn.get(key);
      if (known !== undefined) return known;
      const random = generator(seedOf(point.seed, point.ordinal, attempt, key));
      return keep(key, field.random(domain, random, spreadOf(point.ordinal)));
    },
    assign(name, entries) {
      const [only] = entries;
      if (entries.length === 1 && only !== undefined) keep(name, only);
      else
        entries.forEach((entry, i) => {
          keep(`${name}(${i})`, entry);
        });
    },
    realRoot: (square) => realRoot(field, point, square),
  };
}

function realRoot<E>(field: Field<E>, point: Point, square: E): E | undefined {
  if (field.kind === "prime") return squareRootModulo(field, point.ordinal, square);
  const [re, im] = field.toPair(square);
  if (re < 0 || Math.abs(im) > 1e-9 * Math.abs(re)) return undefined;
  return field.func("sqrt", [], [field.re(square)]);
}

/** Components of one name come in one list; what has "?" in its name is nothing people see. */
function record(values: Record<string, Shown>, key: string, value: Shown): void {
  const [, name, place] = (key.endsWith(")") && /^(.*?)_?\((\d+)\)$/.exec(key)) || [];
  if (name === undefined || place === undefined) {
    if (!key.includes("(") && !key.startsWith("constant ")) values[key] = value;
    return;
  }
  const list = Array.isArray(values[name]) ? [...values[name]] : [];
  list[Number(place)] = value;
  for (let i = 0; i < list.length; i++) list[i] ??= 0;
  values[name] = list;
}
