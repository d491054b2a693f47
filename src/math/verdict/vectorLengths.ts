/** 𝐚·𝐛 = ab cos θ, 𝐋·𝐒 = ½(J² − L² − S²): a plain letter beside the same letter in bold, and the angle of two vectors. */
import { dot, func, num, power, product, quotient } from "../expr/build";
import type { Claim, Fact, Premise } from "../expr/claim";
import type { Expr } from "../expr/node";
import { printExpr } from "../expr/print";
import { unhatted } from "../expr/questions";
import { nodes, some, transform } from "../expr/walk";
import { mapClaim, partsOf, withoutFacts } from "./facts";
import { freeSymbols } from "./freeSymbols";
import { basis, type Written } from "./written";

export function withVectorLengths(claim: Claim): Claim | Written {
  const sides = [claim.left, claim.right];
  const all = sides.flatMap((side) => [...nodes(side)]);
  const inGiven = claim.given
    .flatMap(({ facts }) => facts.flatMap(partsOf))
    .flatMap((part) => [...nodes(part)]);
  const vectors = vectorsIn([...inGiven, ...all]);
  if (vectors.size === 0) return claim;
  const facts = claim.given.flatMap((premise) => premise.facts);
  const spoken = new Set(facts.flatMap((fact) => (fact.kind === "definition" ? [fact.head] : [])));
  const inSides = vectorsIn(all);
  const angle = angleIn(sides, all, inSides, spoken);
  const isMoving = all.some((node) => isSlopeOfVector(node) || node.kind === "integral");
  const named = new Map<Expr, Expr>();
  for (const node of all) {
    const namesake = isPlain(node) && !spoken.has(node) ? vectors.get(keyOf(node)) : undefined;
    const vector = namesake && !isUnit(namesake) ? namesake : undefined;
    const stands = isMoving && !isOnlySquared(node, sides);
    const isKnown = usual.test(keyOf(node)) && inSides.has(keyOf(node));
    if (vector && !stands && !isKnown) named.set(node, vector);
  }
  const ofSpacetime = new Set(inGiven.flatMap(fourVectorIn).map(keyOf));
  for (const name of named.keys())
    if (ofSpacetime.has(keyOf(name)) && isOnlySquared(name, sides)) named.delete(name);
  const squares = new Set([...named.keys()].filter((name) => isOnlySquared(name, sides)));
  // J² beside 𝐋 and 𝐒 belongs to a sum that nothing gives.
  const isTotal = all.some((node) => isPlain(node) && keyOf(node) === "J") && !vectors.has("J");
  if (isTotal && (vectors.has("L") || vectors.has("S"))) return claim;
  const lengths = new Set(
    [...named.keys()].filter((name) => !squares.has(name) && isLength(name, angle, all)),
  );
  if (lengths.size + squares.size === 0 && !angle) return claim;
  const names = new Map<Expr, Expr>(angle ? [[angle.value, angle.name]] : []);
  for (const name of lengths) names.set(lengthOf(named.get(name) as Expr), name);
  const put = (side: Expr): Expr =>
    transform(side, (node) => {
      const squared = node.kind === "power" ? squareOf(node.base, named) : undefined;
      if (node.kind === "power" && squared && isEven(node.exponent))
        return node.exponent === num(2)
          ? squared
          : power(squared, num(Number(halfOf(node.exponent))));
      const vector = lengths.has(node) ? named.get(node) : undefined;
      if (vector) return lengthOf(vector);
      return angle && node === angle.name ? angle.value : node;
    });
  const shown = [...named].flatMap(([name, vector]) =>
    lengths.has(name) || squares.has(name) ? [vector] : [],
  );
  const used: readonly Premise[] = [
    ...(shown.length > 0 ? [lengthsOf(shown)] : []),
    ...(angle ? [basis("the angle between the vectors", angle.latex)] : []),
  ];
  const isTold = (fact: Fact): boolean =>
    fact.kind === "constraint" &&
    partsOf(fact).some((part) => some(part, isVector)) &&
    partsOf(fact).some((part) => put(part) !== part);
  return { claim: mapClaim(withoutFacts(claim, isTold), put), used, names };
}

/** Vectors by their letters; a letter that only heads a family, the S of 𝐒₁, is none. */
function vectorsIn(all: readonly Expr[]): ReadonlyMap<string, Expr> {
  const isBare = (node: Expr): boolean =>
    all.filter((other) => other === node).length >
    all.filter((other) => other.kind === "labelled" && other.head === node).length;
  const vectors = [...new Set(all.filter(isVector))].filter(isBare);
  const hatted = vectors.filter(isUnit);
  return new Map(
    [...hatted, ...vectors.filter((vector) => !isUnit(vector))].map(
      (vector) => [keyOf(vector), vector] as const,
    ),
  );
}

/** r̂ has no length of its own. */
const isUnit = (vector: Expr): boolean =>
  vector.kind === "symbol" && unhatted(vector.name) !== vector.name.normalize("NFKD");

