/** Premises under an integral: parity, shifts, vanishing boundaries, symmetric integration. */
import { acted } from "../expr/apply";
import {
  call,
  constant,
  deltaSymbol,
  derivative,
  dot,
  down,
  metricSymbol,
  minus,
  negate,
  num,
  one,
  power,
  primed,
  product,
  quotient,
  sum,
  symbol,
  tensor,
  up,
  zero,
} from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import { intern } from "../expr/intern";
import type { By, Expr, Measure, Series, Sym } from "../expr/node";
import { isVector, typeOf } from "../expr/questions";
import { replace, some, symbolsOf, transform } from "../expr/walk";
import { freeSymbols } from "../verdict/freeSymbols";
import { type Integrands, integrands, reaches, residualOf } from "../verdict/integrand";
import type { Candidate, PremiseEntry } from "../verdict/premiseEntry";
import { variedAlike } from "../verdict/variedApart";
import { rewritten, symbolsIn } from "./names";

const pointwise = (claim: Claim, left: Expr, right: Expr): Claim => ({ ...claim, left, right });

/** What each integral runs over, one symbol a measure: of d³k the 𝐤 that is written under it. */
const variables = ({ measures, left, right }: Integrands): readonly Sym[] =>
  measures.flatMap(({ variable, power }) => {
    if (variable.kind !== "symbol") return [];
    const vector = power && [...symbolsOf(left), ...symbolsOf(right)].find(isVectorOf(variable));
    return [vector ?? variable];
  });

const isVectorOf =
  ({ name }: Sym) =>
  (other: Sym): boolean =>
    isVector(other) && other.name.normalize("NFKD") === name.normalize("NFKD");

/** The whole line or the whole space. */
const isWhole = ({ lower, upper, region }: Measure): boolean =>
  region === undefined &&
  ((!lower && !upper) || (lower !== undefined && upper !== undefined && lower === negate(upper)));

/** That one function is even may go without saying; that several are at once is a guess. */
export const oddIntegrand: PremiseEntry = {
  id: "odd-integrand",
  name: "an odd integrand",
  rewrites: true,
  *apply(claim) {
    const both = integrands(claim.left, claim.right);
    if (!both?.measures.every(isWhole) || variables(both).some((v) => v.grassmann)) return;
    const rest = residualOf(both);
    if (isExplicit(both, rest) || some(rest, isOfHidden)) return;
    const reflection = new Map<Expr, Expr>(variables(both).map((v) => [v, negate(v)]));
    const heads = new Set<string>();
    const reflect = (side: Expr): Expr =>
      transform(replace(side, reflection), (node) => {
        const derived = byReflected(node);
        if (derived) return derived;
        if (node.kind !== "call" || !node.args.some(isNegated)) return node;
        const { head } = node;
        const plain = head.kind === "primed" ? head.head : head;
        heads.add(plain.kind === "symbol" ? plain.name : "f");
        const args = node.args.map((one) => (isNegated(one) ? negate(one) : one));
        return signed(call(head, ...args), head.kind === "primed" ? head.order : 0);
      });
    const reflected = reflect(rest);
    // What vanishes on both sides says nothing of how they are related.
    if ([both.left, both.right].every((side) => side !== zero && isOpposite(reflect(side), side)))
      return;
    if (heads.size > 1 || claim.given.some(({ facts }) => facts.some(isParity))) return;
    const names = variables(both).map((v) => v.name);
    const even = [...heads].map((f) => `${f}(-${names.join(",-")})=${f}(${names.join(",")})`);
    yield {
      latex: even.join(",\\ ") || `${names.join(",")}\\to -${names.join(",")}`,
      facts: [],
      claim: pointwise(claim, rest, negate(reflected)),
    };
  },
};

