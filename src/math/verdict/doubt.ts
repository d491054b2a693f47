/** What keeps a difference from counting against the author: a name in two meanings, a state of unknown make, a head that is only introduced. */
import { isUnsaid } from "../evaluate/calculus/unsaid";
import { surveyed } from "../evaluate/survey";
import { lengths } from "../evaluate/tensor/lengths";
import { symbol, zero } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { Expr, Product, Sym } from "../expr/node";
import { printExpr } from "../expr/print";
import { isDifferential, isSpinor, isSpinorHead, numbersState } from "../expr/questions";
import { children, nodes, some, symbolsOf } from "../expr/walk";
import { isEquality } from "./comparison";
import { condition } from "./conditions";
import { isCovariant, isCurvature } from "./conventionsUsed";
import { isCurvilinear, isRadial } from "./curvilinear";
import { conjugatesNothing, inBothOrders, isExchange } from "./exchange";
import { equated, partsOf } from "./facts";
import { freeSymbols } from "./freeSymbols";
import { unmeasured } from "./measured";
import type { JudgeOptions } from "./options";
import { isOrbital } from "./orbital";
import { degreesOfFreedom } from "./phaseSpace";
import { property } from "./properties";
import { quoted } from "./quoted";
import { unsaidLength } from "./standstill";
import { mayBeSummed } from "./summedIndices";
import type { OpenReason } from "./verdict";

export interface Doubt {
  readonly why: OpenReason;
  readonly detail: string;
  /** Only the range of an integral is left unsaid. */
  readonly isOfRange?: boolean;
}

const ofUnsaidRange: Doubt = {
  why: "differs",
  detail: "nothing says over what is summed or integrated",
  isOfRange: true,
};

