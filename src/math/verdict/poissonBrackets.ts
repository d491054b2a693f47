/** {q, p²} = 2p, {L_i, L_j} = ε_{ijk}L_k: brackets of coordinates and momenta where nothing is quantum. */

import { nameKey } from "../evaluate/given";
import {
  call,
  constant,
  cross,
  dot,
  down,
  hbar,
  minus,
  negate,
  one,
  poisson,
  product,
  symbol,
  tensor,
} from "../expr/build";
import type { Claim } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Bracket, By, Derivative, Expr, Labelled, Sym } from "../expr/node";
import { printExpr } from "../expr/print";
import { unhatted } from "../expr/questions";
import { nodes, replace, some, symbolsOf, transform } from "../expr/walk";
import { mapClaim, partsOf } from "./facts";
import { basis, type Written } from "./written";

/** The claim read so, where something in it can be; `certain` where the author marks the brackets. */
export function withPoissonBrackets(
  claim: Claim,
): (Written & { readonly certain: boolean }) | undefined {
  const sides = [claim.left, claim.right];
  const brackets = sides.flatMap((side) => [...nodes(side)].filter(isBracket));
  if (brackets.length === 0) return undefined;
  const certain = brackets.every(({ sort }) => sort === "poisson");
  if (isQuantum(sides, certain)) return undefined;
  const facts = claim.given.flatMap((premise) => premise.facts).flatMap(partsOf);
  const named = new Set(facts.flatMap((part) => [...symbolsOf(part)]));
  const all = [...sides, ...facts];
  if (!certain && !brackets.every((one) => [one.left, one.right].every(isOfPlaces(named))))
    return undefined;
  const inSpace = all.some((part) => some(part, isComponent)) || isBareTurning(sides);
  const turned = transformed(inSpace, facts, named);
  const written = mapClaim(claim, (part) => marked(turned(part)));
  const functions = unknowns(written, named);
  if (functions.size > 0 && inSpace) return undefined;
  const [place, momentum] = pairOf(written);
  const by = new Map<Expr, Expr>(
    [...functions].map((name) => [name, call(symbol(name.name, "function"), place, momentum)]),
  );
  return {
    claim: { ...written, left: replace(written.left, by), right: replace(written.right, by) },
    used: [canonical],
    certain,
  };
}

/** {q_i, Q} = ∂Q/∂p_i, {p_i, Q} = −∂Q/∂q_i of brackets that are marked as such, where the claim writes those derivatives. */
export function withSlopes(claim: Claim): Written | undefined {
  const sides = [claim.left, claim.right];
  const slopes = sides.flatMap((side) => [...nodes(side)].filter(isSlope));
  const written = (side: Expr): Expr =>
    transform(side, (node) => {
      if (node.kind !== "bracket" || node.sort !== "poisson") return node;
      const [place, other, sign] = conjugate(node.left)
        ? [node.left, node.right, 1]
        : [node.right, node.left, -1];
      const slope = slopes.find(
        (one) => one.operand === other && isOpposite(one.by.variable, place),
      );
      if (!slope || conjugate(other)) return node;
      return (conjugate(place)?.letter === "q" ? 1 : -1) * sign > 0 ? slope : negate(slope);
    });
  const [left, right] = [written(claim.left), written(claim.right)];
  const isWritten = left !== claim.left || right !== claim.right;
  return isWritten ? { claim: { ...claim, left, right }, used: [canonical] } : undefined;
}

const canonical = basis("Poisson brackets", "\\{q,p\\}=1");

type Slope = Derivative & { readonly by: Extract<By, { readonly kind: "variable" }> };

const isSlope = (node: Expr): node is Slope =>
  node.kind === "derivative" &&
  node.by.kind === "variable" &&
  node.by.style === "partial" &&
  node.by.held === undefined &&
  node.order === one &&
  node.operand?.kind === "symbol" &&
  node.operand.role === undefined;

/** q, q_i, q^I, p_i: the letter and what tells it from others, at whatever height. */
function conjugate(node: Expr): { readonly letter: string; readonly label: string } | undefined {
  const labels =
    node.kind === "tensor"
      ? node.indices.map(({ name }) => name)
      : node.kind === "labelled"
        ? node.labels.map((label) => printExpr(label))
        : [];
  const [, letter, label] = /^([qp])(?:_(.+))?$/.exec(nameKey(node)) ?? [];
  return letter ? { letter, label: [...(label ? [label] : []), ...labels].join(" ") } : undefined;
}

/** p_i of q_i. */
function isOpposite(a: Expr, b: Expr): boolean {
  const [one, other] = [conjugate(a), conjugate(b)];
  return one !== undefined && one.letter !== other?.letter && one.label === other?.label;
}

/** The one coordinate and momentum that are written, else q and p. */
function pairOf({ left, right }: Claim): readonly [Expr, Expr] {
  const names = [left, right].flatMap((side) => [...symbolsOf(side)]);
  const place = names.find(({ name, type }) => type === "scalar" && /^[qx]$/.test(name));
  return [place ?? symbol("q"), symbol("p")];
}

/** Braces as Poisson brackets. */
const marked = (part: Expr): Expr =>
  transform(part, (node) => (isBracket(node) ? poisson(node.left, node.right) : node));

const isBracket = (node: Expr): node is Bracket =>
  node.kind === "bracket" && (node.sort === "poisson" || node.sort === "anticommutator");

/** ħ, i, hats, commutators, and operators where the braces may be of them. */
const isQuantum = (sides: readonly Expr[], certain: boolean): boolean =>
  sides.some((side) =>
    some(
      side,
      (node) =>
        node === hbar ||
        node === constant("i") ||
        (node.kind === "bracket" && node.sort === "commutator") ||
        (node.kind === "symbol" &&
          ((isOperator(node) && !certain) || unhatted(node.name) !== node.name)),
    ),
  );

