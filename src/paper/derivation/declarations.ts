/** What assumptions say about the kinds of names: `\alpha,\beta\in\mathbb{C}` as “\alpha, \beta are complex”. */
import { parseFormula } from "../latex/formula";
import type { TexNode } from "../latex/node";
import { chainOf } from "./chain";
import { flat } from "./conventionIn";
import { setNamed } from "./membership";
import { pieces } from "./pieces";
import { spanOf } from "./statements";

/** Declarations in words, as comments write them. */
export const declarationsOf = (assume: readonly string[]): readonly string[] =>
  assume.flatMap(inEntry);

function inEntry(entry: string): readonly string[] {
  if (/\b(is|are)\b/.test(entry)) return [entry.replace(/\\text(?:rm)?\{([^{}]*)\}/g, " $1 ")];
  const found: string[] = [];
  let subjects: string[] = [];
  for (const piece of pieces(parseFormula(entry).nodes)) {
    const { sides, joints } = chainOf(piece.nodes);
    const [left = [], right = []] = sides;
    subjects.push(sourceOf(entry, left));
    if (joints.length === 0) continue;
    const kind = joints.length === 1 ? kindOf(joints[0]?.relation, right) : undefined;
    if (kind && subjects.every((subject) => /^\\?\w+(_\\?\w|_\{\w+\})?(\(\w\))?$/.test(subject)))
      found.push(`${subjects.join(", ")} are ${kind}`);
    subjects = [];
  }
  return found;
}

function kindOf(relation: string | undefined, right: readonly TexNode[]): string | undefined {
  if (relation === ">" && flat(right) === "0") return "positive";
  if (relation === "∈" && isGroup(flat(right))) {
    const rank = /([2-9])\)$/.exec(flat(right))?.[1];
    return rank === undefined ? "matrices" : `${rank}×${rank} matrices`;
  }
  const set = relation === "∈" ? setNamed(flat(right)) : undefined;
  return set === "matrix"
    ? "matrices"
    : set === "nonzero"
      ? "real"
      : set === "natural"
        ? "natural numbers"
        : set === "integer"
          ? "integers"
          : set;
}

/** SU(2), U(N), SO(3), by whatever letters. */
const isGroup = (text: string): boolean =>
  /^(?:\\math\w+)?\(?(?:P?SU|U|S?O|[SG]L|USp|Sp|Spin)\)?\([0-9nNd](?:,.+)?\)$/.test(text);

const sourceOf = (entry: string, nodes: readonly TexNode[]): string => {
  const { start, end } = spanOf(nodes);
  return entry.slice(start, end).trim();
};
