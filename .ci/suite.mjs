/** `npm test`: static checks, Mocha, a real VS Code; the last line sums the tests that passed and failed. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const scratch = mkdtempSync(join(tmpdir(), "tacit-suite-"));
const bin = (file) => join("node_modules", file);

/** A check without a count of its own is silent when it passes and one failure when it does not. */
const stages = [
  { title: "Types", command: [bin("typescript/bin/tsc"), "--noEmit"] },
  {
    title: "Format and lint",
    command: [bin("@biomejs/biome/bin/biome"), "check", "--diagnostic-level=error", "."],
  },
  { title: "Unused files, exports and packages", command: [bin("knip/bin/knip.js")] },
  {
    title: "Tests",
    command: [bin("mocha/bin/mocha.js"), "--reporter", ".ci/counts.mjs"],
    counts: join(scratch, "mocha.json"),
  },
  {
    title: "Tests in a real VS Code",
    command: ["--import", "tsx", "test/editor/run.ts"],
    counts: join(scratch, "editor.json"),
  },
];

let passed = 0;
let failed = 0;
const broken = [];
for (const stage of stages) {
  const began = performance.now();
  console.log(`\n── ${stage.title} ──`);
  const result = run(stage);
  passed += result.passed;
  failed += result.failed;
  if (result.failed > 0) broken.push(stage.title);
  console.log(`${stage.title}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
}
rmSync(scratch, { recursive: true, force: true });
if (broken.length > 0) console.log(`\nNot in order: ${broken.join(", ")}.`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/** Counts what a stage reports; a stage that ends badly without saying so is one failure. */
function run({ command, counts }) {
  const { status } = spawnSync(process.execPath, command, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, ...(counts && { TACIT_COUNTS: counts }) },
  });
  if (!counts) return { passed: 0, failed: status === 0 ? 0 : 1 };
  const told = existsSync(counts) ? JSON.parse(readFileSync(counts, "utf8")) : undefined;
  if (!told) return { passed: 0, failed: 1 };
  return { passed: told.passed, failed: Math.max(told.failed, status === 0 ? 0 : 1) };
}
