/** A browser for the workbench: the one named by BROWSER_PATH, Chromium from npm, else an installed Chrome. */
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { type Browser, chromium } from "playwright-core";
import { cache, root } from "./paths";
import { shell } from "./shell";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--no-proxy-server",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** `undefined` where this machine has no browser and none is packaged for it. */
export async function launchBrowser(): Promise<Browser | undefined> {
  const named = process.env["BROWSER_PATH"];
  if (named) return chromium.launch({ executablePath: named, args: flags });
  if (process.platform === "linux" && process.arch === "x64") return launchPackaged();
  return chromium.launch({ channel: "chrome", args: flags }).catch(() => undefined);
}

async function launchPackaged(): Promise<Browser> {
  const folder = join(cache, "chromium-143");
  if (!existsSync(join(folder, ".ready"))) await unpack(folder);
  const env = { ...process.env } as Record<string, string>;
  env["LD_LIBRARY_PATH"] = join(folder, "lib");
  env["FONTCONFIG_FILE"] = join(folder, "fonts.conf");
  return chromium.launch({ executablePath: join(folder, "chromium"), args: flags, env });
}

async function unpack(folder: string): Promise<void> {
  console.log("Unpacking Chromium (once) …");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
  const packed = resolve(dirname(entry), "../../bin");
  const inflate = (name: string, to: string, mode: number) =>
    pipeline(
      createReadStream(join(packed, `${name}.br`)),
      createBrotliDecompress(),
      createWriteStream(join(folder, to), { mode }),
    );
  await inflate("chromium", "chromium", 0o755);
  for (const name of ["al2023.tar", "fonts.tar", "swiftshader.tar"]) {
    await inflate(name, name, 0o644);
    shell("tar", ["xf", name, "--no-same-owner"], { cwd: folder });
    rmSync(join(folder, name));
  }
  writeFileSync(join(folder, "fonts.conf"), fontConfiguration(folder));
  writeFileSync(join(folder, ".ready"), "");
}

/** DejaVu stands for every family a theme may ask for, so that code and ✓ ✗ ∂ μ look alike everywhere. */
function fontConfiguration(folder: string): string {
  const alias = (family: string, prefer: string) =>
    `<alias binding="same"><family>${family}</family><prefer><family>${prefer}</family></prefer></alias>`;
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${root}/node_modules/dejavu-fonts-ttf/ttf</dir>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fontCache</cachedir>
  ${alias("monospace", "DejaVu Sans Mono")}
  ${alias("sans-serif", "DejaVu Sans")}
  ${alias("system-ui", "DejaVu Sans")}
  ${alias("serif", "DejaVu Serif")}
</fontconfig>
`;
}
