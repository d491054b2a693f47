/** A piece of a row cut at its relations: sides and joints. */
import { isChar, type TexNode } from "../latex/node";
import { levels } from "../notation/levels";
import { jointAt } from "./signs";
import type { Joint } from "./statement";

export interface Chain {
  /** One more than the joints; the first is empty where the piece begins with a relation. */
  readonly sides: readonly (readonly TexNode[])[];
  readonly joints: readonly Joint[];
}

export function chainOf(nodes: readonly TexNode[]): Chain {
  const depth = levels(nodes);
  const sides: TexNode[][] = [[]];
  const joints: Joint[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const found = depth[i] === 0 ? jointAt(nodes, i) : undefined;
    if (!found) sides.at(-1)?.push(nodes[i] as TexNode);
    else {
      joints.push(found.joint);
      sides.push([]);
      i += found.length - 1;
    }
  }
  const last = sides.at(-1);
  while (last?.length && isStop(last.at(-1))) last.pop();
  return { sides, joints };
}

/** The full stop or colon after a formula, and the signs that end a proof. */
const isStop = (node: TexNode | undefined): boolean =>
  isChar(node, ".") ||
  isChar(node, ":") ||
  isChar(node, "✓") ||
  (node?.kind === "command" &&
    /^(blacksquare|square|Box|qed|checkmark|colon)$/.test(node.name) &&
    node.name !== "Box");
