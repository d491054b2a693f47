/** Gathers the pieces of an answer and says, once it has ended, whether it is one. */
import { type Failure, failure, type Why } from "./failure";
import type { Outcome, Part } from "./question";
import { Thinking } from "./thinking";

/** How a model says that it stopped, in one vocabulary; `none`: it never said. */
export type End = "stop" | "length" | "context" | "refusal" | "none";

export class Collector {
  readonly #hear: (part: Part) => void;
  readonly #split = new Thinking();
  #text = "";
  #thinking = "";
  end: End = "none";
  tokens: number | undefined;

  constructor(hear: (part: Part) => void) {
    this.#hear = hear;
  }

  get begun(): boolean {
    return this.#text !== "" || this.#thinking !== "";
  }

  text(text: string): void {
    for (const part of this.#split.take(text)) this.#add(part);
  }

  thinking(text: string): void {
    if (text) this.#add({ kind: "thinking", text });
  }

  /** Listens to a response; one that breaks off is cut, unless nobody waits for it any more. */
  async listening(
    signal: AbortSignal,
    listen: () => Promise<Failure | undefined>,
  ): Promise<Outcome> {
    try {
      return (await listen()) ?? this.outcome();
    } catch (error) {
      if (signal.aborted) return this.fail("cancelled");
      return this.fail("cut", error instanceof Error ? error.message : String(error));
    }
  }

  fail(why: Why, detail = ""): Failure {
    this.#flush();
    return failure(why, detail, this.#text.trim(), this.#thinking.trim());
  }

  outcome(): Outcome {
    this.#flush();
    const [text, thinking] = [this.#text.trim(), this.#thinking.trim()];
    switch (this.end) {
      case "none":
        return this.fail("cut");
      case "refusal":
        return this.fail("refusal");
      case "context":
        return this.fail("context");
      case "length":
        return this.fail(text ? "length" : "budget");
      case "stop":
        if (!text) return this.fail("empty");
        return {
          kind: "answer",
          text,
          thinking,
          ...(this.tokens === undefined ? {} : { tokens: this.tokens }),
        };
    }
  }

  #flush(): void {
    for (const part of this.#split.end()) this.#add(part);
  }

  #add(part: Part): void {
    if (part.kind === "rethink") {
      this.#thinking += this.#text;
      this.#text = "";
    } else if (part.kind === "text") this.#text += part.text;
    else this.#thinking += part.text;
    this.#hear(part);
  }
}
