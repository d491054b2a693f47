/** Cauchy's principal value: `\mathrm{P}\frac1x`, `\mathcal{P}\int`, `\mathrm{P.V.}\int`. */
import { func } from "../../math/expr/build";
import { readFactor } from "./factor";
import { nameOf } from "./name";
import { next, peek, token } from "./reader";
import type { NotationRule } from "./rule";
import { tokenOf } from "./token";

export const principal: NotationRule = {
  name: "principal values",
  begins: [
    "\\mathrm",
    "\\mathcal",
    "\\operatorname",
    "\\mathscr",
    "\\pv",
    "\\text",
    "<words>",
    "P",
  ],
  ownScripts: true,
  examples: [
    [String.raw`\mathrm{P}\frac{1}{x}`, "PV(1/x)"],
    [String.raw`\mathcal{P}\int_a^b f(x)\,dx`, "PV(∫_a^b dx f(x))"],
  ],
  read(reader) {
    const node = peek(reader);
    const word = node?.kind === "words" ? node.text.trim() : nameOf(node)?.name;
    if (!/^(?:𝒫|P|PV|[Pp]\.?[Vv]\.?)$/.test(word ?? "")) return undefined;
    next(reader);
    const ahead = peek(reader);
    const isFraction = /^\\[dt]?frac$/.test(token(reader));
    if (!isFraction && !/^\\(?:int|oint|fint)$|^∫$/.test(token(reader))) return undefined;
    if (node?.kind === "char") {
      // An italic P is a name, unless it stands before 1/x in a text that also has δ.
      const over = ahead?.kind === "command" ? (ahead.args[0] ?? []) : [];
      const isOne = over.length === 1 && tokenOf(over[0]) === "1";
      if (!isFraction || !isOne || !reader.page.survey.seen.has("\\delta")) return undefined;
    }
    const operand = readFactor(reader);
    return operand && func("PV", [operand]);
  },
};
