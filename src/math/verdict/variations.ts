/** δℒ, δ(F_{μν}F^{μν}), δ√−g: the first change of what is made of fields, where the fields change by δφ, δA_μ, δg_{μν}. */
import {
  call,
  derivative,
  down,
  func,
  inverse,
  metricSymbol,
  minusOne,
  negate,
  num,
  power,
  primed,
  product,
  quotient,
  sum,
  symbol,
  tensor,
  trace,
  up,
  zero,
} from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Call, Expr, Sym } from "../expr/node";
import { isBareDerivative, isMinusOne } from "../expr/questions";
import { children, mapChildren, nodes, some, transform } from "../expr/walk";
import { isEquality } from "./comparison";
import { mapClaim, mapFact, partsOf, withoutFacts } from "./facts";

export function withVariations(asWritten: Claim): Claim {
  if (!isEquality(asWritten.relation)) return asWritten;
  const claim = withNamedChanges(asWritten);
  const sides = [claim.left, claim.right];
  const facts = claim.given.flatMap((premise) => premise.facts);
  const all = [...sides, ...facts.flatMap(partsOf)].flatMap((part) => [...nodes(part)]);
  const changes = new Map(all.flatMap((node) => (isChange(node) ? [[node.name, node]] : [])));
  if (changes.size === 0 || all.some(isSquareOfChange)) return asWritten;
  const variation = variationBy(changes, facts);
  try {
    const more = variation.told();
    const isOfMetric = changes.get("δg") !== undefined;
    const written = (part: Expr): Expr => {
      const done = worked(part, variation);
      return isOfMetric ? withLowered(withDeterminant(done)) : done;
    };
    const [left, right] = [written(claim.left), written(claim.right)];
    if (more.length === 0 && left === claim.left && right === claim.right) return asWritten;
    return {
      ...withoutFacts(claim, isOfDeterminant),
      left,
      right,
      given: withoutFacts(claim, isOfDeterminant).given.map((premise) => ({
        ...premise,
        facts: [
          ...premise.facts.map((fact) => mapFact(fact, written)),
          ...more.flatMap(([from, fact]) => (premise.facts.includes(from) ? [fact] : [])),
        ],
      })),
    };
  } catch (error) {
    if (error instanceof Untold) return asWritten;
    throw error;
  }
}

/** δ M of a matrix, and δ Z beside δ ln Z, is the change δM of a name. */
function withNamedChanges(claim: Claim): Claim {
  const isOfFunction = (node: Expr): boolean =>
    node.kind === "product" &&
    node.factors.some((factor, at) => isSign(factor) && node.factors[at + 1]?.kind === "function");
  const anything = [claim.left, claim.right].some((side) => some(side, isOfFunction));
  const isName = (node: Expr | undefined): node is Sym =>
    node?.kind === "symbol" && !isSign(node) && (isMatrix(node) || anything);
  const joined = (node: Expr): Expr => {
    if (node.kind !== "product" || !node.factors.some(isSign)) return node;
    const factors = node.factors.flatMap((factor, at) => {
      const before = node.factors[at - 1];
      if (isSign(factor) && isName(node.factors[at + 1])) return [];
      return before && isSign(before) && isName(factor)
        ? [intern({ ...factor, name: `δ${factor.name}` })]
        : [factor];
    });
    return product(...factors);
  };
  return mapClaim(claim, (side) => transform(side, joined));
}

/** A change that no product rule tells. */
class Untold extends Error {}

const isChange = (node: Expr): node is Sym =>
  node.kind === "symbol" && /^δ./u.test(node.name) && node.role === undefined;

/** (δx/x)²: errors that are added in squares are no first changes. */
const isSquareOfChange = (node: Expr): boolean =>
  node.kind === "power" && [...nodes(node.base)].some(isChange);

interface Variation {
  /** Of an expression, by the product rule. */
  readonly of: (node: Expr) => Expr;
  /** Something in it changes. */
  readonly moves: (node: Expr) => boolean;
  /** What the definitions of the premises say of the changes of their heads. */
  readonly told: () => readonly (readonly [from: Fact, fact: Fact])[];
}