export function doubt(
  claim: Claim,
  facts: readonly Fact[],
  mode: JudgeOptions["mode"],
): Doubt | undefined {
  const written = [
    claim.left,
    claim.right,
    ...facts.filter((fact) => fact.kind !== "inequality" || fact.relation !== "≠").flatMap(partsOf),
  ];
  const clash = nameInTwoMeanings(written) ?? matrixAndVector(written) ?? familyAndVector(written);
  if (clash) return { why: "reading", detail: `${clash} stands for two things` };
  if (written.some((part) => some(part, isSpecialCase)))
    return { why: "beyond", detail: "cases that single out special values" };
  if (written.some((part) => some(part, isUnknownState)))
    return { why: "beyond", detail: "a state whose labels are expressions" };
  const still = [claim.left, claim.right].flatMap((side) => [...besideSpinors(side)]);
  const bare = still.find(isSpinorHead);
  if (bare) return { why: "beyond", detail: `the spinor ${bare.name} without its momentum` };
  if (written.some((part) => some(part, isVariation)))
    return { why: "beyond", detail: "δ may stand for a variation" };
  if (written.some((part) => some(part, isRepresentation)))
    return { why: "beyond", detail: "representations named by their dimension" };
  if (isCurvilinear(claim)) return { why: "beyond", detail: "∇ in curvilinear coordinates" };
  if (isRadial(claim))
    return { why: "differs", detail: "what ∇ acts on may depend on the distance alone" };
  if (isOrbital([claim.left, claim.right]))
    return { why: "differs", detail: "nothing says how L acts on x and p" };
  const said = property(claim);
  if (said) return { why: "differs", detail: said };
  if (isWrittenInBothOrders(claim))
    return { why: "reading", detail: "factors that are read as numbers stand in both orders" };
  if (mayBeSummed(claim)) return { why: "reading", detail: "a repeated label may be summed over" };
  if (isExchange(claim.left, claim.right))
    return { why: "reading", detail: "factors that change places are read as numbers" };
  if ([claim.left, claim.right].some(conjugatesNothing))
    return { why: "reading", detail: "what is conjugated is read as a number" };
  if (areFieldsExchanged(claim))
    return { why: "reading", detail: "fields that change places may anticommute" };
  if (isShift(claim))
    return { why: "reading", detail: "factors that change places are read as numbers" };
  if ([claim.left, claim.right].some((side) => some(side, isBracketOfPlaces)))
    return { why: "reading", detail: "the braces may be a Poisson bracket" };
  if ([claim.left, claim.right].some((side) => some(side, isPairOfColumns)))
    return { why: "reading", detail: "how the spinors are contracted is not written" };
  if (degreesOfFreedom([claim.left, claim.right], new Set()))
    return { why: "differs", detail: "nothing says what depends on the coordinates" };
  if (!facts.some(isOrdering) && leavesSourceOpen(claim, facts))
    return { why: "differs", detail: "nothing says whether the place of δ lies between the ends" };
  if (mode === "check" && some(claim.left, isCall) !== some(claim.right, isCall))
    return { why: "reading", detail: "a function by that name may be the author's own" };
  if (mode === "check" && isOfUnknownMetric(claim, facts))
    return { why: "differs", detail: "nothing says which metric this is" };
  if ([claim.left, claim.right].some((side) => some(side, isComponentAsPower)))
    return { why: "reading", detail: "a power may be a component" };
  if (isOfGauge(claim)) return { why: "reading", detail: "∇ may contain a gauge field" };
  if (facts.some(isMixedPair))
    return { why: "reading", detail: "x is an operator and p beside it is read as a number" };
  if ([claim.left, claim.right].some((side) => some(side, isHarmonicIntegral)))
    return { why: "reading", detail: "Y may be a spherical harmonic" };
  const derived = besideItsDerivative(claim);
  if (derived) return { why: "reading", detail: `${derived}′ may be a derivative` };
  const multiplied = calledAndMultiplied(claim);
  if (multiplied) return { why: "reading", detail: `${multiplied} is a function elsewhere` };
  if (unsaidLength([claim.left, claim.right], facts))
    return { why: "differs", detail: "r may be the length of a vector" };
  const counted = countedModulo(claim);
  if (counted) return { why: "reading", detail: `${counted} may be counted in turns` };
  const angle = angleOfNothing(claim, facts);
  if (angle) return { why: "differs", detail: `nothing says between what ${angle} is the angle` };
  const form = ofAnyDegree(written, facts);
  if (form) return { why: "differs", detail: `nothing says of which degree ${form} is` };
  if ([claim.left, claim.right].some(isSquareOfForm))
    return { why: "differs", detail: "nothing says whether the form has values that commute" };
  const idempotent = loneBase(claim.left);
  if (idempotent && idempotent === loneBase(claim.right))
    return { why: "differs", detail: `it says what ${nameKey(idempotent)} is` };
  const barred = besideItsConjugate(claim);
  if (barred) return { why: "reading", detail: `${barred} may be a complex conjugate` };
  if (isEitherSign(claim)) return { why: "differs", detail: "one sign or the other is meant" };
  const change = changeOfKnown(claim, facts);
  if (change) return { why: "differs", detail: `nothing says what ${change} is` };
  const measured = unmeasured([claim.left, claim.right].map((side) => quoted(side, facts)));
  if (measured) return { why: "differs", detail: measured };
  const component = componentName(claim);
  if (component !== undefined && !facts.some((fact) => isDefinitionOf(fact, component)))
    return { why: "differs", detail: `${component} may be the time component of a vector` };
  const size =
    [claim.left, claim.right].some((side) => some(side, isDeterminant)) && sizeIn(claim, facts);
  if (size) return { why: "beyond", detail: `matrices whose size may be ${size}` };
  const overlap = facts.some(relatesStates) ? undefined : numberedStates(written);
  if (overlap) return { why: "differs", detail: `nothing says how ${overlap} overlap` };
  const label = facts.some(namesState) ? undefined : numberedState([claim.left, claim.right]);
  if (label) return { why: "beyond", detail: `states labelled by the number ${label}` };
  if (sumsOnOneSide(claim, facts)) return ofUnsaidRange;
  const states = written.filter((part) => some(part, isState));
  if ([claim.left, claim.right, ...states].some((side) => some(side, isUnsaid)))
    return ofUnsaidRange;
  if (
    !surveyed(written, facts).given.forms &&
    [claim.left, claim.right].some((side) => some(side, isDifferential))
  )
    return { why: "differs", detail: "nothing says what the differentials are taken along" };
  if (!facts.some(isPartitionSum) && [claim.left, claim.right].some((s) => some(s, isMean)))
    return { why: "differs", detail: "nothing says over what is averaged" };
  if (
    written.some((part) => some(part, isStateless)) &&
    written.some((part) => some(part, isState))
  )
    return { why: "differs", detail: "nothing says in which state the average is taken" };
  const { hidden: unseen, words, anywhere } = surveyed([claim.left, claim.right], facts);
  if (anywhere !== undefined)
    return { why: "differs", detail: `nothing says what ${anywhere} acts on` };
  if (words?.uncertain)
    return { why: "differs", detail: `nothing says what ${words.uncertain} acts on` };
  if (words?.continuum?.unsaid) return { why: "differs", detail: words.continuum.unsaid };
  const [hidden] = unseen;
  if (hidden) return { why: "differs", detail: `nothing says what else ${hidden} depends on` };
  if (surveyed([claim.left, claim.right], facts).relatesConstants) return undefined;
  const says = condition(claim, facts);
  if (says) return { why: "differs", detail: says };
  const head = isEquality(claim.relation) ? introduced(claim, facts) : undefined;
  if (head) return { why: "differs", detail: `nothing given says what ${head} is` };
  return undefined;
}

