/** The i_p(g) of π(i_p(g)): nobody sets a factor in parentheses of its own, so what stands before them is a map. */
import type { TexNode } from "../latex/node";
import { nameOf } from "./name";
import { closing } from "./survey";
import { tokenOf } from "./token";

export function isLoneCall(inside: readonly TexNode[]): boolean {
  const heads = inside.filter((node) => node.kind !== "script");
  return (
    nameOf(heads[0]) !== undefined &&
    tokenOf(heads[1]) === "(" &&
    heads.length > 3 &&
    closing(heads, 1) === heads.length - 1
  );
}
