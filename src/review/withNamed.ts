/** A premise that the text names in words, or states as a property, is no unstated one. */
import type { Fact, Premise } from "../math/expr/claim";
import { symbolsOf } from "../math/expr/walk";
import type { Verdict } from "../math/verdict/verdict";
import type { Named } from "../paper/derivation/named";
import type { Step } from "../paper/derivation/paper";

export function withNamed(verdict: Verdict, step: Step): Verdict {
  const premises = verdict.premises.map((premise): Premise => {
    if (premise.source !== "tacit") return premise;
    const { question: _, ...known } = premise;
    if (step.named.some((named) => !named.denied && isNamed(premise, named)))
      return { ...known, source: "stated" };
    return step.premises.find(({ facts }) => states(facts, premise)) ?? premise;
  });
  return { ...verdict, premises: [...new Set(premises)] };
}

/** The words are those of the premise, and of all it speaks of where they are of something. */
const isNamed = ({ id, facts }: Premise, named: Named): boolean =>
  id === named.id &&
  facts.every(
    (fact) =>
      !named.of ||
      (fact.kind === "property" &&
        fact.of.every((one) => [...symbolsOf(one)].every(({ name }) => named.of?.test(name)))),
  );

/** “$|\\psi\\rangle$ is normalised” states what the search found to be needed of ψ. */
export const states = (
  facts: readonly Fact[],
  { id, latex }: Pick<Premise, "id" | "latex">,
): boolean =>
  facts.some(
    (fact) =>
      fact.kind === "property" &&
      (ids[fact.property] ?? [fact.property]).includes(id) &&
      fact.of.some((one) => [...symbolsOf(one)].some(({ name }) => latex.includes(name))),
  );

/** Properties that go by another name as premises. */
const ids: Readonly<Record<string, readonly string[]>> = {
  transverse: ["transversality"],
  "divergence-free": ["divergence-free", "gauge-condition"],
  symmetric: ["symmetric-tensor"],
  antisymmetric: ["antisymmetric-tensor"],
  real: ["real-parameters"],
};
