/** The door: nodes of a formula or statement → expressions, with what could not be read. */
import { hole } from "../../math/expr/build";
import type { Expr, Relation } from "../../math/expr/node";
import type { TexNode } from "../latex/node";
import { cover, type Span } from "../text/span";
import { attach } from "./attach";
import { type Context, defaultContext, type Kind } from "./context";
import { readAll } from "./expression";
import type { Gap } from "./gap";
import { levels } from "./levels";
import { withElements } from "./matrixElements";
import { isOverlong } from "./overlong";
import { prepare } from "./prepare";
import { gap, type Page, type Reader } from "./reader";
import { relationOf } from "./relations";
import { table } from "./rules";
import { inSameRange } from "./sameRange";
import { surveyOf } from "./surveyOf";
import { holdsMarks } from "./symmetrised";
import { sourceOf, tokenOf } from "./token";

export interface Reading {
  /** One to four, likeliest first; equal ones are left out. */
  readonly readings: readonly Expr[];
  readonly gaps: readonly Gap[];
}

export interface Statement {
  /** Each reading gives every side, read in one way; one to four, likeliest first. */
  readonly readings: readonly (readonly Expr[])[];
  /** Between the sides: one fewer than sides. */
  readonly relations: readonly Relation[];
  readonly spans: readonly Span[];
  readonly gaps: readonly Gap[];
  /** What each name was taken for, with the evidence; bold names begin with an asterisk. */
  readonly kinds: ReadonlyMap<string, Kind>;
}

/** Reads one side, term or symbol on its own. */
export function readFormula(
  nodes: readonly TexNode[],
  context: Context = defaultContext(),
): Reading {
  if (isOverlong(nodes)) return { ...unreadSides([nodes]), readings: [hole(sourceOf(nodes))] };
  const { readings, gaps } = readSides([trimmed(prepare(nodes))], context);
  return { readings: readings.flat(), gaps };
}

/** Reads a chain of sides joined by relations; all sides are read in one way. */
export function readStatement(
  nodes: readonly TexNode[],
  context: Context = defaultContext(),
): Statement {
  if (isOverlong(nodes)) return { ...unreadSides([nodes]), relations: [], spans: [spanOf(nodes)] };
  const { sides, relations } = splitRelations(prepare(nodes));
  const read = readSides(sides.map(trimmed), context);
  return { ...read, relations, spans: sides.map(spanOf) };
}

/** Sides that belong together although they stand apart: they are surveyed as one. */
export function readSides(
  written: readonly (readonly TexNode[])[],
  context: Context,
): {
  readonly readings: readonly (readonly Expr[])[];
  readonly gaps: readonly Gap[];
  readonly kinds: ReadonlyMap<string, Kind>;
} {
  if (written.some(isOverlong)) return unreadSides(written);
  const sides = withElements(written);
  const survey = surveyOf(sides);
  const readOnce = (answers: ReadonlyMap<string, number>) => {
    const page: Page = {
      context,
      rules: table,
      survey,
      gaps: [],
      asked: new Map(),
      answers,
      kinds: new Map(),
      notions: new Map(),
      attach,
      fresh: new Set(),
      sides: sides.length,
      fuel: 20000,
      depth: 0,
    };
    const found = inSameRange(sides.map((nodes) => readSide({ nodes, page, at: 0 })));
    return { found, page };
  };
  const first = readOnce(new Map());
  const readings = [first.found];
  for (const [question, count] of first.page.asked)
    for (let answer = 1; answer < count && readings.length < 4; answer++) {
      const { found } = readOnce(new Map([[question, answer]]));
      if (!readings.some((known) => known.every((side, i) => side === found[i])))
        readings.push(found);
    }
  return { readings, gaps: first.page.gaps, kinds: settled(first.page) };
}

/** Kinds of names and of names with scripts: g and g_{μν} may be two things. */
const settled = ({ kinds, notions }: Page): ReadonlyMap<string, Kind> =>
  new Map([
    ...kinds,
    ...[...notions].map(([name, kind]): [string, Kind] => [
      kinds.has(name) ? `${name} with scripts` : name,
      kind,
    ]),
  ]);

function unreadSides(sides: readonly (readonly TexNode[])[]): ReturnType<typeof readSides> {
  const gaps = sides.map(
    (side): Gap => ({
      span: spanOf(side),
      token: tokenOf(side[0]),
      why: "too long or too deep to be read",
    }),
  );
  return { readings: [sides.map((side) => hole(sourceOf(side)))], gaps, kinds: new Map() };
}

/** One side; brackets around indices that never close make it unreadable. */
function readSide(reader: Reader): Expr {
  const found = readAll(reader);
  return holdsMarks(found)
    ? gap(reader, reader.nodes, "brackets around indices do not pair")
    : found;
}

/** Sides between the relations that stand outside all fences and kets. */
function splitRelations(nodes: readonly TexNode[]): {
  readonly sides: TexNode[][];
  readonly relations: Relation[];
} {
  const sides: TexNode[][] = [[]];
  const relations: Relation[] = [];
  const depths = levels(nodes);
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] as TexNode;
    const colon =
      tokenOf(node) === ":" && tokenOf(nodes[i + 1]) === "=" && !isOpenColon(sides.at(-1) ?? []);
    const relation = (depths[i] ?? 0) > 0 ? undefined : colon ? ":=" : relationOf(node);
    if (!relation) sides[sides.length - 1]?.push(node);
    else {
      if (colon) i++;
      relations.push(relation);
      sides.push([]);
    }
  }
  return { sides, relations };
}

/** A colon that opens a normal ordering waits for the one that closes it. */
const isOpenColon = (nodes: readonly TexNode[]): boolean =>
  nodes.filter((node) => tokenOf(node) === ":").length % 2 === 1;

/** Without the punctuation that ends a sentence. */
function trimmed(written: readonly TexNode[]): readonly TexNode[] {
  const nodes = withoutRemark(written);
  let end = nodes.length;
  const colons = nodes.filter((node) => tokenOf(node) === ":").length;
  while (
    end > 0 &&
    [".", ",", ";", ":", "\\quad"].includes(tokenOf(nodes[end - 1])) &&
    (tokenOf(nodes[end - 1]) !== ":" || colons === 1) &&
    nodes[end - 1]?.kind !== "fence"
  )
    end--;
  return nodes.slice(0, end);
}

/** Words at the very end speak about the formula and are no part of it. */
function withoutRemark(nodes: readonly TexNode[]): readonly TexNode[] {
  const last = nodes[nodes.length - 1];
  const remark =
    last?.kind === "words" && nodes.length > 1 && !endsInMeaning.test(last.text.trim());
  const before = tokenOf(nodes[nodes.length - 2]);
  return remark && !joiningSigns.has(before) ? nodes.slice(0, -1) : nodes;
}

const endsInMeaning = /^(?:\p{L}{1,3}|[hc]\.\s*c\.?|[^\p{L}]*|\S+)$/iu;
const joiningSigns = new Set(["+", "-", "\\cdot", "\\times", "/", "=", "("]);

function spanOf(nodes: readonly TexNode[]): Span {
  const [first] = nodes;
  const last = nodes[nodes.length - 1];
  return first && last ? cover(first.span, last.span) : { start: 0, end: 0 };
}
