/** Numbers: whole, decimal, with thousands set apart; factorials behind anything. */
import { func, hole, negate, rational, symbol } from "../../math/expr/build";
import { next, peek, type Reader, token } from "./reader";
import type { NotationRule } from "./rule";
import { isDigit, tokenOf } from "./token";

export const number: NotationRule = {
  name: "numbers",
  begins: ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "."],
  examples: [
    ["25", "25"],
    ["0.5", "0.5"],
    ["3!", "3!"],
    ["0^+", "0⁺"],
  ],
  read(reader) {
    const digits = takeDigits(reader);
    const side = digits === "0" ? sideHere(reader) : undefined;
    if (side) {
      next(reader);
      return side === "+" ? infinitesimal : negate(infinitesimal);
    }
    const point =
      peek(reader)?.kind === "char" && token(reader) === "." && isDigit(peek(reader, 1));
    if (!point) return digits === "" ? undefined : rational(BigInt(digits));
    next(reader);
    const decimals = takeDigits(reader);
    return rational(BigInt(digits + decimals), 10n ** BigInt(decimals.length), decimals.length);
  },
};

/** 0⁺ in 1/(x + i0⁺): positive and smaller than anything. */
const infinitesimal = symbol("0⁺", "scalar", { domain: "small" });

/** The sign that stands above a zero. */
function sideHere(reader: Reader): "+" | "-" | undefined {
  const node = peek(reader);
  const [sign, ...more] = node?.kind === "script" && node.place === "sup" ? node.children : [];
  const inner = sign?.kind === "group" && sign.children.length === 1 ? sign.children[0] : sign;
  const text = inner && tokenOf(inner);
  return more.length === 0 && (text === "+" || text === "-") ? text : undefined;
}

function takeDigits(reader: Reader): string {
  let digits = "";
  for (;;) {
    const node = peek(reader);
    const thousands =
      node?.kind === "group" &&
      node.children.length === 1 &&
      digits !== "" &&
      isDigit(peek(reader, 1)) &&
      node.children[0]?.kind === "char" &&
      node.children[0].text === ",";
    if (thousands) next(reader);
    else if (isDigit(node) && node?.kind === "char" && digits.length < 400) {
      digits += node.text;
      next(reader);
    } else return digits;
  }
}

export const factorial: NotationRule = {
  name: "factorial",
  follows: ["!"],
  examples: [["n!", "n!"]],
  after(reader, left) {
    next(reader);
    if (token(reader) === "!") {
      next(reader);
      return func("double-factorial", [left]);
    }
    return left.kind === "hole" ? hole(`${left.source}!`) : func("factorial", [left]);
  },
};
