/** 𝐫 beside x, y, z is the place they are the coordinates of. */
import { symbol, tuple } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr, Sym } from "../expr/node";
import { replace, some } from "../expr/walk";
import { mapClaim } from "./facts";
import { freeSymbols } from "./freeSymbols";
import { basis, type Written } from "./written";

const coordinates = ["x", "y", "z"].map((name) => symbol(name));

export function withPlace(claim: Claim): Written {
  const sides = [claim.left, claim.right];
  const free = freeSymbols(...sides);
  const place = [...free].find((one) => isPlace(one) && !isSpokenOf(one, claim));
  if (!place || !coordinates.some((one) => free.has(one)) || sides.some(isArgument(place)))
    return { claim, used: [] };
  const by = new Map<Expr, Expr>([[place, tuple(...coordinates)]]);
  return {
    claim: mapClaim(claim, (part) => replace(part, by)),
    used: [basis("Cartesian coordinates", `\\mathbf{${place.name.normalize("NFKD")}}=(x,y,z)`)],
  };
}

const isPlace = (sym: Sym): boolean =>
  sym.type === "three-vector" && /^[rx]$/.test(sym.name.normalize("NFKD"));

/** A definition or a condition on it says more than its letter. */
const isSpokenOf = (place: Sym, { given }: Claim): boolean =>
  given.some(({ facts }) =>
    facts.some(
      (fact) =>
        (fact.kind === "definition" && fact.head === place) ||
        (fact.kind === "constraint" && [fact.left, fact.right].includes(place)),
    ),
  );

/** f(𝐫) stays a function of the vector. */
const isArgument =
  (place: Sym) =>
  (side: Expr): boolean =>
    some(
      side,
      (node) =>
        node.kind === "call" && node.args.some((arg) => some(arg, (part) => part === place)),
    );
