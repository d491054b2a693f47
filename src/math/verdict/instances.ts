/** Facts for all labels, put down for the labels that occur: p_i² = m_i² as p₁² = m₁², p₂² = m₂². */

import { num } from "../expr/build";
import type { Fact } from "../expr/claim";
import type { Expr, Labelled, Num, Series, Sym } from "../expr/node";
import { children, nodes, replace, some } from "../expr/walk";
import { mapFact, partsOf } from "./facts";
import { freeSymbols } from "./freeSymbols";

const atMost = 8;

/** The fact itself where it speaks of no label, else one for each label its families carry elsewhere. */
export function instances(fact: Fact, elsewhere: readonly Expr[]): readonly Fact[] {
  if (fact.kind === "definition" && fact.head.kind === "ket")
    return [fact, ...statesLike(fact, elsewhere)];
  if (fact.kind !== "constraint" && fact.kind !== "inequality") return [fact];
  const families = partsOf(fact)
    .flatMap((part) => [...nodes(part)])
    .filter(isLabelled);
  const variable = families.flatMap((family) => family.labels).find(isVariable);
  if (!variable || isName(variable, fact)) return [fact];
  const heads = new Set(
    families.filter((family) => family.labels.includes(variable)).map((family) => family.head.name),
  );
  const values = new Set<Expr>();
  for (const expr of elsewhere)
    for (const node of nodes(expr))
      if (isLabelled(node) && node.labels.length === 1 && heads.has(node.head.name))
        for (const label of node.labels) values.add(label);
      else if (node.kind === "series" && some(node.body, isOneOf(heads, node.variables)))
        for (const number of runsThrough(node)) values.add(number);
  values.delete(variable);
  if (variable.type === "scalar") reckoned(variable, families, values);
  const list = [...values].slice(0, atMost);
  if (list.length === 0) return [fact];
  const own = new Set(partsOf(fact));
  const isAsked = elsewhere.some((part) => !own.has(part) && freeSymbols(part).has(variable));
  const itself = variable.type === "scalar" && isAsked ? [fact] : [];
  const others = list.flatMap((value) =>
    instances(
      mapFact(fact, (part) => replace(part, new Map([[variable, value]]))),
      elsewhere,
    ),
  );
  return [...itself, ...others];
}

/** Of a_{n+1} = 2a_n and a_3 also n = 2; of E_n = E_0 + nħω not n = 0. */
function reckoned(variable: Sym, families: readonly Labelled[], values: Set<Expr>): void {
  const labels = families.flatMap((family) => family.labels);
  const shifts = new Set(labels.flatMap((label) => shiftOf(label, variable)));
  for (const value of [...values].filter(isWhole))
    for (const shift of shifts) values.add(num(value.numerator - shift));
  for (const label of labels) values.delete(label);
}

/** The 1 of n + 1. */
function shiftOf(label: Expr, variable: Sym): readonly bigint[] {
  const [first, second, ...more] = label.kind === "sum" ? label.terms : [];
  return first === variable && second && isWhole(second) && more.length === 0
    ? [second.numerator]
    : [];
}

/** E_n under ∑_n. */
const isOneOf =
  (heads: ReadonlySet<string>, labels: readonly Expr[]) =>
  (node: Expr): boolean =>
    isLabelled(node) &&
    heads.has(node.head.name) &&
    node.labels.every((label) => labels.includes(label));

/** 0, 1, 2 of ∑_{n=0}^2; nothing where the ends are no numbers, or too far apart. */
function runsThrough({ lower, upper }: Series): readonly Expr[] {
  if (lower?.kind !== "num" || upper?.kind !== "num") return [];
  const [first, last] = [Number(lower.numerator), Number(upper.numerator)];
  const count = last - first + 1;
  return count > 0 && count <= atMost
    ? Array.from({ length: count }, (_, k) => num(first + k))
    : [];
}

/** i and t of n₁ sin θ_i = n₂ sin θ_t, incident and transmitted: each side would be the same for all of them. */
function isName(label: Expr, fact: Fact): boolean {
  if (fact.kind !== "constraint" && fact.kind !== "inequality") return false;
  const [left, right] = [fact.left, fact.right].map(
    (side) =>
      new Set(
        [...nodes(side)].flatMap((node) =>
          isLabelled(node) ? node.labels.filter(isVariable) : [],
        ),
      ),
  ) as [Set<Expr>, Set<Expr>];
  const isApart = [...left].every((one) => !right.has(one));
  return isApart && left.size > 0 && right.size > 0 && (left.has(label) || right.has(label));
}

const isWhole = (node: Expr): node is Num => node.kind === "num" && node.denominator === 1n;

const isLabelled = (node: Expr): node is Labelled => node.kind === "labelled";

/** i, and the n of E_n = E_0 + nħω; the signs of c_± tell two things apart. */
const isVariable = (label: Expr): label is Sym =>
  label.kind === "symbol" &&
  /^\p{L}/u.test(label.name) &&
  (label.type === "label" ||
    (label.type === "scalar" && (label.domain === "integer" || label.domain === "natural")));

/** |α⟩ = e^{−|α|²/2} ∑ αⁿ/√n! |n⟩ says what |β⟩ is as well. */
function statesLike(fact: Definition, elsewhere: readonly Expr[]): readonly Fact[] {
  const [label, ...more] = fact.head.kind === "ket" ? fact.head.labels : [];
  if (label?.kind !== "symbol" || more.length > 0 || !hasOutsideStates(fact.body, label)) return [];
  const others = new Set<Expr>();
  for (const expr of elsewhere)
    for (const node of nodes(expr))
      if ((node.kind === "ket" || node.kind === "bra") && node.labels.length === 1)
        for (const one of node.labels)
          if (one.kind === "symbol" && isOfAlphabet(one.name) === isOfAlphabet(label.name))
            others.add(one);
  others.delete(label);
  const summed = new Set(
    [...nodes(fact.body)].flatMap((node) => (node.kind === "series" ? node.variables : [])),
  );
  return [...others]
    .filter((one) => !summed.has(one))
    .slice(0, atMost)
    .map((one) => mapFact(fact, (part) => replace(part, new Map([[label, one]]))));
}

type Definition = Extract<Fact, { kind: "definition" }>;

/** Greek labels are of another family than Latin ones. */
const isOfAlphabet = (name: string): boolean => /^[α-ω]/u.test(name);

const hasOutsideStates = (node: Expr, label: Expr): boolean =>
  node === label ||
  (node.kind !== "ket" &&
    node.kind !== "bra" &&
    children(node).some((part) => hasOutsideStates(part, label)));
