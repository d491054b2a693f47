/** 𝐋 = 𝐫×𝐩 beside places and momenta, which are operators in all three directions. */
import {
  constant,
  cross,
  dot,
  down,
  hbar,
  minus,
  product,
  sum,
  symbol,
  tensor,
} from "../expr/build";
import type { Claim, Fact, Premise } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr, Index, Labelled, Sym } from "../expr/node";
import { printExpr } from "../expr/print";
import { isTwo, unhatted } from "../expr/questions";
import { children, mapChildren, nodes, replace, some, symbolsOf, transform } from "../expr/walk";
import { mapClaim, mapFact, partsOf } from "./facts";
import { operatorMeanings } from "./operatorMeanings";
import { standing } from "./standing";
import type { Written } from "./written";

/** [L_z, x]: an angular momentum that may be made of the operators beside it. */
export function isOrbital(sides: readonly Expr[]): boolean {
  const symbols = sides.flatMap((side) => [...symbolsOf(side)]);
  return (
    symbols.some(isTurning) &&
    (symbols.some(isPlaceOrMomentum) || sides.some((side) => some(side, turnsPlaces)))
  );
}

/** [𝛔·𝐩, x], [𝐩, 𝐫²]: of places and momenta, whatever they are set in. */
const isQuantumBracket = (node: Expr): boolean => {
  if (node.kind !== "bracket" || node.sort === "poisson") return false;
  const symbols = [...standing(node)];
  const bold = (letters: RegExp): boolean =>
    symbols.some(
      ({ name, type, role }) =>
        role === undefined && type === "three-vector" && letters.test(unhatted(name)),
    );
  return (bold(/^[rxp]$/) && symbols.some(isPlaceOrMomentum)) || (bold(/^p$/) && bold(/^[rx]$/));
};

/** 𝐫·𝐩 − 𝐩·𝐫 = 3iħ, 𝐩×𝐋 + 𝐋×𝐩 = 2iħ𝐩: products of places and momenta beside ħ, and no plane waves. */
const areOrdered = (sides: readonly Expr[]): boolean =>
  sides.some((side) => some(side, (node) => node === hbar)) &&
  sides.some((side) => some(side, isOrderedProduct)) &&
  !sides.some((side) =>
    some(
      side,
      (node) => node.kind === "function" || (node.kind === "power" && isPlaneWave(node.exponent)),
    ),
  );

/** 𝐋 beside operators. */
const turning = (part: Expr): Expr =>
  transform(part, (node) =>
    node.kind === "symbol" && node.role === undefined && vectorNamed(node, /^L$/)
      ? intern({ ...node, role: "angular-momentum" })
      : node,
  );

const isPlaneWave = (exponent: Expr): boolean => some(exponent, isOrderedProduct);

const isOrderedProduct = (node: Expr): boolean =>
  (node.kind === "dot" || node.kind === "cross") &&
  [node.left, node.right].some((part) => part.kind === "symbol" && vectorNamed(part, /^p$/)) &&
  [node.left, node.right].some((part) => part.kind === "symbol" && vectorNamed(part, /^[rxL]$/));

const vectorNamed = ({ name, type }: Sym, letters: RegExp): boolean =>
  type === "three-vector" && letters.test(unhatted(name));

/** [L_z, y], [L_z, 𝐩²]: what L is commuted with is turned by it. */
const turnsPlaces = (node: Expr): boolean =>
  node.kind === "bracket" &&
  [...standing(node)].some(isTurning) &&
  [...standing(node)].some(
    ({ name, type, role }) =>
      role === undefined &&
      ((type === "scalar" && axes.includes(name)) ||
        (type === "three-vector" && /^[rxp]$/.test(unhatted(name)))),
  );

/** The claim with x, y, z, p_x, … as components of 𝐫 and 𝐩, and 𝐋 made of them where the text or, if that `mayBe`, its usual meaning says so. */
export function withOrbits(written: Claim, mayBe: boolean): Written {
  const claim = areOrdered([written.left, written.right]) ? mapClaim(written, turning) : written;
  const said = claim.given.flatMap(({ facts }) => facts);
  const meanings = operatorMeanings(claim);
  const sides = [claim.left, claim.right].map((side) => replace(side, meanings));
  const speaks =
    sides.some((side) => some(side, isMomentumComponent)) ||
    isOrbital(sides) ||
    sides.some((side) => some(side, isQuantumBracket)) ||
    areOrdered(sides) ||
    (said.some(isOfOrbit) && sides.some((side) => [...symbolsOf(side)].some(isTurning)));
  if (!speaks || sides.some((side) => some(side, isElsewhere) || some(side, isBesideDistance)))
    return { claim, used: [] };
  const given = claim.given.map((premise) => ({
    ...premise,
    facts: premise.facts.map((fact) => {
      if (isOfOrbit(fact)) return mapFact(fact, operators);
      return fact.kind === "definition" && meanings.has(fact.head)
        ? mapFact(fact, asOperator)
        : fact;
    }),
  }));
  const left = asOperator(claim.left);
  const right = asOperator(claim.right);
  const stated = given.filter(({ facts }) => facts.some(saysCross));
  const asSaid = said.some(isOfOrbit);
  if (asSaid ? stated.length === 0 : !isOrbital(sides) || !mayBe)
    return { claim: { ...claim, left, right, given }, used: [] };
  return {
    claim: {
      ...claim,
      left: transform(left, asCrossed),
      right: transform(right, asCrossed),
      given: given.filter((premise) => !stated.includes(premise)),
    },
    used: asSaid ? stated : [usual],
  };
}

