/** Equations that say what their unknowns are or do: laws, symmetries and normalisations, which no computation denies. */

import { num, zero } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { By, Call, Derivative, Expr, Ket, Product } from "../expr/node";
import { printExpr } from "../expr/print";
import { isBareDerivative, isNumeral } from "../expr/questions";
import { children, nodes, some } from "../expr/walk";
import { isEquality } from "./comparison";
import { partsOf } from "./facts";
import { boundBy } from "./freeSymbols";
import { isUndetermined } from "./red";

/** What the claim says, in words, where nothing given speaks of its unknowns. */
export function condition(
  { left, right, relation }: Claim,
  facts: readonly Fact[],
): string | undefined {
  const isOrdering = ["<", ">", "≤", "≥"].includes(relation);
  if (!isOrdering && !isEquality(relation)) return undefined;
  const spoken = new Set(facts.flatMap(partsOf).flatMap((part) => [...nodes(part)]));
  const [here, there] = [unknowns(left), unknowns(right)];
  const isSpoken = [...here, ...there].some((name) => spoken.has(name));
  const isApart = ![...here].some((name) => there.has(name));
  if (isOrdering)
    return !isSpoken && isApart && here.size + there.size > 1 && [left, right].every(isMonomial)
      ? unrelated
      : undefined;
  if (isSpoken)
    return isNew(here, there, spoken) || isNew(there, here, spoken) ? unrelated : undefined;
  for (const [side, other] of [
    [left, right],
    [right, left],
  ] as const) {
    const found =
      represented(side, other) ??
      rateOf(side, other) ??
      calledOnce(side, other) ??
      normalised(side, other) ??
      vanishing(side, other) ??
      state(side, other) ??
      eigenvalue(side, other);
    if (found) return `it says what ${found}`;
  }
  if ((isMetric(left) && there.size > 0) || (isMetric(right) && here.size > 0))
    return "it says what the metric is";
  if (isSymmetry(left, right) || recurs(left, right) || recurs(right, left))
    return "it says what a function does elsewhere";
  const turned = turnedName(left, right);
  if (turned) return `it says what ${printExpr(turned)} is`;
  return here.size > 0 && there.size > 0 && isApart ? unrelated : undefined;
}

/** The sides of Δx Δp ≥ ħ/2 and E ≥ m: no more than multiplied. */
const isMonomial = (side: Expr): boolean =>
  !some(side, ({ kind }) => !/^(?:num|constant|symbol|labelled|product|quotient)$/.test(kind));

const unrelated = "it relates what nothing given relates";

/** C_P − C_V beside nR, of which pV = nRT speaks: several names, and nothing speaks of any. */
const isNew = (
  names: ReadonlySet<Expr>,
  others: ReadonlySet<Expr>,
  spoken: ReadonlySet<Expr>,
): boolean => names.size > 1 && [...names].every((name) => !spoken.has(name) && !others.has(name));

/** p̂ = −iħ d/dx: how an operator acts in a representation. */
function represented(side: Expr, other: Expr): string | undefined {
  const head = side.kind === "labelled" || side.kind === "tensor" ? side.head : side;
  const isQuantised =
    head.kind === "symbol" && /^(?:momentum-operator|angular-momentum)$/.test(head.role ?? "");
  return isQuantised && some(other, isBareDerivative) ? `${printExpr(side)} is` : undefined;
}

/** dN/dt = −λN, iħ ∂ψ/∂t = Hψ: one derivative of a bare name, and none like it on the other side. */
function rateOf(side: Expr, other: Expr): string | undefined {
  if (
    side.kind === "primed" &&
    !some(other, (node) => node.kind === "primed" || node.kind === "derivative")
  )
    return "a derivative is";
  const rate = side.kind === "product" ? side.factors.at(-1) : side;
  if (rate?.kind !== "derivative" || !rate.operand) return undefined;
  const name = innermost(rate);
  if (!name || !isFree(name)) return undefined;
  if (side.kind === "product" && side.factors.slice(0, -1).some((part) => holdsDerivative(part)))
    return undefined;
  if (some(other, (node) => node.kind === "derivative" && isLike(node, rate, name)))
    return undefined;
  if (some(other, (node) => node.kind === "bracket" && isRateOf(node, name))) return undefined;
  return "a derivative is";
}

