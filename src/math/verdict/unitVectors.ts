/** A vector with a hat has length one, and x̂, ŷ, ẑ are a basis: conditions that come with the notation. */
import { dot, one, symbol, tuple, zero } from "../expr/build";
import type { Claim, Fact, Premise } from "../expr/claim";
import type { Expr, Sym } from "../expr/node";
import { isNabla, isOne, letterOf } from "../expr/questions";
import { nodes, some, transform } from "../expr/walk";
import { mapClaim, partsOf } from "./facts";
import { freeSymbols } from "./freeSymbols";

/** The claim with n̂² = 1 given for every such vector of which nothing else is said. */
export function withUnitVectors(asWritten: Claim): Claim {
  const claim = mapClaim(asWritten, (part) => transform(part, alongAxis));
  const written = [
    claim.left,
    claim.right,
    ...claim.given.flatMap(({ facts }) => facts.flatMap(partsOf)),
  ];
  const symbols = freeSymbols(...written);
  // Beside ∇ the vector r̂ belongs to is the place itself.
  const radial = written.some((part) => some(part, isNabla));
  const bodies = claim.given.flatMap(({ facts }) =>
    facts.flatMap((fact) => (fact.kind === "definition" ? [fact.body] : [])),
  );
  const hatted = [...freeSymbols(claim.left, claim.right, ...bodies)].filter(
    (symbol) =>
      isUnitVector(symbol, symbols) &&
      !(radial && bare(symbol) === "r") &&
      !isSpokenOf(symbol, claim),
  );
  const many =
    hatted.length > 1 ||
    hatted.some((symbol) => bare(symbol) === "z" || (radial && isAlong("xyz")(symbol)));
  const axes = many ? bases.find((basis) => hatted.every(isAlong(basis))) : undefined;
  const premises = axes
    ? [basisOf(hatted, axes)]
    : hatted.map((vector) => unitLength(vector, ratesOf(vector, written)));
  return premises.length > 0 ? { ...claim, given: [...claim.given, ...premises] } : claim;
}

/** 𝐞_x, which is no component of a vector, is x̂. */
const alongAxis = (node: Expr): Expr => {
  if (node.kind !== "tensor" || node.head.kind !== "symbol") return node;
  const [index, more] = node.indices;
  const isBasis = node.head.type === "three-vector" && /^e\u0302?$/u.test(letterOf(node.head));
  return isBasis && index && !more && /^[xyz]$/.test(index.name)
    ? symbol(`${index.name}${hat}`.normalize("NFC"), "three-vector")
    : node;
};

const hat = "\u0302";
const bare = (sym: Sym): string => letterOf(sym).replace(hat, "");

const bases: readonly string[] = ["xyz", "ijk"];
const isAlong =
  (basis: string) =>
  (vector: Sym): boolean =>
    basis.includes(bare(vector));

/** n̂ and ê₁, but no momentum, which may be an operator, and no direction of a vector that occurs itself. */
const isUnitVector = (sym: Sym, symbols: ReadonlySet<Sym>): boolean =>
  sym.type === "three-vector" &&
  sym.role === undefined &&
  letterOf(sym).includes(hat) &&
  /^[a-oq-zα-ω]/u.test(letterOf(sym)) &&
  ![...symbols].some((other) => other.type === "three-vector" && letterOf(other) === bare(sym));

/** What other names are made of it says nothing of the vector itself. */
const isSpokenOf = (vector: Sym, { given }: Claim): boolean =>
  given.some(({ facts }) =>
    facts.some((fact) =>
      (fact.kind === "definition" ? [fact.head] : partsOf(fact)).some((part) =>
        [...nodes(part)].some((node) => node === vector),
      ),
    ),
  );

/** n̂·dn̂/dt = 0 of a direction that turns. */
const ratesOf = (vector: Sym, written: readonly Expr[]): readonly Fact[] => {
  const rates = written.flatMap((part) =>
    [...nodes(part)].filter((node) => isRateOf(vector, node)),
  );
  return [...new Set(rates)].map(
    (rate): Fact => ({ kind: "constraint", left: dot(vector, rate), right: zero }),
  );
};

const isRateOf = (vector: Sym, node: Expr): boolean =>
  node.kind === "derivative" &&
  node.operand === vector &&
  node.by.kind === "variable" &&
  isOne(node.order);

const unitLength = (vector: Sym, rates: readonly Fact[]): Premise => ({
  id: "normalised",
  name: "unit vectors",
  latex: `${vector.name}^2=1`,
  source: "convention",
  facts: [{ kind: "constraint", left: dot(vector, vector), right: one }, ...rates],
});

function basisOf(vectors: readonly Sym[], axes: string): Premise {
  const along = (vector: Sym): Expr =>
    tuple(...[...axes].map((letter) => (letter === bare(vector) ? one : zero)));
  return {
    id: "basis",
    name: "right-handed orthonormal basis",
    latex: [...axes].map((letter) => `\\hat{${letter}}`).join(",\\,"),
    source: "convention",
    facts: vectors.map((head): Fact => ({ kind: "definition", head, body: along(head) })),
  };
}
