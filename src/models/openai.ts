/** Servers that speak like OpenAI: vLLM, llama.cpp, SGLang, LM Studio, TGI, OpenAI itself. */
import { Collector, type End } from "./collect";
import type { Failure } from "./failure";
import type { Profile } from "./profile";
import type { Ask, Message, Question } from "./question";
import { asFailure, errorIn, type Patience, type Refused, send, speaksOfContext } from "./retry";
import { events, whole } from "./stream";
import type { Wire, WireResponse } from "./wire";

type Body = Readonly<Record<string, unknown>>;

export function openai(profile: Profile, key: string, wire: Wire, patience: Patience): Ask {
  const path = profile.completion ? "completions" : "chat/completions";
  return async (question, hear, signal) => {
    const collector = new Collector(hear);
    let body = bodyOf(profile, question);
    for (;;) {
      const request = {
        method: "POST",
        url: `${profile.url}/${path}`,
        headers: { ...authorisation(key), ...profile.headers },
        body,
      } as const;
      const response = await send(wire, request, patience, signal);
      if (!("kind" in response))
        return collector.listening(signal, () => listen(response, collector));
      if (response.kind === "failure") return response;
      const plainer = without(body, response);
      if (!plainer) return asFailure(response);
      body = plainer;
    }
  };
}

export const authorisation = (key: string): Readonly<Record<string, string>> =>
  key ? { authorization: `Bearer ${key}` } : {};

function bodyOf(profile: Profile, { messages, shape, maxTokens }: Question): Body {
  const { model, temperature, topP, completion } = profile;
  return {
    model,
    ...(completion ? { prompt: asPrompt(messages) } : { messages }),
    stream: true,
    stream_options: { include_usage: true },
    max_tokens: maxTokens ?? profile.maxTokens,
    ...(temperature === undefined ? {} : { temperature }),
    ...(topP === undefined ? {} : { top_p: topP }),
    ...(shape
      ? {
          response_format: {
            type: "json_schema",
            json_schema: { name: "answer", strict: true, schema: shape },
          },
        }
      : {}),
  };
}

/** A base model continues a text. */
const asPrompt = (messages: readonly Message[]): string =>
  `${messages.map(({ content }) => content).join("\n\n")}\n\n`;

/** The same question without what the server complains about; undefined where that is nothing it could lack. */
function without(body: Body, { status, said }: Refused): Body | undefined {
  if ((status !== 400 && status !== 422) || speaksOfContext(said)) return undefined;
  if ("max_tokens" in body && /max_completion_tokens/.test(said)) {
    const { max_tokens, ...rest } = body;
    return { ...rest, max_completion_tokens: max_tokens };
  }
  const culprits: readonly (readonly [string, RegExp])[] = [
    ["stream_options", /stream_options|include_usage/],
    ["temperature", /temperature/],
    ["top_p", /top_p/],
    ["response_format", /response_format|schema|grammar|sampler|structured/i],
  ];
  const culprit = culprits.find(([name, words]) => name in body && words.test(said))?.[0];
  if (!culprit) return undefined;
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== culprit));
}

/** A stream of events, or one object from servers that do not stream. */
async function listen(response: WireResponse, collector: Collector): Promise<Failure | undefined> {
  if (/application\/json/.test(response.header("content-type")))
    return takeChunk(JSON.parse(await whole(response.bytes)), collector);
  for await (const data of events(response.bytes)) {
    if (data === "[DONE]") break;
    const failed = takeChunk(parse(data), collector);
    if (failed) return failed;
  }
  return undefined;
}

function takeChunk(chunk: unknown, collector: Collector): Failure | undefined {
  const error = errorIn(chunk);
  if (error !== undefined) {
    if (/does not match the expected/.test(error)) return collector.fail("shape", error);
    return collector.fail(speaksOfContext(error) ? "context" : "server", error);
  }
  const { choices, usage } = record(chunk);
  const tokens = record(usage)["completion_tokens"];
  if (typeof tokens === "number") collector.tokens = tokens;
  const choice = record(Array.isArray(choices) ? choices[0] : undefined);
  const delta = record(choice["delta"] ?? choice["message"]);
  for (const name of ["reasoning", "reasoning_content", "thinking"]) {
    const thought = delta[name];
    if (typeof thought !== "string" || !thought) continue;
    collector.thinking(thought);
    break;
  }
  const text = delta["content"] ?? choice["text"];
  if (typeof text === "string") collector.text(text);
  const end = choice["finish_reason"];
  if (typeof delta["refusal"] === "string" && delta["refusal"]) collector.end = "refusal";
  else if (typeof end === "string" && collector.end !== "refusal") collector.end = endOf(end);
  return undefined;
}

function endOf(reason: string): End {
  if (reason === "length" || reason === "max_tokens") return "length";
  if (reason === "content_filter" || reason === "refusal") return "refusal";
  if (reason === "abort" || reason === "error" || reason === "cancelled") return "none";
  return "stop";
}

export const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};

/** A line that is no JSON is an error the server wrote into its stream. */
function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return { error: data };
  }
}
