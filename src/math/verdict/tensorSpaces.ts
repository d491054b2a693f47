/** T_{ii} beside T_{ij} = λδ_{ij}u_{kk}: components told apart by letters alone are those of space, where the same tensor has them elsewhere. */
import type { Claim } from "../expr/claim";
import type { Expr, Index } from "../expr/node";
import { indicesOn } from "../expr/questions";
import { mapIndices, nodes } from "../expr/walk";
import { mapFact, partsOf } from "./facts";

export function withTensorSpaces(claim: Claim): Claim {
  const given = claim.given.flatMap(({ facts }) => facts.flatMap(partsOf));
  const all = [claim.left, claim.right, ...given];
  if (!all.some((part) => [...nodes(part)].some((node) => indicesOn(node).some(isOpen))))
    return claim;
  const spatial = new Set(
    all.flatMap((part) =>
      [...nodes(part)].flatMap((node) =>
        indicesOn(node).flatMap(({ space }, i) => (space === "spatial" ? [slotOf(node, i)] : [])),
      ),
    ),
  );
  const letters = (parts: readonly Expr[]): ReadonlySet<string> =>
    new Set(
      parts.flatMap((part) =>
        [...nodes(part)].flatMap((node) =>
          indicesOn(node).flatMap((index, i) =>
            isOpen(index) && spatial.has(slotOf(node, i)) ? [index.name] : [],
          ),
        ),
      ),
    );
  const sides = inSpace(letters([claim.left, claim.right]));
  return {
    ...claim,
    left: sides(claim.left),
    right: sides(claim.right),
    given: claim.given.map((premise) => ({
      ...premise,
      facts: premise.facts.map((fact) => mapFact(fact, inSpace(letters(partsOf(fact))))),
    })),
  };
}

const isOpen = ({ space, value }: Index): boolean => space === "generic" && value === undefined;

/** A place for an index: on which tensor, of how many, the how manieth. */
function slotOf(node: Expr, at: number): string {
  if (node.kind !== "tensor") return "∂";
  const head = node.head.kind === "labelled" ? node.head.head : node.head;
  return `${head.kind === "symbol" ? head.name : head.kind} ${node.indices.length} ${at}`;
}

const inSpace =
  (letters: ReadonlySet<string>) =>
  (expr: Expr): Expr =>
    letters.size === 0
      ? expr
      : mapIndices(expr, (index) =>
          isOpen(index) && letters.has(index.name) ? { ...index, space: "spatial" } : index,
        );
