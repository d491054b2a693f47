/** Checks of the workbench, run one after the other in one window. */
import { join } from "node:path";
import type { Outcome } from "./outcome";
import { cache } from "./paths";
import type { Workbench } from "./workbench";

export interface Check {
  /** A statement. */
  readonly title: string;
  run(workbench: Workbench): Promise<void>;
}

export async function runChecks(
  workbench: Workbench,
  checks: readonly Check[],
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { title, run } of checks) {
    const began = performance.now();
    const ms = () => performance.now() - began;
    try {
      await run(workbench);
      outcomes.push({ title, state: "passed", ms: ms() });
    } catch (error) {
      const name = `${title.replaceAll(/\W+/g, "-")}.png`;
      await workbench.page.screenshot({ path: join(cache, name) }).catch(() => undefined);
      const why = error instanceof Error ? (error.stack ?? error.message) : String(error);
      outcomes.push({
        title,
        state: "failed",
        ms: ms(),
        error: `${why}\nSee .vscode-test/${name}`,
      });
    }
  }
  return outcomes;
}
