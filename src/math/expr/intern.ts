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
export function keyOf(value: unknown): string {
  if (typeof value === "bigint") return `${value}n`;
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "";
  const number = numbers.get(value);
  if (number !== undefined) return `#${number}`;
  if (Array.isArray(value)) return `[${value.map(keyOf).join(",")}]`;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, part]) => `${name}:${keyOf(part)}`).join(",")}}`;
}
