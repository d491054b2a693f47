/** Residues, and integrals round a circle in the complex plane, as integrals over the angle. */
import {
  constant,
  func,
  minus,
  num,
  one,
  product,
  quotient,
  sum,
  symbol,
  zero,
} from "../expr/build";
import type { Claim } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr, Func, Integral, Sym } from "../expr/node";
import { replace, some, transform } from "../expr/walk";

export function withCircles(claim: Claim): Claim {
  const written = (side: Expr): Expr => transform(side, (node) => roundCircle(node) ?? node);
  return { ...claim, left: written(claim.left), right: written(claim.right) };
}

const i = constant("i");
const turn = product(num(2), constant("π"));
const angle = symbol("ϑ°", "scalar", { domain: "real" });

/** Small enough to leave the other poles outside. */
const narrow = quotient(one, num(64));

function roundCircle(node: Expr): Expr | undefined {
  if (node.kind === "function" && node.name === "Res") {
    const pole = poleOf(node);
    if (!pole || hasBranches(pole)) return undefined;
    return quotient(around(pole.of, pole.variable, pole.at, narrow), product(turn, i));
  }
  const circle = node.kind === "integral" ? circleOf(node) : undefined;
  return circle && !hasBranches(circle)
    ? around(circle.of, circle.variable, circle.at, circle.radius)
    : undefined;
}

interface Pole {
  readonly of: Expr;
  readonly variable: Sym;
  readonly at: Expr;
}

/** Round a branch point nothing closes. */
const hasBranches = ({ of, variable }: Pole): boolean =>
  some(of, (node) => {
    const rooted =
      node.kind === "power" && !isWhole(node.exponent)
        ? node.base
        : node.kind === "function" && /^(log|ln|sqrt|arg|abs|arc|ar)/.test(node.name)
          ? node
          : undefined;
    return rooted !== undefined && some(rooted, (part) => part === variable);
  });

const isWhole = (exponent: Expr): boolean =>
  (exponent.kind === "num" && exponent.denominator === 1n) ||
  (exponent.kind === "symbol" && /^(integer|natural)$/.test(exponent.domain ?? ""));

/** Res_{z=a} f, Res[f, z=a]. */
function poleOf({ parameters, args }: Func): Pole | undefined {
  const [first] = args;
  const items = first?.kind === "tuple" ? first.items : [first, parameters[0]];
  const [of, place, more] = items;
  if (!of || more || place?.kind !== "opaque" || place.what !== "=") return undefined;
  const [variable, at] = place.parts;
  return variable?.kind === "symbol" && at && !some(at, (node) => node === variable)
    ? { of, variable, at }
    : undefined;
}

/** ∮_{|z|=R} and ∮_{|z−a|=R}, against the clock's sense. */
function circleOf({
  measures,
  integrand,
}: Integral): (Pole & { readonly radius: Expr }) | undefined {
  const [measure, more] = measures;
  if (!measure || more || measure.power || measure.variable.kind !== "symbol") return undefined;
  const { variable } = measure;
  const found = /^∮\|(\S+?)(?: ([−+]) (i|\d+))?\| = (\d+)$/u.exec(measure.region ?? "");
  if (!found || found[1] !== variable.name) return undefined;
  const [, , sign, centre, radius] = found;
  const shift = centre === undefined ? zero : centre === "i" ? i : num(Number(centre));
  return {
    of: integrand,
    variable,
    at: sign === "+" ? minus(zero, shift) : shift,
    radius: num(Number(radius)),
  };
}

/** ∮ f dz along a + ρe^{iϑ}. */
function around(of: Expr, variable: Sym, at: Expr, radius: Expr): Expr {
  const ray = product(radius, func("exp", [product(i, angle)]));
  const inside = replace(of, new Map<Expr, Expr>([[variable, at === zero ? ray : sum(at, ray)]]));
  return intern({
    kind: "integral",
    measures: [{ variable: angle, lower: zero, upper: turn, sort: "plain" as const }],
    integrand: product(inside, i, ray),
  });
}
