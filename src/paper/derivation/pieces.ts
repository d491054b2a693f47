/** A row's nodes cut into pieces at commas, semicolons, wide spaces, words and implication arrows. */
import type { TexNode, Words } from "../latex/node";
import { levels } from "../notation/levels";
import { tokenOf } from "../notation/token";
import { type Cue, cueOf } from "./cue";
import { isOperator, relationOf } from "./signs";

export interface Piece {
  readonly nodes: readonly TexNode[];
  /** What stands between the piece before and this one. */
  readonly after: "start" | "comma" | "space" | "words" | "implies";
  readonly cue: Cue | undefined;
  readonly words: readonly Words[];
}

const implications = new Set([
  "Rightarrow",
  "Longrightarrow",
  "implies",
  "iff",
  "Leftrightarrow",
  "Longleftrightarrow",
  "therefore",
  "because",
  "impliedby",
  "Leftarrow",
]);

/** Signs after which a reason stands. */
const reasons = new Set(["because", "impliedby", "Leftarrow"]);

export function pieces(nodes: readonly TexNode[]): readonly Piece[] {
  const depth = levels(nodes);
  const found: Piece[] = [];
  let current: TexNode[] = [];
  let after: Piece["after"] = "start";
  let words: Words[] = [];
  let implied: Cue | undefined;

  function cut(next: Piece["after"]): void {
    if (current.length > 0 || (words.length > 0 && next !== "words" && next !== "space")) {
      const cue =
        implied ?? words.map(({ text }) => cueOf(text)).findLast((each) => each !== undefined);
      found.push({ nodes: current, after, cue, words });
      after = next;
      words = [];
      implied = undefined;
    } else if (rank[next] > rank[after]) after = next;
    current = [];
  }

  for (const [i, node] of nodes.entries()) {
    if ((depth[i] ?? 0) > 0) current.push(node);
    else if (
      node.kind === "char" &&
      (node.text === "," || node.text === ";") &&
      !isThousands(nodes, i)
    )
      cut("comma");
    else if (node.kind === "command" && node.name === "quad") cut("space");
    else if (tokenOf(node) === ":" && tokenOf(nodes[i + 1]) === "\\quad") cut("words");
    else if (
      node.kind === "command" &&
      (implications.has(node.name) || joinsEquations(current, nodes, i, depth))
    ) {
      cut("implies");
      implied = reasons.has(node.name) ? "condition" : "follows";
    } else if (node.kind === "words" && isRemark(node.text) && !standsIn(nodes, i)) {
      cut("words");
      words.push(node);
    } else current.push(node);
  }
  cut("start");
  return found;
}

const rank = { start: 0, space: 1, comma: 2, words: 3, implies: 4 } as const;

/** The arrow of ∂_t m = 0 → m = M: an equation on either side makes it an implication. */
function joinsEquations(
  before: readonly TexNode[],
  nodes: readonly TexNode[],
  at: number,
  depth: readonly (number | undefined)[],
): boolean {
  if (!/^\\(?:to|(?:long)?rightarrow)$/.test(tokenOf(nodes[at]))) return false;
  if (!before.some((node) => isEqual(node))) return false;
  for (let i = at + 1; i < nodes.length; i++) {
    const node = nodes[i];
    if ((depth[i] ?? 0) > 0) continue;
    if (
      /^(?:[,;]|\\(?:quad|to|(?:long)?rightarrow))$/.test(tokenOf(node)) ||
      node?.kind === "words"
    )
      return false;
    if (isEqual(node)) return true;
  }
  return false;
}

const isEqual = (node: TexNode | undefined): boolean => tokenOf(node) === "=";

/** `1,000` is one number. */
const isThousands = (nodes: readonly TexNode[], i: number): boolean =>
  [i - 1, i + 1, i + 2, i + 3].every((at) => {
    const node = nodes[at];
    return node?.kind === "char" && /\d/.test(node.text);
  }) && nodes[i + 4]?.kind !== "char";

/** True for words that take the place of a term: after an operator, or before a relation. */
function standsIn(nodes: readonly TexNode[], i: number): boolean {
  const before = nodes[i - 1];
  const after = nodes[i + 1];
  if (before && (isOperator(before) || relationOf(before) !== undefined)) return true;
  if (!after || /^\W*(and|so|hence|thus|or|then)\W*$/i.test((nodes[i] as Words).text)) return false;
  return (
    after.kind === "script" || isOperator(after) || (!before && relationOf(after) !== undefined)
  );
}

/** Words that speak about formulas; others (`\text{const}`, `E_\text{kin}`) stand for something in them. */
const isRemark = (text: string): boolean =>
  /^\W*(and|or|where|with|for|if|when|while|so|hence|thus|therefore|then|i\.?e\.?|e\.?g\.?|in|on|at|as|by|from|since|because|using|let|that is|is|are|but|given|provided|unless|otherwise|respectively|such that|s\.t\.|implies|cf\.?|via)\b/i.test(
    text,
  ) ||
  /\S\s+\S/.test(text.trim()) ||
  /^\s*[([].*[)\]]\s*[.,;]?\s*$/.test(text) ||
  /^\s*[.,;:]*\s*$/.test(text) ||
  /\\(eq)?ref\{/.test(text);
