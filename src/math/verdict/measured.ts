/** Quantities with units: what keeps their sides from being compared. */
import { type Dimension, dimensionOf, excess } from "../evaluate/scalar/dimension";
import { isConstant, namesIn } from "../evaluate/scalar/relation";
import type { Claim } from "../expr/claim";
import type { Expr, Sum } from "../expr/node";
import { printExpr } from "../expr/print";
import { nodes, some } from "../expr/walk";

/** `k_B T = 25 meV` says how large T is; `m_e = 0.5 MeV` has two dimensions and means ħ = c = 1; Gaussian charges have others than SI. */
export function unmeasured(sides: readonly Expr[]): string | undefined {
  const units = hasUnits(sides);
  if (!units && !([...namesIn(sides)].every(isConstant) && sides.some(isNamed))) return undefined;
  const rest = unlike(sides);
  if (!rest) {
    const [open, ...more] = sides.filter((side) => ![...namesIn([side])].every(isConstant));
    return units && open && more.length === 0
      ? `nothing given says how large ${printExpr(open)} is`
      : undefined;
  }
  const unknown = [...rest.keys()].find((key) => typeof key !== "number");
  if (unknown) return `nothing given says how large ${printExpr(unknown)} is`;
  if (rest.size === 0) return undefined;
  if (isClosed(rest)) return "the dimensions agree in units with ħ = c = 1 only";
  return units ? undefined : "the dimensions do not agree in SI";
}

/** J = kg m/s², 5 m + 3 s: units side by side that no choice of units makes the same dimension. */
export function ofUnlikeDimension({ left, right }: Claim): boolean {
  const sums = [left, right].flatMap((side) => [...nodes(side)].filter(isSum));
  return [[left, right], ...sums.map(({ terms }) => terms)].some(
    ([first, ...others]) => first !== undefined && others.some((other) => clash(first, other)),
  );
}

function clash(one: Expr, two: Expr): boolean {
  if (!hasUnits([one]) || !hasUnits([two])) return false;
  const rest = unlike([one, two]);
  if (!rest || rest.size === 0) return false;
  const natural = [one, two].some((part) => some(part, isElectronvolt)) && isClosed(rest);
  return [...rest.keys()].every((key) => typeof key === "number") && !natural;
}

/** By how much the dimensions of two expressions differ, as far as both can be told. */
function unlike(pair: readonly Expr[]): Dimension | undefined {
  const [one, two] = pair.map((side) => dimensionOf(side, (name) => !isConstant(name)));
  return one && two && excess(one, two);
}

/** Masses, lengths and times in electronvolts: the habit of ħ = c = 1. */
const isElectronvolt = (node: Expr): boolean => node.kind === "unit" && node.unit.includes("eV");

const isSum = (node: Expr): node is Sum => node.kind === "sum";

const hasUnits = (sides: readonly Expr[]): boolean =>
  sides.some((side) => some(side, (node) => node.kind === "unit"));

const isNamed = (side: Expr): boolean => ["symbol", "labelled", "num"].includes(side.kind);

/** Powers of c, ħ and k_B make up for the difference: the dimension in powers of a mass vanishes. */
function isClosed(rest: Dimension): boolean {
  const of = (base: number) => rest.get(base) ?? 0;
  return of(3) === 0 && Math.abs(of(0) - of(1) - of(2) + of(4)) < 1e-9;
}
