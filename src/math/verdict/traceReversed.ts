/** R_{μν} − ½g_{μν}R = 8πG T_{μν} says what R_{μν} is: its trace gives R first. */
import {
  down,
  metricSymbol,
  negate,
  num,
  product,
  quotient,
  rational,
  sum,
  symbol,
  tensor,
  up,
} from "../expr/build";
import type { Claim, Fact, Premise } from "../expr/claim";
import type { Expr, Num, Sym, Tensor } from "../expr/node";
import { indicesOn } from "../expr/questions";
import { mapChildren, nodes, some, transform } from "../expr/walk";
import { equated, mapClaim, partsOf } from "./facts";

export function withTraceReversed(claim: Claim): Claim {
  const facts = claim.given.flatMap((premise) => premise.facts);
  const equations = facts.filter((fact) => equated(fact)?.some((side) => some(side, isCurvature)));
  const written = [claim.left, claim.right, ...facts.flatMap(partsOf)];
  const { dim } = claim.conventions;
  if (dim === "d" || facts.some(({ kind }) => kind === "line-element")) return claim;
  if (written.some((part) => some(part, isOtherGeometry))) return claim;
  if (equations.length === 0) return withScalarGiven(claim, facts);
  const [equation, more] = equations;
  const told = equation && !more ? reversed(equation, dim) : undefined;
  if (!equation || !told) return claim;
  const traced = (side: Expr): Expr => withTraces(side, sourcesIn(equation), facts);
  const body = traced(told.source);
  const scalar = quotient(negate(traced(traceOf(told.source))), told.ofTrace);
  const ricci: Fact = {
    kind: "definition",
    head: tensor(plainRicci, down("μ"), down("ν")),
    body: quotient(
      sum(negate(body), negate(product(told.ofMetric, metric("μ", "ν"), plainScalar))),
      told.ofRicci,
    ),
  };
  const whole: Fact = { kind: "definition", head: plainScalar, body: scalar };
  const named = mapClaim({ ...claim, given: claim.given.map(withoutTraces) }, (side) =>
    traced(transform(side, plain)),
  );
  return {
    ...named,
    given: claim.given.map((premise, at) =>
      premise.facts.includes(equation)
        ? {
            ...premise,
            facts: [...premise.facts.filter((fact) => fact !== equation), ricci, whole],
          }
        : (named.given[at] ?? premise),
    ),
  };
}

const withoutTraces = (premise: Premise): Premise => {
  const facts = premise.facts.filter((fact) => !isTrace(fact));
  return facts.length === premise.facts.length ? premise : { ...premise, facts };
};

/** T = g^{μν}T_{μν}. */
const isTrace = (fact: Fact): boolean =>
  fact.kind === "definition" &&
  fact.head.kind === "symbol" &&
  some(fact.body, (node) => node.kind === "tensor" && nameOf(node.head) === nameOf(fact.head));

const nameOf = (node: Expr): string | undefined => (node.kind === "symbol" ? node.name : undefined);

/** R = 0 beside R_{μν} and G_{μν}: a tensor with this trace. */
function withScalarGiven(claim: Claim, facts: readonly Fact[]): Claim {
  const { dim } = claim.conventions;
  const isGiven = facts.some((fact) => fact.kind === "definition" && isScalar(fact.head));
  if (dim === "d" || !isGiven || ![claim.left, claim.right].some((side) => some(side, isCurvature)))
    return claim;
  const free = symbol("S", "tensor");
  const ricci: Fact = {
    kind: "definition",
    head: tensor(plainRicci, down("μ"), down("ν")),
    body: sum(
      tensor(free, down("μ"), down("ν")),
      product(
        rational(1n, BigInt(dim)),
        metric("μ", "ν"),
        sum(plainScalar, negate(tensor(free, up("ϰt"), down("ϰt")))),
      ),
    ),
  };
  const named = mapClaim(claim, (side) => transform(side, plain));
  return {
    ...named,
    given: named.given.map((premise, at) =>
      claim.given[at]?.facts.some((fact) => fact.kind === "definition" && isScalar(fact.head))
        ? { ...premise, facts: [...premise.facts, ricci] }
        : premise,
    ),
  };
}

const plainRicci = symbol("Ric", "tensor");
const plainScalar = symbol("R");

const metric = (first: string, second: string): Expr =>
  tensor(metricSymbol, down(first), down(second));

const roleOf = (node: Expr): string =>
  node.kind === "tensor" && node.head.kind === "symbol" ? (node.head.role ?? "") : "";

const isRicci = (node: Expr): node is Tensor =>
  roleOf(node) === "ricci" && node.kind === "tensor" && node.indices.length === 2;

const isEinstein = (node: Expr): node is Tensor =>
  roleOf(node) === "einstein" && node.kind === "tensor" && node.indices.length === 2;

const isCurvature = (node: Expr): boolean => isRicci(node) || isEinstein(node);

/** R beside R_{μν}. */
const isScalar = (node: Expr): node is Sym =>
  node.kind === "symbol" &&
  node.name === "R" &&
  (node.type === "scalar" || node.role === "ricci-scalar");

