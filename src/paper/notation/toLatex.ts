/** Expressions as LaTeX that reads back as the same tree. */
import { binding, bindingOf, reaches, signed } from "../../math/expr/binding";
import { negate } from "../../math/expr/build";
import { conditionOf } from "../../math/expr/given";
import { intern } from "../../math/expr/intern";
import type {
  Bracket,
  By,
  Call,
  Comparison,
  Derivative,
  Expr,
  Func,
  Index,
  Integral,
  Labelled,
  Measure,
  Num,
  Product,
  Relation,
  Series,
  Sym,
} from "../../math/expr/node";
import { piecesBelow } from "../../math/expr/piecesBelow";
import { heights } from "../../math/expr/print";
import { isWhole, printNumber } from "../../math/expr/printScripts";
import { some } from "../../math/expr/walk";
import { functionToLatex } from "./functionLatex";
import { writeIndex, writeLetter, writeName } from "./latexNames";
import { opaqueToLatex } from "./opaqueLatex";
import { relationLatex } from "./relations";
import { sortOf } from "./sort";

export function toLatex(node: Expr): string {
  switch (node.kind) {
    case "num":
      return number(node);
    case "constant":
      return constants[node.name];
    case "symbol":
      return scripted(node, []);
    case "labelled":
      return scripted(node, []);
    case "tensor":
      return tensor(node.head, node.indices);
    case "sum":
      return sum(node.terms);
    case "product":
      return product(node.factors);
    case "quotient":
      return isWhole(node.over) && isWhole(node.under)
        ? `${toLatex(node.over)}/${toLatex(node.under)}`
        : `\\frac{${toLatex(node.over)}}{${toLatex(node.under)}}`;
    case "power":
      return power(node.base, node.exponent);
    case "function":
      return applied(node);
    case "call":
      return called(node);
    case "primed":
      return attached(node.head) + (node.order > 3 ? `^{(${node.order})}` : "'".repeat(node.order));
    case "derivative":
      return derivative(node);
    case "slash":
      return `\\slashed{${toLatex(node.vector)}}`;
    case "dot":
      return node.left === node.right
        ? power2(node.left)
        : `${factor(node.left)}\\cdot ${factor(node.right)}`;
    case "cross":
      return `${factor(node.left)}\\times ${factor(node.right)}`;
    case "tensor-product":
      return node.factors.map(factor).join("\\otimes ");
    case "wedge":
      return node.factors.map(factor).join("\\wedge ");
    case "bracket":
      return bracket(node);
    case "involution":
      return involution(node.sort, node.operand);
    case "trace":
      return `\\mathrm{Tr}${node.space ? `_{${node.space}}` : ""}\\left[${toLatex(node.operand)}\\right]`;
    case "ket":
      return `\\left|${list(node.labels)}\\right\\rangle `;
    case "bra":
      return `\\left\\langle ${list(node.labels)}\\right|`;
    case "expectation":
      return `\\left\\langle ${toLatex(node.operand)}\\right\\rangle ${node.state ? `_{${toLatex(node.state)}}` : ""}`;
    case "ordered":
      return ordered(node.sort, toLatex(node.operand));
    case "matrix":
      return `\\begin{pmatrix}${node.rows.map((row) => row.map(toLatex).join(" & ")).join(" \\\\ ")}\\end{pmatrix}`;
    case "cases":
      return `\\begin{cases}${node.branches.map(branch).join(" \\\\ ")}\\end{cases}`;
    case "integral":
      return integral(node);
    case "series":
      return series(node);
    case "limit":
      return `\\lim_{${toLatex(node.variable)}\\to ${toLatex(node.to)}${sides[node.side ?? "both"]}} ${body(node.body)}`;
    case "bar":
      return bar(node.body, node.at, node.from, node.to);
    case "order":
      return node.argument ? `\\mathcal{O}${fenced(toLatex(node.argument))}` : "\\cdots ";
    case "unit":
      return /[\^/]/.test(node.unit) ? `\\,\\si{${node.unit}}` : `\\,\\mathrm{${node.unit}}`;
    case "plus-minus":
      return `${node.upper === "+" ? "\\pm" : "\\mp"} ${term(node.operand)}`;
    case "tuple":
      return fenced(list(node.items));
    case "opaque":
      return opaqueToLatex(node, toLatex);
    case "hole":
      return node.source;
  }
}

