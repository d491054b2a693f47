/** Measures of integrals as they stand in the source: dx, d^4x, \frac{d^3p}{(2\pi)^3}, [\mathcal D\phi], x\,dx over something. */
import { negate, num, one, product, quotient, sum, symbol, zero } from "../../math/expr/build";
import type { Circle, Expr, Measure } from "../../math/expr/node";
import { some } from "../../math/expr/walk";
import type { TexNode } from "../latex/node";
import { behindPlace, type Differential, differentialAt } from "./differential";
import { readInside } from "./expression";
import { nameOf } from "./name";
import type { Reader } from "./reader";
import { unwrap } from "./scripts";
import { closing, fenceSide } from "./survey";
import { tokenOf } from "./token";

/** Measures side by side, with what a fraction around them leaves in the integrand. */
export interface Measures {
  readonly found: readonly Differential[];
  readonly factors: readonly Leftover[];
  readonly from: number;
  readonly to: number;
}

/** A fraction without its differentials. */
export interface Leftover {
  readonly over: readonly TexNode[];
  readonly under: readonly TexNode[];
}

/** All measures that start at a place, one after the other. */
export function measuresAt(nodes: readonly TexNode[], from: number): Measures | undefined {
  const found: Differential[] = [];
  const factors: Leftover[] = [];
  let at = from;
  for (;;) {
    const skipped = found.length > 0 && /^\\[lc]?dots$/.test(tokenOf(nodes[at]));
    const density = densityAt(nodes, at, found.at(-1));
    if (density !== undefined) factors.push({ over: nodes.slice(at, density), under: [] });
    const piece = pieceAt(nodes, density ?? (skipped ? at + 1 : at));
    if (!piece) break;
    if (skipped) factors.push({ over: nodes.slice(at, at + 1), under: [] });
    found.push(...piece.found);
    factors.push(...piece.factors);
    at = piece.to;
  }
  return found.length > 0 ? { found, factors, from, to: at } : undefined;
}

/** Where the μ(g) of 𝒟g μ(g)𝒟A ends: a function between paths. */
function densityAt(
  nodes: readonly TexNode[],
  at: number,
  last: Differential | undefined,
): number | undefined {
  if (last?.style !== "path" || !nameOf(nodes[at]) || tokenOf(nodes[at + 1]) !== "(")
    return undefined;
  const close = closing(nodes, at + 1);
  if (close === undefined) return undefined;
  return pieceAt(nodes, close + 1)?.found[0]?.style === "path" ? close + 1 : undefined;
}

function pieceAt(nodes: readonly TexNode[], at: number): Measures | undefined {
  const plain = differentialAt(nodes, at) ?? pathAt(nodes, at);
  if (plain && measures(plain) && !wedged(nodes, at, plain.to) && !crossed(nodes, plain))
    return { found: [plain], factors: [], from: at, to: plain.to };
  return bracketed(nodes, at) ?? fraction(nodes, at);
}

const measures = ({ style }: Differential): boolean => style === "total" || style === "path";

/** d𝐫×𝐁 and 𝐠×d𝐒 are vectors, not measures. */
const crossed = (nodes: readonly TexNode[], one: Differential): boolean =>
  [nodes[one.to], nodes[one.from - 1]].some((node) => tokenOf(node) === "\\times") &&
  isVectorial(one);

/** d𝐫, d𝐒 and what is written so without being bold. */
export function isVectorial(one: Differential): boolean {
  const name = nameOf(one.variable[0]);
  return !one.power && (name?.bold === true || /^[SAlℓ]$/u.test(name?.base ?? ""));
}

/** dx∧dy is a form, whose integral needs no measure beside it. */
const wedged = (nodes: readonly TexNode[], from: number, to: number): boolean =>
  [nodes[from - 1], nodes[to]].some((node) => tokenOf(node) === "\\wedge" || tokenOf(node) === "∧");

/** `D\phi` with a plain D, as path integrals are also written; D(x − y) is a propagator. */
function pathAt(nodes: readonly TexNode[], at: number): Differential | undefined {
  const sign = nodes[at];
  if (!sign || tokenOf(sign) !== "D" || tokenOf(nodes[at + 1]) === "(") return undefined;
  const close = tokenOf(nodes[at + 1]) === "[" ? closing(nodes, at + 1) : undefined;
  if (close !== undefined)
    return { style: "path", variable: nodes.slice(at + 2, close), from: at, to: close + 1 };
  const found = differentialAt(
    [...nodes.slice(0, at), { ...sign, text: "d" } as TexNode, ...nodes.slice(at + 1)],
    at,
  );
  if (!found) return undefined;
  const to = behindPlace(nodes, found.to);
  return { ...found, style: "path", variable: nodes.slice(at + 1, to), to };
}

