/** Two sides that vanish as a whole, yet are equal term by term: the claim says something all the same. */
import { same, worlds } from "../evaluate/evaluate";
import type { Components } from "../evaluate/evaluation";
import { negate, product, zero } from "../expr/build";
import type { Expr } from "../expr/node";
import { type Assertion, compare } from "./comparison";
import { type Ground, sample } from "./sample";

/** Terms a side may have. */
const most = 12;

/** Every term, none of which vanishes, has its equal on the other side or its opposite on its own; not all are of the second sort. */
export function agreesByTerms({ left, right }: Assertion, ground: Ground): boolean {
  const terms = [
    ...termsOf(left).map((term) => ({ term, onLeft: true })),
    ...termsOf(right).map((term) => ({ term: negate(term), onLeft: false })),
  ];
  if (terms.length < 3 || terms.length > 2 * most) return false;
  const [world] = worlds([left, right], ground.conventions, ground.facts);
  if (!world) return false;
  const exprs = [zero, ...terms.flatMap(({ term }) => [term, negate(term)])];
  const found = sample(exprs, ground, { world, number: "double", ordinal: 0 });
  if (found.kind !== "values") return false;
  const [nothing, ...values] = found.components;
  const open = new Set(terms.keys());
  let across = 0;
  const value = (at: number, sign: 0 | 1): Components | undefined => values[2 * at + sign];
  for (const [at] of terms.entries()) {
    if (!open.delete(at)) continue;
    const own = value(at, 0);
    if (!own || !nothing || same(own, nothing)) return false;
    const rest = [...open].filter((other) => isSame(own, value(other, 1)));
    const partner = rest.find((other) => terms[other]?.onLeft !== terms[at]?.onLeft) ?? rest[0];
    if (partner === undefined) return false;
    open.delete(partner);
    if (terms[partner]?.onLeft !== terms[at]?.onLeft) across++;
    const pair = [terms[at]?.term ?? zero, negate(terms[partner]?.term ?? zero)] as const;
    if (pair[0] === pair[1]) continue;
    if (compare({ left: pair[0], relation: "=", right: pair[1] }, ground).kind !== "holds")
      return false;
  }
  return across > 0;
}

const isSame = (a: Components, b: Components | undefined): boolean => b !== undefined && same(a, b);

/** The terms with products of sums written out. */
function termsOf(node: Expr): readonly Expr[] {
  if (node.kind === "sum") return node.terms.flatMap(termsOf);
  if (node.kind !== "product") return [node];
  const choices = node.factors.map((factor) =>
    factor.kind === "sum" ? termsOf(factor) : [factor],
  );
  const count = choices.reduce((total, list) => total * list.length, 1);
  if (count === 1 || count > most) return [node];
  return choices
    .reduce<readonly (readonly Expr[])[]>(
      (found, list) => found.flatMap((before) => list.map((one) => [...before, one])),
      [[]],
    )
    .map((factors) => product(...factors));
}