/** The sign below an anticommutator tells it from a Poisson bracket where its sides do not. */
function bracket({ sort, left, right }: Bracket): string {
  const inside = `${toLatex(left)}, ${toLatex(right)}`;
  if (sort === "commutator") return `\\left[${inside}\\right]`;
  const operators = [left, right].some((side) => ["matrix", "spinor"].includes(sortOf(side)));
  const mark = sort === "poisson" ? "_{\\mathrm{PB}}" : operators ? "" : "_{+}";
  return `\\left\\{${inside}\\right\\}${mark}`;
}

const comparisonToLatex = ({ left, relation, right }: Comparison): string =>
  `${toLatex(left)} ${relationLatex[relation]} ${toLatex(right)}`;

const constants = { π: "\\pi ", e: "e", i: "i", γ_E: "\\gamma_E ", "∞": "\\infty " } as const;

const list = (items: readonly Expr[]): string => items.map(toLatex).join(", ");
const fenced = (inside: string): string => `\\left(${inside}\\right)`;
const sides = { above: "^+", below: "^-", both: "" } as const;

/** In parentheses unless it is one item. */
const attached = (node: Expr): string =>
  bindingOf(node) < binding.attached || node.kind === "slash"
    ? fenced(toLatex(node))
    : toLatex(node);

/** A factor of a product of vectors, states or forms. */
const factor = (node: Expr): string =>
  bindingOf(node) <= binding.tight && node.kind !== "quotient"
    ? fenced(toLatex(node))
    : toLatex(node);

const term = (node: Expr): string =>
  bindingOf(node) < binding.reach ? fenced(toLatex(node)) : toLatex(node);

const body = term;

function number(node: Num): string {
  if (node.denominator === 1n || node.decimals !== undefined) return printNumber(node);
  const sign = node.numerator < 0n ? "-" : "";
  return `${sign}\\frac{${node.numerator < 0n ? -node.numerator : node.numerator}}{${node.denominator}}`;
}

/** A name with everything in its scripts: its own, labels, indices in their order. */
function scripted(node: Sym | Labelled, indices: readonly Index[]): string {
  const { letter, below, above } = writeName(node.kind === "symbol" ? node : node.head);
  const labels = node.kind === "symbol" ? { below: [], above: [] } : heights(node);
  const first = script("_", [...(below ? [below] : []), ...labels.below.map(label)]);
  const over = script("^", [...(above ? [above] : []), ...labels.above.map(label)]);
  const [next] = indices;
  const beside = next?.place === "up" ? over !== "" : first !== "";
  return `${letter.trimEnd()}${first}${over}${indicesToLatex(indices, beside)}${needsSpace(letter, first + over, indices)}`;
}

const script = (sign: "_" | "^", items: readonly string[]): string =>
  items.length > 0 ? `${sign}{${items.join(items.every(isLetter) ? " " : ",")}}` : "";

/** Small letters may stand side by side; numbers need a comma between, and capitals would be a word. */
const isLetter = (text: string): boolean => /^(?:[a-z]|\\[a-z]+ ?)'*$/.test(text);

/** − and ± are labels of their own. */
function label(node: Expr): string {
  const plus = (part: Expr | undefined): boolean => part?.kind === "symbol" && part.name === "+";
  if (node.kind === "plus-minus" && plus(node.operand)) return node.upper === "+" ? "\\pm" : "\\mp";
  if (signed(node) && plus(negate(node))) return "-";
  return node.kind === "opaque" && node.what === "list" ? `(${toLatex(node)})` : toLatex(node);
}

