/** Interning: structurally equal nodes are the same object, so `===` is equality and a Map is a memo table. */
import type { Expr } from "./node";

const known = new Map<string, Expr>();
const numbers = new WeakMap<object, number>();
let next = 0;

/** The one node equal to this one. */
export function intern<E extends Expr>(node: E): E {
  if (numbers.has(node)) return node;
  const key = keyOf(node);
  const found = known.get(key);
  if (found) return found as E;
  Object.freeze(node);
  numbers.set(node, next++);
  known.set(key, node);
  return node;
}

/** A small integer that identifies an interned node. */
export const identity = (node: Expr): number =>
  numbers.get(node) ?? numbers.get(intern(node)) ?? -1;

/** A text that two values made of expressions share exactly when they are equal. */
export const keyOf = (value: unknown): string => textOf(value, numberOf);

/** The same, written out: one text in every process, whatever was met before. */
export const spelling = (value: unknown): string => textOf(value, () => undefined);

const numberOf = (node: object): number | undefined => numbers.get(node);

function textOf(value: unknown, short: (node: object) => number | undefined): string {
  if (typeof value === "string") return `${value.length}:${value}`;
  if (typeof value === "bigint") return `${value}n`;
  if (value === null || typeof value !== "object") return String(value);
  const number = short(value);
  if (number !== undefined) return `#${number}`;
  let key = "";
  if (Array.isArray(value)) {
    for (const part of value) key += `${textOf(part, short)},`;
    return `[${key}]`;
  }
  const own = value as Readonly<Record<string, unknown>>;
  for (const name of inOrder(Object.keys(own))) {
    const part = own[name];
    if (part !== undefined) key += `${name}=${textOf(part, short)},`;
  }
  return `{${key}}`;
}

/** Names of one record, alphabetically: they are few, and often stand in order as they are. */
function inOrder(names: string[]): readonly string[] {
  for (let i = 1; i < names.length; i++) {
    const name = names[i] as string;
    let at = i;
    for (; at > 0 && (names[at - 1] as string) > name; at--) names[at] = names[at - 1] as string;
    names[at] = name;
  }
  return names;
}
