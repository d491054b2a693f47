/** The page of conventions and premises. */
import { strict as assert } from "node:assert";
import { assumptionsOf } from "../../src/protocol/assumptions";
import { sheetMarkup } from "../../src/webview/sheet";
import { displayData, failing, fileData, leaning, reviewData, stepData } from "../kit/reviewed";

const stated = {
  ...leaning(1).premises[0],
  source: "stated",
  id: "momentum-conservation",
} as never;
const review = {
  ...reviewData(
    fileData(
      displayData([
        leaning(3),
        leaning(5),
        stepData(6, { premises: [stated] }),
        failing(7, { premises: leaning(7).premises }),
      ]),
    ),
  ),
  conventions: {
    metric: "mostly-plus",
    dim: "d",
    epsilon: -1,
    sources: [{ key: "metric", file: "paper.tex", line: 2 }],
  },
};
const data = assumptionsOf(review, "file:///paper.tex");

describe("conventions and premises", () => {
  it("come with the line that says so, or as a default", () => {
    assert.deepEqual(data.conventions, [
      { name: "metric", value: "mostly-plus (−+++)", line: 2 },
      { name: "dimension", value: "d", line: null },
      { name: "ε⁰¹²³", value: "−1", line: null },
    ]);
  });

  it("are gathered over the steps that hold, unstated ones first", () => {
    assert.deepEqual(
      data.premises.map(({ premise, lines }) => [premise.source, lines]),
      [
        ["tacit", [3, 5]],
        ["stated", [6]],
      ],
    );
  });

  it("lead to their lines", () => {
    const markup = sheetMarkup(data);
    assert.match(markup, /<h2>Unstated premises<\/h2>.*data-line="3".*data-line="5"/s);
    assert.doesNotMatch(markup, /data-line="7"/);
  });

  it("say when there is none", () => {
    const bare = assumptionsOf(reviewData(fileData()), "file:///paper.tex");
    assert.match(sheetMarkup(bare), /No step leans on a premise/);
  });
});
