/** Scalar algebra: rational identities are exact, functions agree in doubles. */
import { strict as assert } from "node:assert";
import {
  constant,
  func,
  minus,
  negate,
  num,
  power,
  product,
  quotient,
  rational,
  sum,
  symbol,
} from "../../../src/math/expr/build";
import type { Expr } from "../../../src/math/expr/node";
import { tried } from "../../kit/evaluated";

const [a, b, x] = [symbol("a"), symbol("b"), symbol("x")];
const square = (expr: Expr) => power(expr, num(2));

const exact: readonly [string, Expr, Expr, boolean][] = [
  [
    "a square of a sum expands",
    square(sum(a, b)),
    sum(square(a), product(num(2), a, b), square(b)),
    true,
  ],
  ["a square of a sum has a mixed term", square(sum(a, b)), sum(square(a), square(b)), false],
  [
    "partial fractions",
    quotient(num(1), product(a, b)),
    product(quotient(num(1), minus(b, a)), minus(quotient(num(1), a), quotient(num(1), b))),
    true,
  ],
  ["a half is not a third", product(rational(1n, 2n), a), product(rational(1n, 3n), a), false],
  ["π cancels", quotient(product(constant("π"), a), constant("π")), a, true],
  ["i squares to −1", square(constant("i")), num(-1), true],
  [
    "|a+ib|² is a²+b²",
    square(func("abs", [sum(a, product(constant("i"), b))])),
    sum(square(a), square(b)),
    true,
  ],
];

const functions: readonly [string, Expr, Expr, boolean][] = [
  ["sine and cosine", sum(square(func("sin", [x])), square(func("cos", [x]))), num(1), true],
  [
    "an exponential of a sum",
    func("exp", [sum(a, b)]),
    product(func("exp", [a]), func("exp", [b])),
    true,
  ],
  ["a sign inside a sine", func("sin", [negate(x)]), func("sin", [x]), false],
  ["√(x²) is not x", func("sqrt", [square(x)]), x, false],
  ["e to a power", power(constant("e"), product(num(2), x)), square(func("exp", [x])), true],
];

describe("scalars", () => {
  for (const [title, left, right, holds] of exact)
    it(title, () => {
      const { equal, why } = tried(left, right);
      assert.equal(equal, holds, why);
    });
  for (const [title, left, right, holds] of functions)
    it(`${title}, in doubles and digits`, () => {
      const { equal, why } = tried(left, right, { numbers: ["double", "digits"], points: 6 });
      assert.equal(equal, holds, why);
    });
});
