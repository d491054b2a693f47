/** Lines that the engine itself found between the two sides of a step, judged as a model's would be. */
import type { DerivationData } from "../protocol/derivation";
import type { Proposal } from "../protocol/model";
import type { ReviewText } from "./dispose";
import { insertion } from "./insertion";
import { judgeBridge } from "./judgeBridge";

interface Place {
  readonly data: DerivationData;
  readonly source: string;
  readonly markdown: boolean;
}

/** Undefined where a link between them is not checked. */
export async function expansion(
  { data, source, markdown }: Place,
  sides: readonly string[],
  review: ReviewText,
): Promise<Proposal | undefined> {
  const step = data.steps[Math.max(0, data.current)];
  if (!step) return undefined;
  const after = data.steps.at(-1)?.end.line ?? data.line;
  const host = { text: source, markdown, after };
  const bridge = await judgeBridge({ sides, premises: [] }, step, host, review);
  if (!bridge.offered) return undefined;
  return {
    uri: data.uri,
    version: data.version,
    macros: data.macros,
    role: "bridge",
    profile: "",
    answers: [],
    bridge,
    disagreement: null,
    insertion: await insertion(source, step, bridge.rows, review),
    incomplete: null,
  };
}
