/** Derivatives of fields that are written out in places and times: by coordinates one by one, of plane waves by their wave vectors. */
import { acted } from "../expr/apply";
import { constant, cross, dot, minusOne, product, sum, tensor, zero } from "../expr/build";
import type { Conventions } from "../expr/claim";
import { formalPartial } from "../expr/eulerLagrange";
import type { Derivative, Expr, Sym } from "../expr/node";
import { isNamed, typeOf } from "../expr/questions";
import { ifWhole, mapChildren, some } from "../expr/walk";
import { coreOf, fromMonomials, monomials } from "./monomial";

/** A name with what it stands for. */
interface Field {
  readonly name: Sym;
  readonly body: Expr;
}

/** x, y, z, t, 𝐫, and x^μ itself. */
export const isPlace = (node: Expr): boolean =>
  node.kind === "symbol" &&
  node.type !== "label" &&
  (/^[xyztr]$/u.test(node.name.normalize("NFKD")) || node.role === "coordinate");

/** The expression with the fields written out and every derivative of them taken, and the fields met; undefined where none is differentiated, or a derivative follows no rule here. */
export function slopesOf<F extends Field>(
  node: Expr,
  fields: readonly F[],
  conventions: Conventions,
): { readonly value: Expr; readonly met: ReadonlySet<F> } | undefined {
  const met = new Set<F>();
  let isDerived = false;
  const value = written(node);
  return value && isDerived ? { value, met } : undefined;

  function written(part: Expr): Expr | undefined {
    const known = fields.find(({ name }) => isField(part, name));
    if (known) {
      met.add(known);
      return known.body;
    }
    const primes = primesOf(part);
    const primed = primes && fields.find(({ name }) => name.name === primes.name);
    if (primes && primed) {
      const [variable, ...more] = placesIn(primed.body);
      if (!variable || more.length > 0) return undefined;
      met.add(primed);
      isDerived = true;
      return repeated(primed.body, primes.order, (one) => formalPartial(one, variable));
    }
    const whole = acted(part);
    if (whole.kind !== "derivative") return throughParts(whole);
    const inner = whole.operand && written(whole.operand);
    const order = whole.order.kind === "num" ? Number(whole.order.numerator) : 0;
    if (!inner || order < 1 || order > 4) return undefined;
    isDerived = true;
    return repeated(inner, order, (one) => derived(whole, one, conventions));
  }

  function throughParts(part: Expr): Expr | undefined {
    if (part.kind === "labelled") return part;
    return ifWhole((change) => mapChildren(part, change), written);
  }
}

const isField = (part: Expr, name: Sym): boolean =>
  isNamed(part, name.name) ||
  (part.kind === "call" && isNamed(part.head, name.name) && part.args.every(isPlace));

/** ψ″ of one letter, in whatever way it is read. */
function primesOf(node: Expr): { readonly name: string; readonly order: number } | undefined {
  const head = node.kind === "call" && node.args.every(isPlace) ? node.head : node;
  if (head.kind === "primed" && head.head.kind === "symbol")
    return { name: head.head.name, order: head.order };
  const [, name, primes] = head.kind === "symbol" ? (/^(.+?)(′+)$/u.exec(head.name) ?? []) : [];
  return name && primes ? { name, order: primes.length } : undefined;
}

const placesIn = (node: Expr): readonly Expr[] => {
  const found = new Set<Expr>();
  some(node, (part) => {
    if (isPlace(part)) found.add(part);
    return false;
  });
  return [...found];
};

function repeated(
  start: Expr,
  times: number,
  step: (node: Expr) => Expr | undefined,
): Expr | undefined {
  let node: Expr | undefined = start;
  for (let n = 0; n < times && node; n++) node = step(node);
  return node;
}

