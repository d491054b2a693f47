/** [d/dx, V] = 0 and 𝐩·𝐀 = 𝐀·𝐩 with 𝐩 = −iħ∇: what a derivative without operand stands beside may vary, and its order counts. */

import { surveyed } from "../evaluate/survey";
import { symbol, zero } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import { intern } from "../expr/intern";
import type { By, Expr, Sym } from "../expr/node";
import { isBareDerivative } from "../expr/questions";
import { nodes, replace, some, symbolsOf, transform } from "../expr/walk";
import { mapFact, partsOf } from "./facts";
import { freeSymbols } from "./freeSymbols";

/** A vector that a premise makes a derivative, in a dot product, which has forgotten the order. */
export function dottedDerivative({ left, right, given }: Claim): Sym | undefined {
  const vectors = given
    .flatMap(({ facts }) => facts)
    .flatMap((fact) =>
      fact.kind === "definition" && fact.head.kind === "symbol" && some(fact.body, isBareDerivative)
        ? [fact.head]
        : [],
    );
  return vectors.find((vector) =>
    [left, right].some((side) =>
      some(
        side,
        (node) =>
          (node.kind === "cross" || (node.kind === "dot" && node.left !== node.right)) &&
          [node.left, node.right].some((part) => some(part, (inner) => inner === vector)),
      ),
    ),
  );
}

/** A claim and its facts, with more names that vary. */
export interface Passed {
  readonly sides: readonly Expr[];
  readonly facts: readonly Fact[];
  readonly varied: Sym;
}

/** The sides with every name that is called like a field a function of what is differentiated by; undefined where nothing changes. */
export function withVaryingFields(
  sides: readonly Expr[],
  facts: readonly Fact[],
): Passed | undefined {
  const along = [...sides, ...facts.flatMap((fact) => bodyOf(fact, sides))]
    .flatMap((part) => [...nodes(part)])
    .flatMap((node) =>
      isBareDerivative(node) && node.kind === "derivative" ? [variableOf(node.by)] : [],
    );
  const [variable] = along;
  if (variable === undefined) return undefined;
  const spoken = new Set(
    facts.flatMap((fact) => {
      if (fact.kind === "definition") return [...symbolsOf(fact.head)];
      return fact.kind === "domain" && fact.domain !== "real" ? [...symbolsOf(fact.symbol)] : [];
    }),
  );
  const hidden = surveyed(sides, facts).hidden;
  const differentiated = new Set(
    [...sides, ...facts.flatMap(partsOf)].flatMap((part) => [...nodes(part)].flatMap(slopeOf)),
  );
  const couplings = new Set(
    facts
      .flatMap(partsOf)
      .filter((part) => some(part, isBareDerivative))
      .flatMap((part) => [...symbolsOf(part)].map(({ name }) => name)),
  );
  const still = [...freeSymbols(...sides)].filter(
    (name) =>
      isField(name) &&
      !differentiated.has(name.name) &&
      !couplings.has(name.name) &&
      !spoken.has(name) &&
      !hidden.includes(name.name) &&
      !isPhase(name, variable, sides),
  );
  const [varied] = still;
  if (!varied) return undefined;
  const put = new Map<Expr, Expr>(
    still.map(({ kind: _, name, type, ...details }) => [
      symbol(name, type, details),
      symbol(name, type, { ...details, dependsOn: [variable] }),
    ]),
  );
  const varying = (part: Expr): Expr => replace(part, put);
  return { sides: sides.map(varying), facts: facts.map((fact) => mapFact(fact, varying)), varied };
}

/** h of ∂_μh, A of ∂_μA_ν: they vary already. */
const slopeOf = (node: Expr): readonly string[] =>
  node.kind === "derivative" && node.by.kind === "index" && node.operand
    ? [...symbolsOf(node.operand)].map(({ name }) => name)
    : [];

/** φ in cos(ωt + φ), and nowhere else. */
function isPhase(name: Sym, variable: string, sides: readonly Expr[]): boolean {
  const inside = (node: Expr): boolean =>
    node.kind === "sum" &&
    [...symbolsOf(node)].some((other) => other.name === variable) &&
    node.terms.includes(name);
  const without = (side: Expr): Expr =>
    transform(side, (node) =>
      node.kind === "function" && /^(sin|cos)$/.test(node.name) && node.args.some(inside)
        ? zero
        : node,
    );
  return sides.every((side) => !some(without(side), (part) => part === name));
}

/** What a name of the sides stands for. */
const bodyOf = (fact: Fact, sides: readonly Expr[]): readonly Expr[] =>
  fact.kind === "definition" &&
  [...symbolsOf(fact.head)].some((head) =>
    sides.some((side) => some(side, (part) => part === head)),
  )
    ? [fact.body]
    : [];

const variableOf = (by: By): string =>
  by.kind === "variable" && by.variable.kind === "symbol" ? by.variable.name : "x";

/** A name of which nobody says that it varies, and which is called as fields are. */
const isField = ({ name, type, role, dependsOn }: Sym): boolean =>
  role === undefined &&
  (dependsOn === undefined || dependsOn.length === 0) &&
  (type === "three-vector" || type === "four-vector"
    ? !/^[pkqxr]$/.test(name)
    : type === "scalar" && /^[VUWAΦφϕψΨχfghuFB]$/u.test(name));

/** The sides and facts with every name the text shows as a function, m(t), varying along what is differentiated by here; undefined where there is none. */
export function withShownVariables(
  sides: readonly Expr[],
  facts: readonly Fact[],
): Passed | undefined {
  const derived = sides
    .flatMap((side) => [...nodes(side)])
    .flatMap((node) => (node.kind === "derivative" ? [node.by] : []));
  const along = new Set(derived.map(variableOf));
  const alongPaths = new Set(derived.filter(isTotal).map(variableOf));
  const heads = new Set(
    facts.flatMap((fact) => (fact.kind === "definition" ? [...symbolsOf(fact.head)] : [])),
  );
  const { properties } = surveyed(sides, facts).given;
  const shown = [...freeSymbols(...sides)].filter(
    (name) =>
      !heads.has(name) &&
      !properties.get(name.name)?.has("constant") &&
      name.shownOf?.some((variable) =>
        (coordinates.test(name.name) ? alongPaths : along).has(variable),
      ),
  );
  const [varied] = shown;
  if (!varied) return undefined;
  const put = new Map<Expr, Expr>(
    shown.map((name) => [name, intern({ ...name, dependsOn: name.shownOf ?? [] })]),
  );
  return {
    sides: sides.map((side) => replace(side, put)),
    facts: facts.map((fact) => mapFact(fact, (part) => replace(part, put))),
    varied,
  };
}

const isTotal = (by: By): boolean => by.kind === "variable" && by.style === "total";

/** Places, which a partial derivative by time leaves where they are. */
const coordinates = /^[xyzrqθφϕ]$/u;
