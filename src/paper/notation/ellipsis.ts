/** Ellipses: a trailing one is a remainder, one in the middle stands for a pattern. */
import { opaque } from "../../math/expr/build";
import { intern } from "../../math/expr/intern";
import { ended, next, peek, type Reader, token } from "./reader";
import type { NotationRule } from "./rule";

export const ellipsis: NotationRule = {
  name: "ellipses",
  begins: ["\\dots", "\\ldots", "\\cdots", "\\ddots", "\\vdots", "…", "\\ldotp", "\\dotsb", "."],
  examples: [
    [String.raw`1+x+\cdots`, "1 + x + …"],
    [String.raw`a\cdots b`, "a … b"],
  ],
  read(reader) {
    if (token(reader) === ".") {
      if (peek(reader)?.kind === "fence" || token(reader, 1) !== "." || token(reader, 2) !== ".")
        return undefined;
      next(reader);
      next(reader);
    }
    const alone = isTerm(reader);
    next(reader);
    return alone && ended(reader) ? intern({ kind: "order" }) : opaque("…");
  },
};

/** Behind a sign, or first of all. */
function isTerm(reader: Reader): boolean {
  const before = reader.at === 0 ? undefined : peek(reader, token(reader) === "." ? -3 : -1);
  if (!before) return false;
  return ["+", "-"].includes(before.kind === "char" ? before.text : "");
}
