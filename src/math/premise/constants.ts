/** Places, angles, speeds and fields that are kept the same. */

import { isParameter } from "../evaluate/taylor/assumed";
import { symbol, zero } from "../expr/build";
import type { Claim } from "../expr/claim";
import { movers } from "../expr/movers";
import type { By, Expr, Sym } from "../expr/node";
import { printExpr } from "../expr/print";
import { isDifferential, isTime } from "../expr/questions";
import { nodes, replace } from "../expr/walk";
import { freeSymbols } from "../verdict/freeSymbols";
import { constancy } from "../verdict/keptConstant";
import type { Candidate, PremiseEntry } from "../verdict/premiseEntry";
import { joined } from "../verdict/search";
import { everyNode, nameOf } from "./names";

/** What moves along what is differentiated by, and of which the line writes no rate. */
export const constantNames: PremiseEntry = {
  ...constancy,
  *apply(claim) {
    yield* uniform(claim);
    yield* besideDifferentials(claim);
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

/** dp = −(NkT/V²) dV beside p = NkT/V: what has no differential in the line stays the same. */
function* besideDifferentials(claim: Claim): Generator<Candidate> {
  const named = new Set(
    everyNode(claim).flatMap((node) =>
      node.kind === "function" && isDifferential(node) ? node.args : [],
    ),
  );
  const bodies = claim.given
    .flatMap(({ facts }) => facts)
    .flatMap((fact) => (fact.kind === "definition" && named.has(fact.head) ? [fact.body] : []));
  const names = [...freeSymbols(...bodies)].filter(
    (name) =>
      name.type === "scalar" && name.role === undefined && !named.has(name) && !isParameter(name),
  );
  if (names.length === 0) return;
  yield {
    latex: names.map((name) => `d ${nameOf(name)}=0`).join(",\\ "),
    facts: [{ kind: "property", property: "constant", of: names }],
  };
}

/** ∇(𝐄·𝐫) = 𝐄: fields beside the place itself are the same everywhere. */
function* uniform(claim: Claim): Generator<Candidate> {
  const operands = everyNode(claim).flatMap((node) =>
    node.kind === "derivative" && node.by.kind !== "variable" && node.operand?.kind !== "symbol"
      ? [...nodes(node.operand ?? zero)]
      : [],
  );
  if (!operands.some(isPlace)) return;
  const fields = new Set(operands.filter(isField));
  if (fields.size === 0) return;
  const put = new Map<Expr, Sym>(
    [...fields].map((field) => {
      const { kind: _, name, type, dependsOn: __, ...details } = field;
      return [field, symbol(name, type, details)];
    }),
  );
  yield {
    latex: [...fields].map((field) => `\\partial ${nameOf(field)}=0`).join(",\\ "),
    facts: [{ kind: "property", property: "constant", of: [...put.values()] }],
    claim: {
      ...claim,
      left: replace(claim.left, put),
      right: replace(claim.right, put),
    },
  };
}

const isPlace = (node: Expr): boolean =>
  node.kind === "symbol" &&
  (node.type === "three-vector" || node.type === "scalar") &&
  /^[xyzr]$/u.test(node.name.normalize("NFKD"));

const isField = (node: Expr): node is Sym =>
  node.kind === "symbol" &&
  node.role === undefined &&
  (node.type === "three-vector" || node.type === "scalar") &&
  !isPlace(node) &&
  (node.type === "three-vector" || node.dependsOn !== undefined);

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
