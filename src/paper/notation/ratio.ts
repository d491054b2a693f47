/** Derivatives written as a ratio: ∂²f/∂x∂y, d/dt, δS/δφ(x), d f/dx in a line. */
import { derivative, num, one, opaque, product, quotient } from "../../math/expr/build";
import type { By, Expr } from "../../math/expr/node";
import type { TexNode } from "../latex/node";
import {
  type Differential,
  type DifferentialStyle,
  differentialAt,
  differentialSign,
} from "./differential";
import { readInside } from "./expression";
import { nameOf } from "./name";
import type { Reader } from "./reader";
import { unwrap } from "./scripts";
import { closing, fenceSide } from "./survey";
import { isDigit, tokenOf } from "./token";

type Style = "total" | "partial" | "functional";

export interface Top {
  readonly style: Style;
  readonly power: readonly TexNode[];
  readonly operand: readonly TexNode[];
}

/** One variable of the denominator and how often it is derived by. */
interface Bottom {
  readonly variable: readonly TexNode[];
  /** d³p below a single d: a density in that volume. */
  readonly volume?: readonly TexNode[];
  readonly times?: readonly TexNode[];
}

/** The derivative two nodes lists make up, one over the other; undefined where they are an ordinary fraction. */
export function readRatio(
  reader: Reader,
  over: readonly TexNode[],
  under: readonly TexNode[],
): Expr | undefined {
  const along = alongCurve(reader, unwrap(over), unwrap(under));
  if (along) return along;
  const top = topOf(unwrap(over));
  if (!top) return undefined;
  const { numbers, rest } = withoutNumbers(unwrap(under), top.style);
  const below = differentials(rest, top.style) ?? underOneSign(rest, top);
  if (!below) return alongRow(reader, top, rest);
  const parts = bottoms(top, below);
  const found = ofOtherOrder(top, parts)
    ? opaque(
        "a derivative of another order above than below",
        readInside(reader, top.power),
        derived(reader, top, parts),
      )
    : derived(reader, top, parts);
  return numbers.length === 0 ? found : product(quotient(one, readInside(reader, numbers)), found);
}

/** δⁿZ/δJ(x_1)⋯δJ(x_n): a row of variables with an ellipsis. */
function alongRow(reader: Reader, top: Top, rest: readonly TexNode[]): Expr | undefined {
  const dots = rest.findIndex((node) => /^(?:\\[lc]?dots[bcm]?|…)$/.test(tokenOf(node)));
  const [before, after] = [rest.slice(0, dots), rest.slice(dots + 1)].map((nodes) =>
    differentials(nodes, top.style),
  );
  if (dots < 0 || !before || !after) return undefined;
  const read = ({ variable }: Differential): Expr => readInside(reader, variable);
  const variable = opaque("list", ...before.map(read), opaque("…"), ...after.map(read));
  const acted = top.operand.length > 0 ? readInside(reader, top.operand) : undefined;
  const by: By = { kind: "variable", variable, style: top.style };
  return derivative(by, acted, top.power.length > 0 ? readInside(reader, top.power) : one);
}

/** ∂³f/∂x∂y: the orders below do not add up to the one above. */
function ofOtherOrder({ power }: Top, parts: readonly Bottom[]): boolean {
  if (power.length === 0 || parts.length < 2) return false;
  const numberOf = (nodes: readonly TexNode[]): number =>
    nodes.every(isDigit) ? Number(nodes.map(tokenOf).join("")) : Number.NaN;
  const below = parts.map(({ times }) => (times && times.length > 0 ? numberOf(times) : 1));
  const total = below.reduce((sum, times) => sum + times, 0);
  const above = numberOf(power);
  return Number.isNaN(total) ? false : above !== total;
}

/** δ⁴W/(iδJ_1 iδJ_2 …): what a derivative is taken by may carry i and ħ. */
function withoutNumbers(
  nodes: readonly TexNode[],
  style: DifferentialStyle,
): { readonly numbers: readonly TexNode[]; readonly rest: readonly TexNode[] } {
  const numbers: TexNode[] = [];
  const rest: TexNode[] = [];
  let depth = 0;
  for (const [at, node] of nodes.entries()) {
    const side = fenceSide(node);
    if (side === "open") depth++;
    if (side === "close") depth--;
    const before = depth === 0 && /^(?:i|\\hbar|\\hslash)$/.test(tokenOf(node));
    const ahead = nodes.slice(at + 1).find((other) => !/^(?:i|\\hbar|-)$/.test(tokenOf(other)));
    if (
      before &&
      differentialSign(nodes[at - 1]) === undefined &&
      differentialSign(ahead) === style
    )
      numbers.push(node);
    else rest.push(node);
  }
  return { numbers, rest };
}

/** Du^μ/Dτ and Du^μ/dτ: no ratio, since nobody leaves a common factor D standing, or divides it by a differential. */
function alongCurve(
  reader: Reader,
  over: readonly TexNode[],
  under: readonly TexNode[],
): Expr | undefined {
  const [above, below] = [over, under].map(([first]) => nameOf(first)?.name);
  const along = nameOf(under[1])?.name;
  const total = below === "d" && /^[tτsλσu]$/u.test(along ?? "");
  if (above !== "D" || (below !== "D" && !total) || along === undefined) return undefined;
  const order = over[1]?.kind === "script" && over[1].place === "sup" ? over[1] : undefined;
  const parts = [over.slice(order ? 2 : 1), order ? under.slice(1, 2) : under.slice(1)]
    .filter((nodes) => nodes.length > 0)
    .map((nodes) => readInside(reader, nodes));
  const power = order ? `${order.children.map(tokenOf).join("")}-fold ` : "";
  return opaque(`a ${power}derivative along a curve`, ...parts);
}

