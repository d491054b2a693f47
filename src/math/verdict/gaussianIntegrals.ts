/** ∫dⁿx e^{−½xᵀAx + Jᵀx} = (2π)^{n/2} (det A)^{−½} e^{½JᵀA⁻¹J}, and its moments by Isserlis' theorem, in the notation of the text. */
import {
  constant,
  deltaSymbol,
  dot,
  func,
  inverse,
  involution,
  minusOne,
  num,
  power,
  product,
  quotient,
  sum,
  tensor,
  zero,
} from "../expr/build";
import type { Claim, Premise } from "../expr/claim";
import type { Expr, Index, Integral, Measure } from "../expr/node";
import { factorsOf, termsOf } from "../expr/questions";
import { some, transform } from "../expr/walk";
import { partsOf } from "./facts";
import { inEntries } from "./gaussianEntries";
import type { Written } from "./written";

export function withGaussianIntegrals(claim: Claim): Claim | Written {
  const matrices = new Map<Expr, Expr>();
  const [left, right] = [claim.left, claim.right].map((side) =>
    transform(side, (node) => (node.kind === "integral" ? (done(node, matrices) ?? node) : node)),
  );
  if (!left || !right || (left === claim.left && right === claim.right)) return claim;
  const [only, ...more] = matrices;
  if (!only) return { claim: { ...claim, left, right }, used: [positive("a>0")] };
  const [matrix, dimension] = only;
  const isGiven = claim.given.some(({ facts }) =>
    facts.some(
      (fact) =>
        ["definition", "constraint", "algebra"].includes(fact.kind) &&
        partsOf(fact).some((part) => some(part, (node) => node === matrix)),
    ),
  );
  const entries =
    more.length === 0 && !isGiven && matrix.kind === "symbol"
      ? inEntries([left, right], matrix, dimension)
      : undefined;
  return entries
    ? { claim: { ...claim, left: entries[0], right: entries[1] }, used: [positive("A^T=A>0")] }
    : claim;
}

const positive = (latex: string): Premise => ({
  id: "convergent",
  name: "a quadratic form that is symmetric and positive",
  latex,
  source: "convention",
  facts: [],
});

/** −c xᵀAx + bᵀx, as it is written. */
interface Exponent {
  readonly scale: Expr;
  /** None: x² alone. */
  readonly matrix: Expr | undefined;
  readonly source: Source | undefined;
}

/** What stands before x: its size, the vector, and how it is written. */
interface Source {
  readonly scale: Expr;
  readonly vector: Expr;
  readonly style: "transposed" | "indexed" | "dotted";
}

function done(node: Integral, matrices: Map<Expr, Expr>): Expr | undefined {
  const [measure, ...more] = node.measures;
  if (!measure || more.length > 0 || !isWhole(measure) || !measure.power) return undefined;
  const factors = factorsOf(node.integrand);
  const wave = factors.find(isExponential);
  const isOfPlace = isNamesake(measure);
  const exponent = wave?.kind === "power" ? exponentOf(wave.exponent, isOfPlace) : undefined;
  if (!wave || !exponent) return undefined;
  const { scale, matrix, source } = exponent;
  const isDotted = (matrix === undefined) !== (source !== undefined && source.style !== "dotted");
  if (source ? !isDotted : matrix === undefined && !factors.some(isComponent(isOfPlace)))
    return undefined;
  const places: Index[] = [];
  const outside: Expr[] = [];
  for (const factor of factors) {
    if (factor === wave) continue;
    if (factor.kind === "tensor" && isOfPlace(factor.head)) {
      const [index, ...others] = factor.indices;
      if (!index || others.length > 0 || index.value !== undefined) return undefined;
      places.push(index);
    } else if (some(factor, isOfPlace)) return undefined;
    else outside.push(factor);
  }
  const moment = momentOf(places, exponent);
  if (!moment) return undefined;
  if (matrix) matrices.set(matrix, measure.power);
  return product(
    ...outside,
    power(quotient(constant("π"), scale), quotient(measure.power, num(2))),
    ...(matrix ? [power(func("det", [matrix]), rationalHalf)] : []),
    ...(source ? [power(constant("e"), peak(exponent, source))] : []),
    moment,
  );
}

const rationalHalf = product(minusOne, quotient(num(1), num(2)));

/** b²/4c: the exponent at its largest. */
function peak({ scale, matrix }: Exponent, { scale: size, vector, style }: Source): Expr {
  const factor = quotient(power(size, num(2)), product(num(4), scale));
  if (!matrix) return product(factor, dot(vector, vector));
  if (style === "transposed")
    return product(factor, involution("transpose", vector), inverse(matrix), vector);
  const [i, j] = [index("⟨i⟩"), index("⟨j⟩")];
  return product(factor, tensor(vector, i), tensor(inverse(matrix), i, j), tensor(vector, j));
}

const index = (name: string): Index => ({ name, space: "generic", place: "down" });

/** ⟨x_i x_j …⟩: all pairs, each (A⁻¹)_{ij}/2c. */
function momentOf(places: readonly Index[], exponent: Exponent): Expr | undefined {
  const [first, ...others] = places;
  if (!first) return num(1);
  const { scale, matrix, source } = exponent;
  if (source) return others.length > 0 ? undefined : meanOf(first, exponent, source);
  if (places.length % 2 === 1) return zero;
  if (places.length > 6) return undefined;
  return sum(
    ...others.flatMap((other, at) => {
      const rest = momentOf(
        others.filter((_, k) => k !== at),
        exponent,
      );
      const pair = matrix
        ? tensor(inverse(matrix), first, other)
        : tensor(deltaSymbol, first, other);
      return rest ? [product(quotient(pair, product(num(2), scale)), rest)] : [];
    }),
  );
}

