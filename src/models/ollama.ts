/** Ollama by its own chat address, the only one that takes the length of the context. */
import { Collector } from "./collect";
import { authorisation, record } from "./openai";
import type { Profile } from "./profile";
import type { Ask, Question } from "./question";
import { asFailure, errorIn, type Patience, send, speaksOfContext } from "./retry";
import { lines } from "./stream";
import type { Wire } from "./wire";

export function ollama(profile: Profile, key: string, wire: Wire, patience: Patience): Ask {
  return async (question, hear, signal) => {
    const collector = new Collector(hear);
    const request = {
      method: "POST",
      url: `${profile.url.replace(/\/(?:v1|api)$/, "")}/api/chat`,
      headers: { ...authorisation(key), ...profile.headers },
      body: bodyOf(profile, question),
    } as const;
    const response = await send(wire, request, patience, signal);
    if ("kind" in response) return response.kind === "failure" ? response : asFailure(response);
    return collector.listening(signal, async () => {
      for await (const line of lines(response.bytes)) {
        const failed = line.trim() === "" ? undefined : takeLine(line, collector);
        if (failed) return failed;
      }
      return undefined;
    });
  };
}

function bodyOf(profile: Profile, { messages, shape, maxTokens }: Question) {
  const { model, context, temperature, topP } = profile;
  return {
    model,
    messages,
    stream: true,
    ...(shape ? { format: shape } : {}),
    options: {
      ...(context === undefined ? {} : { num_ctx: context }),
      num_predict: maxTokens ?? profile.maxTokens,
      ...(temperature === undefined ? {} : { temperature }),
      ...(topP === undefined ? {} : { top_p: topP }),
    },
  };
}

function takeLine(line: string, collector: Collector) {
  let chunk: unknown;
  try {
    chunk = JSON.parse(line);
  } catch {
    return collector.fail("server", line);
  }
  const error = errorIn(chunk);
  if (error !== undefined)
    return collector.fail(speaksOfContext(error) ? "context" : "server", error);
  const { message, done, done_reason, eval_count } = record(chunk);
  const { content, thinking } = record(message);
  if (typeof thinking === "string") collector.thinking(thinking);
  if (typeof content === "string") collector.text(content);
  if (done !== true) return undefined;
  if (typeof eval_count === "number") collector.tokens = eval_count;
  if (done_reason === "load" || done_reason === "unload") return undefined;
  collector.end = done_reason === "length" ? "length" : "stop";
  return undefined;
}
