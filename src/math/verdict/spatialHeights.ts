/** F_{0i} = −F^{0i}, ∂^i = −∂_i: beside a metric (+−−−) the height of a spatial index is a sign. */
import { down, minusOne, product, symbol, tensor, zero } from "../expr/build";
import type { Claim, Fact, Premise } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr, Index, Labelled, Tensor } from "../expr/node";
import { indicesOn } from "../expr/questions";
import { nodes, transform } from "../expr/walk";
import { partsOf, withFacts } from "./facts";

/** The claim with spatial indices raised, and ∂^i lowered, by the metric; undefined where none is. */
export function withSpatialHeights(claim: Claim): Claim | undefined {
  const { metric } = claim.conventions;
  if (metric === "euclidean" || (metric === "mostly-plus" && !claim.given.some(givesComponents)))
    return undefined;
  const asked = [claim.left, claim.right].flatMap((side) => [...nodes(side)]);
  const given = claim.given.flatMap(({ facts }) => facts.flatMap(partsOf));
  const all = [...asked, ...given.flatMap((part) => [...nodes(part)])];
  const isSaid = claim.conventions.declared.includes("metric") || asked.some(isInSpacetime);
  if (!isSaid || !all.some((node) => indicesOn(node).some(isSpatial))) return undefined;
  const names = new Set(all.flatMap(namedInSpacetime));
  for (const name of writtenAtBothHeights(all)) names.add(name);
  const signs: Signs = metric === "mostly-minus" ? { time: 1, space: -1 } : { time: -1, space: 1 };
  const natural = (node: Expr): Expr => inPlace(node, names, signs);
  const put = (side: Expr): Expr => transform(side, natural);
  const [left, right] = [put(claim.left), put(claim.right)];
  const changed = withFacts({ ...claim, left, right }, (fact) => ofFact(fact, put));
  const isSame = left === claim.left && right === claim.right && changed.given === claim.given;
  return isSame ? undefined : changed;
}

/** g_{00} and g_{11}. */
interface Signs {
  readonly time: 1 | -1;
  readonly space: 1 | -1;
}

/** F_{0i} = E_i. */
const givesComponents = ({ facts }: Premise): boolean =>
  facts.some(
    (fact) =>
      fact.kind === "definition" &&
      fact.head.kind === "tensor" &&
      fact.head.indices.some(isSpatial) &&
      isInSpacetime(fact.head),
  );

/** A definition keeps a tensor as its head. */
function ofFact(fact: Fact, put: (part: Expr) => Expr): Fact {
  switch (fact.kind) {
    case "definition": {
      const [head, body] = [put(fact.head), put(fact.body)];
      if (head === fact.head && body === fact.body) return fact;
      if (head.kind !== "product") return { ...fact, head, body };
      const [sign, own] = head.factors;
      return sign === minusOne && own && head.factors.length === 2
        ? { ...fact, head: own, body: product(minusOne, body) }
        : fact;
    }
    case "constraint":
    case "algebra": {
      const [left, right] = [put(fact.left), put(fact.right)];
      return left === fact.left && right === fact.right ? fact : { ...fact, left, right };
    }
    default:
      return fact;
  }
}

const isSpatial = (index: Index): boolean => index.space === "spatial" && index.value === undefined;

const isInSpacetime = (node: Expr): boolean =>
  indicesOn(node).some(({ space }) => space === "lorentz");

/** F of F_{μν} or F_{0i}, A of A_0. */
const namedInSpacetime = (node: Expr): readonly string[] =>
  node.kind === "tensor" && node.head.kind === "symbol" && isInSpacetime(node)
    ? [node.head.name]
    : [];

const timeBelow: Index = { ...down("0"), value: 0 };

/** A_0 read as a name. */
const isTimeOf = (node: Expr, names: ReadonlySet<string>): node is Labelled =>
  node.kind === "labelled" &&
  names.has(node.head.name) &&
  node.head.role === undefined &&
  node.above === undefined &&
  node.labels.length === 1 &&
  node.labels[0] === zero;

/** V of V^i and V_i. */
function writtenAtBothHeights(all: readonly Expr[]): readonly string[] {
  const found = all.flatMap((node) =>
    node.kind === "tensor" && node.head.kind === "symbol" && node.head.role === undefined
      ? node.indices.filter(isSpatial).map(({ place }) => ({ name: nameOf(node), place }))
      : [],
  );
  return found.flatMap(({ name, place }) =>
    found.some((other) => other.name === name && other.place !== place) ? [name] : [],
  );
}

const nameOf = ({ head }: Tensor): string => (head.kind === "symbol" ? head.name : "");

/** Tensors have their indices above, derivatives below; every other place costs a sign. */
function inPlace(node: Expr, names: ReadonlySet<string>, signs: Signs): Expr {
  if (node.kind === "derivative" && node.by.kind === "index") {
    const { index } = node.by;
    if (signs.space === 1 || !isSpatial(index) || index.place === "down") return node;
    return product(
      minusOne,
      intern({ ...node, by: { ...node.by, index: { ...index, place: "down" } } }),
    );
  }
  if (isTimeOf(node, names)) return tensor(symbol(node.head.name, "four-vector"), timeBelow);
  return node.kind === "tensor" ? raised(node, names, signs) : node;
}

function raised(node: Tensor, names: ReadonlySet<string>, signs: Signs): Expr {
  const { head, indices } = node;
  const isKnown = head.kind !== "symbol" || invariant.test(head.role ?? "");
  if (isKnown || !indices.some(isSpatial)) return node;
  if (!names.has(head.name) && !/^(?:field-strength|gamma)$/.test(head.role ?? "")) return node;
  const lowered = indices.filter(
    (index) => index.place === "down" && (isSpatial(index) || index.value === 0),
  );
  if (lowered.length === 0) return node;
  const above = intern({
    ...node,
    indices: indices.map((index) =>
      lowered.includes(index) ? { ...index, place: "up" as const } : index,
    ),
  });
  const isOdd =
    lowered.filter((index) => (isSpatial(index) ? signs.space : signs.time) === -1).length % 2 ===
    1;
  return isOdd ? product(minusOne, above) : above;
}

const invariant = /^(?:delta|epsilon|metric|pauli|generator)$/;
