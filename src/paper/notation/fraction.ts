/** Fractions, roots and binomials. */
import { func, num, power, quotient, rational } from "../../math/expr/build";
import type { Expr } from "../../math/expr/node";
import type { TexNode } from "../latex/node";
import { readInside } from "./expression";
import { next, peek, type Reader } from "./reader";
import type { NotationRule } from "./rule";

/** The argument of the command at the cursor, read; the command is not consumed. */
const argument = (reader: Reader, nodes: readonly TexNode[] | undefined): Expr =>
  readInside(reader, nodes ?? []);

export const fraction: NotationRule = {
  name: "fractions",
  begins: ["\\frac", "\\dfrac", "\\tfrac", "\\cfrac", "\\nicefrac", "\\sfrac", "\\flatfrac"],
  examples: [
    [String.raw`\frac{a}{b}`, "a/b"],
    [String.raw`\frac12 a x^2`, "(1/2) a x²"],
  ],
  read(reader) {
    const node = next(reader);
    if (node?.kind !== "command" || node.args.length < 2) return undefined;
    const over = argument(reader, node.args[0]);
    const under = argument(reader, node.args[1]);
    if (
      over.kind === "num" &&
      under.kind === "num" &&
      over.denominator === 1n &&
      under.denominator === 1n &&
      under.numerator !== 0n &&
      over.decimals === undefined &&
      under.decimals === undefined
    )
      return rational(over.numerator, under.numerator);
    return quotient(over, under);
  },
};

export const root: NotationRule = {
  name: "roots",
  begins: ["\\sqrt"],
  examples: [
    [String.raw`\sqrt{2}`, "√2"],
    [String.raw`\sqrt[3]{x}`, "x^(1/3)"],
  ],
  read(reader) {
    const node = next(reader);
    if (node?.kind !== "command") return undefined;
    const inside = argument(reader, node.args[node.args.length - 1]);
    const degree = node.args.length > 1 ? node.args[0] : undefined;
    if (!degree || degree.length === 0) return func("sqrt", [inside]);
    const order = argument(reader, degree);
    return power(
      inside,
      order.kind === "num" && order.numerator !== 0n
        ? rational(order.denominator, order.numerator)
        : quotient(num(1), order),
    );
  },
};

export const binomial: NotationRule = {
  name: "binomials",
  begins: ["\\binom"],
  examples: [[String.raw`\binom{n}{k}`, "binomial(n, k)"]],
  read(reader) {
    const node = peek(reader);
    if (node?.kind !== "command" || node.args.length < 2) return undefined;
    next(reader);
    return func("binomial", [argument(reader, node.args[0]), argument(reader, node.args[1])]);
  },
};
