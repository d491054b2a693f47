/** The extension as it runs where there is no Node: in a web worker of the browser, with its checker in another. */
import { strict as assert } from "node:assert";
import type { Check } from "../harness/checks";
import { until } from "../harness/workbench";

export const browserHost: readonly Check[] = [
  {
    title: "the checker is a worker started by the extension host, itself a worker",
    async run({ page }) {
      const names = () =>
        Promise.all(page.workers().map((worker) => worker.evaluate("self.name").catch(() => "")));
      await until(
        names,
        (found) => found.some((name) => String(name).startsWith("ExtensionHostWorker -> ")),
        (found) => `The workers are ${found.join(", ")}`,
      );
    },
  },
  {
    title: "marks, lens and squiggle are the same without Node",
    async run(workbench) {
      const ends = await workbench.lineEndsWhen((found) => found.length === 3);
      assert.deepEqual(
        ends.map(({ text }) => text.trim()),
        ["✓", "✓", "✗ fails"],
      );
      await workbench.page
        .locator(".codelens-decoration", { hasText: "2 of 3 steps hold · 1 fails" })
        .waitFor();
      await workbench.page.locator(".squiggly-warning").first().waitFor();
    },
  },
];
