/** Claude, through Anthropic's own client, which is loaded with the first question. */
import type Anthropic from "@anthropic-ai/sdk";
import { Collector, type End } from "./collect";
import { type Failure, failure } from "./failure";
import type { Profile } from "./profile";
import type { Ask, Question } from "./question";
import { asFailure, type Patience, said } from "./retry";

export function anthropic(profile: Profile, key: string, patience: Patience): Ask {
  return async (question, hear, signal) => {
    const { default: Client, APIError } = await import("@anthropic-ai/sdk");
    const client = new Client(clientOptions(profile, key));
    const collector = new Collector(hear);
    for (let attempt = 0; ; attempt++) {
      try {
        const model = profile.model || (await firstModel(client, signal));
        const stream = await client.messages.create(bodyOf(model, profile, question), { signal });
        for await (const event of stream) takeEvent(event, collector);
        return collector.outcome();
      } catch (error) {
        const failed = failureOf(error, APIError, collector, signal);
        const passing =
          failed.why === "busy" || failed.why === "loading" || failed.why === "unreachable";
        if (!passing || collector.begun || attempt >= patience.tries) return failed;
        await patience.wait(500 * 2 ** attempt, signal);
        if (signal.aborted) return collector.fail("cancelled");
      }
    }
  };
}

/** Its own retries and time-out are off: ours hold for every kind of server. */
const clientOptions = ({ url, headers }: Profile, key: string) => ({
  apiKey: key || "none",
  baseURL: url.replace(/\/v1$/, ""),
  maxRetries: 0,
  timeout: 2 ** 31 - 1,
  defaultHeaders: headers,
});

export async function anthropicModels(
  profile: Profile,
  key: string,
  signal: AbortSignal,
): Promise<readonly string[] | Failure> {
  const { default: Client, APIError } = await import("@anthropic-ai/sdk");
  try {
    const client = new Client(clientOptions(profile, key));
    const names: string[] = [];
    for await (const { id } of client.models.list({}, { signal })) names.push(id);
    return names;
  } catch (error) {
    return failureOf(error, APIError, new Collector(() => undefined), signal);
  }
}

async function firstModel(client: Anthropic, signal: AbortSignal): Promise<string> {
  for await (const { id } of client.models.list({}, { signal })) return id;
  return "";
}

function bodyOf(
  model: string,
  profile: Profile,
  { messages, shape, maxTokens }: Question,
): Anthropic.MessageCreateParamsStreaming {
  const system = messages.filter(({ role }) => role === "system").map(({ content }) => content);
  return {
    model,
    max_tokens: maxTokens ?? profile.maxTokens,
    stream: true,
    ...(system.length > 0 ? { system: system.join("\n\n") } : {}),
    messages: messages.flatMap(({ role, content }) =>
      role === "system" ? [] : [{ role, content }],
    ),
    ...(shape
      ? { output_config: { format: { type: "json_schema", schema: schemaOf(shape) } } }
      : {}),
  };
}

/** Bounds on numbers and long lists are checked at our own door; the schema goes without. */
function schemaOf(shape: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(shape)
      .filter(([key]) => !["minimum", "maximum", "maxItems", "minItems"].includes(key))
      .map(([key, value]) => [
        key,
        typeof value === "object" && value !== null && !Array.isArray(value)
          ? schemaOf(value)
          : value,
      ]),
  );
}

function takeEvent(event: Anthropic.RawMessageStreamEvent, collector: Collector): void {
  if (event.type === "content_block_delta") {
    if (event.delta.type === "text_delta") collector.text(event.delta.text);
    if (event.delta.type === "thinking_delta") collector.thinking(event.delta.thinking);
  } else if (event.type === "message_delta") {
    if (event.delta.stop_reason) collector.end = endOf(event.delta.stop_reason);
    collector.tokens = event.usage.output_tokens;
  }
}

function endOf(reason: string): End {
  if (reason === "max_tokens") return "length";
  if (reason === "refusal") return "refusal";
  if (reason === "model_context_window_exceeded") return "context";
  return "stop";
}

function failureOf(
  error: unknown,
  APIError: typeof Anthropic.APIError,
  collector: Collector,
  signal: AbortSignal,
): Failure {
  if (signal.aborted) return collector.fail("cancelled");
  const words = error instanceof Error ? error.message : String(error);
  if (!(error instanceof APIError))
    return collector.fail(collector.begun ? "cut" : "server", words);
  const told = error.error === undefined ? words : said(JSON.stringify(error.error));
  if (error.status !== undefined) return { ...asFailure({ status: error.status, said: told }) };
  if (error.error !== undefined) return collector.fail("server", told);
  return collector.begun ? collector.fail("cut", words) : failure("unreachable", words);
}
