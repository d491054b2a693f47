/** Sums and products over labels, with everything that may stand below the sign. */
import { negate, num, one, opaque, sum, symbol } from "../../math/expr/build";
import { intern } from "../../math/expr/intern";
import type { Comparison, Expr, Series } from "../../math/expr/node";
import { symbolsOf } from "../../math/expr/walk";
import type { TexNode } from "../latex/node";
import { readBody } from "./body";
import { conditioned } from "./conditionedSums";
import { readInside } from "./expression";
import { nameOf } from "./name";
import { choose, next, type Reader, token } from "./reader";
import { relationOf } from "./relations";
import { restOfTerm } from "./restOfTerm";
import type { NotationRule } from "./rule";
import { capitalOrWord } from "./scriptShape";
import { isPrime, scriptAt, takeScripts } from "./scripts";
import { splitAt } from "./split";
import { readTerm } from "./term";
import { isDigit, tokenOf } from "./token";

export const series: NotationRule = {
  name: "sums and products",
  begins: ["\\sum", "\\prod", "∑", "∏", "\\sumint", "\\SumInt"],
  ownScripts: true,
  examples: [
    [String.raw`\sum_{n=0}^\infty x^n`, "∑_(n=0)^∞ x^(n)"],
    [String.raw`\sum_n a_n b_n`, "∑_(n) a_n b_n"],
    [String.raw`\sum_{i<j} V_{ij}`, "∑_(i < j) V_(i, j)"],
    [String.raw`\sum_{i,j>0} V_{ij}`, "∑_(i > 0) ∑_(j > 0) V_(i, j)"],
    [String.raw`\sum_{n\ge1} nx^n`, "∑_(n=1)^∞ n x^(n)"],
    [String.raw`\sum_{\lambda=1,2} x_\lambda`, "∑_(λ∈{1, 2}) x_λ"],
    [String.raw`\prod_{k=1}^n k`, "∏_(k=1)^n k"],
  ],
  read(reader) {
    const sort = /prod|∏/.test(token(reader)) ? "product" : "sum";
    if (/[iI]nt$/.test(token(reader))) return undefined;
    next(reader);
    while (token(reader) === "\\limits" || token(reader) === "\\nolimits") next(reader);
    const parts = takeScripts(reader);
    const below = rowsOf(scriptAt(parts, "sub") ?? []);
    const above = scriptAt(parts, "sup");
    const range = readRange(reader, below);
    if (above?.length && above.every(isPrime)) return restricted(reader, sort, range);
    const upper = above && above.length > 0 ? { upper: readInside(reader, above) } : {};
    const first = readBody(reader) ?? one;
    const body = sum(first, ...furtherTerms(reader, range.variables));
    const variables = range.variables.map((variable) => labelOf(variable, body));
    const { condition: given } = range;
    const condition = given && { condition: { ...given, left: labelOf(given.left, body) } };
    return conditioned(
      intern({ kind: "series", sort, ...range, variables, ...condition, ...upper, body }),
    );
  },
};

/** ∑′ leaves out a term that the text names; nothing here says which. */
const restricted = (reader: Reader, sort: "sum" | "product", { variables }: Range): Expr =>
  opaque(sort === "sum" ? "∑′" : "∏′", ...variables, readBody(reader) ?? one);

/** The letter i below a sum is the label of what is summed, not the imaginary unit. */
const labelOf = (variable: Expr, body: Expr): Expr =>
  variable.kind === "constant" && variable.name === "i"
    ? ([...symbolsOf(body)].find(({ name }) => name === "i") ?? variable)
    : variable;

const bigSigns: Readonly<Record<string, string>> = {
  "\\bigotimes": "⨂",
  "\\bigoplus": "⨁",
  "\\bigcup": "⋃",
  "\\bigcap": "⋂",
  "\\bigwedge": "⋀",
  "\\coprod": "∐",
  "\\bigsqcup": "⨆",
};

