/** The other end of the reviewing thread: takes orders, delivers reviews and the sides of steps. */
import type { MessagePort } from "node:worker_threads";
import type { DirectExpand } from "./expanding";
import type { DirectReview } from "./reviewer";
import type { Delivery, Order } from "./thread";

export function takeOrders(port: MessagePort, review: DirectReview, expand: DirectExpand): void {
  const deliver = (delivery: Delivery) => port.postMessage(delivery);
  port.on("message", async ({ id, task, expand: place, stopped }: Order) => {
    // Shared memory can be looked at in the middle of a step, when no event arrives.
    const signal = {
      get aborted() {
        return Atomics.load(stopped, 0) === 1;
      },
    };
    try {
      if (place) deliver({ id, kind: "sides", sides: expand(task, place) });
      else
        for await (const partial of review(task, signal))
          deliver({ id, kind: "review", review: partial });
      deliver({ id, kind: "done", held: process.memoryUsage().heapUsed });
    } catch (error) {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      deliver({ id, kind: "failed", message });
    }
  });
}
