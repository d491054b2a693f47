/** “In a curved spacetime”, “a metric $g_{\mu\nu}(x)$”: the metric is another one at every place. */

import { parseFormula } from "../latex/formula";
import type { ProsePiece } from "../latex/manuscript";
import type { Context } from "../notation/context";
import { flat } from "./conventionIn";
import { headOf } from "./head";
import { readOne } from "./membership";
import type { ProseFact } from "./prose";

export function curvedIn(
  words: string,
  sentence: readonly ProsePiece[],
  context: Context,
): ProseFact | undefined {
  const [first] = sentence;
  const isSaid =
    /\bcurved (space|space-?time|background|manifold|geometry)s?\b/i.test(words) ||
    (/\bmetric\b/i.test(words) && sentence.some(isMetricOfPlace));
  if (!first || !isSaid || /\b(not|no|if|unless|flat|unlike)\b/i.test(words)) return undefined;
  const metric = readOne(parseFormula("g_{\\mu\\nu}").nodes, context);
  const head = metric && headOf(metric);
  return head === undefined
    ? undefined
    : {
        latex: "g_{\\mu\\nu}=g_{\\mu\\nu}(x)",
        span: first.span,
        facts: [{ kind: "property", property: "curved", of: [head] }],
        far: false,
        lasting: true,
        back: "nothing",
        unread: false,
      };
}

/** g_{μν}(x), g_{μν} = g_{μν}(x). */
const isMetricOfPlace = (piece: ProsePiece): boolean =>
  piece.kind === "math" &&
  /(^|=)g_\{?[^{}()=]{1,20}\}?\(x(\^[^()]{1,6})?\)$/.test(flat(piece.nodes));
