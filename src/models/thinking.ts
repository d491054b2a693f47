/** Parts an answer from the thinking before it, in models that write both into one stream. */
import type { Part } from "./question";

const opening = "<think>";
const closing = "</think>";

/**
 * The answer begins after the last closing tag. An opening tag counts only at the very beginning;
 * without one, what came before the closing tag turns out to have been thinking.
 */
export class Thinking {
  #mode: "start" | "thinking" | "text" = "start";
  #held = "";

  take(text: string): readonly Part[] {
    this.#held += text;
    const parts: Part[] = [];
    if (this.#mode === "start" && !this.#begin()) return parts;
    for (;;) {
      const at = this.#held.indexOf(closing);
      if (at < 0) break;
      this.#say(parts, this.#held.slice(0, at));
      if (this.#mode === "text") parts.push({ kind: "rethink" });
      this.#mode = "text";
      this.#held = this.#held.slice(at + closing.length);
    }
    const keep = overlap(this.#held, closing);
    this.#say(parts, this.#held.slice(0, this.#held.length - keep));
    this.#held = this.#held.slice(this.#held.length - keep);
    return parts;
  }

  /** What was held back in case it was half a tag. */
  end(): readonly Part[] {
    const parts: Part[] = [];
    if (this.#mode === "start") this.#mode = "text";
    this.#say(parts, this.#held);
    this.#held = "";
    return parts;
  }

  /** False while it is open whether the stream begins with a tag. */
  #begin(): boolean {
    const bare = this.#held.trimStart();
    if (bare.length < opening.length && opening.startsWith(bare)) return false;
    const opens = bare.startsWith(opening);
    if (opens) this.#held = bare.slice(opening.length);
    this.#mode = opens ? "thinking" : "text";
    return true;
  }

  #say(parts: Part[], text: string): void {
    if (text) parts.push({ kind: this.#mode === "thinking" ? "thinking" : "text", text });
  }
}

/** Length of the longest end of a text that begins the tag. */
function overlap(text: string, tag: string): number {
  for (let length = Math.min(text.length, tag.length - 1); length > 0; length--)
    if (tag.startsWith(text.slice(-length))) return length;
  return 0;
}
