/** Answers that should have a shape: thinking split off, backslashes mended, the shape checked. */
import { strict as assert } from "node:assert";
import { readJson } from "../../src/models/latexInJson";
import {
  choose,
  type Profile,
  profileFrom,
  profilesFrom,
  staysHere,
} from "../../src/models/profile";
import { misfits, object, type Shape } from "../../src/models/shape";
import { Thinking } from "../../src/models/thinking";

const r = String.raw;

describe("LaTeX inside JSON", () => {
  const cases: readonly (readonly [string, string, unknown])[] = [
    [
      "keeps what is escaped as it should be",
      r`{"a":"\\frac{1}{2}\n\\nu"}`,
      { a: "\\frac{1}{2}\n\\nu" },
    ],
    ["mends a fraction that would be a form feed", r`{"a":"\frac{1}{2}"}`, { a: r`\frac{1}{2}` }],
    [
      "mends β, ν, τ, ρ, ∇, θ and bars",
      r`{"a":"\beta\nu\tau\rho\nabla\theta\bar{p}"}`,
      { a: r`\beta\nu\tau\rho\nabla\theta\bar{p}` },
    ],
    ["mends escapes JSON does not know", r`{"a":"\gamma^\mu\,\{p\}"}`, { a: r`\gamma^\mu\,\{p\}` }],
    ["keeps a line end before a word", r`{"a":"one\ntwo\nnumbers"}`, { a: "one\ntwo\nnumbers" }],
    ["mends \\u that is no code point", r`{"a":"\underline{x} \u03bc"}`, { a: r`\underline{x} μ` }],
    ["takes raw line ends inside a string", '{"a":"one\ntwo"}', { a: "one\ntwo" }],
    [
      "finds the object in a fence with words around it",
      'Here:\n```json\n{"a":1}\n```\nDone.',
      { a: 1 },
    ],
    ["finds the object between words", 'The answer is {"a":[1]} as asked.', { a: [1] }],
    ["gives nothing for prose", "The step holds.", undefined],
  ];
  for (const [title, text, value] of cases)
    it(title, () => {
      assert.deepEqual(readJson(text), value);
    });
});

describe("a shape", () => {
  const shape: Shape = object({
    verdict: { type: "string", enum: ["right", "wrong"] },
    steps: { type: "array", items: { type: "string" }, minItems: 1, maxItems: 2 },
    n: { type: "integer", minimum: 0, maximum: 9 },
  });
  const fits = { verdict: "right", steps: ["a"], n: 3 };
  const cases: readonly (readonly [string, unknown, number])[] = [
    ["fits", fits, 0],
    ["misses a key", { verdict: "right", steps: ["a"] }, 1],
    ["does not know a key", { ...fits, more: 1 }, 1],
    ["has a word outside its list", { ...fits, verdict: "maybe" }, 1],
    ["has too few entries", { ...fits, steps: [] }, 1],
    ["has a number out of range, or none", { ...fits, n: 10 }, 1],
    ["has a fraction for an integer", { ...fits, n: 1.5 }, 1],
    ["is a list", [fits], 1],
    ["is nothing", null, 1],
  ];
  for (const [title, value, count] of cases)
    it(title, () => {
      assert.equal(misfits(value, shape).length, count);
    });
});

describe("thinking inside the text", () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ["no tags", "answer", "", "answer"],
    ["both tags", "<think>why</think>answer", "why", "answer"],
    ["only the closing tag", "why</think>answer", "why", "answer"],
    ["the last closing tag counts", "<think>a</think>b</think>c", "ab", "c"],
    ["an opening tag later is text", "see <think> here", "", "see <think> here"],
    ["never closed", "<think>why", "why", ""],
    ["half a tag at the end is text", "a </thi", "", "a </thi"],
  ];
  for (const [title, stream, thinking, text] of cases)
    it(`${title}, cut anywhere`, () => {
      for (let at = 0; at <= stream.length; at++) {
        const split = new Thinking();
        const found = { thinking: "", text: "" };
        const parts = [
          ...split.take(stream.slice(0, at)),
          ...split.take(stream.slice(at)),
          ...split.end(),
        ];
        for (const part of parts) {
          if (part.kind === "rethink") {
            found.thinking += found.text;
            found.text = "";
          } else found[part.kind] += part.text;
        }
        assert.deepEqual(found, { thinking, text }, `cut at ${at}`);
      }
    });
});

describe("profiles", () => {
  it("say what is wrong with them", () => {
    const { profiles, problems } = profilesFrom([
      { name: "a", kind: "openai" },
      { name: "a", kind: "ollama" },
      { kind: "openai" },
      { name: "b", kind: "oracle" },
      { name: "c", kind: "openai", url: "file:///etc/passwd" },
    ]);
    assert.equal(profiles.length, 2);
    assert.equal(problems.length, 4);
  });
  it("are chosen by role, and by topic where one is named", () => {
    const { profiles } = profilesFrom([
      { name: "general", kind: "openai" },
      { name: "loops", kind: "openai", roles: ["bridge"], topics: ["loop"] },
    ]);
    assert.equal(choose(profiles, "ask", "a loop integral")?.name, "general");
    assert.equal(choose(profiles, "bridge", "a Loop integral")?.name, "loops");
    assert.equal(choose([], "ask", ""), undefined);
  });
  it("know whether what is sent stays on this machine", () => {
    const at = (url: string) =>
      staysHere(profileFrom({ name: "x", kind: "openai", url }) as Profile);
    assert.deepEqual(
      [
        "http://localhost:8000/v1",
        "http://127.0.0.1:1/v1",
        "http://[::1]:1/v1",
        "http://localhost.evil.org/v1",
        "https://gpu.lab/v1",
      ].map(at),
      [true, true, true, false, false],
    );
  });
});
