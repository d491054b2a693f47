/** Tr(AB) = A_{ij}B_{ji}, (AB)_{ij} = A_{ik}B_{kj}: a matrix beside its entries is written out, three rows by three columns. */
import { down, index, matrix, num, symbol, tensor } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr, Index, Sym } from "../expr/node";
import { isSpinor, isVector } from "../expr/questions";
import { mapChildren, nodes, replace, some } from "../expr/walk";
import { mapClaim, partsOf } from "./facts";
import type { Diagnosis, Verdict } from "./verdict";

/** Polynomial identities of matrices of this size begin with so many factors. */
const longest = 3;

export interface Entries {
  readonly claim: Claim;
  /** What the matrices are called where they are written out. */
  readonly names: ReadonlyMap<Expr, Expr>;
}

export function withMatrixEntries(claim: Claim): Entries {
  const unchanged: Entries = { claim, names: new Map() };
  const sides = [claim.left, claim.right];
  const names = new Set(sides.flatMap((side) => [...nodes(side)].flatMap(matrixNames)));
  if (names.size === 0) return unchanged;
  const written = [...sides, ...claim.given.flatMap(({ facts }) => facts.flatMap(partsOf))];
  const hasEntries = sides.some((side) =>
    some(side, (node) => isEntryOfProduct(node) || names.has(entryName(node) ?? "")),
  );
  if (!hasEntries || written.some((part) => some(part, isElsewhere))) return unchanged;
  const ofThisSize = sides.some((side) => some(side, isOfThreeDimensions));
  if (!ofThisSize && sides.some((side) => some(side, isOfAnySize))) return unchanged;
  const called = new Map<Expr, Expr>();
  const entries = mapClaim(claim, (part) => writtenOut(part, names, called));
  const given = entries.given.map((premise, n) => ({
    ...premise,
    facts: premise.facts.map((fact, k) => saidOfWhole(claim.given[n]?.facts[k], names) ?? fact),
  }));
  return { claim: { ...entries, given }, names: called };
}

/** “R is orthogonal” is said of the entries together, under the name they have. */
const saidOfWhole = (fact: Fact | undefined, names: ReadonlySet<string>): Fact | undefined =>
  fact?.kind === "property" && fact.of.some((one) => one.kind === "symbol" && names.has(one.name))
    ? fact
    : undefined;

/** The verdict with the matrices called by their names again. */
export const withNamesAgain = (verdict: Verdict, names: ReadonlyMap<Expr, Expr>): Verdict =>
  names.size > 0 && "diagnoses" in verdict && verdict.diagnoses
    ? { ...verdict, diagnoses: verdict.diagnoses.map((one) => renamed(one, names)) }
    : verdict;

function renamed(diagnosis: Diagnosis, names: ReadonlyMap<Expr, Expr>): Diagnosis {
  const back = (part: Expr): Expr => replace(part, names);
  const mended =
    "mended" in diagnosis && diagnosis.mended ? { mended: back(diagnosis.mended) } : {};
  switch (diagnosis.kind) {
    case "factor":
      return { ...diagnosis, ...mended, factor: back(diagnosis.factor) };
    case "term":
      return { ...diagnosis, ...mended, term: back(diagnosis.term) };
    case "order":
      return { ...diagnosis, ...mended, factors: back(diagnosis.factors) };
    case "conjugate":
      return { ...diagnosis, ...mended, symbol: back(diagnosis.symbol) };
    case "exponent":
      return { ...diagnosis, ...mended, from: back(diagnosis.from), to: back(diagnosis.to) };
    default:
      return { ...diagnosis, ...mended };
  }
}

/** Names that stand for matrices: as read, or because a product of them has two indices. */
function matrixNames(node: Expr): readonly string[] {
  if (node.kind === "symbol") return isMatrix(node) ? [node.name] : [];
  if (!isEntryOfProduct(node) || node.kind !== "tensor") return [];
  return [...nodes(node.head)].flatMap((part) =>
    part.kind === "symbol" && part.role === undefined ? [part.name] : [],
  );
}

const isMatrix = ({ type, role, space }: Sym): boolean =>
  (type === "matrix" || type === "operator") && role === undefined && space === undefined;