/** [∇, V] is what a derivative gives as well. */
const isRateOf = (node: Expr, name: Expr): boolean =>
  some(node, isBareDerivative) && some(node, (part) => part === name);

const holdsDerivative = (part: Expr): boolean => some(part, (node) => node.kind === "derivative");

/** Of the name alone by the same places, or of a product with it: the other side works the derivative out. */
const isLike = (one: Derivative, rate: Derivative, name: Expr): boolean =>
  innermost(one) === undefined
    ? some(one, (part) => part === name)
    : innermost(one) === name &&
      orderOf(one) === orderOf(rate) &&
      (variablesOf(one) === variablesOf(rate) || ![one, rate].every(isByVariable));

const isByVariable = ({ by }: Derivative): boolean => by.kind === "variable";

/** □, ∇² and ∂_μ∂^μ are of second order. */
function orderOf(node: Expr): number {
  if (node.kind !== "derivative") return 0;
  const times = node.order.kind === "num" ? Number(node.order.numerator) : 1;
  const each = node.by.kind === "laplacian" || node.by.kind === "dalembertian" ? 2 : 1;
  return times * each + (node.operand ? orderOf(node.operand) : 0);
}

/** The bare name under derivatives, with nothing else beside it; ∇ × (∇ × 𝐀) is no rate of change but a matter of computation. */
function innermost(node: Expr): Expr | undefined {
  if (node.kind !== "derivative") return nameOf(node);
  const { by, operand } = node;
  if (operand?.kind === "derivative" && isVectorial(by)) return undefined;
  return operand && innermost(operand);
}

const isVectorial = ({ kind }: By): boolean =>
  kind === "gradient" || kind === "divergence" || kind === "curl";

/** What a derivative is taken by, whatever the order of the places. */
function variablesOf(node: Expr): string {
  const found: string[] = [];
  for (let at: Expr | undefined = node; at?.kind === "derivative"; at = at.operand)
    found.push(`${wordOf(at.by)}^${at.order.kind === "num" ? at.order.numerator : "?"}`);
  return found.sort().join(" ");
}

const wordOf = (by: By): string => (by.kind === "variable" ? printExpr(by.variable) : by.kind);

/** V(r) = −e²/r, F[e^{−x²}](k) = …, [φ(x), φ(y)] = iΔ(x − y): a function at one argument, or multiples of it at bare places, and nowhere else. */
function calledOnce(side: Expr, other: Expr): string | undefined {
  const calls = (side.kind === "sum" ? side.terms : [side]).map(multiplied);
  const [head, ...more] = new Set(calls.map((node) => node?.head));
  if (head?.kind !== "symbol" || head.role || more.length > 0) return undefined;
  if (calls.length > 1 && !calls.every((node) => node?.args.every(isPlace))) return undefined;
  return some(other, (node) => node === head) ? undefined : `${head.name} is`;
}

/** The function in −f(x), if(x). */
function multiplied(term: Expr): Call | undefined {
  const factors = term.kind === "product" ? term.factors : [term];
  const last = factors.at(-1);
  return last?.kind === "call" && factors.slice(0, -1).every(isNumeral) ? last : undefined;
}

/** x, x − y. */
const isPlace = (node: Expr): boolean =>
  node.kind === "symbol" ||
  node.kind === "labelled" ||
  (node.kind === "sum" &&
    node.terms.length === 2 &&
    node.terms.every((term) => isPlace(withoutNumber(term))));

/** n² = 1, Tr ρ = 1, ⟨ψ|ψ⟩ = 1, RᵀR = 1: the size of one unknown thing. */
function normalised(side: Expr, other: Expr): string | undefined {
  const isOne = other.kind === "num" || (other.kind === "symbol" && other.role === "identity");
  if (!isOne) return undefined;
  if (side.kind === "sum" && other !== zero && areApart(side.terms)) return "a sum of squares is";
  if (side.kind === "trace") return isFree(side.operand) ? "a trace is" : undefined;
  const parts =
    side.kind === "product" && side.factors.length === 2
      ? side.factors
      : side.kind === "dot"
        ? [side.left, side.right]
        : [];
  const [a, b] = parts.map(bareOf);
  return a && a === b && isFree(a) ? "the size of something is" : undefined;
}

