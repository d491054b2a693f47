/** Signs that serve as names or labels: ↑, ↓, △; and operators with one side only, as in U^{⊗n}. */
import { opaque, product, symbol } from "../../math/expr/build";
import { actedOn } from "./actedOn";
import { readFactor } from "./factor";
import type { Name } from "./name";
import { next, type Reader, token } from "./reader";
import type { NotationRule } from "./rule";
import { endsTerm } from "./term";

const names: Readonly<Record<string, string>> = {
  "\\uparrow": "↑",
  "\\downarrow": "↓",
  "\\triangle": "△",
  "\\bigtriangleup": "△",
  "\\varnothing": "∅",
  "\\emptyset": "∅",
  "\\perp": "⊥",
  "\\parallel": "∥",
  "\\sharp": "♯",
  "\\flat": "♭",
};

export const signNames: NotationRule = {
  name: "signs as names",
  begins: Object.keys(names),
  examples: [
    [String.raw`n_{0\uparrow}`, "n_(0 ↑)"],
    [String.raw`k^2-\triangle`, "k² − △"],
  ],
  read(reader) {
    const name = names[token(reader)] ?? "";
    next(reader);
    const sign: Name = { name, base: name, bold: false, roman: false };
    const whole = actedOn(reader, sign, { type: "scalar", evidence: "a sign" });
    if (whole) return product(symbol(name), whole);
    return symbol(name, /[↑↓⊥∥♯♭]/u.test(name) ? "label" : "scalar");
  },
};

const signs: Readonly<Record<string, string>> = { "\\otimes": "⊗", "\\wedge": "∧", "\\oplus": "⊕" };

export const oneSided: NotationRule = {
  name: "operators with one side",
  begins: Object.keys(signs),
  examples: [[String.raw`U^{\otimes n}`, "U^(⊗(n))"]],
  read(reader: Reader) {
    if (reader.at > 0) return undefined;
    const sign = signs[token(reader)] ?? "";
    next(reader);
    const operand = endsTerm(reader, 1) ? undefined : readFactor(reader);
    return operand ? opaque(sign, operand) : opaque(sign);
  },
};
