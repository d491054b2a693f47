/** p^μ = (E, 𝐩) and x^μ = (t, 𝐱), where a vector of spacetime stands beside its part in space and the letter of its time component. */
import { tensor, up } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Sym } from "../expr/node";
import { symbolsOf } from "../expr/walk";
import type { Meaning } from "./meaning";
import { everyNodeTold, nameOf } from "./names";

export function* timeComponents(claim: Claim): Generator<Meaning> {
  const all = new Set(everyNodeTold(claim));
  const symbols = [...all].filter((node): node is Sym => node.kind === "symbol");
  const given = new Set(
    claim.given
      .flatMap(({ facts }) => facts)
      .flatMap((fact) =>
        fact.kind === "definition" && fact.body.kind === "tuple" ? [...symbolsOf(fact.head)] : [],
      ),
  );
  for (const vector of symbols) {
    if (vector.type !== "four-vector" || given.has(vector)) continue;
    const isOfSpace = ({ name, type }: Sym): boolean =>
      type === "three-vector" && name === vector.name;
    if (!symbols.some(isOfSpace)) continue;
    const letters = usual.find(([vectors]) => vectors.test(vector.name))?.[1];
    const time = symbols.find(
      ({ name, type, role }) => type === "scalar" && role === undefined && letters?.test(name),
    );
    if (time)
      yield {
        head: time,
        body: tensor(vector, { ...up("0"), value: 0 }),
        latex: `${nameOf(vector)}^0=${nameOf(time)}`,
      };
  }
}

/** Vectors of spacetime, and the letters of their time components. */
const usual: readonly (readonly [RegExp, RegExp])[] = [
  [/^x$/, /^t$/],
  [/^[pP]$/, /^E$/],
  [/^[kqlK]$/, /^[Eω]$/u],
];