/** Once by these coordinates or this nabla. */
function derived({ by }: Derivative, operand: Expr, conventions: Conventions): Expr | undefined {
  const isOfVectors = placesIn(operand).some((place) => typeOf(place) !== "scalar");
  switch (by.kind) {
    case "variable":
      return isPlace(by.variable) ? formalPartial(operand, by.variable) : undefined;
    case "laplacian":
      return laplacian(operand, isOfVectors);
    case "gradient":
      return ofWaves(operand, (slope, rest) => product(slope.factor, rest, slope.vector));
    case "divergence":
    case "curl":
      return ofWaves(operand, (slope, rest) => {
        const [field, others] = vectorIn(rest) ?? [];
        const times = by.kind === "curl" ? cross : dot;
        return field && others && product(slope.factor, ...others, times(slope.vector, field));
      });
    case "dalembertian": {
      if (placesIn(operand).some((place) => typeOf(place) === "four-vector"))
        return squared(operand);
      const inTime = secondPartial(operand, "t");
      const inSpace = laplacian(operand, isOfVectors);
      if (!inTime || !inSpace || conventions.metric === "euclidean") return undefined;
      return conventions.metric === "mostly-minus"
        ? sum(inTime, product(minusOne, inSpace))
        : sum(inSpace, product(minusOne, inTime));
    }
    case "index": {
      const { index, covariant } = by;
      if (covariant || index.space !== "lorentz") return undefined;
      return ofWaves(operand, ({ factor, vector }, rest) =>
        typeOf(vector) === "four-vector" ? product(factor, tensor(vector, index), rest) : undefined,
      );
    }
  }
}

function laplacian(operand: Expr, isOfVectors: boolean): Expr | undefined {
  if (isOfVectors) return squared(operand);
  if (placesIn(operand).some((place) => isNamed(place, "r"))) return undefined;
  const parts = ["x", "y", "z"].map((name) => secondPartial(operand, name));
  return parts.every((part) => part !== undefined) ? sum(...parts) : undefined;
}

function secondPartial(operand: Expr, name: string): Expr | undefined {
  const variable = placesIn(operand).find((place) => isNamed(place, name));
  return variable ? repeated(operand, 2, (one) => formalPartial(one, variable)) : zero;
}

/** ∇² or □ of waves: k·k, twice over. */
const squared = (operand: Expr): Expr | undefined =>
  ofWaves(operand, (slope, rest, wave) =>
    ofWaves(product(rest, wave), (again) =>
      product(slope.factor, again.factor, rest, dot(slope.vector, again.vector)),
    ),
  );

/** A multiple of a wave vector. */
interface Slope {
  readonly factor: Expr;
  readonly vector: Expr;
}

/** For each wave of a sum and each wave vector in its phase what is made of that and of the amplitude, before the wave again; undefined where something else varies. */
function ofWaves(
  operand: Expr,
  make: (slope: Slope, amplitude: Expr, wave: Expr) => Expr | undefined,
): Expr | undefined {
  const terms = operand.kind === "sum" ? operand.terms : [operand];
  const made = terms.flatMap((term): readonly (Expr | undefined)[] => {
    const factors = term.kind === "product" ? term.factors : [term];
    const [wave, ...more] = factors.filter((factor) => some(factor, isPlace));
    if (!wave) return [];
    const isWave = wave.kind === "power" && wave.base === constant("e") && more.length === 0;
    const slopes = isWave ? slopesIn(wave.exponent) : undefined;
    if (!slopes) return [undefined];
    const amplitude = product(...factors.filter((factor) => factor !== wave));
    return slopes.map((slope) => {
      const before = make(slope, amplitude, wave);
      return before && (some(before, (node) => node === wave) ? before : product(before, wave));
    });
  });
  return made.every((one) => one !== undefined) ? sum(...made) : undefined;
}

/** i𝐤 of i(𝐤·𝐫 − ωt), −ip of −ip·x; undefined where a coordinate stands by itself beside them. */
function slopesIn(phase: Expr): readonly Slope[] | undefined {
  const slopes: Slope[] = [];
  for (const { factors, coefficient } of monomials(phase)) {
    const [varying, ...more] = factors.filter(({ base }) => some(base, isPlace));
    if (!varying || (isNamed(varying.base, "t") && more.length === 0)) continue;
    const { base, times } = varying;
    if (base.kind !== "dot" || times !== 1 || more.length > 0) return undefined;
    const [vector, place] = isPlace(base.left) ? [base.right, base.left] : [base.left, base.right];
    if (!isPlace(place) || some(vector, isPlace)) return undefined;
    const others = factors.filter((one) => one !== varying);
    slopes.push({
      factor: fromMonomials([{ factors: others, coefficient, core: coreOf(others) }]),
      vector,
    });
  }
  return slopes;
}

/** The one vector of a product, and what else there is. */
function vectorIn(amplitude: Expr): readonly [Expr, readonly Expr[]] | undefined {
  const factors = amplitude.kind === "product" ? amplitude.factors : [amplitude];
  const [vector, ...more] = factors.filter((factor) => typeOf(factor) === "three-vector");
  return vector && more.length === 0
    ? [vector, factors.filter((factor) => factor !== vector)]
    : undefined;
}
