/** Mocha's usual report, with the counts written to the file named by TACIT_COUNTS. */
import { writeFileSync } from "node:fs";
import Mocha from "mocha";

export default class Counts extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once("end", () => {
      const { passes, failures } = runner.stats;
      if (process.env.TACIT_COUNTS) {
        writeFileSync(
          process.env.TACIT_COUNTS,
          JSON.stringify({ passed: passes, failed: failures }),
        );
      }
    });
  }
}