/** v² beside 𝐯̇ is left alone; ṙ² of the coordinates of 𝐯 is not. */
const isSlopeOfVector = (node: Expr): boolean =>
  node.kind === "derivative" &&
  (node.operand === undefined || node.by.kind !== "variable" || some(node.operand, isVector));

/** Letters whose length needs no word. */
const usual = /^[rRkqpv]′*$/u;

const lengthOf = (vector: Expr): Expr => func("sqrt", [dot(vector, vector)]);

const lengthsOf = (vectors: readonly Expr[]): Premise =>
  basis(
    "plain letters for lengths",
    vectors.map((vector) => `${letterOf(vector)}=|\\mathbf{${letterOf(vector)}}|`).join(",\\ "),
  );

const letterOf = (vector: Expr): string => keyOf(vector);

const isVector = (node: Expr): boolean =>
  (node.kind === "symbol" && node.type === "three-vector" && node.role !== "pauli") ||
  (node.kind === "labelled" && node.head.type === "three-vector" && node.head.role !== "pauli");

/** k^μ, whose square is no k² of 𝐤. */
const fourVectorIn = (node: Expr): readonly Expr[] =>
  node.kind === "tensor" && node.indices.length === 1 && node.indices[0]?.space === "lorentz"
    ? [node.head]
    : node.kind === "symbol" && node.type === "four-vector"
      ? [node]
      : [];

const isPlain = (node: Expr): boolean =>
  (node.kind === "symbol" && node.type === "scalar" && node.role === undefined) ||
  (node.kind === "labelled" && node.head.type === "scalar");

/** The letter and the labels, whether bold, hatted or plain. */
const keyOf = (node: Expr): string => unhatted(printExpr(node)).normalize("NFKD");

const isEven = (exponent: Expr): boolean =>
  exponent.kind === "num" &&
  exponent.denominator === 1n &&
  exponent.numerator > 0n &&
  exponent.numerator % 2n === 0n;

const halfOf = (exponent: Expr): bigint => (exponent.kind === "num" ? exponent.numerator / 2n : 1n);

const squareOf = (base: Expr, named: ReadonlyMap<Expr, Expr>): Expr | undefined => {
  const vector = named.get(base);
  return vector && dot(vector, vector);
};

/** Every time the name stands in an even power. */
function isOnlySquared(name: Expr, sides: readonly Expr[]): boolean {
  const all = sides.flatMap((side) => [...nodes(side)]);
  const times = all.filter((node) => node === name).length;
  const squared = all.filter(
    (node) => node.kind === "power" && node.base === name && isEven(node.exponent),
  ).length;
  return times > 0 && times === squared;
}

/** Beside an angle or a product of vectors a letter is a length, unless energies and masses are called so. */
const isLength = (name: Expr, angle: Angle | undefined, all: readonly Expr[]): boolean =>
  angle !== undefined || (all.some(isCrossOrSize) && !/^[EHMT]/.test(keyOf(name)));

const isCrossOrSize = (node: Expr): boolean =>
  node.kind === "cross" ||
  (node.kind === "function" &&
    node.name === "abs" &&
    node.args.some((part) => part.kind === "cross"));

interface Angle {
  readonly name: Expr;
  readonly value: Expr;
  readonly latex: string;
}

/** θ of cos θ beside two vectors, where nothing else is said of it. */
function angleIn(
  sides: readonly Expr[],
  all: readonly Expr[],
  vectors: ReadonlyMap<string, Expr>,
  spoken: ReadonlySet<Expr>,
): Angle | undefined {
  const [a, b, more] = [...vectors.values()];
  if (!a || !b || more || all.some(({ kind }) => kind === "integral" || kind === "derivative"))
    return undefined;
  if (!all.some((node) => joins(node, a, b))) return undefined;
  const names = [...freeSymbols(...sides)].filter(({ name }) => /^[θϑφϕγαχΘ]′?$/u.test(name));
  const [name, other] = names.filter((one) => isUnderCosine(one, all) && !spoken.has(one));
  if (!name || other) return undefined;
  const value = func("acos", [quotient(dot(a, b), product(lengthOf(a), lengthOf(b)))]);
  const [left, right] = [a, b].map((vector) => `\\mathbf{${letterOf(vector)}}`);
  return { name, value, latex: `\\angle(${left},${right})` };
}

/** 𝐚·𝐛, 𝐚×𝐛 and 𝐚 + 𝐛 speak of both. */
const joins = (node: Expr, a: Expr, b: Expr): boolean =>
  (node.kind === "dot" || node.kind === "cross" || node.kind === "sum") &&
  [a, b].every((vector) => some(node, (part) => isVector(part) && keyOf(part) === keyOf(vector)));

function isUnderCosine(name: Expr, all: readonly Expr[]): boolean {
  const times = all.filter((node) => node === name).length;
  const under = all.filter(
    (node) => node.kind === "function" && /^(?:sin|cos)$/.test(node.name) && node.args[0] === name,
  ).length;
  return (
    under > 0 &&
    under === times &&
    all.some((node) => (node.kind === "function" && node.name === "cos") || node.kind === "cross")
  );
}
