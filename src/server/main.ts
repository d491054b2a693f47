/** The language server as a program: `--stdio`, `--node-ipc` or `--socket` choose the wire. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { isMainThread, parentPort } from "node:worker_threads";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { expanding } from "./expanding";
import type { Models } from "./features/model";
import { reviewing } from "./reviewing";
import { serve } from "./serve";
import { onThread } from "./thread";
import { takeOrders } from "./threadEnd";
import { version } from "./version";

// What a long session judges seldom stays compiled.
setFlagsFromString("--no-flush-bytecode");

if (isMainThread)
  serve(createConnection(ProposedFeatures.all), {
    ...onThread(__filename),
    pathOf,
    version,
    models: () => createRequire(__filename)(join(__dirname, "models.cjs")) as Models,
  });
else if (parentPort)
  takeOrders(
    parentPort,
    reviewing(readText, () => new Promise((resume) => setImmediate(resume))),
    expanding(readText),
  );

function pathOf(uri: string): string {
  return uri.startsWith("file:") ? fileURLToPath(uri) : uri;
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
