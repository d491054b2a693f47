/** Dots above a name: derivatives by the time. */
import { derivative, num, symbol } from "../../math/expr/build";
import type { Call, Expr } from "../../math/expr/node";
import type { Command, TexNode } from "../latex/node";
import { readFactor, readOne } from "./factor";
import { nameOf } from "./name";
import { onBase } from "./onBase";
import { ended, next, over, peek, type Reader } from "./reader";
import type { NotationRule } from "./rule";
import { unwrap } from "./scripts";
import { clockOf, closing, isGreekIndex } from "./survey";
import { tokenOf } from "./token";

const orders: Readonly<Record<string, number>> = { dot: 1, ddot: 2, dddot: 3, ddddot: 4 };

export const timeDots: NotationRule = {
  name: "dots for time derivatives",
  begins: ["\\dot", "\\ddot", "\\dddot", "\\ddddot"],
  ownScripts: true,
  examples: [
    [String.raw`\dot x`, "dx/dt"],
    [String.raw`\ddot{x}^2`, "(d²x/dt²)²"],
    [String.raw`\frac12 m\dot{\mathbf{r}}^2`, "(1/2) m (d𝐫/dt)·(d𝐫/dt)"],
    [String.raw`\dot t+\dot x`, "dt/dτ + dx/dτ"],
  ],
  read(reader) {
    const node = next(reader) as Command;
    const order = orders[node.name];
    const inside = node.args[0];
    if (!order || !inside || inside.length === 0) return undefined;
    const index = reader.script && inside.length === 1 ? nameOf(inside[0])?.name : undefined;
    if (index && isGreekIndex(index)) return symbol(`${index}\u0307`, "label");
    const scripts: TexNode[] = [];
    for (let more = peek(reader); more?.kind === "script"; more = peek(reader)) {
      scripts.push(more);
      next(reader);
    }
    const close = tokenOf(peek(reader)) === "(" ? closing(reader.nodes, reader.at) : undefined;
    const args = close === undefined ? [] : reader.nodes.slice(reader.at, close + 1);
    const body: TexNode = { kind: "group", children: inside, span: node.span };
    const name = unwrap(inside).length === 1 ? unwrap(inside) : [body];
    const inner = over(reader, [...name, ...scripts, ...args]);
    const called = readFactor(inner);
    const takesArguments = args.length > 0 && ended(inner) && callIn(called) !== undefined;
    if (takesArguments) reader.at += args.length;
    const whole = takesArguments ? called : readFactor(over(reader, [...name, ...scripts]));
    const time = readOne(reader, [{ kind: "char", text: clockIn(reader), span: node.span }]);
    return whole && time && dotted(whole, parameterOf(callIn(whole)) ?? time, order);
  },
};

/** The time, unless it has a dot itself, here or elsewhere in the paper. */
const clockIn = ({ page: { survey, context } }: Reader): "t" | "τ" =>
  context.shown("t", false).includes("τ") ? "τ" : clockOf(survey.moving);

/** The call under powers, daggers and transposes. */
function callIn(node: Expr | undefined): Call | undefined {
  if (node?.kind === "involution") return callIn(node.operand);
  if (node?.kind === "power") return callIn(node.base);
  return node?.kind === "call" ? node : undefined;
}

/** The τ of a world line x(τ) is what its dots derive by. */
function parameterOf(node: Call | undefined): Expr | undefined {
  const [only] = node?.args ?? [];
  const parameter =
    only?.kind === "symbol" && node?.args.length === 1 && /^[τλsσηεϵ]$/u.test(only.name);
  return parameter ? only : undefined;
}

/** The dots belong to the name. */
const dotted = (node: Expr, time: Expr, order: number): Expr =>
  onBase(node, (base) =>
    derivative({ kind: "variable", variable: time, style: "total" }, base, num(order)),
  );