const isOrdering = ({ kind }: Fact): boolean => kind === "inequality";

/** ∫_0^t dk δ(k − u): what it gives depends on where u lies; a positive u lies between 0 and ∞. */
function leavesSourceOpen({ left, right }: Claim, facts: readonly Fact[]): boolean {
  const integrals = [left, right].flatMap((side) =>
    [...nodes(side)].flatMap((node) => (node.kind === "integral" ? [node] : [])),
  );
  const bound = new Set(integrals.flatMap((one) => one.measures.map(({ variable }) => variable)));
  const isPositive = (name: Sym): boolean =>
    name.domain === "positive" ||
    facts.some(
      (fact) => fact.kind === "domain" && fact.domain === "positive" && fact.symbol === name,
    );
  const isPlaced = (delta: Expr, isFromZero: boolean): boolean =>
    !some(delta, (part) => part.kind === "labelled") &&
    [...freeSymbols(delta)].every((name) => bound.has(name) || (isFromZero && isPositive(name)));
  return integrals.some(({ measures, integrand }) => {
    const ends = measures.flatMap(({ lower, upper }) => [lower, upper]).filter(isBounded);
    if (ends.length === 0) return false;
    const isFromZero = ends.every((end) => end === zero);
    const isNumbered = ends.every((end) => end !== undefined && symbolsOf(end).size === 0);
    return some(
      integrand,
      (part) => isUnplacedSource(part) && !(isNumbered && isPlaced(part, isFromZero)),
    );
  });
}

const isBounded = (end: Expr | undefined): boolean =>
  end !== undefined && !some(end, (part) => part.kind === "constant" && part.name === "∞");

const isUnplacedSource = (node: Expr): boolean =>
  node.kind === "function" &&
  node.name === "δ" &&
  (freeSymbols(...node.args).size > 1 || some(node, (part) => part.kind === "labelled"));

/** θ₁θ₂ + θ₂θ₁ of what is read as numbers: nobody adds both orders of factors that commute. */
const isWrittenInBothOrders = ({ left, right }: Claim): boolean =>
  [left, right].some((side) => !inBothOrders(side).next().done);

/** ψψ: two columns in a row, and nothing that turns one of them. */
function isPairOfColumns(node: Expr): boolean {
  if (node.kind !== "product" || node.factors.some(({ kind }) => kind === "involution"))
    return false;
  const columns = node.factors.filter(isSpinor);
  const first = node.factors.findIndex(isSpinor);
  return columns.length > 1 || (first >= 0 && node.factors.slice(first + 1).some(isSpinMatrix));
}

/** σ^{μν}, γ^μ: what stands behind a column has another column to act on. */
const isSpinMatrix = (factor: Expr): boolean =>
  factor.kind === "tensor" &&
  factor.head.kind === "symbol" &&
  /^(?:sigma|gamma|pauli)/.test(factor.head.role ?? "");

