import { strict as assert } from "node:assert";
import * as fc from "fast-check";
import { opaque } from "../../../src/math/expr/build";
import { parseFormula } from "../../../src/paper/latex/formula";
import { prepare } from "../../../src/paper/notation/prepare";
import { readStatement } from "../../../src/paper/notation/read";
import { rules } from "../../../src/paper/notation/rules";
import { lostTokens } from "../../kit/lostTokens";

const pieces = [
  ...new Set(
    rules.flatMap((rule) => [
      ...(rule.begins ?? []),
      ...(rule.follows ?? []),
      ...(rule.joins ?? []),
    ]),
  ),
  ..."abcdefgijkmnpqrstuvxyzABCEFHJLMNPQRSTUVW0123456789+-=/|()[]<>,;:!.'&".split(""),
  ..."\\alpha \\mu \\nu \\gamma \\psi \\phi \\hbar ^2 ^\\dagger _\\mu ^\\mu _{ij} ^{ab} ^{-1} {} \\left( \\right) \\left. \\right| \\bar\\psi \\mathbf{k} \\hat{x} \\frac{d}{dx} \\int \\langle \\rangle".split(
    " ",
  ),
].filter((piece) => !piece.startsWith("<"));

const formula = fc
  .array(fc.constantFrom(...pieces), { maxLength: 30 })
  .map((parts) => parts.join(" "));

describe("anything", () => {
  it("no sequence of notation crashes the reader or takes it long", () => {
    void fc.assert(
      fc.property(formula, (latex) => {
        const start = performance.now();
        const { readings } = readStatement(parseFormula(latex).nodes);
        assert.ok(readings.length >= 1 && readings.length <= 4);
        assert.ok(performance.now() - start < 2000, latex);
      }),
      { numRuns: 400, seed: 1 },
    );
  });

  it("no string at all crashes the reader", () => {
    void fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (latex) => {
        assert.ok(readStatement(parseFormula(latex).nodes).readings.length >= 1);
      }),
      { numRuns: 400, seed: 1 },
    );
  });

  it("deep nesting is read or given up, never endless", () => {
    for (const [open, close] of [
      ["(", ")"],
      ["\\left[", "\\right]"],
      ["\\frac{1}{", "}"],
      ["|", "|"],
      ["e^{", "}"],
    ])
      readStatement(parseFormula(`${(open ?? "").repeat(60)}x${(close ?? "").repeat(60)}`).nodes);
  });

  it("no name of a formula is lost", () => {
    for (const latex of [
      String.raw`\mathcal{L} = \bar\psi(i\slashed{D}-m)\psi-\frac14F_{\mu\nu}F^{\mu\nu}`,
      String.raw`\Gamma^\lambda_{\mu\nu}=\frac12g^{\lambda\rho}(\partial_\mu g_{\rho\nu}+\partial_\nu g_{\rho\mu}-\partial_\rho g_{\mu\nu})`,
      String.raw`\langle E^2\rangle-\langle E\rangle^2 = \frac{\partial^2}{\partial\beta^2}\ln Z`,
      String.raw`\int\frac{d^3p}{(2\pi)^32E_p}\,f(p)\,\delta^{(4)}(P-p-q)`,
    ]) {
      const nodes = prepare(parseFormula(latex).nodes);
      assert.deepEqual(
        lostTokens(nodes, opaque("sides", ...(readStatement(nodes).readings[0] ?? []))),
        [],
      );
    }
  });
});
