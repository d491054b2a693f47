/** Runs other programs and waits for them; what goes wrong is thrown with what they printed. */
import { spawnSync } from "node:child_process";

interface Options {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

export function shell(command: string, args: readonly string[], options: Options = {}): string {
  const result = spawnSync(command, args, {
    ...options,
    stdio: ["ignore", "pipe", "pipe"],
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  if (result.status !== 0) {
    const said = `${result.stdout ?? ""}${result.stderr ?? ""}${result.error?.message ?? ""}`;
    throw new Error(
      `${command} ${args.join(" ")} ended with ${result.status}\n${said.slice(-4000)}`,
    );
  }
  return result.stdout;
}

/** The npm that started this run, else the one on the path. */
export function npm(args: readonly string[], options: Options = {}): string {
  const running = process.env["npm_execpath"];
  if (running?.endsWith(".js")) return shell(process.execPath, [running, ...args], options);
  return process.platform === "win32"
    ? shell("cmd", ["/c", "npm", ...args], options)
    : shell("npm", args, options);
}
