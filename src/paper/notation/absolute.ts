/** Bars in pairs: |x| and ‖x‖; a bar that opens stands where a factor may begin, one that closes stands behind a factor. */
import { func } from "../../math/expr/build";
import type { Expr } from "../../math/expr/node";
import { readExpression, readInside } from "./expression";
import { asState, innerMark } from "./innerProducts";
import { next, peek, type Reader, token } from "./reader";
import type { NotationRule } from "./rule";
import { sortOf } from "./sort";
import { closing } from "./survey";
import { tokenOf } from "./token";

export const absolute: NotationRule = {
  name: "absolute values",
  begins: ["|", "\\|", "‖"],
  examples: [
    ["|x|", "|x|"],
    [String.raw`|\mathbf{p}|^2`, "|𝐩|²"],
    [String.raw`\left|a+b\right|`, "|a + b|"],
  ],
  read(reader) {
    const open = peek(reader);
    const bar = token(reader);
    if (open?.kind === "fence" && open.side === "left") return between(reader, bar);
    if (open?.kind === "fence" && open.side === "right") return undefined;
    const norm = bar === "|" && isDouble(reader) ? double(reader) : undefined;
    if (norm) return norm;
    next(reader);
    const inner: Reader = {
      ...reader,
      stop: (at, count) => count > 0 && tokenOf(peek(at)) === bar,
    };
    const inside = readExpression(inner);
    if (!inside || token(inner) !== bar) return undefined;
    reader.at = inner.at;
    next(reader);
    return magnitude(reader, bar, inside);
  },
};

/** ||v||: two bars close together open what two others close. */
const isDouble = (reader: Reader): boolean =>
  token(reader, 1) === "|" && peek(reader, 1)?.span.start === peek(reader)?.span.end;

function double(reader: Reader): Expr | undefined {
  const from = reader.at + 2;
  const to = reader.nodes.findIndex(
    (node, i) => i >= from && tokenOf(node) === "|" && tokenOf(reader.nodes[i + 1]) === "|",
  );
  if (to <= from) return undefined;
  const inside = readInside(reader, reader.nodes.slice(from, to));
  reader.at = to + 2;
  return func("norm", [inside]);
}

function between(reader: Reader, bar: string): Expr | undefined {
  const close = closing(reader.nodes, reader.at);
  if (close === undefined || tokenOf(reader.nodes[close]) !== bar) return undefined;
  const inside = reader.nodes.slice(reader.at + 1, close);
  reader.at = close + 1;
  return magnitude(reader, bar, readInside(reader, inside));
}

/** Of a matrix it is the determinant, of all else the absolute value or length. */
function magnitude(reader: Reader, bar: string, inside: Expr): Expr {
  const state = reader.page.survey.seen.has(innerMark) && sortOf(inside) !== "state";
  if (bar !== "|") return func("norm", [state ? asState(inside) : inside]);
  if (inside.kind === "matrix") return func("det", [inside]);
  return func(sortOf(inside) === "state" ? "norm" : "abs", [inside]);
}

export const barCommands: NotationRule = {
  name: "bar commands",
  begins: ["\\abs", "\\norm"],
  examples: [[String.raw`\abs{x}`, "|x|"]],
  read(reader) {
    const node = next(reader);
    if (node?.kind !== "command") return undefined;
    const inside = node.args[node.args.length - 1];
    return (
      inside && magnitude(reader, node.name === "norm" ? "\\|" : "|", readInside(reader, inside))
    );
  },
};
