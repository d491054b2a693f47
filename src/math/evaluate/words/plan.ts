/** Whether the formulas of a claim are read as operator words, and what that takes. */
import { commutator, dagger, one, product, symbol, zero } from "../../expr/build";
import type { Expr, Sym } from "../../expr/node";
import { type Given, hasProperty, headKey } from "../given";
import { parts } from "../parts";
import { operatorSpace, spaceByName } from "../spaces";
import type { Targets } from "../taylor/plan";
import { type Graded, gradesOf } from "./grades";

/** Two sides that are the same operator. */
export type Relation = readonly [left: Expr, right: Expr];

export interface WordPlan {
  readonly relations: readonly Relation[];
  /** Names whose quanta obey Pauli's principle. */
  readonly fermions: ReadonlySet<string>;
  /** Names whose algebra is what the relations say, not what their letter suggests. */
  readonly free: ReadonlySet<string>;
  /** |α⟩ stands for a coherent state. */
  readonly coherent: boolean;
  /** What exponents are expanded in; undefined where nothing is. */
  readonly grades: Graded | undefined;
  readonly holds: (expr: Expr) => boolean;
  /** Names of which the premises say what they do. */
  readonly placed: ReadonlySet<string>;
  /** Labels of letters. */
  readonly labels: readonly Expr[];
}

/** What the formulas are expanded in. */
const parameter = symbol("expansion parameter ?", "scalar", { domain: "real" });

/** Orders that are compared. */
export const orders = 5;

export function wordPlan(
  exprs: readonly Expr[],
  nodes: ReadonlySet<Expr>,
  given: Given,
): WordPlan | undefined {
  const relations = [...relationsOf(given), ...propertiesOf(nodes, given)];
  const fermions = namesOf(nodes, relations, (sym) => sym.role === "fermion-lowering");
  const holds = letterTest(given);
  const asked = exprs.filter(holds);
  if (asked.length === 0) return undefined;
  const stated = relationsOf(given).some((relation) =>
    relation.some((side) => unspecifiedIn(side).some((name) => namesIn(nodes).has(name))),
  );
  const coherent = isCoherent(given, nodes);
  const exponents = [...nodes].flatMap((node) => exponentsIn(node, holds));
  const wanted =
    stated ||
    coherent ||
    fermions.size > 0 ||
    exponents.some(hasMode) ||
    [...nodes].some((node) => isWord(node, holds));
  if (!wanted || ![...nodes].every((node) => isExpressible(node, holds))) return undefined;
  const labels = coherent ? coherentLabels(nodes) : [];
  const grades =
    exponents.length > 0 || labels.length > 0
      ? gradesOf({ exponents: [...exponents, ...labels], relations, nodes, given, isLetter })
      : undefined;
  return {
    relations,
    fermions,
    free: namesOf(nodes, relations, (sym) => sym.role === undefined),
    coherent,
    grades,
    holds,
    placed: new Set([...relations.flat().flatMap(unspecifiedIn), ...(coherent ? ["D"] : [])]),
    labels: labelsIn(nodes),
  };
}

/** Names of modes, those summed over left out. */
function labelsIn(nodes: ReadonlySet<Expr>): readonly Expr[] {
  const summed = new Set<Expr>();
  for (const node of nodes)
    if (node.kind === "series") for (const variable of node.variables) summed.add(variable);
  const found = new Set<Expr>();
  for (const node of nodes)
    if (node.kind === "labelled" && isLetter(node.head))
      for (const label of node.labels)
        if (label.kind === "symbol" && !summed.has(label)) found.add(label);
  return [...found];
}

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
});

function relationsOf(given: Given): readonly Relation[] {
  return [
    ...given.algebras.map(({ left, right }): Relation => [left, right]),
    ...given.commuting.map(([left, right]): Relation => [commutator(left, right), zero]),
  ];
}

/** U†U = UU† = 1, P² = P, A² = 1. */
function propertiesOf(nodes: ReadonlySet<Expr>, given: Given): readonly Relation[] {
  const found: Relation[] = [];
  for (const node of nodes) {
    if (node.kind !== "symbol" || node.role !== undefined || !isLetter(node)) continue;
    const has = (property: string) => hasProperty(given, node, property);
    if (has("unitary"))
      found.push([product(dagger(node), node), one], [product(node, dagger(node)), one]);
    if (has("projector")) found.push([product(node, node), node]);
    if (has("involution")) found.push([product(node, node), one]);
  }
  return found;
}

const ladderRoles: ReadonlySet<string | undefined> = new Set([
  "lowering",
  "fermion-lowering",
  "number-operator",
  "position-operator",
  "momentum-operator",
]);

/** A symbol that becomes a letter. */
export const isLetter = (sym: Sym): boolean =>
  ladderRoles.has(sym.role) ||
  (sym.role === undefined &&
    ((sym.type === "scalar" && sym.grassmann === true) ||
      ((sym.type === "operator" || sym.type === "matrix") && spaceByName(sym) === operatorSpace)));

