/** T ∑_n f(ω_n) with ω_n = 2πnT or (2n+1)πT goes over all whole numbers. */
import { constant, negate } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr, Series } from "../expr/node";
import { mapChildren, some } from "../expr/walk";

export function withMatsubaraSums(claim: Claim): Claim {
  const frequencies = claim.given
    .flatMap(({ facts }) => facts)
    .flatMap((fact) => frequencyIn(fact) ?? []);
  if (frequencies.length === 0) return claim;
  const change = (node: Expr): Expr => {
    const inner = intern(mapChildren(node, change));
    return inner.kind === "series" && isOver(inner, frequencies)
      ? intern({ ...inner, lower: negate(constant("∞")), upper: constant("∞") })
      : inner;
  };
  return { ...claim, left: change(claim.left), right: change(claim.right) };
}

/** The letter of ω_n = 2πnT. */
function frequencyIn(fact: Fact): string | undefined {
  if (fact.kind !== "definition" || fact.head.kind !== "labelled") return undefined;
  const [label, ...more] = fact.head.labels;
  const hasTurns = some(fact.body, (node) => node === constant("π"));
  const counts = label !== undefined && some(fact.body, (node) => node === label);
  return hasTurns && counts && more.length === 0 ? fact.head.head.name : undefined;
}

const isOver = (node: Series, frequencies: readonly string[]): boolean => {
  const [variable, ...more] = node.variables;
  return (
    more.length === 0 &&
    !node.lower &&
    !node.upper &&
    !node.values &&
    !node.condition &&
    some(
      node.body,
      (part) =>
        part.kind === "labelled" &&
        part.labels.length === 1 &&
        part.labels[0] === variable &&
        frequencies.includes(part.head.name),
    )
  );
};
