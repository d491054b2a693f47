/** A server of your own, where TACIT_LIVE_URL names one; with TACIT_LIVE_KIND, TACIT_LIVE_MODEL and TACIT_LIVE_KEY as it needs. */
import { strict as assert } from "node:assert";
import { asker } from "../../src/models/ask";
import { probe } from "../../src/models/probe";
import { type Profile, profileFrom } from "../../src/models/profile";

const { TACIT_LIVE_URL: url, TACIT_LIVE_KEY: key = "" } = process.env;
const profile = profileFrom({
  name: "live",
  kind: process.env["TACIT_LIVE_KIND"] ?? "openai",
  url,
  model: process.env["TACIT_LIVE_MODEL"],
  maxTokens: 4096,
}) as Profile;

describe("a live server", function () {
  this.timeout(600_000);

  before(function () {
    if (url) return;
    process.stderr.write("    SKIPPED: no live server is named in TACIT_LIVE_URL.\n");
    this.skip();
  });

  it("is probed: it answers a trial question and says what it is", async () => {
    const found = await probe(profile, { key }, new AbortController().signal);
    assert.ok(found.kind === "probed", JSON.stringify(found));
    assert.equal(found.trouble, undefined);
  });

  it("streams an answer in parts", async () => {
    let parts = 0;
    const outcome = await asker(profile, { key })(
      { messages: [{ role: "user", content: "Write $(a+b)^2$ expanded, in one display." }] },
      () => parts++,
      new AbortController().signal,
    );
    assert.equal(outcome.kind, "answer", JSON.stringify(outcome));
    assert.ok(parts > 1);
  });

  it("stops when it is cancelled", async () => {
    const controller = new AbortController();
    const outcome = await asker(profile, { key })(
      { messages: [{ role: "user", content: "Count to one thousand." }] },
      () => controller.abort(),
      controller.signal,
    );
    assert.equal(outcome.kind === "failure" && outcome.why, "cancelled");
  });
});
