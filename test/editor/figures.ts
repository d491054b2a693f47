/** Figures of an answer on its way: first byte to first typeset line, longest task at 200 tokens a second, cancel to closed socket. */
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { CancellationTokenSource, createProtocolConnection } from "vscode-languageserver/node";
import { begun, withPart } from "../../src/extension/models/view";
import { methods, type ToPanel } from "../../src/protocol/messages";
import { type AnswerPart, modelMethods } from "../../src/protocol/model";
import { atMostEvery } from "../../src/protocol/throttle";
import { launchBrowser } from "./harness/browser";
import { root } from "./harness/paths";

const seconds = Number(process.argv[2] ?? 60);
const tokensPerSecond = 200;
const uri = "file:///paper.tex";
const text = "\\begin{align}\n(a+b)^2 &= a^2 + 2ab + b^2\n\\end{align}\n";
/** A token is four letters or so; every fourth line is a display. */
const lines = [
  "Expand the square and collect the terms of first order in $b$, which the next line uses.\n\n",
  "The trace of four matrices follows from moving the first one through, with $p^2 = m^2$.\n\n",
  "Both terms carry the same measure, so the shift of the integration variable is allowed.\n\n",
  "\\[ \\frac{(a+b)^2}{2} = \\frac{a^2}{2} + ab + \\sum_{n=1}^{2} \\frac{b^n c_n}{n!} \\]\n\n",
];

let firstByte = 0;
let closed = 0;
const model = createServer((_, response) => {
  response.writeHead(200, { "content-type": "text/event-stream" });
  response.on("close", () => {
    closed = Date.now();
  });
  const say = (content: string) =>
    response.write(`data: ${JSON.stringify({ choices: [{ delta: { content } }] })}\n\n`);
  firstByte = Date.now();
  say("\\[ a^2 = a a \\]\n\n");
  const words = endless();
  const began = performance.now();
  let said = 0;
  const timer = setInterval(() => {
    const due = ((performance.now() - began) * tokensPerSecond) / 1000;
    for (; said < due; said++) say(words.next().value ?? "");
  }, 5);
  response.on("close", () => clearInterval(timer));
});

function* endless(): Generator<string> {
  for (let at = 0; ; at++)
    for (const token of lines[at % lines.length]?.match(/[\s\S]{1,4}/g) ?? []) yield token;
}

await new Promise<void>((done) => model.listen(0, "127.0.0.1", done));
const url = `http://127.0.0.1:${(model.address() as AddressInfo).port}/v1`;
const browser = await launchBrowser();
if (!browser) throw new Error("No browser here; name one in BROWSER_PATH.");
const page = await browser.newPage();
await openPanel(page);

const program = spawn(process.execPath, [join(root, "dist/server.cjs"), "--stdio"], {
  stdio: ["pipe", "pipe", "inherit"],
});
const wire = createProtocolConnection(program.stdout, program.stdin);
let view = begun("explain", "figures");
let posts = 0;
let typeset = 0;
const post = atMostEvery(100, () => {
  posts++;
  const message = JSON.stringify({ kind: "answer", view } satisfies ToPanel);
  void page
    .evaluate((data) => window.postMessage(JSON.parse(data)), message)
    .catch(() => undefined);
});
wire.onNotification(modelMethods.part, (part: AnswerPart) => {
  view = withPart(view, part);
  post.soon();
});
wire.listen();
await wire.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
await wire.sendNotification("initialized", {});
await wire.sendNotification("textDocument/didOpen", {
  textDocument: { uri, languageId: "latex", version: 1, text },
});
await wire.sendRequest(methods.check, { uri });

const first = page.evaluate(
  () =>
    new Promise<number>((resolve) => {
      const answer = document.getElementById("answer");
      new MutationObserver((_, observer) => {
        if (!answer?.querySelector(".katex")) return;
        observer.disconnect();
        resolve(Date.now());
      }).observe(document.body, { childList: true, subtree: true });
    }),
);
const source = new CancellationTokenSource();
const ended = wire.sendRequest(
  modelMethods.ask,
  {
    ...{ id: 1, uri, place: { line: 2, column: 1 }, role: "explain", endpoint: url, key: "" },
    profiles: [{ name: "figures", kind: "openai", url, model: "m", maxTokens: 100_000 }],
  },
  source.token,
);
typeset = await first;
await new Promise((resume) => setTimeout(resume, seconds * 1000));
const cancelled = Date.now();
source.cancel();
while (closed === 0) await new Promise((resume) => setTimeout(resume, 1));
const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks);
console.log(`tasks over 50 ms: ${tasks.map((task) => task.toFixed(0)).join(", ") || "none"}`);
const longest = Math.max(0, ...tasks);
console.log(`first byte to first typeset line: ${typeset - firstByte} ms`);
console.log(
  `${tokensPerSecond} tokens a second for ${seconds} s (${view.text.length} characters, ${posts} posts): longest task ${longest > 0 ? `${longest.toFixed(0)} ms` : "under 50 ms"}`,
);
console.log(`cancel to closed connection: ${closed - cancelled} ms`);
await Promise.race([ended, new Promise((resume) => setTimeout(resume, 10_000))]);
wire.dispose();
program.kill();
model.close();
await browser.close();

/** The panel as the editor shows it, with a host that listens to nothing; every task of its own is timed. */
async function openPanel(panel: Page): Promise<void> {
  await panel.setContent(
    '<section id="answer"></section><main id="derivation"></main><p id="live"></p>',
  );
  await panel.evaluate(() => {
    const timed = window as unknown as { tasks: number[]; acquireVsCodeApi(): object };
    timed.tasks = [];
    timed.acquireVsCodeApi = () => ({ postMessage() {}, getState() {}, setState() {} });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) timed.tasks.push(duration);
    }).observe({ entryTypes: ["longtask"] });
  });
  await panel.addStyleTag({ path: join(root, "dist/webview/panel.css") });
  await panel.addScriptTag({ path: join(root, "dist/webview/panel.js") });
}
