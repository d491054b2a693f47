/** Signs between sides, and signs that show a formula goes on. */
import type { Relation } from "../../math/expr/node";
import { isChar, type TexNode } from "../latex/node";
import { relationOf as readRelation } from "../notation/relations";
import { cover } from "../text/span";
import type { Joint } from "./statement";

const operators = new Set([
  "cdot",
  "times",
  "pm",
  "mp",
  "otimes",
  "wedge",
  "oplus",
  "ast",
  "star",
  "circ",
]);

/** + − · × / ±: a row that begins or ends so is not whole. */
export const isOperator = (node: TexNode | undefined): boolean =>
  (node?.kind === "char" && /^[-+*/·×±∓]$/.test(node.text)) ||
  (node?.kind === "command" && operators.has(node.name));

export const isMinus = (node: TexNode | undefined): boolean =>
  (node?.kind === "char" && node.text === "-") ||
  (node?.kind === "command" && /^[pm]{2}$/.test(node.name));

/** Signs that relate, but that no claim of ours can hold. */
const unknownRelations = new Set([
  "asymp",
  "prec",
  "succ",
  "preceq",
  "succeq",
  "subset",
  "subseteq",
  "supset",
  "supseteq",
  "notin",
  "ni",
  "models",
  "vdash",
  "leftrightarrow",
  "longleftrightarrow",
  "hookrightarrow",
  "rightleftharpoons",
  "leftarrow",
  "perp",
  "parallel",
  "mid",
  "lessgtr",
  "gtrless",
  "ngeq",
  "nleq",
  "nsim",
  "rightsquigarrow",
  "leadsto",
]);

export const relationOf = readRelation;

/** The joint that begins at `nodes[i]`, and how many nodes it takes. */
export function jointAt(
  nodes: readonly TexNode[],
  i: number,
): { readonly joint: Joint; readonly length: number } | undefined {
  const node = nodes[i];
  const next = nodes[i + 1];
  if (!node) return undefined;
  const two = (relation: Relation) =>
    next && { joint: { relation, span: cover(node.span, next.span), annotation: [] }, length: 2 };
  if (isChar(node, ":") && isChar(next, "=") && !closesOrdering(nodes, i)) return two(":=");
  if (isChar(node, "=") && isChar(next, ":")) return two("≡");
  if (node.kind === "command" && node.name === "not") {
    const [inner] = node.args[0] ?? [];
    const relation = relationOf(inner);
    if (relation === undefined) return undefined;
    return {
      joint: { relation: relation === "=" ? "≠" : undefined, span: node.span, annotation: [] },
      length: 1,
    };
  }
  const relation = relationOf(node);
  if (relation === undefined && !(node.kind === "command" && unknownRelations.has(node.name)))
    return undefined;
  return { joint: { relation, span: node.span, annotation: annotationOf(node) }, length: 1 };
}

/** What stands over the sign: all arguments but the one that holds it. */
const annotationOf = (node: TexNode): readonly TexNode[] =>
  node.kind === "command"
    ? node.args
        .filter((arg) => arg !== undefined)
        .slice(0, -1)
        .flat()
    : [];

/** The second colon of :φ²: = ⋯ is no part of a sign. */
function closesOrdering(nodes: readonly TexNode[], at: number): boolean {
  const colons = nodes
    .slice(0, at)
    .filter(
      (node, i) => isChar(node, ":") && !isChar(nodes[i + 1], "=") && !isChar(nodes[i - 1], "="),
    );
  return colons.length % 2 === 1;
}
