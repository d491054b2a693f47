/** Two signs of Fourier transforms in one document are told with both places. */
import assert from "node:assert/strict";
import { paperOf } from "../../kit/paper";

const r = String.raw;
const told = (body: string): readonly string[] =>
  paperOf(`\\begin{document}\n${body}\n\\end{document}`).files.flatMap(({ problems }) =>
    problems.map(({ message }) => message),
  );
const display = (formula: string): string => `\\begin{equation}\n${formula}\n\\end{equation}`;
const there = display(r`\tilde f(k) = \int dx\,e^{-ikx}f(x)`);

const agreeing: readonly (readonly [string, string])[] = [
  ["the way back has the other sign", display(r`f(x) = \int\frac{dk}{2\pi}\,e^{ikx}\tilde f(k)`)],
  ["times have a sign of their own", display(r`\hat g(\omega) = \int dt\,e^{i\omega t}g(t)`)],
  ["no transform is taken for one", display(r`h(x) = \int dk\,e^{-ikx}a(k)`)],
];

const disagreeing: readonly (readonly [string, string])[] = [
  ["the same way", display(r`\tilde g(k) = \int dx\,e^{ikx}g(x)`)],
  ["the way back", display(r`g(x) = \int\frac{dk}{2\pi}\,e^{-ikx}\tilde g(k)`)],
  ["in prose", r`where $\tilde g(k)=\int dx\,e^{ikx}g(x)$.`],
];

describe("the sign of Fourier transforms", () => {
  for (const [name, body] of agreeing)
    it(`is one where ${name}`, () => assert.deepEqual(told(`${there}\nand\n${body}`), []));
  for (const [name, body] of disagreeing)
    it(`is told with both places where it changes ${name}`, () => {
      const found = told(`${there}\nand\n${body}`);
      assert.equal(found.length, 1, found.join("\n"));
      assert.match(found[0] ?? "", /over places is \+1 here, but −1 on line 3/);
    });
});
