/** What several expressions need before any number is put in: matrix spaces, colour, variables of differentiation. */
import { negate } from "../expr/build";
import type { Fact } from "../expr/claim";
import { identity } from "../expr/intern";
import type { Domain, Expr, Matrix, Sym } from "../expr/node";
import { isOfMatrices } from "../expr/ofMatrices";
import { isNamed } from "../expr/questions";
import { some } from "../expr/walk";
import { shownCall } from "./calculus/bareFunction";
import { distributionVariable } from "./calculus/distribution";
import { sourcePlace } from "./calculus/source";
import { isUnsaid, namesOutside, symbolsOutsideSums } from "./calculus/unsaid";
import { massesOf, spinorShells } from "./constraints/shells";
import { formsIn, matrixComponents } from "./forms/plan";
import { digest, domainOf, type Given, headKey, nameKey } from "./given";
import { commutedHere, commutedIn, valuedIn } from "./matrix/commuted";
import { operatorTest } from "./operators/isOperator";
import { type CanonicalPair, canonicalPairs } from "./operators/poisson";
import { parts } from "./parts";
import { actsAnywhere, refusal } from "./refusals";
import { relatesConstants as relateConstants } from "./scalar/relation";
import { sharedFacts } from "./sharedFacts";
import { type Blocks, blocksIn, spaceOfNode } from "./spaces";
import { isAverage, randomNames } from "./states/ensemble";
import { compositesOf } from "./taylor/composites";
import type { Targets } from "./taylor/plan";
import { targetsOf } from "./taylor/targets";
import { inGeometry } from "./tensor/geometry";
import { vectorsByLetter } from "./tensor/lengths";
import { expansion, orders, type WordPlan, wordPlan } from "./words/plan";
import { isRelation } from "./words/stated";

export interface Survey {
  readonly given: Given;
  /** Every node met, definitions that are used included; parents first. */
  readonly nodes: readonly Expr[];
  /** Nodes of the expressions asked for and of the definitions they use, constraints left out. */
  readonly asked: ReadonlySet<Expr>;
  readonly matrixSpaces: ReadonlySet<string>;
  readonly blocks: Blocks | undefined;
  readonly hasColour: boolean;
  readonly targets: Targets;
  /** Whether an expression acts on what stands to its right and has found nothing there. */
  readonly isOperator: (expr: Expr) => boolean;
  /** One of the expressions asked for is such an operator. */
  readonly actsOnTest: boolean;
  readonly loweringNames: readonly string[];
  /** Names that may be functions of more, or of less, than is shown. */
  readonly hidden: readonly string[];
  /** Why the formulas cannot be represented together. */
  readonly unplaced: string | undefined;
  /** An operator without a space of its own beside others that have one: it acts in all of them. */
  readonly anywhere: string | undefined;
  readonly hasUnits: boolean;
  /** Nothing but constants of nature, among them one that the others give. */
  readonly relatesConstants: boolean;
  readonly hasQuanta: boolean;
  readonly hasRotations: boolean;
  readonly massOf: (momentum: Expr) => Expr;
  readonly shownArguments: (sym: Sym) => Expr | undefined;
  readonly onlyVariable: Expr | undefined;
  readonly degrees: ReadonlySet<string>;
  readonly canonical: readonly CanonicalPair[];
  /** The variable of a claim between distributions. */
  readonly paired: Expr | undefined;
  /** The place whose sources a claim is about. */
  readonly source: Sym | undefined;
  /** Where the samples of a symbol lie. */
  readonly domainOf: (sym: Sym) => Domain;
  readonly countsDimensions: boolean;
  readonly fourVectors: ReadonlyMap<string, Sym>;
  /** Three-vectors by their plain letter, where a plain letter is a length. */
  readonly vectors: ReadonlyMap<string, Sym>;
  /** Names that also stand outside integrals of which nothing is said. */
  readonly outside: ReadonlySet<string>;
  /** Vectors with an index that stand in brackets, and so do not commute: A_μ in [A_μ, A_ν]. */
  readonly bracketed: ReadonlySet<string>;
  /** Labels that are not summed over. */
  readonly labels: readonly Expr[];
  /** Symbols that stand outside all sums. */
  readonly labelsOutside: ReadonlySet<Expr>;
  /** Integrals, limits or infinite sums: functions have to be smooth everywhere, not only at the sample. */
  readonly analysed: boolean;
  /** Limits, sums or values at points: the same where integrals are functionals. */
  readonly followed: boolean;
  readonly words: WordPlan | undefined;
  /** Names that vary in averages. */
  readonly random: ReadonlySet<string>;
}

const remembered = new WeakMap<readonly Fact[], Map<string, Survey>>();

export function surveyed(exprs: readonly Expr[], written: readonly Fact[]): Survey {
  const facts = sharedFacts(written);
  const known = remembered.get(facts) ?? new Map<string, Survey>();
  remembered.set(facts, known);
  const key = exprs.map(identity).join(",");
  const found = known.get(key);
  if (found) return found;
  const made = survey(exprs, facts);
  if (known.size > 200) known.clear();
  known.set(key, made);
  return made;
}