function variationBy(changes: ReadonlyMap<string, Sym>, facts: readonly Fact[]): Variation {
  const defined = new Map<string, Fact & { readonly kind: "definition" }>();
  for (const fact of facts)
    if (fact.kind === "definition" && !isOfDeterminant(fact)) {
      const name = nameOf(fact.head);
      if (name !== undefined) defined.set(name, fact);
    }
  const isFree = (name: string): boolean => changes.has(`δ${name}`) && !defined.has(name);
  const moving = new Map<string, boolean>();
  const namesMove = (name: string): boolean => {
    const known = moving.get(name);
    if (known !== undefined) return known;
    moving.set(name, false);
    const body = defined.get(name)?.body;
    const does =
      isFree(name) ||
      (body !== undefined &&
        !defined.has(`δ${name}`) &&
        ![...nodes(body)].some(isChange) &&
        moves(body));
    moving.set(name, does);
    return does;
  };
  const moves = (node: Expr): boolean =>
    some(node, (part) => part.kind === "symbol" && namesMove(part.name));
  const change = (head: Expr): Expr => {
    if (head.kind !== "symbol") throw new Untold();
    const { role: _, ...details } = head;
    return changes.get(`δ${head.name}`) ?? intern({ ...details, name: `δ${head.name}` });
  };
  const of = (node: Expr): Expr => changeOf(node, { of, moves, change });
  const surely = (node: Expr): Expr => {
    if (changes.has("δg") && some(node, hidesMetric)) throw new Untold();
    if (namesIn(node).some((part) => mayMove(part) && !moves(part))) throw new Untold();
    return of(node);
  };
  return {
    of: surely,
    moves,
    told: () =>
      [...defined].flatMap(([name, fact]) =>
        !isFree(name) && namesMove(name)
          ? [
              [
                fact,
                {
                  kind: "definition",
                  head: changeOf(fact.head, { of, moves, change }),
                  body: surely(fact.body),
                },
              ] as const,
            ]
          : [],
      ),
  };
}

/** Names, but for those of functions and of what numbers a member. */
function namesIn(node: Expr): readonly Expr[] {
  if (node.kind === "symbol") return [node];
  if (node.kind === "labelled") return [node.head];
  return (node.kind === "call" ? node.args : children(node)).flatMap(namesIn);
}

/** A field of which no change is written may change as well: its term may have been lost. */
const mayMove = (node: Expr): boolean =>
  node.kind === "symbol" &&
  node.role === undefined &&
  node.type !== "function" &&
  (isOrdered(node) || !fixed.test(node.name));

/** Letters of constants and sources. */
const fixed = /^(?:[mMgGeqckhħNnλΛκμαβγωΩνξζτabJj]|[mMgGeqckλκα]_.*|.*_0)$/u;

/** What the metric raises, differentiates or curves. */
const hidesMetric = (node: Expr): boolean =>
  node.kind === "dot" ||
  node.kind === "slash" ||
  (node.kind === "derivative" &&
    (node.by.kind !== "index" || node.by.covariant === true || node.by.index.place === "up")) ||
  (node.kind === "tensor" &&
    !isMetric(node.head) &&
    node.indices.some(({ place }) => place === "up")) ||
  (node.kind === "symbol" &&
    (/^(?:ricci|riemann|einstein|connection)/.test(node.role ?? "") || /^[RΓK]$/u.test(node.name)));

interface Rules {
  readonly of: (node: Expr) => Expr;
  readonly moves: (node: Expr) => boolean;
  readonly change: (head: Expr) => Expr;
}

