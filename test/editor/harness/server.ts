/** A running VS Code server with the packaged extension installed and a copy of the test workspace. */
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root, vsix, workspace } from "./paths";
import { shell } from "./shell";

const quiet = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.enableExperiments": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "chat.disableAIFeatures": true,
  "chat.commandCenter.enabled": false,
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "update.mode": "none",
  "telemetry.telemetryLevel": "off",
  "security.workspace.trust.enabled": false,
  "files.autoSave": "off",
  "editor.minimap.enabled": false,
  "git.enabled": false,
};

export interface Server {
  readonly port: number;
  /** Opened as the workbench's folder. */
  readonly folder: string;
  readonly scratch: string;
  /** What the server printed so far. */
  log(): string;
  settings(values: Readonly<Record<string, unknown>>): void;
  uri(path: string): string;
  stop(): Promise<void>;
}

/** Where tests drive the workbench it refuses dialogs; a person's workbench shows them, and asks for trust. */
export type Driver = "tests" | "person";

export async function startServer(
  code: string,
  environment: NodeJS.ProcessEnv,
  driver: Driver = "tests",
): Promise<Server> {
  const scratch = mkdtempSync(join(tmpdir(), "tacit-editor-"));
  const folder = join(scratch, "papers");
  cpSync(workspace, folder, { recursive: true });
  if (existsSync(join(root, "examples"))) {
    cpSync(join(root, "examples"), join(folder, "examples"), { recursive: true });
  }
  const main = join(code, "out/server-main.js");
  const shared = [
    "--accept-server-license-terms",
    ...["--server-data-dir", join(scratch, "server")],
    ...["--extensions-dir", join(scratch, "extensions")],
    ...["--user-data-dir", join(scratch, "user")],
  ];
  const settings = (values: Readonly<Record<string, unknown>>) => {
    mkdirSync(join(scratch, "user/User"), { recursive: true });
    writeFileSync(
      join(scratch, "user/User/settings.json"),
      JSON.stringify({ ...quiet, ...values }, null, 2),
    );
  };
  settings({});
  const env = { ...process.env, ...environment, HOME: scratch };
  shell(process.execPath, [main, "--install-extension", vsix, ...shared], { env });
  const child = spawn(
    process.execPath,
    [
      main,
      ...["--host", "127.0.0.1", "--port", "0", "--without-connection-token"],
      ...["--telemetry-level", "off"],
      ...(driver === "tests" ? ["--disable-workspace-trust", "--enable-smoke-test-driver"] : []),
      ...shared,
    ],
    { stdio: ["ignore", "pipe", "pipe"], detached: true, env },
  );
  let said = "";
  const listen = (data: Buffer) => {
    said += data.toString();
  };
  child.stdout.on("data", listen);
  child.stderr.on("data", listen);
  const stop = async () => {
    await end(child);
    rmSync(scratch, { recursive: true, force: true });
  };
  try {
    const port = await listening(child, () => said);
    return {
      port,
      folder,
      scratch,
      log: () => said,
      settings,
      uri: (path) => `vscode-remote://127.0.0.1:${port}${path}`,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function listening(child: ChildProcess, log: () => string): Promise<number> {
  const deadline = performance.now() + 60_000;
  while (performance.now() < deadline && child.exitCode === null) {
    const port = /Extension host agent listening on (\d+)/.exec(log())?.[1];
    if (port) return Number(port);
    await new Promise((resume) => setTimeout(resume, 50));
  }
  throw new Error(`VS Code's server did not start.\n${log()}`);
}

/** The server starts processes of its own, so its whole group is ended. */
async function end(child: ChildProcess): Promise<void> {
  for (const signal of ["SIGTERM", "SIGKILL"] as const) {
    try {
      process.kill(-(child.pid ?? 0), signal);
    } catch {
      child.kill(signal);
      return;
    }
    await new Promise((resume) => setTimeout(resume, 400));
  }
}
