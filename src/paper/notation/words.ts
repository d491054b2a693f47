/** Words among symbols: h.c., c.c., remarks; they are kept as they stand. */
import { opaque, symbol } from "../../math/expr/build";
import { readInside } from "./expression";
import { next, peek } from "./reader";
import type { NotationRule } from "./rule";

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
    return /^\p{L}$/u.test(text) ? symbol(text) : opaque(`words: ${text}`, ...formulas);
  },
};
