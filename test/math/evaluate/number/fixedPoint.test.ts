import assert from "node:assert/strict";
import { Decimal } from "decimal.js";
import { elementary } from "../../../../src/math/evaluate/number/fixedPoint";
import { generator } from "../../../../src/math/evaluate/number/random";

describe("elementary functions of decimals", () => {
  for (const digits of [50, 90]) {
    const Long = Decimal.clone({ precision: digits, maxE: 9e9, minE: -9e9 });
    const Longer = Decimal.clone({ precision: digits + 30, maxE: 9e9, minE: -9e9 });
    const functions = elementary(Long, digits);
    const random = generator(digits);
    const decimal = (decades: number): Decimal =>
      new Long(random())
        .plus(new Long(random()).times(1e-17))
        .times(10 ** (random() * decades - 8));
    const agree = (found: Decimal, wanted: Decimal, what: string): void => {
      const error = new Longer(found).minus(wanted).abs().div(wanted.abs());
      assert.ok(error.lt(new Longer(10).pow(2 - digits)), `${what}: ${error.toExponential(2)}`);
    };

    it(`eˣ, sin x, cos x, ln x and angles have ${digits} digits`, () => {
      for (let k = 0; k < 60; k++) {
        const [x, y] = [decimal(12), decimal(12)];
        const exact = new Longer(x);
        for (const sign of [1, -1]) {
          const turned = exact.times(sign);
          agree(functions.exp(x.times(sign)), turned.exp(), `exp ${turned}`);
          const [sin, cos] = functions.sinCos(x.times(sign));
          agree(sin, turned.sin(), `sin ${turned}`);
          agree(cos, turned.cos(), `cos ${turned}`);
          agree(functions.angle(y, x.times(sign)), Longer.atan2(y, turned), `(${turned}, ${y})`);
        }
        agree(functions.ln(x), exact.ln(), `ln ${x}`);
      }
    });

    it(`arguments far out and next to special points keep ${digits} digits`, () => {
      for (const x of ["1e-40", "1e-9", "1.0000001", "0.99999999999", "1e30", "123456789"])
        agree(functions.ln(new Long(x)), new Longer(x).ln(), `ln ${x}`);
      for (const x of ["-100000000", "1e-40", "-2e8"])
        agree(functions.exp(new Long(x)), new Longer(x).exp(), `exp ${x}`);
      for (const x of ["1e-40", "-1e-12", "1e12"])
        agree(functions.sinCos(new Long(x))[0], new Longer(x).sin(), `sin ${x}`);
    });
  }
});
