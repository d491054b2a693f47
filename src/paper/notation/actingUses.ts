/** Capitals that stand before a ket act on it: they are operators, not numbers. */
import type { TexNode } from "../latex/node";
import { beginsKet, ends } from "./beginsKet";
import type { Name } from "./name";
import { namesIn } from "./operatorUses";
import { tokenOf } from "./token";

/** The capitals in the product before the ket that begins here; none where no ket does. */
export function actingOnKet(nodes: readonly TexNode[], at: number): readonly Name[] {
  if (!beginsKet(nodes, at)) return [];
  const found: TexNode[] = [];
  for (let i = at - 1; i >= 0; i--) {
    const node = nodes[i] as TexNode;
    if (ends.has(tokenOf(node))) break;
    if (node.kind !== "script") found.push(node);
  }
  return found
    .flatMap((node) => namesIn([node]))
    .filter((name) => /^\p{Lu}$/u.test(name.name) && !name.bold);
}
