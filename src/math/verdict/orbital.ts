/** [L_z, x]: an angular momentum that may be made of the operators beside it. */
import type { Expr } from "../expr/node";
import { symbolsOf } from "../expr/walk";

export function isOrbital(sides: readonly Expr[]): boolean {
  const symbols = sides.flatMap((side) => [...symbolsOf(side)]);
  return (
    symbols.some(({ name, role }) => role === "angular-momentum" && !name.startsWith("S")) &&
    symbols.some(({ role }) => role === "position-operator" || role === "momentum-operator")
  );
}
