/** Tests of the packaged extension in a real VS Code: Mocha in the extension host, then checks of the workbench. */
import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launchBrowser } from "./harness/browser";
import { bundleHostSuite, packageExtension } from "./harness/bundle";
import { runChecks } from "./harness/checks";
import { runHostSuite } from "./harness/host";
import { describeModels, startModels } from "./harness/models";
import { type Outcome, tell } from "./harness/outcome";
import { root } from "./harness/paths";
import { type Server, startServer } from "./harness/server";
import { vscodeServer } from "./harness/vscode";
import { Workbench } from "./harness/workbench";
import { browserHost } from "./workbench/browserHost";
import { asking } from "./workbench/models";
import { opening } from "./workbench/opening";
import { panel } from "./workbench/panel";

const outcomes = await run();
const count = (state: Outcome["state"]) => outcomes.filter((one) => one.state === state).length;
const counts = { passed: count("passed"), failed: count("failed") };
if (process.env["TACIT_COUNTS"]) writeFileSync(process.env["TACIT_COUNTS"], JSON.stringify(counts));
console.log(`\n  ${counts.passed} passed, ${counts.failed} failed in the editor`);
process.exit(counts.failed === 0 ? 0 : 1);

async function run(): Promise<readonly Outcome[]> {
  const browser = await launchBrowser();
  if (!browser) {
    console.log(
      "NOT RUN: the tests in VS Code. No browser is packaged for this machine and no Chrome is installed; name one in BROWSER_PATH.",
    );
    return [];
  }
  const nonce = randomUUID();
  try {
    const code = vscodeServer();
    packageExtension();
    await bundleHostSuite();
    const results = join(root, `dist/test/${nonce}.json`);
    const server = await startServer(code, { TACIT_NONCE: nonce, TACIT_RESULTS: results });
    try {
      const host = await runHostSuite(server, browser, results, nonce);
      tell("in the extension host", host);
      const workbench = await Workbench.open(browser, server, "harmonic.tex");
      const seen = await runChecks(workbench, [...opening, ...panel]);
      tell("in the workbench", seen);
      await workbench.close();
      const asked = await runWithModels(browser, code);
      tell("with models", asked);
      const web = await runWithoutNode(browser, server);
      tell("in a browser alone", web);
      return [...host, ...seen, ...asked, ...web];
    } finally {
      await server.stop();
    }
  } finally {
    await browser.close();
  }
}

/** As a person sees it: a folder that is not trusted at first, and dialogs. */
async function runWithModels(browser: Browser, code: string): Promise<readonly Outcome[]> {
  const models = await startModels();
  const server = await startServer(code, {}, "person");
  try {
    describeModels(server.folder, models);
    server.settings({
      "security.workspace.trust.enabled": true,
      "security.workspace.trust.startupPrompt": "never",
    });
    const workbench = await Workbench.open(browser, server, "harmonic.tex");
    const outcomes = await runChecks(workbench, asking(models));
    await workbench.close();
    return outcomes;
  } finally {
    await server.stop();
    await models.close();
  }
}

/** The same package, its extension host a worker of the browser. */
async function runWithoutNode(browser: Browser, server: Server): Promise<readonly Outcome[]> {
  server.settings({ "remote.extensionKind": { "tacit-physics.tacit-physics": ["web"] } });
  const workbench = await Workbench.open(browser, server, "harmonic.tex");
  return runChecks(workbench, browserHost);
}
