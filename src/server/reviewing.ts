/** Reviews on this thread, giving others a turn after each display; verdicts are remembered between edits. */
import type { FileData, ReviewData } from "../protocol/review";
import { Reviewer, type ReviewSettings } from "../review/reviewer";
import type { DirectReview, ReviewTask } from "./reviewer";
import { defaultSettings } from "./settings";
import { version } from "./version";

/** `read` gives the text of a file that is not open; `turn` lets others go first. */
export function reviewing(
  read: (path: string) => string | undefined,
  turn: () => Promise<void>,
): DirectReview {
  const reviewers = new Map<string, Remembering>();
  const reviewerFor = (task: ReviewTask) => {
    const key = `${task.path}\n${JSON.stringify([task.conventions, task.budget, task.search])}`;
    const reviewer = reviewers.get(key) ?? new Remembering(task);
    reviewers.set(key, reviewer);
    return reviewer;
  };
  return async function* review(task, signal) {
    const files = { read: (path: string) => task.open[path] ?? read(path) };
    const steps = reviewerFor(task).start(task, files, signal);
    let shown = performance.now();
    for (;;) {
      await turn();
      if (signal.aborted) return;
      const next = steps.next();
      if (next.done) {
        yield ownFileFirst(next.value, task.path);
        return;
      }
      if (performance.now() - shown > pause) {
        yield ownFileFirst(next.value(), task.path);
        shown = performance.now();
      }
    }
  };
}

/** Milliseconds between two sights of a growing review. */
const pause = 250;

/** A reviewer with the signal of the review under way. */
class Remembering {
  readonly #reviewer: Reviewer;
  #signal: Pick<AbortSignal, "aborted"> | undefined;

  constructor(task: ReviewTask) {
    this.#reviewer = new Reviewer({
      ...settingsFor(task),
      stop: () => this.#signal?.aborted === true,
    });
  }

  *start(
    { path, text }: ReviewTask,
    files: { read(path: string): string | undefined },
    signal: Pick<AbortSignal, "aborted">,
  ): Generator<() => ReviewData, ReviewData> {
    const steps = this.#reviewer.reviewing(path, text, files);
    for (;;) {
      this.#signal = signal;
      const { value, done } = steps.next();
      if (done) return value;
      yield value;
    }
  }
}

/** A convention that is only the default is left to the reviewer, which then says that it was used. */
function settingsFor({ conventions, budget, search }: ReviewTask): ReviewSettings {
  const { metric, dimension, epsilon } = conventions;
  const usual = defaultSettings.conventions;
  return {
    conventions: {
      ...(metric === usual.metric ? {} : { metric }),
      ...(dimension === usual.dimension
        ? {}
        : { dim: dimension === "d" ? dimension : Number(dimension) }),
      ...(epsilon === usual.epsilon ? {} : { epsilon }),
    },
    assume: [],
    macros: {},
    search,
    seed: 1,
    ...(budget === undefined ? {} : { budget }),
    version,
  };
}

function ownFileFirst(review: ReviewData, path: string): ReviewData {
  const own = review.files.find((file) => file.path === path);
  const first = (file: FileData) => (file === own ? 0 : 1);
  return { ...review, files: [...review.files].sort((a, b) => first(a) - first(b)) };
}
