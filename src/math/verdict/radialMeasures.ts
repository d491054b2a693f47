/** ∫d³q f(|𝐪|) = 4π ∫_0^∞ q² f(q) dq: what depends on the length of a vector alone is integrated along it. */
import { isConstantBySort, isUndetermined, namesOutside } from "../evaluate/calculus/unsaid";
import { constant, func, num, power, product, quotient, symbol, zero } from "../expr/build";
import type { Claim } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr, Integral, Measure, Sym } from "../expr/node";
import { factorsOf } from "../expr/questions";
import { nodes, some, transform } from "../expr/walk";

/** Only where something has no value by itself: functions nobody knows, and δ. */
export function withRadialMeasures(claim: Claim): Claim {
  const sides = [claim.left, claim.right];
  const outside = namesOutside(sides);
  const radial = new Set(
    sides
      .flatMap((side) => [...nodes(side)])
      .flatMap((node) =>
        node.kind === "integral" ? node.measures.filter(isOfLength).map(letterOf) : [],
      ),
  );
  const [left = claim.left, right = claim.right] = sides.map((side) =>
    transform(side, (node) =>
      node.kind === "integral" ? (alongLength(node, radial, outside) ?? node) : node,
    ),
  );
  if (left === claim.left && right === claim.right) return claim;
  // ∫d³k k_ik_j f(𝐤²) beside it is compared with it as it stands.
  const isLeft = (node: Expr): boolean =>
    node.kind === "integral" && node.measures.some(isOverVectors);
  return [left, right].some((side) => some(side, isLeft)) ? claim : { ...claim, left, right };
}

export const isOverVectors = (measure: Measure): boolean =>
  isWhole(measure) &&
  measure.power?.kind === "num" &&
  measure.variable.kind === "symbol" &&
  (measure.power.numerator === 2n || measure.power.numerator === 3n);

function alongLength(
  node: Integral,
  radial: ReadonlySet<string>,
  outside: ReadonlySet<string>,
): Expr | undefined {
  const [measure, ...more] = node.measures;
  const { variable, power: d } = measure ?? {};
  if (!measure || more.length > 0 || !isWhole(measure) || variable?.kind !== "symbol")
    return undefined;
  if (d?.kind !== "num" || !(d.numerator === 2n || d.numerator === 3n)) return undefined;
  if (!some(node.integrand, (part) => isUndetermined(part) || isDelta(part))) return undefined;
  const letter = letterOf(measure);
  const isVector = (part: Expr): part is Sym =>
    part.kind === "symbol" && part.type === "three-vector" && plain(part.name) === letter;
  const isBare = (part: Expr): boolean =>
    part.kind === "symbol" && part.type === "scalar" && plain(part.name) === letter;
  const mayVary = (part: Expr): boolean =>
    part.kind === "derivative" ||
    part.kind === "primed" ||
    (part.kind === "symbol" &&
      plain(part.name) !== letter &&
      part.type !== "function" &&
      part.type !== "three-vector" &&
      !isConstantBySort(part) &&
      !outside.has(part.name));
  if (some(node.integrand, mayVary)) return undefined;
  const isHidden = (part: Expr): boolean =>
    part.kind === "call" && !some(part, (inner) => isVector(inner) || isBare(inner));
  if (some(node.integrand, isHidden)) return undefined;
  if (!radial.has(letter) && some(node.integrand, isBare)) return undefined;
  const length = symbol(letter, "scalar");
  const dimension = Number(d.numerator);
  const wave = factorsOf(node.integrand).flatMap((factor) => waveOf(factor, isVector) ?? []);
  const [only, ...others] = wave;
  if (others.length > 0 || (only && dimension !== 3)) return undefined;
  const rest = product(...factorsOf(node.integrand).filter((factor) => factor !== only?.factor));
  const written = transform(rest, (part) => {
    if (part.kind === "function" && part.name === "abs" && part.args[0] && isVector(part.args[0]))
      return length;
    if (part.kind === "dot" && isVector(part.left) && isVector(part.right))
      return power(length, num(2));
    return isBare(part) ? length : part;
  });
  if (some(written, isVector)) return undefined;
  const area = dimension === 3 ? product(num(4), constant("π")) : product(num(2), constant("π"));
  const reach = only && product(length, only.distance);
  const mean = reach ? [quotient(func("sin", [reach]), reach)] : [];
  return product(
    area,
    intern({
      kind: "integral",
      measures: [{ variable: length, sort: "plain", lower: zero, upper: constant("∞") }],
      integrand: product(power(length, num(dimension - 1)), written, ...mean),
    }),
  );
}

/** e^{±i𝐤·𝐱}, with |𝐱|. */
function waveOf(
  factor: Expr,
  isVector: (part: Expr) => boolean,
): { readonly factor: Expr; readonly distance: Expr } | undefined {
  const exponent =
    factor.kind === "power" && factor.base === constant("e")
      ? factor.exponent
      : factor.kind === "function" && factor.name === "exp"
        ? factor.args[0]
        : undefined;
  if (!exponent || !some(exponent, isVector)) return undefined;
  const parts = factorsOf(exponent);
  const inner = parts.find((part) => part.kind === "dot");
  const others = parts.filter((part) => part !== inner);
  if (inner?.kind !== "dot" || !others.some((part) => part === constant("i"))) return undefined;
  if (!others.every((part) => part === constant("i") || part.kind === "num")) return undefined;
  const [at] = [inner.left, inner.right].filter((side) => !isVector(side));
  if (!at || some(at, isVector)) return undefined;
  const size = others.filter((part) => part.kind === "num");
  return { factor, distance: product(...size, func("abs", [at])) };
}

/** ∫_0^∞ dq: the letter is a length. */
const isOfLength = ({ variable, power: d, sort, lower }: Measure): boolean =>
  variable.kind === "symbol" && !d && sort === "plain" && lower === zero;

const isWhole = ({ sort, lower, upper, region, variable }: Measure): boolean =>
  sort === "plain" &&
  !lower &&
  !upper &&
  !region &&
  variable.kind === "symbol" &&
  /^(?:scalar|three-vector)$/.test(variable.type);

const isDelta = (node: Expr): boolean => node.kind === "function" && node.name === "δ";

const plain = (name: string): string => name.normalize("NFKD");

const letterOf = ({ variable }: Measure): string =>
  variable.kind === "symbol" ? plain(variable.name) : "";
