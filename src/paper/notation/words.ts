/** Words among symbols: h.c., c.c., remarks; they are kept as they stand. */
import { call, opaque, symbol } from "../../math/expr/build";
import type { Expr } from "../../math/expr/node";
import { readInside } from "./expression";
import { next, peek, type Reader, token } from "./reader";
import type { NotationRule } from "./rule";
import { splitAt } from "./split";
import { closing } from "./survey";

/** The x > a of Prob(x > a). */
function argumentsBehind(reader: Reader): readonly Expr[] | undefined {
  const close = token(reader) === "(" ? closing(reader.nodes, reader.at) : undefined;
  if (close === undefined || close === reader.at + 1) return undefined;
  const inside = reader.nodes.slice(reader.at + 1, close);
  reader.at = close + 1;
  return splitAt(inside, ",").map((item) => readInside(reader, item));
}

export const words: NotationRule = {
  name: "words",
  begins: ["<words>"],
  examples: [[String.raw`\text{h.c.}`, "h.c."]],
  read(reader) {
    const node = peek(reader);
    if (node?.kind !== "words") return undefined;
    next(reader);
    const text = node.text.trim();
    if (/^\+?\s*(?:h\.\s*c\.?|c\.\s*c\.?|H\.\s*c\.?|hc|cc)$/i.test(text))
      return opaque(/^\+?\s*h/i.test(text) ? "h.c." : "c.c.");
    const formulas = (node.formulas ?? []).map((formula) => readInside(reader, formula));
    if (/^\p{L}$/u.test(text)) return symbol(text);
    const applied = /^\p{Lu}\p{Ll}+$/u.test(node.text) ? argumentsBehind(reader) : undefined;
    return applied ? call(symbol(text), ...applied) : opaque(`words: ${text}`, ...formulas);
  },
};
