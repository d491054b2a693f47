/** #(στ⁻¹), #{…}: how many cycles, members or zeros there are. */
import { call, symbol } from "../../math/expr/build";
import { readFactor } from "./factor";
import { next } from "./reader";
import type { NotationRule } from "./rule";

export const numberOf: NotationRule = {
  name: "numbers of things",
  begins: ["\\#"],
  examples: [[String.raw`q^{\#(\sigma)}`, "q^(#(σ))"]],
  read(reader) {
    next(reader);
    const counted = readFactor(reader);
    return counted && call(symbol("#", "function"), counted);
  },
};