function meanOf(
  at: Index,
  { scale, matrix }: Exponent,
  { scale: size, vector, style }: Source,
): Expr | undefined {
  const factor = quotient(size, product(num(2), scale));
  if (!matrix) return product(factor, tensor(vector, at));
  if (style !== "indexed") return product(factor, tensor(product(inverse(matrix), vector), at));
  const j = index("⟨j⟩");
  return product(factor, tensor(inverse(matrix), at, j), tensor(vector, j));
}

function exponentOf(node: Expr, isOfPlace: (part: Expr) => boolean): Exponent | undefined {
  let form: { readonly scale: Expr; readonly matrix: Expr | undefined } | undefined;
  let source: Source | undefined;
  for (const term of termsOf(node)) {
    const factors = factorsOf(term);
    const quadratic = formIn(factors, isOfPlace);
    const linear = quadratic ? undefined : sourceIn(factors, isOfPlace);
    if (quadratic && !form) form = quadratic;
    else if (linear && !source) source = linear;
    else return undefined;
  }
  return form && { ...form, source };
}

/** −c xᵀAx, −c x_iA_{ij}x_j, −c x²: the factors that show x stand together, in this order. */
function formIn(
  factors: readonly Expr[],
  isOfPlace: (part: Expr) => boolean,
): { readonly scale: Expr; readonly matrix: Expr | undefined } | undefined {
  const start = factors.findIndex((factor) => isTransposed(factor, isOfPlace));
  const isBefore = (factor: Expr): boolean =>
    isNumber(factor) && (start < 0 || factors.indexOf(factor) < start);
  const inner = factors.filter((factor) => !isBefore(factor));
  const before = factors.filter(isBefore);
  const scale = product(minusOne, ...before);
  const [a, b, c, ...more] = inner;
  if (more.length > 0 || !a) return undefined;
  if (!b && a.kind === "dot" && isOfPlace(a.left) && isOfPlace(a.right))
    return { scale, matrix: undefined };
  if (!b || !c) return undefined;
  if (isTransposed(a, isOfPlace) && isOfPlace(c) && b.kind === "symbol" && !b.role)
    return { scale, matrix: b };
  const [i, j] = b.kind === "tensor" ? b.indices : [];
  if (b.kind !== "tensor" || !isMatrix(b.head) || !i || !j || b.indices.length !== 2)
    return undefined;
  const ends = [a, c].flatMap((one) =>
    one.kind === "tensor" && isOfPlace(one.head) && one.indices.length === 1 ? one.indices : [],
  );
  const names = ends.map(({ name }) => name).sort();
  const isContracted = names.length === 2 && names.join() === [i.name, j.name].sort().join();
  return isContracted ? { scale, matrix: b.head } : undefined;
}

function sourceIn(
  factors: readonly Expr[],
  isOfPlace: (part: Expr) => boolean,
): Source | undefined {
  const inner = factors.filter((factor) => some(factor, isOfPlace) || !isNumber(factor));
  const scale = product(num(1), ...factors.filter((factor) => !inner.includes(factor)));
  const [a, b, ...more] = inner;
  if (!a || more.length > 0) return undefined;
  if (!b) {
    if (a.kind !== "dot") return undefined;
    const vector = isOfPlace(a.left) ? a.right : isOfPlace(a.right) ? a.left : undefined;
    return vector && !some(vector, isOfPlace) ? { scale, vector, style: "dotted" } : undefined;
  }
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    if (one.kind === "tensor" && other.kind === "tensor" && isOfPlace(other.head))
      return one.indices[0]?.name === other.indices[0]?.name && one.indices.length === 1
        ? { scale, vector: one.head, style: "indexed" }
        : undefined;
  }
  if (a.kind === "involution" && a.sort === "transpose" && isOfPlace(b) && !isOfPlace(a.operand))
    return { scale, vector: a.operand, style: "transposed" };
  return isTransposed(a, isOfPlace) && !some(b, isOfPlace)
    ? { scale, vector: b, style: "transposed" }
    : undefined;
}

const isNumber = (node: Expr): boolean =>
  node.kind === "num" ||
  node.kind === "constant" ||
  (node.kind === "symbol" && node.type === "scalar") ||
  (node.kind === "quotient" && isNumber(node.over) && isNumber(node.under)) ||
  (node.kind === "product" && node.factors.every(isNumber)) ||
  (node.kind === "power" && isNumber(node.base) && node.exponent.kind === "num");

const isMatrix = (node: Expr): boolean =>
  node.kind === "symbol" &&
  node.role === undefined &&
  ["operator", "matrix", "tensor"].includes(node.type);

const isTransposed = (node: Expr, isOfPlace: (part: Expr) => boolean): boolean =>
  node.kind === "involution" && node.sort === "transpose" && isOfPlace(node.operand);

const isComponent =
  (isOfPlace: (part: Expr) => boolean) =>
  (node: Expr): boolean =>
    node.kind === "tensor" && isOfPlace(node.head);

const isExponential = (node: Expr): boolean => node.kind === "power" && node.base === constant("e");

const isWhole = ({ sort, lower, upper, region }: Measure): boolean =>
  sort === "plain" && !lower && !upper && !region;

/** x of dⁿx, also in bold; a four-vector has a metric of its own. */
const isNamesake =
  ({ variable, power: d }: Measure) =>
  (node: Expr): boolean =>
    node.kind === "symbol" &&
    variable.kind === "symbol" &&
    node.name.normalize("NFKD") === variable.name.normalize("NFKD") &&
    !(node.type === "four-vector" && d?.kind === "num");