/** (−x)³f(x) beside x³f(x). */
const isOpposite = (reflected: Expr, side: Expr): boolean =>
  transform(reflected, (node) => {
    if (node.kind === "product") return product(...node.factors);
    if (node.kind !== "power" || !isNegated(node.base)) return node;
    const { base, exponent } = node;
    if (exponent.kind !== "num" || exponent.denominator !== 1n) return node;
    const plain = power(negate(base), exponent);
    return exponent.numerator % 2n === 0n ? plain : negate(plain);
  }) === negate(side);

/** What the text says of parities it says itself. */
const isParity = (fact: Fact): boolean =>
  fact.kind === "property" && /^(even|odd)$/.test(fact.property);

/** df/dx: whether f is even is not written. */
const isOfHidden = (node: Expr): boolean =>
  node.kind === "derivative" &&
  node.by.kind === "variable" &&
  node.operand !== undefined &&
  !shows(node.operand, node.by.variable);

const shows = (part: Expr, variable: Expr): boolean => some(part, (node) => node === variable);

/** d/d(−x) = −d/dx. */
function byReflected(node: Expr): Expr | undefined {
  if (node.kind !== "derivative" || node.by.kind !== "variable") return undefined;
  const { by, operand, order } = node;
  if (!isNegated(by.variable) || order.kind !== "num") return undefined;
  const straight = derivative({ ...by, variable: negate(by.variable) }, operand, order);
  return signed(straight, Number(order.numerator));
}

const signed = (node: Expr, order: number): Expr => (order % 2 === 0 ? node : negate(node));

/** Numbers integrated over numbers: the integral itself decides, and where it diverges no premise helps. */
const isExplicit = (both: Integrands, integrand: Expr): boolean =>
  both.measures.every(({ power }) => power === undefined) &&
  variables(both).every(({ type }) => type === "scalar") &&
  !some(integrand, ({ kind }) => ["call", "primed", "ket", "bra", "derivative"].includes(kind));

const isNegated = (node: Expr): boolean =>
  node.kind === "product" &&
  node.factors.length === 2 &&
  node.factors[0]?.kind === "num" &&
  node.factors[0].numerator === -1n &&
  node.factors[0].denominator === 1n;

export const vanishingBoundary: PremiseEntry = {
  id: "vanishing-boundary",
  name: "a vanishing boundary term",
  rewrites: true,
  *apply(claim) {
    const both = integrands(claim.left, claim.right);
    if (!both || (both.right !== zero && [both.left, both.right].every(isSlope))) return;
    const rest = transform(residualOf(both), acted);
    const seen = new Set<Expr>();
    for (const { by, inside } of boundaryTerms(rest, both.measures)) {
      const total = derivative(by, inside);
      if (seen.has(total)) continue;
      seen.add(total);
      const [left, right] = varyingAlong(by, rest, total);
      if (left && right)
        yield {
          latex: "\\text{boundary terms}=0",
          facts: [],
          claim: pointwise(claim, left, right),
        };
    }
    const facts = claim.given.flatMap((premise) => premise.facts);
    const alike = variedAlike(both, facts);
    if (alike)
      yield {
        latex: "\\text{boundary terms}=0",
        facts: [],
        claim: pointwise(claim, ...alike),
      };
  },
};

/** What stands beside a derivative under an integral varies as well, unless it is called like a parameter. */
function varyingAlong(by: By, ...parts: readonly Expr[]): readonly Expr[] {
  const along = by.kind === "variable" && by.variable.kind === "symbol" ? by.variable.name : "x";
  const still = [...freeSymbols(...parts)].filter(
    ({ name, type, role, dependsOn }) =>
      role === undefined &&
      !dependsOn &&
      name !== along &&
      ["scalar", "four-vector", "three-vector", "tensor"].includes(type) &&
      !parameters.test(name),
  );
  const put = new Map<Expr, Expr>(still.map((s) => [s, intern({ ...s, dependsOn: [along] })]));
  return parts.map((part) => replace(part, put));
}

const parameters = /^[mMgGeqcktTxyzrhNKħλΛκμαβγωΩεηνξσζpdD]$|[_0-9]/u;

