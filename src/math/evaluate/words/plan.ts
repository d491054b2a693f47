/** Whether the formulas of a claim are read as operator words, and what that takes. */
import { symbol } from "../../expr/build";
import type { Expr, Sym } from "../../expr/node";
import { type Given, headKey } from "../given";
import { parts } from "../parts";
import type { Targets } from "../taylor/plan";
import { amplitudesIn, isCoherent } from "./amplitudes";
import { exponentsIn, isExpressible, needsWords } from "./expressible";
import { type Graded, gradesOf } from "./grades";
import { isLetter, isMode, letterTest, unspecifiedIn } from "./isLetter";
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
  /** Names of which the premises say what they do. */
  readonly placed: ReadonlySet<string>;
  /** Labels of letters. */
  readonly labels: readonly Expr[];
}

/** Orders that are compared. */
export const orders = 4;

export function wordPlan(
  exprs: readonly Expr[],
  nodes: ReadonlySet<Expr>,
  given: Given,
): WordPlan | undefined {
  const holds = letterTest(given);
  if (!exprs.some(holds)) return undefined;
  const said = relationsOf(given);
  const relations = [...said, ...propertiesOf(nodes, given)];
  const symbols = letterSymbols(nodes, relations);
  const fermions = namesOf(symbols, ({ role }) => role === "fermion-lowering");
  const names = new Set([...nodes].flatMap((node) => (node.kind === "symbol" ? [node.name] : [])));
  const stated = said
    .flat()
    .flatMap(unspecifiedIn)
    .some((name) => names.has(name));
  const coherent = isCoherent(given);
  const exponents = [...nodes].flatMap((node) => exponentsIn(node, holds));
  const wanted =
    stated ||
    coherent ||
    fermions.size > 0 ||
    exponents.some((exponent) => hasMode(exponent, given)) ||
    [...nodes].some((node) => needsWords(node, holds, (part) => hasMode(part, given)));
  if (!wanted || ![...nodes].every((node) => isExpressible(node, holds))) return undefined;
  const small = [...exponents, ...(coherent ? amplitudesIn(nodes) : [])];
  return {
    relations,
    ladders: laddersIn(nodes),
    fermions,
    free: namesOf(symbols, ({ role }) => role === undefined),
    coherent,
    grades:
      small.length > 0 ? gradesOf({ exponents: small, relations, given, isLetter }) : undefined,
    holds,
    placed: new Set([...relations.flat().flatMap(unspecifiedIn), ...(coherent ? ["D"] : [])]),
    labels: labelsIn(nodes),
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
});

/** Operators that no finite matrix represents. */
const hasMode = (node: Expr, given: Given): boolean =>
  (node.kind === "symbol" && isMode(node)) ||
  [
    ...parts(node),
    ...(given.definitions.get(headKey(node) ?? "") ?? []).map(({ body }) => body),
  ].some((part) => hasMode(part, given));

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
