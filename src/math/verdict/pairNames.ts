/** s_{12} where s_{ij} = (p_i + p_j)² is given: the digits stand for the two letters; and p_{12} is no vector where p_{ij} = p_i·p_j. */
import { num, symbol } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr, Labelled } from "../expr/node";
import { isVector } from "../expr/questions";
import { some, transform } from "../expr/walk";
import { mapClaim } from "./facts";

export function withPairNames(claim: Claim): Claim {
  const pairs = new Map(
    claim.given
      .flatMap(({ facts }) => facts)
      .flatMap((fact) => {
        const head = pairIn(fact);
        return head && fact.kind === "definition"
          ? [[nameOf(head), isVector(head.head) && !isVector(fact.body)] as const]
          : [];
      }),
  );
  if (pairs.size === 0) return claim;
  return mapClaim(claim, (side) =>
    transform(side, (node) => {
      const isNumber = node.kind === "labelled" ? pairs.get(nameOf(node)) : undefined;
      if (node.kind !== "labelled" || isNumber === undefined) return node;
      const labels = node.labels.length === 2 ? node.labels : digitsOf(node);
      if (!labels) return node;
      const head = isNumber ? symbol(nameOf(node), "scalar") : node.head;
      return intern({ ...node, head, labels });
    }),
  );
}

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

const nameOf = ({ head }: Labelled): string => (head.kind === "symbol" ? head.name : "");
