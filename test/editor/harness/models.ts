/** Models for the editor to ask: a real one of a few megabytes, and one that says what a check wants. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeTinyModel } from "../../kit/tinyModel";
import { installLlama, serveTinyModel } from "../../kit/tinyServer";

export interface Models {
  /** Undefined where the real one cannot run on this machine. */
  readonly real: string | undefined;
  readonly scripted: Scripted;
  close(): Promise<void>;
}

export interface Scripted {
  readonly url: string;
  /** Bodies of the questions, in their order. */
  readonly heard: string[];
  /** Keys that came with them. */
  readonly keys: string[];
  /** What is answered to questions with a form, and to others; the latter without an end where it is `endless`. */
  says: { form: string; text: string; endless?: boolean };
  /** When a connection was closed before its answer had ended. */
  droppedAt: number | undefined;
}

/** What the real model says, whatever it is asked. */
const realAnswer = String.raw`Square it.</think>The square is \[ (a+b)^2 = a^2 + 2ab + b^2 \] and it is not \[ (a+b)^2 = a^2 + b^2 \] as one might think.`;

export async function startModels(): Promise<Models> {
  const scripted = await script();
  const missing = installLlama();
  if (missing) console.log(`NOT RUN: the real model. ${missing}.`);
  const folder = mkdtempSync(join(tmpdir(), "tacit-model-"));
  const path = join(folder, "tiny.gguf");
  writeTinyModel(path, realAnswer);
  const real = missing ? undefined : await serveTinyModel(path);
  return {
    real: real?.url,
    scripted: scripted.model,
    close: async () => {
      await real?.close();
      await scripted.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The settings of the folder: explanations by the real model, everything else by the scripted one. */
export function describeModels(folder: string, { real, scripted }: Models): void {
  const own = { name: "scripted", kind: "openai", url: scripted.url, model: "scripted" };
  const profiles = [
    ...(real ? [{ name: "tiny", kind: "openai", url: real, roles: ["explain"] }] : []),
    own,
  ];
  mkdirSync(join(folder, ".vscode"), { recursive: true });
  writeFileSync(
    join(folder, ".vscode/settings.json"),
    JSON.stringify({ "tacit.models.profiles": profiles }),
  );
}

async function script() {
  const model: Scripted = {
    ...{ url: "", heard: [], keys: [], says: { form: "{}", text: "-" }, droppedAt: undefined },
  };
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      model.heard.push(body);
      model.keys.push(request.headers.authorization ?? "");
      answer(model, body, response);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    model: Object.assign(model, { url: `http://127.0.0.1:${port}/v1` }),
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function answer(model: Scripted, body: string, response: ServerResponse): void {
  const { form, text, endless } = model.says;
  const isForm = body.includes("response_format");
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.on("close", () => {
    if (!response.writableEnded) model.droppedAt = performance.now();
  });
  const say = (delta: object, finish_reason: string | null = null) =>
    response.write(`data: ${JSON.stringify({ choices: [{ delta, finish_reason }] })}\n\n`);
  say({ content: isForm ? form : text });
  if (endless) return;
  say({}, "stop");
  response.end("data: [DONE]\n\n");
}
