/** What the panel shows of a question while its answer arrives. */
import { strict as assert } from "node:assert";
import { begun, ended, failed, withPart } from "../../src/extension/models/view";
import type { AnswerPart, JudgedAnswer, Proposal } from "../../src/protocol/model";

const part = (kind: AnswerPart["kind"], text = ""): AnswerPart => ({ id: 1, kind, text });
const answer: JudgedAnswer = {
  ...{ text: "whole", thinking: "why", links: [], share: 0 },
  ...{ firstContradicted: null, final: null },
};
const proposal = (more: Partial<Proposal>): Proposal => ({
  ...{ uri: "file:///a.tex", version: 1, macros: {}, role: "ask", profile: "p" },
  ...{ answers: [answer], bridge: null, disagreement: null, insertion: null, incomplete: null },
  ...more,
});
const incomplete = { what: "Cut.", remedy: "Retry." };

describe("the view of an answer", () => {
  it("grows with its parts, thinking apart from text", () => {
    const view = [part("thinking", "a"), part("text", "b"), part("text", "c")].reduce(
      withPart,
      begun("explain", "p"),
    );
    assert.deepEqual([view.thinking, view.text, view.state], ["a", "bc", "asking"]);
  });
  it("turns text into thinking where it proves to have been that", () => {
    const view = [part("text", "b"), part("rethink"), part("text", "c")].reduce(
      withPart,
      begun("ask", "p"),
    );
    assert.deepEqual([view.thinking, view.text], ["b", "c"]);
  });
  it("says that equations are being checked once the answer is whole", () => {
    assert.equal(withPart(begun("ask", "p"), part("judging")).state, "judging");
  });
  it("ends with the best answer", () => {
    const view = ended(begun("ask", "p"), proposal({}));
    assert.deepEqual([view.state, view.text, view.thinking], ["done", "whole", "why"]);
  });
  it("keeps what came of an answer that broke off, and says why", () => {
    const view = ended(begun("ask", "p"), proposal({ incomplete }));
    assert.deepEqual([view.state, view.trouble, view.text], ["done", "Cut. Retry.", "whole"]);
  });
  it("has failed where nothing came", () => {
    const view = ended(begun("ask", "p"), proposal({ incomplete, answers: [] }));
    assert.deepEqual([view.state, view.proposal], ["failed", null]);
    assert.equal(failed(view, "Gone.").trouble, "Gone.");
  });
});