export const bigOperators: NotationRule = {
  name: "unions, direct sums and tensor products over labels",
  begins: Object.keys(bigSigns),
  ownScripts: true,
  examples: [[String.raw`\bigotimes_{i=1}^n V_i`, "⨂_(i = 1)^n V_i"]],
  read(reader) {
    const sign = bigSigns[token(reader)] ?? "";
    next(reader);
    const parts = takeScripts(reader);
    const range = readRange(reader, rowsOf(scriptAt(parts, "sub") ?? []));
    const above = scriptAt(parts, "sup");
    const upper = above ? [readInside(reader, above)] : [];
    return opaque(sign, rangeOf(range), ...upper, readBody(reader) ?? one);
  },
};

/** Terms behind the first that carry the label in a script are summed as well: ∑_i a_i + b_i without parentheses. */
function furtherTerms(reader: Reader, variables: readonly Expr[]): Expr[] {
  const names = variables.flatMap((variable) =>
    variable.kind === "symbol" ? [variable.name] : [],
  );
  const found: Expr[] = [];
  while (/^[-+−]$/.test(token(reader)) && carries(restOfTerm(reader.nodes, reader.at + 1), names)) {
    const reach = choose(reader, "reach of ∑", ["all", "term"] as const);
    if (reach === "term") break;
    const minus = token(reader) !== "+";
    next(reader);
    const term = readTerm(reader);
    if (!term) break;
    found.push(minus ? negate(term) : term);
  }
  return found;
}

/** Whether a script here holds one of these letters, with no sum sign to bind it. */
function carries(nodes: readonly TexNode[], names: readonly string[]): boolean {
  if (nodes.some((node) => /^(?:\\sum|\\prod|∑|∏)$/.test(tokenOf(node)))) return false;
  return nodes.some((node) => {
    if (node.kind === "script")
      return node.children.some((inner) => names.includes(nameOf(inner)?.name ?? ""));
    if (node.kind === "command") return node.args.some((arg) => carries(arg ?? [], names));
    return node.kind === "group" && carries(node.children, names);
  });
}

/** `\substack{i<j \\ k}` is one list. */
export function rowsOf(nodes: readonly TexNode[]): readonly TexNode[] {
  const [only] = nodes;
  if (only?.kind !== "command" || only.name !== "substack") return nodes;
  return only.args[0] ?? [];
}

type Range = Pick<Series, "variables" | "lower" | "values" | "condition">;

/** A range as one condition: i = 1, i ∈ I. */
function rangeOf({ variables, lower, values, condition }: Range): Expr {
  const row = (items: readonly Expr[]): Expr =>
    items.length === 1 && items[0] ? items[0] : opaque("list", ...items);
  if (variables.length === 0) return opaque("nothing");
  if (lower) return opaque("=", row(variables), lower);
  if (values) return opaque("=", row(variables), row(values));
  if (!condition) return row(variables);
  const { left, relation, right } = condition;
  const others = variables.filter((variable) => variable !== left);
  return row([opaque(relation, left, right), ...others]);
}

function readRange(reader: Reader, below: readonly TexNode[]): Range {
  if (below.length === 0) return { variables: [] };
  if (/^(?:\\langle|⟨)$/.test(tokenOf(below[0]))) return neighbours(reader, below);
  const pieces = splitAt(below, ",");
  const place = pieces.findIndex((piece) => piece.some((node) => relationOf(node)));
  if (place < 0) return { variables: pieces.flatMap((piece) => readVariables(reader, piece)) };
  const before = pieces.slice(0, place).flatMap((piece) => readVariables(reader, piece));
  const [related = [], ...after] = pieces.slice(place);
  return relatedRange(reader, before, related, after);
}

/** ∑_⟨ij⟩ goes over neighbours. */
function neighbours(reader: Reader, below: readonly TexNode[]): Range {
  const close = below.findIndex((node) => /^(?:\\rangle|⟩)$/.test(tokenOf(node)));
  const labelsIn = (nodes: readonly TexNode[]): readonly Expr[] =>
    splitAt(nodes, ",").flatMap((piece) => readVariables(reader, piece));
  const pair = labelsIn(below.slice(1, close < 0 ? below.length : close));
  const variables = [...pair, ...labelsIn(close < 0 ? [] : below.slice(close + 1))];
  const [left, ...others] = pair;
  if (!left) return { variables };
  return { variables, condition: { left, relation: "∈", right: opaque("neighbours", ...others) } };
}

