/** Declarations that would settle what a name stands for, where a verdict hinges on it. */
import type { Claim } from "../math/expr/claim";
import type { Sym, SymbolType } from "../math/expr/node";
import { nodes } from "../math/expr/walk";
import { partsOf } from "../math/verdict/facts";
import { toLatex } from "../paper/notation/toLatex";

const words: Readonly<Partial<Record<SymbolType, string>>> = {
  scalar: "a scalar",
  "three-vector": "a vector",
  "four-vector": "a four-vector",
  matrix: "a matrix",
  operator: "an operator",
  spinor: "a spinor",
  function: "a function",
  label: "a label",
};

const atMost = 4;

/** `p is a four-vector`, for each name that the readings, or the claim and its premises, take for different things. */
export function declarationsFor(claims: readonly Claim[]): readonly string[] {
  const meanings = new Map<string, Map<SymbolType, Sym>>();
  for (const sym of claims.flatMap((claim) => [...symbolsIn(claim)])) {
    const known = meanings.get(sym.name) ?? new Map<SymbolType, Sym>();
    if (sym.role === undefined) meanings.set(sym.name, known.set(sym.type, sym));
  }
  const charged = claims.map((claim) => [...symbolsIn(claim)].some(isCharge));
  const charge = charged.includes(true) && charged.includes(false) ? ["e is a charge"] : [];
  const others = [...meanings.values()]
    .filter((types) => types.size > 1)
    .flatMap((types) =>
      [...types.values()].flatMap((sym) => {
        const kind = words[sym.type];
        return kind ? [`${toLatex(sym)} is ${kind}`] : [];
      }),
    );
  return [...charge, ...others].slice(0, atMost);
}

/** The e that is no Euler's number. */
const isCharge = ({ name, role }: Sym): boolean => name === "e" && role === "physical-constant";

function* symbolsIn({ left, right, given }: Claim): Generator<Sym> {
  const facts = given.flatMap((premise) => premise.facts.flatMap(partsOf));
  for (const side of [left, right, ...facts])
    for (const part of nodes(side)) if (part.kind === "symbol") yield part;
}
