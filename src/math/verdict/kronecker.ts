/** δ of two labels: a claim must hold for different labels and for equal ones. */
import { minusOne } from "../expr/build";
import type { Expr } from "../expr/node";
import { nodes, replace } from "../expr/walk";
import { freeSymbols } from "./freeSymbols";
import type { Sides } from "./plusMinus";

/** The claim as it stands, and with the labels of some and of every Kronecker δ made equal, except where they are summed over. */
export function labelChoices(sides: Sides): readonly Sides[] {
  const equal = new Map<Expr, Expr>();
  const everything = sides.flatMap((side) => [...nodes(side)]);
  const summed = new Set(everything.flatMap(boundLabels));
  const modes = new Set(everything.flatMap(modeLabels));
  for (const node of everything) {
    const [one, other] = kroneckerLabels(node, modes);
    if (!one || !other || one === other || summed.has(one) || summed.has(other)) continue;
    equal.set(other, one);
  }
  const [left, right] = sides;
  return subsets([...equal]).map((chosen): Sides => {
    if (chosen.length === 0) return sides;
    const by = new Map(chosen);
    const ends = new Map(chosen.map(([from]) => [from, endOf(by, from)] as const));
    return [replace(left, ends), replace(right, ends)];
  });
}

/** Where δ_{ab}δ_{bc} leads c to. */
function endOf(by: ReadonlyMap<Expr, Expr>, from: Expr): Expr {
  let end = from;
  for (let steps = 0; steps <= by.size; steps++) end = by.get(end) ?? end;
  return end;
}

/** Of few things every choice, of many each alone and all together. */
function subsets<T>(all: readonly T[]): readonly (readonly T[])[] {
  if (all.length > 4) return [[], ...all.map((one) => [one]), all];
  return all.reduce<readonly (readonly T[])[]>(
    (found, one) => [...found, ...found.map((chosen) => [...chosen, one])],
    [[]],
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
