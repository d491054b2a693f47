/** x = r cos θ beside ∂/∂r and ∂/∂x: one function of both sets of coordinates, differentiated along either. */

import { acts, appliedTo } from "../expr/apply";
import { call, minusOne, sum, symbol } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Derivative, Expr, Sym } from "../expr/node";
import { factorsOf } from "../expr/questions";
import { nodes, replace, some, symbolsOf } from "../expr/walk";
import type { Written } from "./written";

type Definition = Extract<Fact, { kind: "definition" }>;

export function withChangedCoordinates(claim: Claim): Claim | Written {
  const sides = [claim.left, claim.right];
  if (!sides.every(isDifferential)) return claim;
  const slopes = sides.flatMap((side) => [...nodes(side)]).filter(isAlongName);
  const along = new Set(slopes.map(variableOf));
  const facts = claim.given.flatMap((premise) => premise.facts);
  const maps = facts.filter((fact): fact is Definition => relates(fact, along));
  const images = new Map<Expr, Expr>(maps.map(({ head, body }) => [head, body]));
  const named = [...images.keys()];
  const fresh = new Set(maps.flatMap(({ body }) => [...symbolsOf(body)]));
  if (named.some((name) => [...fresh].includes(name as Sym))) return claim;
  const both = [...along].some((name) => images.has(name)) && [...along].some(isIn(fresh));
  if (!both || [...along].some((name) => !images.has(name) && !isIn(fresh)(name))) return claim;
  const field = fieldIn(sides, new Set([...named, ...fresh]));
  if (field === null) return claim;
  const head = symbol(field?.name ?? "Ψ", "function");
  const there = call(head, ...named);
  const here = call(head, ...images.values());
  const at = named.map((variable) => ({ variable, value: images.get(variable) as Expr }));
  const put = (side: Expr): Expr | undefined => {
    const terms = (side.kind === "sum" ? side.terms : [side]).map((term): Expr | undefined => {
      const operator = field ? stripped(term, field) : term;
      if (!operator || [...nodes(operator)].some((node) => node === field)) return undefined;
      const by = new Set([...nodes(operator)].filter(isAlongName).map(variableOf));
      if ([...by].every(isIn(fresh))) return replace(appliedTo(operator, here), images);
      if ([...by].some(isIn(fresh))) return undefined;
      return intern({ kind: "bar", body: appliedTo(operator, there), at });
    });
    const known = terms.flatMap((term) => term ?? []);
    return known.length === terms.length ? sum(...known) : undefined;
  };
  const [left, right] = [put(claim.left), put(claim.right)];
  if (!left || !right) return claim;
  const used = claim.given.filter((premise) =>
    premise.facts.some((fact) => maps.includes(fact as Definition)),
  );
  const given = claim.given.filter((premise) => !used.includes(premise));
  return { claim: { ...claim, left, right, given }, used };
}

const isIn =
  (names: ReadonlySet<Sym>) =>
  (name: Expr): boolean =>
    names.has(name as Sym);

const isAlongName = (node: Expr): node is Derivative =>
  node.kind === "derivative" && node.by.kind === "variable" && node.by.variable.kind === "symbol";

const variableOf = ({ by }: Derivative): Expr =>
  by.kind === "variable" ? by.variable : symbol("?", "scalar");

/** The definition of a coordinate by others, at least one of which is differentiated along. */
const relates = (fact: Fact, along: ReadonlySet<Expr>): boolean =>
  fact.kind === "definition" &&
  fact.head.kind === "symbol" &&
  (along.has(fact.head) || [...symbolsOf(fact.body)].some((name) => along.has(name))) &&
  !some(fact.body, (node) => node.kind === "derivative" || node.kind === "call");

/** Every term differentiates, or carries what is differentiated. */
const isDifferential = (side: Expr): boolean =>
  (side.kind === "sum" ? side.terms : [side]).every((term) => some(term, isAlongName));

/** What is differentiated: undefined for operators, null where it is no single name. */
function fieldIn(sides: readonly Expr[], coordinates: ReadonlySet<Expr>): Sym | undefined | null {
  const fields = new Set(
    sides
      .flatMap((side) => [...nodes(side)])
      .filter(isAlongName)
      .map(({ operand }) => operand)
      .filter((operand) => operand?.kind !== "derivative"),
  );
  const [only, ...more] = fields;
  if (fields.size === 0 || more.length > 0) return null;
  if (!only) return sides.every(acts) ? undefined : null;
  return only.kind === "symbol" && only.type === "scalar" && !coordinates.has(only) ? only : null;
}

/** a ∂²u/∂x∂y as the operator a ∂_x ∂_y. */
function stripped(term: Expr, field: Sym): Expr | undefined {
  switch (term.kind) {
    case "derivative": {
      const { operand, ...rest } = term;
      const bare: Expr = intern(rest);
      if (operand === field) return bare;
      const inner = operand && stripped(operand, field);
      return inner && intern({ kind: "product", factors: [bare, ...factorsOf(inner)] });
    }
    case "product": {
      const [last, ...before] = [...term.factors].reverse();
      const inner = last && stripped(last, field);
      return (
        inner && intern({ kind: "product", factors: [...before.reverse(), ...factorsOf(inner)] })
      );
    }
    case "quotient": {
      const inner = stripped(term.over, field);
      if (!inner) return undefined;
      const scale = intern({ kind: "power", base: term.under, exponent: minusOne });
      return intern({ kind: "product", factors: [scale, ...factorsOf(inner)] });
    }
    default:
      return undefined;
  }
}
