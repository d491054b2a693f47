/** What is put to a model, and what comes back while it answers. */
import type { Failure } from "./failure";
import type { Shape } from "./shape";

export interface Message {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

export interface Question {
  readonly messages: readonly Message[];
  /** Asked of the server where it can keep to it, checked at the door in any case. */
  readonly shape?: Shape;
  readonly maxTokens?: number;
}

/** A piece of an answer as it arrives; `rethink`: what came as text until now was thinking. */
export type Part =
  | { readonly kind: "thinking" | "text"; readonly text: string }
  | { readonly kind: "rethink" };

export interface Answer {
  readonly kind: "answer";
  readonly text: string;
  readonly thinking: string;
  /** Tokens written, where the server counts them. */
  readonly tokens?: number;
}

export type Outcome = Answer | Failure;

/** One question to one model; an aborted signal closes the connection. */
export type Ask = (
  question: Question,
  hear: (part: Part) => void,
  signal: AbortSignal,
) => Promise<Outcome>;
