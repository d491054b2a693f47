/** Places, angles, speeds and fields that are kept the same. */
import type { Claim } from "../expr/claim";
import { movers } from "../expr/movers";
import type { By, Expr, Sym } from "../expr/node";
import { printExpr } from "../expr/print";
import { isTime } from "../expr/questions";
import { constancy } from "../verdict/keptConstant";
import type { PremiseEntry } from "../verdict/premiseEntry";
import { joined } from "../verdict/search";
import { everyNode, nameOf } from "./names";

/** What moves along what is differentiated by, and of which the line writes no rate. */
export const constantNames: PremiseEntry = {
  ...constancy,
  *apply(claim) {
    const names = unwritten(claim);
    if (names.size === 0) return;
    yield joined(
      [...names].map(([name, { variable }]) => ({
        latex: isTime(variable)
          ? `\\dot ${nameOf(name)}=0`
          : `\\frac{d ${nameOf(name)}}{d ${printExpr(variable)}}=0`,
        facts: [{ kind: "property", property: "constant", of: [name] }],
      })),
    );
  },
};

function unwritten(claim: Claim): ReadonlyMap<Sym, ByVariable> {
  const derivatives = [...everyNode(claim)].filter((node) => node.kind === "derivative");
  const written = new Set<Expr | undefined>(derivatives.map(({ operand }) => operand));
  return new Map(
    derivatives.flatMap((node) =>
      movers(node)
        .filter((name) => !written.has(name))
        .map((name) => [name, node.by as ByVariable] as const),
    ),
  );
}

type ByVariable = Extract<By, { kind: "variable" }>;