/** `[d\phi]`, `[\mathcal{D}\phi]`: brackets that hold differentials and nothing else. */
function bracketed(nodes: readonly TexNode[], at: number): Measures | undefined {
  const open = nodes[at];
  const close = tokenOf(open) === "[" ? closing(nodes, at) : undefined;
  if (close === undefined) return undefined;
  const inner = measuresAt(nodes.slice(0, close), at + 1);
  const end = inner && behindPlace(nodes, inner.to);
  if (!inner || end !== close || inner.factors.length > 0) return undefined;
  const place = nodes.slice(inner.to, close);
  return {
    found: inner.found.map((each, i) => ({
      ...each,
      style: "path",
      variable: i === inner.found.length - 1 ? [...each.variable, ...place] : each.variable,
    })),
    factors: [],
    from: at,
    to: close + 1,
  };
}

function fraction(nodes: readonly TexNode[], at: number): Measures | undefined {
  const node = nodes[at];
  if (node?.kind !== "command" || !/^[dt]?frac$/.test(node.name)) return undefined;
  const over = unwrap(node.args[0] ?? []);
  const under = node.args[1] ?? [];
  if (startsDifferential(unwrap(under))) return undefined;
  let place = 0;
  while (place < over.length && !measuresAt(over, place)) place = skipPair(over, place);
  const inner = measuresAt(over, place);
  if (!inner) return undefined;
  const rest = [...over.slice(0, place), ...over.slice(inner.to)];
  return {
    found: inner.found,
    factors: [...inner.factors, { over: rest, under }],
    from: at,
    to: at + 1,
  };
}

const startsDifferential = (nodes: readonly TexNode[]): boolean => {
  const first = differentialAt(nodes, 0);
  return first?.style === "total" && first.to === nodes.length;
};

const skipPair = (nodes: readonly TexNode[], at: number): number =>
  fenceSide(nodes[at] as TexNode) === "open" ? (closing(nodes, at) ?? at) + 1 : at + 1;

/** The fractions left over, as factors of the integrand. */
export const leftovers = (reader: Reader, factors: readonly Leftover[]): Expr[] =>
  factors.map(({ over, under }) => {
    const above = over.length > 0 ? readInside(reader, over) : one;
    return under.length > 0 ? quotient(above, readInside(reader, under)) : above;
  });

export interface Limits {
  readonly lower?: Expr;
  readonly upper?: Expr;
  readonly region?: string;
  /** What the region |f| = R says, where it is a circle of the variable of the integral. */
  readonly circle?: { readonly of: Expr; readonly radius: Expr };
}

/** How a measure is contracted with a vector integrand: 𝐄·d𝐥. */
export function measureOf(
  reader: Reader,
  one: Differential,
  limits: Limits,
  dotted: boolean,
): Measure {
  const power = one.power && readInside(reader, one.power);
  const variable = integrated(readInside(reader, one.variable), power);
  const { circle, ...plain } = limits;
  const around = circle && !power ? circleOf(variable, circle.of, circle.radius) : undefined;
  return {
    variable,
    ...(power ? { power } : {}),
    ...plain,
    ...(around ? { circle: around } : {}),
    sort: sortOf(one, limits, dotted),
  };
}

/** z on |z| = R, |z − a| = R. */
function circleOf(variable: Expr, of: Expr, radius: Expr): Circle | undefined {
  if (variable.kind !== "symbol" || variable.type !== "scalar") return undefined;
  if (of === variable) return { centre: zero, radius };
  if (of.kind !== "sum" || of.terms[0] !== variable) return undefined;
  const centre = negate(sum(...of.terms.slice(1)));
  return some(centre, (node) => node === variable) ? undefined : { centre, radius };
}

/** What is integrated over is no operator, whatever its letter stands for elsewhere. */
function integrated(variable: Expr, power: Expr | undefined): Expr {
  if (variable.kind !== "symbol" || variable.type !== "operator") return variable;
  return symbol(variable.name, power === num(3) ? "three-vector" : "scalar");
}

function sortOf(one: Differential, limits: Limits, dotted: boolean): Measure["sort"] {
  if (one.style === "path") return "path";
  const name = nameOf(one.variable[0]);
  const letter = name?.base ?? "";
  if (dotted) return /^[SAaΣσ]$/u.test(letter) ? "surface" : "line";
  if (one.power) return "plain";
  if (letter === "Ω") return "solid-angle";
  if (name?.bold) return "volume";
  if (limits.lower || limits.upper) return "plain";
  if (letter === "V") return "volume";
  return /^[SA]$/.test(letter) ? "surface" : "plain";
}

/** Factors put together, none of them 1. */
export const joined = (factors: readonly Expr[]): Expr => product(...factors);
