/** \prescript{4}{2}{He}: numbers before a name, which belong to the name. */
import { opaque } from "../../math/expr/build";
import type { Command } from "../latex/node";
import { readInside } from "./expression";
import { next } from "./reader";
import type { NotationRule } from "./rule";

export const prescript: NotationRule = {
  name: "scripts before a name",
  begins: ["\\prescript"],
  examples: [[String.raw`\prescript{4}{2}{X}`, "prescript(4, 2, X)"]],
  read(reader) {
    const { args } = next(reader) as Command;
    const parts = args.filter((arg) => arg !== undefined && arg.length > 0);
    return opaque("prescript", ...parts.map((arg) => readInside(reader, arg ?? [])));
  },
};
