/** Where a ket begins: `\ket`, or a bar that an angle closes. */
import type { TexNode } from "../latex/node";
import { tokenOf } from "./token";

export function beginsKet(nodes: readonly TexNode[], at: number): boolean {
  const token = tokenOf(nodes[at]);
  if (token === "\\ket") return true;
  if (token !== "|") return false;
  for (let i = at + 1; i < nodes.length; i++) {
    const next = tokenOf(nodes[i]);
    if (next === "\\rangle") return true;
    if (next === "|" || ends.has(next)) return false;
  }
  return false;
}

export const ends = new Set([
  "+",
  "-",
  "=",
  "\\pm",
  "\\rangle",
  "\\ket",
  "\\equiv",
  "\\approx",
  "/",
]);
