/** Installs what package-lock.json pins, if it is not there yet, then builds. Node built-ins only. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  fail(`Tacit needs Node 20.19 or newer; this is ${process.version}.`);
}

const stamp = "node_modules/.tacit-installed";
const wanted = createHash("sha256")
  .update(readFileSync("package-lock.json"))
  .update(`${process.platform} ${process.arch} ${process.versions.modules}`)
  .digest("hex");

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
  console.error("Installing dependencies (once) …");
  npm(
    "Installing the dependencies failed. Check the connection to the npm registry, then run the same command again.",
    "ci",
    "--include=dev",
    "--include=optional",
    "--engine-strict=false",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  );
  writeFileSync(stamp, wanted);
}
npm("The build failed; the messages above say where.", "run", "--silent", "build");

/** Runs npm with the npm that is already running, where there is one. */
function npm(remedy, ...args) {
  const running = process.env.npm_execpath;
  const options = { stdio: ["ignore", "inherit", "inherit"] };
  const { status } = running?.endsWith(".js")
    ? spawnSync(process.execPath, [running, ...args], options)
    : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
  if (status !== 0) fail(`npm ${args[0]}: ${remedy}`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