const isTurning = ({ name, role }: Sym): boolean =>
  role === "angular-momentum" && unhatted(name) === "L";

const isPlaceOrMomentum = ({ role }: Sym): boolean =>
  role === "position-operator" || role === "momentum-operator";

const isMomentumComponent = (node: Expr): boolean =>
  node.kind === "tensor" &&
  node.indices.length === 1 &&
  node.head.kind === "symbol" &&
  node.head.role === "momentum-operator";

/** x under an integral, in a state or in a function is no operator by itself. */
export const isElsewhere = ({ kind }: Expr): boolean =>
  /^(derivative|ket|bra|integral|series|limit|bar|involution|expectation)$/.test(kind);

const place = symbol("x", "operator", { role: "position-operator" });
const momentum = symbol("p", "operator", { role: "momentum-operator" });
const axes = ["x", "y", "z"];
const along = (head: Sym, at: number): Expr =>
  tensor(head, { name: axes[at] ?? "x", space: "spatial", place: "down", value: at + 1 });

/** ŷ, y and r_y as the second component of 𝐫, p² as the square of 𝐩. */
function asOperator(node: Expr): Expr {
  if (node.kind === "power" && isMomentum(node.base) && isTwo(node.exponent))
    return dot(momenta, momenta);
  if (node.kind === "power" && isDistance(node.base) && isTwo(node.exponent))
    return dot(places, places);
  if (node.kind === "labelled") return componentOf(node) ?? node;
  if (node.kind !== "symbol") return withoutHead(node, asOperator);
  if (node.type === "three-vector" && node.role === undefined) return vectorOf(node) ?? node;
  if (!/^(scalar|operator)$/.test(node.type)) return node;
  const at = axes.indexOf(unhatted(node.name));
  const isFree = node.role === undefined || node.role === "position-operator";
  return at >= 0 && isFree ? along(place, at) : node;
}

/** r, whose square is that of 𝐫. */
const isDistance = (node: Expr): boolean =>
  node.kind === "symbol" && node.name === "r" && node.type === "scalar" && node.role === undefined;

/** [𝐩·𝐫, 1/r]: the distance is no number where 𝐩 is an operator, but for its square. */
const isBesideDistance = (node: Expr): boolean =>
  node.kind === "bracket" &&
  [
    [node.left, node.right],
    [node.right, node.left],
  ].some(([one, other]) => one && other && holdsDistance(one) && some(other, isOfMomentum));

const holdsDistance = (node: Expr): boolean =>
  node.kind === "power" && isDistance(node.base) && isTwo(node.exponent)
    ? false
    : isDistance(node) || [...children(node)].some(holdsDistance);

const isOfMomentum = (node: Expr): boolean =>
  node.kind === "symbol" &&
  unhatted(node.name) === "p" &&
  (node.role === "momentum-operator" || (node.type === "three-vector" && node.role === undefined));

const isMomentum = (node: Expr): boolean =>
  node.kind === "symbol" && node.role === "momentum-operator" && unhatted(node.name) === "p";

/** The parts changed; of a name that carries indices only its sort. */
function withoutHead(node: Expr, change: (part: Expr) => Expr): Expr {
  if (node.kind !== "tensor" || node.head.kind !== "symbol") return mapChildren(node, change);
  const isPlain = node.head.type === "three-vector" && node.head.role === undefined;
  const head = isPlain && unhatted(node.head.name) !== "L" ? ofLetter(node.head) : undefined;
  return head ? tensor(head, ...node.indices) : node;
}

const vectorOf = ({ name }: Sym): Expr | undefined => {
  const letter = unhatted(name);
  return letter === "p" ? momenta : /^[rx]$/.test(letter) ? places : undefined;
};

/** r_z: the place is one, whatever letter it has. */
function componentOf(
  node: Labelled,
  of: (sym: Sym) => Sym | undefined = asPlace,
): Expr | undefined {
  const [label, more] = node.labels;
  const at = label?.kind === "symbol" ? axes.indexOf(label.name) : -1;
  const head = of(node.head);
  return head && at >= 0 && !more ? along(head, at) : undefined;
}

