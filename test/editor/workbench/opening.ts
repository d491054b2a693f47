/** A paper opens as VS Code opens it, and the extension is there. */
import type { Check } from "../harness/checks";

export const opening: readonly Check[] = [
  {
    title: "a paper opens with its source on screen",
    async run(workbench) {
      await workbench.line("begin{align}").waitFor();
    },
  },
];
