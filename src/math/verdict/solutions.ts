/** E = √(p² + m²) of E² = p² + m²: one of the solutions of what is given, where nothing says which. */
import { num, power } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr } from "../expr/node";
import { printExpr } from "../expr/print";
import { replace, some } from "../expr/walk";
import { compare } from "./comparison";
import { signChoices } from "./plusMinus";
import type { Ground } from "./sample";

export function isOneOfSolutions(claim: Claim, ground: Ground): boolean {
  if (isOfEitherSign(claim.left, ground)) return true;
  const choices = signChoices([claim.left, claim.right]);
  return choices.every(([name, value]) => name && value && solves(name, value, ground));
}

/** tan θ = x leaves the quadrant of θ open: the squares agree. */
export function dependsOnQuadrant({ left, right }: Claim, ground: Ground): boolean {
  const isAngular = (node: Expr): boolean =>
    node.kind === "function" && /^(?:sin|cos|tan|cot|sec|csc)$/.test(node.name);
  const isSaid = ground.facts.some(
    (fact) =>
      fact.kind === "constraint" && [fact.left, fact.right].some((side) => some(side, isAngular)),
  );
  const squared = (side: Expr): Expr => power(side, num(2));
  return (
    isSaid &&
    compare({ left: squared(left), relation: "=", right: squared(right) }, ground).kind === "holds"
  );
}

/** Every equation for the name is obeyed by the value; there is one. */
function solves(name: Expr, value: Expr, ground: Ground): boolean {
  const isName = name.kind === "symbol" ? name.type === "scalar" : name.kind === "labelled";
  if (!isName || some(value, (part) => part === name)) return false;
  const speaks = (part: Expr): boolean => some(part, (node) => node === name);
  const equations = ground.facts.flatMap((fact) =>
    fact.kind === "constraint" && [fact.left, fact.right].some(speaks) ? [fact] : [],
  );
  const facts = ground.facts.filter((fact) => !equations.some((one) => one === fact));
  const inserted = (part: Expr): Expr => replace(part, new Map([[name, value]]));
  return (
    equations.length > 0 &&
    equations.every(
      ({ left, right }) =>
        compare(
          { left: inserted(left), relation: "=", right: inserted(right) },
          { ...ground, facts },
        ).kind === "holds",
    )
  );
}

/** E_± = ±…: two names of one family, each of which solves the equation. */
const isOfEitherSign = (name: Expr, { facts }: Ground): boolean =>
  name.kind === "labelled" &&
  name.labels.some((label) => /[±∓]/u.test(printExpr(label))) &&
  facts.some(
    (fact) =>
      fact.kind === "constraint" &&
      [fact.left, fact.right].some((side) =>
        some(side, (node) => node.kind === "labelled" && node.head === name.head),
      ),
  );
