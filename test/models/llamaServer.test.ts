/** Every answer recorded from a real llama-server, replayed over a socket and cut between any two bytes. */
import { strict as assert } from "node:assert";
import { readdirSync } from "node:fs";
import { asker } from "../../src/models/ask";
import { failure, type Why } from "../../src/models/failure";
import { listing } from "../../src/models/listing";
import { type Profile, profileFrom } from "../../src/models/profile";
import type { Outcome, Part } from "../../src/models/question";
import { cutWire } from "../kit/cutWire";
import { dataOf, replay, type Trace, trace } from "../kit/replayServer";

const names = readdirSync("test/fixtures/llamaServer").map((file) => file.replace(".json", ""));
const all = names.map((name) => ({ name, recorded: trace("llamaServer", name) }));

/** What each chat becomes; those not listed are whole answers. */
const failing: Readonly<Record<string, Why>> = {
  "chat-stream-nousage": "budget",
  "chat-while-loading": "loading",
  "client-abort": "cut",
  "err-401": "key",
  "err-404": "missing",
  "err-bad-grammar": "request",
  "err-bad-json": "server",
  "err-bad-schema": "request",
  "err-context": "context",
  "err-context-stream": "context",
  "err-n": "request",
  "err-no-messages": "request",
  "err-rf-type": "request",
  "err-schema-ref": "request",
  grammar: "empty",
  "keepalive-1-stream": "budget",
  "keepalive-2-after-stream": "unreachable",
  length: "budget",
  logprobs: "budget",
  "max-completion-tokens": "budget",
  n2: "budget",
  "noprefill-stream": "budget",
  "overflow-while-generating": "length",
  "r1distill-schema-500": "server",
  "r1distill-schema-stream-midstream-error": "shape",
  "schema-reasoning-none": "request",
  "unknown-model": "budget",
};

const soon = { tries: 1, wait: async () => undefined };
const chats = all.filter(({ recorded: { request } }) =>
  /^\/v1\/(?:chat\/completions|completions|nope)$/.test(request.path),
);

describe("answers recorded from llama-server", () => {
  for (const { name, recorded } of chats) {
    const completion = recorded.request.path.endsWith("/completions") && !isChat(recorded);
    it(`${name} is ${failing[name] ?? "a whole answer"} over a socket`, async () => {
      const server = await replay([recorded]);
      const outcome = await ask(profile(`${server.url}/v1`, completion)).finally(server.close);
      assert.equal(outcome.kind === "failure" ? outcome.why : "answer", failing[name] ?? "answer");
      assert.equal(`${outcome.thinking} ${outcome.text}`.includes("think>"), false);
    });
  }

  it("keeps the thinking apart from the answer, however the server marks it", async () => {
    for (const name of [
      "chat-stream",
      "reasoning-none-stream",
      "noprefill-plain",
      "reasoning-none",
    ]) {
      const outcome = await ask(profile("http://x/v1"), cutWire(trace("llamaServer", name), []));
      assert.match(outcome.text, /^\{"verdict"/, name);
      assert.match(outcome.thinking, /propagator/, name);
    }
  });

  it("shows the thinking of an answer whose budget went into it", async () => {
    const wire = cutWire(trace("llamaServer", "length"), []);
    const outcome = await ask(profile("http://x/v1"), wire);
    assert.notEqual(outcome.thinking, "");
    assert.equal(outcome.text, "");
  });

  it("takes the models and the context from the list of a server", async () => {
    const server = await replay([trace("llamaServer", "models")]);
    const listed = await listing(
      profile(`${server.url}/v1`),
      { key: "" },
      new AbortController().signal,
    ).finally(server.close);
    assert.deepEqual(listed, { server: "llama.cpp", models: ["tiny"], context: 2048 });
  });

  it("is read through Anthropic's client too", async () => {
    for (const name of ["anthropic-messages-stream"]) {
      const server = await replay([trace("llamaServer", name)]);
      const claude = profileFrom({ name: "c", kind: "anthropic", url: server.url, model: "tiny" });
      const outcome = await ask(claude as Profile).finally(server.close);
      assert.equal(outcome.kind, "answer");
      assert.match(outcome.text, /^\{"verdict"/);
      assert.match(outcome.thinking, /propagator/);
      assert.equal(server.heard[0]?.url, "/v1/messages");
    }
  });

  it("has an answer for every recorded path: those beside the chats are no chats", async () => {
    for (const { name, recorded } of all.filter((one) => !chats.includes(one))) {
      if (name.startsWith("anthropic")) continue;
      const outcome = await ask(profile("http://x/v1"), cutWire(recorded, []));
      assert.equal(outcome.kind, "failure", name);
    }
  });
});

describe("streams recorded from llama-server", () => {
  for (const { name, recorded } of chats.filter(({ recorded }) => isStream(recorded))) {
    const bytes = Buffer.byteLength(dataOf(recorded));
    const every = Array.from({ length: bytes }, (_, at) => at);
    it(`${name}: cut at one byte, or at every byte, gives the same`, async () => {
      const wanted = await ask(profile("http://x/v1"), cutWire(recorded, []));
      const apart = bytes > 20_000 ? 997 : bytes > 5000 ? 7 : 1;
      const singles = every.filter((at) => at > 0 && at % apart === 0);
      assert.deepEqual(await ask(profile("http://x/v1"), cutWire(recorded, every)), wanted);
      for (const at of singles) {
        const outcome = await ask(profile("http://x/v1"), cutWire(recorded, [at]));
        assert.deepEqual(outcome, wanted, `cut at ${at}`);
      }
    });
  }

  it("says in parts what the answer holds in the end", async () => {
    for (const name of ["chat-stream", "reasoning-none-stream"]) {
      const parts: Part[] = [];
      const wire = cutWire(trace("llamaServer", name), []);
      const outcome = await ask(profile("http://x/v1"), wire, (part) => parts.push(part));
      const joined = (kind: "text" | "thinking") =>
        parts
          .flatMap((part) => (part.kind === kind ? [part.text] : []))
          .join("")
          .trim();
      assert.equal(joined("text"), outcome.text);
      assert.equal(joined("thinking"), outcome.thinking);
    }
  });
});

function isChat({ request }: Trace): boolean {
  return request.path.includes("/chat/");
}

function isStream({ request }: Trace): boolean {
  return (request.body as { readonly stream?: boolean } | undefined)?.stream === true;
}

const profile = (url: string, completion = false): Profile =>
  profileFrom({ name: "t", kind: "openai", url, model: "tiny", completion }) as Profile;

const ask = (
  to: Profile,
  wire?: ReturnType<typeof cutWire>,
  hear: (part: Part) => void = () => undefined,
): Promise<Outcome> =>
  asker(to, { key: "", patience: soon, ...(wire ? { wire } : {}) })(
    { messages: [{ role: "user", content: "?" }] },
    hear,
    new AbortController().signal,
  ).catch((error) => failure("server", String(error)));