/** d^n and what it acts on; a sign or a relation behind the d makes it a dimension. */
function topOf(nodes: readonly TexNode[]): Top | undefined {
  const style = signAt(nodes);
  if (!style) return undefined;
  const macro = macroBody(nodes);
  if (macro) return { style, ...macro };
  const script = nodes[1];
  const power = script?.kind === "script" && script.place === "sup" ? unwrap(script.children) : [];
  if (script?.kind === "script" && script.place === "sub") return undefined;
  const operand = nodes.slice(script?.kind === "script" ? 2 : 1);
  if (/^(?:[-+=/,]|\\cdot|\\times)$/.test(tokenOf(operand[0]))) return undefined;
  return { style, power, operand };
}

function signAt(nodes: readonly TexNode[]): Style | undefined {
  const first = nodes[0];
  if (first?.kind === "command" && first.name === "dd") return "total";
  const style = differentialSign(first);
  return style === "path" ? undefined : style;
}

/** `\dd{f}` and `\dd[2]{f}` above the line. */
function macroBody(nodes: readonly TexNode[]): Omit<Top, "style"> | undefined {
  const first = nodes[0];
  if (first?.kind !== "command" || first.name !== "dd" || !first.args[1]) return undefined;
  return { power: unwrap(first.args[0] ?? []), operand: [...first.args[1], ...nodes.slice(1)] };
}

/** All of the denominator as differentials of one style; the variable keeps the parentheses of its argument. */
function differentials(
  nodes: readonly TexNode[],
  style: DifferentialStyle,
): readonly Differential[] | undefined {
  const found: Differential[] = [];
  let at = 0;
  while (at < nodes.length) {
    const one = differentialAt(nodes, at);
    if (!one || one.style !== style) return undefined;
    const close = tokenOf(nodes[one.to]) === "(" ? closing(nodes, one.to) : undefined;
    const to = close === undefined ? one.to : close + 1;
    found.push({ ...one, variable: [...one.variable, ...nodes.slice(one.to, to)], to });
    at = to;
  }
  return found.length > 0 ? found : undefined;
}

/** ∂²/∂xy: as many names behind one ∂ as the order says. */
function underOneSign(nodes: readonly TexNode[], top: Top): readonly Differential[] | undefined {
  const first = differentialAt(nodes, 0);
  const count = countOf(top.power) ?? 0;
  if (!first || first.style !== top.style || first.power || top.style === "total") return undefined;
  const found: Differential[] = [first];
  for (let at = first.to; at < nodes.length; ) {
    let to = at + 1;
    while (nodes[to]?.kind === "script") to++;
    if (!nameOf(nodes[at])) return undefined;
    found.push({ style: top.style, variable: nodes.slice(at, to), from: at, to });
    at = to;
  }
  return count > 1 && found.length === count ? found : undefined;
}

/** In ∂²/∂x² the exponent below counts derivatives; in dσ/dq² it belongs to the variable. */
function bottoms(top: Top, below: readonly Differential[]): readonly Bottom[] {
  const total = countOf(top.power);
  const [only] = below;
  if (total === 1 && below.length === 1 && only)
    return [{ variable: only.variable, ...(only.power ? { volume: only.power } : {}) }];
  return below.map(({ variable, power }) => {
    if (power) return isPlace(variable) ? { variable, volume: power } : { variable, times: power };
    const last = variable.at(-1);
    const raised = last?.kind === "script" && last.place === "sup" ? unwrap(last.children) : [];
    const counts =
      total === undefined ? same(raised, top.power) : isCount(raised) && total !== below.length;
    return counts ? { variable: variable.slice(0, -1), times: raised } : { variable };
  });
}

/** Momenta and places have volumes. */
const isPlace = ([first]: readonly TexNode[]): boolean => {
  const name = nameOf(first);
  return name !== undefined && (name.bold || /^[pkqlr]$/.test(name.base));
};

const isCount = (nodes: readonly TexNode[]): boolean => nodes.length > 0 && nodes.every(isDigit);
const same = (a: readonly TexNode[], b: readonly TexNode[]): boolean =>
  a.length > 0 && a.map(tokenOf).join() === b.map(tokenOf).join();

/** 1 without an exponent, the number written, or undefined for a letter. */
function countOf(power: readonly TexNode[]): number | undefined {
  if (power.length === 0) return 1;
  return isCount(power) ? Number(power.map(tokenOf).join("")) : undefined;
}

function derived(reader: Reader, top: Top, below: readonly Bottom[]): Expr {
  const acted = top.operand.length > 0 ? readInside(reader, top.operand) : undefined;
  const parts = below.map(({ variable, volume, times }) => ({
    by: {
      kind: "variable",
      variable: volume
        ? opaque("volume", readInside(reader, volume), readInside(reader, variable))
        : readInside(reader, variable),
      style: top.style,
    } as const,
    times: times ? readInside(reader, times) : undefined,
  }));
  const [only] = parts;
  const count = countOf(top.power);
  const volumes = below.some((each) => each.volume);
  const whole = volumes ? one : count === undefined ? readInside(reader, top.power) : num(count);
  if (parts.length === 1 && only) return derivative(only.by, acted, only.times ?? whole);
  return nest(parts, acted);
}

/** ∂²f/∂x∂y is ∂/∂x of ∂f/∂y; without f, one operator beside the other. */
export function nest(
  parts: readonly { readonly by: By; readonly times?: Expr | undefined }[],
  acted: Expr | undefined,
): Expr {
  if (!acted) return product(...parts.map(({ by, times }) => derivative(by, undefined, times)));
  return parts.reduceRight((inner: Expr, { by, times }) => derivative(by, inner, times), acted);
}