/** |α|² + |β|²: squares of different names. */
const areApart = (terms: readonly Expr[]): boolean => {
  const names = terms.map((term) => {
    if (term.kind !== "power" || term.exponent !== num(2)) return undefined;
    const { base } = term;
    const own = base.kind === "function" && base.name === "abs" ? base.args[0] : base;
    return own && isFree(own) ? own : undefined;
  });
  return !names.includes(undefined) && new Set(names).size === names.length;
};

/** A behind A†, |ψ⟩ behind ⟨ψ|. */
function bareOf(node: Expr): Expr | undefined {
  if (node.kind === "involution") return untouched(node);
  if (node.kind === "ket" || node.kind === "bra")
    return node.labels.length === 1 ? node.labels[0] : undefined;
  return node;
}

/** f(−x) = f(x): one function at two places. */
const isSymmetry = (left: Expr, right: Expr): boolean =>
  left.kind === "call" &&
  right.kind === "call" &&
  left.head === right.head &&
  isUndetermined(left) &&
  left !== right;

/** ψ(z + 1) = ψ(z) + 1/z. */
function recurs(side: Expr, other: Expr): boolean {
  const call = multiplied(side);
  return (
    call !== undefined &&
    isUndetermined(call) &&
    !some(other, ({ kind }) => /^(?:integral|series|limit|derivative|bar|order)$/.test(kind)) &&
    some(other, (node) => node.kind === "call" && node.head === call.head && node !== call) &&
    !some(other, (node) => node === call)
  );
}

/** g_{μν} = η_{μν} + h_{μν}. */
const isMetric = (side: Expr): boolean =>
  side.kind === "tensor" &&
  side.head.kind === "symbol" &&
  side.head.role === "metric" &&
  new Set(side.indices.map(({ name }) => name)).size > 1;

/** A† = A, F_{μν} = −F_{νμ}: one bare name, turned on one side. */
function turnedName(left: Expr, right: Expr): Expr | undefined {
  const [a, b] = [left, right].map((side) => untouched(withoutNumber(side)));
  const name = a && nameOf(a);
  if (!a || !b || !isBare(name)) return undefined;
  if (a.kind === "tensor" && b.kind === "tensor" && a !== b && a.head === b.head)
    return isNameOfField(name) ? undefined : name;
  return a === b && [left, right].some(isTurned) ? name : undefined;
}

/** F^{μν} changes its sign whoever writes it. */
const isNameOfField = (name: Expr | undefined): boolean =>
  name?.kind === "symbol" && name.name === "F";

const withoutNumber = (side: Expr): Expr =>
  side.kind === "product" && side.factors.length === 2 && side.factors[0]?.kind === "num"
    ? (side.factors[1] ?? side)
    : side;

const untouched = (node: Expr): Expr =>
  node.kind === "involution" ? untouched(node.operand) : node;

const isTurned = (side: Expr): boolean => withoutNumber(side).kind === "involution";

/** ∂_μ j^μ = 0, (□ + m²)φ = 0, [A, B] = 0, d² = 0: linear in bare names, or a bracket of two. */
function vanishing(side: Expr, other: Expr): string | undefined {
  if (other !== zero) return undefined;
  const terms = side.kind === "sum" ? side.terms : [side];
  const isRate = (node: Expr): boolean => node.kind === "derivative" && isBare(innermost(node));
  if (side.kind === "bracket" && isBare(nameOf(side.left)) && isBare(nameOf(side.right)))
    return "commutes";
  if (isTraceOfFamily(terms)) return "a trace is";
  if (terms.every((term) => isRate(term.kind === "product" ? (term.factors.at(-1) ?? term) : term)))
    return "a derivative is";
  const isNilpotent = side.kind === "power" && isBare(nameOf(side.base));
  return isNilpotent ||
    (side.kind === "product" && (actsOn(side) || annihilates(side))) ||
    isOverlap(side)
    ? "vanishes"
    : undefined;
}

/** Q_xx + Q_yy + Q_zz: members of one family with the same label twice. */
function isTraceOfFamily(terms: readonly Expr[]): boolean {
  const [first, ...others] = terms.map((term) =>
    term.kind === "labelled" && isDiagonal(term.labels) ? term.head : undefined,
  );
  return first !== undefined && others.length > 0 && others.every((head) => head === first);
}