/** A derivative as a whole: with its boundary term gone the side says 0. */
const isSlope = (integrand: Expr): boolean => {
  if (integrand.kind === "sum") return integrand.terms.every(isSlope);
  const factors = integrand.kind === "product" ? integrand.factors : [integrand];
  const [only, ...others] = factors.filter(({ kind }) => kind !== "num" && kind !== "constant");
  return only !== undefined && others.length === 0 && once(only) !== undefined;
};

/** For every term X ∂Y the XY whose total derivative contains it. */
function* boundaryTerms(
  integrand: Expr,
  measures: readonly Measure[],
): Generator<{ readonly by: By; readonly inside: Expr }> {
  const terms = integrand.kind === "sum" ? integrand.terms : [integrand];
  for (const term of terms) {
    const factors = term.kind === "product" ? term.factors : [term];
    for (const [at, factor] of factors.entries()) {
      const lowered = once(factor);
      if (!lowered) continue;
      const { by, inside } = lowered;
      if (!measures.some((measure) => reaches(measure, by))) continue;
      const [before, after] = [factors.slice(0, at), factors.slice(at + 1)];
      if ([...before, ...after].some(isMomentum)) continue;
      const first = product(...before, inside, ...after);
      yield { by, inside: first };
      const again = once(inside);
      if (again && before.length + after.length > 0)
        yield {
          by,
          inside: minus(
            first,
            product(derivative(again.by, product(...before, ...after)), again.inside),
          ),
        };
    }
  }
}

/** π beside ∂φ is no number. */
const isMomentum = (factor: Expr): boolean => factor.kind === "constant" && factor.name === "π";

/** A derivative as one derivative of something. */
function once(factor: Expr): { readonly by: By; readonly inside: Expr } | undefined {
  if (factor.kind === "call" && factor.head.kind === "primed")
    return ofPrimed(factor.head.head, factor.head.order, factor.args);
  if (factor.kind !== "derivative" || !factor.operand) return undefined;
  const { by, operand, order } = factor;
  if (order.kind !== "num" || order.denominator !== 1n) return undefined;
  if (by.kind === "laplacian" && order.numerator === 1n && typeOf(operand) !== "three-vector")
    return { by: { kind: "divergence" }, inside: derivative({ kind: "gradient" }, operand) };
  if (by.kind === "dalembertian" && order.numerator === 1n)
    return {
      by: { kind: "index", index: down("μ°") },
      inside: derivative({ kind: "index", index: up("μ°") }, operand),
    };
  if (order.numerator === 1n) return { by, inside: operand };
  return { by, inside: derivative(by, operand, num(order.numerator - 1n)) };
}

function ofPrimed(
  head: Expr,
  order: number,
  args: readonly Expr[],
): { readonly by: By; readonly inside: Expr } | undefined {
  const [argument] = args;
  if (argument?.kind !== "symbol" || args.length > 1) return undefined;
  const lower = order === 1 ? head : primed(head, order - 1);
  return {
    by: { kind: "variable", variable: argument, style: "total" },
    inside: call(lower, ...args),
  };
}

export const relabelIntegration: PremiseEntry = {
  id: "relabel-integration",
  name: "a shifted integration variable",
  rewrites: true,
  *apply(claim) {
    const both = integrands(claim.left, claim.right);
    if (!both?.measures.every(isWhole) || both.right === zero) return;
    if (isExplicit(both, both.left) && isExplicit(both, both.right)) return;
    for (const v of variables(both)) yield* shifts(claim, both, v);
  },
};

function* shifts(claim: Claim, both: Integrands, v: Sym): Generator<Candidate> {
  const others = [...freeSymbols(both.left, both.right)].filter(
    (s) => s !== v && s.type === v.type && s.role === undefined,
  );
  const moved = [
    negate(v),
    ...others.slice(0, 4).flatMap((s) => [sum(v, s), sum(v, negate(s)), sum(s, negate(v))]),
  ];
  for (const to of moved) {
    const right = replace(both.right, new Map<Expr, Expr>([[v, to]]));
    yield {
      latex: `${v.name}\\to ${[...symbolsOf(to)].map((s) => s.name).join("\\pm ")}`,
      facts: [],
      claim: pointwise(claim, both.left, right),
    };
  }
}

