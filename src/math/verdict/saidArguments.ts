/** ε^a = ε^a(x), g_{μν} = g_{μν}(x): a family or a tensor varies along what the text says it is a function of. */
import { symbol } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr, Sym } from "../expr/node";
import { transform } from "../expr/walk";
import { equated, mapClaim, withoutFacts } from "./facts";
import type { Written } from "./written";

export function withSaidArguments(claim: Claim): Written {
  const facts = claim.given.flatMap((premise) => premise.facts);
  const along = new Map<string, readonly string[]>();
  const told = new Set<unknown>();
  for (const fact of facts) {
    const [head, body] = equated(fact) ?? [];
    if (!head || body?.kind !== "call" || body.head !== head) continue;
    const name = nameIn(head);
    if (!name) continue;
    along.set(
      name.name,
      body.args.flatMap((one) => (one.kind === "symbol" ? [one.name] : [])),
    );
    told.add(fact);
  }
  if (along.size === 0) return { claim, used: [] };
  const varied = mapClaim(
    withoutFacts(claim, (fact) => told.has(fact)),
    (part) => transform(part, (node) => (node.kind === "symbol" ? varying(node, along) : node)),
  );
  const used = claim.given.filter((premise) => premise.facts.some((fact) => told.has(fact)));
  return { claim: varied, used };
}

/** The letter may be read otherwise where nothing is said of it. */
function varying(name: Sym, along: ReadonlyMap<string, readonly string[]>): Sym {
  const dependsOn = along.get(name.name);
  const { kind: _, name: letter, type, ...details } = name;
  return dependsOn ? symbol(letter, type, { ...details, dependsOn }) : name;
}

const nameIn = (node: Expr): Sym | undefined =>
  (node.kind === "labelled" || node.kind === "tensor") && node.head.kind === "symbol"
    ? node.head
    : undefined;
