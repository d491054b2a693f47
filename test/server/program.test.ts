/** The server as a program of its own: standard input and output, a thread, and the real checker. */
import { strict as assert } from "node:assert";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import {
  createProtocolConnection,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from "vscode-languageserver/node";

describe("the server's program", () => {
  const folder = mkdtempSync(join(tmpdir(), "tacit-server-"));
  let program: ChildProcess;
  let wire: ProtocolConnection;

  before(async () => {
    const outfile = join(folder, "server.cjs");
    await build({
      bundle: true,
      platform: "node",
      format: "cjs",
      target: "node20",
      outfile,
      entryPoints: ["src/server/main.ts"],
    });
    program = spawn(process.execPath, [outfile, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
    assert.ok(program.stdout && program.stdin);
    wire = createProtocolConnection(program.stdout, program.stdin);
    wire.listen();
  });

  after(() => {
    wire.dispose();
    program.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  it("names itself and warns of a slip", async () => {
    const { serverInfo } = await wire.sendRequest<{ serverInfo: { name: string } }>("initialize", {
      processId: null,
      rootUri: null,
      capabilities: {},
    });
    assert.equal(serverInfo.name, "tacit");
    await wire.sendNotification("initialized", {});
    const warned = new Promise<PublishDiagnosticsParams>((resolve) => {
      wire.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
        if (params.diagnostics.length > 0) resolve(params);
      });
    });
    const text =
      "\\begin{align}\n(a+b)^2 &= a^2 + 2ab + b^2 \\\\\n&= a^2 + b^2 + ab\n\\end{align}\n";
    await wire.sendNotification("textDocument/didOpen", {
      textDocument: { uri: "file:///paper.tex", languageId: "latex", version: 1, text },
    });
    const { diagnostics } = await warned;
    assert.deepEqual(
      diagnostics.map(({ code, range }) => [code, range.start.line]),
      [["slip", 2]],
    );
  });

  it("leaves when it is told to", async () => {
    const left = new Promise((resolve) => program.on("exit", resolve));
    await wire.sendRequest("shutdown");
    await wire.sendNotification("exit");
    assert.equal(await left, 0);
  });
});
