/** (μ↔ν): the terms before it once more, with the two letters exchanged. */
import { opaque } from "../../math/expr/build";
import { readInside } from "./expression";
import type { NotationRule } from "./rule";
import { splitAt } from "./split";
import { closing } from "./survey";

const arrows = ["\\leftrightarrow", "↔", "\\longleftrightarrow"];

export const exchange: NotationRule = {
  name: "exchanges",
  begins: ["(", "[", "\\{"],
  ownScripts: true,
  examples: [
    [String.raw`\partial_\mu A_\nu-(\mu\leftrightarrow\nu)`, "∂_μA_ν − ∂_νA_μ"],
    [String.raw`f(p_1)g(p_2)+(1\leftrightarrow2)`, "f(p_1) g(p_2) + f(p_2) g(p_1)"],
  ],
  read(reader) {
    const close = closing(reader.nodes, reader.at);
    if (close === undefined || !arrows.some((arrow) => reader.page.survey.seen.has(arrow)))
      return undefined;
    const sides = splitAt(reader.nodes.slice(reader.at + 1, close), ...arrows);
    const [left, right] = sides;
    if (sides.length !== 2 || !left || !right || reader.nodes[close + 1]?.kind === "script")
      return undefined;
    reader.at = close + 1;
    return opaque(
      "↔",
      ...[left, right].map((side) => readInside({ ...reader, script: true }, side)),
    );
  },
};
