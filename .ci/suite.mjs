/** `npm test`: static checks, Mocha, a real VS Code; the last line sums the tests that passed and failed. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const scratch = mkdtempSync(join(tmpdir(), "tacit-suite-"));
const bin = (file) => join("node_modules", file);

const mocha = (title, paths, ignored = []) => ({
  title,
  command: [
    bin("mocha/bin/mocha.js"),
    "--reporter",
    ".ci/counts.mjs",
    ...ignored.flatMap((path) => ["--ignore", path]),
    ...paths,
  ],
  counts: join(scratch, `${title}.json`),
});

/** Tests that look at the clock. */
const timed = [
  "test/models/**/*.test.ts",
  "test/paper/latex/manuscript.test.ts",
  "test/paper/notation/anything.test.ts",
  "test/protocol/throttle.test.ts",
  "test/server/**/*.test.ts",
];
const long = ["test/papers.test.ts", "test/slips/**/*.test.ts", "test/identities/**/*.test.ts"];

/** Side by side, the longest first. A check without a count of its own is one failure when it does not pass. */
const together = [
  { title: "Types", command: [bin("typescript/bin/tsc"), "--noEmit"] },
  {
    title: "Format and lint",
    command: [bin("@biomejs/biome/bin/biome"), "check", "--diagnostic-level=error", "."],
  },
  { title: "Unused files, exports and packages", command: [bin("knip/bin/knip.js")] },
  mocha("Papers", [long[0]]),
  mocha("Slips", [long[1]]),
  mocha("Identities", [long[2]]),
  mocha("Rooms", ["test"], [...long, ...timed]),
];

/** One after the other, with the machine to themselves. */
const alone = [
  mocha("Tests that look at the clock", timed),
  {
    title: "Tests in a real VS Code",
    command: ["--import", "tsx", "test/editor/run.ts"],
    counts: join(scratch, "editor.json"),
  },
];

const results = [
  ...(await inParallel(together, availableParallelism())),
  ...(await inParallel(alone, 1)),
];
rmSync(scratch, { recursive: true, force: true });
const total = (what) => results.reduce((sum, result) => sum + result[what], 0);
const broken = results.filter(({ failed }) => failed > 0).map(({ title }) => title);
if (broken.length > 0) console.log(`\nNot in order: ${broken.join(", ")}.`);
console.log(`\n${total("passed")} passed, ${total("failed")} failed`);
process.exitCode = broken.length === 0 ? 0 : 1;

/** Runs the stages, so many at a time. */
async function inParallel(stages, lanes) {
  const waiting = [...stages];
  const done = [];
  const lane = async () => {
    for (let stage = waiting.shift(); stage; stage = waiting.shift()) done.push(await run(stage));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return done;
}

/** Prints what a stage says once it has ended, and counts it; one that ends badly without saying so is one failure. */
async function run({ title, command, counts }) {
  const began = performance.now();
  const child = spawn(process.execPath, command, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...(counts && { TACIT_COUNTS: counts }) },
  });
  const said = [];
  child.stdout.on("data", (part) => said.push(part));
  child.stderr.on("data", (part) => said.push(part));
  const status = await new Promise((resolve) => child.on("close", resolve));
  console.log(`\n── ${title} ──\n${Buffer.concat(said)}`);
  console.log(`${title}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  const told = counts && existsSync(counts) ? JSON.parse(readFileSync(counts, "utf8")) : undefined;
  const { passed, failed } = told ?? { passed: 0, failed: counts || status !== 0 ? 1 : 0 };
  return { title, passed, failed: Math.max(failed, status === 0 ? 0 : 1) };
}
