/** Questions to models, from the command to the panel: agreed to, streamed, judged, put into the paper, cancelled. */
import { strict as assert } from "node:assert";
import type { Check } from "../harness/checks";
import type { Models } from "../harness/models";
import type { Workbench } from "../harness/workbench";

export const asking = (models: Models): readonly Check[] => [
  {
    title: "checking a paper asks no model anything",
    async run(workbench) {
      await workbench.settled();
      assert.equal(models.scripted.heard.length, 0);
    },
  },
  {
    title: "in Restricted Mode papers are checked and no model can be asked",
    async run(workbench) {
      const { page } = workbench;
      await workbench.lineEndsWhen((found) => found.length === 3);
      await page.keyboard.press("F1");
      const input = page.locator(".quick-input-widget input[type=text]");
      await input.fill(">Tacit: ");
      const rows = page.locator(".quick-input-list .monaco-list-row");
      await rows.filter({ hasText: "Show the Derivation" }).first().waitFor();
      assert.equal(await rows.filter({ hasText: "Explain Derivation" }).count(), 0);
      await page.keyboard.press("Escape");
      await workbench.run("Workspaces: Manage Workspace Trust");
      await page.locator(".workspace-trust-buttons-row").getByText("Trust").first().click();
      await page.locator(".tab", { hasText: "harmonic.tex" }).click();
      await workbench.settled();
    },
  },
  {
    title: "before the first question to an address a person sees where it goes, and may decline",
    async run(workbench) {
      await workbench.goTo(6);
      await workbench.run("Tacit: Find the Slip");
      const dialog = workbench.page.locator(".monaco-dialog-box");
      await dialog.waitFor();
      const words = await dialog.innerText();
      assert.ok(words.includes(models.real ?? models.scripted.url), words);
      assert.ok(words.includes("It stays on the machine"), words);
      await dialog.getByText("Cancel").click();
      await dialog.waitFor({ state: "hidden" });
      assert.equal(models.scripted.heard.length, 0);
    },
  },
  {
    title: "a person reads exactly what is sent, and sends it",
    async run(workbench) {
      await workbench.goTo(6);
      await workbench.run("Tacit: Explain Derivation");
      const dialog = workbench.page.locator(".monaco-dialog-box");
      await dialog.getByText("Show What Is Sent").click();
      for (const part of [/^To:.http/, /^SYSTEM$/, /^USER$/, /a\^2.\+.2ab/])
        await workbench.line(part).waitFor();
      await workbench.page
        .locator(".notification-toast")
        .getByText("Send", { exact: true })
        .click();
    },
  },
  {
    title:
      "the answer is typeset, each equation with what the engine found, the first wrong one named",
    async run(workbench) {
      const answer = workbench.panel().locator("#answer");
      await answer.getByText("✗ contradicted (the first, a calculation)").waitFor();
      await answer.getByText("✓ checked").waitFor();
      assert.ok((await answer.locator(".katex").count()) >= 2);
      assert.equal(await answer.locator("details.thinking").getAttribute("open"), null);
    },
  },
  {
    title: "a step that the engine can fill in goes to no model",
    async run(workbench) {
      const before = models.scripted.heard.length;
      await workbench.openFile("compressed.tex");
      await workbench.lineEndsWhen((found) => found.some(({ text }) => text.includes("✓")));
      await workbench.goTo(5);
      await workbench.run("Tacit: Expand Step");
      const answer = workbench.panel().locator("#answer");
      await answer.getByText("found by Tacit itself, without a model").waitFor();
      await answer.getByText("Every link is checked").waitFor();
      await answer.getByText("Insert the step…").waitFor();
      assert.equal(models.scripted.heard.length, before);
    },
  },
  {
    title: "a step is filled in and offered only where every link is checked",
    async run(workbench) {
      models.scripted.says = {
        text: "Expand.",
        form: JSON.stringify({ sides: ["(a-b)(a+b)"], premises: [] }),
      };
      await expandStep(workbench);
      await workbench.page.locator(".monaco-dialog-box").getByText("Send", { exact: true }).click();
      const answer = workbench.panel().locator("#answer");
      await answer.getByText("A suggestion: not every link is checked").waitFor();
      assert.equal(await answer.getByText("Insert the step…").count(), 0);
      models.scripted.says.form = JSON.stringify({ sides: ["(a+b)(a+b)"], premises: [] });
      await answer.getByText("Ask again").click();
      await answer.getByText("Every link is checked").waitFor();
    },
  },
  {
    title: "a checked step is put into the paper after a preview, and the answer is then stale",
    async run(workbench) {
      const answer = workbench.panel().locator("#answer");
      await answer.getByText("Insert the step…").click();
      const preview = workbench.page.locator(".bulk-edit-panel");
      await preview.locator("input[type=checkbox]").first().check();
      await preview.getByText("Apply", { exact: true }).click();
      await answer.getByText("The text has changed since this was asked.").waitFor();
      await workbench.line("(a+b)(a+b)").waitFor();
      const ends = await workbench.lineEndsWhen(
        (found) => found.length === 4 && found.every(({ text }) => !text.includes("…")),
      );
      assert.deepEqual(ends.map(({ text }) => text.trim()).sort(), ["✓", "✓", "✓", "✗ fails"]);
      assert.equal(await answer.getByText("Insert the step…").count(), 0);
    },
  },
  {
    title: "a question is cancelled from the panel, and the server hears of it within 100 ms",
    async run(workbench) {
      models.scripted.says = { text: "On and on", form: "{}", endless: true };
      models.scripted.droppedAt = undefined;
      await expandStep(workbench);
      const answer = workbench.panel().locator("#answer");
      await answer.getByText("On and on").waitFor();
      const clicked = await answer.getByText("Cancel").evaluate((button: HTMLElement) => {
        const now = Date.now();
        button.click();
        return now;
      });
      await answer.getByText("The question was cancelled.").waitFor();
      const { droppedAt } = models.scripted;
      assert.ok(droppedAt !== undefined);
      const ms = performance.timeOrigin + droppedAt - clicked;
      assert.ok(ms < 100, `${ms} ms`);
    },
  },
  {
    title: "a free question goes out with what is selected",
    async run(workbench) {
      models.scripted.says = { text: "By the binomial theorem.", form: "{}" };
      const { page } = workbench;
      await workbench.line("A square, expanded").click();
      await page.keyboard.press("Home");
      await page.keyboard.press("Shift+End");
      await workbench.start("Tacit: Ask About Selection…");
      await page.getByText("Ask About the Selection").waitFor();
      await page.locator(".quick-input-widget input[type=text]").fill("With what care?");
      await page.keyboard.press("Enter");
      await workbench.panel().locator("#answer").getByText("By the binomial theorem.").waitFor();
      const asked = models.scripted.heard.at(-1) ?? "";
      for (const part of ["With what care?", "begin of selection >>>\\nA square, expanded"])
        assert.ok(asked.includes(part), asked);
    },
  },
  {
    title: "a key is stored out of sight and goes to its address only",
    async run(workbench) {
      assert.ok(models.scripted.keys.every((key) => key === ""));
      await workbench.start("Tacit: Set API Key");
      await pickScripted(workbench, models);
      const input = workbench.page.locator(".quick-input-widget input[type=password]");
      await input.fill("sk-tried-and-true");
      await workbench.page.keyboard.press("Enter");
      await input.waitFor({ state: "hidden" });
    },
  },
  {
    title: "a connection is tested with a trial question, which carries the key",
    async run(workbench) {
      models.scripted.says = { text: "-", form: '{"holds": true}' };
      await workbench.start("Tacit: Test Model Connection");
      await pickScripted(workbench, models);
      await workbench.page
        .locator(".notification-toast", { hasText: "keeps a shape: yes" })
        .waitFor();
      assert.equal(models.scripted.keys.at(-1), "Bearer sk-tried-and-true");
    },
  },
];

/** Where there are two profiles a person picks one. */
async function pickScripted({ page }: Workbench, { real }: Models): Promise<void> {
  const rows = page.locator(".quick-input-list .monaco-list-row");
  if (real) await rows.filter({ hasText: "scripted" }).click();
}

async function expandStep(workbench: Workbench): Promise<void> {
  await workbench.page.locator(".tab", { hasText: "harmonic.tex" }).click();
  await workbench.goTo(6);
  await workbench.run("Tacit: Expand Step");
}