/** (ψ̄₁γψ₂)(ψ̄₃γψ₄) = (ψ̄₁γψ₄)(ψ̄₃γψ₂): spinors that are no solutions, in another order. */
function areFieldsExchanged({ left, right }: Claim): boolean {
  const terms = [left, right].flatMap((side) => (side.kind === "sum" ? side.terms : [side]));
  const orders = terms
    .map((term) => [...nodes(term)].filter(isFieldOfSpinors))
    .filter((fields) => fields.length > 3);
  return orders.some((fields) => fields.some((field, at) => field !== orders[0]?.[at]));
}

const isFieldOfSpinors = (node: Expr): boolean =>
  node.kind === "labelled"
    ? isFieldOfSpinors(node.head)
    : node.kind === "symbol" && node.type === "spinor" && node.role === undefined;

/** a f(N) = f(N+1) a: a name that changes its place and changes a function on the way is no number. */
function isShift({ left, right }: Claim): boolean {
  if (left.kind !== "product" || right.kind !== "product") return false;
  const moved =
    left.factors[0] === right.factors.at(-1) || left.factors.at(-1) === right.factors[0];
  const heads = (side: Product) =>
    side.factors.flatMap((factor) => (factor.kind === "call" ? [factor.head] : []));
  const shared = heads(left).some((head) => heads(right).includes(head));
  return moved && shared && left.factors.length === right.factors.length;
}

/** {p, H}: nobody anticommutes what has a canonical commutator. */
const isBracketOfPlaces = (node: Expr): boolean =>
  node.kind === "bracket" &&
  node.sort === "anticommutator" &&
  [node.left, node.right].some((part) =>
    some(part, (one) => one.kind === "symbol" && canonical.has(one.role ?? "")),
  );

const canonical: ReadonlySet<string> = new Set(["position-operator", "momentum-operator"]);

/** The curvature of a particular metric may have any value; only what holds for all of them is known. */
const isOfUnknownMetric = ({ left, right }: Claim, facts: readonly Fact[]): boolean =>
  !facts.some((fact) => fact.kind === "line-element") &&
  [left, right].some((side) => some(side, isCurvature));

/** A∧A. */
const isSquareOfForm = (side: Expr): boolean =>
  side.kind === "wedge" && side.factors.every((factor) => factor === side.factors[0]);

/** A form whose degree neither the text nor the formula tells. */
const ofAnyDegree = (written: readonly Expr[], facts: readonly Fact[]): string | undefined =>
  [...(surveyed(written, facts).given.forms?.degrees ?? [])].find(
    ([, degree]) => degree === "any",
  )?.[0];

/** L_i = ε_{ijk} x_j p_k with one of the pair an operator. */
const isMixedPair = (fact: Fact): boolean =>
  fact.kind === "definition" &&
  some(fact.body, (node) => node.kind === "symbol" && node.role === "position-operator") &&
  some(fact.body, (node) => node.kind === "symbol" && node.role === undefined && node.name === "p");

/** ∫ dΩ |Y_{11}|². */
const isHarmonicIntegral = (node: Expr): boolean =>
  node.kind === "integral" &&
  some(node.integrand, (part) => part.kind === "labelled" && part.head.name === "Y");

/** J^{12} = −J^{21}. */
const isComponentAsPower = (node: Expr): boolean =>
  node.kind === "power" &&
  node.base.kind === "symbol" &&
  /^\p{Lu}$/u.test(node.base.name) &&
  node.exponent.kind === "num" &&
  /^[0-4][0-4]$/.test(`${node.exponent.numerator}`) &&
  node.exponent.denominator === 1n;

/** [∇_μ,∇_ν]φ = F_{μν}φ. */
const isOfGauge = ({ left, right }: Claim): boolean =>
  [left, right].some((side) => some(side, isCovariant)) &&
  [left, right].some((side) =>
    some(
      side,
      (node) =>
        node.kind === "symbol" && (node.role === "field-strength" || /^[AFW]$/.test(node.name)),
    ),
  );

/** J_n(a): a letter that names a function of its own in many papers. */
const isCall = (side: Expr): boolean =>
  side.kind === "function" && /^(?:bessel|legendre|hermite|laguerre)/.test(side.name);

/** P² = P: both sides are powers of one name. */
const loneBase = (side: Expr): Expr | undefined => {
  const base = side.kind === "power" ? side.base : side;
  return nameKey(base) === "" || (base.kind === "symbol" && isFixed(base)) ? undefined : base;
};