const needsSpace = (letter: string, scripts: string, indices: readonly Index[]): string =>
  letter.endsWith(" ") && scripts === "" && indices.length === 0 ? " " : "";

/** Staggered where heights alternate. */
function indicesToLatex(indices: readonly Index[], behind: boolean): string {
  let text = "";
  let place: Index["place"] | undefined;
  let group: string[] = [];
  const flush = (): void => {
    if (place && group.length > 0)
      text += `${text !== "" || behind ? "{}" : ""}${place === "up" ? "^" : "_"}{${group.join(" ").trim()}}`;
    group = [];
  };
  for (const index of indices) {
    if (index.place !== place) flush();
    place = index.place;
    group.push(writeIndex(index).trim());
  }
  flush();
  return text;
}

function tensor(head: Expr, indices: readonly Index[]): string {
  if (head.kind === "symbol" || head.kind === "labelled") return scripted(head, indices);
  if (head.kind === "constant") return toLatex(head).trimEnd() + indicesToLatex(indices, false);
  return fenced(toLatex(head)) + indicesToLatex(indices, false);
}

function sum(terms: readonly Expr[]): string {
  return terms
    .map((each, i) => {
      if (each.kind === "plus-minus") return `${i === 0 ? "" : " "}${toLatex(each)}`;
      const shut = reachesInto(each, terms.slice(i + 1)) ? fenced : (text: string) => text;
      if (i === 0) return shut(toLatex(each));
      return signed(each) ? ` - ${shut(term(negate(each)))}` : ` + ${shut(term(each))}`;
    })
    .join("");
}

/** ∑_n b before E_n would be read as the sum of both. */
function reachesInto(term: Expr, behind: readonly Expr[]): boolean {
  const last = term.kind === "product" ? term.factors.at(-1) : term;
  if (last?.kind !== "series") return false;
  return behind.some((other) => some(other, (part) => last.variables.includes(part)));
}

function product(factors: Product["factors"]): string {
  const [first, ...rest] = factors;
  if (
    first?.kind === "num" &&
    first.numerator === -1n &&
    first.denominator === 1n &&
    rest.length > 0
  )
    return `-${row(rest)}`;
  if (first?.kind === "num" && first.numerator < 0n) return `-${row([negate(first), ...rest])}`;
  return row(factors);
}

/** A negative number inside takes everything behind it into parentheses: ψ*(−iħψ′). */
function row(factors: readonly Expr[]): string {
  const at = factors.findIndex((each, i) => i > 0 && each.kind === "num" && each.numerator < 0n);
  if (at > 0 && at < factors.length - 1)
    return `${rowOf(factors.slice(0, at))} ${fenced(product(factors.slice(at)))}`;
  return rowOf(factors);
}

function rowOf(factors: readonly Expr[]): string {
  return factors
    .map((each, i) => {
      const last = i === factors.length - 1;
      const before = factors[i - 1];
      const apart = enclosed(each, factors.length, last) || (waits(each) && !last);
      if (each.kind === "opaque" && each.what === "list")
        return ` ${fenced(each.parts.map(toLatex).join(" : "))}`;
      const text = apart ? fenced(toLatex(each).trimEnd()) : toLatex(each);
      if (before === undefined) return text;
      if (/^[\d.]/.test(text)) return `\\cdot ${text}`;
      const operated = each.kind === "opaque" && each.what === "an operation on a product";
      if (text.startsWith("\\left(") && callable(before) && !operated) return `{}${text}`;
      return ` ${text}`;
    })
    .join("");
}

/** A derivative by an index or ∇ that has no operand, and would take the next factor for one. */
const waits = (node: Expr): boolean =>
  node.kind === "derivative" && !node.operand && node.by.kind !== "variable";

