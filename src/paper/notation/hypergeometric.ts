/** ₂F₁(a,b;c;z): a number before and a number behind the letter say how many parameters it has. */
import { func } from "../../math/expr/build";
import type { TexNode } from "../latex/node";
import { readInside } from "./expression";
import { takeFenced } from "./fences";
import { next, peek, token } from "./reader";
import type { NotationRule } from "./rule";
import { splitAt } from "./split";
import { tokenOf } from "./token";

export const hypergeometric: NotationRule = {
  name: "hypergeometric functions",
  begins: ["_"],
  examples: [["{}_2F_1(a,b;c;z)", "hypergeometric2F1_(a, b, c)(z)"]],
  read(reader) {
    const upper = countIn(next(reader));
    if (upper === undefined || token(reader) !== "F") return undefined;
    next(reader);
    const lower = countIn(peek(reader));
    if (lower === undefined) return undefined;
    next(reader);
    const inside = token(reader) === "(" ? takeFenced(reader)?.inside : undefined;
    const items = inside ? splitAt(inside, ",", ";", "|") : [];
    if (items.length !== upper + lower + 1 || items.some((item) => item.length === 0))
      return undefined;
    const values = items.map((item) => readInside(reader, item));
    return func(`hypergeometric${upper}F${lower}`, values.slice(-1), values.slice(0, -1));
  },
};

function countIn(node: TexNode | undefined): number | undefined {
  if (node?.kind !== "script" || node.place !== "sub") return undefined;
  const text = node.children.map(tokenOf).join("");
  return /^[0-9]$/.test(text) ? Number(text) : undefined;
}