/** ψ(x + L) read as a product beside ψ(x). */
function calledAndMultiplied({ left, right }: Claim): string | undefined {
  const all = [left, right].flatMap((side) => [...nodes(side)]);
  const called = new Set(all.flatMap((node) => (node.kind === "call" ? [node.head] : [])));
  for (const node of all)
    if (node.kind === "product")
      for (const [at, factor] of node.factors.entries())
        if (node.factors[at + 1]?.kind === "sum" && called.has(headOf(factor)))
          return nameKey(headOf(factor));
  return undefined;
}

const headOf = (node: Expr): Expr => (node.kind === "call" ? node.head : node);

/** v′(x) beside v(x), read as two functions. */
function besideItsDerivative({ left, right }: Claim): string | undefined {
  const called = new Set(
    [left, right]
      .flatMap((side) => [...nodes(side)])
      .flatMap((node) => (node.kind === "call" ? [nameKey(node.head)] : [])),
  );
  return [...called].find((name) => name !== "" && called.has(`${name}′`));
}

/** z beside z̄; σ̄^μ beside σ^μ is a matrix of its own. */
function besideItsConjugate({ left, right }: Claim): string | undefined {
  const names = new Set(
    [left, right]
      .flatMap((side) => [...nodes(side)])
      .flatMap((node) =>
        node.kind === "symbol" && node.space !== "weyl" && !node.grassmann ? [node.name] : [],
      ),
  );
  return [...names].find((name) => {
    const base = name.normalize("NFD").replace("\u0304", "");
    return base !== name.normalize("NFD") && names.has(base.normalize("NFC"));
  });
}

/** δf of an f that is given, beside squares of other changes: how errors add up is not said. */
function changeOfKnown({ left, right }: Claim, facts: readonly Fact[]): string | undefined {
  const defined = new Set(
    facts.flatMap((fact) => (fact.kind === "definition" ? [nameKey(fact.head)] : [])),
  );
  const isSquared = (node: Expr): boolean =>
    node.kind === "power" && some(node.base, (part) => /^[δΔσ]./u.test(nameKey(part)));
  if (![left, right].every((side) => some(side, isSquared))) return undefined;
  const names = [left, right].flatMap((side) => [...nodes(side)].map(nameKey));
  return names.find(
    (name) => /^[δΔσ]./u.test(name) && defined.has(name.slice(1)) && !defined.has(name),
  );
}

/** x = ±a: the sign is free where the other side has none. */
const isEitherSign = ({ left, right }: Claim): boolean =>
  some(left, isSign) !== some(right, isSign);

const isSign = (node: Expr): boolean => node.kind === "plus-minus";

/** Et − p·x beside px: energy and time are what the four-vectors of the same letters hold. */
function componentName({ left, right }: Claim): string | undefined {
  const symbols = [left, right].flatMap((side) => [...besideSpinors(side)]);
  const names = (type: Sym["type"]) =>
    new Set(symbols.flatMap((s) => (s.type === type ? [s.name] : [])));
  const spatial = names("three-vector");
  if (![...names("four-vector")].some((name) => spatial.has(name))) return undefined;
  return [...names("scalar")].find((name) => /^[EωtεT]$/u.test(name));
}

const isDefinitionOf = (fact: Fact, name: string): boolean =>
  fact.kind === "definition" && nameKey(fact.head) === name;

/** The symbols but those that say which spinor is meant: u(p) has the energy of its momentum. */
function* besideSpinors(node: Expr): Generator<Sym> {
  if (node.kind === "symbol") yield node;
  else if (!(node.kind === "call" && isSpinorHead(node.head)))
    for (const part of children(node)) yield* besideSpinors(part);
}

/** A name that is a function here and a number there, or a vector of both kinds. */
function nameInTwoMeanings(written: readonly Expr[]): string | undefined {
  const meanings = new Map<string, string>();
  const { shownArguments } = surveyed(written, []);
  const isShortFor = (name: string) =>
    meanings.get(name) === "function" && shownArguments(symbol(name)) !== undefined;
  for (const { name, meaning } of written.flatMap((part) => [...uses(part)])) {
    if (isShortFor(name) || (meaning === "scalar" && isLength(name))) continue;
    const before = meanings.get(name);
    if (before !== undefined && before !== meaning && !mayShare(before, meaning)) return name;
    meanings.set(name, meaning);
  }
  return undefined;
}