/** (AB)_{ij}, (A⁻¹)_{ij}. */
const isEntryOfProduct = (node: Expr): boolean =>
  node.kind === "tensor" &&
  node.indices.length === 2 &&
  node.indices.every(isOfSpace) &&
  /^(?:sum|product|power|involution)$/.test(node.head.kind);

const isOfSpace = ({ space }: Index): boolean => space === "spatial" || space === "generic";

/** A in A_{ij}, A_{1j}, A_{kj} under ∑_k. */
function entryName(node: Expr): string | undefined {
  if (node.kind === "tensor" && node.indices.length === 1 && node.head.kind === "labelled") {
    const { head, labels } = node.head;
    return labels.length === 1 && labels.every(isLabel) && node.indices.every(isOfSpace)
      ? head.name
      : undefined;
  }
  if (node.kind === "tensor" && node.indices.length === 2 && node.indices.every(isOfSpace))
    return node.head.kind === "symbol" && node.head.role === undefined ? node.head.name : undefined;
  return node.kind === "labelled" && node.labels.length === 2 && node.labels.every(isLabel)
    ? node.head.name
    : undefined;
}

const isLabel = (label: Expr): boolean =>
  label.kind === "symbol"
    ? /^[i-n]$/.test(label.name)
    : label.kind === "num" &&
      label.denominator === 1n &&
      label.numerator > 0n &&
      label.numerator < 4n;

/** Vectors of other spaces, derivatives and states are not about entries alone. */
const isElsewhere = (node: Expr): boolean =>
  node.kind === "ket" ||
  node.kind === "bra" ||
  node.kind === "derivative" ||
  node.kind === "matrix" ||
  (node.kind === "tensor" && node.indices.some((one) => !isOfSpace(one))) ||
  isVector(node) ||
  isSpinor(node) ||
  (node.kind === "symbol" && /^(?:gamma|pauli|generator|metric)$/.test(node.role ?? ""));

const isOfThreeDimensions = (node: Expr): boolean =>
  (node.kind === "symbol" && node.role === "epsilon") ||
  (node.kind === "labelled" && node.labels.some((label) => label.kind === "num")) ||
  (node.kind === "tensor" && node.indices.some(({ value }) => value !== undefined));

/** What small matrices obey and large ones do not: determinants, and many factors in a row. */
const isOfAnySize = (node: Expr): boolean =>
  (node.kind === "function" && node.name === "det") ||
  (node.kind === "product" && node.factors.length > longest + 1) ||
  (node.kind === "power" && node.exponent.kind === "num" && node.exponent.numerator > 2n);

function writtenOut(node: Expr, names: ReadonlySet<string>, called: Map<Expr, Expr>): Expr {
  const name = entryName(node);
  if (name !== undefined && names.has(name)) return entry(name, indicesOf(node));
  if (node.kind === "symbol" && names.has(node.name)) {
    const whole = matrix(
      [1, 2, 3].map((row) => [1, 2, 3].map((column) => entry(node.name, [at(row), at(column)]))),
    );
    called.set(whole, node);
    return whole;
  }
  const inner = mapChildren(ofSize(node, names), (part) => writtenOut(part, names, called));
  if (inner.kind !== "tensor") return intern(inner);
  return intern({ ...inner, indices: inner.indices.map((one) => ({ ...one, space: "spatial" })) });
}

/** ∑_{k=1}^n A_{ik}B_{kj} goes over all rows, however many there are. */
function ofSize(node: Expr, names: ReadonlySet<string>): Expr {
  if (node.kind !== "series" || !node.lower || node.upper?.kind !== "symbol") return node;
  const isOverEntries = some(node.body, (part) => names.has(entryName(part) ?? ""));
  return isOverEntries && node.lower === num(1) ? intern({ ...node, upper: num(3) }) : node;
}

const entry = (name: string, indices: readonly Index[]): Expr =>
  tensor(symbol(name, "tensor", { domain: "complex" }), ...indices);

const at = (place: number): Index => index(String(place), "down", "spatial", place);

function indicesOf(node: Expr): readonly Index[] {
  if (node.kind === "tensor")
    return [
      ...indicesOf(node.head),
      ...node.indices.map((one): Index => ({ ...one, space: "spatial" })),
    ];
  if (node.kind !== "labelled") return [];
  return node.labels.map((label) =>
    label.kind === "num"
      ? at(Number(label.numerator))
      : down(label.kind === "symbol" ? label.name : "", "spatial"),
  );
}
