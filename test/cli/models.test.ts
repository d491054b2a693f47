/** Questions to models from the terminal: a recorded server, real files, exit codes. */
import { strict as assert } from "node:assert";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { replay, type Trace } from "../kit/replayServer";

const program = resolve("dist/cli.cjs");
const paper =
  "\\documentclass{article}\n\\begin{document}\n\\begin{align}\n(a+b)^3 &= a^3 + 3 a^2 b + 3 a b^2 + b^3\n\\end{align}\n\\end{document}\n";

describe("models from the command line", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "tacit-models-"));
    writeFileSync(join(folder, "paper.tex"), paper);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs while a server gives these answers; the profile has a key that the environment holds. */
  async function tacit(args: readonly string[], answers: readonly Trace[]) {
    const server = await replay(answers);
    const url = `${server.url}/v1`;
    const profiles = [{ name: "local", kind: "openai", url, model: "m", keyVariable: "TRIAL_KEY" }];
    writeFileSync(join(folder, "tacit.models.json"), JSON.stringify({ profiles }));
    try {
      return { ...(await run(args, folder)), heard: server.heard };
    } finally {
      await server.close();
    }
  }

  it("explains, and exits 0 when nothing is contradicted", async () => {
    const { code, out, heard } = await tacit(
      ["explain", "paper.tex:4"],
      [saying("First \\[ (a+b)^2 = a^2+2ab+b^2 \\]")],
    );
    assert.equal(code, 0, out);
    assert.match(out, /✓ checked {2}\(a\+b\)\^2/);
    assert.equal(heard[0]?.headers.authorization, "Bearer trial-secret");
  });

  it("exits 1 when an answer is contradicted", async () => {
    const { code, out } = await tacit(
      ["ask", "paper.tex:4", "Is it true?"],
      [saying("\\[ (a+b)^2 = a^2+b^2 \\]")],
    );
    assert.equal(code, 1);
    assert.match(out, /✗ contradicted \(the first; a calculation\)/);
  });

  it("exits 3 when the answer is incomplete, keeping what arrived", async () => {
    const { code, out, err } = await tacit(["explain", "paper.tex:4"], [saying("So far", null)]);
    assert.equal(code, 3);
    assert.match(out, /So far/);
    assert.match(err, /ended before the answer did/);
  });

  it("fills in a step in two questions", async () => {
    const { code, out } = await tacit(
      ["explain", "paper.tex:4", "--step", "--format", "json"],
      [saying("Expand."), saying('{"sides":["(a+b)(a^2+2ab+b^2)"],"premises":[]}')],
    );
    assert.equal(code, 0);
    assert.equal(JSON.parse(out).bridge.offered, true);
  });

  it("shows what would be sent, and sends nothing", async () => {
    const { code, out, heard } = await tacit(["ask", "paper.tex:4", "Why?", "--show"], []);
    assert.equal(code, 0);
    assert.match(out, /Why\?/);
    assert.equal(out.includes("trial-secret"), false);
    assert.equal(heard.length, 0);
  });

  it("exits 2 on a place, a profile or a file that is none", async () => {
    for (const args of [
      ["explain"],
      ["explain", "paper.tex"],
      ["ask", "paper.tex:4"],
      ["explain", "paper.tex:4", "--profile", "none"],
      ["probe", "--profiles", "none.json"],
    ])
      assert.equal((await tacit(args, [])).code, 2, args.join(" "));
  });

  it("probes, and exits 3 where the trial question gets no whole answer", async () => {
    const list: Trace = {
      request: { method: "GET", path: "/v1/models" },
      response: {
        status: 200,
        headers: { "content-type": "application/json" },
        ended: "end",
        chunks: [{ data: '{"data":[{"id":"m","owned_by":"vllm","max_model_len":4096}]}' }],
      },
    };
    const good = await tacit(["probe"], [list, saying('{"holds":true}')]);
    assert.equal(good.code, 0);
    for (const words of [/server: vLLM/, /models: m/, /context: 4096/, /keeps a shape: yes/])
      assert.match(good.out, words);
    assert.equal((await tacit(["probe", "local"], [list, saying("", null)])).code, 3);
  });
});

function saying(content: string, finish_reason: string | null = "stop"): Trace {
  const chunk = { choices: [{ delta: { content }, finish_reason }] };
  return {
    request: { method: "POST", path: "/v1/chat/completions" },
    response: {
      status: 200,
      headers: { "content-type": "text/event-stream" },
      ended: "end",
      chunks: [{ data: `data: ${JSON.stringify(chunk)}\n\ndata: [DONE]\n\n` }],
    },
  };
}

function run(args: readonly string[], cwd: string) {
  return new Promise<{ code: number | null; out: string; err: string }>((done) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd,
      env: { ...process.env, NO_COLOR: "1", TRIAL_KEY: "trial-secret" },
    });
    let [out, err] = ["", ""];
    child.stdout.on("data", (chunk) => {
      out += chunk;
    });
    child.stderr.on("data", (chunk) => {
      err += chunk;
    });
    child.on("close", (code) => done({ code, out, err }));
  });
}
