/** Parentheses, brackets and braces: grouping, commutators, anticommutators, tuples. */
import { anticommutator, call, commutator, func, opaque, tuple } from "../../math/expr/build";
import { intern } from "../../math/expr/intern";
import type { Expr } from "../../math/expr/node";
import { some } from "../../math/expr/walk";
import type { TexNode } from "../latex/node";
import { closedGroup } from "./closedGroup";
import { readInside } from "./expression";
import { vectorsIn } from "./forms";
import { bareMark, endsInState, innerMark, innerProduct, pairingMark } from "./innerProducts";
import { nameOf, wordOf } from "./name";
import { choose, gap, peek, type Reader, token } from "./reader";
import { relationOf } from "./relations";
import type { NotationRule } from "./rule";
import { signedBracket } from "./signedBracket";
import { sortOf } from "./sort";
import { splitAt } from "./split";
import { closing, uses } from "./survey";
import { isDigit, tokenOf } from "./token";
import { sixJ } from "./wignerSymbols";

export interface Fenced {
  readonly open: string;
  readonly close: string;
  readonly inside: readonly TexNode[];
}

/** The pair of fences at the cursor with what it holds, consumed; undefined where nothing closes it. */
export function takeFenced(reader: Reader): Fenced | undefined {
  const close = closing(reader.nodes, reader.at);
  if (close === undefined) return undefined;
  const found = {
    open: token(reader),
    close: tokenOf(reader.nodes[close]),
    inside: reader.nodes.slice(reader.at + 1, close),
  };
  reader.at = close + 1;
  return found;
}

export const parentheses: NotationRule = {
  name: "parentheses",
  begins: ["(", "[", "\\{", ".", "\\lfloor", "\\lceil"],
  examples: [
    ["(a+b)c", "(a + b) c"],
    ["[A,B]", "[A, B]"],
    [String.raw`\{A,B\}`, "{A, B}"],
  ],
  read(reader) {
    if (token(reader) === "." && peek(reader)?.kind !== "fence") return undefined;
    const fenced = takeFenced(reader);
    if (!fenced) return unclosed(reader);
    const items = splitAt(fenced.inside, ",");
    if (fenced.open === "[" && fenced.close === "]" && items.length === 2)
      return takenAt(reader, bracket(reader, items));
    if (fenced.open === "\\{" && fenced.close === "\\}") return braces(reader, fenced, items);
    const rounding = roundings[fenced.open + fenced.close];
    if (rounding) return func(rounding, [readInside(reader, fenced.inside)]);
    if (isDimension(reader, fenced)) return func("dimension", [readInside(reader, fenced.inside)]);
    if (items.length > 1) return listed(reader, fenced, items);
    const inside = readInside(reader, fenced.inside);
    const composed = inside.kind === "opaque" && inside.what === "∘";
    const maps = composed ? !composes(reader) : isPairOfMaps(reader, inside);
    if (maps && token(reader) === "(") return call(inside, ...placesBehind(reader));
    const vectors = isForm(inside) || isMap(reader, inside) ? vectorsIn(reader, "any") : undefined;
    return vectors ? call(inside, ...vectors) : closedGroup(reader, inside);
  },
};

/** The f⊗g of (f⊗g)(x⊗y) beside f(x): maps, not things multiplied. */
const isPairOfMaps = ({ page }: Reader, node: Expr): boolean =>
  node.kind === "tensor-product" &&
  node.factors.every(
    (factor) => factor.kind === "symbol" && uses(page.survey, factor.name, "called") > 0,
  );

/** (f∘φ)(g∘φ) is a product. */
const composes = ({ nodes, at }: Reader): boolean =>
  nodes.slice(at, closing(nodes, at)).some((node) => tokenOf(node) === "\\circ");

/** [X,Y](f), [ω,η](p): one name in parentheses behind a commutator is what it is applied to. */
function takenAt(reader: Reader, found: Expr): Expr {
  const [open, place, close] = reader.nodes.slice(reader.at, reader.at + 3);
  const single = tokenOf(open) === "(" && tokenOf(close) === ")";
  if (!single || !place || !/^[fghp]$/.test(nameOf(place)?.name ?? "")) return found;
  reader.at += 3;
  return call(found, readInside(reader, [place]));
}

/** What (f∘g)(x) is taken at. */
const placesBehind = (reader: Reader): readonly Expr[] =>
  splitAt(takeFenced(reader)?.inside ?? [], ",").map((item) => readInside(reader, item));

/** ⌊x⌋ and ⌈x⌉. */
const roundings: Readonly<Record<string, string>> = {
  "\\lfloor\\rfloor": "floor",
  "\\lceil\\rceil": "ceil",
};

/** X⌟ω, α∧β, A⊗B, ρ_1⊕ρ_2 and sums of such are applied to vectors. */
const isForm = (node: Expr): boolean =>
  node.kind === "wedge" ||
  (node.kind === "tensor-product" && node.factors.every((factor) => sortOf(factor) !== "state")) ||
  (node.kind === "series" && some(node.body, (part) => part.kind === "tensor-product")) ||
  (node.kind === "opaque" && (node.what === "⌟" || node.what === "⊕"));

