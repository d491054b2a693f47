/** Equations of motion: relations between the derivatives of fields that hold everywhere. */
import { zero } from "./build";
import type { Expr } from "./node";
import { some } from "./walk";

interface Equation {
  readonly left: Expr;
  readonly right: Expr;
}

/** Holds everywhere, not at one place: V′ = 0 is said of an extremum. */
export const isMotion = ({ left, right }: Equation): boolean =>
  [left, right].some((side) => some(side, isDerivative)) &&
  ![left, right].some((side) => some(side, isOtherwise)) &&
  !(right === zero && isSlope(left)) &&
  !(left === zero && isSlope(right));

const isDerivative = (node: Expr): boolean => node.kind === "derivative" || node.kind === "primed";

const isOtherwise = (node: Expr): boolean =>
  ["integral", "series", "limit", "bar", "ket", "bra", "expectation", "opaque", "bracket"].includes(
    node.kind,
  ) ||
  (node.kind === "function" && node.name === "d");

/** ∂V/∂φ, V′: by anything but time. */
const isSlope = (side: Expr): boolean =>
  side.kind === "primed" ||
  (side.kind === "derivative" &&
    side.by.kind === "variable" &&
    !(side.by.variable.kind === "symbol" && /^[tτ]$/u.test(side.by.variable.name)));
