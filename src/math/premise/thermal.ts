/** The first law of thermodynamics, put in where an energy is differentiated. */
import { func, minus, product, sum } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr, Sym } from "../expr/node";
import { transform } from "../expr/walk";
import type { PremiseEntry } from "../verdict/premiseEntry";
import { rewritten, symbolsIn } from "./names";

export const firstLaw: PremiseEntry = {
  id: "first-law",
  name: "the first law",
  *apply(claim) {
    const [T, S, p, V] = ["T", "S", "[pP]", "V"].map((name) => scalar(claim, name));
    if (!T || !S) return;
    const [mu, N] = ["μ", "N"].map((name) => scalar(claim, name));
    const heat = product(T, func("d", [S]));
    const work = p && V ? minus(heat, product(p, func("d", [V]))) : heat;
    const law = mu && N ? sum(work, product(mu, func("d", [N]))) : work;
    const result = rewritten(claim, (side) =>
      transform(side, (node) => (isEnergy(node) ? law : node)),
    );
    if (result)
      yield {
        latex: `dU=T\\,dS${p && V ? `-${p.name}\\,dV` : ""}${mu && N ? "+\\mu\\,dN" : ""}`,
        facts: [],
        claim: result,
      };
  },
};

const scalar = (claim: Claim, name: string): Sym | undefined =>
  symbolsIn(claim).find((s) => s.type === "scalar" && new RegExp(`^${name}$`, "u").test(s.name));

/** dU or dE. */
const isEnergy = (node: Expr): boolean =>
  node.kind === "function" &&
  node.name === "d" &&
  node.args[0]?.kind === "symbol" &&
  /^[UE]$/.test(node.args[0].name);
