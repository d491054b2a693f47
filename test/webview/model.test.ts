/** A model's answer in the panel: what is shown while it streams and once it is judged. */
import { strict as assert } from "node:assert";
import type { AnswerView, JudgedAnswer, JudgedLink, Proposal } from "../../src/protocol/model";
import { answerBlocks } from "../../src/webview/model";

const link = (more: Partial<JudgedLink>): JudgedLink => ({
  ...{ latex: "a = a", status: "checked", message: "It holds.", evidence: null },
  ...{ origin: null, display: 0, ...more },
});
const judged = (text: string, links: readonly JudgedLink[]): JudgedAnswer => {
  const first = links.findIndex(({ status }) => status === "contradicted");
  return {
    ...{ text, thinking: "", links, share: 0, final: null },
    firstContradicted: first < 0 ? null : first,
  };
};
const proposal = (more: Partial<Proposal>): Proposal => ({
  ...{ uri: "file:///a.tex", version: 1, macros: {}, role: "bridge", profile: "p" },
  ...{ answers: [], bridge: null, disagreement: null, insertion: null, incomplete: null },
  ...more,
});
const view = (more: Partial<AnswerView>): AnswerView => ({
  ...{ title: "Explanation", profile: "p", state: "asking", text: "", thinking: "" },
  ...{ proposal: null, trouble: "", stale: false, ...more },
});
const shown = (more: Partial<AnswerView>) => answerBlocks(view(more)).join("\n");
const acts = (more: Partial<AnswerView>) =>
  [...shown(more).matchAll(/data-model="(\w+)"/g)].map(([, act]) => act);

describe("an answer that streams", () => {
  it("has its closed displays typeset, its open one as text", () => {
    const text = "So \\[ a^2 \\] and \\[ b^2";
    assert.equal(shown({ text }).match(/class="katex-display"/g)?.length, 1);
    assert.ok(shown({ text }).includes("b^2"));
  });
  it("folds its thinking", () => {
    assert.match(shown({ thinking: "hm" }), /<details class="thinking"><summary>/);
  });
  it("leaves earlier blocks as they were", () => {
    const before = answerBlocks(view({ text: "One \\[ a \\] two" }));
    const after = answerBlocks(view({ text: "One \\[ a \\] two three" }));
    assert.deepEqual(after.slice(0, -1), before.slice(0, -1));
  });
  it("can be cancelled, and once it has ended asked again, copied and closed", () => {
    assert.deepEqual(acts({ text: "x" }), ["cancel", "copyAnswer"]);
    assert.deepEqual(acts({ text: "x", state: "done" }), ["retry", "copyAnswer", "close"]);
  });
  it("runs nothing a model writes", () => {
    const text = "<img src=x onerror=alert(1)> \\[ \\href{javascript:alert(1)}{x} \\] $<b>$";
    for (const one of [shown({ text }), shown({ thinking: text, trouble: text }), judgedWith(text)])
      assert.equal(/<img|<b>|href="javascript/.test(one), false, one);
  });
});

const judgedWith = (text: string): string =>
  shown({
    state: "done",
    proposal: proposal({ answers: [judged(text, [link({ latex: text, message: text })])] }),
  });

describe("an answer that is judged", () => {
  const links = [
    link({}),
    link({ status: "contradicted", origin: "calculation", message: "At $a = 2$ they differ." }),
    link({ status: "contradicted", origin: "fact" }),
    link({ status: "unchecked", message: "Not read." }),
  ];
  const text = "\\[ a = a \\]";
  it("says of each equation what was found, and marks the first that is wrong", () => {
    const markup = shown({ state: "done", proposal: proposal({ answers: [judged(text, links)] }) });
    for (const [words, count] of [
      ["✓ checked", 1],
      ["✗ contradicted", 2],
      ["(the first, a calculation)", 1],
      ["? not checkable", 1],
      ["they differ.", 1],
    ] as const)
      assert.equal(markup.split(words).length - 1, count, words);
  });
  it("is one of several with its share of checked equations", () => {
    const answers = [judged(text, links), judged(text, [])];
    assert.match(shown({ proposal: proposal({ answers }) }), /Answer 1 of 2: 1 of 4 equations/);
  });
  it("is offered for insertion only with a place for it, and no more once it is stale", () => {
    const insertion = { at: { line: 1, column: 1 }, text: "x" };
    const state = "done" as const;
    assert.ok(acts({ state, proposal: proposal({ insertion }) }).includes("insert"));
    assert.equal(acts({ state, proposal: proposal({}) }).includes("insert"), false);
    assert.equal(
      acts({ state, stale: true, proposal: proposal({ insertion }) }).includes("insert"),
      false,
    );
  });
  it("shows a bridge that is not checked as a suggestion", () => {
    const bridge = { links: [link({})], premises: [], rows: ["a"] };
    const of = (offered: boolean) =>
      shown({ proposal: proposal({ bridge: { ...bridge, offered } }) });
    assert.match(of(true), /Every link is checked/);
    assert.match(of(false), /A suggestion: not every link is checked/);
  });
});
