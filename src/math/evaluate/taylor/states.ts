/** Quantities that are differentiated by one another live on a space of states: S, T, p and V of a gas, x and y of a curve. */
import type { Derivative, Expr } from "../../expr/node";
import { symbolsOf } from "../../expr/walk";
import { type Given, headKey } from "../given";

export interface States {
  readonly names: ReadonlySet<string>;
  /** How many of them may be chosen freely. */
  readonly size: number;
}

const noStates: States = { names: new Set(), size: 0 };

/** Names that depend on each other, and how many of them are free: one, or one more than what is held fixed. */
export function statesOf(nodes: Iterable<Expr>, given: Given): States {
  const links = new Map<string, Set<string>>();
  let held = 0;
  const link = (from: string, to: string): void => {
    links.set(from, (links.get(from) ?? new Set()).add(to));
  };
  const variables = new Set<string>();
  for (const node of nodes) {
    if (node.kind !== "derivative" || node.by.kind !== "variable") continue;
    const fixed = node.by.held ?? [];
    held = Math.max(held, fixed.length);
    const named = [node.by.variable, ...fixed];
    if (!named.every((one) => one.kind === "symbol" && one.type === "scalar")) continue;
    for (const name of named.flatMap(nameOf)) {
      variables.add(name);
      for (const operand of bareOperand(node)) if (operand !== name) link(operand, name);
      for (const other of named.flatMap(nameOf)) if (held > 0 && other !== name) link(name, other);
    }
    for (const name of definedThrough(node.by.variable, given))
      for (const own of nameOf(node.by.variable)) {
        link(own, name);
        link(name, own);
      }
  }
  const circle = [...variables].filter((name) => reaches(links, name, name));
  if (circle.length === 0) return noStates;
  const names = connected(links, circle);
  if (held > 0) return { names, size: held + 1 };
  const free = [...names].filter((name) => !given.definitions.has(`symbol ${name}`));
  const several = free.some((name) => {
    const by = [...(links.get(name) ?? [])].filter(
      (one) => free.includes(one) && !reaches(links, one, name),
    );
    return by.length > 1;
  });
  return { names, size: several ? 2 : 1 };
}

const nameOf = (expr: Expr): readonly string[] => (expr.kind === "symbol" ? [expr.name] : []);

/** The name that is differentiated, where it stands by itself. */
function bareOperand(node: Derivative): readonly string[] {
  const inner = node.operand;
  if (inner?.kind === "derivative") return bareOperand(inner);
  if (inner?.kind === "function" && inner.args.length === 1) return inner.args.flatMap(nameOf);
  return inner ? nameOf(inner) : [];
}

/** The one quantity through which a variable is given: T in β = 1/k_BT, where k is written without its letter below as well. */
function definedThrough(variable: Expr, given: Given): readonly string[] {
  const bodies = given.definitions.get(headKey(variable) ?? "") ?? [];
  const names = bodies.flatMap(({ body }) =>
    [...symbolsOf(body)].filter((sym) => sym.role === undefined).map((sym) => sym.name),
  );
  const others = names.includes("T") ? names.filter((name) => name !== "k") : names;
  return others.length === 1 ? others : [];
}

type Links = ReadonlyMap<string, ReadonlySet<string>>;

function reaches(links: Links, from: string, to: string): boolean {
  const seen = new Set<string>();
  const waiting = [...(links.get(from) ?? [])];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (name === to) return true;
    if (seen.has(name)) continue;
    seen.add(name);
    waiting.push(...(links.get(name) ?? []));
  }
  return false;
}

/** All names linked with these, whichever way. */
function connected(links: Links, start: readonly string[]): ReadonlySet<string> {
  const found = new Set(start);
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const [from, to] of links)
      if (found.has(from) || [...to].some((name) => found.has(name)))
        for (const name of [from, ...to]) found.add(name);
  }
  return found;
}
