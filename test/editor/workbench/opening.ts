/** A paper as it stands on screen: marks behind its rows, the failing row underlined, the counts above. */
import { strict as assert } from "node:assert";
import type { Check } from "../harness/checks";
import { until } from "../harness/workbench";

export const opening: readonly Check[] = [
  {
    title: "every row has its mark, and only the failing one says more",
    async run(workbench) {
      const ends = await workbench.lineEndsWhen((found) => found.length === 3);
      assert.deepEqual(
        ends.map(({ text }) => text.trim()),
        ["✓", "✓", "✗ fails"],
      );
    },
  },
  {
    title: "the mark of the failing row has a colour of its own",
    async run(workbench) {
      const [first, second, third] = await workbench.lineEnds();
      assert.equal(first?.color, second?.color);
      assert.notEqual(first?.color, third?.color);
    },
  },
  {
    title: "the failing row is underlined once",
    async run({ page }) {
      await page.locator(".squiggly-warning").first().waitFor();
      assert.equal(await page.locator(".squiggly-error").count(), 0);
    },
  },
  {
    title: "a lens above the display counts its steps",
    async run({ page }) {
      await page
        .locator(".codelens-decoration", { hasText: "2 of 3 steps hold · 1 fails" })
        .waitFor();
    },
  },
  {
    title: "the status bar tells the verdict of the cursor's line in words",
    async run(workbench) {
      await workbench.goTo(8);
      await until(
        () => workbench.statusBar(),
        (items) => items.some((item) => item.includes("fails")),
        (items) => `The status bar shows ${items.join(" | ")}`,
      );
      await workbench.goTo(6);
      await until(
        () => workbench.statusBar(),
        (items) => items.some((item) => item.includes("proved")),
        (items) => `The status bar shows ${items.join(" | ")}`,
      );
    },
  },
  {
    title: "Problems lists the finding",
    async run({ page }) {
      await page.keyboard.press("Control+Shift+M");
      await page.locator(".markers-panel .monaco-list-row", { hasText: "tacit" }).waitFor();
      await page.keyboard.press("Control+Shift+M");
    },
  },
  {
    title: "a hover shows the row typeset, with its verdict",
    async run(workbench) {
      await workbench.line("a(a+2b) - b^2").locator("span", { hasText: "b^2" }).last().hover();
      const hover = workbench.page.locator(".monaco-hover:visible", { hasText: "fails" });
      await hover.waitFor();
      const image = hover.locator("img").first();
      await image.waitFor();
      assert.ok((await image.evaluate((element) => element.clientWidth)) > 30);
      await workbench.page.keyboard.press("Escape");
    },
  },
];
