/** The panel: the derivation at the cursor, typeset step by step, each with its verdict in words. */
import { strict as assert } from "node:assert";
import type { Check } from "../harness/checks";

export const panel: readonly Check[] = [
  {
    title: "the panel typesets every step of the derivation at the cursor",
    async run(workbench) {
      await workbench.goTo(8);
      await workbench.run("Tacit: Show the Derivation Step by Step");
      const formulas = workbench.panel().locator(".katex");
      await formulas.first().waitFor();
      assert.ok((await formulas.count()) >= 3);
      const box = await formulas.first().boundingBox();
      assert.ok(box && box.width > 30 && box.height > 10, JSON.stringify(box));
    },
  },
  {
    title: "the panel loads the fonts of its formulas",
    async run(workbench) {
      const fonts = await workbench
        .panel()
        .locator("body")
        .evaluate(async () => {
          await document.fonts.ready;
          return [...document.fonts]
            .filter(({ status }) => status === "loaded")
            .map(({ family }) => family);
        });
      assert.ok(
        fonts.some((family) => family.includes("KaTeX")),
        fonts.join(", "),
      );
    },
  },
  {
    title: "the panel carries MathML for screen readers and says the verdicts in words",
    async run(workbench) {
      const body = workbench.panel().locator("body");
      assert.notEqual(await body.locator("math").count(), 0);
      const text = await body.innerText();
      for (const word of ["proved", "fails"]) assert.ok(text.includes(word), text);
    },
  },
  {
    title: "the panel runs no script and loads nothing that did not come with it",
    async run(workbench) {
      const policy = await workbench
        .panel()
        .locator('meta[http-equiv="Content-Security-Policy"]')
        .getAttribute("content");
      const allowed = (policy ?? "").split(";").map((part) => part.trim());
      assert.ok(allowed.includes("default-src 'none'"), policy ?? "no policy");
      const scripts = allowed.filter((part) => part.startsWith("script-src"));
      assert.equal(scripts.length, 1);
      assert.match(scripts[0] ?? "", /^script-src 'nonce-[\w+/=-]+'$/);
    },
  },
];
