/** A cursor over the nodes of a formula, and what all cursors of one statement share. */

import { hole } from "../../math/expr/build";
import type { Expr } from "../../math/expr/node";
import type { TexNode } from "../latex/node";
import type { Context, Kind } from "./context";
import type { Gap } from "./gap";
import type { NotationRule } from "./rule";
import type { Survey } from "./survey";
import { sourceOf, tokenOf } from "./token";

/** Rules by the token that leads to them. */
export interface RuleTable {
  readonly prefix: ReadonlyMap<string, readonly NotationRule[]>;
  readonly postfix: ReadonlyMap<string, readonly NotationRule[]>;
  readonly infix: ReadonlyMap<string, readonly NotationRule[]>;
  /** Tried on any letter or letter-like command that no rule claims. */
  readonly name: NotationRule;
}

/** Shared by every reader of one statement, so that both sides are read in one way. */
export interface Page {
  readonly context: Context;
  readonly rules: RuleTable;
  /** How the statement uses its names. */
  readonly survey: Survey;
  readonly gaps: Gap[];
  /** Questions evidence leaves open, with the number of answers each has. */
  readonly asked: Map<string, number>;
  /** The answers this reading takes; the first where none is given. */
  readonly answers: ReadonlyMap<string, number>;
  /** Kinds settled so far, by name. */
  readonly kinds: Map<string, Kind>;
  /** What the scripts of a name made of it, by name. */
  readonly notions: Map<string, Kind>;
  /** Puts the scripts at the cursor on a factor that is no name. */
  attach(reader: Reader, factor: Expr): Expr;
  /** How many sides the statement has. */
  readonly sides: number;
  /** Index letters put in by notations that leave theirs unsaid. */
  readonly fresh: Set<string>;
  /** Steps left before reading gives up: no input may take forever. */
  fuel: number;
  /** How many factors are being read inside each other. */
  depth: number;
}

export interface Reader {
  readonly nodes: readonly TexNode[];
  readonly page: Page;
  /** Position of the next node. */
  at: number;
  /** Inside a subscript, where i is an index and never √−1. */
  readonly script?: boolean;
  /** Where a product ends although the nodes go on; asked only after `count` factors were read. */
  readonly stop?: (reader: Reader, count: number) => boolean;
}

export const peek = (reader: Reader, ahead = 0): TexNode | undefined =>
  reader.nodes[reader.at + ahead];
export const token = (reader: Reader, ahead = 0): string => tokenOf(peek(reader, ahead));
export const ended = (reader: Reader): boolean => reader.at >= reader.nodes.length;

/** Consumes the next node. */
export function next(reader: Reader): TexNode | undefined {
  reader.page.fuel--;
  return reader.nodes[reader.at++];
}

/** A reader over other nodes of the same statement: an argument, the inside of a fence. */
export const over = (reader: Reader, nodes: readonly TexNode[], stop?: Reader["stop"]): Reader => ({
  nodes,
  page: reader.page,
  at: 0,
  ...(reader.script ? { script: true } : {}),
  ...(stop ? { stop } : {}),
});

/** Tries a way of reading; where it gives nothing, the cursor and the gaps are as before. */
export function attempt<T>(reader: Reader, way: (reader: Reader) => T | undefined): T | undefined {
  const { at } = reader;
  const gaps = reader.page.gaps.length;
  const found = way(reader);
  if (found === undefined) {
    reader.at = at;
    reader.page.gaps.length = gaps;
  }
  return found;
}

/** Notes that these nodes are not covered and gives what stands in their place. */
export function gap(reader: Reader, nodes: readonly TexNode[], why: string): Expr {
  const source = sourceOf(nodes);
  const first = nodes[0];
  const last = nodes[nodes.length - 1];
  const span = { start: first?.span.start ?? 0, end: last?.span.end ?? 0 };
  reader.page.gaps.push({ span, token: first ? tokenOf(first) : source, why });
  return hole(source);
}

/** One of several answers that evidence leaves, likeliest first; each reading of the statement takes one. */
export function choose<T>(reader: Reader, question: string, answers: readonly [T, ...T[]]): T {
  reader.page.asked.set(question, answers.length);
  return answers[reader.page.answers.get(question) ?? 0] ?? answers[0];
}
