import assert from "node:assert/strict";
import { Beyond, Undefined } from "../../../../src/math/evaluate/number/field";
import { primeField, primes } from "../../../../src/math/evaluate/number/prime";
import { generator } from "../../../../src/math/evaluate/number/random";

describe("prime fields", () => {
  const random = generator(3);
  for (const p of primes.slice(0, 4)) {
    const field = primeField(p);
    const whole = (n: number) => field.rational(BigInt(n), 1n);
    const any = () => field.random("complex", random);

    it(`p = ${p} leaves 3 on division by 4 and has 25 bits`, () => {
      assert.equal(p % 4, 3);
      assert.ok(p > 2 ** 24 && p < 2 ** 25);
    });

    it(`modulo ${p}, products distribute and associate`, () => {
      for (let k = 0; k < 200; k++) {
        const [a, b, c] = [any(), any(), any()];
        const left = field.mul(a, field.add(b, c));
        assert.deepEqual(left, field.add(field.mul(a, b), field.mul(a, c)));
        assert.deepEqual(field.mul(field.mul(a, b), c), field.mul(a, field.mul(b, c)));
      }
    });

    it(`modulo ${p}, products agree with those of whole numbers of any size`, () => {
      const q = BigInt(p);
      for (let k = 0; k < 200; k++) {
        const [a, b] = [any(), any()];
        const expected = (BigInt(a.re) * BigInt(b.re) - BigInt(a.im) * BigInt(b.im)) % q;
        assert.equal(BigInt(field.mul(a, b).re), (expected + q) % q);
      }
    });

    it(`modulo ${p}, division undoes multiplication and 1/0 is refused`, () => {
      for (let k = 0; k < 100; k++) {
        const [a, b] = [any(), any()];
        assert.deepEqual(field.mul(field.div(a, b), b), a);
      }
      assert.throws(() => field.div(field.one, field.zero), Undefined);
    });

    it(`modulo ${p}, i² = −1 and conjugation is multiplicative`, () => {
      assert.deepEqual(field.mul(field.i, field.i), field.neg(field.one));
      const [a, b] = [any(), any()];
      assert.deepEqual(field.conj(field.mul(a, b)), field.mul(field.conj(a), field.conj(b)));
      const norm = field.func("absSquared", [], [a]);
      assert.equal(norm.im, 0);
      assert.deepEqual(norm, field.mul(a, field.conj(a)));
    });

    it(`modulo ${p}, fractions are sums and products of fractions`, () => {
      const third = field.rational(1n, 3n);
      assert.deepEqual(field.add(third, field.rational(1n, 6n)), field.rational(1n, 2n));
      assert.deepEqual(field.rational(-7n, 5n), field.div(whole(-7), whole(5)));
      assert.deepEqual(field.rational(10n ** 30n, 10n ** 29n), whole(10));
    });

    it(`modulo ${p}, whole powers are repeated products`, () => {
      const a = any();
      assert.deepEqual(
        field.power(a, whole(5)),
        field.mul(field.mul(field.mul(a, a), field.mul(a, a)), a),
      );
      assert.deepEqual(field.mul(field.power(a, whole(-3)), field.power(a, whole(3))), field.one);
    });
  }

  const field = primeField(primes[0] as number);
  const whole = (n: number) => field.rational(BigInt(n), 1n);

  it("whole numbers are recognised, generic elements and fractions are not", () => {
    assert.equal(field.integer(whole(-12)), -12);
    assert.equal(field.integer(field.rational(1n, 2n)), undefined);
    for (let k = 0; k < 500; k++)
      assert.equal(field.integer(field.random("real", random)), undefined);
  });

  it("real domains have no imaginary part and counting domains stay small", () => {
    for (const domain of ["real", "positive", "nonzero", "small"] as const)
      assert.equal(field.random(domain, random).im, 0);
    for (let k = 0; k < 100; k++) {
      const n = field.integer(field.random("natural", random));
      assert.ok(n !== undefined && n >= 1 && n < 100);
    }
  });

  const values: readonly (readonly [
    string,
    readonly number[],
    readonly number[],
    bigint,
    bigint,
  ])[] = [
    ["factorial", [], [10], 3628800n, 1n],
    ["Γ", [], [6], 120n, 1n],
    ["doubleFactorial", [], [9], 945n, 1n],
    ["binomial", [], [10, 3], 120n, 1n],
    ["binomial", [], [-2, 3], -4n, 1n],
    ["pochhammer", [], [3, 4], 360n, 1n],
    ["legendreP", [4], [2], 443n, 8n],
    ["hermiteH", [3], [2], 40n, 1n],
    ["laguerreL", [3], [2], -1n, 3n],
    ["chebyshevT", [5], [3], 3363n, 1n],
    ["chebyshevU", [3], [2], 56n, 1n],
    ["abs", [], [-4], 4n, 1n],
    ["max", [], [-4, 3], 3n, 1n],
    ["θ", [], [5], 1n, 1n],
  ];
  for (const [name, orders, args, over, under] of values)
    it(`${name}[${orders}](${args}) = ${over}/${under}`, () => {
      const value = field.func(name, orders.map(whole), args.map(whole));
      assert.deepEqual(value, field.rational(over, under));
    });

  it("functions without exact values and broken powers are beyond a prime field", () => {
    const x = field.random("real", random);
    for (const name of ["sin", "exp", "sqrt", "abs", "θ", "log"])
      assert.throws(() => field.func(name, [], [x]), Beyond);
    assert.throws(() => field.power(x, field.rational(1n, 2n)), Beyond);
    assert.throws(() => field.func("Γ", [], [whole(-1)]), Undefined);
  });
});
