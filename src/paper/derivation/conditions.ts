/** What a statement itself says it holds for: `x > 0`, “for $p^2 = m^2$”, or words that are not understood. */
import type { Premise } from "../../math/expr/claim";
import type { Context } from "../notation/context";
import type { Span } from "../text/span";
import { readAssumption } from "./assume";
import { catalogued } from "./catalogued";
import { chainOf } from "./chain";
import type { Condition, Joint, Statement } from "./statement";
import { spanOf } from "./statements";

export interface ConditionRead {
  /** The first link it speaks of. */
  readonly from: number;
  readonly span: Span;
  readonly premise?: Premise;
  /** As typed, where it is not understood. */
  readonly unread?: string;
}

export const readConditions = (
  { conditions, joints }: Statement,
  context: Context,
  sourceOf: (span: Span) => string,
): readonly ConditionRead[] =>
  [...conditions, ...joints.flatMap(overRelation)].flatMap(
    (condition): readonly ConditionRead[] => {
      if (isHarmless(condition)) return [];
      const { from, span, nodes } = condition;
      const latex = sourceOf(span);
      const read = readAssumption(nodes, context);
      if (nodes.length === 0 || read.kind === "unread" || !read.facts.every(catalogued))
        return [{ from, span, unread: latex }];
      if (read.facts.length === 0) return [];
      const { facts } = read;
      return [
        { from, span, premise: { id: "stated", name: latex, latex, source: "stated", facts } },
      ];
    },
  );

/** `\overset{a=0}{=}`: what stands over a sign and relates itself is said of that link. */
const overRelation = ({ annotation }: Joint, link: number): readonly Condition[] =>
  annotation.length > 0 && chainOf(annotation).joints.length > 0
    ? [{ nodes: annotation, words: "", span: spanOf(annotation), from: link, list: false }]
    : [];

/** Ranges of labels, and "for all x": every value is meant anyway. */
const isHarmless = ({ nodes, words, list }: Condition): boolean =>
  list ||
  (nodes[0]?.kind === "command" && nodes[0].name === "forall") ||
  (nodes.length > 0 &&
    /\bfor (all|any|every|each|arbitrary)\b/i.test(words) &&
    !nodes.some((node) => node.kind === "char" && /[=<>]/.test(node.text)));
