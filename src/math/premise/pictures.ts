/** O_H = e^{iHt} O_S e^{−iHt}, and O_I with the free H₀, beside these exponentials. */
import { negate, power, product } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr, Power } from "../expr/node";
import { isTime } from "../expr/questions";
import { some } from "../expr/walk";
import type { Meaning } from "./meaning";
import { everyNode, symbolsIn } from "./names";

export function* pictures(claim: Claim): Generator<Meaning> {
  const list = symbolsIn(claim);
  const waves = everyNode(claim).filter(isInTime);
  for (const whole of list) {
    const [, base, picture] = /^(.+)_([HI])$/u.exec(whole.name) ?? [];
    const fixed = list.find(({ name }) => name === `${base}_S`);
    if (!fixed || picture === undefined) continue;
    for (const wave of waves) {
      const back = power(wave.base, negate(wave.exponent));
      if (!waves.some((other) => other === back) || !isForward(wave)) continue;
      yield {
        head: whole,
        body: product(wave, fixed, back),
        latex: `${base}_${picture}=e^{${picture === "I" ? "iH_0t" : "iHt"}}${base}_Se^{-${picture === "I" ? "iH_0t" : "iHt"}}`,
      };
    }
  }
}

/** e^{iHt}. */
const isInTime = (node: Expr): node is Power =>
  node.kind === "power" &&
  node.base.kind === "constant" &&
  node.base.name === "e" &&
  some(node.exponent, isTime) &&
  some(node.exponent, (part) => part.kind === "symbol" && part.type === "operator");

/** With +i: the operators move, not the states. */
const isForward = ({ exponent }: Power): boolean =>
  exponent.kind === "product" &&
  exponent.factors.some((factor) => factor.kind === "constant" && factor.name === "i") &&
  !exponent.factors.some(({ kind }) => kind === "num");
