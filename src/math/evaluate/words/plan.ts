/** Whether the formulas of a claim are read as operator words, and what that takes. */
import { minusOne, one, symbol, zero } from "../../expr/build";
import type { Expr, Sym } from "../../expr/node";
import { nodes as nodesOf } from "../../expr/walk";
import { type Continuum, continuumOf } from "../continuum/plan";
import { type Given, headKey } from "../given";
import { parts } from "../parts";
import { operatorSpace, spaceOfNode } from "../spaces";
import type { Targets } from "../taylor/plan";
import { amplitudesIn, isCoherent } from "./amplitudes";
import { exponentsIn, isExpressible, needsWords } from "./expressible";
import { type Graded, gradesOf } from "./grades";
import { isGrassmann, isLetter, isMode, letterTest, orderedIn, unspecifiedIn } from "./isLetter";
import { type Norm, normsOf } from "./norms";
import { propertiesOf, type Relation, relationsOf } from "./stated";

export interface WordPlan {
  readonly relations: readonly Relation[];
  /** Lowering operators, whose modes have quanta. */
  readonly ladders: readonly Expr[];
  /** Names whose quanta obey Pauli's principle. */
  readonly fermions: ReadonlySet<string>;
  /** Names whose algebra is what the relations say, not what their letter suggests. */
  readonly free: ReadonlySet<string>;
  /** |α⟩ stands for a coherent state. */
  readonly coherent: boolean;
  /** What exponents are expanded in; undefined where nothing is. */
  readonly grades: Graded | undefined;
  readonly holds: (expr: Expr) => boolean;
  /** What commutators of ladder operators are normalised to, by name. */
  readonly norms: ReadonlyMap<string, Norm>;
  /** An operator of which too little is said for a difference to count. */
  readonly uncertain: string | undefined;
  /** Labels of letters. */
  readonly labels: readonly Expr[];
  /** Sums over modes by their kernels, where they are compared so. */
  readonly continuum: Continuum | undefined;
}

/** Orders that are compared. */
export const orders = 4;

export function wordPlan(
  exprs: readonly Expr[],
  nodes: ReadonlySet<Expr>,
  given: Given,
): WordPlan | undefined {
  const holds = letterTest(given, nodes);
  if (!exprs.some(holds)) return undefined;
  const said = relationsOf(given);
  const norms = normsOf(given);
  const relations = [...said, ...propertiesOf(nodes, given)];
  const sides = given.algebras.map(({ left, right }): Relation => [left, right]);
  const symbols = letterSymbols(nodes, [...relations, ...sides]);
  const fermions = namesOf(symbols, ({ role }) => role === "fermion-lowering");
  const names = new Set([...nodes].flatMap((node) => (node.kind === "symbol" ? [node.name] : [])));
  const continuum = continuumOf(exprs, nodes, given, holds);
  const stated = said
    .flat()
    .flatMap(unspecifiedIn)
    .some((name) => names.has(name));
  const coherent = isCoherent(given);
  const exponents = [...nodes]
    .flatMap((node) => exponentsIn(node, holds))
    .filter((exponent) => !isNilpotent(exponent));
  const placed = new Set(relations.flat().flatMap(unspecifiedIn));
  const unspecified = [...nodes]
    .flatMap((node) => (node.kind === "symbol" ? unspecifiedIn(node) : []))
    .filter((name) => !given.definitions.has(`symbol ${name}`));
  const mixed = relations.find((sides) =>
    sides.some((side) => hasMode(side, given) || hasState(side)),
  );
  const wanted =
    stated ||
    coherent ||
    fermions.size > 0 ||
    [...norms.values()].some(isUnusual) ||
    (laddersIn(nodes).length > 1 && [...nodes].some(isVacuum)) ||
    exponents.some((exponent) => hasMode(exponent, given)) ||
    ((unspecified.length > 0 || [...nodes].some(isNamedState)) &&
      [...nodes].some((node) => node.kind === "symbol" && isMode(node))) ||
    [...nodes].some((node) => needsWords(node, holds, (part) => hasMode(part, given)));
  if (!continuum) {
    if (!symbolsMode(nodes) && [...nodes].some(isPlaced)) return undefined;
    if (!wanted || ![...nodes].every((node) => isExpressible(node, holds))) return undefined;
    if ([...nodes].some((node) => sumsModes(node, holds)) && [...nodes].some(hasShiftedLabel))
      return undefined;
  }
  const small = [...exponents, ...(coherent ? amplitudesIn(nodes) : [])];
  return {
    relations,
    ladders: laddersIn(nodes),
    fermions,
    free: namesOf(symbols, ({ role }) => role === undefined),
    coherent,
    grades:
      small.length > 0 && !continuum
        ? gradesOf({ exponents: small, relations, given, isLetter })
        : undefined,
    holds,
    norms,
    uncertain: continuum
      ? undefined
      : [
          ...unspecified.filter(
            (name) => mixed !== undefined || (!placed.has(name) && !(coherent && name === "D")),
          ),
          ...orderedIn(nodes),
        ][0],
    labels: labelsIn(nodes),
    continuum,
  };
}