/** Π^{μν} = (q²g^{μν} − q^μq^ν)Π(q²): a function is no trace of the tensor it belongs to. */
const mayShare = (one: string, other: string): boolean =>
  [one, other].includes("tensor") && [one, other].includes("function");

/** (1/N)∑_k e^{2πikn/N} = δ_{n,0}: n and n + N are one. */
function countedModulo({ left, right }: Claim): string | undefined {
  const all = [left, right].flatMap((side) => [...nodes(side)]);
  const labels = all.flatMap((node) =>
    node.kind === "labelled" && node.head.role === "delta" ? [...symbolsOf(node)] : [],
  );
  const ends = all.flatMap((node) =>
    node.kind === "series" && node.upper ? [...symbolsOf(node.upper)] : [],
  );
  const turn = all.find(
    (node) =>
      node.kind === "power" &&
      node.base.kind === "constant" &&
      ends.some((end) => symbolsOf(node.exponent).has(end)) &&
      labels.some((label) => symbolsOf(node.exponent).has(label)),
  );
  return turn?.kind === "power"
    ? labels.find((label) => symbolsOf(turn.exponent).has(label))?.name
    : undefined;
}

/** q² = 2p²(1 − cos θ) beside 𝐪 = 𝐩 − 𝐩′: an angle of vectors that is not said. */
function angleOfNothing(claim: Claim, facts: readonly Fact[]): string | undefined {
  const sides = [claim.left, claim.right].flatMap((side) => [...nodes(side)]);
  const told = facts.flatMap(partsOf).flatMap((part) => [...nodes(part)]);
  const isOfVectors = [...sides, ...told].some(
    (node) => node.kind === "symbol" && node.type === "three-vector" && node.role === undefined,
  );
  if (!isOfVectors || sides.some(({ kind }) => kind === "derivative" || kind === "integral"))
    return undefined;
  for (const node of sides) {
    if (node.kind !== "function" || !/^(?:sin|cos)$/.test(node.name)) continue;
    for (const name of freeSymbols(node))
      if (/^[θϑχΘ]′?$/u.test(name.name) && !told.includes(name)) return name.name;
  }
  return undefined;
}

/** γ^μ beside γ^{μ+}, J_+ beside 𝐉²: a matrix of its own and, with other scripts, a vector. */
function matrixAndVector(written: readonly Expr[]): string | undefined {
  const symbols = written
    .flatMap((part) => [...nodes(part)])
    .filter((node) => node.kind === "symbol");
  const matrices = new Set(
    symbols.flatMap((s) =>
      (s.type === "matrix" || s.type === "operator") && s.role !== undefined ? [s.name] : [],
    ),
  );
  return symbols.find(
    ({ name, type, role }) =>
      (type === "four-vector" || (type === "three-vector" && role === undefined)) &&
      matrices.has(name),
  )?.name;
}

/** x_kx_k read as members of a family beside the components x_i of a vector. */
function familyAndVector(written: readonly Expr[]): string | undefined {
  const all = written.flatMap((part) => [...nodes(part)]);
  const vectors = new Set(
    all.flatMap((node) =>
      node.kind === "tensor" && node.head.kind === "symbol" && node.head.type === "three-vector"
        ? [node.head.name]
        : [],
    ),
  );
  const family = all.find(
    (node) =>
      node.kind === "labelled" &&
      vectors.has(node.head.name) &&
      node.labels.some((label) => label.kind === "symbol" && /^[i-n]$/.test(label.name)),
  );
  return family && nameKey(family);
}

/** r beside 𝐫 is its length. */
const isLength = (name: string): boolean => lengths.test(name);

