/** Reviews on a thread of their own, so that the server answers while a long step is judged. */
import { Worker } from "node:worker_threads";
import type { Place, ReviewData } from "../protocol/review";
import type { Expand, Review, ReviewTask } from "./reviewer";

/** To the thread. */
export interface Order {
  readonly id: number;
  readonly task: ReviewTask;
  /** The step to fill in; absent where a review is wanted. */
  readonly expand?: Place;
  /** Turns 1 when the answer is no longer wanted. */
  readonly stopped: Int32Array;
}

/** From the thread; `held`: bytes that it holds by now. */
export type Delivery =
  | { readonly id: number; readonly kind: "review"; readonly review: ReviewData }
  | { readonly id: number; readonly kind: "sides"; readonly sides: readonly string[] }
  | { readonly id: number; readonly kind: "done"; readonly held: number }
  | { readonly id: number; readonly kind: "failed"; readonly message: string };

export function onThread(
  script: string,
  most = usual,
): { readonly review: Review; readonly expand: Expand } {
  const office = new Office(script, most);
  async function* deliveries(order: Omit<Order, "id" | "stopped">, signal: AbortSignal) {
    const stopped = new Int32Array(new SharedArrayBuffer(4));
    const stop = () => Atomics.store(stopped, 0, 1);
    signal.addEventListener("abort", stop);
    try {
      for await (const delivery of office.order({ ...order, stopped })) {
        if (signal.aborted || delivery.kind === "done") return;
        if (delivery.kind === "failed") throw new Error(delivery.message);
        yield delivery;
      }
    } finally {
      signal.removeEventListener("abort", stop);
      stop();
    }
  }
  return {
    async *review(task, signal) {
      for await (const delivery of deliveries({ task }, signal))
        if (delivery.kind === "review") yield delivery.review;
    },
    async expand(task, place, signal) {
      for await (const delivery of deliveries({ task, expand: place }, signal))
        if (delivery.kind === "sides") return delivery.sides;
      return [];
    },
  };
}

/** Every expression met is kept: above this many bytes, and after this many orders, a fresh thread takes over. */
interface Most {
  readonly held: number;
  readonly orders: number;
}

const usual: Most = { held: 1.2e9, orders: 200 };

/** Room for what lives shortly, in MB: judging makes much of it. */
const youngGeneration = 96;

/** The thread, started with the first order, again after a fall and when it holds too much, and who waits for what. */
class Office {
  readonly #script: string;
  readonly #most: Most;
  readonly #waiting = new Map<number, (delivery: Delivery) => void>();
  #worker: Worker | undefined;
  #orders = 0;
  /** The first order of the thread. */
  #since = 0;

  constructor(script: string, most: Most) {
    this.#script = script;
    this.#most = most;
  }

  async *order(order: Omit<Order, "id">): AsyncGenerator<Delivery> {
    const id = ++this.#orders;
    const arrived: Delivery[] = [];
    let wake: () => void = () => undefined;
    this.#waiting.set(id, (delivery) => {
      arrived.push(delivery);
      wake();
    });
    try {
      this.#thread().postMessage({ id, ...order } satisfies Order);
      for (;;) {
        const delivery = arrived.shift();
        if (delivery) yield delivery;
        else
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      }
    } finally {
      this.#waiting.delete(id);
    }
  }

  #thread(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(this.#script, {
      resourceLimits: { maxYoungGenerationSizeMb: youngGeneration },
    });
    this.#since = this.#orders;
    worker.on("message", (delivery: Delivery) => {
      this.#waiting.get(delivery.id)?.(delivery);
      if (delivery.kind === "done") this.#relieve(worker, delivery);
    });
    worker.on("error", (error) => this.#fall(worker, error.message));
    worker.on("exit", () => this.#fall(worker, "the reviewing thread has ended"));
    worker.unref();
    this.#worker = worker;
    return worker;
  }

  /** A fresh thread takes the next order, unless others wait for this one. */
  #relieve(worker: Worker, { id, held }: Extract<Delivery, { kind: "done" }>): void {
    const orders = this.#orders - this.#since;
    if (this.#worker !== worker || held <= this.#most.held || orders < this.#most.orders) return;
    if ([...this.#waiting.keys()].some((other) => other !== id)) return;
    this.#worker = undefined;
    void worker.terminate();
  }

  #fall(worker: Worker, message: string): void {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    for (const [id, deliver] of this.#waiting) deliver({ id, kind: "failed", message });
  }
}
