/** Takes the pictures of the README in a real VS Code: the editor and the panel, in light, dark and high contrast. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launchBrowser } from "./harness/browser";
import { packageExtension } from "./harness/bundle";
import { root } from "./harness/paths";
import { startServer } from "./harness/server";
import { vscodeServer } from "./harness/vscode";
import { Workbench } from "./harness/workbench";

const themes = {
  light: "Default Light Modern",
  dark: "Default Dark Modern",
  contrast: "Default High Contrast",
};

/** What each picture shows: the paper, the line of the cursor, the text to hover over. */
const views = [
  { name: "panel", file: "examples/slips.tex", line: 16, panel: true, hover: undefined },
  { name: "hover", file: "examples/slips.tex", line: 16, panel: false, hover: "slashed{p}" },
];

const browser = await launchBrowser();
if (!browser) throw new Error("No browser here; name one in BROWSER_PATH.");
packageExtension();
const folder = join(root, "docs/images");
mkdirSync(folder, { recursive: true });
const server = await startServer(vscodeServer(), {});
try {
  for (const [theme, title] of Object.entries(themes)) {
    server.settings({ "workbench.colorTheme": title, "editor.fontSize": 13 });
    for (const view of views) {
      const workbench = await Workbench.open(browser, server, view.file);
      await workbench.page.setViewportSize({ width: 1280, height: 720 });
      await workbench.lineEndsWhen((ends) => ends.some(({ text }) => text.includes("✗")));
      await workbench.run("View: Close Primary Side Bar").catch(() => undefined);
      await workbench.goTo(view.line);
      if (view.panel) {
        await workbench.run("Tacit: Show the Derivation Step by Step");
        await workbench.panel().locator(".katex").first().waitFor();
      }
      if (view.hover) {
        await workbench.line(view.hover).locator("span", { hasText: view.hover }).last().hover();
        await workbench.page.locator(".monaco-hover:visible").waitFor();
      }
      await workbench.page.waitForTimeout(1200);
      const path = join(folder, `${view.name}-${theme}.png`);
      await workbench.page.screenshot({ path });
      console.log(path);
      await workbench.close();
    }
  }
} finally {
  await server.stop();
  await browser.close();
}