const isDiagonal = ([one, ...others]: readonly Expr[]): boolean =>
  one?.kind === "num" && others.length === 0
    ? /^([1-9])\1$/.test(`${one.numerator}`)
    : others.length === 1 && others[0] === one;

/** T^{μν}F_{μν}, ε·k: bare names in contraction. */
const isOverlap = (side: Expr): boolean =>
  side.kind === "dot"
    ? isBare(nameOf(side.left)) && isBare(nameOf(side.right))
    : side.kind === "product" &&
      side.factors.length > 1 &&
      side.factors.every((factor) => isNamed(nameOf(factor)));

/** Whatever it is known for: F^{μν} stands for more than its symmetry. */
const isNamed = (name: Expr | undefined): boolean =>
  name?.kind === "symbol" && !["epsilon", "delta", "metric", "gamma"].includes(name.role ?? "");

/** (□ + m²)φ: a differential operator in front of a bare name. */
const actsOn = ({ factors }: Product): boolean =>
  isBare(nameOf(factors.at(-1) ?? zero)) &&
  factors.slice(0, -1).some((factor) => some(factor, isBareDerivative));

/** a_k|0⟩, Q|ψ⟩: bare names in front of a state. */
const annihilates = ({ factors }: Product): boolean =>
  factors.length > 1 &&
  factors.every((factor, n) =>
    n === factors.length - 1 ? factor.kind === "ket" : isBare(nameOf(factor)),
  );

/** |1,0⟩ = (|↑↓⟩ + |↓↑⟩)/√2: one state in terms of others, and nothing acts on them. */
function state(side: Expr, other: Expr): string | undefined {
  if (side.kind !== "ket" || !some(other, (node) => node.kind === "ket")) return undefined;
  if (some(other, (node) => node === side)) return undefined;
  return !some(other, isActing) || (hasOwnName(side) && some(other, isCreating))
    ? "a state is"
    : undefined;
}

/** |↑⟩ and |k⟩ are named where |0⟩ and |1⟩ are counted. */
const hasOwnName = ({ labels }: Ket): boolean => labels.every((label) => label.kind === "symbol");

const isCreating = (node: Expr): boolean =>
  node.kind === "involution" &&
  node.sort === "dagger" &&
  node.operand.kind === "symbol" &&
  /lowering$/.test(node.operand.role ?? "");

const isActing = (node: Expr): boolean =>
  node.kind === "bra" || (node.kind === "symbol" && /^(operator|matrix)$/.test(node.type));

/** H|ψ⟩ = E|ψ⟩: what nothing fixes acts on what stands on both sides. */
function eigenvalue(side: Expr, other: Expr): string | undefined {
  if (side.kind !== "product" || side.factors.length !== 2) return undefined;
  const [operator, state] = side.factors;
  const last = other.kind === "product" ? other.factors.at(-1) : other;
  return operator && state?.kind === "ket" && state === last && isBare(nameOf(operator))
    ? `${printExpr(operator)} does`
    : undefined;
}

const isBare = (name: Expr | undefined): boolean => name !== undefined && isFree(name);

/** The names and family members of a side that nothing fixes and no sum binds. */
function unknowns(side: Expr): ReadonlySet<Expr> {
  const found = new Set<Expr>();
  const visit = (node: Expr, bound: ReadonlySet<Expr>): void => {
    if (node.kind === "labelled" || node.kind === "symbol") {
      const name = nameOf(node);
      if (name && isFree(name) && !bound.has(name)) found.add(node);
      return;
    }
    const inner = new Set([...bound, ...boundBy(node)]);
    for (const part of children(node)) visit(part, inner);
  };
  visit(side, new Set());
  return found;
}

/** The name of what is written with indices, labels or arguments. */
function nameOf(node: Expr): Expr | undefined {
  switch (node.kind) {
    case "symbol":
      return node;
    case "tensor":
    case "labelled":
    case "primed":
    case "call":
      return nameOf(node.head);
    default:
      return undefined;
  }
}

const isFree = (node: Expr): boolean =>
  node.kind === "symbol" && (node.role === undefined || node.role === "coordinate");