function survey(exprs: readonly Expr[], facts: readonly Fact[]): Survey {
  const everything = digest([...facts, ...spinorShells(exprs, facts)]);
  const nodes = new Set<Expr>();
  for (const expr of exprs) visit(expr, everything, nodes);
  const asked = new Set(nodes);
  for (const { left, right } of everything.constraints) {
    visit(left, everything, nodes);
    visit(right, everything, nodes);
  }
  const list = [...nodes];
  const words = wordPlan(exprs, nodes, everything);
  const placed = withForms(exprs, nodes, inGeometry(nodes, everything));
  const given = words ? withoutRelations(placed) : placed;
  const matrixSpaces = new Set<string>();
  const composed = blocksIn(nodes);
  let hasColour = false;
  for (const node of nodes) {
    const defined =
      node.kind === "symbol" &&
      (!node.role || node.role === "angular-momentum") &&
      given.definitions.has(headKey(node) ?? "");
    const isOuter = node.kind === "matrix" && isSquare(node) && composed?.outer.has(node);
    const space = defined || isOuter ? undefined : spaceOfNode(node);
    if (space) matrixSpaces.add(space);
    if (node.kind === "symbol" && colourRoles.has(node.role ?? "")) hasColour = true;
  }
  const isOperator = words?.holds ?? operatorTest(given);
  const actsOnTest = exprs.some(isOperator);
  const canonical = list.some((node) => node.kind === "bracket" && node.sort === "poisson")
    ? canonicalPairs(nodes)
    : [];
  const targets = words
    ? expansion(words.grades ? orders : 0)
    : targetsOf(exprs, nodes, given, canonical.flat());
  const isFollowed = (node: Expr): boolean =>
    ["limit", "series", "bar"].includes(node.kind) && !isUnsaid(node);
  const followed = list.some(isFollowed);
  const analysed = followed || list.some((node) => node.kind === "integral" && !isUnsaid(node));
  const loweringNames = list.flatMap((node) =>
    node.kind === "symbol" && node.role === "lowering" ? [node.name] : [],
  );
  const calls = callsIn(nodes, given);
  const relatesConstants = relateConstants(exprs);
  const composites = compositesOf(list, given, targets);
  const variables = [...targets.symbols].filter(
    (node) => node.kind === "symbol" && node.type === "scalar",
  );
  const degrees = degreesIn(nodes);
  const spins = spinsIn(nodes);
  const roles = new Set(
    list.flatMap((node) =>
      node.kind === "symbol" && node.role && !isWrittenOut(node, given) ? [node.role] : [],
    ),
  );
  return {
    unplaced: refusal({
      exprs,
      nodes,
      given,
      spaces: matrixSpaces,
      roles,
      canonical: canonical.flat(),
      words: words !== undefined,
    }),
    anywhere: words ? undefined : actsAnywhere({ nodes, given, spaces: matrixSpaces }),
    hasUnits: relatesConstants || list.some((node) => node.kind === "unit"),
    hasQuanta: roles.has("lowering") || roles.has("number-operator"),
    hasRotations: roles.has("angular-momentum"),
    massOf: massesOf(given, nodes),
    shownArguments: (sym) => shownCall(composites.args, sym) ?? shownCall(calls, sym),
    hidden: [...composites.hidden, ...targets.assumed],
    outside: namesOutside(exprs),
    bracketed: new Set([
      ...list.flatMap(commutedHere),
      ...[...given.definitions.values()].flatMap((all) =>
        all.flatMap(({ body }) => [...commutedIn(body), ...valuedIn(body)]),
      ),
      ...[...asked].filter((node) => node.kind === "symbol" && isOfMatrices(node)).map(nameKey),
      ...matrixComponents(nodes, given.forms),
    ]),
    labels: labelsIn(nodes),
    labelsOutside: symbolsOutsideSums(exprs),
    degrees,
    canonical,
    paired: distributionVariable(exprs, list),
    source: sourcePlace(exprs, list),
    relatesConstants,
    domainOf: (sym) =>
      spins.has(sym) && domainOf(given, sym) === "real"
        ? "spin"
        : degrees.has(sym.name)
          ? "natural"
          : targets.complex.has(sym)
            ? "complex"
            : domainOf(given, sym),
    countsDimensions: seesComponents(nodes),
    vectors: withoutComponents(vectorsByLetter(nodes), given),
    fourVectors: new Map(
      list.flatMap((node) =>
        node.kind === "symbol" && node.type === "four-vector" ? [[node.name, node] as const] : [],
      ),
    ),
    onlyVariable: variables.length === 1 ? variables[0] : undefined,
    given,
    asked,
    loweringNames,
    nodes: list,
    matrixSpaces,
    blocks: composed?.blocks,
    hasColour,
    isOperator,
    actsOnTest,
    targets,
    analysed,
    followed,
    words,
    random: list.some(isAverage) ? randomNames(exprs) : new Set(),
  };
}

const isSquare = ({ rows }: Matrix): boolean => rows.length === rows[0]?.length;
const withForms = (exprs: readonly Expr[], nodes: ReadonlySet<Expr>, given: Given): Given => {
  const forms = formsIn(exprs, nodes, given);
  return forms ? { ...given, forms } : given;
};