/** A name before parentheses would be read as called; an empty group keeps them apart. */
function callable(node: Expr): boolean {
  if (node.kind === "involution") return callable(node.operand);
  if (node.kind === "power") return callable(node.base);
  if (node.kind === "labelled" || node.kind === "tensor" || node.kind === "call") return true;
  return (
    (node.kind === "symbol" && node.type !== "three-vector") ||
    (node.kind === "constant" && node.name === "π")
  );
}

function enclosed(node: Expr, count: number, last: boolean): boolean {
  if (count < 2) return bindingOf(node) === binding.sum;
  if (node.kind === "derivative") return node.operand !== undefined && node.by.kind !== "variable";
  if (reaches(node)) return !last;
  if (
    (node.kind === "quotient" && !isWhole(node.over)) ||
    (node.kind === "num" && node.numerator > 0n)
  )
    return false;
  return bindingOf(node) < binding.attached;
}

const power2 = (base: Expr): string => `${based(base)}^{2}`;

function power(base: Expr, exponent: Expr): string {
  // e² is the square of a charge.
  if (base.kind === "constant" && base.name === "e" && exponent.kind === "num")
    return `\\exp${fenced(toLatex(exponent))}`;
  return `${based(base)}^{${toLatex(exponent)}}`;
}

function called(node: Call): string {
  const { head, args } = written(node);
  return attached(head) + args;
}

/** The head as it is written, and what stands in its parentheses with the bar of a condition. */
function written({ head, args }: Call): { readonly head: Expr; readonly args: string } {
  const given = conditionOf(head);
  const applied = mayMultiply(head, args) ? "\\mathopen{}" : "";
  if (!given) return { head, args: applied + fenced(list(args)) };
  const [before, behind] = [args.slice(0, given.at), args.slice(given.at)];
  return { head: given.head, args: fenced(`${list(before)} | ${list(behind)}`) };
}

/** E(a+b), X^A(t): what stands in the parentheses could be a factor, unless they close up to the name. */
const mayMultiply = (head: Expr, [only, ...more]: readonly Expr[]): boolean =>
  more.length === 0 &&
  !(head.kind === "symbol" && head.type === "function") &&
  (head.kind === "tensor" || !(only?.kind === "symbol" || only?.kind === "num"));

/** What may carry an exponent without parentheses: a bare letter, a call, a number. */
function based(base: Expr): string {
  const simple =
    base.kind === "constant" ||
    (base.kind === "num" && bindingOf(base) === binding.atom) ||
    base.kind === "unit" ||
    (base.kind === "symbol" && !base.name.includes("^") && !base.name.endsWith("′")) ||
    (base.kind === "labelled" && base.above === undefined) ||
    (base.kind === "call" && !isVariable(base.head)) ||
    (base.kind === "function" && (base.name === "abs" || base.name === "norm"));
  return simple ? toLatex(base).trimEnd() : fenced(toLatex(base));
}

/** π(x)² and x(t)²: a number or a coordinate that is called carries its exponent outside. */
const isVariable = (head: Expr): boolean =>
  head.kind === "constant" || (head.kind === "symbol" && /^[r-zπ]′*$/u.test(head.name));

function applied({ name, parameters, args }: Func): string {
  const [variable, place] = parameters.map(toLatex);
  const [body] = args;
  return name === "Res" && variable && place && body
    ? `\\operatorname{Res}_{${variable}=${place}}${attached(body)}`
    : functionToLatex(name, parameters.map(toLatex), args.map(toLatex));
}

function derivative(node: Derivative): string {
  const { by, order, operand } = node;
  const times = order.kind === "num" && order.numerator === 1n ? "" : `^{${toLatex(order)}}`;
  if (by.kind === "variable") return ratio(by, times, operand);
  if (by.kind === "laplacian" && isWhole(order))
    return `\\nabla^{${2n * order.numerator}} ${operand ? attached(operand) : ""}`;
  const sign = operator(by) + (times && by.kind === "index" ? `{}${times}` : times);
  return operand ? `${sign} ${attached(operand)}` : `${sign} `;
}

