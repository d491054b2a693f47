/** Form before value: indices in balance on every term and both sides, sums of one sort. */

import { zero } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr, Index } from "../expr/node";
import { nodes, some } from "../expr/walk";
import { hidesIndices, innermost, isSurelyIndex } from "./indexCarriers";
import { type Fault, openIndices, unbalanced, usesBothHeights } from "./indices";
import type { JudgeOptions } from "./options";
import { signChoices } from "./plusMinus";
import { clashAmong, clashIn } from "./sorts";

type FormOptions = Pick<JudgeOptions, "bothHeights" | "mode" | "vanishes">;

/** What is surely wrong with the form of a claim, if anything. */
export function fault(claim: Claim, options: FormOptions): Fault | undefined {
  if (claim.relation === "∈") return undefined;
  const sides = [claim.left, claim.right];
  if (sides.some(hidesIndices)) return undefined;
  const bodies = claim.given.flatMap(({ facts }) =>
    facts.flatMap((fact) => (fact.kind === "definition" ? [fact.body] : [])),
  );
  if ([...sides, ...bodies].some((side) => some(side, isExponentialOfEntry))) return undefined;
  const found = imbalance(claim, options);
  return found && (found.sort || isSurelyIndex(found.name, sides)) ? found : undefined;
}

/** e^{iF_{μν}}: the indices tell which entry is meant, and 1 beside it is a number. */
const isExponentialOfEntry = (node: Expr): boolean =>
  node.kind === "power" &&
  node.base.kind === "constant" &&
  node.base.name === "e" &&
  (openIndices(node.exponent, false).open?.size ?? 0) > 1;

function imbalance(
  claim: Claim,
  { bothHeights, mode, vanishes }: FormOptions,
): (Fault & { readonly sort?: boolean }) | undefined {
  const [sides] = signChoices([claim.left, claim.right]);
  if (!sides) return undefined;
  const [left, right] = sides;
  const both = usesBothHeights(left, right);
  const strict =
    claim.conventions.metric !== "euclidean" &&
    (mode === "check" ? both && (bothHeights ?? true) : (bothHeights ?? both));
  const [a, b] = [openIndices(left, strict), openIndices(right, strict)];
  if (a.fault) return a.fault;
  if (b.fault) return b.fault;
  const clash =
    clashIn(left) ??
    clashIn(right) ??
    (claim.relation === "=" ? clashAmong([left, right]) : undefined);
  if (clash) return { name: clash.name, what: "free", sort: true };
  if (
    !a.open ||
    !b.open ||
    vanishes ||
    left === zero ||
    right === zero ||
    claim.relation === "∝" ||
    claim.relation === "∼"
  )
    return undefined;
  const name = unbalanced(a.open, b.open);
  if (name) {
    const index = a.open.get(name) ?? b.open.get(name);
    const inPapers =
      isElement(left, a.open, b.open) ||
      isElement(right, b.open, a.open) ||
      isGivenByComponents([left, a.open], [right, b.open]) ||
      isGivenByComponents([right, b.open], [left, a.open]) ||
      isLabel(name, a.open.has(name) ? right : left);
    return isLeftOut(index, mode, left, right) || (mode === "check" && inPapers)
      ? undefined
      : { name, what: "free" };
  }
  if (!strict || [left, right].every(isMetric)) return undefined;
  for (const [shared, index] of a.open)
    if (index.space === "lorentz" && b.open.get(shared)?.place !== index.place)
      return { name: shared, what: "position" };
  return undefined;
}

/** K_1 = √p σ_i: a Latin index beside a name of which nothing is known may label that name. */
const isIntroduced = (index: Index | undefined, ...sides: readonly Expr[]): boolean =>
  index?.space !== "lorentz" &&
  sides.some(
    (side) => side.kind === "labelled" || (side.kind === "symbol" && side.role === undefined),
  );

const isLeftOut = (
  index: Index | undefined,
  mode: JudgeOptions["mode"],
  ...sides: readonly Expr[]
): boolean =>
  isIntroduced(index, ...sides) ||
  (mode === "check" && sides.some(isBareName)) ||
  (mode === "check" && sides.some(isMatrixProduct)) ||
  (index?.space !== "lorentz" && sides.some((side) => some(side, isUnknownMatrix)));

/** Λ^μ_ν Λ^ν_ρ = L_z R_z: capitals side by side are matrices without their indices. */
const isMatrixProduct = (side: Expr): boolean =>
  side.kind === "product" &&
  side.factors.every((factor) => {
    const head = innermost(factor.kind === "tensor" ? factor.head : factor);
    const plain = head?.role === undefined || head.role === "angular-momentum";
    return head !== undefined && plain && /^\p{Lu}/u.test(head.name);
  }) &&
  !some(
    side,
    (node) => node.kind === "tensor" && node.indices.some(({ space }) => space === "lorentz"),
  );

/** J^{μν} = i(δ^ρ_μ δ^σ_ν − …): a name for a matrix, and its element. */
const isElement = (
  name: Expr,
  own: ReadonlyMap<string, Index>,
  other: ReadonlyMap<string, Index>,
): boolean =>
  name.kind === "tensor" &&
  innermost(name.head)?.role === undefined &&
  other.size === own.size + 2 &&
  [...own.keys()].every((shared) => other.has(shared));

/** η_{μν} = η^{μν} = diag(…) speaks of the numbers. */
const isMetric = (side: Expr): boolean =>
  side.kind === "tensor" && innermost(side.head)?.role === "metric";

type Opened = readonly [side: Expr, open: ReadonlyMap<string, Index>];

/** F^α = q(𝐄 + 𝐯×𝐁): a vector beside its components. */
const isGivenByComponents = ([, components]: Opened, [side, none]: Opened): boolean =>
  components.size === 1 && none.size === 0 && isVector(side);

function isVector(side: Expr): boolean {
  switch (side.kind) {
    case "symbol":
      return side.type === "three-vector" || side.type === "four-vector";
    case "cross":
      return true;
    case "sum":
      return side.terms.every(isVector);
    case "product":
      return side.factors.filter(isVector).length === 1;
    case "quotient":
      return isVector(side.over);
    case "derivative":
      return side.operand !== undefined && isVector(side.operand);
    default:
      return false;
  }
}

/** P_m = U_m ρ U_m: an index twice at one height of unknown names, which the other side leaves free, counts them. */
function isLabel(name: string, side: Expr): boolean {
  const carriers = [...nodes(side)].filter(
    (node) => node.kind === "tensor" && node.indices.some((index) => index.name === name),
  );
  const heights = carriers.flatMap((node) =>
    node.kind === "tensor"
      ? node.indices.flatMap((index) => (index.name === name ? [index.place] : []))
      : [],
  );
  return (
    heights.length > 0 &&
    heights.every((height) => height === heights[0]) &&
    carriers.every((node) => node.kind === "tensor" && innermost(node.head)?.role === undefined)
  );
}

/** G_{ab} = 1/(iω − Ĥ): rows and columns of a matrix that is written without them. */
const isUnknownMatrix = (node: Expr): boolean =>
  node.kind === "symbol" &&
  node.role === undefined &&
  (node.type === "matrix" || node.type === "operator");

/** Δ(a) = ε^{μν}…: a name that is written without its indices for short. */
function isBareName(side: Expr): boolean {
  switch (side.kind) {
    case "call":
      return side.head.kind === "symbol" && side.head.role === undefined;
    case "limit":
      return isBareName(side.body);
    default:
      return side.kind === "symbol" && side.role === undefined && side.type !== "four-vector";
  }
}
