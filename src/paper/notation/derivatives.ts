/** Derivatives as ratios: \frac{d}{dx}, \frac{\partial^2 f}{\partial x\partial y}, df/dx in a line, \dv, \pdv, \fdv. */
import { call, derivative, opaque } from "../../math/expr/build";
import { intern } from "../../math/expr/intern";
import type { By, Expr } from "../../math/expr/node";
import type { Command, TexNode } from "../latex/node";
import { differentialAt, differentialSign } from "./differential";
import { readInside } from "./expression";
import { nameOf } from "./name";
import { onTerm } from "./operand";
import { nest, readRatio } from "./ratio";
import { next, peek, type Reader } from "./reader";
import type { NotationRule } from "./rule";
import { unwrap } from "./scripts";
import { splitAt } from "./split";
import { closing } from "./survey";
import { tokenOf } from "./token";

export const derivativeRatio: NotationRule = {
  name: "derivatives as fractions",
  begins: ["\\frac", "\\dfrac", "\\tfrac"],
  examples: [
    [String.raw`\frac{df}{dx}`, "df/dx"],
    [String.raw`\frac{d}{dx} x^2`, "d/dx (x²)"],
    [String.raw`\frac{\partial^2 f}{\partial x\,\partial y}`, "∂/∂x (∂f/∂y)"],
    [String.raw`\frac{\mathrm{d}^2 y}{\mathrm{d}x^2}`, "d²y/dx²"],
    [String.raw`\frac{d\sigma}{d\Omega}`, "dσ/dΩ"],
  ],
  read(reader) {
    const node = next(reader) as Command;
    const [over, under] = node.args;
    const found = over && under && readRatio(reader, over, under);
    return found && onTerm(reader, atPlace(reader, found));
  },
};

/** \frac{\partial j}{\partial x}(x,t): the derivative of j(x,t), where its own variable is among the names in parentheses. */
function atPlace(reader: Reader, found: Expr): Expr {
  if (found.kind !== "derivative" || found.by.kind !== "variable") return found;
  const { operand, by } = found;
  const close = tokenOf(peek(reader)) === "(" ? closing(reader.nodes, reader.at) : undefined;
  const named = operand && /^(?:symbol|tensor|labelled)$/.test(operand.kind);
  const functional = by.style === "functional" && operand?.kind === "call";
  if ((!named && !functional) || close === undefined) return found;
  const items = splitAt(reader.nodes.slice(reader.at + 1, close), ",");
  if (!items.every((item) => item.length === 1 && nameOf(item[0]))) return found;
  const [only] = items;
  const place = functional ? /^[xyz]$/ : /^[pPQO]$/;
  if (items.length === 1 && only && place.test(nameOf(only[0])?.name ?? "")) {
    reader.at = close + 1;
    const point = { variable: opaque("argument"), value: readInside(reader, only) };
    return intern({ kind: "bar", body: found, at: [point] });
  }
  const args = items.map((item) => readInside(reader, item));
  if (!args.includes(by.variable)) return found;
  reader.at = close + 1;
  return derivative(by, call(operand, ...args), found.order);
}

/** `d/dx`, `df/dx`, `\partial/\partial t`. */
export const derivativeInLine: NotationRule = {
  name: "derivatives in a line",
  begins: ["d", "\\mathrm", "\\partial", "∂", "\\delta", "\\dd", "<words>"],
  examples: [
    ["d/dx", "d/dx"],
    ["dy/dt", "dy/dt"],
    [String.raw`\partial f/\partial x`, "∂f/∂x"],
  ],
  read(reader) {
    if (!differentialSign(peek(reader)) && peek(reader)?.kind !== "command") return undefined;
    const slash = slashBehind(reader);
    if (slash === undefined) return undefined;
    const under = differentialAt(reader.nodes, slash + 1);
    if (!under) return undefined;
    const found = readRatio(
      reader,
      reader.nodes.slice(reader.at, slash),
      reader.nodes.slice(slash + 1, under.to),
    );
    if (found) reader.at = under.to;
    return found && onTerm(reader, found);
  },
};

/** The slash behind `d^n f`, where f is one name or one pair of parentheses. */
function slashBehind(reader: Reader): number | undefined {
  const { nodes } = reader;
  let at = reader.at + 1;
  const isScript = (): boolean => nodes[at]?.kind === "script";
  while (isScript()) at++;
  if (tokenOf(nodes[at]) === "/") return at;
  const inner = nodes[at];
  if (!inner || inner.kind === "script") return undefined;
  at = tokenOf(inner) === "(" ? (closing(nodes, at) ?? at) + 1 : at + 1;
  while (isScript()) at++;
  if (tokenOf(nodes[at]) === "(") at = (closing(nodes, at) ?? at) + 1;
  return tokenOf(nodes[at]) === "/" ? at : undefined;
}

/** The physics package's derivatives: [order]{f}{x}, and {x} alone for the operator. */
export const derivativeMacros: NotationRule = {
  name: "derivatives of the physics package",
  begins: ["\\dv", "\\pdv", "\\fdv"],
  examples: [
    [String.raw`\dv{f}{x}`, "df/dx"],
    [String.raw`\dv{x}`, "d/dx"],
    [String.raw`\pdv[2]{f}{x}`, "∂²f/∂x²"],
    [String.raw`\pdv{f}{x}{y}`, "∂/∂x (∂f/∂y)"],
    [String.raw`\fdv{S}{\phi}`, "δS/δφ"],
  ],
  read(reader) {
    const node = next(reader) as Command;
    const style = ({ dv: "total", pdv: "partial", fdv: "functional" } as const)[node.name];
    const [order, first, ...more] = node.args;
    const variables = more.filter((arg): arg is readonly TexNode[] => arg !== undefined);
    if (!style || !first) return undefined;
    const times = order && readInside(reader, unwrap(order));
    const by = (nodes: readonly TexNode[]): By => ({
      kind: "variable",
      variable: readInside(reader, nodes),
      style,
    });
    if (variables.length === 0) return onTerm(reader, derivative(by(first), undefined, times));
    const acted = first.length > 0 ? readInside(reader, first) : undefined;
    const [only] = variables;
    if (variables.length === 1 && only) return derivative(by(only), acted, times);
    return nest(
      variables.map((nodes) => ({ by: by(nodes) })),
      acted,
    );
  },
};
