/** VS Code's own server and web workbench, from the npm package code-server, pinned by its hash. */
import { createHash } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { rgPath } from "@vscode/ripgrep";
import { cache } from "./paths";
import { npm, shell } from "./shell";

const version = "4.100.3";
const sha512 =
  "q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==";

/** The folder that holds `out/server-main.js`; unpacked once, kept in the cache. */
export function vscodeServer(): string {
  const folder = join(cache, `vscode-server-${version}-${process.versions.modules}`);
  if (existsSync(join(folder, ".ready"))) return folder;
  console.log(`Fetching VS Code's server (code-server ${version}, once) …`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  npm(["pack", "--silent", `code-server@${version}`], { cwd: folder });
  const tarball = join(folder, `code-server-${version}.tgz`);
  const found = createHash("sha512").update(readFileSync(tarball)).digest("base64");
  if (found !== sha512) throw new Error(`code-server ${version} has the hash ${found}`);
  shell("tar", ["xzf", tarball, "--exclude=*.map", "--strip-components=3", "package/lib/vscode"], {
    cwd: folder,
  });
  rmSync(tarball);
  npm(
    [
      "ci",
      "--legacy-peer-deps",
      "--ignore-scripts",
      "--omit=dev",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
    ],
    { cwd: folder },
  );
  supplySearch(folder);
  writeFileSync(join(folder, ".ready"), "");
  return folder;
}

/** The server's own search program comes from an install script, which does not run here. */
function supplySearch(folder: string): void {
  const name = process.platform === "win32" ? "rg.exe" : "rg";
  const bin = join(folder, "node_modules/@vscode/ripgrep/bin");
  mkdirSync(bin, { recursive: true });
  copyFileSync(rgPath, join(bin, name));
  chmodSync(join(bin, name), 0o755);
}
