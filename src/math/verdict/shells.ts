/** p̸u(p) = mu(p) and ū(p)(p̸ − m) = 0 come with the spinors: what they add is p² = m². */
import { dot, negate, num, power, product, slash, zero } from "../expr/build";
import type { Fact } from "../expr/claim";
import type { Call, Expr } from "../expr/node";
import { factorsOf, isSpinorHead, termsOf } from "../expr/questions";
import { some, symbolsOf } from "../expr/walk";

/** Any other fact as it is, also one with the other sign. */
export const asShell = (fact: Fact): Fact => shellOf(fact) ?? fact;

function shellOf(fact: Fact): Fact | undefined {
  if (fact.kind !== "constraint") return undefined;
  const sides = [fact.left, fact.right].map(factorsOf);
  const [spinor, ...others] = new Set(sides.flat().filter((part) => some(part, isSpinor)));
  const call = spinor && callIn(spinor);
  const [momentum] = call?.args ?? [];
  if (!call || !momentum || others.length > 0) return undefined;
  const [left, right] = sides.map((factors) => without(spinor, factors));
  if (!left || !right) return undefined;
  const own = slash(momentum);
  const terms = [...termsOf(left), ...termsOf(right).map(negate)].filter((term) => term !== zero);
  const sign = terms.includes(own) ? 1 : terms.includes(negate(own)) ? -1 : 0;
  const rest = terms.filter((term) => term !== own && term !== negate(own));
  const [term = zero, ...more] = rest;
  if (sign === 0 || more.length > 0 || rest.length !== terms.length - 1) return undefined;
  const mass = sign > 0 === isOfParticle(call.head) ? negate(term) : term;
  return isPlainMass(mass)
    ? { kind: "constraint", left: dot(momentum, momentum), right: power(mass, num(2)) }
    : undefined;
}

/** What stands beside the spinor; zero by itself. */
const without = (spinor: Expr, factors: readonly Expr[]): Expr | undefined => {
  if (factors[0] === zero) return zero;
  return factors.includes(spinor)
    ? product(...factors.filter((factor) => factor !== spinor))
    : undefined;
};

/** No number with a sign before it. */
const isPlainMass = (mass: Expr): boolean =>
  [...symbolsOf(mass)].every(({ type }) => type === "scalar") &&
  factorsOf(mass).every((factor) => factor.kind !== "num" || factor.numerator >= 0n);

const isSpinor = (node: Expr): node is Call => node.kind === "call" && isSpinorHead(node.head);

/** u(p) of u(p) and of ū(p). */
const callIn = (spinor: Expr): Call | undefined =>
  spinor.kind === "involution" ? callIn(spinor.operand) : isSpinor(spinor) ? spinor : undefined;

/** u, not v. */
const isOfParticle = (head: Expr): boolean =>
  head.kind === "labelled"
    ? isOfParticle(head.head)
    : head.kind === "symbol" && head.role === "u-spinor";