/** Derivatives and whatever else the metric itself decides. */
const isOtherGeometry = (node: Expr): boolean =>
  node.kind === "derivative" ||
  (node.kind === "symbol" && (node.role === "riemann" || node.role === "connection"));

interface Reversed {
  /** a, b and S of a R_{μν} + b g_{μν}R + S_{μν} = 0, and a + bd. */
  readonly ofRicci: Num;
  readonly ofMetric: Num;
  readonly source: Expr;
  readonly ofTrace: Num;
}

function reversed(fact: Fact, dim: number): Reversed | undefined {
  const [left, right] = equated(fact) ?? [];
  if (!left || !right) return undefined;
  const terms = [...termsOf(left), ...termsOf(right).map(negate)].flatMap(einsteinApart);
  let [a, b] = [num(0), num(0)];
  const rest: Expr[] = [];
  for (const term of terms) {
    const factors = term.kind === "product" ? term.factors : [term];
    const numbers = factors.filter((factor): factor is Num => factor.kind === "num");
    const others = factors.filter((factor) => factor.kind !== "num");
    const [first, second, more] = others;
    const value = numbers.reduce(times, num(1));
    if (first && !second && isRicci(first) && isBelow(first)) a = plus(a, value);
    else if (!more && isPair(first, second)) b = plus(b, value);
    else if (some(term, (node) => isCurvature(node) || isScalar(node))) return undefined;
    else rest.push(term);
  }
  const ofTrace = plus(a, times(b, num(dim)));
  const isSolvable = a.numerator !== 0n && ofTrace.numerator !== 0n;
  return isSolvable ? { ofRicci: a, ofMetric: b, source: sum(...rest), ofTrace } : undefined;
}

const isBelow = ({ indices }: Tensor): boolean =>
  indices[0]?.name === "μ" &&
  indices[1]?.name === "ν" &&
  indices.every(({ place }) => place === "down");

const isPair = (first: Expr | undefined, second: Expr | undefined): boolean =>
  first !== undefined &&
  second !== undefined &&
  [
    [first, second],
    [second, first],
  ].some(([one, other]) => one && other && roleOf(one) === "metric" && isScalar(other));

const termsOf = (side: Expr): readonly Expr[] =>
  side.kind === "sum"
    ? side.terms.flatMap(termsOf)
    : side.kind === "num" && side.numerator === 0n
      ? []
      : [side];

/** G_{μν} = R_{μν} − ½g_{μν}R. */
function einsteinApart(term: Expr): readonly Expr[] {
  const factors = term.kind === "product" ? term.factors : [term];
  const [found] = factors.filter(isEinstein);
  if (!found) return [term];
  const others = factors.filter((factor) => factor !== found);
  const [first, second] = found.indices;
  if (!first || !second) return [term];
  return [
    product(...others, tensor(symbol("R", "tensor", { role: "ricci" }), first, second)),
    product(...others, rational(-1n, 2n), metric(first.name, second.name), symbol("R")),
  ];
}

const times = (x: Num, y: Num): Num =>
  rational(x.numerator * y.numerator, x.denominator * y.denominator);
const plus = (x: Num, y: Num): Num =>
  rational(
    x.numerator * y.denominator + y.numerator * x.denominator,
    x.denominator * y.denominator,
  );

const traceOf = (source: Expr): Expr => product(tensor(metricSymbol, up("μ"), up("ν")), source);

/** Curvature under names of which the metric of the samples says nothing. */
function plain(node: Expr): Expr {
  if (isRicci(node)) return tensor(plainRicci, ...node.indices);
  if (isEinstein(node)) {
    const [first, second] = indicesOn(node);
    if (!first || !second) return node;
    return sum(
      tensor(plainRicci, first, second),
      product(rational(-1n, 2n), tensor(metricSymbol, first, second), plainScalar),
    );
  }
  return isScalar(node) ? plainScalar : node;
}

/** Tensors with two indices that an equation speaks of besides the curvature. */
const sourcesIn = (fact: Fact): ReadonlyMap<string, Expr> =>
  new Map(
    partsOf(fact).flatMap((part) =>
      [...nodes(part)].flatMap((node) =>
        node.kind === "tensor" &&
        node.indices.length === 2 &&
        node.head.kind === "symbol" &&
        node.head.role === undefined
          ? [[node.head.name, node.head] as const]
          : [],
      ),
    ),
  );

/** T beside T_{μν} is its trace, unless the text says what T is. */
function withTraces(side: Expr, sources: ReadonlyMap<string, Expr>, facts: readonly Fact[]): Expr {
  const isTold = (name: string): boolean =>
    facts.some(
      (fact) =>
        !isTrace(fact) &&
        fact.kind === "definition" &&
        fact.head.kind === "symbol" &&
        fact.head.name === name,
    );
  let count = 0;
  const put = (node: Expr): Expr => {
    if (node.kind === "tensor") return node;
    const head = node.kind === "symbol" && !isTold(node.name) ? sources.get(node.name) : undefined;
    if (!head) return mapChildren(node, put);
    const name = `ϰt${count++}`;
    return tensor(head, up(name), down(name));
  };
  return put(side);
}
