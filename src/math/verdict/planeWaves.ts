/** ∫_{−∞}^{∞} e^{ikx} dk = 2πδ(x): where a claim speaks of δ, an integral over all plane waves is one. */
import { isEverywhere } from "../evaluate/calculus/sift";
import { constant, func, num, product, quotient } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr, Sym } from "../expr/node";
import { isNamed } from "../expr/questions";
import { mapChildren, some } from "../expr/walk";

export function withPlaneWaves(claim: Claim): Claim {
  const sides = [claim.left, claim.right];
  if (!sides.some((side) => some(side, isDelta))) return claim;
  const [left, right] = sides.map(summed) as [Expr, Expr];
  return left === claim.left && right === claim.right ? claim : { ...claim, left, right };
}

/** Not under another integral, where the order of the two is not ours to choose. */
function summed(node: Expr): Expr {
  if (node.kind === "integral") return delta(node) ?? node;
  return node.kind === "product" ? product(...node.factors.map(summed)) : mapChildren(node, summed);
}

const isDelta = (node: Expr): boolean =>
  node.kind === "function" && node.name === "δ" && node.parameters.length === 0;

function delta(node: Expr): Expr | undefined {
  const [measure, ...more] = node.kind === "integral" ? node.measures : [];
  if (node.kind !== "integral" || !measure || more.length > 0) return undefined;
  const { variable, power, circle } = measure;
  if (!isEverywhere(measure) || power || circle || variable.kind !== "symbol") return undefined;
  if (variable.type === "three-vector") return undefined;
  const factors = node.integrand.kind === "product" ? node.integrand.factors : [node.integrand];
  const [wave, ...others] = factors.filter((factor) => shows(factor, variable));
  if (wave?.kind !== "power" || wave.base !== constant("e") || others.length > 0) return undefined;
  const phases = wave.exponent.kind === "product" ? wave.exponent.factors : [];
  const place = withoutFactor(phases, constant("i"));
  const slope = place && slopeOf(place, variable);
  if (!slope || some(slope, isImaginary)) return undefined;
  const rest = factors.filter((factor) => factor !== wave);
  return product(...rest, num(2), constant("π"), func("δ", [slope]));
}

/** X in k·X; undefined where k stands anywhere else. */
function slopeOf(phases: readonly Expr[], variable: Sym): Expr | undefined {
  const at = phases.findIndex((phase) => shows(phase, variable));
  const own = phases[at];
  if (!own || phases.some((phase, n) => n !== at && shows(phase, variable))) return undefined;
  const others = phases.filter((_, n) => n !== at);
  if (isNamed(own, variable.name)) return product(...others);
  return own.kind === "quotient" && isNamed(own.over, variable.name) && !shows(own.under, variable)
    ? quotient(product(...others), own.under)
    : undefined;
}

function withoutFactor(factors: readonly Expr[], one: Expr): readonly Expr[] | undefined {
  const at = factors.indexOf(one);
  return at < 0 ? undefined : factors.filter((_, n) => n !== at);
}

/** By its name: a letter that is a vector elsewhere is a number under ∫dk. */
const shows = (node: Expr, { name }: Sym): boolean => some(node, (part) => isNamed(part, name));

/** A phase with an imaginary part grows, or is no wave. */
const isImaginary = (node: Expr): boolean =>
  node === constant("i") || (node.kind === "symbol" && node.domain === "complex");
