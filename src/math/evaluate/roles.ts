/** Symbols with a defining algebra or a fixed meaning, used without index. */
import type { Sym } from "../expr/node";
import { some } from "../expr/walk";
import { hasProperty } from "./given";
import { groupConstant } from "./matrix/colour";
import { chargeConjugation, gamma, gamma5, projector } from "./matrix/dirac";
import { identityMatrix } from "./matrix/generic";
import { pauliVector } from "./matrix/pauli";
import { angularMomentum } from "./matrix/rotation";
import { Beyond } from "./number/field";
import { constantOfNature } from "./scalar/unit";
import type { Scope } from "./scope";
import { ricciScalar } from "./tensor/curvature";
import { metricDeterminant } from "./tensor/curved";
import { bareAxis } from "./tensor/vector";
import { relabel, scalarValue, type Value } from "./value";

export function physicalRole<E>(scope: Scope<E>, sym: Sym): Value<E> | undefined {
  switch (sym.role) {
    case "gamma":
      return relabel(gamma(scope), (axis) =>
        axis.kind === "index" ? bareAxis(scope, "lorentz") : axis,
      );
    case "gamma5":
      return gamma5(scope);
    case "left-projector":
      return projector(scope, -1);
    case "right-projector":
      return projector(scope, 1);
    case "charge-conjugation":
      return chargeConjugation(scope);
    case "pauli":
      return pauliVector(scope, sym);
    case "angular-momentum":
      return angularMomentum(scope, sym);
    case "identity":
      return identityMatrix(scope, sym);
    case "lowering":
    case "number-operator":
    case "position-operator":
    case "momentum-operator":
      throw new Beyond(`${sym.name} by itself, without a state to act on`);
    case "fermion-lowering":
      throw new Beyond("fermion operators");
    case "ricci-scalar":
      return hasGeometry(scope, sym) ? ricciScalar(scope) : undefined;
    case "physical-constant":
      return constantOfNature(scope, sym);
    default:
      if (scope.relatesConstants) return constantOfNature(scope, sym);
      return geometrySymbol(scope, sym) ?? groupConstant(scope, sym);
  }
}

/** n of n×n matrices; d counts the dimensions where the range of Lorentz indices is symbolic; g and R of a line element. */
function geometrySymbol<E>(scope: Scope<E>, sym: Sym): Value<E> | undefined {
  if (sym.type === "scalar" && hasGeometry(scope, sym)) {
    if (sym.name === "g") return metricDeterminant(scope);
    if (sym.name === "R") return ricciScalar(scope);
  }
  if (sym.type === "scalar" && hasProperty(scope.given, sym, "size"))
    return scalarValue(scope.field, scope.field.rational(BigInt(scope.world.size), 1n));
  if (scope.conventions.dim !== "d" || sym.type !== "scalar") return undefined;
  if ((sym.name !== "d" && sym.name !== "D") || !scope.countsDimensions) return undefined;
  return scalarValue(scope.field, scope.field.rational(BigInt(scope.world.dimension), 1n));
}

/** A metric is given, and this name is no parameter of it: R is a radius in (R/z)² dz². */
const hasGeometry = ({ given }: Pick<Scope<unknown>, "given">, sym: Sym): boolean =>
  given.geometric.has(sym.name) ||
  (given.lineElement?.components.every((row) =>
    row.every((entry) => !some(entry, (node) => node.kind === "symbol" && node.name === sym.name)),
  ) ??
    false);
