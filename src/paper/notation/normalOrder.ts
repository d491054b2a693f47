/** Normal ordering between colons: `:\\phi^2:`. */
import { call } from "../../math/expr/build";
import { intern } from "../../math/expr/intern";
import { readInside } from "./expression";
import { nameOf } from "./name";
import { peek, token } from "./reader";
import type { NotationRule } from "./rule";
import { fenceSide } from "./survey";
import { tokenOf } from "./token";

export const normalOrder: NotationRule = {
  name: "normal ordering",
  begins: [":"],
  follows: ["("],
  examples: [
    [String.raw`:\phi^2:`, ":φ²:"],
    [String.raw`{:AB:}(w)`, ":A B:(w)"],
  ],
  read(reader) {
    let depth = 0;
    for (let i = reader.at + 1; i < reader.nodes.length; i++) {
      const node = reader.nodes[i];
      if (!node) return undefined;
      const side = fenceSide(node);
      if (side === "open") depth++;
      if (side === "close") depth--;
      if (depth < 0) return undefined;
      if (depth > 0 || tokenOf(node) !== ":") continue;
      const inside = reader.nodes.slice(reader.at + 1, i);
      if (inside.length === 0 || (peek(reader)?.kind === "char" && token(reader, 1) === "="))
        return undefined;
      reader.at = i + 1;
      return intern({ kind: "ordered", sort: "normal", operand: readInside(reader, inside) });
    }
    return undefined;
  },
  after(reader, left) {
    const [place, close] = reader.nodes.slice(reader.at + 1, reader.at + 3);
    const single = place && nameOf(place) && tokenOf(close) === ")";
    if (left.kind !== "ordered" || left.sort !== "normal" || !single) return undefined;
    reader.at += 3;
    return call(left, readInside(reader, [place]));
  },
};
