/** The host suite again, in the desktop build of VS Code, where one can be downloaded and shown. */
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  downloadAndUnzipVSCode,
  resolveCliArgsFromVSCodeExecutablePath,
  runTests,
} from "@vscode/test-electron";
import { bundleHostSuite, packageExtension } from "./harness/bundle";
import { honest, type Results } from "./harness/honest";
import { tell } from "./harness/outcome";
import { cache, hostSuite, root, stub, vsix, workspace } from "./harness/paths";

const version = process.env["VSCODE_VERSION"] ?? "stable";

const executable = await downloadAndUnzipVSCode({ version, cachePath: cache }).catch(
  (error: unknown) => {
    console.log(`NOT RUN: VS Code ${version} could not be downloaded. ${String(error)}`);
    process.exit(1);
  },
);
packageExtension();
await bundleHostSuite();
const scratch = mkdtempSync(join(tmpdir(), "tacit-desktop-"));
const nonce = randomUUID();
const results = join(root, `dist/test/${nonce}.json`);
cpSync(workspace, join(scratch, "papers"), { recursive: true });
const folders = [
  ...["--extensions-dir", join(scratch, "extensions")],
  ...["--user-data-dir", join(scratch, "user")],
];
const [cli = executable, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable);
spawnSync(cli, [...args, ...folders, "--install-extension", vsix], {
  stdio: "inherit",
  shell: process.platform === "win32",
});
const ended = await runTests({
  vscodeExecutablePath: executable,
  extensionDevelopmentPath: stub,
  extensionTestsPath: hostSuite,
  extensionTestsEnv: { TACIT_NONCE: nonce, TACIT_RESULTS: results },
  launchArgs: [join(scratch, "papers"), "--disable-workspace-trust", ...folders],
}).catch((error: unknown) => {
  console.log(String(error));
  return 1;
});
const told = existsSync(results)
  ? (JSON.parse(readFileSync(results, "utf8")) as Results)
  : undefined;
const outcomes = honest(told, nonce, ended === 0 ? "code 0" : "code 1", 1);
rmSync(results, { force: true });
rmSync(scratch, { recursive: true, force: true });
tell(`in VS Code ${version}`, outcomes);
const failed = outcomes.filter(({ state }) => state === "failed").length;
const passed = outcomes.filter(({ state }) => state === "passed").length;
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
