/** 𝐀 under ∇× and 𝐀 in what is given are one field: what varies in one place varies in all. */
import type { Claim, Fact } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr, Sym } from "../expr/node";
import { factorsOf } from "../expr/questions";
import { nodes, replace } from "../expr/walk";
import { mapClaim, partsOf } from "./facts";

export function withOneField(claim: Claim): Claim {
  if (claim.given.length === 0) return claim;
  const facts = claim.given.flatMap((premise) => premise.facts);
  const names = new Set<Sym>();
  // 𝐄₀ of 𝐄 = 𝐄₀e^{i𝐤·𝐫} is another thing than 𝐄.
  const families = new Set<Expr>();
  for (const part of [claim.left, claim.right, ...facts.flatMap(partsOf)])
    for (const node of nodes(part)) {
      if (node.kind === "symbol" && isPlain(node)) names.add(node);
      if (node.kind === "labelled") families.add(node.head);
    }
  const varying = new Map(
    [...names].flatMap((name) => (name.dependsOn ? [[keyOf(name), name] as const] : [])),
  );
  for (const part of facts.flatMap(componentsOfFields))
    if (!part.dependsOn && !varying.has(keyOf(part)))
      varying.set(keyOf(part), intern({ ...part, dependsOn: ["x"] }));
  for (const [part, variable] of actedOn(claim, facts))
    if (!part.dependsOn && !varying.has(keyOf(part)))
      varying.set(keyOf(part), intern({ ...part, dependsOn: [variable] }));
  const put = new Map<Expr, Expr>();
  for (const name of names) {
    const field = varying.get(keyOf(name));
    const isSame = !name.domain || field?.domain === name.domain;
    if (field && !name.dependsOn && isSame && !families.has(name)) put.set(name, field);
  }
  return put.size === 0 ? claim : mapClaim(claim, (part) => replace(part, put));
}

/** ψ of p̂ψ, where p̂ = −iħ d/dx. */
function actedOn(
  { left, right }: Claim,
  facts: readonly Fact[],
): readonly (readonly [Sym, string])[] {
  const operators = new Map(
    facts.flatMap((fact) =>
      fact.kind === "definition"
        ? factorsOf(fact.body).flatMap((factor) =>
            factor.kind === "derivative" &&
            factor.operand === undefined &&
            factor.by.kind === "variable" &&
            factor.by.variable.kind === "symbol"
              ? [[fact.head, factor.by.variable.name] as const]
              : [],
          )
        : [],
    ),
  );
  if (operators.size === 0) return [];
  const isWave = (node: Expr): node is Sym =>
    node.kind === "symbol" && isPlain(node) && /^[ψΨφϕχ]/u.test(node.name);
  return [left, right]
    .flatMap((side) => [...nodes(side)])
    .flatMap((node) => {
      if (node.kind !== "product") return [];
      const at = node.factors.findIndex((factor) => operators.has(baseOf(factor)));
      const variable = operators.get(baseOf(node.factors[at] ?? node));
      return variable === undefined
        ? []
        : node.factors
            .slice(at + 1)
            .filter(isWave)
            .map((wave) => [wave, variable] as const);
    });
}

const baseOf = (factor: Expr): Expr => (factor.kind === "power" ? factor.base : factor);

/** ρ and 𝐣 of j^μ = (ρ, 𝐣), where j is a field. */
function componentsOfFields(fact: Fact): readonly Sym[] {
  if (fact.kind !== "definition" || fact.body.kind !== "tuple") return [];
  const { head } = fact;
  const field = head.kind === "tensor" ? head.head : head;
  return field.kind === "symbol" && field.dependsOn !== undefined
    ? fact.body.items.filter((item): item is Sym => item.kind === "symbol" && isPlain(item))
    : [];
}

const keyOf = ({ name, type }: Sym): string => `${type} ${name}`;

const isPlain = ({ type, role }: Sym): boolean =>
  role === undefined && /^(scalar|three-vector|four-vector)$/.test(type);
