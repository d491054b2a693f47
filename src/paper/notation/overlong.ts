/** Longer or deeper than any formula people write: such nodes are left alone. */
import type { TexNode } from "../latex/node";
import { fenceSide } from "./survey";

export function isOverlong(side: readonly TexNode[]): boolean {
  let depth = 0;
  let deepest = 0;
  for (const node of side) {
    const step = fenceSide(node);
    if (step === "open") deepest = Math.max(deepest, ++depth);
    if (step === "close") depth--;
  }
  return side.length > 20000 || deepest > 200;
}
