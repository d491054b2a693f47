/** A question to a model through the server's program: what is sent, what streams, what is judged, what is cancelled. */
import { strict as assert } from "node:assert";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import {
  CancellationTokenSource,
  createProtocolConnection,
  type LogMessageParams,
  type ProtocolConnection,
} from "vscode-languageserver/node";
import { methods } from "../../src/protocol/messages";
import {
  type AnswerPart,
  type EditorQuestion,
  modelMethods,
  type PayloadData,
  type Proposal,
} from "../../src/protocol/model";

const uri = "file:///paper.tex";
const place = { line: 2, column: 1 };
const text = "\\begin{align}\n(a+b)^2 &= a^2 + 2ab + b^2\n\\end{align}\n";

describe("a question to a model through the server", () => {
  const folder = mkdtempSync(join(tmpdir(), "tacit-model-"));
  const parts: AnswerPart[] = [];
  const log: string[] = [];
  let program: ChildProcess;
  let wire: ProtocolConnection;
  let closed = 0;
  let endless = false;
  const endpoint = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.on("close", () => {
      if (!response.writableEnded) closed = performance.now();
    });
    const say = (delta: object, finish_reason: string | null = null) =>
      response.write(`data: ${JSON.stringify({ choices: [{ delta, finish_reason }] })}\n\n`);
    say({ reasoning: "Square it." });
    say({ content: "So \\[ (a+b)^2 = a^2 + b^2 \\]" });
    if (endless) return;
    say({}, "stop");
    response.end("data: [DONE]\n\n");
  });
  let profiles: readonly object[] = [];
  let url = "";

  before(async () => {
    await bundle("server", "src/server/main.ts");
    await new Promise<void>((resolve) => endpoint.listen(0, "127.0.0.1", resolve));
    url = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/v1`;
    profiles = [{ name: "local", kind: "openai", url, model: "m" }];
    program = spawn(process.execPath, [join(folder, "server.cjs"), "--stdio"], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    assert.ok(program.stdout && program.stdin);
    wire = createProtocolConnection(program.stdout, program.stdin);
    wire.onNotification(modelMethods.part, (part: AnswerPart) => void parts.push(part));
    wire.onNotification(
      "window/logMessage",
      ({ message }: LogMessageParams) => void log.push(message),
    );
    wire.onRequest(modelMethods.editor, async ({ id, messages }: EditorQuestion) => {
      const heard = `${messages.length} messages \\[ 2a = a + a \\]`;
      await wire.sendNotification(modelMethods.editorPart, { id, text: heard });
      return null;
    });
    wire.listen();
    await wire.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
    await wire.sendNotification("initialized", {});
    await wire.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "latex", version: 1, text },
    });
    // Checking loads nothing of models: their file does not exist until the first question.
    await wire.sendRequest(methods.check, { uri });
    await bundle("models", "src/proposals/main.ts");
  });

  const bundle = (name: string, source: string) =>
    build({
      ...{ bundle: true, platform: "node", format: "cjs", target: "node20" },
      outfile: join(folder, `${name}.cjs`),
      entryPoints: [source],
    });

  after(() => {
    wire.dispose();
    program.kill();
    endpoint.closeAllConnections();
    endpoint.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const params = (id: number, more: object = {}) => ({
    ...{ id, uri, place, role: "explain", profiles, endpoint: url, key: "sk-very-secret", ...more },
  });

  it("fills in a step by itself, and leaves one with nothing between its sides", async () => {
    const other = "file:///cube.tex";
    const cube = "\\[ (a+b)^3 - (a-b)^3 = 6a^2 b + 2 b^3 \\]\n";
    await wire.sendNotification("textDocument/didOpen", {
      textDocument: { uri: other, languageId: "latex", version: 1, text: cube },
    });
    const at = { uri: other, place: { line: 1, column: 5 } };
    const found = await wire.sendRequest<Proposal | null>(modelMethods.expand, at);
    assert.deepEqual([found?.bridge?.offered, found?.profile], [true, ""]);
    assert.deepEqual(found?.insertion?.at, { line: 1, column: cube.indexOf("6a") + 1 });
    assert.equal(await wire.sendRequest(modelMethods.expand, { uri, place }), null);
  });

  it("shows what would go where before anything is sent", async () => {
    const payload = await wire.sendRequest<PayloadData>(modelMethods.payload, params(1));
    assert.ok(payload.kind === "payload");
    assert.deepEqual([payload.endpoint, payload.local, payload.profile], [url, true, "local"]);
    assert.ok(payload.messages.some(({ content }) => content.includes("a^2 + 2ab + b^2")));
  });

  it("streams, and has every equation judged", async () => {
    const proposal = await wire.sendRequest<Proposal>(modelMethods.ask, params(2));
    assert.equal(proposal.answers[0]?.links[0]?.status, "contradicted");
    const heard = parts.filter(({ id }) => id === 2);
    assert.deepEqual(
      heard.map(({ kind }) => kind),
      ["thinking", "text", "judging"],
    );
  });

  it("logs sizes and outcome, neither text nor key", () => {
    const line = log.find((message) => message.includes("model local"));
    assert.ok(line);
    assert.equal(/very-secret|2ab|Square/.test(log.join("\n")), false);
  });

  it("goes to the address that was agreed to or nowhere", async () => {
    const refused = await wire.sendRequest<PayloadData>(
      modelMethods.ask,
      params(3, { endpoint: "https://elsewhere.example/v1" }),
    );
    assert.equal(refused.kind, "problem");
  });

  it("closes the connection within 100 ms when it is cancelled", async () => {
    endless = true;
    const source = new CancellationTokenSource();
    const answer = wire.sendRequest<Proposal>(modelMethods.ask, params(4), source.token);
    while (!parts.some(({ id, kind }) => id === 4 && kind === "text"))
      await new Promise((resolve) => setTimeout(resolve, 10));
    const cancelled = performance.now();
    source.cancel();
    const proposal = await answer;
    endless = false;
    assert.ok(closed - cancelled < 100, `${closed - cancelled} ms`);
    assert.match(proposal.incomplete?.what ?? "", /cancelled/);
  });

  it("asks the editor's own models through the editor", async () => {
    const editor = { profiles: [{ name: "own", kind: "editor" }], endpoint: "the editor" };
    const proposal = await wire.sendRequest<Proposal>(modelMethods.ask, params(5, editor));
    assert.equal(proposal.answers[0]?.links[0]?.status, "checked");
  });

  it("says what is missing: a profile, a derivation", async () => {
    const none = await wire.sendRequest<PayloadData>(
      modelMethods.payload,
      params(6, { profiles: [] }),
    );
    assert.ok(none.kind === "problem" && /No model/.test(none.what));
    const nowhere = await wire.sendRequest<PayloadData>(
      modelMethods.payload,
      params(7, { uri: "file:///other.tex" }),
    );
    assert.ok(nowhere.kind === "problem" && /no checked derivation/.test(nowhere.what));
  });
});
