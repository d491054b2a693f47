/** Where the editor tests keep what they need. */
import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
export const root = resolve(here, "../../..");
/** Downloads, unpacked once and kept between runs. */
export const cache = resolve(root, ".vscode-test");
export const vsix = resolve(root, "dist/tacit.vsix");
export const hostSuite = resolve(root, "dist/test/host.cjs");
export const stub = resolve(root, "test/editor/stub");
export const workspace = resolve(root, "test/editor/workspace");

mkdirSync(cache, { recursive: true });