function operator(by: Exclude<By, { kind: "variable" }>): string {
  switch (by.kind) {
    case "index":
      return `${by.covariant ? "\\nabla" : "\\partial"}${indicesToLatex([by.index], false)}`;
    case "gradient":
      return "\\nabla ";
    case "divergence":
      return "\\nabla\\cdot ";
    case "curl":
      return "\\nabla\\times ";
    case "laplacian":
      return "\\nabla^2";
    case "dalembertian":
      return "\\Box ";
  }
}

function ratio(by: Extract<By, { kind: "variable" }>, times: string, operand?: Expr): string {
  const d = { partial: "\\partial ", total: "d", functional: "\\delta " }[by.style];
  const made = by.variable.kind === "opaque" ? by.variable : undefined;
  const volume =
    made?.what === "volume" ? `${d.trim()}^{${made.parts.map(toLatex).join("}")}` : undefined;
  const row =
    made?.what === "list"
      ? made.parts
          .map((part) => (part.kind === "opaque" ? toLatex(part) : d + toLatex(part)))
          .join(" ")
      : undefined;
  const variable =
    bindingOf(by.variable) < binding.attached ? fenced(toLatex(by.variable)) : toLatex(by.variable);
  const below = volume ?? row ?? `${d}${variable}${times}`;
  const compact = operand !== undefined && bindingOf(operand) >= binding.attached;
  const above = `${d.trim()}${times} ${operand ? (compact ? toLatex(operand) : fenced(toLatex(operand))) : ""}`;
  const plain = `\\frac{${above.trim()}}{${below}}`;
  return by.held ? `${fenced(plain)}_{${list(by.held)}}` : plain;
}

function involution(
  sort: "conjugate" | "dagger" | "transpose" | "bar",
  operand: Expr,
  ofCall = false,
): string {
  if (sort === "bar") return barred(operand);
  const mark = { conjugate: "*", dagger: "\\dagger", transpose: "T" }[sort];
  if (operand.kind === "call") {
    const { head, args } = written(operand);
    return involution(sort, head, true) + args;
  }
  const text = toLatex(operand).trimEnd();
  const raised =
    (operand.kind === "labelled" && operand.above !== undefined) ||
    (operand.kind === "tensor" && operand.indices.at(-1)?.place === "up" && ofCall);
  if (raised && text.endsWith("}")) return `${text.slice(0, -1)}${mark}}`;
  const simple =
    operand.kind === "labelled" ||
    (operand.kind === "tensor" && operand.indices.every((index) => index.place === "down")) ||
    (operand.kind === "involution" && operand.sort === "bar") ||
    (operand.kind === "symbol" && !operand.name.includes("^"));
  return `${simple ? text : fenced(toLatex(operand))}^{${mark}}`;
}

/** The bar stands on the letter alone. */
function barred(operand: Expr): string {
  if (operand.kind === "call") {
    const { head, args } = written(operand);
    return barred(head) + args;
  }
  const varied = operand.kind === "symbol" ? /^([δΔ])(.+)$/u.exec(operand.name) : null;
  if (operand.kind === "symbol" && varied)
    return `${varied[1] === "δ" ? "\\delta " : "\\Delta "}${barred(intern({ ...operand, name: varied[2] ?? "" }))}`;
  if (operand.kind !== "symbol" && operand.kind !== "labelled")
    return `\\overline{${toLatex(operand)}}`;
  const text = scripted(operand, []);
  const { letter } = writeName(operand.kind === "labelled" ? operand.head : operand);
  return `\\bar{${letter.trim()}}${text.slice(letter.trimEnd().length).trimEnd()} `;
}

const ordered = (sort: "time" | "normal" | "path", inside: string): string =>
  sort === "normal"
    ? `:${inside}:`
    : `\\mathcal{${sort === "time" ? "T" : "P"}}\\left\\{${inside}\\right\\}`;