/** Relations among operators are no equations for samples. */
const withoutRelations = (given: Given): Given => ({
  ...given,
  constraints: given.constraints.filter((constraint) => !isRelation(constraint)),
});
/** Names that number members of families and are not summed over. */
function labelsIn(nodes: Iterable<Expr>): readonly Expr[] {
  const labels = new Set<Expr>();
  const summed = new Set<Expr>();
  for (const node of nodes) {
    if (node.kind === "labelled")
      for (const label of node.labels) if (label.kind === "symbol") labels.add(label);
    if (node.kind !== "series") continue;
    for (const one of [...node.variables, node.condition?.left, node.condition?.right])
      if (one) summed.add(one);
  }
  return [...labels].filter((label) => !summed.has(label));
}

/** Lorentz components occur, other than those of integration variables. */
function seesComponents(nodes: ReadonlySet<Expr>): boolean {
  const integrated = new Set<Expr>();
  for (const node of nodes)
    if (node.kind === "integral")
      for (const { variable } of node.measures) integrated.add(variable);
  for (const node of nodes) {
    if (node.kind === "slash") return true;
    if (node.kind === "tensor" && node.indices.some((index) => index.space === "lorentz"))
      return true;
    if (node.kind === "symbol" && node.type === "four-vector" && !integrated.has(node)) return true;
  }
  return false;
}

/** Names that stand as degree of a polynomial or a spherical function, or as power of a ladder operator. */
function degreesIn(nodes: Iterable<Expr>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const node of nodes) {
    if (node.kind === "power" && isLadder(node.base))
      for (const part of node.exponent.kind === "sum" ? node.exponent.terms : [node.exponent])
        if (part.kind === "symbol" && /^[nmklN]$/.test(part.name)) found.add(part.name);
    if (
      node.kind !== "function" ||
      !/^(legendre|hermite|laguerre|chebyshev|sphericalY)/.test(node.name)
    )
      continue;
    const [degree, order] = node.parameters;
    if (degree?.kind === "symbol") found.add(degree.name);
    if (/^(legendreP|sphericalY)$/.test(node.name) && order?.kind === "symbol")
      found.add(order.name);
  }
  return found;
}

/** r in 𝐫 = (r cos φ, r sin φ, 0) is a coordinate of its own. */
function withoutComponents(
  vectors: ReadonlyMap<string, Sym>,
  { definitions }: Given,
): ReadonlyMap<string, Sym> {
  const isOwn = (letter: string, vector: Sym): boolean =>
    (definitions.get(headKey(vector) ?? "") ?? []).some(({ body }) =>
      some(body, (node) => isNamed(node, letter)),
    );
  return new Map([...vectors].filter(([letter, vector]) => !isOwn(letter, vector)));
}

/** j in ∑_{m=−j}^{j}. */
function spinsIn(nodes: Iterable<Expr>): ReadonlySet<Expr> {
  const found = new Set<Expr>();
  for (const node of nodes)
    if (
      node.kind === "series" &&
      node.upper?.kind === "symbol" &&
      node.lower === negate(node.upper)
    )
      found.add(node.upper);
  return found;
}

/** How often an operator without inverse acts is a whole number. */
function isLadder(node: Expr): boolean {
  const inner = node.kind === "involution" ? node.operand : node;
  const sym = inner.kind === "labelled" ? inner.head : inner;
  return (
    sym.kind === "symbol" &&
    (sym.role === "lowering" ||
      sym.role === "position-operator" ||
      sym.role === "momentum-operator" ||
      (sym.role === undefined && sym.type === "operator"))
  );
}

/** Argument lists of undetermined names that are called in one way only, with plain names as arguments. */
function callsIn(nodes: Iterable<Expr>, given: Given): ReadonlyMap<string, readonly Expr[]> {
  const found = new Map<string, readonly Expr[] | undefined>();
  for (const node of nodes) {
    if (node.kind !== "call" || node.head.kind !== "symbol") continue;
    const { name } = node.head;
    const before = found.get(name);
    if (!node.args.every((arg) => arg.kind === "symbol")) continue;
    const alike = !found.has(name) || before?.every((arg, i) => arg === node.args[i]);
    found.set(name, alike && !given.definitions.has(headKey(node) ?? "") ? node.args : undefined);
  }
  return new Map([...found].flatMap(([name, args]) => (args ? [[name, args] as const] : [])));
}

const colourRoles = new Set(["generator", "structure", "symmetric-structure"]);

function visit(node: Expr, given: Given, into: Set<Expr>): void {
  if (into.has(node)) return;
  into.add(node);
  for (const part of parts(node)) visit(part, given, into);
  const key = headKey(node);
  for (const definition of (key && given.definitions.get(key)) || [])
    visit(definition.body, given, into);
}

/** a that is given in terms of x and p makes no quanta of its own. */
const isWrittenOut = (node: Sym, { definitions }: Given): boolean =>
  node.role === "lowering" && definitions.has(headKey(node) ?? "");
