/** The models of the editor, reached through a function that the editor's side gives. */
import { Collector } from "./collect";
import type { Ask, Message } from "./question";

/** Resolves when the editor's model has ended its answer; rejects with what the editor says. */
export type AskEditor = (
  messages: readonly Message[],
  hear: (text: string) => void,
  signal: AbortSignal,
) => Promise<void>;

export function editor(askEditor: AskEditor | undefined): Ask {
  return async ({ messages }, hear, signal) => {
    const collector = new Collector(hear);
    if (!askEditor) return collector.fail("off");
    try {
      await askEditor(messages, (text) => collector.text(text), signal);
      if (signal.aborted) return collector.fail("cancelled");
      collector.end = "stop";
      return collector.outcome();
    } catch (error) {
      if (signal.aborted) return collector.fail("cancelled");
      return collector.fail("server", error instanceof Error ? error.message : String(error));
    }
  };
}
