/** What the panel shows of a question, as it goes on. */
import type { AnswerPart, AnswerView, ModelRole, Proposal } from "../../protocol/model";
import { roleTitles } from "../../protocol/modelWords";

export const begun = (role: ModelRole, profile: string): AnswerView => ({
  title: roleTitles[role],
  profile,
  state: "asking",
  text: "",
  thinking: "",
  proposal: null,
  trouble: "",
  stale: false,
});

export function withPart(view: AnswerView, { kind, text }: AnswerPart): AnswerView {
  switch (kind) {
    case "text":
      return { ...view, text: view.text + text };
    case "thinking":
      return { ...view, thinking: view.thinking + text };
    case "rethink":
      return { ...view, thinking: view.thinking + view.text, text: "" };
    case "judging":
      return { ...view, state: "judging" };
  }
}

export function ended(view: AnswerView, proposal: Proposal): AnswerView {
  const { incomplete, answers, bridge } = proposal;
  return {
    ...view,
    state: incomplete && answers.length === 0 ? "failed" : "done",
    text: answers[0]?.text ?? (bridge ? bridge.rows.join(" \\\\\n&= ") : view.text),
    thinking: answers[0]?.thinking ?? view.thinking,
    proposal: answers.length > 0 || bridge ? proposal : null,
    trouble: incomplete ? `${incomplete.what} ${incomplete.remedy}` : "",
  };
}

export const failed = (view: AnswerView, trouble: string): AnswerView => ({
  ...view,
  state: "failed",
  trouble,
});
