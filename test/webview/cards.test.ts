/** The panel's cards: what is said of each step, and in which order keys walk over them. */
import { strict as assert } from "node:assert";
import type { DerivationData } from "../../src/protocol/derivation";
import type { StepData } from "../../src/protocol/review";
import { derivationMarkup } from "../../src/webview/cards";
import { target } from "../../src/webview/focus";
import { failing, leaning, stepData } from "../kit/reviewed";

const derivation = (
  steps: readonly StepData[],
  more: Partial<DerivationData> = {},
): DerivationData => ({
  uri: "file:///a.tex",
  version: 1,
  title: "lines 3–5",
  line: 3,
  steps,
  current: -1,
  waiting: [],
  metric: "mostly-minus",
  macros: {},
  stale: false,
  ...more,
});

const shown = (
  steps: readonly StepData[],
  more: Partial<DerivationData> = {},
  open: number[] = [],
) => derivationMarkup(derivation(steps, more), new Set(open));

describe("the panel", () => {
  it("begins with the tally and the signature", () => {
    const markup = shown([stepData(3), failing(4)]);
    assert.match(markup, /<p class="tally">1 of 2 steps hold · 1 fails<\/p>/);
    assert.match(markup, /Metric mostly-minus \(\+−−−\)/);
  });

  const looks: readonly (readonly [StepData, string, string])[] = [
    [stepData(3), "proved", "✓ proved"],
    [stepData(3, { verdict: "agrees" }), "agrees", "≈ agrees numerically"],
    [leaning(3), "tacit", "◇ unstated premise"],
    [failing(3), "refuted", "✗ fails"],
    [stepData(3, { verdict: "open", why: "beyond" }), "open", "? outside what Tacit covers"],
    [stepData(3, { verdict: "stated" }), "stated", "≔ given"],
  ];
  for (const [step, look, word] of looks)
    it(`has a sign and words for ${look}`, () => {
      const markup = shown([step]);
      assert.match(markup, new RegExp(`class="step look-${look}"`));
      assert.ok(markup.includes(`<span class="word">${word.replace("?", "?")}</span>`), markup);
    });

  it("shows the values of a counterexample", () => {
    const markup = shown([failing(3)]);
    assert.match(markup, /<th scope="row">b<\/th><td>0\.83<\/td>/);
    assert.match(markup, /<th scope="row">right side<\/th><td>−0\.83<\/td>/);
  });

  it("flags a step with several moves and names them", () => {
    const markup = shown([stepData(3, { compressed: true, moves: ["expands", "goes on shell"] })]);
    assert.match(markup, /<span class="kind">several moves in one line<\/span>/);
    assert.match(markup, /<dt>Moves<\/dt><dd>expands, goes on shell<\/dd>/);
  });

  it("says where a chain departs and what rests on it", () => {
    const markup = shown([
      failing(3, { id: "d1.1", departure: true }),
      stepData(4, { id: "d1.2", conditionalOn: "d1.1" }),
    ]);
    assert.match(markup, /The chain departs here first: one later step rests on this one\./);
    assert.match(markup, /<dt>Condition<\/dt><dd>Rests on line 3/);
  });

  it("offers to mend only what an edit mends", () => {
    assert.match(shown([failing(3)]), /data-act="mend"/);
    assert.doesNotMatch(shown([failing(3, { diagnosis: null })]), /data-act="mend"/);
    assert.doesNotMatch(shown([stepData(3)]), /data-act="mend"/);
  });

  it("lists premises with their source and place", () => {
    const premise = {
      ...leaning(3).premises[0],
      source: "stated",
      where: { file: "a.tex", line: 7 },
    };
    const markup = shown([stepData(3, { premises: [premise as never] })]);
    assert.match(markup, /on-shell condition .*<span class="source">stated, line 7<\/span>/s);
  });

  it("marks the step at the cursor, the one tab stop", () => {
    const markup = shown([stepData(3), stepData(4)], { current: 1 });
    assert.equal(markup.match(/tabindex="0"/g)?.length, 1);
    assert.match(markup, /current" data-step="1" tabindex="0" .*aria-current="step"/);
  });

  it("keeps a verdict back while its line is written", () => {
    const markup = shown([stepData(3), failing(4)], { waiting: [1] });
    assert.match(markup, /… being checked/);
    assert.doesNotMatch(markup, /fails/);
  });

  it("says when the text has changed since", () => {
    assert.match(shown([stepData(3)], { stale: true }), /The text has changed/);
  });

  it("opens the details that were open", () => {
    assert.equal(shown([stepData(3), stepData(4)], {}, [1]).match(/<details open>/g)?.length, 1);
  });

  it("leaves the left side of a link to the step above", () => {
    const [first, second] = [stepData(3), stepData(4, { left: "b", right: "c" })];
    const formulas = shown([first, second]).split('class="formula"').slice(1);
    assert.match(formulas[0] ?? "", /<mi>a<\/mi>/);
    assert.doesNotMatch(formulas[1] ?? "", /<mi>b<\/mi>/);
  });

  it("lets no markup of the paper through", () => {
    const hostile = "<img src=x onerror=alert(1)>";
    const markup = shown(
      [failing(3, { left: hostile, right: hostile, readAs: hostile, message: hostile })],
      { title: hostile },
    );
    assert.doesNotMatch(markup, /<img/);
  });

  const walks: readonly (readonly [string, number, number])[] = [
    ["ArrowDown", 0, 1],
    ["ArrowDown", 4, 4],
    ["ArrowUp", 0, 0],
    ["ArrowUp", 3, 2],
    ["Home", 3, 0],
    ["End", 1, 4],
    ["a", 1, -1],
  ];
  for (const [key, from, to] of walks)
    it(`${key} at step ${from + 1} of 5 ${to < 0 ? "moves nothing" : `goes to step ${to + 1}`}`, () => {
      assert.equal(target(key, from, 5), to);
    });
});
