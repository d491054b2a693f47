/** How the modes of a field are normalised: [a_p, a_q†] = (2π)³ δ³(p−q), as the measure of the claim suggests. */
import {
  anticommutator,
  commutator,
  constant,
  dagger,
  func,
  labelled,
  minus,
  num,
  one,
  power,
  product,
  symbol,
} from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { Expr, Labelled, Sym } from "../expr/node";
import { some } from "../expr/walk";
import type { PremiseEntry } from "../verdict/premiseEntry";
import { everyNode } from "./names";

export const modeNormalisation: PremiseEntry = {
  id: "mode-normalisation",
  name: "normalisation of the modes",
  habitual: true,
  *apply(claim) {
    const families = familiesIn(claim).filter((head) => !isSaid(claim, head));
    if (families.length === 0 || ![...everyNode(claim)].some(isContinuous)) return;
    if ([claim.left, claim.right].some(isCommutator)) return;
    for (const norm of normsFor(claim))
      yield {
        latex: families.map(({ name }) => written(name, norm.latex)).join(",\\ "),
        facts: families.map((head) => relation(head, norm.factor)),
      };
  },
};

/** Ladder operators with one momentum and nothing else as label. */
function familiesIn(claim: Claim): readonly Sym[] {
  const found = new Set<Sym>();
  const other = new Set<Sym>();
  for (const node of everyNode(claim))
    if (isLadder(node)) (node.labels.length === 1 ? found : other).add(node.head);
  return [...found].filter((head) => !other.has(head));
}

const isLadder = (node: Expr): node is Labelled =>
  node.kind === "labelled" &&
  (node.head.role === "lowering" || node.head.role === "fermion-lowering");

/** The text gives their commutator. */
const isSaid = ({ given }: Claim, head: Sym): boolean =>
  given.some(({ facts }) =>
    facts.some((fact) => fact.kind === "algebra" && some(fact.left, (part) => part === head)),
  );

const isContinuous = (node: Expr): boolean =>
  (node.kind === "function" && node.name === "δ") ||
  (node.kind === "integral" && some(node.integrand, isLadder));

/** The line is itself what would be assumed. */
const isCommutator = (side: Expr): boolean =>
  side.kind === "bracket" &&
  [side.left, side.right].every((one) => isLadder(one.kind === "involution" ? one.operand : one));

interface Norm {
  readonly factor: Expr;
  readonly latex: string;
}

const twoPi = power(product(num(2), constant("π")), num(3));
const momentum = symbol("p", "three-vector");
const energyOf = (head: Sym): Expr => labelled(head, momentum);

/** (2π)³ where such powers are written, else one; with 2ω where the measure has it. */
function* normsFor(claim: Claim): Generator<Norm> {
  const all = [...everyNode(claim)];
  const phaseSpace = all.some((node) => node === twoPi);
  const plain: Norm = phaseSpace
    ? { factor: twoPi, latex: "(2\\pi)^3" }
    : { factor: one, latex: "" };
  yield plain;
  const energy = all.flatMap((node) =>
    node.kind === "quotient" ? energyUnder(node.under) : [],
  )[0];
  if (energy)
    yield {
      factor: product(plain.factor, num(2), energyOf(energy)),
      latex: `${plain.latex}\\,2${energy.name === "E" ? "E" : "\\omega"}_{\\mathbf{p}}\\,`,
    };
}

/** The name of the energy in a denominator 2ω_p. */
function energyUnder(under: Expr): readonly Sym[] {
  const factors = under.kind === "product" ? under.factors : [];
  if (!factors.includes(num(2))) return [];
  return factors.flatMap((factor) =>
    factor.kind === "labelled" && /^[Eω]$/u.test(factor.head.name) ? [factor.head] : [],
  );
}

function relation(head: Sym, factor: Expr): Fact {
  const [p, q] = [momentum, symbol("q", "three-vector")];
  const bracket = head.role === "fermion-lowering" ? anticommutator : commutator;
  return {
    kind: "algebra",
    left: bracket(labelled(head, p), dagger(labelled(head, q))),
    right: product(factor, func("δ", [minus(p, q)], [num(3)])),
  };
}

const written = (name: string, factor: string): string =>
  `[${name}_{\\mathbf{p}},${name}_{\\mathbf{q}}^\\dagger]=${factor}\\delta^3(\\mathbf{p}-\\mathbf{q})`;
