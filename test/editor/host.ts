/** The entry of the suite that runs inside the extension host. */
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Outcome } from "./harness/outcome";

export async function run(): Promise<void> {
  const { default: Mocha } = await import("mocha");
  const mocha = new Mocha({ ui: "bdd", color: false, timeout: 30_000, forbidOnly: true });
  for (const file of readdirSync(__dirname)) {
    if (file.endsWith(".test.cjs")) mocha.addFile(join(__dirname, file));
  }
  await mocha.loadFilesAsync();
  const tests: Outcome[] = [];
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      const told = { nonce: process.env["TACIT_NONCE"], tests };
      writeFileSync(process.env["TACIT_RESULTS"] ?? "results.json", JSON.stringify(told));
      if (failures > 0) reject(new Error(`${failures} failed`));
      else resolve();
    });
    const note = (title: string, state: Outcome["state"], ms = 0, error?: Error) =>
      tests.push({ title, state, ms, ...(error && { error: error.stack ?? error.message }) });
    runner.on("pass", (test) => note(test.fullTitle(), "passed", test.duration));
    runner.on("fail", (test, error) => note(test.fullTitle(), "failed", 0, error as Error));
    runner.on("pending", (test) => note(test.fullTitle(), "pending"));
  });
}
