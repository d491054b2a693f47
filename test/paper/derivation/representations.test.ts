/** A change of representation that nothing announces is told with both places. */
import assert from "node:assert/strict";
import { paperOf } from "../../kit/paper";

const r = String.raw;
const told = (body: string): readonly string[] =>
  paperOf(`\\begin{document}\n${body}\n\\end{document}`).files.flatMap(({ problems }) =>
    problems.map(({ message }) => message),
  );
const chain = (...rows: readonly string[]): string =>
  `\\begin{align}\n${rows.join(" \\\\\n")}\n\\end{align}`;

const changes: readonly (readonly [string, string, RegExp])[] = [
  [
    "Fourier space",
    chain(r`\Box\phi(x) &= -m^2\phi(x)`, r`&= -k^2\phi(k)`),
    /position space \(φ\(x\), line 4\) to momentum space \(φ\(k\), line 5\)/,
  ],
  [
    "Euclidean time",
    chain(r`S &= \int dt\,L`, r`&= \int d\tau\,L`),
    /real time \(t, line 4\) to Euclidean time \(τ, line 5\)/,
  ],
  [
    "the gauge",
    `${chain(r`\partial_\mu A^\mu &= 0`)}\nand further\n${chain(r`\nabla\cdot\mathbf{A} &= 0`)}`,
    /Lorenz gauge .*Coulomb gauge/,
  ],
  [
    "the signature",
    `${chain(r`p^2 &= m^2`)}\nand further\n${chain(r`k^2 &= -m^2`)}`,
    /mostly-minus .*mostly-plus/,
  ],
];

describe("a change of representation", () => {
  for (const [name, body, expected] of changes) {
    it(`of ${name} is told with both places`, () => {
      const found = told(`Some words.\n${body}`);
      assert.equal(found.length, 1, found.join("\n"));
      assert.match(found[0] ?? "", expected);
    });

    it(`of ${name} is no finding where the section speaks of it`, () => {
      const words =
        "By a Fourier transform, a Wick rotation, and in another gauge and metric we find";
      assert.deepEqual(told(`${words}\n${body}`), []);
    });
  }

  it("is no finding where the transformation is written out", () => {
    assert.deepEqual(
      told(chain(r`\phi(x) &= \int dk\,e^{ikx}\phi(k)`, r`\phi(k) &= \int dx\,e^{-ikx}\phi(x)`)),
      [],
    );
  });

  it("two functions of one argument each are two things", () => {
    assert.deepEqual(told(chain(r`V(x) &= E(k)`)), []);
  });
});
