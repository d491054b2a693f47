/** Wave functions are normalised and orthogonal: ∫|ψ_n|² dx = 1, ∫ψ_m*ψ_n dx = δ_{mn}. */
import { labelled, one, symbol } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Call, Expr, Integral } from "../expr/node";
import { isNamed } from "../expr/questions";
import { transform } from "../expr/walk";
import type { Candidate, PremiseEntry } from "../verdict/premiseEntry";
import { rewritten } from "./names";

export const waveNorms: PremiseEntry = {
  id: "normalised",
  name: "normalisation",
  rewrites: true,
  *apply(claim) {
    const value = (node: Expr): Expr | undefined =>
      node.kind === "integral" && isFree(claim, node) ? one : undefined;
    yield* put(claim, (node) => (isNorm(node) ? value(node) : undefined), "\\int|\\psi|^2=1");
  },
};

export const orthonormalWaves: PremiseEntry = {
  id: "orthonormal",
  name: "orthonormal states",
  rewrites: true,
  *apply(claim) {
    yield* put(
      claim,
      (node) => {
        const pair = node.kind === "integral" && isFree(claim, node) ? factorsOf(node) : undefined;
        const labels = pair?.map(labelOf);
        const [m, n] = labels ?? [];
        return m && n && m !== n ? labelled(symbol("δ"), m, n) : undefined;
      },
      "\\int\\psi_m^*\\psi_n=\\delta_{mn}",
    );
  },
};

function* put(
  claim: Claim,
  value: (node: Expr) => Expr | undefined,
  latex: string,
): Generator<Candidate> {
  const result = rewritten(claim, (side) => transform(side, (node) => value(node) ?? node));
  if (result) yield { latex, facts: [], claim: result };
}

/** ψ and ψ of ∫|ψ|², ψ_m and ψ_n of ∫ψ_m*ψ_n. */
function factorsOf({ integrand }: Integral): readonly [Call, Call] | undefined {
  if (integrand.kind === "power" && integrand.exponent.kind === "num") {
    const [inside] = integrand.base.kind === "function" ? integrand.base.args : [];
    const isSquare = integrand.exponent.numerator === 2n && integrand.exponent.denominator === 1n;
    const isModulus = integrand.base.kind === "function" && integrand.base.name === "abs";
    return isSquare && isModulus && isWave(inside) ? [inside, inside] : undefined;
  }
  if (integrand.kind !== "product") return undefined;
  const [a, b, ...more] = integrand.factors;
  if (!a || !b || more.length > 0) return undefined;
  const [bar, wave] = a.kind === "involution" ? [a, b] : [b, a];
  if (bar.kind !== "involution" || bar.sort !== "conjugate") return undefined;
  const { operand } = bar;
  return isWave(operand) &&
    isWave(wave) &&
    familyOf(operand) === familyOf(wave) &&
    isSameAt(operand, wave)
    ? [operand, wave]
    : undefined;
}

const isNorm = (node: Expr): boolean => {
  const pair = node.kind === "integral" ? factorsOf(node) : undefined;
  return pair !== undefined && pair[0] === pair[1];
};

const isSameAt = (a: Call, b: Call): boolean => a.args.every((arg, i) => arg === b.args[i]);

const isWave = (node: Expr | undefined): node is Call =>
  node?.kind === "call" && /^[ψΨφϕΦχu]$/u.test(familyOf(node) ?? "");

const familyOf = ({ head }: Call): string | undefined =>
  head.kind === "symbol" ? head.name : head.kind === "labelled" ? head.head.name : undefined;

const labelOf = ({ head }: Call): Expr | undefined =>
  head.kind === "labelled" && head.labels.length === 1 ? head.labels[0] : undefined;

/** Nothing given says what the wave function is, and it is integrated over all it depends on. */
function isFree({ given }: Claim, integral: Integral): boolean {
  const pair = factorsOf(integral);
  const places = integral.measures.map(({ variable }) => variable);
  if (!pair?.every(({ args }) => args.every((arg) => places.includes(arg) || isNamed(arg, "t"))))
    return false;
  const defined = given.flatMap(({ facts }) =>
    facts.flatMap((fact) => (fact.kind === "definition" ? nameOf(fact.head) : [])),
  );
  return !pair.some((wave) => defined.includes(familyOf(wave) ?? ""));
}

const nameOf = (head: Expr): string =>
  head.kind === "call"
    ? (familyOf(head) ?? "")
    : head.kind === "labelled"
      ? head.head.name
      : head.kind === "symbol"
        ? head.name
        : "";
