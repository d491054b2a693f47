/** Why a model gave no whole answer: what happened, and what a person can do. */

export type Why =
  | "cancelled"
  | "unreachable"
  | "loading"
  | "busy"
  | "key"
  | "missing"
  | "context"
  | "request"
  | "server"
  | "budget"
  | "length"
  | "cut"
  | "silent"
  | "refusal"
  | "empty"
  | "shape"
  | "off";

export interface Failure {
  readonly kind: "failure";
  readonly why: Why;
  readonly what: string;
  readonly remedy: string;
  /** What had arrived by then. */
  readonly text: string;
  readonly thinking: string;
}

/** `detail` is what the server said, in its own words. */
export function failure(why: Why, detail = "", text = "", thinking = ""): Failure {
  const [what, remedy] = words[why];
  const said = clean(detail);
  return {
    kind: "failure",
    why,
    what: said ? `${what} It says: ${said}` : what,
    remedy,
    text,
    thinking,
  };
}

/** Answers of servers are shown to people: short, on one line, without anything like a key. */
const clean = (detail: string): string =>
  detail
    .replace(/\b(?:sk|hf|pk|key)[-_][\w-]{6,}/gi, "[key]")
    .replace(/Bearer\s+\S+/gi, "Bearer [key]")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 300);

const words: Readonly<Record<Why, readonly [what: string, remedy: string]>> = {
  cancelled: ["The question was cancelled.", "Ask again when you like."],
  unreachable: [
    "The model's server did not answer.",
    "Check that it runs and that the profile's address is right, seen from the machine Tacit runs on.",
  ],
  loading: ["The server is still loading its model.", "Wait a moment, then retry."],
  busy: ["The server takes no more questions now.", "Wait a moment, then retry."],
  key: ["The server refused the key.", "Set the key of this profile again."],
  missing: [
    "The server does not know this address or model.",
    "Check the address and the model's name; probing the profile lists the models it has.",
  ],
  context: [
    "The question is longer than the model's context.",
    "Ask about a shorter derivation, or start the server with a longer context.",
  ],
  request: ["The server did not accept the question.", "Probe the profile; its kind may be wrong."],
  server: ["The server failed while it answered.", "Retry; the server's own log says more."],
  budget: [
    "The budget went into thinking; no answer was written.",
    "Raise the profile's maxTokens (and the server's context), then retry.",
  ],
  length: [
    "The answer was cut off at the budget.",
    "Raise the profile's maxTokens, or ask about less at a time.",
  ],
  cut: [
    "The connection ended before the answer did.",
    "Retry; what arrived is kept but not whole.",
  ],
  silent: [
    "The server stayed silent longer than the profile's idleSeconds.",
    "Raise idleSeconds, or look at the server.",
  ],
  refusal: ["The model declined to answer.", "Put the question differently, or use another model."],
  empty: ["The model answered nothing.", "Retry, or use another model."],
  shape: [
    "The answer does not have the shape that was asked for.",
    "Retry, or use a server that keeps to a JSON schema.",
  ],
  off: [
    "The editor gives no model to Tacit.",
    "Sign in to a provider of models in the editor, or set up a profile with an address.",
  ],
};
