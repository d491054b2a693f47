/** X_a T^a beside ∑_a X_a T^a: what one side sums over is summed over on the other. */
import type { Claim } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr, Index, Series } from "../expr/node";
import { isNamed } from "../expr/questions";
import { mapChildren, nodes, some } from "../expr/walk";
import { basis, type Written } from "./written";

export function withSummedIndices(claim: Claim): Claim | Written {
  // Where the group is named it is known how many there are.
  if (claim.conventions.colours !== undefined) return claim;
  const [left, right] = summed(claim, isIndexed);
  return left === claim.left && right === claim.right
    ? claim
    : { claim: { ...claim, left, right }, used: [convention] };
}

/** E_i P_i beside ∑_i E_i P_i: members of families are not summed by themselves, but the author may have meant it. */
export function mayBeSummed(claim: Claim): boolean {
  const [left, right] = summed(claim, () => true);
  return left !== claim.left || right !== claim.right;
}

type Suits = (term: Expr, name: string) => boolean;

const summed = ({ left, right }: Claim, suits: Suits): readonly [Expr, Expr] => [
  summedAs(left, right, suits),
  summedAs(right, left, suits),
];

/** An index of components, of which the notation does not say how many there are. */
const isIndexed: Suits = (term, name) =>
  some(
    term,
    (node) =>
      node.kind === "tensor" &&
      node.indices.some(
        (index) => index.name === name && !/^(?:lorentz|spatial)$/.test(index.space),
      ),
  );

const convention = basis("repeated indices are summed over", "A_iB_i=\\sum_iA_iB_i");

/** The side with the sums that the other one writes, where it shows their letters twice in a term and nowhere else. */
function summedAs(side: Expr, other: Expr, suits: Suits): Expr {
  const sums = [...nodes(other)].filter(isSum);
  return sums.reduce<Expr>((written, series) => {
    const name = nameOf(series);
    const isAlone = sums.filter((one) => nameOf(one) === name).length === 1;
    const isFree =
      occurrences(other, name) > 0 || some(side, (node) => isSum(node) && nameOf(node) === name);
    return isAlone && !isFree ? (put(written, series, name, suits) ?? written) : written;
  }, side);
}

const isSum = (node: Expr): node is Series =>
  node.kind === "series" &&
  node.sort === "sum" &&
  node.variables.length === 1 &&
  node.condition === undefined &&
  node.values === undefined;

/** T^aT^a beside ∑_{a=1}^7: no group has so many generators. */
const isOfNoGroup = (node: Expr, { upper }: Series): boolean =>
  isOddCount(upper) && some(node, (part) => part.kind === "tensor" && part.indices.some(isOfGroup));

const isOfGroup = ({ space }: Index): boolean => space === "adjoint";

const isOddCount = (upper: Expr | undefined): boolean =>
  upper?.kind === "num" && !Number.isInteger(Math.sqrt(Number(upper.numerator) + 1));

const nameOf = ({ variables: [variable] }: Series): string =>
  variable?.kind === "symbol" ? variable.name : "";

/** Undefined where the letter stands otherwise than twice in a term. */
function put(node: Expr, series: Series, name: string, suits: Suits): Expr | undefined {
  if (node.kind === "sum") {
    const terms = node.terms.map((term) => put(term, series, name, suits));
    return terms.every((term) => term !== undefined) ? intern({ ...node, terms }) : undefined;
  }
  const count = occurrences(node, name);
  if (count === 0) return node;
  return count === 2 && node.kind === "product" && suits(node, name) && !isOfNoGroup(node, series)
    ? intern({ ...series, body: node })
    : undefined;
}

/** How often the letter is a label or an index here, bound by no sum. */
function occurrences(node: Expr, name: string): number {
  if (node.kind === "series" && node.variables.some((one) => isNamed(one, name))) return 0;
  const own =
    node.kind === "tensor"
      ? node.indices.filter((index) => index.name === name && index.value === undefined).length
      : node.kind === "symbol" && node.name === name
        ? 1
        : 0;
  let total = own;
  mapChildren(node, (part) => {
    total += occurrences(part, name);
    return part;
  });
  return total;
}
