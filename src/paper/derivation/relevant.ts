/** Which facts speak of the names a statement shows. */
import type { Fact, Premise } from "../../math/expr/claim";
import { quadraturesOf } from "../../math/expr/ladder";
import { anyOperatorOf, isRateOfMean } from "../../math/expr/means";
import type { Expr } from "../../math/expr/node";
import { children } from "../../math/expr/walk";
import { isOfPower } from "./catalogued";
import { headOf } from "./head";

/** Only what speaks of names the statement shows, or that facts about them bring in. */
export function relevant<O extends { readonly premise: Premise }>(
  offered: readonly O[],
  sides: readonly Expr[],
): readonly O[] {
  const names = new Set<string>();
  for (const side of sides) addNames(side, names);
  const kept = new Set<O>();
  for (let grown = true; grown; ) {
    grown = false;
    for (const offer of offered) {
      if (kept.has(offer) || !offer.premise.facts.some((fact) => speaksOf(fact, names))) continue;
      kept.add(offer);
      grown = true;
      for (const fact of offer.premise.facts)
        if (fact.kind === "definition") addNames(fact.body, names);
        else if (fact.kind === "constraint" && anyOperatorOf(fact.left, fact.right))
          addNames(fact.right, names);
        else if (fact.kind === "line-element")
          for (const entry of fact.components.flat()) addNames(entry, names);
    }
  }
  return offered.filter((offer) => kept.has(offer));
}

/** What a law for the mean of any operator speaks of. */
const rate = "rate of a mean";

/** What d = 4 − 2ε speaks of. */
const dimensions = "number of dimensions";

/** Every name with the shape it is used in: `symbol γ` is not `tensor γ`. */
function addNames(expr: Expr, into: Set<string>): void {
  const head = expr.kind === "symbol" ? undefined : headOf(expr);
  if (head?.kind === "symbol") into.add(`${expr.kind} ${head.name}`).add(head.name);
  else if (expr.kind === "symbol") into.add(`symbol ${expr.name}`).add(expr.name);
  if (expr.kind === "ket" || expr.kind === "bra") into.add("state");
  if (usesDiracMatrices(head ?? expr) || usesDiracMatrices(expr)) into.add("tensor γ").add("γ");
  if (isRateOfMean(expr)) into.add(rate);
  if (expr.kind === "tensor" && expr.indices.some(({ space }) => space === "lorentz"))
    into.add(dimensions);
  if (expr.kind === "integral")
    for (const { region } of expr.measures) if (region) into.add(region.replace("∮", ""));
  for (const part of children(expr)) {
    const isHeadPart = "head" in expr && expr.head === part && part.kind === "symbol";
    if (!isHeadPart) addNames(part, into);
  }
}

/** p̸, γ⁵, P_L and ψ̄ are made of Dirac matrices without showing one. */
const usesDiracMatrices = (expr: Expr): boolean =>
  expr.kind === "slash" ||
  (expr.kind === "involution" && expr.sort === "bar") ||
  (expr.kind === "symbol" && expr.space === "dirac" && expr.role !== undefined);

function speaksOf(fact: Fact, names: ReadonlySet<string>): boolean {
  switch (fact.kind) {
    case "definition": {
      const head = headOf(fact.head);
      if (head?.kind === "ket" || head?.kind === "bra") return names.has("state");
      // f may stand for f(r), whose argument is written once; 𝐉 has the components J_z, and p·k those of p^μ.
      return (
        head?.kind !== "symbol" ||
        (/^[dD]$/.test(head.name) && isNearNumber(fact.body) && names.has(dimensions)) ||
        names.has(`${fact.head.kind} ${head.name}`) ||
        (/vector/.test(head.type) &&
          (names.has(`tensor ${head.name}`) ||
            (fact.head.kind === "tensor" && names.has(`symbol ${head.name}`)))) ||
        (names.has("state") && isMadeOf(fact.body, names)) ||
        (fact.head.kind === "call" &&
          (names.has(`symbol ${head.name}`) || names.has(`labelled ${head.name}`))) ||
        (head.type === "three-vector" &&
          ["tensor", "labelled"].some((kind) => names.has(`${kind} ${head.name}`)))
      );
    }
    case "line-element":
      return ["tensor g", "tensor Γ", "tensor R", "tensor G", "symbol R"].some((name) =>
        names.has(name),
      );
    case "constraint":
      if (isOfPower(fact)) return names.has(baseName(fact.left));
      return anyOperatorOf(fact.left, fact.right)
        ? names.has(rate)
        : spokenOf(fact).some((name) => names.has(name));
    default:
      return spokenOf(fact).some((name) => names.has(name));
  }
}

/** a = (x + ip)/√2 says beside |n⟩ what x and p do. */
function isMadeOf(body: Expr, names: ReadonlySet<string>): boolean {
  const parts = quadraturesOf(body);
  return parts !== undefined && [parts.place, parts.momentum].some(({ name }) => names.has(name));
}

/** What q² = … speaks of, as it is noted. */
function baseName(side: Expr): string {
  const base = side.kind === "power" ? side.base : side;
  const head = headOf(base);
  return head?.kind === "symbol" ? `${base.kind} ${head.name}` : "";
}

/** 4 − 2ε. */
const isNearNumber = (body: Expr): boolean =>
  body.kind === "sum" && body.terms.some(({ kind }) => kind === "num");

const spoken = new WeakMap<Fact, readonly string[]>();

/** The names a fact shows, found once. */
function spokenOf(fact: Fact): readonly string[] {
  const known = spoken.get(fact);
  if (known) return known;
  const found = new Set<string>();
  for (const part of partsOf(fact)) addNames(part, found);
  const names = [...found].filter((name) => !name.includes(" "));
  spoken.set(fact, names);
  return names;
}

function partsOf(fact: Fact): readonly Expr[] {
  switch (fact.kind) {
    case "constraint":
    case "algebra":
    case "inequality":
      return [fact.left, fact.right];
    case "domain":
      return [fact.symbol];
    case "property":
      return fact.of;
    default:
      return [];
  }
}
