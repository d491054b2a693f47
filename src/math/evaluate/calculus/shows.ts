/** What a formula shows a variable by. */
import type { Expr } from "../../expr/node";
import { some } from "../../expr/walk";
import { headKey } from "../given";
import type { Scope } from "../scope";

/** Whether the variable is written in it, or in what its names stand for: Λ = μ e^{−8π²/b₀g²} may be the same at every μ. */
export const showsVariable = <E>(
  scope: Scope<E>,
  operand: Expr,
  variable: Expr,
  depth = 0,
): boolean =>
  some(
    operand,
    (part) =>
      part === variable ||
      (depth < 3 &&
        (scope.given.definitions.get(headKey(part) ?? "") ?? []).some(
          ({ body }) => body !== operand && showsVariable(scope, body, variable, depth + 1),
        )),
  );
