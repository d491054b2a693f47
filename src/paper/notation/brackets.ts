/** Brackets of the physics package: \comm, \acomm, \pb. */
import { anticommutator, commutator, poisson } from "../../math/expr/build";
import type { Expr } from "../../math/expr/node";
import type { Command } from "../latex/node";
import { readInside } from "./expression";
import { next } from "./reader";
import type { NotationRule } from "./rule";
import { signedBracket } from "./signedBracket";

const pairs: Readonly<Record<string, (left: Expr, right: Expr) => Expr>> = {
  comm: commutator,
  acomm: anticommutator,
  pb: poisson,
};

export const bracketMacros: NotationRule = {
  name: "brackets by macro",
  begins: ["\\comm", "\\acomm", "\\pb"],
  examples: [
    [String.raw`\comm{A}{B}`, "[A, B]"],
    [String.raw`\acomm{A}{B}`, "{A, B}"],
    [String.raw`\pb{f}{g}`, "{f, g}_PB"],
  ],
  read(reader) {
    const { name, args } = next(reader) as Command;
    const [left, right] = args.filter((arg) => arg !== undefined);
    const pair = pairs[name];
    if (!pair || !left || !right) return undefined;
    const sides = [readInside(reader, left), readInside(reader, right)] as const;
    return (name === "pb" ? undefined : signedBracket(reader, ...sides)) ?? pair(...sides);
  },
};
