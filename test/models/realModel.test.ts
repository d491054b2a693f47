/** A real model behind a real server: weights written here, llama.cpp answering over a socket. */
import { strict as assert } from "node:assert";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { asker } from "../../src/models/ask";
import { probe } from "../../src/models/probe";
import { type Profile, profileFrom } from "../../src/models/profile";
import type { Part, Question } from "../../src/models/question";
import { object } from "../../src/models/shape";
import { shaped } from "../../src/models/shaped";
import { writeTinyModel } from "../kit/tinyModel";
import { installLlama, serveTinyModel, type TinyServer } from "../kit/tinyServer";

const says = "On shell.</think>So $p^2 = m^2$ for each electron, and the trace is $4 m^2$ in all.";

describe("a real model behind llama.cpp", () => {
  let server: TinyServer | undefined;
  let folder = "";

  before(async function () {
    this.timeout(180_000);
    const missing = installLlama();
    if (missing) {
      process.stderr.write(`    SKIPPED: ${missing}.\n`);
      this.skip();
    }
    folder = mkdtempSync(join(tmpdir(), "tacit-model-"));
    writeTinyModel(join(folder, "tiny.gguf"), says);
    server = await serveTinyModel(join(folder, "tiny.gguf"));
  });
  after(async () => {
    await server?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  const ask = (question: Partial<Question>, hear: (part: Part) => void, signal: AbortSignal) =>
    asker(profile(server), { key: "" })(
      { messages: [{ role: "user", content: "Is p on shell?" }], ...question },
      hear,
      signal,
    );

  it("streams its thinking and its answer", async () => {
    let parts = 0;
    const outcome = await ask({}, () => parts++, new AbortController().signal);
    const [thinking, text] = says.split("</think>");
    assert.deepEqual(outcome, { kind: "answer", text, thinking });
    assert.ok(parts > 5);
  });

  it("keeps to a shape by grammar", async () => {
    const shape = object({ holds: { type: "boolean" } });
    const outcome = await ask({ shape }, () => undefined, new AbortController().signal);
    assert.equal(outcome.kind, "answer");
    assert.ok(outcome.kind === "answer" && "value" in shaped(outcome, shape));
  });

  it("runs out of its budget", async () => {
    const outcome = await ask({ maxTokens: 3 }, () => undefined, new AbortController().signal);
    assert.equal(outcome.kind === "failure" && outcome.why, "length");
  });

  it("says that a question is longer than its context", async () => {
    const messages = [{ role: "user", content: "p ".repeat(3000) }] as const;
    const outcome = await ask({ messages }, () => undefined, new AbortController().signal);
    assert.equal(outcome.kind === "failure" && outcome.why, "context");
  });

  it("stops writing when it is cancelled, and answers the next question", async () => {
    const controller = new AbortController();
    const outcome = await ask({}, () => controller.abort(), controller.signal);
    assert.equal(outcome.kind === "failure" && outcome.why, "cancelled");
    const next = await ask({}, () => undefined, new AbortController().signal);
    assert.equal(next.kind, "answer");
    assert.equal(server?.dropped(), 1);
  });

  it("lets several questions wait for their turn", async () => {
    const asked = [1, 2, 3].map(() => ask({}, () => undefined, new AbortController().signal));
    for (const outcome of await Promise.all(asked)) assert.equal(outcome.kind, "answer");
  });

  it("is probed", async () => {
    const found = await probe(profile(server), { key: "" }, new AbortController().signal);
    assert.ok(found.kind === "probed");
    assert.deepEqual([found.models, found.context, found.keepsShape], [["tiny"], 2048, true]);
  });
});

const profile = (server: TinyServer | undefined): Profile =>
  profileFrom({ name: "tiny", kind: "openai", url: server?.url }) as Profile;
