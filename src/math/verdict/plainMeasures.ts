/** ∫d(cos θ), ∫d|𝐤|, ∫d²(μx): what is integrated over becomes a variable of its own, or its differential is written out. */
import {
  constant,
  derivative,
  func,
  minus,
  negate,
  num,
  one,
  power,
  product,
  symbol,
  zero,
} from "../expr/build";
import type { Claim } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr, Integral, Measure, Sym } from "../expr/node";
import { printExpr } from "../expr/print";
import { nodes, replace, some, symbolsOf, transform } from "../expr/walk";

export function withPlainMeasures(claim: Claim): Claim {
  const sides = [claim.left, claim.right];
  if (!sides.some((side) => some(side, isOdd))) return claim;
  const named = new Set(
    sides
      .flatMap((side) => [...nodes(side)])
      .flatMap((node) => (node.kind === "integral" ? node.measures : []))
      .map(({ variable }) => variable),
  );
  const plain = (side: Expr): Expr =>
    transform(side, (node) =>
      node.kind === "integral"
        ? overLine(byRadius(node)).measures.reduce(
            (rest, measure) => renamed(rest, measure, named),
            overLine(byRadius(node)),
          )
        : node,
    );
  return { ...claim, left: plain(claim.left), right: plain(claim.right) };
}

const isOdd = (node: Expr): boolean =>
  node.kind === "integral" &&
  node.measures.some(
    (measure) => hasFormula(measure) || isLine(measure) || isRadial(node, measure),
  );

/** ∫ d³r f(r) over all space, r the distance: no vector and no angle stands beside it. */
const isRadial = ({ measures, integrand }: Integral, measure: Measure): boolean => {
  const { variable, power: dimension, lower, upper, region, sort } = measure;
  return (
    measures.length === 1 &&
    sort === "plain" &&
    !lower &&
    !upper &&
    (region === undefined || region === "ℝ³") &&
    variable.kind === "symbol" &&
    variable.type === "scalar" &&
    variable.name === "r" &&
    dimension === num(3) &&
    some(integrand, (node) => node === variable) &&
    [...symbolsOf(integrand)].every(
      ({ type, name }) => type === "scalar" && !/^[θϑφϕxyz]$/u.test(name),
    ) &&
    !some(integrand, ({ kind }) => kind === "call")
  );
};

/** 4π∫₀^∞ dr r² f(r). */
function byRadius(integral: Integral): Integral {
  const [measure] = integral.measures;
  if (!measure || !isRadial(integral, measure)) return integral;
  const { variable } = measure;
  return intern({
    ...integral,
    measures: [{ variable, lower: zero, upper: constant("∞"), sort: "plain" }],
    integrand: product(num(4), constant("π"), power(variable, num(2)), integral.integrand),
  });
}

/** ∫_ℝ dx. */
const isLine = ({ sort, region, power: dimension }: Measure): boolean =>
  sort === "plain" && region === "ℝ" && dimension === undefined;

function overLine(integral: Integral): Integral {
  if (!integral.measures.some(isLine)) return integral;
  const measures = integral.measures.map((measure) => {
    if (!isLine(measure)) return measure;
    const { region: _, ...rest } = measure;
    return { ...rest, lower: negate(constant("∞")), upper: constant("∞") };
  });
  return intern({ ...integral, measures });
}

const hasFormula = ({ variable, sort }: Measure): boolean =>
  sort === "plain" && ["function", "product", "sum"].includes(variable.kind);

/** With a name for the formula, or with its differential where its own variable is integrated over elsewhere. */
function renamed(integral: Integral, measure: Measure, named: ReadonlySet<Expr>): Integral {
  if (!hasFormula(measure)) return integral;
  const { variable: formula } = measure;
  const own = variableFor(formula);
  const at = integral.measures.indexOf(measure);
  const moving = movingIn(formula);
  const integrand = seenThrough(integral.integrand, formula, own);
  const others = integral.measures.filter((other) => other !== measure);
  const written = (measures: readonly Measure[], body: Expr): Integral =>
    intern({ kind: "integral", measures, integrand: body });
  const isLeft = (expr: Expr | undefined): boolean =>
    expr !== undefined && [...symbolsOf(expr)].some((sym) => moving.has(sym));
  const [only, ...more] = [...moving];
  const slope =
    only && more.length === 0 && !measure.lower && !measure.upper
      ? slopeOf(formula, only, measure)
      : undefined;
  const isNamed = only !== undefined && slope !== undefined && named.has(only);
  if (
    !isNamed &&
    !isLeft(integrand) &&
    !others.some(({ lower, upper }) => isLeft(lower) || isLeft(upper))
  )
    return written(integral.measures.with(at, { ...measure, variable: own }), integrand);
  return slope && only
    ? written(
        integral.measures.with(at, { ...measure, variable: only }),
        product(integral.integrand, slope),
      )
    : integral;
}

/** A name for the value of the formula. */
function variableFor(formula: Expr): Sym {
  const [moving] = movingIn(formula);
  const type = formula.kind === "function" ? "scalar" : (moving?.type ?? "scalar");
  const isModulus = formula.kind === "function" && formula.name === "abs";
  return symbol(printExpr(formula), type, isModulus ? { domain: "nonnegative" } : {});
}

/** The names whose change is meant: the last factor of a product, all others of a sum or under a function. */
function movingIn(formula: Expr): ReadonlySet<Sym> {
  const last = formula.kind === "product" ? formula.factors.at(-1) : formula;
  return last ? symbolsOf(last) : new Set();
}

/** The formula where it occurs in the integrand as its name; sin θ ≥ 0 beside cos θ, the length k beside |𝐤|. */
function seenThrough(integrand: Expr, formula: Expr, own: Sym): Expr {
  const names = new Map<Expr, Expr>([[formula, own]]);
  const [argument] = formula.kind === "function" ? formula.args : [];
  if (formula.kind === "function" && formula.name === "cos" && argument)
    names.set(func("sin", [argument]), func("sqrt", [minus(one, power(own, num(2)))]));
  if (formula.kind === "function" && formula.name === "abs" && argument?.kind === "symbol")
    for (const node of nodes(integrand)) if (isLengthOf(node, argument)) names.set(node, own);
  return replace(integrand, names);
}

const isLengthOf = (node: Expr, vector: Sym): boolean =>
  node.kind === "symbol" &&
  node.type === "scalar" &&
  vector.type === "three-vector" &&
  node.name === vector.name.normalize("NFKD");

/** dF = F′ dx; dⁿ(cx) = |c|ⁿ dⁿx. */
function slopeOf(formula: Expr, variable: Sym, { power: dimension }: Measure): Expr | undefined {
  if (formula.kind === "product") {
    const factor = product(...formula.factors.slice(0, -1));
    if (formula.factors.at(-1) !== variable) return undefined;
    return dimension ? power(func("abs", [factor]), dimension) : factor;
  }
  const isSmooth = formula.kind !== "function" || formula.name !== "abs";
  if (dimension || variable.type !== "scalar" || !isSmooth) return undefined;
  return derivative({ kind: "variable", variable, style: "total" }, formula);
}