const asPlace = ({ name }: Sym): Sym | undefined => (unhatted(name) === "r" ? place : undefined);

/** What a text says of L: x, r and p in it are operators. */
const isOfOrbit = (fact: Fact): boolean =>
  (fact.kind === "definition" || fact.kind === "constraint") &&
  partsOf(fact)
    .slice(0, 1)
    .some((part) => letterOf(part) === "L");

/** L_i = ε_{ijk}x_jp_k, L_x = yp_z − zp_y and 𝐋 = 𝐫×𝐩. */
function saysCross(fact: Fact): boolean {
  const [head, body] = partsOf(fact);
  if (!isOfOrbit(fact) || !head || !body) return false;
  if (head.kind !== "tensor") return body === crossed;
  const [index] = head.indices;
  if (!index) return false;
  return index.value === undefined
    ? printExpr(body) === printExpr(contracted(index, indicesOf(body)))
    : printExpr(body) === printExpr(component(index.value - 1));
}

/** The two indices that are summed over, in the order of ε. */
const indicesOf = (body: Expr): readonly Index[] => {
  const levi = body.kind === "product" ? body.factors[0] : undefined;
  return levi?.kind === "tensor" ? levi.indices.slice(1) : [];
};

function letterOf(node: Expr): string | undefined {
  if (node.kind === "tensor" || node.kind === "labelled") return letterOf(node.head);
  return node.kind === "symbol" ? unhatted(node.name) : undefined;
}

/** Names of places and momenta as operators, L as the operator it is in the claim. */
function operators(node: Expr): Expr {
  if (node.kind === "labelled") return componentOf(node, ofLetter) ?? node;
  if (node.kind !== "tensor" || node.head.kind !== "symbol")
    return node.kind === "symbol" ? asOperator(node) : mapChildren(node, operators);
  const head = ofLetter(node.head);
  return head ? tensor(head, ...node.indices.map(inSpace)) : node;
}

function ofLetter({ name }: Sym): Sym | undefined {
  switch (unhatted(name)) {
    case "x":
    case "r":
      return place;
    case "p":
      return momentum;
    case "L":
      return symbol("L", "operator", { role: "angular-momentum" });
    default:
      return undefined;
  }
}

const inSpace = (index: Index): Index =>
  index.space === "generic" ? { ...index, space: "spatial" } : index;

/** L_z, L_i, L_± and 𝐋 of 𝐫 and 𝐩. */
function asCrossed(node: Expr): Expr {
  if (node.kind === "symbol")
    return isTurning(node) && node.type === "three-vector" ? crossed : node;
  if (node.kind === "dot") return node.left === crossed && node.right === crossed ? squared : node;
  const head = node.kind === "tensor" || node.kind === "labelled" ? node.head : undefined;
  const turning = head?.kind === "symbol" ? isTurning(head) : head === crossed;
  if (!turning) return node;
  if (node.kind === "labelled") return ladder(node.labels[0]) ?? node;
  const [index, more] = node.kind === "tensor" ? node.indices : [];
  if (!index || more) return node;
  return index.value === undefined ? contracted(index) : component(index.value - 1);
}

const component = (at: number): Expr => {
  const [a, b] = [(at + 1) % 3, (at + 2) % 3];
  return minus(
    product(along(place, a), along(momentum, b)),
    product(along(place, b), along(momentum, a)),
  );
};

const squared = sum(...[0, 1, 2].map((at) => product(component(at), component(at))));

function contracted(
  index: Index,
  [j, k]: readonly Index[] = ["′", "″"].map((mark) => down(`${index.name}${mark}`, "spatial")),
): Expr {
  const levi = symbol("ε", "tensor", { role: "epsilon" });
  return j && k ? product(tensor(levi, index, j, k), tensor(place, j), tensor(momentum, k)) : levi;
}

/** L_± = L_x ± iL_y. */
function ladder(label: Expr | undefined): Expr | undefined {
  const sign = label && [...nodes(label)].some((node) => node.kind === "num") ? -1 : 1;
  const isSign = label && [...nodes(label)].some((node) => "name" in node && node.name === "+");
  const turned = product(constant("i"), component(1));
  return isSign ? (sign > 0 ? sum(component(0), turned) : minus(component(0), turned)) : undefined;
}

const places = intern({ ...place, type: "three-vector" });
const momenta = intern({ ...momentum, type: "three-vector" });
const crossed = cross(places, momenta);

const usual: Premise = {
  id: "usual-definition",
  name: "the usual meaning of a name",
  latex: "\\mathbf{L}=\\mathbf{r}\\times\\mathbf{p}",
  source: "tacit",
  facts: [],
};