const branch = (one: { readonly value: Expr; readonly condition?: Comparison }): string =>
  one.condition
    ? `${toLatex(one.value)} & ${comparisonToLatex(one.condition)}`
    : `${toLatex(one.value)} & \\text{otherwise}`;

const integral = ({ measures, integrand }: Integral): string =>
  `${measures.map(measure).join(" ")}\\, ${body(integrand)}`;

function measure(one: Measure): string {
  const closed = one.region?.startsWith("∮") ?? false;
  const region = one.region?.replace("∮", "") ?? "";
  const lower = one.lower ? toLatex(one.lower) : regionToLatex(region);
  const limits = (lower ? `_{${lower}}` : "") + (one.upper ? `^{${toLatex(one.upper)}}` : "");
  const sign = `${closed ? "\\oint" : "\\int"}${limits}`;
  const listed = one.variable.kind === "opaque" && one.variable.what === "list";
  if (one.variable.kind === "opaque" && !listed) return sign;
  const d = one.sort === "path" ? "\\mathcal{D}" : "d";
  if (listed) return `${sign} ${d}[${toLatex(one.variable)}]`;
  const vector = one.sort === "line" || one.sort === "surface" ? "\\cdot " : "";
  const power = one.power ? `^{${toLatex(one.power)}}` : "";
  const variable = one.sort === "plain" ? component(one.variable) : one.variable;
  if (variable.kind === "series")
    return `${sign} ${series(variable, d + power + attached(variable.body))}`;
  return `${sign} ${d}${power}${attached(variable)}${vector}`;
}

/** The p_x of 𝐩 is set as the number it is. */
const component = (node: Expr): Expr =>
  node.kind === "tensor" && node.head.kind === "symbol" && node.head.type === "three-vector"
    ? intern({ ...node, head: intern({ ...node.head, type: "scalar" }) })
    : node;

/** A region's Unicode back in TeX: ℝ³, ℝ^(d), |p| ≤ Λ. */
const regionToLatex = (region: string): string =>
  region
    .replace(/_\(([^()]*)\)/gu, "_{$1}")
    .replace(/[⁰¹²³⁴-⁹]/gu, (digit) => `^{${"⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(digit)}}`)
    .replace(/\^\(([^()]*)\)/gu, "^{$1}")
    .replace(
      /[\p{L}≤≥]\p{M}*/gu,
      (letter) => relationLatex[letter as Relation] ?? writeLetter(letter),
    );

function pieceBelow(piece: ReturnType<typeof piecesBelow>[number]): string {
  if (piece.kind === "neighbours")
    return `\\langle ${piece.labels.map(toLatex).join(" ")}\\rangle `;
  return piece.kind === "comparison"
    ? comparisonToLatex(piece.comparison)
    : toLatex(piece.expression);
}

function series(node: Series, inside = body(node.body)): string {
  const variables = list(node.variables);
  const under = node.condition
    ? piecesBelow(node.condition, node.variables).map(pieceBelow).join(", ")
    : node.lower
      ? `${variables}=${toLatex(node.lower)}`
      : node.values
        ? `${variables}=${list(node.values)}`
        : variables;
  const sign = node.sort === "sum" ? "\\sum" : "\\prod";
  return `${sign}${under ? `_{${under}}` : ""}${node.upper ? `^{${toLatex(node.upper)}}` : ""} ${inside}`;
}

function bar(
  inside: Expr,
  places: readonly { readonly variable: Expr; readonly value: Expr }[],
  from: Expr | undefined,
  to: Expr | undefined,
): string {
  if (from || to)
    return `\\left.${toLatex(inside)}\\right|${from ? `_{${toLatex(from)}}` : ""}${to ? `^{${toLatex(to)}}` : ""}`;
  const values = places.map(({ variable, value }) =>
    variable.kind === "opaque" ? toLatex(value) : `${toLatex(variable)}=${toLatex(value)}`,
  );
  return `\\left.${toLatex(inside)}\\right|_{${values.join(", ")}}`;
}
