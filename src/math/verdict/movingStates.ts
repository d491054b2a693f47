/** iħ d|ψ⟩/dt = H|ψ⟩ put into d⟨ψ|A|ψ⟩/dt: states change as the text says, operators written without a time do not. */
import { acted } from "../expr/apply";
import { dagger } from "../expr/build";
import type { Claim, Fact, Premise } from "../expr/claim";
import type { Bra, Expr, Ket, Sym } from "../expr/node";
import { unhatted } from "../expr/questions";
import { isRate, moved, type Rates, type StateMotion, stateMotion } from "../expr/stateMotion";
import { nodes, some, transform } from "../expr/walk";
import { equated, partsOf, withoutFacts } from "./facts";
import { varyingIn, writtenOut } from "./leibniz";
import type { Written } from "./written";

export function withMovingStates(claim: Claim): Claim | Written {
  const { left, right } = claim;
  if (![left, right].some((side) => some(side, isRate))) return claim;
  const laws = claim.given.flatMap((premise) =>
    premise.facts.flatMap((fact) => lawIn(fact, premise) ?? []),
  );
  if (laws.length === 0) return claim;
  const used = new Set<Premise>();
  const told = withoutFacts(claim, (fact) => laws.some((law) => law.fact === fact));
  const ratesOf = ({ labels: [label, ...more] }: Ket | Bra): Rates | undefined => {
    const law = more.length === 0 ? laws.find((one) => one.label === label) : undefined;
    if (!law) return undefined;
    used.add(law.premise);
    return { ket: law.rate, bra: dagger(law.rate) };
  };
  const written = { ...told, ...statesMoved(left, right, ratesOf) };
  if (used.size === 0) return claim;
  const energies = [...new Set(laws.flatMap(({ rate }) => [...nodes(rate)].filter(isHamiltonian)))];
  const spoken = told.given.flatMap(({ facts }) => facts.flatMap(partsOf));
  const unspoken = energies.filter((one) => !spoken.some((part) => some(part, (it) => it === one)));
  const given = unspoken.length > 0 ? [...told.given, hermitian(unspoken)] : told.given;
  return { claim: { ...written, given }, used: [...used] };
}

/** Both sides with the rates of states put in. Operators whose rate is written have one, the others do not change. */
export function statesMoved(
  left: Expr,
  right: Expr,
  ratesOf: (state: Ket | Bra) => Rates | undefined,
): { readonly left: Expr; readonly right: Expr } {
  const sides = [left, right];
  const varies = varyingIn(sides);
  const changing = new Set(
    sides.flatMap((side) => [...nodes(side)].filter(isRate).map(({ operand }) => operand)),
  );
  const put = (side: Expr): Expr =>
    transform(writtenOut(transform(side, acted), varies), (node) => moved(node, ratesOf, changing));
  return { left: put(left), right: put(right) };
}

/** H and ℋ are energies, which are hermitian where nothing else is said of them. */
const isHamiltonian = (node: Expr): node is Sym =>
  node.kind === "symbol" && node.type === "operator" && /^(?:H|ℋ)$/u.test(unhatted(node.name));

const hermitian = (of: readonly Sym[]): Premise => ({
  id: "hermitian",
  name: "hermiticity",
  latex: of.map(({ name }) => `${name}^\\dagger=${name}`).join(",\\ "),
  source: "convention",
  facts: [{ kind: "property", property: "hermitian", of }],
});

interface Law extends StateMotion {
  readonly fact: Fact;
  readonly premise: Premise;
}

function lawIn(fact: Fact, premise: Premise): Law | undefined {
  const sides = equated(fact);
  const motion = sides && stateMotion(...sides);
  return motion && { ...motion, fact, premise };
}
