/** No planted slip holds, and plain ones are called by their name. */
import assert from "node:assert/strict";
import {
  conjugate,
  dagger,
  dot,
  minus,
  num,
  one,
  power,
  product,
  slash,
  sum,
  symbol,
  trace,
} from "../../../src/math/expr/build";
import type { Claim } from "../../../src/math/expr/claim";
import { printExpr } from "../../../src/math/expr/print";
import { slips } from "../../../src/math/verdict/slips";
import * as k from "./claims";

const { a, b, x, A, B, p, gamma, squared, times, plus, f, over, bracket, i } = k;
const q = k.k;
const [z, w] = [k.complex("z"), k.complex("w")];
const primed = symbol("p′", "four-vector");

const sound: readonly [string, Claim][] = [
  [
    "the square of a sum",
    k.claim(squared(plus(a, b)), plus(squared(a), times(2, a, b), squared(b))),
  ],
  [
    "a difference of inverses",
    k.claim(minus(over(one, a), over(one, b)), over(minus(b, a), times(a, b))),
  ],
  [
    "the sine of a sum",
    k.claim(
      f("sin", plus(a, b)),
      plus(times(f("sin", a), f("cos", b)), times(f("cos", a), f("sin", b))),
    ),
  ],
  [
    "an exponential",
    k.claim(times(f("exp", times(i, x)), f("exp", a)), f("exp", plus(times(i, x), a))),
  ],
  ["the product of conjugates", k.claim(conjugate(times(z, w)), times(conjugate(z), conjugate(w)))],
  ["the dagger of a product", k.claim(dagger(times(A, B)), times(dagger(B), dagger(A)))],
  ["Leibniz for commutators", k.claim(bracket(A, times(B, A)), times(bracket(A, B), A))],
  [
    "anticommuting slashes",
    k.claim(times(slash(p), slash(q)), minus(times(2, dot(p, q)), times(slash(q), slash(p)))),
  ],
  [
    "a trace of two slashes",
    k.claim(trace(times(slash(p), slash(primed))), times(4, dot(p, primed))),
  ],
  [
    "γ across γ",
    k.claim(
      times(gamma("μ"), gamma("ν"), gamma("ρ"), gamma("μ", "down")),
      times(4, k.metric("ν", "ρ")),
    ),
  ],
  [
    "a trace of four γ",
    k.claim(
      trace(times(gamma("μ"), gamma("ν"), gamma("ρ"), gamma("σ"))),
      times(
        4,
        sum(
          product(k.metric("μ", "ν"), k.metric("ρ", "σ")),
          product(num(-1), k.metric("μ", "ρ"), k.metric("ν", "σ")),
          product(k.metric("μ", "σ"), k.metric("ν", "ρ")),
        ),
      ),
    ),
  ],
  ["powers", k.claim(times(power(x, num(3)), power(a, num(2))), times(x, squared(times(a, x))))],
];

describe("planted slips", () => {
  const sorts = new Set<string>();
  for (const [title, claim] of sound) {
    it(`${title} holds`, () => assert.equal(k.word(k.verdictOf(claim)), "proved"));

    it(`no slip in ${title} holds`, () => {
      for (const slip of slips(claim)) {
        const unchanged =
          k.word(k.verdictOf({ ...claim, left: claim.right, right: slip.claim.right })) ===
          "proved";
        if (unchanged) continue;
        sorts.add(slip.sort);
        const verdict = k.verdictOf(slip.claim);
        const where = `${slip.sort}: ${printExpr(slip.claim.right)}`;
        assert.equal(verdict.kind, "refuted", where);
        if (
          verdict.kind === "refuted" &&
          verdict.code === "slip" &&
          slip.expected.kind !== "term" &&
          slip.sort !== "an exponent"
        )
          assert.ok(verdict.diagnoses.length > 0, `${where} has no diagnosis`);
      }
    });
  }

  it("slips of every sort are planted", () => assert.ok(sorts.size >= 7, [...sorts].join(", ")));
});

describe("the name of a slip", () => {
  const plain: readonly [string, Claim][] = sound.slice(0, 3);
  for (const [title, claim] of plain)
    it(`a slip in ${title} is called what it is`, () => {
      for (const slip of slips(claim, 1)) {
        const verdict = k.verdictOf(slip.claim, {
          siblings: claim.right.kind === "sum" ? claim.right.terms : [],
        });
        if (verdict.kind !== "refuted") continue;
        const kinds = verdict.diagnoses.map((diagnosis) => diagnosis.kind);
        assert.ok(
          kinds.includes(slip.expected.kind),
          `${slip.sort}: ${printExpr(slip.claim.right)} was called ${kinds.join(", ")}`,
        );
      }
    });
});
