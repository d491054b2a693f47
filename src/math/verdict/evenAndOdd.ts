/** f(−x) = −f(x): a function said to be odd is half of f(x) − f(−x) of any other, an even one half of the sum. */
import { call, minus, negate, num, quotient, sum } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { Call, Expr } from "../expr/node";
import { nodes, transform } from "../expr/walk";
import { mapClaim, partsOf } from "./facts";
import type { Written } from "./written";

type Parity = "even" | "odd";

export function withEvenAndOdd(claim: Claim): Written {
  const facts = claim.given.flatMap((premise) => premise.facts);
  const said = new Map(facts.flatMap(parities));
  if (said.size === 0) return { claim, used: [] };
  const told = facts.filter((fact) => parities(fact).length === 0).flatMap(partsOf);
  const all = [claim.left, claim.right, ...told].flatMap((part) => [...nodes(part)]);
  const heads = new Set(all.flatMap((node) => (node.kind === "call" ? [node.head] : [])));
  // A bare f, as in df/dx, does not show where it is taken.
  const isBare = (node: Expr): boolean =>
    node.kind === "symbol" && said.has(node.name) && !isHead(node, heads);
  const isOther = (node: Expr): boolean =>
    node.kind === "call" && parityOf(node, said) !== undefined && node.args.length !== 1;
  if (all.some((node) => isBare(node) || isOther(node))) return { claim, used: [] };
  const halves = mapClaim(claim, (part) =>
    transform(part, (node) => (node.kind === "call" ? halved(node, parityOf(node, said)) : node)),
  );
  const used = claim.given.filter((premise) =>
    premise.facts.some((fact) => parities(fact).length > 0),
  );
  return { claim: halves, used };
}

const parities = (fact: Fact): readonly (readonly [string, Parity])[] =>
  fact.kind === "property" && (fact.property === "even" || fact.property === "odd")
    ? fact.of.flatMap((of) => (of.kind === "symbol" ? [[of.name, fact.property as Parity]] : []))
    : [];

/** A head, or what the primes of a head stand on. */
const isHead = (node: Expr, heads: ReadonlySet<Expr>): boolean =>
  heads.has(node) || [...heads].some((head) => head.kind === "primed" && head.head === node);

/** Each prime turns one into the other. */
function parityOf({ head }: Call, said: ReadonlyMap<string, Parity>): Parity | undefined {
  const plain = head.kind === "primed" ? head.head : head;
  const own = plain.kind === "symbol" ? said.get(plain.name) : undefined;
  if (!own || head.kind !== "primed" || head.order % 2 === 0) return own;
  return own === "even" ? "odd" : "even";
}

function halved(node: Call, parity: Parity | undefined): Expr {
  const [at] = node.args;
  if (!parity || !at) return node;
  const there = call(node.head, negate(at));
  return quotient(parity === "even" ? sum(node, there) : minus(node, there), num(2));
}
