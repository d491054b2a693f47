/** 𝐒 = ½ħ𝛔 says what S_x and S_i are. */
import { down, symbol, tensor } from "../expr/build";
import type { Claim, Fact, Premise } from "../expr/claim";
import type { Expr } from "../expr/node";
import { some, transform } from "../expr/walk";

export function withSpinOfPauli(claim: Claim): Claim {
  if (!claim.given.some(({ facts }) => facts.some(isOfPauli))) return claim;
  const given = claim.given.map(
    (premise): Premise => ({
      ...premise,
      facts: premise.facts.flatMap((fact) =>
        isOfPauli(fact) ? [fact, inComponents(fact)] : [fact],
      ),
    }),
  );
  return { ...claim, given };
}

type Definition = Extract<Fact, { kind: "definition" }>;

const isOfPauli = (fact: Fact): fact is Definition =>
  fact.kind === "definition" &&
  fact.head.kind === "symbol" &&
  fact.head.type === "three-vector" &&
  /^[JLSs]$/.test(fact.head.name) &&
  some(fact.body, isPauliVector);

const isPauliVector = (node: Expr): boolean =>
  node.kind === "symbol" && node.type === "three-vector" && node.role === "pauli";

function inComponents({ head, body }: Definition): Fact {
  const place = down("i", "spatial");
  const name = head.kind === "symbol" ? head.name : "";
  const matrices = symbol("σ", "matrix", { role: "pauli", space: "spin" });
  return {
    kind: "definition",
    head: tensor(symbol(name, "operator", { role: "angular-momentum" }), place),
    body: transform(body, (node) => (isPauliVector(node) ? tensor(matrices, place) : node)),
  };
}
