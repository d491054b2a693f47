/** A question about a small paper, answered by a model that says what it is told to. */
import type { Outcome } from "../../src/models/question";
import { recorded } from "../../src/models/recorded";
import { payload, propose } from "../../src/proposals/propose";
import { derivationAt } from "../../src/protocol/derivation";
import type { ModelRole } from "../../src/protocol/model";
import { reviewUntil } from "../../src/review/reviewUntil";
import { freshReviewer } from "./freshReviewer";

export async function proposing(
  text: string,
  line: number,
  role: ModelRole,
  answers: readonly (string | Outcome)[],
  samples = 1,
) {
  const files = { read: () => undefined };
  const path = "paper.tex";
  const reviewer = freshReviewer();
  const about = { uri: path, version: 1, stale: false };
  const data = derivationAt(
    reviewer.review(path, text, files),
    { line, column: 1 },
    about,
    new Set(),
  );
  if (!data) throw new Error("there is no derivation");
  const model = recorded(answers);
  const occasion = { role, data, source: text, markdown: false, profile: "recorded", samples };
  const proposal = await propose(
    occasion,
    {
      ask: model.ask,
      review: async (copy, isEnough) =>
        reviewUntil(reviewer, { path, text: copy, files }, isEnough),
      hear: () => undefined,
    },
    new AbortController().signal,
  );
  return { proposal, asked: model.asked, payload: payload(occasion) };
}