function relatedRange(
  reader: Reader,
  before: readonly Expr[],
  related: readonly TexNode[],
  after: readonly (readonly TexNode[])[],
): Range {
  const at = related.findIndex((node) => relationOf(node));
  const relation = relationOf(related[at]) ?? "=";
  const left = related.slice(0, at);
  const right = related.slice(at + 1);
  if (
    right.some((node) => relationOf(node)) ||
    after.some((piece) => piece.some((node) => relationOf(node)))
  )
    return wholeCondition(reader, before, related, after);
  const variables = [...before, ...readVariables(reader, left)];
  if (relation !== "=")
    return {
      variables: [...variables, ...after.flatMap((piece) => readVariables(reader, piece))],
      condition: { left: readInside(reader, left), relation, right: readInside(reader, right) },
    };
  const values = [right, ...after].flatMap((piece) => readValues(reader, piece));
  const [only] = values;
  return values.length === 1 && only ? { variables, lower: only } : { variables, values };
}

/** n₁+n₂=N, 0≤k<n, several conditions at once: kept as one. */
function wholeCondition(
  reader: Reader,
  before: readonly Expr[],
  related: readonly TexNode[],
  after: readonly (readonly TexNode[])[],
): Range {
  const all = [related, ...after];
  const right = opaque("where", ...all.map((piece) => readInside(reader, piece)));
  const variables = [...before, ...namesOf(reader, all.flat())];
  const condition: Comparison = { left: variables[0] ?? right, relation: "∈", right };
  return { variables, condition };
}

const namesOf = (reader: Reader, nodes: readonly TexNode[]): Expr[] => {
  const first = nodes.find((node) => nameOf(node));
  return first ? [readInside(reader, [first])] : [];
};

/** `ij` are two labels; a name with scripts is one. */
function readVariables(reader: Reader, written: readonly TexNode[]): Expr[] {
  const braces = tokenOf(written[0]) === "\\{" && tokenOf(written.at(-1)) === "\\}";
  const nodes = braces ? written.slice(1, -1) : written;
  if (braces) return splitAt(nodes, ",").flatMap((piece) => readVariables(reader, piece));
  if (nodes.length === 0) return [];
  const [only] = nodes;
  if (only && nodes.length === 1 && /^\\pm$|^\\mp$/.test(tokenOf(only)))
    return [symbol("±", "label")];
  if (nodes.some((node) => node.kind === "words")) return readWorded(reader, nodes);
  const word = nodes.length > 3 ? capitalOrWord(nodes) : undefined;
  if (word) return [opaque(word)];
  const letters = nodes.every((node) => node.kind !== "script" && nameOf(node));
  if (letters && nodes.length > 1) return nodes.map((node) => readInside(reader, [node]));
  return [readInside(reader, nodes)];
}

/** `n \text{ odd}`: the words stay beside the label. */
function readWorded(reader: Reader, nodes: readonly TexNode[]): Expr[] {
  const found: Expr[] = [];
  let label: TexNode[] = [];
  const flush = (): void => {
    if (label.length > 0) found.push(readInside(reader, label));
    label = [];
  };
  for (const node of nodes)
    if (node.kind === "words") {
      flush();
      found.push(opaque(node.text.trim()));
    } else label.push(node);
  flush();
  return found;
}

function readValues(reader: Reader, nodes: readonly TexNode[]): Expr[] {
  const source = nodes.map(tokenOf).join("");
  if (source === "\\pm" || source === "\\mp" || source === "+-") return [one, negate(one)];
  if (source === "+") return [one];
  if (source === "-") return [negate(one)];
  if (source === "\\pm1") return [one, negate(one)];
  if (nodes.length > 0 && nodes.every(isDigit)) return [num(BigInt(source))];
  return nodes.length > 0 ? [readInside(reader, nodes)] : [];
}
