/** y″ and ψ₀″ of y = J_ν(x) and ψ₀(x) = e^{−x²}: primes on a name whose value is given are derivatives; ψ₀ alone is ψ₀(x). */
import { derivative, num } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr, Labelled, Sym } from "../expr/node";
import { mapChildren, nodes, some } from "../expr/walk";
import { partsOf, withFacts } from "./facts";

/** The name, what it depends on, and its value there. */
interface Given {
  readonly name: Sym | Labelled;
  readonly formal: Sym;
  readonly body: Expr;
  /** As it is written where it is defined. */
  readonly head: Expr;
}

/** Letters of places, in the order in which a prime is taken to mean them. */
const places = ["x", "t", "r", "z", "s", "θ", "ρ", "τ", "u"];

export function withPrimedNames(claim: Claim): Claim {
  if (claim.given.length === 0) return claim;
  const facts = claim.given.flatMap((premise) => premise.facts);
  const sides = [claim.left, claim.right];
  const equations = facts.flatMap((fact) =>
    fact.kind === "constraint"
      ? [fact.left, fact.right]
      : fact.kind === "definition"
        ? [fact.body]
        : [],
  );
  const all = [...sides, ...equations].flatMap((side) => [...nodes(side)]);
  const heads = facts.flatMap((fact) => (fact.kind === "definition" ? [fact.head] : []));
  // x′ beside x is another place, and what primes name besides is another quantity.
  const isPlace = (node: Expr): boolean =>
    node.kind === "symbol" && node.name.endsWith("′") && places.includes(withoutPrimes(node.name));
  if ([...all, ...facts.flatMap(partsOf)].some(isPlace)) return claim;
  const given = facts.flatMap((fact) => functionIn(fact) ?? []);
  const named = given.filter(({ name }) =>
    all.some((node) => primesOn(node, name) > 0 && !heads.includes(node)),
  );
  const bare = given.filter(
    ({ name, head }) =>
      name.kind === "labelled" &&
      head.kind === "call" &&
      all.some((node) => node === name) &&
      !all.some((node) => node.kind === "call" && node.head === name && node !== head),
  );
  if (named.length === 0 && bare.length === 0) return claim;
  const written = (node: Expr): Expr => {
    // The callee before its name: ψ′ in ψ′(x) has its argument already.
    const callee = node.kind === "call" ? node.head : node;
    for (const { name, formal, body } of named) {
      const order = primesOn(callee, name);
      if (order === 0) continue;
      const rise = derivative(
        { kind: "variable", variable: formal, style: "partial" },
        body,
        num(order),
      );
      const [at = formal] = node.kind === "call" ? node.args : [];
      return at === formal
        ? rise
        : intern({ kind: "bar", body: rise, at: [{ variable: formal, value: written(at) }] });
    }
    if (node.kind === "call" && bare.some(({ name }) => name === node.head)) return node;
    return bare.find(({ name }) => name === node)?.head ?? mapChildren(node, written);
  };
  return {
    ...withFacts(claim, (fact) => {
      if (fact.kind === "constraint")
        return withSides(fact, written(fact.left), written(fact.right));
      return fact.kind === "definition" && written(fact.body) !== fact.body
        ? { ...fact, body: written(fact.body) }
        : fact;
    }),
    left: written(claim.left),
    right: written(claim.right),
  };
}

const withSides = (fact: Constraint, left: Expr, right: Expr): Constraint =>
  left === fact.left && right === fact.right ? fact : { ...fact, left, right };

type Constraint = Extract<Fact, { readonly kind: "constraint" }>;

function functionIn(fact: Fact): Given | undefined {
  if (fact.kind !== "definition") return undefined;
  const { head, body } = fact;
  if (head.kind === "call") {
    const [formal, more] = head.args;
    const name = head.head;
    if (formal?.kind !== "symbol" || more !== undefined) return undefined;
    return name.kind === "labelled" || name.kind === "symbol"
      ? { name, formal, body, head }
      : undefined;
  }
  if (head.kind !== "symbol" && head.kind !== "labelled") return undefined;
  const symbols = [...nodes(body)];
  const formal = places.flatMap((letter) =>
    symbols.filter((node) => node.kind === "symbol" && node.name === letter),
  )[0];
  return formal?.kind === "symbol" && !some(body, (node) => node === head)
    ? { name: head, formal, body, head }
    : undefined;
}

/** How many primes a node carries more than the name; 0 where it is something else. */
export function primesOn(node: Expr, name: Sym | Labelled): number {
  if (node.kind === "primed" && name.kind === "labelled" && node.head === name) return node.order;
  if (name.kind === "labelled")
    return node.kind === "labelled" &&
      node.labels.length === name.labels.length &&
      node.labels.every((label, n) => label === name.labels[n])
      ? primesOn(node.head, name.head)
      : 0;
  if (node.kind !== "symbol" || withoutPrimes(node.name) !== name.name) return 0;
  return node.name.length - name.name.length;
}

export const withoutPrimes = (name: string): string => name.replace(/′+$/u, "");
