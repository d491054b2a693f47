/** ∫d⁴p δ(p² − m²) θ(p⁰) = ∫d³p/2E: the δ-function puts the momentum on its shell. */
import {
  dot,
  func,
  minus,
  negate,
  num,
  one,
  product,
  quotient,
  sum,
  symbol,
} from "../../expr/build";
import type { Conventions } from "../../expr/claim";
import type { Expr, Measure, Sym } from "../../expr/node";
import { isSquareOfFourVector } from "../../expr/questions";
import { namesakes } from "./placed";
import { factorsOf, isDelta, isEverywhere, mentions, type Place } from "./sift";

export interface OnShell {
  readonly measures: readonly Measure[];
  readonly integrand: Expr;
  readonly place: Place;
}

/** The integral over the shell, one for each sign of the energy that a step-function leaves; undefined where there is none. */
export function onShells(
  measures: readonly Measure[],
  integrand: Expr,
  metric: Conventions["metric"],
): readonly OnShell[] | undefined {
  if (metric === "euclidean") return undefined;
  const factors = factorsOf(integrand);
  for (const measure of measures) {
    const { variable } = measure;
    if (measure.power !== num(4) || !isEverywhere(measure) || variable.kind !== "symbol") continue;
    for (const delta of factors.filter(isDelta)) {
      const square = delta.parameters.length === 0 ? squareAt(delta.args[0], variable) : undefined;
      if (!square) continue;
      const spatial =
        namesakes(variable, integrand).find(isSpatial) ??
        symbol(`${variable.name}⃗`, "three-vector");
      const size = dot(spatial, spatial);
      const energy = func("sqrt", [
        metric === "mostly-minus" ? sum(size, square) : minus(size, square),
      ]);
      const steps = factors.filter((factor) => signOfStep(factor, variable) !== 0);
      const rest = factors.filter((factor) => factor !== delta && !steps.includes(factor));
      const signs = ([1, -1] as const).filter((sign) =>
        steps.every((step) => signOfStep(step, variable) === sign),
      );
      return signs.map((sign) => ({
        measures: measures.map((other) =>
          other === measure ? { ...measure, variable: spatial, power: num(3) } : other,
        ),
        integrand: product(...rest, quotient(one, product(num(2), energy))),
        place: {
          measure,
          variable: symbol(variable.name, "four-vector"),
          at: spatial,
          energy: sign > 0 ? energy : negate(energy),
        },
      }));
    }
  }
  return undefined;
}

const isSpatial = (node: Expr): node is Sym =>
  node.kind === "symbol" && node.type === "three-vector";

/** What p·p is where ±(p·p − s) vanishes. */
function squareAt(argument: Expr | undefined, variable: Sym): Expr | undefined {
  if (!argument) return undefined;
  const terms = argument.kind === "sum" ? argument.terms : [argument];
  const [own, ...more] = terms.filter((term) => mentions(term, variable));
  if (!own || more.length > 0) return undefined;
  const rest = terms.filter((term) => term !== own);
  if (isSquareOfFourVector(own)) return negate(sum(...rest));
  const [sign, square] = own.kind === "product" && own.factors.length === 2 ? own.factors : [];
  return sign === num(-1) && square && isSquareOfFourVector(square) ? sum(...rest) : undefined;
}

/** θ(p⁰): 1, θ(−p⁰): −1, anything else 0. */
function signOfStep(factor: Expr, variable: Sym): 1 | -1 | 0 {
  if (factor.kind !== "function" || factor.name !== "θ") return 0;
  const [argument] = factor.args;
  const isEnergy = (node: Expr | undefined): boolean =>
    node?.kind === "tensor" &&
    node.head.kind === "symbol" &&
    node.head.name === variable.name &&
    node.indices.length === 1 &&
    node.indices[0]?.value === 0;
  if (isEnergy(argument)) return 1;
  return argument?.kind === "product" &&
    argument.factors.length === 2 &&
    argument.factors[0] === num(-1) &&
    isEnergy(argument.factors[1])
    ? -1
    : 0;
}
