/** s_{12} where s_{ij} = (p_i + p_j)² is given: the digits stand for the two letters; and p_{12} is no vector where p_{ij} = p_i·p_j. */
import { num } from "../expr/build";
import type { Claim, Fact, Premise } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr, Labelled } from "../expr/node";
import { isVector } from "../expr/questions";
import { replace, some, transform } from "../expr/walk";
import type { Written } from "./written";

export function withPairNames(claim: Claim): Written {
  const given = claim.given.flatMap((premise) =>
    premise.facts.flatMap((fact): readonly Pair[] => {
      const head = pairIn(fact);
      return head && fact.kind === "definition" ? [{ premise, head, body: fact.body }] : [];
    }),
  );
  if (given.length === 0) return { claim, used: [] };
  const used = new Set<Premise>();
  const named = (node: Expr): Expr => {
    const pair = given.find(({ head }) => node.kind === "labelled" && node.head === head.head);
    const labels = node.kind === "labelled" && pair ? labelsOf(node, pair) : undefined;
    if (!pair || !labels || node.kind !== "labelled") return node;
    if (!isVector(pair.head.head) || isVector(pair.body)) return intern({ ...node, labels });
    used.add(pair.premise);
    return replace(
      pair.body,
      new Map(pair.head.labels.map((label, n) => [label, labels[n] ?? label])),
    );
  };
  const [left, right] = [claim.left, claim.right].map((side) => transform(side, named)) as [
    Expr,
    Expr,
  ];
  return { claim: { ...claim, left, right }, used: [...used] };
}

interface Pair {
  readonly premise: Premise;
  readonly head: Labelled;
  readonly body: Expr;
}

/** As they stand, or digit by digit. */
const labelsOf = (node: Labelled, { head }: Pair): readonly Expr[] | undefined =>
  node.labels.length === head.labels.length ? node.labels : digitsOf(node);

/** The head of a definition by what bears one of its two letters and what bears the other. */
function pairIn(fact: Fact): Labelled | undefined {
  if (fact.kind !== "definition" || fact.head.kind !== "labelled") return undefined;
  const { head, body } = fact;
  const [first, second, ...more] = head.labels;
  if (!first || !second || more.length > 0 || first === second) return undefined;
  const bears = (label: Expr): boolean =>
    some(
      body,
      (node) => node.kind === "labelled" && node.labels.length === 1 && node.labels[0] === label,
    );
  return [first, second].every((label) => label.kind === "symbol" && bears(label))
    ? head
    : undefined;
}

/** 1 and 2 of 12. */
function digitsOf({ labels: [label, ...more] }: Labelled): readonly Expr[] | undefined {
  if (label?.kind !== "num" || label.denominator !== 1n || more.length > 0) return undefined;
  const digits = /^([1-9])([1-9])$/.exec(String(label.numerator));
  return digits ? [num(Number(digits[1])), num(Number(digits[2]))] : undefined;
}
