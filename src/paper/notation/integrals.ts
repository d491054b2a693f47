/** Integrals: one sign or several, the measure straight behind it, inside a fraction or at the end. */
import { func, one, opaque, symbol, tensor } from "../../math/expr/build";
import { intern } from "../../math/expr/intern";
import type { Expr, Measure } from "../../math/expr/node";
import { printExpr } from "../../math/expr/print";
import { replace, symbolsOf } from "../../math/expr/walk";
import type { TexNode } from "../latex/node";
import { readBody } from "./body";
import { readInside } from "./expression";
import {
  isVectorial,
  joined,
  type Limits,
  leftovers,
  type Measures,
  measureOf,
  measuresAt,
} from "./measures";
import { nameOf } from "./name";
import { choose, ended, next, type Reader, token } from "./reader";
import { isRelation, relationOf } from "./relations";
import { restOfTerm } from "./restOfTerm";
import type { NotationRule } from "./rule";
import { scriptAt, takeScripts } from "./scripts";
import { closing, fenceSide } from "./survey";
import { readTerm } from "./term";
import { sourceOf, tokenOf } from "./token";

const counts: Readonly<Record<string, number>> = {
  "\\int": 1,
  "∫": 1,
  "\\oint": 1,
  "\\ointop": 1,
  "\\iint": 2,
  "\\oiint": 2,
  "\\iiint": 3,
  "\\iiiint": 4,
  "\\fint": 1,
  "\\intop": 1,
  "\\varointctrclockwise": 1,
};

export const integral: NotationRule = {
  name: "integrals",
  begins: Object.keys(counts),
  ownScripts: true,
  examples: [
    [String.raw`\int_0^1 dx\,f(x)`, "∫_0^1 dx f(x)"],
    [String.raw`\int_0^1 (x+1)\,dx`, "∫_0^1 dx (x + 1)"],
    [String.raw`\int\frac{d^4k}{(2\pi)^4}\,\frac{1}{k^2-m^2}`, "∫ d⁴k (1/(2 π)⁴) (1/(k·k − m²))"],
    [String.raw`\int\frac{dx}{x}`, "∫ dx 1/x"],
    [String.raw`\oint \mathbf{E}\cdot d\mathbf{l}`, "∮ d𝐥·𝐄"],
    [String.raw`\int\mathcal{D}\phi\,e^{iS}`, "∫ Dφ e^(i S)"],
    [String.raw`\iint_S f\,dA`, "∫_S dA f"],
  ],
  // ∬ with one measure is one integral over a surface.
  read(reader) {
    const several = (counts[token(reader)] ?? 1) > 1;
    const all = readSigns(reader);
    const direct = measuresAt(reader.nodes, reader.at);
    const few = direct ? direct.found.length === 1 : !findMeasures(reader, all.length);
    const signs = several && few ? all.slice(0, 1) : all;
    if (direct && isExact(reader, signs, direct)) return exact(reader, signs, direct);
    if (direct) return measureFirst(reader, signs, direct);
    const later = findMeasures(reader, signs.length);
    const form = later && signs.length === 1 ? endOfForm(reader.nodes, later) : undefined;
    if (form !== undefined) return ofForm(reader, signs, form);
    return later ? measureLast(reader, signs, later) : withoutMeasure(reader, signs);
  },
};

