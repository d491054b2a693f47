/** ρ(t) beside H² = 8πGρ/3, where nothing is differentiated or integrated: a number at the one place the text speaks of. */
import { symbol } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { Call, Expr } from "../expr/node";
import { nodes, some, symbolsOf, transform } from "../expr/walk";
import { mapClaim, partsOf } from "./facts";

export function withPlainCalls(claim: Claim): Claim {
  const facts = claim.given.flatMap((premise) => premise.facts);
  const parts = [claim.left, claim.right, ...facts.flatMap(partsOf)];
  const calls = parts.flatMap((part) => [...nodes(part)].filter(isCall));
  if (calls.length === 0 || parts.some((part) => some(part, varies))) return claim;
  const names = new Map<Expr, Expr>();
  for (const call of calls) {
    const isOne = calls.every((other) => other.head !== call.head || other === call);
    if (isOne && facts.some((fact) => relates(fact, call)))
      names.set(call, symbol(nameOf(call), "scalar"));
  }
  return names.size === 0
    ? claim
    : mapClaim(claim, (part) => transform(part, (node) => names.get(node) ?? node));
}

const isCall = (node: Expr): node is Call =>
  node.kind === "call" &&
  node.head.kind === "symbol" &&
  (node.head.type === "scalar" || node.head.type === "function") &&
  node.args.length === 1 &&
  node.args.every((arg) => arg.kind === "symbol" && arg.type === "scalar");

const nameOf = ({ head }: Call): string => (head.kind === "symbol" ? head.name : "");

/** An equation that speaks of it without saying what it is. */
const relates = (fact: Fact, call: Call): boolean =>
  fact.kind === "constraint" &&
  partsOf(fact).some(
    (part) =>
      some(part, (node) => node === call) ||
      [...symbolsOf(part)].some(({ name }) => name === nameOf(call)),
  );

/** What asks for the function at other places. */
const varies = ({ kind }: Expr): boolean =>
  ["derivative", "primed", "integral", "series", "limit", "bar"].includes(kind);
