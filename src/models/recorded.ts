/** Answers written down beforehand, given in their order; the last one again and again. */
import type { Ask, Outcome, Part, Question } from "./question";

export interface Recorded {
  readonly ask: Ask;
  /** What was asked, in order. */
  readonly asked: readonly Question[];
}

/** A string stands for a whole answer without thinking. */
export function recorded(answers: readonly (string | Outcome)[]): Recorded {
  const asked: Question[] = [];
  const ask: Ask = async (question, hear) => {
    const next = answers[Math.min(asked.length, answers.length - 1)] ?? "";
    asked.push(question);
    const outcome: Outcome =
      typeof next === "string" ? { kind: "answer", text: next, thinking: "" } : next;
    const parts: readonly Part[] = [
      { kind: "thinking", text: outcome.thinking },
      { kind: "text", text: outcome.text },
    ];
    for (const part of parts) if (part.kind !== "rethink" && part.text) hear(part);
    return outcome;
  };
  return { ask, asked };
}
