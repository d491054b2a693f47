/** The word between two formulas that stand side by side. */
import type { TexNode } from "../latex/node";

export const conjunction = (node: TexNode | undefined): string | undefined =>
  node?.kind === "words" ? /^[\s,;]*(and|or|with|where)[\s,;]*$/.exec(node.text)?.[1] : undefined;
