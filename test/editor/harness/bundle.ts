/** What the editor runs: the packaged extension, and the host suite bundled as CommonJS. */
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "./paths";
import { npm } from "./shell";

export function packageExtension(): void {
  mkdirSync(join(root, "dist"), { recursive: true });
  npm(["run", "--silent", "package"], { cwd: root });
}

/** Every `test/editor/*.test.ts` runs inside the extension host. */
export async function bundleHostSuite(): Promise<void> {
  rmSync(join(root, "dist/test"), { recursive: true, force: true });
  const tests = readdirSync(join(root, "test/editor")).filter((name) => name.endsWith(".test.ts"));
  await build({
    absWorkingDir: root,
    bundle: true,
    platform: "node",
    format: "cjs",
    target: "node20",
    outExtension: { ".js": ".cjs" },
    outdir: "dist/test",
    entryPoints: ["test/editor/host.ts", ...tests.map((name) => `test/editor/${name}`)],
    external: ["vscode", "mocha"],
    logLevel: "warning",
  });
}