function changeOf(node: Expr, { of, moves, change }: Rules): Expr {
  if (!moves(node)) return zero;
  switch (node.kind) {
    case "symbol":
      return isDeterminant(node) ? ofDeterminantOfMetric(node) : change(node);
    case "tensor":
      return isMetric(node.head) ? ofMetric(node) : tensor(change(node.head), ...node.indices);
    case "labelled":
      return intern({ ...node, head: change(node.head) as Sym });
    case "call":
      return ofCall(node, { of, moves, change });
    case "sum":
      return sum(...node.terms.map(of));
    case "product":
      return sum(...node.factors.flatMap((_, at) => withChanged(node.factors, at, of, moves)));
    case "dot":
      return sum(
        ...(moves(node.left) ? [intern({ ...node, left: of(node.left) })] : []),
        ...(moves(node.right) ? [intern({ ...node, right: of(node.right) })] : []),
      );
    case "quotient":
      return sum(
        quotient(of(node.over), node.under),
        moves(node.under)
          ? negate(quotient(product(node.over, of(node.under)), power(node.under, num(2))))
          : zero,
      );
    case "power":
      return ofPower(node.base, node.exponent, { of, moves, change });
    case "function":
      return ofFunction(node.name, node.args, of);
    case "trace":
    case "involution":
      return intern({ ...node, operand: of(node.operand) });
    case "derivative":
      if (!node.operand) throw new Untold();
      return derivative(node.by, of(node.operand), node.order);
    case "slash":
      return intern({ ...node, vector: of(node.vector) });
    case "integral":
      if (node.measures.some(({ variable }) => moves(variable))) throw new Untold();
      return intern({ ...node, integrand: of(node.integrand) });
    default:
      throw new Untold();
  }
}

/** δφ(x), or V′(φ)δφ. */
function ofCall(node: Call, { of, moves, change }: Rules): Expr {
  const [argument, ...more] = node.args;
  if (!node.args.some(moves)) return intern({ ...node, head: change(node.head) });
  if (!argument || more.length > 0 || moves(node.head)) throw new Untold();
  return product(call(primed(node.head), argument), of(argument));
}

/** The product with one factor changed, which goes to the end where the order says nothing. */
function withChanged(
  factors: readonly Expr[],
  at: number,
  of: (node: Expr) => Expr,
  moves: (node: Expr) => boolean,
): readonly Expr[] {
  const factor = factors[at];
  if (!factor || !moves(factor)) return [];
  const isFree = !factors.some((other) => some(other, isOrdered));
  const before = factors.slice(0, at);
  const after = factors.slice(at + 1);
  return [
    isFree ? product(...before, ...after, of(factor)) : product(...before, of(factor), ...after),
  ];
}

/** Matrices, operators, Grassmann numbers, spinors, and derivatives that wait. */
const isOrdered = (node: Expr): boolean =>
  (node.kind === "symbol" &&
    (/^(?:matrix|operator|spinor)$/.test(node.type) || node.grassmann === true)) ||
  isBareDerivative(node);

function ofPower(base: Expr, exponent: Expr, { of, moves }: Rules): Expr {
  if (moves(exponent)) {
    if (base.kind !== "constant") throw new Untold();
    if (some(exponent, isMatrix)) throw new Untold();
    return product(of(exponent), power(base, exponent));
  }
  const inOrder = some(base, isMatrix);
  if (inOrder && isMinusOne(exponent))
    return product(minusOne, inverse(base), of(base), inverse(base));
  if (exponent.kind !== "num") {
    if (inOrder) throw new Untold();
    return product(exponent, power(base, sum(exponent, minusOne)), of(base));
  }
  const times = Number(exponent.numerator);
  if (!inOrder) return product(exponent, power(base, sum(exponent, minusOne)), of(base));
  if (exponent.denominator !== 1n || times < 1 || times > 6) throw new Untold();
  return sum(
    ...Array.from({ length: times }, (_, at) =>
      product(...Array.from({ length: times }, (_, i) => (i === at ? of(base) : base))),
    ),
  );
}

function ofFunction(name: string, args: readonly Expr[], of: (node: Expr) => Expr): Expr {
  const [argument, ...more] = args;
  if (!argument || more.length > 0) throw new Untold();
  const inside = of(argument);
  const whole = func(name, args);
  if (name === "det") {
    if (argument.kind === "tensor") throw new Untold();
    return product(whole, trace(product(inverse(argument), inside)));
  }
  if (some(argument, isMatrix) && !some(argument, isNumberOfMatrix)) throw new Untold();
  switch (name) {
    case "sqrt":
      return quotient(inside, product(num(2), whole));
    case "ln":
    case "log":
      return quotient(inside, argument);
    case "exp":
      return product(inside, whole);
    case "sin":
      return product(inside, func("cos", args));
    case "cos":
      return product(minusOne, inside, func("sin", args));
    default:
      throw new Untold();
  }
}