/** ∫_M d⋆J, ∫_M d(f^*α): over a region, with nothing behind it, the d is that of a form. */
function isExact(
  reader: Reader,
  signs: readonly Sign[],
  { found, factors, to }: Measures,
): boolean {
  const [only, ...more] = found;
  const form = /^(?:\(|\\star|⋆)$/.test(tokenOf(only?.variable[0]));
  const region = signs.every(({ limits }) => limits.region !== undefined);
  return form && region && more.length === 0 && factors.length === 0 && to === reader.nodes.length;
}

function exact(reader: Reader, signs: readonly Sign[], { found, to }: Measures): Expr {
  const of = found.map(({ variable }) => readInside(reader, variable));
  reader.at = to;
  const measures = signs.map(({ limits }): Measure => ({ ...form, ...bare(limits) }));
  return intern({ kind: "integral", measures, integrand: func("d", of) });
}

/** One for each elongated s, with what stands below and above it. */
interface Sign {
  readonly limits: Limits;
  readonly below: readonly TexNode[];
}

function readSigns(reader: Reader): Sign[] {
  const signs: Sign[] = [];
  while (counts[token(reader)]) {
    const name = token(reader);
    next(reader);
    while (token(reader) === "\\limits" || token(reader) === "\\nolimits") next(reader);
    const parts = takeScripts(reader);
    const below = scriptAt(parts, "sub") ?? [];
    const above = scriptAt(parts, "sup") ?? [];
    const limits = limitsOf(reader, below, above, /oi|oint/.test(name));
    for (let i = 0; i < (counts[name] ?? 1); i++) signs.push({ limits, below });
  }
  return signs;
}

function limitsOf(
  reader: Reader,
  below: readonly TexNode[],
  above: readonly TexNode[],
  closed: boolean,
): Limits {
  if (above.length > 0)
    return {
      ...(below.length > 0 ? { lower: readInside(reader, below) } : {}),
      upper: readInside(reader, above),
    };
  const region = below.length > 0 ? regionName(reader, below) : "";
  return region || closed
    ? { region: (closed ? "∮" : "") + region, ...circleIn(reader, below, closed) }
    : {};
}

/** |z − a| = R. */
function circleIn(
  reader: Reader,
  below: readonly TexNode[],
  closed: boolean,
): Pick<Limits, "circle"> {
  const at = below.findIndex((node) => isRelation(node));
  if (!closed || at < 1 || relationOf(below[at]) !== "=") return {};
  const left = readInside(reader, below.slice(0, at));
  if (left.kind !== "function" || left.name !== "abs" || !left.args[0]) return {};
  return { circle: { of: left.args[0], radius: readInside(reader, below.slice(at + 1)) } };
}

/** A region as people read it: a name, or a condition. */
function regionName(reader: Reader, nodes: readonly TexNode[]): string {
  const at = nodes.findIndex((node) => isRelation(node));
  if (at < 0) return printExpr(asPlace(readInside(reader, nodes), nodes));
  const left = at > 0 ? `${printExpr(readInside(reader, nodes.slice(0, at)))} ` : "";
  return `${left}${relationOf(nodes[at])} ${regionName(reader, nodes.slice(at + 1))}`;
}

/** The Γ_k below ∮ is no component of a vector. */
const asPlace = (region: Expr, [first]: readonly TexNode[]): Expr =>
  region.kind === "tensor" && region.head.kind === "symbol" && !nameOf(first)?.bold
    ? tensor(symbol(region.head.name), ...region.indices)
    : region;

function measureFirst(
  reader: Reader,
  signs: readonly Sign[],
  measures: Measures,
): Expr | undefined {
  reader.at = measures.to;
  const last = measures.found.at(-1);
  const dotted = takeJoin(reader) && last !== undefined && isVectorial(last);
  const factors = leftovers(reader, measures.factors);
  const signed = factors.length === 0 && /^[-−]$/.test(token(reader));
  const rest = signed
    ? signedBody(reader, signs, measures)
    : ended(reader)
      ? undefined
      : readTerm(reader);
  return build(reader, signs, measures, [...factors, ...(rest ? [rest] : [])], dotted);
}

/** ∫d⁴x −J(x)φ(x) has its sign in the integrand, ∫_0^T dt − T has not, and ∫d⁴x −V may. */
function signedBody(reader: Reader, signs: readonly Sign[], { found }: Measures): Expr | undefined {
  const rest = restOfTerm(reader.nodes, reader.at + 1);
  const names = found.map((each) => sourceOf(each.variable.slice(0, 1)));
  if (names.some((name) => shows(rest, name))) return readBody(reader);
  if (signs.some(({ limits }) => limits.upper)) return undefined;
  return choose<boolean>(reader, "a sign behind a measure", [true, false])
    ? readBody(reader)
    : undefined;
}

const dots = new Set(["\\cdot", "\\vdot", "·"]);

/** A dot or a cross behind the measure: it contracts a vector, or only multiplies. */
function takeJoin(reader: Reader): boolean {
  const dot = dots.has(token(reader));
  if (dot || token(reader) === "\\times") next(reader);
  return dot;
}

function measureLast(reader: Reader, signs: readonly Sign[], last: Measures): Expr | undefined {
  let body = reader.nodes.slice(reader.at, last.from);
  const sign = body;
  const family = isFamily(body);
  const measures = family ? overFamily(body, last) : last;
  if (family) body = [];
  const ends = measures.found[0];
  const joins = dots.has(tokenOf(body.at(-1)));
  const dotted = joins && ends !== undefined && isVectorial(ends);
  if (joins) body = body.slice(0, -1);
  const before = body.length > 0 ? [readInside(reader, body)] : [];
  reader.at = measures.to;
  const rest = family
    ? readForEach(reader, sign)
    : goesOn(reader, measures)
      ? readTerm(reader)
      : undefined;
  const factors = [...before, ...leftovers(reader, measures.factors), ...(rest ? [rest] : [])];
  return build(reader, signs, { ...measures, found: reversed(signs, measures) }, factors, dotted);
}

/** ∫∏_i d³p_i: one measure for each i. */
const isFamily = ([sign, ...rest]: readonly TexNode[]): boolean =>
  /^(?:\\prod|∏)$/.test(tokenOf(sign)) && rest.every((node) => node.kind === "script");

/** ∫∏_i d³p_i e^{−βp_i²}: what shows the letter of the family is there for each of it. */
function readForEach(reader: Reader, sign: readonly TexNode[]): Expr | undefined {
  const below = scriptAt(takeScripts({ ...reader, nodes: sign, at: 1 }), "sub") ?? [];
  const rest = restOfTerm(reader.nodes, reader.at);
  const [first] = rest;
  const letter = nameOf(below[0])?.name;
  const shown = below.length > 0 && labelsIn(rest).some((node) => nameOf(node)?.name === letter);
  const bound = rest.some((node) => /^\\(?:prod|sum)$/.test(tokenOf(node)));
  if (!first || !letter || !shown || bound) return readTerm(reader);
  reader.at += rest.length;
  return readInside(reader, [...sign, { kind: "group", children: rest, span: first.span }]);
}

/** All that stands below something, at any depth. */
const labelsIn = (nodes: readonly TexNode[]): readonly TexNode[] =>
  nodes.flatMap((node) => {
    if (node.kind === "script")
      return [...(node.place === "sub" ? node.children : []), ...labelsIn(node.children)];
    if (node.kind === "group") return labelsIn(node.children);
    return node.kind === "command" ? node.args.flatMap((arg) => labelsIn(arg ?? [])) : [];
  });

function overFamily(sign: readonly TexNode[], measures: Measures): Measures {
  const each = (nodes: readonly TexNode[]): readonly TexNode[] => {
    const [first] = nodes;
    return first ? [...sign, { kind: "group", children: nodes, span: first.span }] : [];
  };
  return {
    ...measures,
    found: measures.found.map((one) => ({ ...one, variable: each(one.variable) })),
    factors: measures.factors.map(({ over, under }) => ({ over: each(over), under: each(under) })),
  };
}

/** ∫_a^b ∫_c^d f dx dy: the last measure belongs to the first sign. */
const reversed = (signs: readonly Sign[], { found }: Measures): Measures["found"] =>
  signs.length > 1 && signs.length === found.length ? [...found].reverse() : found;

/** Factors behind the measure are still under the integral where they show its variable. */
function goesOn(reader: Reader, measures: Measures): boolean {
  if (ended(reader)) return false;
  if (measures.factors.length > 0) return true;
  const names = measures.found.map((each) => sourceOf(each.variable.slice(0, 1)));
  const rest = restOfTerm(reader.nodes, reader.at);
  return rest.length > 0 && names.some((name) => shows(rest, name));
}

/** Whether a name occurs here without being integrated over again. */
function shows(nodes: readonly TexNode[], name: string): boolean {
  const bound = nodes.some((_, at) =>
    measuresAt(nodes, at)?.found.some((each) => sourceOf(each.variable.slice(0, 1)) === name),
  );
  return !bound && sourceOf(nodes).includes(name);
}

function build(
  reader: Reader,
  signs: readonly Sign[],
  { found }: Measures,
  factors: readonly Expr[],
  dotted: boolean,
): Expr | undefined {
  if (signs.length > found.length && !coversAll(signs, found)) return undefined;
  const measures = found.map((each, i): Measure => {
    const last = i === found.length - 1;
    const own = signs.length === found.length ? signs[i] : signs[Math.min(i, signs.length - 1)];
    const wide = each.power && i > 0 && found.some((other) => !other.power) && own?.limits.upper;
    return measureOf(reader, each, wide || !own ? {} : own.limits, dotted && last);
  });
  const integrand = joined(factors);
  if (integrand.kind !== "integral") return overNumbers(measures, integrand);
  return overNumbers([...measures, ...integrand.measures], integrand.integrand);
}

/** ∫dx runs over numbers, whatever x is elsewhere in the paper. */
function overNumbers(measures: readonly Measure[], integrand: Expr): Expr {
  const numbers = new Map<Expr, Expr>();
  for (const { variable } of measures)
    if (variable.kind === "symbol" && (variable.type === "scalar" || variable.type === "operator"))
      for (const sym of [variable, ...symbolsOf(integrand)])
        if (sym.name === variable.name && sym.type === "operator")
          numbers.set(sym, symbol(sym.name));
  const integral = intern({ kind: "integral", measures, integrand } as const);
  return numbers.size > 0 ? replace(integral, numbers) : integral;
}

/** ∬ dA and ∭ d³x have fewer measures than signs; they must bring their dimension with them. */
const coversAll = (signs: readonly Sign[], found: Measures["found"]): boolean =>
  signs.every((sign) => sign.limits === signs[0]?.limits) || found.some((each) => each.power);

/** ∫ P dx + Q dy: where the sum ends, each term of which ends with its own differential. */
function endOfForm(nodes: readonly TexNode[], first: Measures): number | undefined {
  const taken = new Set(first.found.map(({ variable }) => sourceOf(variable)));
  let end: number | undefined;
  for (let at = first.to; /^[-+]$/.test(tokenOf(nodes[at])); ) {
    const term = restOfTerm(nodes, at + 1);
    const last = term.flatMap((node, i) => {
      const found = counts[tokenOf(node)] ? undefined : measuresAt(term, i);
      return found?.to === term.length && found.factors.length === 0 && i > 0 ? found.found : [];
    });
    const [only] = last;
    const other = only && last.length === 1 && !taken.has(sourceOf(only.variable));
    if (!other || term.some((node) => counts[tokenOf(node)])) return undefined;
    taken.add(sourceOf(only.variable));
    at += 1 + term.length;
    end = at;
  }
  return end;
}

function ofForm(reader: Reader, signs: readonly Sign[], end: number): Expr {
  const integrand = readInside(reader, reader.nodes.slice(reader.at, end));
  reader.at = end;
  const measures = signs.map(({ limits }): Measure => ({ ...form, ...bare(limits) }));
  return intern({ kind: "integral", measures, integrand });
}

/** A form brings no variable that could run along a circle. */
const bare = ({ circle: _, ...limits }: Limits): Omit<Limits, "circle"> => limits;

const form: Measure = { variable: opaque("form"), sort: "plain" };

/** ∫_M ω and ∫_k f: the form brings its measure, or the variable stands below the sign. */
function withoutMeasure(reader: Reader, signs: readonly Sign[]): Expr {
  const [sign] = signs;
  const name = sign && sign.below.length > 0 ? nameOf(sign.below[0]) : undefined;
  const variable = name && /^\p{Ll}$/u.test(name.base) && sign?.limits.upper === undefined;
  const body = readBody(reader) ?? one;
  const measures = signs.map(
    ({ limits, below }): Measure =>
      variable
        ? { variable: readInside(reader, below), sort: name.bold ? "volume" : "plain" }
        : { ...form, ...bare(limits) },
  );
  return intern({ kind: "integral", measures, integrand: body });
}

/** The measures of as many signs as wait for one, further on at this depth. */
function findMeasures(reader: Reader, wanted: number): Measures | undefined {
  const { nodes } = reader;
  let waiting = wanted;
  let at = reader.at;
  while (at < nodes.length) {
    const node = nodes[at] as TexNode;
    if (isRelation(node) || tokenOf(node) === "," || fenceSide(node) === "close") return undefined;
    const signs = counts[tokenOf(node)];
    if (signs) {
      at = behindSign(nodes, at);
      if (!measuresAt(nodes, at)) waiting += signs;
      else at = measuresAt(nodes, at)?.to ?? at + 1;
      continue;
    }
    const measures = measuresAt(nodes, at);
    if (measures) {
      if (measures.found.length >= waiting) return ours(measures, wanted, waiting);
      waiting -= measures.found.length;
      at = measures.to;
      continue;
    }
    at = fenceSide(node) === "open" ? (closing(nodes, at) ?? nodes.length) + 1 : at + 1;
  }
  return undefined;
}

/** Of a run of measures the inner signs take the first ones. */
function ours(measures: Measures, wanted: number, waiting: number): Measures {
  const inner = waiting - wanted;
  if (inner === 0) return measures;
  const found = measures.found.slice(inner);
  return { ...measures, found, from: found[0]?.from ?? measures.from };
}

function behindSign(nodes: readonly TexNode[], at: number): number {
  let to = at + 1;
  while (nodes[to]?.kind === "script" || tokenOf(nodes[to]) === "\\limits") to++;
  return to;
}
