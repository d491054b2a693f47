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

const views = ["panel", "hover"] as const;
const paper = "examples/slips.tex";
/** The second row of the first derivation, which fails. */
const row = { line: 17, source: /^\s*&=\s2\\slashed\{p\}\s*$/ };
const size = { width: 1360, height: 700 };

const browser = await launchBrowser();
if (!browser) throw new Error("No browser here; name one in BROWSER_PATH.");
packageExtension();
const folder = join(root, "docs/images");
mkdirSync(folder, { recursive: true });
const server = await startServer(vscodeServer(), {});
try {
  for (const [theme, title] of Object.entries(themes)) {
    server.settings({ "workbench.colorTheme": title, "editor.fontSize": 12 });
    for (const view of views) {
      const workbench = await Workbench.open(browser, server, paper);
      await workbench.page.setViewportSize(size);
      await workbench.lineEndsWhen((ends) => ends.some(({ text }) => text.includes("✗")));
      await workbench.settled();
      await workbench.goTo(row.line);
      await workbench.hideSideBar();
      await workbench.page.mouse.move(500, 400);
      await workbench.page.mouse.wheel(0, 180);
      if (view === "panel") {
        await workbench.run("Tacit: Show the Derivation Step by Step");
        await workbench.panel().locator(".katex").first().waitFor();
      } else {
        await workbench.line(row.source).locator("span", { hasText: "slashed" }).last().hover();
        await workbench.page.locator(".monaco-hover:visible img").hover();
      }
      await workbench.page.waitForTimeout(1000);
      const path = join(folder, `${view}-${theme}.png`);
      await workbench.page.screenshot({ path });
      console.log(path);
      await workbench.close();
    }
  }
} finally {
  await server.stop();
  await browser.close();
}
