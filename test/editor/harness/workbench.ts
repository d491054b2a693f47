/** The workbench as a person drives it: open a file, run a command, look at what is drawn. */
import type { Browser, FrameLocator, Locator, Page } from "playwright-core";
import type { Server } from "./server";

/** A text drawn behind the end of a line. */
export interface LineEnd {
  /** The source text of the line. */
  readonly line: string;
  readonly text: string;
  readonly color: string;
}

export class Workbench {
  readonly page: Page;
  readonly server: Server;

  constructor(page: Page, server: Server) {
    this.page = page;
    this.server = server;
  }

  static async open(browser: Browser, server: Server, file: string): Promise<Workbench> {
    const page = await browser.newPage({ viewport: { width: 1400, height: 860 } });
    page.setDefaultTimeout(20_000);
    const workbench = new Workbench(page, server);
    await workbench.reopen(file);
    return workbench;
  }

  /** Loads the workbench anew with one file open. */
  async reopen(file: string): Promise<void> {
    const { port, folder, uri } = this.server;
    const payload = JSON.stringify([
      ["openFile", uri(`${folder}/${file}`)],
      ["skipWelcome", "true"],
    ]);
    const query = `folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(payload)}`;
    await this.page.goto(`http://127.0.0.1:${port}/?${query}`);
    await this.page.locator(".monaco-workbench .editor-instance .view-lines").first().waitFor();
  }

  /** Runs a command by its title in the command palette. */
  async run(title: string): Promise<void> {
    await this.start(title);
    await this.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  }

  /** Runs a command that may ask something in the place of the palette. */
  async start(title: string): Promise<void> {
    await this.page.keyboard.press("F1");
    const input = this.page.locator(".quick-input-widget input[type=text]");
    await input.waitFor();
    await input.fill(`>${title}`);
    await this.page
      .locator(".quick-input-list .monaco-list-row", { hasText: title })
      .first()
      .waitFor();
    await this.page.keyboard.press("Enter");
  }

  async openFile(path: string): Promise<void> {
    await this.#fillIn("Control+P", path);
    const name = path.split("/").at(-1) ?? path;
    await this.page
      .locator(".quick-input-list .monaco-list-row", { hasText: name })
      .first()
      .waitFor();
    await this.page.keyboard.press("Enter");
    await this.page.locator(".tab.active", { hasText: name }).waitFor();
  }

  /** Puts the cursor at the end of line `line`, counted from 1. */
  async goTo(line: number, column = 10_000): Promise<void> {
    await this.#fillIn("Control+G", `:${line}:${column}`);
    await this.page.keyboard.press("Enter");
    await this.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  }

  /** VS Code closes its input when something else takes the focus at that moment: it is opened again. */
  async #fillIn(keys: string, text: string, tries = 3): Promise<void> {
    await this.page.keyboard.press(keys);
    const input = this.page.locator(".quick-input-widget input[type=text]");
    try {
      await input.fill(text, { timeout: 4000 });
    } catch (problem) {
      if (tries <= 1) throw problem;
      await this.page.keyboard.press("Escape");
      await this.#fillIn(keys, text, tries - 1);
    }
  }

  async hideSideBar(): Promise<void> {
    const sideBar = this.page.locator(".part.sidebar");
    if (await sideBar.isVisible()) await this.page.keyboard.press("Control+B");
    await sideBar.waitFor({ state: "hidden" });
  }

  /** The line of the editor whose source holds `text`. */
  line(text: string | RegExp): Locator {
    return this.page.locator(".editor-instance .view-line", { hasText: text }).first();
  }

  async lineEnds(): Promise<readonly LineEnd[]> {
    return this.page.locator(".editor-instance .view-line").evaluateAll((lines) =>
      lines.flatMap((line) =>
        [...line.querySelectorAll("span")].flatMap((span) => {
          const style = getComputedStyle(span, "::after");
          const text = style.content.replace(/^"|"$/g, "");
          if (text === "none" || text === "normal" || text === "") return [];
          return [{ line: line.textContent ?? "", text, color: style.color }];
        }),
      ),
    );
  }

  /** Waits until the texts behind the lines are as `wanted`, and returns them. */
  async lineEndsWhen(wanted: (ends: readonly LineEnd[]) => boolean): Promise<readonly LineEnd[]> {
    return until(
      () => this.lineEnds(),
      wanted,
      (ends) => `The ends of the lines are ${JSON.stringify(ends)}`,
    );
  }

  /** Waits until the paper is checked. */
  async settled(): Promise<void> {
    await until(
      () => this.statusBar(),
      (items) => items.some((item) => /Tacit/.test(item) && !/checking/.test(item)),
      (items) => `The status bar shows ${items.join(" | ")}`,
    );
  }

  /** What stands in the status bar, item by item. */
  async statusBar(): Promise<readonly string[]> {
    return this.page.locator(".part.statusbar .statusbar-item").allInnerTexts();
  }

  /** The document inside the panel's frame. */
  panel(): FrameLocator {
    return this.page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
  }

  async close(): Promise<void> {
    await this.page.close();
  }
}

/** Asks again until the answer is as wanted. */
export async function until<T>(
  ask: () => Promise<T>,
  wanted: (answer: T) => boolean,
  complain: (answer: T) => string,
  limit = 20_000,
): Promise<T> {
  const deadline = performance.now() + limit;
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (performance.now() > deadline) throw new Error(complain(answer));
    await new Promise((resume) => setTimeout(resume, 100));
  }
}