/** Σ_k → V ∫ d³k/(2π)³, and L ∫ dk/2π on a line. */
export const sumToIntegral: PremiseEntry = {
  id: "sum-to-integral",
  name: "the sum over modes as an integral",
  rewrites: true,
  *apply(claim) {
    const sizes = symbolsIn(claim).filter(({ name }) => /^[VΩL]$/u.test(name));
    for (const size of [...sizes, one]) {
      const result = rewritten(claim, (side) =>
        transform(side, (node) => (node.kind === "series" ? overModes(node, size) : node)),
      );
      if (result)
        yield {
          latex: `\\sum_k\\to ${size.kind === "symbol" ? `${size.name}` : ""}\\int\\frac{dk}{2\\pi}`,
          facts: [],
          claim: result,
        };
    }
  },
};

function overModes(series: Series, size: Expr): Expr {
  const [k, ...others] = series.variables;
  const bounded = series.lower ?? series.upper ?? series.values ?? series.condition;
  if (k?.kind !== "symbol" || others.length > 0 || bounded || series.sort !== "sum") return series;
  if (!/^[kpq]$/.test(k.name)) return series;
  const dimension = k.type === "three-vector" ? num(3) : undefined;
  const volume =
    dimension && size.kind === "symbol" && size.name === "L" ? power(size, dimension) : size;
  const cell = power(product(num(2), constant("π")), dimension ?? one);
  return product(
    volume,
    intern({
      kind: "integral",
      measures: [{ variable: k, sort: "plain", ...(dimension ? { power: dimension } : {}) }],
      integrand: quotient(series.body, cell),
    }),
  );
}

const dimension = symbol("d", "scalar");

/** k^μk^ν → g^{μν}k²/d and k_ik_j → δ_{ij}𝐤²/3. */
export const symmetricIntegration: PremiseEntry = {
  id: "symmetric-integration",
  name: "symmetric integration",
  rewrites: true,
  *apply(claim) {
    const both = integrands(claim.left, claim.right);
    const [k] = both ? variables(both) : [];
    if (!both || !k || !isVector(k) || !both.measures.every(isWhole)) return;
    const isSpatial = k.type === "three-vector";
    const d = claim.conventions.dim === "d" ? dimension : num(claim.conventions.dim);
    const average = isSpatial
      ? { unity: deltaSymbol, over: num(3) }
      : { unity: metricSymbol, over: d };
    const left = averaged(both.left, k, average);
    const right = averaged(both.right, k, average);
    if (left === both.left && right === both.right) return;
    yield {
      latex: isSpatial
        ? `${k.name}_i${k.name}_j\\to \\tfrac{1}{3}\\delta_{ij}${k.name}^2`
        : `${k.name}^\\mu ${k.name}^\\nu\\to \\tfrac{1}{d}g^{\\mu\\nu}${k.name}^2`,
      facts: [],
      claim: pointwise(claim, left, right),
    };
  },
};

/** What the product of two components averages to: of the square of the vector, over their number. */
interface Average {
  readonly unity: Sym;
  readonly over: Expr;
}

function averaged(integrand: Expr, k: Sym, { unity, over }: Average): Expr {
  return transform(integrand, (node) => {
    if (node.kind !== "product") return node;
    const open = node.factors.filter((factor) => factor.kind === "tensor" && factor.head === k);
    const [a, b, ...more] = open;
    if (a?.kind !== "tensor" || b?.kind !== "tensor" || more.length > 0) return node;
    const [one, other] = [a.indices[0] ?? up("μ"), b.indices[0] ?? up("ν")];
    const rest = node.factors.filter((factor) => factor !== a && factor !== b);
    return product(...rest, tensor(unity, one, other), quotient(dot(k, k), over));
  });
}