function* uses(node: Expr): Generator<{ readonly name: string; readonly meaning: string }> {
  if (node.kind === "call" && node.head.kind === "symbol") {
    if (!isFixed(node.head)) yield { name: node.head.name, meaning: "function" };
    for (const argument of node.args) yield* uses(argument);
    return;
  }
  if (node.kind === "labelled") {
    if (node.labels.some((label) => label.kind === "constant" && label.name === "i"))
      yield { name: "i", meaning: "label" };
    if (!isFixed(node.head)) yield { name: `${node.head.name}_`, meaning: sortOf(node.head) };
    return;
  }
  if (node.kind === "ket" || node.kind === "bra") return;
  if (node.kind === "constant" && node.name === "i") yield { name: "i", meaning: "number" };
  if (node.kind === "symbol" && !isFixed(node)) yield { name: node.name, meaning: sortOf(node) };
  for (const part of children(node)) yield* uses(part);
}

/** A vector of spacetime and its spatial part share their name; so do a number and a label. */
function sortOf({ type, role }: Sym): string {
  const sort =
    type === "four-vector" || type === "three-vector"
      ? "vector"
      : type === "label"
        ? "scalar"
        : type;
  return role ? `${role} ${sort}` : sort;
}

/** Notions with an algebra of their own share letters: γ^μ and γ⁵, R_{μν} and R. */
const isFixed = ({ role }: Sym): boolean =>
  role !== undefined && role !== "coordinate" && role !== "polarisation";

/** det and Tr 1 know the size of a matrix, which a letter of the claim may stand for. */
const isDeterminant = (node: Expr): boolean =>
  (node.kind === "function" &&
    node.name === "det" &&
    node.args.some((argument) => some(argument, isOperator))) ||
  (node.kind === "trace" && node.operand.kind === "symbol" && node.operand.role === "identity");

const sizeIn = (claim: Claim, facts: readonly Fact[]): string | undefined =>
  [...freeSymbols(claim.left, claim.right)].find(
    (s) =>
      /^[nNdD]$/.test(s.name) &&
      s.role === undefined &&
      !facts.some(
        (fact) =>
          fact.kind === "property" &&
          fact.property === "size" &&
          nameKey(fact.of[0] ?? s) === s.name,
      ),
  )?.name;

/** ⟨E⟩ of numbers, in no state that is named. */
const isMean = (node: Expr): boolean =>
  node.kind === "expectation" && !node.state && !some(node.operand, isOperator);

const isStateless = (node: Expr): boolean => node.kind === "expectation" && !node.state;
const isState = (node: Expr): boolean => node.kind === "bra" || node.kind === "ket";

const isPartitionSum = (fact: Fact): boolean =>
  fact.kind === "definition" && fact.body.kind === "series";

/** Generic samples never meet the branch for equal values. */
const isSpecialCase = (node: Expr): boolean =>
  node.kind === "cases" &&
  node.branches.some(
    ({ condition }) => condition && !["<", "≤", ">", "≥"].includes(condition.relation),
  );

const isUnknownState = (node: Expr): boolean =>
  (node.kind === "ket" || node.kind === "bra") && node.labels.some(isComposite);

/** δ g^{αβ}: a bare δ straight before what varies. */
const isVariation = (node: Expr): boolean =>
  node.kind === "product" &&
  node.factors.some((factor, at) => {
    const next = node.factors[at + 1];
    return factor.kind === "symbol" && factor.name === "δ" && next !== undefined && varies(next);
  });

const varies = (node: Expr): boolean =>
  node.kind === "tensor" || node.kind === "call" || (node.kind === "symbol" && !isFixed(node));

/** 3 ⊗ 3̄: numbers are no states. */
const isRepresentation = (node: Expr): boolean =>
  node.kind === "tensor-product" &&
  node.factors.some((factor) => !some(factor, (part) => part.kind === "symbol"));

/** U ψ inside a ket: an action nobody has spelled out. */
const isComposite = (label: Expr): boolean =>
  label.kind === "product" && label.factors.filter((factor) => factor.kind !== "num").length > 1;

const isOperator = (node: Expr): boolean =>
  node.kind === "symbol" && (node.type === "operator" || node.type === "matrix");

/** A premise says which state is meant. */
const namesState = (fact: Fact): boolean =>
  (fact.kind === "definition" && fact.head.kind === "ket") ||
  (fact.kind === "constraint" && some(fact.left, (node) => node.kind === "ket"));

