/** δ of two labels: a claim must hold for different labels and for equal ones. */
import { minusOne, num } from "../expr/build";
import type { Expr } from "../expr/node";
import { nodes, replace } from "../expr/walk";
import { freeSymbols } from "./freeSymbols";
import type { Sides } from "./plusMinus";

/** The claim with the labels of Kronecker δ's made equal in every way they can be, except where they are summed over. */
export function labelChoices(sides: Sides): readonly Sides[] {
  return labelWays(sides).map((by) => relabelled(sides, by));
}

/** The sides with the labels that become others. */
export const relabelled = (sides: Sides, by: Equal): Sides =>
  by.size === 0 ? sides : [replace(sides[0], by), replace(sides[1], by)];

/** What becomes of the labels in each of these choices. */
export function labelWays(sides: Sides): readonly Equal[] {
  const everything = sides.flatMap((side) => [...nodes(side)]);
  const summed = new Set(everything.flatMap(boundLabels));
  const modes = new Set(everything.flatMap(modeLabels));
  const groups: Expr[][] = [];
  for (const node of everything) {
    const [one, other] = kroneckerLabels(node, modes);
    if (!one || !other || one === other || summed.has(one) || summed.has(other)) continue;
    unite(groups, one, other);
  }
  const spins = new Set(everything.flatMap(spinLabels).filter((label) => !summed.has(label)));
  if (spins.size <= mostSpins)
    for (const spin of spins)
      if (!groups.some((group) => group.includes(spin))) groups.push([spin]);
  return waysOf(groups, spins);
}

/** Labels that δ's relate, directly or through others, stand in one group. */
function unite(groups: Expr[][], one: Expr, other: Expr): void {
  const [first, second] = [one, other].map((label) => {
    const found = groups.find((group) => group.includes(label));
    if (found) return found;
    const fresh = [label];
    groups.push(fresh);
    return fresh;
  });
  if (!first || !second || first === second) return;
  first.push(...second);
  groups.splice(groups.indexOf(second), 1);
}

/** Ways to make labels equal that are tried. */
const most = 60;

/** Spin labels whose values are all tried; of more of them each sample tries one. */
const mostSpins = 2;

type Equal = ReadonlyMap<Expr, Expr>;

/** Each label with the one it becomes, for every way to divide the groups into equal ones. */
function waysOf(groups: readonly (readonly Expr[])[], spins: ReadonlySet<Expr>): readonly Equal[] {
  const all = groups.reduce<readonly Equal[]>(
    (found, group) => {
      if (found.length > most) return found;
      const ways = group.some((label) => spins.has(label)) ? spinsOf(group) : divisions(group);
      return found.flatMap((by) => ways.map((more) => new Map([...by, ...more])));
    },
    [new Map()],
  );
  return all.slice(0, most);
}

/** Labels of solutions of the Dirac equation take two values only. */
const spinsOf = (group: readonly Expr[]): readonly Equal[] =>
  group.reduce<readonly Equal[]>(
    (found, label) =>
      found.flatMap((by) => [1, 2].map((spin) => new Map([...by, [label, num(spin)] as const]))),
    [new Map()],
  );

function spinLabels(node: Expr): readonly Expr[] {
  if (node.kind !== "labelled" && node.kind !== "call") return [];
  const head = node.kind === "call" && node.head.kind === "labelled" ? node.head.head : node.head;
  if (head.kind !== "symbol" || (head.role !== "u-spinor" && head.role !== "v-spinor")) return [];
  const labels = node.kind === "call" ? node.args.slice(1) : node.labels;
  return labels.filter(({ kind }) => kind === "symbol");
}

/** Of a large group: all apart, two equal, all equal. */
function divisions(group: readonly Expr[]): readonly Equal[] {
  if (group.length > 5) {
    const [first] = group;
    const pairs = group.flatMap((one, at) =>
      group.slice(at + 1).map((other) => new Map([[other, one]])),
    );
    return [new Map(), new Map(group.slice(1).map((label) => [label, first as Expr])), ...pairs];
  }
  return group.reduce<readonly Equal[]>(
    (found, label, at) =>
      found.flatMap((by) => {
        const heads = group.slice(0, at).filter((other) => !by.has(other));
        return [by, ...heads.map((head) => new Map([...by, [label, head] as const]))];
      }),
    [new Map()],
  );
}

function boundLabels(node: Expr): readonly Expr[] {
  if (node.kind === "series") return node.variables;
  return node.kind === "integral" ? node.measures.map(({ variable }) => variable) : [];
}

/** The claim with two labels of operators of one algebra made equal: [a_k, a_l†] and its like hold for generic labels only. */
export function coincidences([left, right]: Sides): readonly Sides[] {
  const labels = new Set<Expr>();
  const free = freeSymbols(left, right);
  const everything = [left, right].flatMap((side) => [...nodes(side)]);
  const bound = new Set(everything.flatMap(boundLabels).flatMap(nameOf));
  for (const node of everything)
    if (node.kind === "labelled" && node.head.type === "operator" && node.head.role)
      for (const label of node.labels)
        if (
          label.kind === "symbol" &&
          free.has(label) &&
          !bound.has(label.name) &&
          /^\p{L}/u.test(label.name)
        )
          labels.add(label);
  const [first, ...others] = labels;
  if (!first) return [];
  return others.map((other) => {
    const by = new Map<Expr, Expr>([[other, first]]);
    return [replace(left, by), replace(right, by)];
  });
}

/** A variable of integration is one variable, in bold and plain letters. */
const nameOf = (variable: Expr): readonly string[] =>
  variable.kind === "symbol" ? [variable.name] : [];

function kroneckerLabels(node: Expr, modes: ReadonlySet<Expr>): readonly Expr[] {
  if (node.kind === "labelled" && node.head.role === "delta" && node.labels.length === 2)
    return node.labels.filter(({ kind }) => kind === "symbol");
  const [argument] = node.kind === "function" && node.name === "δ" ? node.args : [];
  const [one, other, ...more] = argument?.kind === "sum" ? argument.terms : [];
  if (!one || more.length > 0 || other?.kind !== "product" || other.factors[0] !== minusOne)
    return [];
  const [, subtracted, ...rest] = other.factors;
  if (!subtracted || rest.length > 0) return [];
  return modes.has(one) && modes.has(subtracted) ? [one, subtracted] : [];
}

/** Momenta of ladder operators. */
const modeLabels = (node: Expr): readonly Expr[] =>
  node.kind === "labelled" && node.head.role?.endsWith("lowering") === true
    ? node.labels.filter(({ kind }) => kind === "symbol")
    : [];
