/** Which names are differential forms, and of which degree. */

import { degreesOf, totalDegree } from "../../expr/formDegrees";
import type { Expr, Sym } from "../../expr/node";
import { isDifferential } from "../../expr/questions";
import { children, some, nodes as within } from "../../expr/walk";
import type { Given } from "../given";

export interface Forms {
  /** Names of forms; a degree that nothing determines stands for all degrees at once. */
  readonly degrees: ReadonlyMap<string, number | "any">;
  /** Functions under a d. */
  readonly functions: ReadonlySet<string>;
  /** Forms that do not commute with one another as far as their values go. */
  readonly areMatrices: boolean;
  /** The degree of the claim, where it is known. */
  readonly total: number | undefined;
  /** Forms whose components are written, with the number of their indices. */
  readonly components: ReadonlyMap<string, Components>;
}

export interface Components {
  readonly head: Sym;
  readonly rank: number;
}

export function formsIn(
  exprs: readonly Expr[],
  nodes: ReadonlySet<Expr>,
  given: Given,
): Forms | undefined {
  if (![...nodes].some(isExterior)) return undefined;
  const components = componentsIn(nodes);
  const said = [...given.properties].flatMap(([name, properties]) =>
    [...properties].flatMap((property): [string, number][] => {
      const degree = /^(\d)-form$/.exec(property)?.[1];
      return degree === undefined ? [] : [[name, Number(degree)]];
    }),
  );
  const [left, right] = exprs;
  const sides: (readonly [Expr, Expr])[] = left ? [[left, right ?? left]] : [];
  const definitions = [...given.definitions.values()].flat();
  for (const { head, body } of definitions) if (head.kind === "symbol") sides.push([head, body]);
  const known = new Map([
    ...[...components].map(([name, { rank }]) => [name, rank] as const),
    ...said,
  ]);
  for (const name of numbersAmong(nodes)) if (!known.has(name)) known.set(name, 0);
  const found = degreesOf(sides, known);
  const degrees = new Map<string, number | "any">();
  for (const [name, degree] of found) if (degree !== 0) degrees.set(name, degree ?? "any");
  const functions = new Set(
    [...nodes].flatMap((node) =>
      isDifferential(node)
        ? [...within(node)].flatMap((part) =>
            part.kind === "symbol" && part.role === undefined && !constants.test(part.name)
              ? [part.name]
              : [],
          )
        : [],
    ),
  );
  const total = left && totalDegree(left, found);
  const written = [...exprs, ...definitions.map(({ body }) => body)];
  return {
    degrees,
    total,
    functions,
    areMatrices: written.some((expr) =>
      some(expr, (node) => multipliesItself(node, degrees) || isMatrix(node, degrees)),
    ),
    components: new Map([...components].filter(([name]) => degrees.has(name))),
  };
}

/** Why these forms have no representation. */
export function otherForms(nodes: ReadonlySet<Expr>, forms: Forms | undefined): string | undefined {
  if (!forms) return undefined;
  for (const degree of forms.degrees.values())
    if (degree !== "any" && (degree < 0 || degree > 4)) return "forms of this degree";
  for (const node of nodes) {
    if (node.kind === "labelled" && forms.degrees.has(node.head.name)) return "forms with labels";
    if (node.kind === "symbol" && /^(?:Tr|tr|d)$/.test(node.name)) return "a sign read as a name";
    if (node.kind === "wedge" && node.factors.some(isComponent)) return "forms with indices";
    if (node.kind === "derivative" && node.by.kind !== "index" && node.by.kind !== "variable")
      return "∇ beside differential forms";
    if (node.kind === "derivative" && node.by.kind === "index" && node.by.covariant)
      return "covariant derivatives of forms";
    if (node.kind === "symbol" && !node.role && hasOtherValues(node, forms))
      return "forms with values in operators";
  }
  if (forms.areMatrices && [...forms.components.values()].some(({ rank }) => rank > 1))
    return "components of forms that do not commute";
  return undefined;
}

const hasOtherValues = (sym: Sym, { degrees, areMatrices }: Forms): boolean =>
  sym.grassmann === true ||
  ((sym.type === "operator" || sym.type === "matrix") && !(areMatrices && degrees.has(sym.name)));

const isExterior = (node: Expr): boolean =>
  node.kind === "wedge" &&
  !node.factors.every((factor) => factor.kind === "symbol" && factor.type === "three-vector");

const isComponent = (node: Expr): boolean => node.kind === "tensor";

/** Letters that are numbers beside forms: coordinates, functions, constants. */
const numbers = /^(?:[c-hj-zθφϕψχρ]|[c-hj-z]_.*)$/u;
const constants = /^(?:[ckmnπλκ])$/u;

const numbersAmong = (nodes: Iterable<Expr>): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const node of nodes) {
    const sym = node.kind === "labelled" ? node.head : node;
    if (sym.kind === "symbol" && (numbers.test(sym.name) || sym.type === "function"))
      found.add(sym.name);
  }
  return found;
};

/** A_μ beside A, F_{μν} beside F. */
function componentsIn(nodes: Iterable<Expr>): ReadonlyMap<string, Components> {
  const bare = new Set<string>();
  const found = new Map<string, Components>();
  for (const node of nodes) {
    if (node.kind !== "tensor")
      for (const part of children(node)) if (part.kind === "symbol") bare.add(part.name);
    if (node.kind !== "tensor" || node.head.kind !== "symbol" || node.head.role) continue;
    if (node.indices.every(({ space }) => space === "lorentz"))
      found.set(node.head.name, { head: node.head, rank: node.indices.length });
  }
  return new Map([...found].filter(([name]) => bare.has(name) && name !== "x"));
}

const isMatrix = (node: Expr, degrees: Forms["degrees"]): boolean =>
  node.kind === "symbol" &&
  (node.type === "operator" || node.type === "matrix") &&
  degrees.has(node.name);

/** Letters of forms with values in numbers. */
const ordinary = /^[α-χa-z]/u;

/** A∧A, A², Tr: nothing that would be written of numbers. */
function multipliesItself(node: Expr, degrees: Forms["degrees"]): boolean {
  const isOne = (part: Expr | undefined): boolean =>
    part?.kind === "symbol" && degrees.has(part.name) && !ordinary.test(part.name);
  if (node.kind === "trace" || node.kind === "bracket") return true;
  if (node.kind === "power") return isOne(node.base);
  if (node.kind !== "wedge" && node.kind !== "product") return false;
  return node.factors.some(
    (factor, i) =>
      (isOne(factor) && factor === node.factors[i + 1]) ||
      node.factors.slice(i + 1).some((other) => isPairOfComponents(factor, other)),
  );
}

/** A_μ A_ν, whose indices stand for different factors of a form. */
const isPairOfComponents = (a: Expr, b: Expr): boolean =>
  a.kind === "tensor" &&
  b.kind === "tensor" &&
  a.head === b.head &&
  isField(a.head) &&
  a.indices.length === 1 &&
  b.indices.length === 1 &&
  a.indices[0]?.name !== b.indices[0]?.name;

const isField = (head: Expr): boolean =>
  head.kind === "symbol" && head.type === "four-vector" && head.role === undefined;

/** Names of components that do not commute. */
export const matrixComponents = (nodes: Iterable<Expr>, forms: Forms | undefined): string[] =>
  forms?.areMatrices
    ? [...nodes].flatMap((node) =>
        node.kind === "tensor" &&
        isField(node.head) &&
        node.head.kind === "symbol" &&
        node.head.name !== "x"
          ? [node.head.name]
          : [],
      )
    : [];
