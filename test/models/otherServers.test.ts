/** Servers beside llama.cpp, by fixtures written from their documentation. */
import { strict as assert } from "node:assert";
import { asker } from "../../src/models/ask";
import type { Why } from "../../src/models/failure";
import { type Kind, type Profile, profileFrom } from "../../src/models/profile";
import type { Outcome } from "../../src/models/question";
import { object } from "../../src/models/shape";
import type { Wire } from "../../src/models/wire";
import { cutWire } from "../kit/cutWire";
import { dataOf, type Replay, replay, trace } from "../kit/replayServer";

const cases: readonly (readonly [Kind, string, Why | "answer"])[] = [
  ["openai", "vllm-reasoning", "answer"],
  ["openai", "vllm-no-parser", "answer"],
  ["openai", "vllm-context", "context"],
  ["openai", "vllm-error-in-stream", "server"],
  ["openai", "sglang-reasoning", "answer"],
  ["openai", "lmstudio-thinking-in-content", "answer"],
  ["openai", "tgi-length", "length"],
  ["openai", "tgi-overloaded", "busy"],
  ["openai", "openai-refusal", "refusal"],
  ["openai", "proxy-gateway", "server"],
  ["openai", "no-finish-reason", "cut"],
  ["openai", "comments-and-crlf", "answer"],
  ["ollama", "ollama-chat", "answer"],
  ["ollama", "ollama-length", "budget"],
  ["ollama", "ollama-error-in-stream", "server"],
  ["ollama", "ollama-no-model", "missing"],
  ["anthropic", "anthropic-answer", "answer"],
  ["anthropic", "anthropic-refusal", "refusal"],
  ["anthropic", "anthropic-max-tokens", "length"],
  ["anthropic", "anthropic-context", "context"],
  ["anthropic", "anthropic-overloaded-in-stream", "server"],
  ["anthropic", "anthropic-key", "key"],
];

describe("answers as documentation describes them", () => {
  for (const [kind, name, wanted] of cases)
    it(`${name} is ${wanted === "answer" ? "a whole answer" : wanted}`, async () => {
      const outcome = await asked(kind, [name], {});
      assert.equal(
        outcome.kind === "failure" ? outcome.why : "answer",
        wanted,
        JSON.stringify(outcome),
      );
      if (outcome.kind === "answer") assert.equal(outcome.text, "$p^2 = m^2$ on shell.");
      if (outcome.kind === "answer" && !name.startsWith("comments"))
        assert.equal(outcome.thinking, "On shell.");
      if (outcome.kind === "failure") assert.notEqual(outcome.remedy, "");
    });

  for (const [kind, name] of cases.filter(([kind]) => kind !== "anthropic"))
    it(`${name} cut at any byte, or at every byte, gives the same`, async () => {
      const recorded = trace("fromDocumentation", name);
      const every = Array.from({ length: Buffer.byteLength(dataOf(recorded)) }, (_, at) => at);
      const cut = (cuts: readonly number[]) => askedBy(kind, cutWire(recorded, cuts));
      const wanted = await cut([]);
      assert.deepEqual(await cut(every), wanted);
      for (const at of every) assert.deepEqual(await cut([at]), wanted, `cut at ${at}`);
    });

  for (const [, name] of cases.filter(([kind]) => kind === "anthropic"))
    it(`${name} cut at every byte, or at one here and there, gives the same`, async () => {
      const every = Array.from(
        { length: Buffer.byteLength(dataOf(trace("fromDocumentation", name))) },
        (_, at) => at,
      );
      const cut = (cuts: readonly number[]) =>
        asked("anthropic", [name], {}, () => undefined, cuts);
      const wanted = await cut([]);
      assert.deepEqual(await cut(every), wanted);
      for (const at of every.filter((_, at) => at % 29 === 1))
        assert.deepEqual(await cut([at]), wanted, `cut at ${at}`);
    });

  it("asks again under the name a server wants for the budget", async () => {
    let server: Replay | undefined;
    const outcome = await asked("openai", ["openai-max-tokens-name", "vllm-reasoning"], {}, (s) => {
      server = s;
    });
    assert.equal(outcome.kind, "answer");
    const bodies = server?.heard.map(({ body }) => JSON.parse(body)) ?? [];
    assert.equal(bodies[0].max_tokens, 8192);
    assert.equal(bodies[1].max_completion_tokens, 8192);
    assert.equal("max_tokens" in bodies[1], false);
  });

  it("tells Ollama the length of the context and the shape, by its own address", async () => {
    let server: Replay | undefined;
    await asked("ollama", ["ollama-chat"], { context: 32768 }, (s) => {
      server = s;
    });
    const [first] = server?.heard ?? [];
    assert.equal(first?.url, "/api/chat");
    const body = JSON.parse(first?.body ?? "{}");
    assert.equal(body.options.num_ctx, 32768);
    assert.equal(body.format.type, "object");
  });

  it("gives Ollama a context with room for the answer where the profile names none", async () => {
    let server: Replay | undefined;
    await asked("ollama", ["ollama-chat"], { maxTokens: 5000 }, (s) => {
      server = s;
    });
    assert.equal(JSON.parse(server?.heard[0]?.body ?? "{}").options.num_ctx, 10000);
  });

  it("sends Claude no temperature, and thinks no form enforced", async () => {
    let server: Replay | undefined;
    await asked("anthropic", ["anthropic-answer"], { temperature: 1, topP: 1 }, (s) => {
      server = s;
    });
    const body = JSON.parse(server?.heard[0]?.body ?? "{}");
    for (const name of ["temperature", "top_p", "top_k", "thinking"])
      assert.equal(name in body, false);
    assert.equal(body.output_config.format.type, "json_schema");
  });

  it("leaves the system message out for distilled reasoning models, with their temperature", async () => {
    let server: Replay | undefined;
    await asked("openai", ["vllm-reasoning"], { reasoning: true }, (s) => {
      server = s;
    });
    const body = JSON.parse(server?.heard[0]?.body ?? "{}");
    assert.deepEqual(body.messages, [{ role: "user", content: "Be brief.\n\n?" }]);
    assert.deepEqual([body.temperature, body.top_p], [0.6, 0.95]);
  });
});

const question = {
  messages: [
    { role: "system", content: "Be brief." },
    { role: "user", content: "?" },
  ],
  shape: object({ holds: { type: "boolean" } }),
} as const;

function askedBy(kind: Kind, wire: Wire): Promise<Outcome> {
  const profile = profileFrom({ name: "t", kind, url: "http://x/v1", model: "q" }) as Profile;
  const patience = { tries: 0, wait: async () => undefined };
  const { signal } = new AbortController();
  return asker(profile, { key: "", wire, patience })(question, () => undefined, signal);
}

async function asked(
  kind: Kind,
  names: readonly string[],
  more: object,
  see: (server: Replay) => void = () => undefined,
  cuts: readonly number[] = [],
): Promise<Outcome> {
  const server = await replay(
    names.map((name) => trace("fromDocumentation", name)),
    cuts,
  );
  see(server);
  const url = kind === "openai" ? `${server.url}/v1` : server.url;
  const profile = profileFrom({ name: "t", kind, url, model: "q", ...more }) as Profile;
  const patience = { tries: 1, wait: async () => undefined };
  const ask = asker(profile, { key: "secret", patience });
  return ask(question, () => undefined, new AbortController().signal).finally(server.close);
}
