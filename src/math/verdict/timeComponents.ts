/** p^μ = (E, 𝐩), p = (E, 𝐩): the spatial part of p has its letter already, so this says what E is; p = (m, 𝟎) is at rest. */
import { dot, tensor, up, zero } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr, Sym } from "../expr/node";
import { isTwo } from "../expr/questions";
import { nodes, replace, some, symbolsOf, transform } from "../expr/walk";

export function withTimeComponents(given: Claim): Claim {
  const claim = atRest(given);
  const facts = claim.given.flatMap((premise) => premise.facts);
  const found = facts.flatMap((fact) => splitIn(fact) ?? []);
  const isMoving = [claim.left, claim.right].some((side) =>
    some(side, (node) => node.kind === "derivative" || node.kind === "integral"),
  );
  if (found.length === 0 || isMoving) return claim;
  const all = [claim.left, claim.right].flatMap((side) => [...nodes(side)]);
  // p² beside E may be 𝐩², unless 𝐩 stands there as well.
  const isApart = ({ vector, energy }: Split): boolean =>
    !all.includes(energy) ||
    all.some(
      (node) => node.kind === "symbol" && node.type === "three-vector" && node.name === vector.name,
    );
  const vectors = new Map(
    found.filter(isApart).map(({ vector }) => [vector.name, vector] as const),
  );
  const put = (side: Expr): Expr =>
    transform(side, (node) => squareOf(node, vectors) ?? ofVector(node, vectors) ?? node);
  const [left, right] = [put(claim.left), put(claim.right)];
  const isLength = (node: Expr): boolean =>
    node.kind === "symbol" &&
    node.type === "scalar" &&
    found.some(({ vector }) => vector.name === node.name);
  if ([left, right].some((side) => some(side, isLength))) return claim;
  const isDefined = (name: Expr): boolean =>
    facts.some((fact) => fact.kind === "definition" && fact.head === name);
  return {
    ...claim,
    left,
    right,
    given: claim.given.map((premise) => ({
      ...premise,
      facts: premise.facts.map((fact): Fact => {
        const split = splitIn(fact);
        if (!split) return fact;
        const time = tensor(split.vector, { ...up("0"), value: 0 });
        return isDefined(split.energy)
          ? { kind: "constraint", left: time, right: split.energy }
          : { kind: "definition", head: split.energy, body: time };
      }),
    })),
  };
}

/** (m, 𝟎) as (m, 0, 0, 0). */
function atRest(claim: Claim): Claim {
  const isResting = (fact: Fact): boolean =>
    fact.kind === "definition" &&
    fact.body.kind === "tuple" &&
    fact.body.items.length === 2 &&
    isNothing(fact.body.items[1]);
  if (!claim.given.some(({ facts }) => facts.some(isResting))) return claim;
  return {
    ...claim,
    given: claim.given.map((premise) => ({
      ...premise,
      facts: premise.facts.map(
        (fact): Fact =>
          fact.kind === "definition" && fact.body.kind === "tuple" && isResting(fact)
            ? {
                ...fact,
                body: intern({
                  ...fact.body,
                  items: [...fact.body.items.slice(0, 1), zero, zero, zero],
                }),
              }
            : fact,
      ),
    })),
  };
}

const isNothing = (side: Expr | undefined): boolean =>
  side === zero || (side?.kind === "symbol" && side.type === "three-vector" && side.name === "0");

/** p² and (p + q)² of what is read as numbers. */
function squareOf(node: Expr, vectors: ReadonlyMap<string, Sym>): Expr | undefined {
  if (node.kind !== "power" || !isTwo(node.exponent)) return undefined;
  const names = [...symbolsOf(node.base)];
  const isOfVectors =
    /^(symbol|sum)$/.test(node.base.kind) &&
    names.every(({ name, type }) => /^(scalar|four-vector)$/.test(type) && vectors.has(name));
  if (!isOfVectors) return undefined;
  const vector = replace(
    node.base,
    new Map<Expr, Expr>(names.map((name) => [name, vectors.get(name.name) ?? name])),
  );
  return dot(vector, vector);
}

/** E_p of a momentum that is read as a number. */
const ofVector = (node: Expr, vectors: ReadonlyMap<string, Sym>): Expr | undefined =>
  node.kind === "labelled"
    ? intern({
        ...node,
        labels: node.labels.map((label) =>
          label.kind === "symbol" && label.type === "scalar"
            ? (vectors.get(label.name) ?? label)
            : label,
        ),
      })
    : undefined;

interface Split {
  readonly vector: Sym;
  readonly energy: Expr;
}

/** The four-vector and the name of its time component. */
function splitIn(fact: Fact): Split | undefined {
  const [left, right] =
    fact.kind === "definition"
      ? [fact.head, fact.body]
      : fact.kind === "constraint"
        ? [fact.left, fact.right]
        : [];
  if (!left || right?.kind !== "tuple" || right.items.length !== 2) return undefined;
  const [energy, space] = right.items;
  const vector = vectorIn(left);
  if (vector?.kind !== "symbol" || vector.type !== "four-vector") return undefined;
  const isOwn =
    space?.kind === "symbol" && space.type === "three-vector" && space.name === vector.name;
  const isName = energy?.kind === "symbol" || energy?.kind === "labelled";
  return isOwn && isName ? { vector, energy } : undefined;
}

/** p of p or p^μ. */
function vectorIn(left: Expr): Expr | undefined {
  if (left.kind === "symbol") return left;
  if (left.kind !== "tensor") return undefined;
  const [index, more] = left.indices;
  return index?.space === "lorentz" && index.place === "up" && index.value === undefined && !more
    ? left.head
    : undefined;
}
