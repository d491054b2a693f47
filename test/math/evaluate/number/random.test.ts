import assert from "node:assert/strict";
import { generator, sample, seedOf, spreadOf } from "../../../../src/math/evaluate/number/random";

describe("random samples", () => {
  it("one seed gives one sequence, another seed another one", () => {
    const draw = (seed: number) => {
      const random = generator(seed);
      return Array.from({ length: 8 }, random);
    };
    assert.deepEqual(draw(5), draw(5));
    assert.notDeepEqual(draw(5), draw(6));
    assert.deepEqual(
      draw(1).map((x) => x.toFixed(6)),
      draw(1).map((x) => x.toFixed(6)),
    );
  });

  it("values fill the unit interval evenly", () => {
    const random = generator(11);
    const counts = new Array<number>(10).fill(0);
    for (let k = 0; k < 10000; k++) {
      const bin = Math.floor(random() * 10);
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    for (const count of counts) assert.ok(count > 850 && count < 1150, `${count}`);
  });

  it("seeds of different names differ", () => {
    const seeds = ["φ", "ψ", "φψ", "φ_1"].map((name) => seedOf(name, 3));
    assert.equal(new Set(seeds).size, 4);
    assert.notEqual(seedOf("a", "bc"), seedOf("ab", "c"));
  });

  it("each domain is respected and has few decimals", () => {
    const random = generator(2);
    for (let k = 0; k < 300; k++) {
      assert.equal(sample("real", random)[1], 0);
      assert.ok(sample("positive", random)[0] > 0);
      assert.ok(sample("small", random)[0] < 0.2);
      const [natural] = sample("natural", random);
      assert.ok(Number.isInteger(natural) && natural >= 1);
      const [x] = sample("complex", random);
      assert.equal(x, Number(x.toPrecision(4)));
    }
  });

  it("signs of both kinds occur, and magnitudes spread over the decades asked for", () => {
    const random = generator(9);
    const drawn = Array.from({ length: 500 }, () => sample("real", random, 2)[0]);
    const sizes = drawn.map(Math.abs);
    assert.ok(drawn.some((x) => x < 0) && drawn.some((x) => x > 0));
    assert.ok(Math.min(...sizes) < 0.12 && Math.max(...sizes) > 8);
    assert.ok(Math.min(...sizes) >= 0.1 && Math.max(...sizes) <= 10);
    assert.ok(spreadOf(2) > spreadOf(0));
  });
});