/** Letters or states occur, definitions included. */
function letterTest(given: Given): (expr: Expr) => boolean {
  const known = new Map<Expr, boolean>();
  const holds = (node: Expr): boolean => {
    const found = known.get(node);
    if (found !== undefined) return found;
    known.set(node, false);
    const bodies = given.definitions.get(headKey(node) ?? "");
    const result = bodies
      ? bodies.some(({ body }) => holds(body)) || parts(node).some((part) => part.kind === "ket")
      : node.kind === "ket" ||
        node.kind === "bra" ||
        (node.kind === "symbol" && isLetter(node)) ||
        parts(node).some(holds);
    known.set(node, result);
    return result;
  };
  return holds;
}

function namesIn(nodes: Iterable<Expr>): ReadonlySet<string> {
  return new Set([...nodes].flatMap((node) => (node.kind === "symbol" ? [node.name] : [])));
}

function namesOf(
  nodes: Iterable<Expr>,
  relations: readonly Relation[],
  wanted: (sym: Sym) => boolean,
): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: Expr): void => {
    if (node.kind === "symbol" && isLetter(node) && wanted(node)) found.add(node.name);
    for (const part of parts(node)) visit(part);
  };
  for (const node of nodes) if (node.kind === "symbol") visit(node);
  for (const side of relations.flat()) visit(side);
  return found;
}

/** Names of operators whose algebra only the relations give. */
function unspecifiedIn(node: Expr): readonly string[] {
  if (node.kind === "symbol") return isLetter(node) && node.role === undefined ? [node.name] : [];
  return parts(node).flatMap(unspecifiedIn);
}

/** Operators that no finite matrix represents. */
const hasMode = (node: Expr): boolean =>
  node.kind === "symbol" ? ladderRoles.has(node.role) : parts(node).some(hasMode);

/** Exponents and arguments of functions that are operators. */
function exponentsIn(node: Expr, holds: (expr: Expr) => boolean): readonly Expr[] {
  if (node.kind === "power" && node.base.kind === "constant" && node.base.name === "e")
    return holds(node.exponent) ? [node.exponent] : [];
  if (node.kind === "function" && expanded.has(node.name)) return node.args.filter(holds);
  return [];
}

const expanded: ReadonlySet<string> = new Set(["exp", "cos", "sin", "cosh", "sinh"]);

/** What only words can represent. */
const isWord = (node: Expr, holds: (expr: Expr) => boolean): boolean =>
  (node.kind === "ordered" && node.sort === "normal") ||
  (node.kind === "symbol" && node.grassmann === true && node.type === "scalar") ||
  (node.kind === "series" && !node.lower && !node.upper && !node.values && holds(node.body));

function isExpressible(node: Expr, holds: (expr: Expr) => boolean): boolean {
  switch (node.kind) {
    case "derivative":
    case "primed":
      return false;
    case "trace":
    case "tensor-product":
    case "bar":
    case "limit":
    case "wedge":
    case "cases":
    case "opaque":
    case "matrix":
      return !parts(node).some(holds);
    case "call":
      return !node.args.some(holds);
    case "ordered":
      return node.sort === "normal";
    default:
      return true;
  }
}

/** a|α⟩ = α|α⟩, or |α⟩ = D(α)|0⟩ with D undefined, is among the premises. */
function isCoherent(given: Given, nodes: ReadonlySet<Expr>): boolean {
  if (given.coherent) return true;
  for (const definitions of given.definitions.values())
    for (const { head, body } of definitions)
      if (
        head.kind === "ket" &&
        [...nodes].some((node) => node.kind === "ket" || node.kind === "bra") &&
        isDisplaced(body, head.labels[0], given)
      )
        return true;
  return false;
}

/** D(α)|0⟩ with nothing said of D. */
const isDisplaced = (body: Expr, label: Expr | undefined, given: Given): boolean =>
  body.kind === "product" &&
  body.factors.length === 2 &&
  body.factors[0]?.kind === "call" &&
  body.factors[0].head.kind === "symbol" &&
  body.factors[0].head.name === "D" &&
  body.factors[0].args[0] === label &&
  !given.definitions.has(headKey(body.factors[0]) ?? "") &&
  body.factors[1]?.kind === "ket" &&
  body.factors[1].labels.length === 1 &&
  body.factors[1].labels[0]?.kind === "num" &&
  body.factors[1].labels[0].numerator === 0n;

/** Amplitudes of coherent states. */
function coherentLabels(nodes: Iterable<Expr>): readonly Sym[] {
  const found = new Set<Sym>();
  for (const node of nodes)
    if (node.kind === "ket" || node.kind === "bra")
      for (const label of node.labels)
        if (label.kind === "symbol" && isAmplitude(label)) found.add(label);
  return [...found];
}

/** Letters of amplitudes; n and m number quanta. */
export const isAmplitude = (label: Sym): boolean =>
  label.type === "scalar" && /^[αβγζξλμzwuv][′₁₂]*$/u.test(label.name);
