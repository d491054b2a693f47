/** One factor: what a rule reads at the cursor, with its scripts and whatever belongs behind it. */
import type { Expr } from "../../math/expr/node";
import type { Script, TexNode } from "../latex/node";
import { nameOf } from "./name";
import { attempt, gap, next, over, peek, type Reader, token } from "./reader";
import type { NotationRule } from "./rule";
import { tokenOf } from "./token";

/** Undefined only at the end of the nodes or on a closing fence. */
export function readFactor(reader: Reader): Expr | undefined {
  const { page } = reader;
  if (page.depth >= mostNested) page.fuel = 0;
  if (page.fuel <= 0) return undefined;
  page.depth++;
  const head = readHead(reader);
  const found = head && readBehind(reader, head);
  page.depth--;
  return found;
}

/** Nobody nests factors so deep; ∑∑∑…, ∂∂∂… and |||… would without end. */
const mostNested = 500;

function readHead(reader: Reader): Expr | undefined {
  while (isEmptyGroup(peek(reader))) next(reader);
  const node = peek(reader);
  if (!node) return undefined;
  for (const rule of reader.page.rules.prefix.get(token(reader)) ?? []) {
    const found = attempt(reader, (at) => rule.read?.(at));
    if (found) return rule.ownScripts ? found : reader.page.attach(reader, found);
  }
  const named = attempt(reader, (at) => reader.page.rules.name.read?.(at));
  if (named) return named;
  if (closers.has(token(reader))) return undefined;
  if (node.kind === "script") return readLooseScript(reader, node);
  next(reader);
  return reader.page.attach(reader, gap(reader, [node], "no notation begins so"));
}

/** Scripts with nothing before them, as in `{}^{4}He`: they belong to what follows, and that is not read. */
function readLooseScript(reader: Reader, node: Script): Expr {
  next(reader);
  const named = attempt(reader, (at) => afterName(at, node));
  if (named) return named;
  return gap(reader, [node], "a script with nothing before it");
}

/** ^{(3)}R is the R that is otherwise written R^{(3)}. */
function afterName(reader: Reader, script: Script): Expr | undefined {
  const text = script.children.map(tokenOf).join("");
  const name = peek(reader);
  if (script.place === "sub" || !/^\([0-9]\)$/.test(text) || !nameOf(name) || !name)
    return undefined;
  reader.at++;
  const behind = over(reader, [name, script, ...reader.nodes.slice(reader.at)]);
  const found = reader.page.rules.name.read?.(behind);
  reader.at += behind.at - 2;
  return found;
}

function readBehind(reader: Reader, head: Expr): Expr {
  let left = head;
  for (;;) {
    const more = behind(reader, left);
    if (!more) return left;
    left = more;
  }
}

function behind(reader: Reader, left: Expr): Expr | undefined {
  if (reader.stop?.(reader, 1)) return undefined;
  const rules: readonly NotationRule[] = reader.page.rules.postfix.get(token(reader)) ?? [];
  for (const rule of rules) {
    const found = attempt(reader, (at) => rule.after?.(at, left));
    if (found) return found;
  }
  return undefined;
}

const closers = new Set([")", "]", "\\}", "\\rfloor", "\\rceil", "\\rangle", "&", "\\\\"]);
const isEmptyGroup = (node: TexNode | undefined): boolean =>
  node?.kind === "group" && node.children.length === 0;

/** The factor an argument without braces would be: used where exactly one thing is wanted. */
export const readOne = (reader: Reader, nodes: readonly TexNode[]): Expr | undefined =>
  readFactor(over(reader, nodes));
