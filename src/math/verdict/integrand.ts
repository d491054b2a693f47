/** Two sides that integrate over the same region: equal integrands prove the claim, different ones say nothing. */

import { isUnsaidIntegral, mayStandBefore } from "../evaluate/calculus/unsaid";
import { derivative, minus, num, product, sum, zero } from "../expr/build";
import { intern } from "../expr/intern";
import type { By, Expr, Integral, Measure, Sym } from "../expr/node";
import { isBareDerivative, typeOf } from "../expr/questions";
import { some } from "../expr/walk";

export interface Integrands {
  readonly measures: readonly Measure[];
  readonly left: Expr;
  readonly right: Expr;
}

/** The integrands of both sides, where all integrals of the claim have the same measure and nothing stands outside. */
export function integrands(left: Expr, right: Expr): Integrands | undefined {
  const [a, b] = evenly(ofSide(left), ofSide(right));
  if (!a || !b) return undefined;
  const measures = a.measures ?? b.measures;
  if (!measures || (a.measures && b.measures && !sameMeasures(a.measures, b.measures)))
    return undefined;
  return { measures, left: a.integrand, right: b.integrand };
}

/** ∫dx ∫dy f beside ∫dx g: what only one of them integrates over stays inside. */
function evenly(
  a: Side | undefined,
  b: Side | undefined,
): readonly [Side | undefined, Side | undefined] {
  const shared = Math.min(a?.measures?.length ?? 0, b?.measures?.length ?? 0);
  return shared === 0 ? [a, b] : [outermost(a, shared), outermost(b, shared)];
}

function outermost(side: Side | undefined, count: number): Side | undefined {
  if (!side?.measures || side.measures.length === count) return side;
  const measures = side.measures.slice(count);
  return {
    measures: side.measures.slice(0, count),
    integrand: intern({ kind: "integral", measures, integrand: side.integrand }),
  };
}

export const residualOf = ({ left, right }: Integrands): Expr => minus(left, right);

interface Side {
  readonly measures: readonly Measure[] | undefined;
  readonly integrand: Expr;
}

function ofSide(side: Expr): Side | undefined {
  if (side === zero) return { measures: undefined, integrand: zero };
  const terms = side.kind === "sum" ? side.terms : [side];
  const found = terms.map(ofTerm);
  const [first] = found;
  if (
    !first ||
    found.some((one) => !one?.measures || !sameMeasures(one.measures, first.measures ?? []))
  )
    return undefined;
  return {
    measures: first.measures,
    integrand: sum(...found.flatMap((one) => (one ? [one.integrand] : []))),
  };
}

/** A coefficient may stand before the integral, as long as it is none itself. */
function ofTerm(term: Expr): Side | undefined {
  const factors = (term.kind === "product" ? term.factors : [term]).map(inward);
  const [integral, ...others] = factors.filter(
    (factor): factor is Integral => factor.kind === "integral",
  );
  if (!integral || others.length > 0) return undefined;
  const rest = factors.filter((factor) => factor !== integral);
  if (
    rest.some((factor) =>
      some(factor, (node) => node.kind === "integral" || isBareDerivative(node)),
    )
  )
    return undefined;
  if (!rest.every((factor) => mayStandBefore(integral, factor))) return undefined;
  return { measures: integral.measures, integrand: product(...rest, integral.integrand) };
}

/** d/dt ∫_V ρ dV = ∫_V ∂ρ/∂t dV over a region that has no ends to move. */
function inward(factor: Expr): Expr {
  if (factor.kind !== "derivative" || factor.by.kind !== "variable") return factor;
  const { by, operand, order } = factor;
  if (operand?.kind !== "integral" || !isUnsaidIntegral(operand)) return factor;
  if (some(operand, (node) => node.kind === "integral" && node !== operand)) return factor;
  if (operand.measures.some((measure) => mayMove(measure, by.variable))) return factor;
  const partial = { ...by, style: "partial" } as const;
  return intern({ ...operand, integrand: derivative(partial, operand.integrand, order) });
}

/** Ends, V(t), what is integrated over itself. */
const mayMove = ({ variable, lower, upper, region }: Measure, along: Expr): boolean =>
  variable === along || lower !== undefined || upper !== undefined || /\p{L}\(/u.test(region ?? "");

const sameMeasures = (a: readonly Measure[], b: readonly Measure[]): boolean =>
  a.length === b.length &&
  a.every((one, at) => {
    const other = b[at];
    return (
      other !== undefined &&
      (one.variable === other.variable || isSameElement(one, other)) &&
      one.power === other.power &&
      one.lower === other.lower &&
      one.upper === other.upper &&
      one.region === other.region &&
      one.sort === other.sort
    );
  });

/** dV, d𝐒 and d𝐚 of the same region, whatever else the letter stands for. */
const isSameElement = (one: Measure, other: Measure): boolean =>
  (one.sort === "volume" || one.sort === "surface") &&
  one.region !== undefined &&
  typeOf(one.variable) === typeOf(other.variable);

/** Whether the measure runs along what is derived by: time is no direction of d³x. */
export function reaches({ variable, power, sort }: Measure, by: By): boolean {
  const inSpace = power === three || (!power && isOfType(variable, "three-vector"));
  const inSpacetime = power ? !inSpace : isOfType(variable, "four-vector");
  if (by.kind === "dalembertian") return inSpacetime;
  if (by.kind === "index") return by.index.space === "lorentz" ? !inSpace : inSpace || inSpacetime;
  if (by.kind !== "variable") return inSpace || inSpacetime || sort !== "plain";
  if (by.variable === variable) return true;
  if (by.variable.kind === "tensor" && by.variable.head === variable) return true;
  const name = by.variable.kind === "symbol" ? by.variable.name : "";
  return /^[xyz]$/.test(name) ? inSpace || inSpacetime : name === "t" && inSpacetime;
}

const three = num(3);

const isOfType = (variable: Expr, type: Sym["type"]): boolean =>
  variable.kind === "symbol" && variable.type === type;
