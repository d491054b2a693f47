/** ∂y/∂x and ∂x/∂y of two names with others beside them: what is held fixed decides whether the one is 1 over the other. */
import type { Claim } from "../expr/claim";
import type { Derivative, Expr } from "../expr/node";
import { nodes, some } from "../expr/walk";
import { partsOf } from "./facts";

/** Partial derivatives both ways, and nothing said of what is held, nor of how the names depend on one another. */
export function turnsRound({ left, right, given }: Claim): boolean {
  const slopes = [left, right].flatMap((side) => [...nodes(side)]).filter(isPlainPartial);
  const names = new Set<Expr | undefined>(
    slopes.flatMap(({ by, operand }) => [by.variable, operand]),
  );
  const isBothWays = slopes.some((one) =>
    slopes.some((other) => other.by.variable === one.operand && other.operand === one.by.variable),
  );
  const isSaid = given.some(({ facts }) =>
    facts.some(
      (fact) =>
        fact.kind !== "domain" &&
        partsOf(fact).some((part) => some(part, (node) => names.has(node))),
    ),
  );
  return isBothWays && !isSaid;
}

/** (∂F/∂T)_P of F = U − TS: U and S vary as well, and nothing says how. */
export function leavesOthers({ left, right, given }: Claim): boolean {
  const facts = given.flatMap((premise) => premise.facts);
  const saysHow = (name: Expr): boolean =>
    facts.some(
      (fact) =>
        (fact.kind === "definition" && fact.head === name) ||
        partsOf(fact).some((part) =>
          some(part, (node) => node.kind === "derivative" && some(node, (one) => one === name)),
        ),
    );
  return [left, right]
    .flatMap((side) => [...nodes(side)])
    .some((slope) => {
      if (slope.kind !== "derivative" || slope.by.kind !== "variable" || !slope.by.held)
        return false;
      const { variable, held } = slope.by;
      const bodies = facts.flatMap((fact) =>
        fact.kind === "definition" && fact.head === slope.operand ? [fact.body] : [],
      );
      return bodies.some((body) =>
        some(
          body,
          (node) => isOfState(node) && node !== variable && !held.includes(node) && !saysHow(node),
        ),
      );
    });
}

/** Energy, entropy, pressure, volume, temperature. */
const isOfState = (node: Expr): boolean =>
  node.kind === "symbol" && node.type === "scalar" && /^[USTPpVHG]$/.test(node.name);

type PlainPartial = Derivative & {
  readonly by: Extract<Derivative["by"], { kind: "variable" }>;
};

const isPlainPartial = (node: Expr): node is PlainPartial =>
  node.kind === "derivative" &&
  node.by.kind === "variable" &&
  node.by.style === "partial" &&
  node.by.held === undefined &&
  node.operand?.kind === "symbol";