/** The λ+λ′ of (λ+λ′)(H) beside λ(H): a sum of what is called. */
const isMap = ({ page }: Reader, node: Expr): boolean =>
  node.kind === "sum" &&
  node.terms.every(
    (term) =>
      term.kind === "symbol" && uses(page.survey, term.name.replace(/′+$/u, ""), "called") > 0,
  );

/** A tuple, or the inner product of two states. */
function listed(reader: Reader, { open }: Fenced, items: readonly TexNode[][]): Expr {
  const parts = items.map((item) => readInside(reader, item));
  const [left, right] = parts;
  const { seen } = reader.page.survey;
  const inner = open === "(" && parts.length === 2 && seen.has(innerMark);
  const paired = open === "(" && parts.length === 2 && seen.has(pairingMark);
  if (paired && !inner) return func("inner", parts);
  if (!inner || !left || !right || !parts.every(endsInState)) return tuple(...parts);
  const bare = seen.has(bareMark);
  return !bare || choose<boolean>(reader, "pairs", [true, false])
    ? innerProduct(left, right)
    : tuple(...parts);
}

/** `[\\mathcal{L}] = 4`: brackets around a whole side that hold no sum ask for the dimension. */
const isDimension = (reader: Reader, { open, close, inside }: Fenced): boolean =>
  !reader.script &&
  open === "[" &&
  close === "]" &&
  inside.length + 2 === reader.nodes.length &&
  reader.page.sides > 1 &&
  reader.nodes[0]?.kind === "char" &&
  !inside.every(isDigit) &&
  !inside.some((node) => /^[+\-,]$|^\\(?:frac|pm|rangle)$/.test(tokenOf(node)));

function unclosed(reader: Reader): Expr | undefined {
  const node = peek(reader);
  if (!node) return undefined;
  reader.at++;
  return gap(reader, [node], "nothing closes it");
}

function bracket(reader: Reader, items: readonly TexNode[][]): Expr {
  const [left, right] = items.map((item) => readInside(reader, item)) as [Expr, Expr];
  return signedBracket(reader, left, right) ?? commutator(left, right);
}

/** {A,B}: anticommutator of matrices and operators, Poisson bracket of functions, else a set; alone, a grouping. */
function braces(reader: Reader, { inside }: Fenced, items: readonly TexNode[][]): Expr {
  const [table] = inside;
  const wigner =
    inside.length === 1 && table?.kind === "table" ? sixJ(reader, table.rows) : undefined;
  if (wigner) return wigner;
  const isColon = inside.some((node) => /^(?::|\\mid|\\colon)$/.test(tokenOf(node)));
  const [members, condition, ...more] = splitAt(
    inside,
    ...(isColon ? [":", "\\mid", "\\colon"] : ["|"]),
  );
  if (members && condition?.some((node) => relationOf(node)) && more.length === 0)
    return opaque("set", readInside(reader, members), readInside(reader, condition));
  if (items.length === 2) {
    const [left, right] = items.map((item) => readInside(reader, item)) as [Expr, Expr];
    if (reader.script) return opaque("set", left, right);
    if (takesPoissonMark(reader)) return intern({ kind: "bracket", sort: "poisson", left, right });
    const signed = signedBracket(reader, left, right);
    if (signed) return signed;
    const operators = [left, right].some(
      (side) =>
        ["matrix", "spinor"].includes(sortOf(side)) ||
        isMode(side) ||
        some(side, (part) => part.kind === "involution" && part.sort === "dagger"),
    );
    if (operators) return anticommutator(left, right);
    if ([left, right].every((side) => side.kind === "num")) return opaque("set", left, right);
    const sort = choose(reader, "braces", ["poisson", "anticommutator"] as const);
    return intern({ kind: "bracket", sort, left, right });
  }
  if (items.length > 2) return opaque("set", ...items.map((item) => readInside(reader, item)));
  return readInside(reader, inside);
}

/** b_𝐩 and b^r_𝐩: numbered by a momentum. */
const isMode = (node: Expr): boolean =>
  node.kind === "labelled" &&
  /^[abcd]$/.test(node.head.name) &&
  node.labels.some((label) => sortOf(label) === "three-vector");

/** {f,g}_{PB} says what it is. */
function takesPoissonMark(reader: Reader): boolean {
  const node = peek(reader);
  if (node?.kind !== "script" || node.place !== "sub") return false;
  if (!/^(?:P\.?B\.?|PB|pb)$/.test(wordOf(node.children)?.trim() ?? "")) return false;
  reader.at++;
  return true;
}

/** `\set{x|x>0}` of braket. */
export const setMacro: NotationRule = {
  name: "sets by macro",
  begins: ["\\set", "\\Set"],
  examples: [[String.raw`\set{x|x>0}`, "set(x, x > 0)"]],
  read(reader) {
    const node = peek(reader);
    const inside = node?.kind === "command" ? node.args.at(-1) : undefined;
    if (!inside) return undefined;
    reader.at++;
    const items = splitAt(inside, "|", "\\mid", ":", ",");
    return opaque("set", ...items.map((item) => readInside(reader, item)));
  },
};

export const group: NotationRule = {
  name: "groups",
  begins: ["{}"],
  examples: [["{a}b", "a b"]],
  read(reader) {
    const node = peek(reader);
    if (node?.kind !== "group" || node.children.length === 0 || nameOf(node)) return undefined;
    reader.at++;
    return readInside(reader, node.children);
  },
};
