/** The annotated reviewer on a thread, for tests of the wire between thread and server. */
import { parentPort } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
const { takeOrders } = await import("../../src/server/threadEnd.ts");
const { annotatedReview } = await import("./annotatedReview.ts");

takeOrders(parentPort, async function* review(task, signal) {
  if (task.text === "fall") process.exit(1);
  if (task.text === "throw") throw new Error("thrown on purpose");
  if (task.text === "long") {
    while (!signal.aborted) await new Promise((resume) => setImmediate(resume));
    return;
  }
  yield* annotatedReview(task, signal);
});
