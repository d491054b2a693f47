/** 𝐧² = 1 of an 𝐧 that varies holds everywhere: beside ∂_μ𝐧 it says 𝐧·∂_μ𝐧 = 0 as well. */
import {
  derivative,
  dot,
  down,
  minus,
  num,
  one,
  power,
  product,
  quotient,
  sum,
  zero,
} from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import { isMotion } from "../expr/motion";
import type { By, Derivative, Expr } from "../expr/node";
import { printExpr } from "../expr/print";
import { isNumeral } from "../expr/questions";
import { children, nodes } from "../expr/walk";

export function withLastingRelations(claim: Claim): Claim {
  const varying = varyingIn(claim);
  if (varying.length === 0) return claim;
  let isMore = false;
  const given = claim.given.map((premise) => {
    const lasting = premise.facts.flatMap((fact) => changes(fact, varying) ?? []);
    if (lasting.length === 0) return premise;
    isMore = true;
    return { ...premise, facts: [...premise.facts, ...lasting] };
  });
  return isMore ? { ...claim, given } : claim;
}

/** What varies obeys a relation of which nothing is known but that it holds at the sample. */
export function isOfOnePlace(claim: Claim): boolean {
  const varying = varyingIn(claim);
  return (
    varying.length > 0 &&
    claim.given.some(({ facts }) => facts.some((fact) => changes(fact, varying) === undefined))
  );
}

function varyingIn({ left, right, given }: Claim): readonly Varying[] {
  const defined = given.flatMap(({ facts }) =>
    facts.flatMap((fact) => (fact.kind === "definition" ? [fact.body] : [])),
  );
  return [left, right, ...defined].flatMap((side) =>
    [...nodes(side)].flatMap((node) => (node.kind === "derivative" ? variedBy(node) : [])),
  );
}

/** A name that varies, and along what. */
interface Varying {
  readonly name: string;
  readonly by: By;
}

/** 𝐧 in ∂_μ𝐧, 𝐧̇, ∂_t∂_x𝐧: what a derivative acts on alone. */
function variedBy(node: Derivative): readonly Varying[] {
  const name = node.operand && nameOf(node.operand);
  if (name === undefined) return [];
  const by: By =
    node.by.kind === "index"
      ? { ...node.by, index: down(everywhere, node.by.index.space) }
      : node.by;
  return [{ name, by }];
}

/** An index that no formula writes. */
const everywhere = "ϰ";

function nameOf(node: Expr): string | undefined {
  switch (node.kind) {
    case "symbol":
      return node.role === undefined &&
        /^(?:scalar|function|three-vector|four-vector)$/.test(node.type)
        ? node.name
        : undefined;
    case "tensor":
      return node.head.kind === "symbol" && node.head.role === undefined
        ? node.head.name
        : undefined;
    case "labelled": {
      const own = node.labels.filter(isNumeral).map(printExpr);
      return node.head.role === undefined ? [node.head.name, ...own].join() : undefined;
    }
    case "call":
    case "derivative": {
      const inner = node.kind === "call" ? node.head : node.operand;
      return inner && nameOf(inner);
    }
    default:
      return undefined;
  }
}

/** What a relation between values says of their changes; undefined where that is not known. */
function changes(fact: Fact, varying: readonly Varying[]): readonly Fact[] | undefined {
  if (fact.kind !== "constraint" || isMotion(fact)) return [];
  const residual = minus(fact.left, fact.right);
  const names = new Set(varying.map(({ name }) => name));
  const isField = (node: Expr): boolean => names.has(nameOf(node) ?? "");
  const parts = partsWithin(residual);
  if (!parts.some(isField)) return [];
  const directions = [...new Map(varying.map(({ by }) => [keyOf(by), by])).values()];
  const variables = directions.flatMap((by) => (by.kind === "variable" ? [by.variable] : []));
  const isSaid = (node: Expr): boolean =>
    node.kind !== "symbol" ||
    node.role !== undefined ||
    node.type === "function" ||
    variables.includes(node) ||
    isField(node) ||
    fixed.test(node.name);
  if (!parts.every(isSaid)) return undefined;
  const found = directions.map((by) => {
    const along = by.kind === "variable" ? by.variable : undefined;
    const varies = (part: Expr): boolean =>
      partsWithin(part).some((one) => one === along || isField(one));
    return changeOf(residual, by, varies);
  });
  if (found.includes(undefined)) return undefined;
  return found.flatMap((change = zero) =>
    change === zero ? [] : [{ kind: "constraint" as const, left: change, right: zero }],
  );
}

/** g₀ is a name of its own. */
const partsWithin = (node: Expr): readonly Expr[] =>
  node.kind === "labelled" ? [node] : [node, ...children(node).flatMap(partsWithin)];

/** Letters of constants; of others it is not said whether they vary as well. */
const fixed = /^(?:[mMvfRNgcℓ]|[mMv]_.*)$/u;

const keyOf = (by: By): unknown => (by.kind === "variable" ? by.variable : by.kind);

/** Undefined where something changes in a way of its own. */
function changeOf(node: Expr, by: By, varies: (part: Expr) => boolean): Expr | undefined {
  const of = (part: Expr): Expr | undefined => changeOf(part, by, varies);
  if (!varies(node)) return zero;
  switch (node.kind) {
    case "symbol":
      return by.kind === "variable" && by.variable === node ? one : derivative(by, node);
    case "tensor":
    case "labelled":
      return derivative(by, node);
    case "call": {
      const [argument, ...others] = node.args;
      const isAlong = by.kind === "variable" && by.variable === argument && others.length === 0;
      return isAlong ? derivative(by, node) : undefined;
    }
    case "sum":
      return joined(node.terms.map(of), sum);
    case "product":
      return joined(
        node.factors.map((factor, at) =>
          joined([of(factor)], (change = zero) =>
            product(...node.factors.slice(0, at), change, ...node.factors.slice(at + 1)),
          ),
        ),
        sum,
      );
    case "dot":
      return joined([of(node.left), of(node.right)], (left = zero, right = zero) =>
        sum(dot(left, node.right), dot(node.left, right)),
      );
    case "quotient":
      return joined([of(node.over), of(node.under)], (over = zero, under = zero) =>
        minus(
          quotient(over, node.under),
          quotient(product(node.over, under), power(node.under, num(2))),
        ),
      );
    case "power": {
      const { base, exponent } = node;
      if (exponent.kind !== "num") return undefined;
      return joined([of(base)], (change = zero) =>
        product(exponent, power(base, minus(exponent, one)), change),
      );
    }
    case "function": {
      const [argument] = node.args;
      if (node.name !== "ln" || !argument) return undefined;
      return joined([of(argument)], (change = zero) => quotient(change, argument));
    }
    default:
      return undefined;
  }
}

const joined = (
  parts: readonly (Expr | undefined)[],
  join: (...parts: readonly Expr[]) => Expr,
): Expr | undefined =>
  parts.every((part) => part !== undefined)
    ? join(...parts.flatMap((part) => part ?? []))
    : undefined;
