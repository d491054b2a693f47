/** Reads one stated assumption — an equation, a domain, a convention, words — into facts. */
import type { Conventions, Fact } from "../../math/expr/claim";
import { both } from "../../math/expr/domains";
import type { Domain, Expr, Relation } from "../../math/expr/node";
import { parseFormula } from "../latex/formula";
import type { TexNode } from "../latex/node";
import type { Context } from "../notation/context";
import { prepare } from "../notation/prepare";
import { readSides } from "../notation/read";
import { closing } from "../notation/survey";
import { tokenOf } from "../notation/token";
import { chainOf } from "./chain";
import { conventionIn } from "./conventionIn";
import { counting } from "./counting";
import { factsOf } from "./equation";
import { readLineElement } from "./lineElement";
import { membership, tendency } from "./membership";
import { pieces } from "./pieces";
import { processOf } from "./process";
import { variants } from "./variants";
import { readWords } from "./wordsFact";

export type ConventionChange = Partial<Omit<Conventions, "declared">>;

export type Assumption =
  | {
      readonly kind: "read";
      readonly facts: readonly Fact[];
      readonly conventions: ConventionChange;
    }
  | { readonly kind: "unread"; readonly why: string };

/** `tex` as an entry of `assume`: free indices, labels and formal arguments in it are universal. */
export function readAssume(
  tex: string,
  context: Context,
  macros: Readonly<Record<string, string>> = {},
): Assumption {
  const said = readWords(tex, context) ?? relationAndWords(tex, context, macros);
  if (said) return said;
  const { nodes, problems } = parseFormula(tex, macros);
  const [problem] = problems;
  return problem ? unread(problem.what) : readAssumption(nodes, context);
}

/** “s > 0 is real”: the relation, and what is said of its left side. */
function relationAndWords(
  tex: string,
  context: Context,
  macros: Readonly<Record<string, string>>,
): Assumption | undefined {
  const [, left = "", rest = "", words = ""] =
    /^([^=<>]*?)((?:[=<>]|\\(?:leq?|geq?|neq?|equiv|in)(?![a-zA-Z])).*?)\s+((?:is|are)\s.*)$/s.exec(
      tex,
    ) ?? [];
  if (words === "") return undefined;
  const parts = [`${left}${rest}`, `${left.trim()} ${words}`].map((part) =>
    readAssume(part, context, macros),
  );
  const [unclear] = parts.filter((one) => one.kind === "unread");
  return (
    unclear ?? {
      kind: "read",
      facts: joined(parts.flatMap((one) => (one.kind === "read" ? one.facts : []))),
      conventions: {},
    }
  );
}

/** One domain for each name. */
function joined(facts: readonly Fact[]): readonly Fact[] {
  const domains = new Map<Expr, Domain>();
  for (const fact of facts)
    if (fact.kind === "domain")
      domains.set(fact.symbol, both(domains.get(fact.symbol), fact.domain));
  return [
    ...facts.filter(({ kind }) => kind !== "domain"),
    ...[...domains].map(([symbol, domain]): Fact => ({ kind: "domain", symbol, domain })),
  ];
}

/** The same for nodes of a manuscript. */
export function readAssumption(nodes: readonly TexNode[], context: Context): Assumption {
  try {
    return assumptionIn(unbracketed(nodes), context);
  } catch (error) {
    return unread(`the reader failed: ${error}`);
  }
}

/** (d = 4 − ε). */
const unbracketed = (nodes: readonly TexNode[]): readonly TexNode[] =>
  tokenOf(nodes[0]) === "(" && closing(nodes, 0) === nodes.length - 1 ? nodes.slice(1, -1) : nodes;

function assumptionIn(nodes: readonly TexNode[], context: Context): Assumption {
  const changed = conventionIn(nodes);
  if (changed) return { kind: "read", facts: [], conventions: changed };
  const line = readLineElement(nodes, context);
  if (line) return line;
  const counted = counting(chainOf(nodes), context);
  if (counted) return { kind: "read", facts: counted, conventions: {} };
  const facts: Fact[] = [];
  const conventions: ConventionChange = {};
  let waiting: (readonly TexNode[])[] = [];
  for (const piece of pieces(nodes.map(plain))) {
    const inner = conventionIn(piece.nodes);
    if (inner) {
      Object.assign(conventions, inner);
      continue;
    }
    const words = piece.words.map(({ text }) => text).join(" ");
    const chain = chainOf(piece.nodes);
    if (chain.joints.length === 0) {
      if (piece.nodes.length === 0) {
        if (!isHarmless(words)) return unread(`“${words}” is not understood`);
      } else waiting.push(piece.nodes);
      continue;
    }
    const relations = chain.joints.map(({ relation }) => relation);
    for (const left of [...waiting, chain.sides[0] ?? []])
      for (const sides of variants([left, ...chain.sides.slice(1)])) {
        const read = readLinks(sides, relations, words, context);
        if (typeof read === "string") return unread(read);
        facts.push(...read);
      }
    waiting = [];
  }
  if (waiting.length > 0)
    return isNaming(nodes) ? { kind: "read", facts, conventions } : unread("it states no relation");
  return { kind: "read", facts, conventions };
}

const unread = (why: string): Assumption => ({ kind: "unread", why });

/** Names of representations and the like: they settle nothing that a value depends on. */
const isHarmless = (words: string): boolean =>
  /^\W*$|representation|rep\.|notation|(sum|summation) convention|shorthand|momentum|energy\W*$/i.test(
    words,
  );

/** `|𝐩| = “CM momentum”`: says what a symbol is called. */
const isNaming = (nodes: readonly TexNode[]): boolean =>
  nodes.some((node) => node.kind === "words" && /^\s*(=|is|the|:)/.test(node.text));

/** A wide space inside an assumption separates as a comma does. */
const plain = (node: TexNode): TexNode =>
  node.kind === "command" && node.name === "quad"
    ? { kind: "char", text: ",", span: node.span }
    : node;

function readLinks(
  sides: readonly (readonly TexNode[])[],
  relations: readonly (Relation | undefined)[],
  words: string,
  context: Context,
): readonly Fact[] | string {
  const special =
    membership(sides, relations, context) ??
    processOf(sides, relations, context) ??
    tendency(sides, relations, words, context);
  if (special) return special;
  const { readings, gaps } = readSides(sides.map(prepare), context);
  const [gap] = gaps;
  if (gap) return `${gap.token}: ${gap.why}`;
  const [first] = readings;
  if (!first) return "nothing stands there";
  const facts: Fact[] = [];
  for (const [i, relation] of relations.entries()) {
    // In A = B = C every side equals the last one of the run.
    const until = relations.findIndex((other, j) => j >= i && other !== "=");
    const right = first[relation === "=" ? (until < 0 ? relations.length : until) : i + 1];
    const left = first[i];
    if (!left || !right || relation === undefined) return "a relation is not understood";
    const found = factsOf(left as Expr, relation, right);
    if (typeof found === "string") return found;
    facts.push(...found);
  }
  return facts;
}
