/** Mocha inside the extension host: its results count only with this run's nonce, and only if the host ended well. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "node:util";
import type { Browser } from "playwright-core";
import { honest, type Results } from "./honest";
import type { Outcome } from "./outcome";
import { cache, hostSuite, stub } from "./paths";
import type { Server } from "./server";

const limit = 150_000;
/** Fewer results than this mean that the suite was not found. */
const least = 1;

export async function runHostSuite(
  server: Server,
  browser: Browser,
  results: string,
  nonce: string,
): Promise<readonly Outcome[]> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const said: string[] = [];
  await page.exposeFunction("codeAutomationLog", (type: string, args: readonly unknown[]) => {
    said.push(`${type} ${format(...args)}`);
  });
  const ended = new Promise<string>((resume, reject) => {
    page
      .exposeFunction("codeAutomationExit", (code: number) => resume(`code ${code}`))
      .catch(reject);
    setTimeout(() => resume(`no answer after ${limit / 1000} s`), limit).unref();
  });
  const payload = JSON.stringify([
    ["extensionDevelopmentPath", server.uri(stub)],
    ["extensionTestsPath", server.uri(hostSuite)],
    ["skipWelcome", "true"],
  ]);
  const query = `folder=${encodeURIComponent(server.folder)}&payload=${encodeURIComponent(payload)}`;
  await page.goto(`http://127.0.0.1:${server.port}/?${query}`);
  const end = await ended;
  const told = existsSync(results)
    ? (JSON.parse(readFileSync(results, "utf8")) as Results)
    : undefined;
  const outcomes = honest(told, nonce, end, least);
  if (outcomes.some(({ state }) => state === "failed")) {
    console.log(`${said.slice(-20).join("\n")}\n${server.log().slice(-2000)}`);
    await page.screenshot({ path: join(cache, "hostFailed.png") }).catch(() => undefined);
  }
  await page.close();
  return outcomes;
}