/** What the formulas are expanded in. */
const parameter = symbol("expansion parameter ?", "scalar", { domain: "real" });

/** One variable, the expansion parameter. */
export const expansion = (order: number): Targets => ({
  symbols: new Set([parameter]),
  lorentz: false,
  spatial: false,
  order,
  inferred: new Map(),
  modes: { ladder: { names: new Set(), size: 1 }, place: { names: new Set(), size: 1 } },
  jets: [],
  shallow: 0,
  complex: new Set(),
  states: { names: new Set(), size: 0 },
  explicit: new Set(),
  assumed: new Set(),
  swept: new Set(),
});

const hasState = (node: Expr): boolean =>
  node.kind === "ket" || node.kind === "bra" || parts(node).some(hasState);

/** Operators that no finite matrix represents. */
function hasMode(node: Expr, given: Given, inside: readonly string[] = []): boolean {
  if (node.kind === "symbol" && isMode(node)) return true;
  if (parts(node).some((part) => hasMode(part, given, inside))) return true;
  const key = headKey(node) ?? "";
  if (inside.includes(key)) return false;
  const bodies = given.definitions.get(key) ?? [];
  return bodies.some(({ body }) => hasMode(body, given, [...inside, key]));
}

function letterSymbols(nodes: Iterable<Expr>, relations: readonly Relation[]): ReadonlySet<Sym> {
  const found = new Set<Sym>();
  const visit = (node: Expr): void => {
    if (node.kind === "symbol" && isLetter(node)) found.add(node);
    for (const part of parts(node)) visit(part);
  };
  for (const node of nodes) if (node.kind === "symbol") visit(node);
  for (const side of relations.flat()) visit(side);
  return found;
}

const namesOf = (symbols: Iterable<Sym>, wanted: (sym: Sym) => boolean): ReadonlySet<string> =>
  new Set([...symbols].filter(wanted).map(({ name }) => name));

/** Grassmann numbers alone. */
const isNilpotent = (exponent: Expr): boolean => {
  const symbols = [...nodesOf(exponent)].filter((node) => node.kind === "symbol" && isLetter(node));
  return symbols.length > 0 && symbols.every((node) => node.kind === "symbol" && isGrassmann(node));
};

/** Other than 1 and δ of labels. */
const isUnusual = ({ value }: Norm): boolean => value !== one && value.kind !== "labelled";

const symbolsMode = (nodes: Iterable<Expr>): boolean =>
  [...nodes].some((node) => node.kind === "symbol" && (isMode(node) || isGrassmann(node)));

/** Matrices of a named space: with nothing but matrices beside them a claim is about matrices. */
const isPlaced = (node: Expr): boolean => {
  const space = spaceOfNode(node);
  return space !== undefined && space !== operatorSpace && !/^\d+×\d+$/.test(space);
};

const isVacuum = (node: Expr): boolean =>
  node.kind === "ket" && node.labels.every((label) => label === zero);

/** |ψ⟩ */
const isNamedState = (node: Expr): boolean =>
  node.kind === "ket" &&
  node.labels.some((label) => label.kind === "symbol" && label.type === "state");

/** All modes are summed over. */
const sumsModes = (node: Expr, holds: (expr: Expr) => boolean): boolean =>
  (node.kind === "series" && holds(node.body)) ||
  (node.kind === "integral" && holds(node.integrand));

/** a_{k+q}: finitely many modes are not closed under shifts. */
const hasShiftedLabel = (node: Expr): boolean =>
  node.kind === "labelled" &&
  isLetter(node.head) &&
  node.labels.some(
    (label) => label.kind !== "symbol" && label.kind !== "num" && !isOpposite(label),
  );

const isOpposite = (label: Expr): boolean =>
  label.kind === "product" &&
  label.factors.length === 2 &&
  label.factors[0] === minusOne &&
  label.factors[1]?.kind === "symbol";

/** a, or a_k for every label written. */
function laddersIn(nodes: ReadonlySet<Expr>): readonly Expr[] {
  const families = new Set<Expr>();
  for (const node of nodes) if (node.kind === "labelled") families.add(node.head);
  return [...nodes].filter((node) => {
    const head = node.kind === "labelled" ? node.head : node;
    const lowers =
      head.kind === "symbol" && (head.role === "lowering" || head.role === "fermion-lowering");
    return lowers && (node.kind === "labelled" || !families.has(node));
  });
}

/** Labels of modes; one that is only summed over does no harm. */
function labelsIn(nodes: ReadonlySet<Expr>): readonly Expr[] {
  const found = new Set<Expr>();
  for (const node of nodes)
    if (node.kind === "labelled" && isLetter(node.head))
      for (const label of node.labels)
        if (label.kind === "symbol" || label.kind === "num") found.add(label);
  return [...found];
}