const isMatrix = (node: Expr): boolean =>
  node.kind === "symbol" && (node.type === "matrix" || node.type === "operator");

/** det M, Tr M. */
const isNumberOfMatrix = (node: Expr): boolean =>
  node.kind === "trace" || (node.kind === "function" && node.name === "det");

const isMetric = (head: Expr): boolean => head.kind === "symbol" && head.role === "metric";

/** g beside g_{μν}. */
const isDeterminant = ({ name, type }: Sym): boolean => name === "g" && type === "scalar";

/** g = det g_{μν}. */
const isOfDeterminant = (fact: Fact): boolean =>
  fact.kind === "definition" &&
  fact.head.kind === "symbol" &&
  isDeterminant(fact.head) &&
  some(fact.body, (node) => node.kind === "tensor" && isMetric(node.head));

/** g = det g_{μν} under a name of its own: the metric of the samples is one of many. */
const withDeterminant = (side: Expr): Expr =>
  side.kind === "symbol"
    ? isDeterminant(side)
      ? symbol("det g")
      : side
    : side.kind === "tensor"
      ? side
      : mapChildren(side, withDeterminant);

/** δg^{μν} = −g^{μα}g^{νβ}δg_{αβ}. */
function withLowered(side: Expr): Expr {
  let count = 0;
  return transform(side, (node) => {
    if (node.kind !== "tensor" || node.head.kind !== "symbol" || node.head.name !== "δg")
      return node;
    const [first, second] = node.indices;
    if (!first || !second || [first, second].some(({ place }) => place !== "up")) return node;
    const [a, b] = [`ϰ${count}a`, `ϰ${count++}b`];
    const metric = metricSymbol;
    return product(
      minusOne,
      tensor(metric, first, up(a)),
      tensor(metric, second, up(b)),
      lowered(a, b),
    );
  });
}

const lowered = (first: string, second: string): Expr =>
  tensor(symbol("δg", "tensor"), down(first), down(second));

/** δg = g g^{μν}δg_{μν}. */
const ofDeterminantOfMetric = (node: Expr): Expr =>
  product(node, tensor(metricSymbol, up("ϰ1"), up("ϰ2")), lowered("ϰ1", "ϰ2"));

function ofMetric(node: Extract<Expr, { readonly kind: "tensor" }>): Expr {
  const [first, second] = node.indices;
  if (!first || !second || node.indices.length !== 2 || first.place !== second.place)
    throw new Untold();
  return tensor(symbol("δg", "tensor"), first, second);
}

/** The expression with every change of something written in the changes of its fields. */
function worked(node: Expr, variation: Variation): Expr {
  if (node.kind === "symbol" && node.name === "δg" && node.type === "scalar")
    return ofDeterminantOfMetric(symbol("g"));
  const varied = variedIn(node);
  if (varied && variation.moves(varied)) return variation.of(varied);
  if (node.kind === "product") {
    const at = node.factors.findIndex(
      (factor, i) => isSign(factor) && node.factors[i + 1] !== undefined,
    );
    const next = node.factors[at + 1];
    if (at >= 0 && next && variation.moves(next))
      return worked(
        product(...node.factors.slice(0, at), variation.of(next), ...node.factors.slice(at + 2)),
        variation,
      );
  }
  return children(node).length > 0 ? mapChildren(node, (part) => worked(part, variation)) : node;
}

/** The X of δ(X) and of δ√X. */
function variedIn(node: Expr): Expr | undefined {
  if (node.kind === "function" && node.name === "δ" && node.args.length === 1) return node.args[0];
  return node.kind === "opaque" && node.what === "δ" ? node.parts[0] : undefined;
}

const isSign = (node: Expr): boolean => node.kind === "symbol" && node.name === "δ";

/** The name a definition is for. */
const nameOf = (head: Expr): string | undefined =>
  head.kind === "symbol"
    ? head.name
    : head.kind === "tensor" && head.head.kind === "symbol"
      ? head.head.name
      : undefined;
