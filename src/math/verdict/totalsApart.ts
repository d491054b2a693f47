/** dρ/dt and ∂ρ/∂t of one thing: the one counts what moves along as well, so that nothing may lean on their being the same. */
import { sum, symbol } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Derivative, Expr } from "../expr/node";
import { isTime, typeOf } from "../expr/questions";
import { nodes, replace } from "../expr/walk";
import { equated, partsOf } from "./facts";
import { withMaterialDerivatives } from "./materialDerivatives";

/** The claim with something more in each total derivative that stands beside a partial one; undefined where there is none. */
export function withTotalsApart(asWritten: Claim): Claim | undefined {
  const claim = withMaterialDerivatives(asWritten);
  const facts = claim.given.flatMap((premise) => premise.facts);
  const sides = [claim.left, claim.right].flatMap((side) => [...nodes(side)]);
  const all = [...sides, ...facts.flatMap(partsOf).flatMap((part) => [...nodes(part)])];
  const slopes = all.filter((node) => node.kind === "derivative");
  const put = new Map<Expr, Expr>();
  for (const total of sides) {
    if (!isRate(total, "total") || !total.operand) continue;
    const { variable } = total.by;
    const beside = slopes.filter(({ operand }) => operand === total.operand);
    const isApart =
      beside.some((node) => isRate(node, "partial") && node.by.variable === variable) &&
      beside.every((node) => isRate(node) && node.by.variable === variable);
    if (isApart && mayMoveInside(total.operand, variable, claim))
      put.set(
        total,
        sum(
          total,
          symbol(
            `${put.size}°`,
            typeOf(total.operand) === "three-vector" ? "three-vector" : "scalar",
          ),
        ),
      );
  }
  if (put.size === 0) return undefined;
  return { ...claim, left: replace(claim.left, put), right: replace(claim.right, put) };
}

type Rate = Derivative & { readonly by: Extract<Derivative["by"], { kind: "variable" }> };

const isRate = (node: Expr, style?: "total" | "partial"): node is Rate =>
  node.kind === "derivative" &&
  node.by.kind === "variable" &&
  (style === undefined || node.by.style === style);

/** Fields in time, and what is written of several things; waves stand at fixed places. */
function mayMoveInside(of: Expr, variable: Expr, { given }: Claim): boolean {
  const written = argumentsOf(of, given.flatMap(({ facts }) => facts).map(equated));
  if (written) return written.length > 1 && written.some((one) => one !== variable);
  return (
    isTime(variable) &&
    of.kind === "symbol" &&
    /^(scalar|three-vector)$/.test(of.type) &&
    !/^[ψΨφΦϕχc]/u.test(of.name.normalize("NFKD"))
  );
}

function argumentsOf(
  of: Expr,
  equations: readonly (readonly [Expr, Expr] | undefined)[],
): readonly Expr[] | undefined {
  if (of.kind === "call") return of.args;
  for (const [head, body] of equations.flatMap((one) => (one ? [one] : [])))
    if (head === of && body.kind === "call" && body.head.kind === "symbol" && of.kind === "symbol")
      if (body.head.name === of.name) return body.args;
  return undefined;
}
