/** A model file served at an OpenAI-compatible address by the prebuilt llama.cpp of node-llama-cpp. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { assistant } from "./tinyModel";

const folder = resolve(".vscode-test/llama");
const version = "3.22.1";

/** Installs the library once, beside the tests; says why where it cannot. */
export function installLlama(): string | undefined {
  const platform = `${process.platform}-${process.arch}`;
  const binary = { "linux-x64": "linux-x64", "linux-arm64": "linux-arm64", "win32-x64": "win-x64" }[
    platform
  ];
  if (!binary) return `node-llama-cpp has no small prebuilt binary for ${platform}`;
  if (existsSync(`${folder}/node_modules/@node-llama-cpp/${binary}/package.json`)) return undefined;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/package.json`, '{"private":true}\n');
  const { status } = spawnSync(
    "npm",
    [
      ...["install", "--omit=optional", "--ignore-scripts", "--no-audit", "--no-fund"],
      ...[`node-llama-cpp@${version}`, `@node-llama-cpp/${binary}@${version}`],
    ],
    { cwd: folder, stdio: "ignore", timeout: 150_000, shell: process.platform === "win32" },
  );
  return status === 0 ? undefined : "node-llama-cpp could not be installed";
}

export interface TinyServer {
  readonly url: string;
  /** Answers whose connection ended before they did. */
  readonly dropped: () => number;
  close(): Promise<void>;
}

/** The part of the library that is used. */
interface Llama {
  loadModel(options: object): Promise<Model>;
  createGrammarForJsonSchema(schema: object): Promise<object>;
}
interface Model {
  tokenize(text: string, special: boolean): readonly number[];
  createContext(options: object): Promise<{ getSequence(): { dispose(): void } }>;
  dispose(): Promise<void>;
}
interface Library {
  getLlama(options: object): Promise<Llama>;
  readonly LlamaCompletion: new (
    options: object,
  ) => {
    generateCompletionWithMeta(
      input: readonly number[],
      options: object,
    ): Promise<{ readonly metadata: { readonly stopReason: string } }>;
    dispose(): void;
  };
}

interface ChatBody {
  readonly messages: readonly { readonly content: string }[];
  readonly max_tokens: number;
  readonly response_format?: { readonly json_schema: { readonly schema: object } };
}

const contextSize = 2048;

/** One question at a time; before the model is loaded it answers 503. */
export async function serveTinyModel(path: string): Promise<TinyServer> {
  let dropped = 0;
  let loaded: ((body: ChatBody, response: ServerResponse) => Promise<void>) | undefined;
  let turn: Promise<void> = Promise.resolve();
  const server = createServer((request, response) => {
    if (!loaded) return fail(response, 503, "Loading model");
    if (request.url === "/v1/models")
      return void response.end(
        JSON.stringify({ data: [{ id: "tiny", max_model_len: contextSize }] }),
      );
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    response.on("close", () => {
      if (!response.writableEnded) dropped++;
    });
    request.on("end", () => {
      turn = turn
        .then(() => loaded?.(JSON.parse(body), response))
        .catch((error) => fail(response, 500, String(error)));
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const entry = `${folder}/node_modules/node-llama-cpp/dist/index.js`;
  const library = (await import(pathToFileURL(entry).href)) as Library;
  const options = { gpu: false, build: "never", logLevel: "error", progressLogs: false };
  const llama = await library.getLlama(options);
  const model = await llama.loadModel({ modelPath: path });
  const context = await model.createContext({ contextSize, threads: 1 });
  loaded = async ({ messages, max_tokens, response_format }, response) => {
    const prompt = `${messages.map(({ content }) => content).join("\n")}${assistant}`;
    const input = model.tokenize(prompt, true);
    if (input.length >= contextSize)
      return fail(
        response,
        400,
        `request (${input.length} tokens) exceeds the available context size (${contextSize} tokens)`,
      );
    const stop = new AbortController();
    response.on("close", () => stop.abort());
    if (response.destroyed) return;
    response.writeHead(200, { "content-type": "text/event-stream" });
    const say = (delta: object, finish_reason: string | null) =>
      void response.write(`data: ${JSON.stringify({ choices: [{ delta, finish_reason }] })}\n\n`);
    const sequence = context.getSequence();
    const completion = new library.LlamaCompletion({ contextSequence: sequence });
    try {
      const { metadata } = await completion.generateCompletionWithMeta(input, {
        maxTokens: Math.min(max_tokens, contextSize - input.length - 1),
        temperature: 0,
        signal: stop.signal,
        onTextChunk: (content: string) => say({ content }, null),
        ...(response_format
          ? { grammar: await llama.createGrammarForJsonSchema(response_format.json_schema.schema) }
          : {}),
      });
      say({}, metadata.stopReason === "maxTokens" ? "length" : "stop");
      response.end("data: [DONE]\n\n");
    } catch (error) {
      if (!stop.signal.aborted) throw error;
    } finally {
      completion.dispose();
      sequence.dispose();
    }
  };
  return {
    url: `http://127.0.0.1:${port}/v1`,
    dropped: () => dropped,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await model.dispose();
    },
  };
}

function fail(response: ServerResponse, status: number, message: string): void {
  if (!response.headersSent) response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify({ error: { code: status, message } }));
}
