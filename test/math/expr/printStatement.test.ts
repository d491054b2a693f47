/** What a line is read as says where a repeated letter numbers things and is not summed. */
import { strict as assert } from "node:assert";
import { readItem } from "../../../src/review/read";

const raw = String.raw;

const lines: readonly (readonly [latex: string, shown: string])[] = [
  [raw`F_i=m_ia_i`, "F_i = m_i a_i (no sum over i)"],
  [raw`F_i=m_ia_i+q_jE_j`, "F_i = m_i a_i + q_j E_j (no sum over i, j)"],
  [raw`\sum_im_iv_i`, "∑_(i) m_i v_i"],
  [raw`H\psi_n=E_n\psi_n`, "H ψ_n = E_n ψ_n"],
  [raw`x^ix_i=\delta_{ii}`, "x^i x_i = δ_ii"],
  [raw`a_i+b_i`, "a_i + b_i"],
];

describe("a line as people read it", () => {
  for (const [latex, shown] of lines)
    it(`${latex} is ${shown}`, () => assert.equal(readItem({ latex }).readAs, shown));
});
