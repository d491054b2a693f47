/** A vector that is read as numbers where only an operator makes sense: 𝛑 in [𝛑, x], 𝐩 − q𝐀 beside Pauli matrices, 𝐩̂ beside 𝐋 or ħ. */
import { hbar } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr, Sym } from "../expr/node";
import { isBareDerivative, isNabla, unhatted } from "../expr/questions";
import { nodes, some } from "../expr/walk";
import { standing } from "./standing";

/** The first such vector. */
export function readAsNumbers(claim: Claim): Sym | undefined {
  const meaning = meanings(claim);
  const closure = (node: Expr): readonly Sym[] => {
    const found = new Set(standing(node));
    for (const sym of found)
      for (const body of meaning.get(sym.name) ?? [])
        for (const other of standing(body)) found.add(other);
    return [...found];
  };
  const isDerived = ({ name }: Sym): boolean =>
    meaning.get(name)?.some((body) => some(body, isBareDerivative)) ?? false;
  const all = [claim.left, claim.right].flatMap((side) => [...standing(side)]);
  const hatted = all.find((sym) => isHatted(sym) && unhatted(sym.name) === "p");
  const isOther = (sym: Sym): boolean => isHatted(sym) && sym !== hatted;
  const isWritten = [claim.left, claim.right].some((side) => some(side, isNabla));
  if (hatted && !isWritten && all.some((sym) => sym === hbar || isOperator(sym) || isOther(sym)))
    return hatted;
  for (const node of [claim.left, claim.right].flatMap((side) => [...nodes(side)])) {
    if (node.kind === "bracket" && node.sort !== "poisson") {
      const symbols = closure(node);
      const kinetic = symbols.find(isKinetic);
      if (kinetic && symbols.some((sym) => isOperator(sym) && !isDerived(sym))) return kinetic;
    }
    if (node.kind === "dot" && [node.left, node.right].some(isPauli)) {
      const symbols = closure(node);
      const kinetic = symbols.find(isKinetic);
      const isCoupled = symbols.some(({ name, type }) => type === "three-vector" && name === "A");
      if (kinetic && (isCoupled || /^[πΠ]$/u.test(unhatted(kinetic.name)))) return kinetic;
    }
  }
  return undefined;
}

const meanings = ({ given }: Claim): ReadonlyMap<string, readonly Expr[]> => {
  const found = new Map<string, Expr[]>();
  for (const fact of given.flatMap(({ facts }) => facts))
    if (fact.kind === "definition" && fact.head.kind === "symbol")
      found.set(fact.head.name, [...(found.get(fact.head.name) ?? []), fact.body]);
  return found;
};

const isKinetic = ({ name, type, role }: Sym): boolean =>
  type === "three-vector" && role === undefined && /^[pPπΠrRx]$/u.test(unhatted(name));

const isHatted = (sym: Sym): boolean =>
  isKinetic(sym) && sym.name.normalize("NFKD").includes("\u0302");

const isOperator = ({ type, role }: Sym): boolean =>
  (type === "operator" && role !== "identity") ||
  role === "angular-momentum" ||
  role === "position-operator" ||
  role === "momentum-operator";

const isPauli = (node: Expr): boolean => node.kind === "symbol" && node.role === "pauli";