const isCanonical = (node: Expr): boolean =>
  node.kind === "symbol" &&
  (node.role === "position-operator" ||
    node.role === "momentum-operator" ||
    (node.role === undefined && node.type === "scalar" && /^[qp]$/.test(node.name)));

const isTurning = (node: Expr): boolean =>
  node.kind === "symbol" &&
  (node.role === "angular-momentum" || (node.type === "three-vector" && node.name === "L"));

const isOperator = (node: Sym): boolean =>
  (node.type === "operator" || node.type === "matrix") && !isCanonical(node) && !isTurning(node);

/** Holds a coordinate, a momentum, or a name that the text says what it is. */
const isOfPlaces =
  (named: ReadonlySet<Expr>) =>
  (part: Expr): boolean =>
    some(
      part,
      (node) => isCanonical(node) || isTurning(node) || (named.has(node) && node.kind === "symbol"),
    );

/** L² beside L_z. */
const isBareTurning = (sides: readonly Expr[]): boolean =>
  sides.some((side) =>
    some(side, (node) => node.kind === "dot" && [node.left, node.right].every(isTurning)),
  );

/** x_i, p_j, L_k with a letter for the direction. */
const isComponent = (node: Expr): boolean =>
  (node.kind === "tensor" &&
    (isCanonical(node.head) || isTurning(node.head)) &&
    node.indices.some(({ value }) => value === undefined)) ||
  isNumberedPlace(node);

const isNumberedPlace = (node: Expr): boolean =>
  node.kind === "labelled" &&
  isCanonical(node.head) &&
  node.labels.length === 1 &&
  node.labels.every((label) => label.kind === "symbol" && /^[i-n]$/.test(label.name));

/** Coordinates and momenta as numbers, in space as vectors; 𝐋 = 𝐫×𝐩 where nothing else is said. */
const transformed = (inSpace: boolean, facts: readonly Expr[], named: ReadonlySet<Expr>) => {
  const isGivenByComponent = facts.some(isComponentOfL);
  const plain = (node: Sym): Expr => symbol(node.name, inSpace ? "three-vector" : "scalar");
  return (part: Expr): Expr =>
    transform(part, (node) => {
      if (node.kind === "symbol")
        return isCanonical(node) ? plain(node) : isOperator(node) ? symbol(node.name) : node;
      if (node.kind === "dot" && [node.left, node.right].every(isTurning) && inSpace)
        return named.has(node.left) ? node : dot(turning, turning);
      if (node.kind === "labelled" && isComponentOfL(node))
        return alongAxis("_xyz".indexOf(printExpr(node.labels[0] ?? node.head)));
      if (node.kind === "labelled" && isCanonicalName(node)) return symbol(printExpr(node));
      if (node.kind === "labelled" && inSpace && node.head.type === "three-vector") {
        const [label] = node.labels;
        return label?.kind === "symbol" ? tensor(node.head, down(label.name, "spatial")) : node;
      }
      if (node.kind === "labelled" && inSpace && node.head.role === "delta") {
        const letters = node.labels.flatMap((label) =>
          label.kind === "symbol" ? [down(label.name, "spatial")] : [],
        );
        return letters.length === node.labels.length ? tensor(node.head, ...letters) : node;
      }
      if (node.kind !== "tensor") return node;
      if (node.head.kind !== "symbol" || !isTurning(node.head)) return node;
      const [index] = node.indices;
      if (index?.value !== undefined && isGivenByComponent) return alongAxis(index.value);
      if (index?.value !== undefined && !inSpace) return aboutAxis(index.value);
      const given = symbol(node.head.name, "three-vector");
      if (named.has(given)) return tensor(given, ...node.indices);
      return tensor(turning, ...node.indices);
    });
};

/** L_z, whatever it is taken for. */
const isComponentOfL = (node: Expr): boolean =>
  (node.kind === "tensor" && isTurning(node.head) && node.indices[0]?.value !== undefined) ||
  (node.kind === "labelled" &&
    node.head.name === "L" &&
    node.labels.length === 1 &&
    node.labels.every((label) => label.kind === "symbol" && /^[xyz]$/.test(label.name)));

/** p_x, p_θ: the momentum of a coordinate. */
const isCanonicalName = ({ head, labels }: Labelled): boolean =>
  head.name === "p" &&
  labels.length === 1 &&
  labels.every((label) => label.kind === "symbol" && /^[xyzrρθφϕψ]$/u.test(label.name));

/** L_x, L_y, L_z as three names. */
const alongAxis = (value: number): Expr => symbol(`L_${"xyz"[value - 1]}`);

const turning = cross(symbol("x", "three-vector"), symbol("p", "three-vector"));

/** L_z = xp_y − yp_x and its like. */
function aboutAxis(value: number): Expr {
  const axes = "xyz";
  const [a, b] = [axes[value % 3] ?? "", axes[(value + 1) % 3] ?? ""];
  return minus(product(symbol(a), symbol(`p_${b}`)), product(symbol(b), symbol(`p_${a}`)));
}

/** Names in brackets of which nothing is said: functions of the coordinate and the momentum. */
function unknowns(claim: Claim, named: ReadonlySet<Expr>): ReadonlySet<Sym> {
  const found = new Set<Sym>();
  for (const side of [claim.left, claim.right])
    for (const node of nodes(side))
      if (node.kind === "bracket" && node.sort === "poisson")
        for (const name of symbolsOf(node))
          if (name.type === "scalar" && /^[A-Hf-hu-v]$/.test(name.name) && !named.has(name))
            found.add(name);
  return found;
}