const relatesStates = (fact: Fact): boolean =>
  (fact.kind === "constraint" || (fact.kind === "property" && fact.property === "orthonormal")) &&
  partsOf(fact).some((part) => some(part, isState));

/** |0⟩ beside |1⟩, |↑⟩ beside |↓⟩: everybody takes them as orthonormal, and no algebra here does. */
function numberedStates(written: readonly Expr[]): string | undefined {
  const all = written.flatMap((part) => [...nodes(part)]);
  if (all.some((node) => node.kind === "symbol" && node.role !== undefined && isOperator(node)))
    return undefined;
  const labels = new Set(
    all.flatMap((node) => {
      const [label, ...others] = node.kind === "ket" || node.kind === "bra" ? node.labels : [];
      return label && others.length === 0 && isDefinite(label) ? [label] : [];
    }),
  );
  const [one, other] = labels;
  return one && other ? `|${printExpr(one)}⟩ and |${printExpr(other)}⟩` : undefined;
}

const isDefinite = (label: Expr): boolean =>
  label.kind === "num" ||
  numbersState(label) ||
  (label.kind === "symbol" && /^[↑↓+−-]$/u.test(label.name));

/** |α⟩ with α a number of the claim, and no algebra in sight that says which state that is. */
function numberedState(sides: readonly Expr[]): string | undefined {
  if (
    sides.some((side) =>
      some(side, (node) => node.kind === "symbol" && node.role !== undefined && isOperator(node)),
    )
  )
    return undefined;
  const labels = new Set<Expr>();
  const numbers = new Set<Expr>();
  const visit = (node: Expr): void => {
    if (node.kind === "ket" || node.kind === "bra")
      for (const label of node.labels) labels.add(label);
    else if (node.kind === "symbol") numbers.add(node);
    else for (const part of children(node)) visit(part);
  };
  for (const side of sides) visit(side);
  for (const label of labels) if (label.kind === "symbol" && numbers.has(label)) return label.name;
  return undefined;
}

/** A lone name on one side that the other side and the premises leave undetermined. */
function introduced({ left, right }: Claim, facts: readonly Fact[]): string | undefined {
  const curved = facts.some((fact) => fact.kind === "line-element");
  for (const [head, body] of [
    [left, right],
    [right, left],
  ] as const) {
    const name = loneName(head, facts);
    if (curved && name?.kind === "symbol" && name.name === "R") continue;
    if (name && ![...nodes(body)].includes(name)) return nameKey(name);
  }
  return undefined;
}

/** The one unknown a side consists of, through definitions: s, a₀, E in s = E². */
function loneName(side: Expr, facts: readonly Fact[], depth = 0): Expr | undefined {
  const named = side.kind === "power" && depth > 0 ? side.base : side;
  const head = named.kind === "tensor" ? named.head : named;
  if (head.kind !== "symbol" && head.kind !== "labelled") return undefined;
  if ((head.kind === "symbol" ? head : head.head).role !== undefined) return undefined;
  const given = facts.filter((fact) =>
    equated(fact)?.some((part) => [...nodes(part)].includes(head)),
  );
  if (given.length === 0) return head;
  const [only] = given;
  if (depth > 2 || given.length > 1 || only?.kind !== "definition" || only.head !== named)
    return undefined;
  return loneName(
    only.body,
    facts.filter((fact) => fact !== only),
    depth + 1,
  );
}

const nameKey = (node: Expr): string =>
  node.kind === "symbol" ? node.name : node.kind === "labelled" ? node.head.name : "";

/** S = −k ∑_i p_i ln p_i on one side, and so many terms of it on the other. */
function sumsOnOneSide({ left, right }: Claim, facts: readonly Fact[]): boolean {
  const bodies = new Map<Expr, Expr>();
  for (const fact of facts) if (fact.kind === "definition") bodies.set(fact.head, fact.body);
  const reaches = (side: Expr, depth = 3): boolean =>
    some(side, isUnsaid) ||
    (depth > 0 &&
      [...nodes(side)].some((node) => {
        const body = bodies.get(node);
        return body !== undefined && reaches(body, depth - 1);
      }));
  const averages = [left, right].some((side) => some(side, ({ kind }) => kind === "expectation"));
  return !averages && reaches(left) !== reaches(right);
}
