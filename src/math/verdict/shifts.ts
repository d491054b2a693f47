/** e^{a d/dx} f(x) = f(x + a), e^{𝐚·∇} f(𝐫) = f(𝐫 + 𝐚), e^{a x d/dx} f(x) = f(e^a x): what exponentials of derivatives do to what is written of their variable. */
import { constant, minus, negate, num, power, product, quotient, sum } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Derivative, Expr } from "../expr/node";
import { factorsOf } from "../expr/questions";
import { replace, some, transform } from "../expr/walk";
import { mapClaim } from "./facts";

export function withShifts(claim: Claim): Claim {
  return mapClaim(claim, (part) =>
    some(part, isBare)
      ? transform(
          part,
          (node) => (node.kind === "product" ? moved(node.factors) : undefined) ?? node,
        )
      : part,
  );
}

/** The last such factor, put to work on all that stands behind it. */
function moved(factors: readonly Expr[]): Expr | undefined {
  const at = factors.findLastIndex((factor) => some(factor, isBare));
  const front = factors[at];
  const behind = product(...factors.slice(at + 1));
  if (!front || at === factors.length - 1) return undefined;
  const done = appliedTo(front, behind);
  if (!done) return undefined;
  const rest = factors.slice(0, at);
  const whole = product(...rest, done);
  return rest.some((factor) => some(factor, isBare)) && whole.kind === "product"
    ? (moved([...rest, done]) ?? whole)
    : whole;
}

function appliedTo(front: Expr, behind: Expr): Expr | undefined {
  const wave = waveOf(front);
  const [plus, less] = wave
    ? [wave.exponent, negate(wave.exponent)].map((exponent) => shifted(exponent, behind))
    : [];
  if (!wave || !plus || !less) return undefined;
  if (wave.parity === "both") return plus;
  const total = wave.parity === "even" ? sum(plus, less) : minus(plus, less);
  return quotient(total, num(2));
}

/** e^X, cosh X and sinh X. */
function waveOf(
  node: Expr,
): { readonly exponent: Expr; readonly parity: "both" | "even" | "odd" } | undefined {
  if (node.kind === "power" && node.base === constant("e"))
    return { exponent: node.exponent, parity: "both" };
  const [exponent] = node.kind === "function" ? node.args : [];
  if (node.kind !== "function" || !exponent) return undefined;
  const parity = ({ exp: "both", cosh: "even", sinh: "odd" } as const)[node.name];
  return parity && { exponent, parity };
}

function shifted(exponent: Expr, behind: Expr): Expr | undefined {
  const factors = factorsOf(exponent);
  const last = factors.at(-1);
  if (!last) return undefined;
  const before = factors.slice(0, -1);
  if (last.kind === "dot" && isGradient(last.right)) return carried(before, last.left, behind);
  if (!isBare(last) || last.by.kind !== "variable" || !isFirst(last)) return undefined;
  const { variable } = last.by;
  if (variable.kind !== "symbol" || !mayMove(behind, variable)) return undefined;
  const others = before.filter((factor) => factor !== variable);
  if (others.some((factor) => some(factor, (node) => node === variable || isBare(node))))
    return undefined;
  const by = product(...others);
  const to =
    others.length === before.length
      ? sum(variable, by)
      : others.length === before.length - 1
        ? product(power(constant("e"), by), variable)
        : undefined;
  return to && replace(behind, new Map([[variable, to]]));
}

/** Along a vector that stays the same. */
function carried(before: readonly Expr[], along: Expr, behind: Expr): Expr | undefined {
  const places = new Set<Expr>();
  some(behind, (node) => {
    if (node.kind === "symbol" && node.type === "three-vector" && /^[rx]$/u.test(node.name))
      places.add(node);
    return false;
  });
  const [place, more] = places;
  const isStill = along.kind === "symbol" && along !== place && along.dependsOn === undefined;
  if (!place || more || !isStill || !mayMove(behind, place)) return undefined;
  return replace(behind, new Map([[place, sum(place, product(...before, along))]]));
}

/** Written of the variable and of nothing that hides it. */
const mayMove = (behind: Expr, variable: Expr): boolean =>
  some(behind, (node) => node === variable) &&
  !some(
    behind,
    (node) =>
      ["derivative", "integral", "series", "limit", "bar", "ket", "bra", "opaque"].includes(
        node.kind,
      ) ||
      (node.kind === "symbol" &&
        (node.dependsOn !== undefined || node.type === "operator" || node.type === "matrix")),
  );

const isBare = (node: Expr): node is Derivative =>
  node.kind === "derivative" && node.operand === undefined;

const isGradient = (node: Expr): boolean => isBare(node) && node.by.kind === "gradient";

const isFirst = ({ order }: Derivative): boolean =>
  order.kind === "num" && order.numerator === order.denominator;
