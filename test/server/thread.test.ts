/** Reviews on a thread: they arrive, can be dropped, and one that falls takes nobody along. */
import { strict as assert } from "node:assert";
import { fileURLToPath } from "node:url";
import type { ReviewData } from "../../src/protocol/review";
import type { Review } from "../../src/server/reviewer";
import { defaultSettings } from "../../src/server/settings";
import { onThread } from "../../src/server/thread";

const script = fileURLToPath(new URL("../kit/annotatedThread.mjs", import.meta.url));
const text = "\\begin{align}\n a &= b %? refuted\n\\end{align}\n";

describe("a review on a thread", () => {
  const { review } = onThread(script);
  const collect = async (
    content: string,
    signal = new AbortController().signal,
    by: Review = review,
  ) => {
    const { conventions } = defaultSettings;
    const task = {
      path: "a.tex",
      text: content,
      open: {},
      conventions,
      budget: undefined,
      search: true,
    };
    const found: ReviewData[] = [];
    for await (const partial of by(task, signal)) found.push(partial);
    return found.map(({ files }) => files[0]?.displays[0]?.steps[0]?.verdict);
  };

  it("arrives as plain data", async () => {
    assert.deepEqual(await collect(text), ["refuted"]);
  });

  it("runs beside another", async () => {
    const twice = await Promise.all([collect(text), collect(text)]);
    assert.deepEqual(twice, [["refuted"], ["refuted"]]);
  });

  it("ends when it is no longer wanted", async () => {
    const controller = new AbortController();
    const ended = collect("long", controller.signal);
    controller.abort();
    assert.deepEqual(await ended, []);
  });

  it("reports a bug and goes on with the next", async () => {
    await assert.rejects(collect("throw"), /thrown on purpose/);
    assert.deepEqual(await collect(text), ["refuted"]);
  });

  it("is started anew after a fall", async () => {
    await assert.rejects(collect("fall"), /has ended/);
    assert.deepEqual(await collect(text), ["refuted"]);
  });

  it("goes on with the next after a thread that holds too much", async () => {
    const relieved = onThread(script, { held: 0, orders: 0 }).review;
    const { signal } = new AbortController();
    for (let round = 0; round < 3; round++)
      assert.deepEqual(await collect(text, signal, relieved), ["refuted"]);
    const twice = [collect(text, signal, relieved), collect(text, signal, relieved)];
    assert.deepEqual(await Promise.all(twice), [["refuted"], ["refuted"]]);
  });
});
