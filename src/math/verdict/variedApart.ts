/** Two integrals over fields of which nothing is known differ where they vary differently with a field, whatever the range and the boundary. */
import { acted } from "../expr/apply";
import { dot, product, sum, symbol, zero } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import { intern } from "../expr/intern";
import type { By, Expr, Sym } from "../expr/node";
import { factorsOf, isZero, letterOf, termsOf, typeOf } from "../expr/questions";
import { type Along, fieldsUnder, slopeByField, spelledOut } from "../expr/slopesByFields";
import { replace, some, symbolsOf, transform } from "../expr/walk";
import { equality } from "./equality";
import { partsOf } from "./facts";
import { type Integrands, integrands, reaches } from "./integrand";
import type { Differs } from "./outcome";
import type { Sides } from "./plusMinus";
import type { Ground } from "./sample";

/** δ/δφ of both sides where they differ for some field φ; what is not said to vary is tried as a constant and as a field. */
export function variedApart(
  { left, right }: Claim,
  { facts, ...ground }: Ground,
): Differs | undefined {
  const both = integrands(left, right);
  const varied = both && variations(both, facts);
  if (!varied) return undefined;
  const apart = (wide: boolean): Differs | undefined => {
    for (const { sides } of varied.slopes(wide)) {
      if (!sides) return undefined;
      const outcome = equality(...sides, { ...ground, facts });
      if (outcome.kind === "differs") return outcome;
      if (outcome.kind === "undecided") return undefined;
    }
    return undefined;
  };
  const still = apart(false);
  return still && varied.hasUnsaid ? apart(true) : still;
}

/** What the slopes by all fields together say: equal ones differ by what stands at the boundary only, where every term shows a field. */
export function variedAlike(both: Integrands, facts: readonly Fact[]): Sides | undefined {
  const varied = variations(both, facts);
  if (!varied?.isPolynomial) return undefined;
  const slopes = [...varied.slopes(true)];
  const weighed = slopes.map(({ field, sides }, n) => {
    const directed = [field, field.kind === "involution" ? field.operand : field].some(
      (one) => typeOf(one) === "three-vector",
    );
    const weight = symbol(`⟨δ${n}⟩`, directed ? "three-vector" : "scalar");
    const times = (side: Expr): Expr => (directed ? dot(weight, side) : product(weight, side));
    return sides?.map((side) => (isZero(side) ? zero : times(side)));
  });
  if (!weighed.every((one) => one !== undefined)) return undefined;
  const [left, right] = [0, 1].map((at) => {
    const parts = weighed.flatMap((one) => one[at] ?? []).filter((part) => !isZero(part));
    return parts.length > 0 ? sum(...parts) : zero;
  });

  return left && right ? [left, right] : undefined;
}

interface Varied {
  /** By each field, what is not said to vary taken as a field where `wide`. */
  slopes(wide: boolean): Generator<{ readonly field: Expr; readonly sides: Sides | undefined }>;
  /** Names that may be constants or fields. */
  readonly hasUnsaid: boolean;
  /** Every term has a field as a factor. */
  readonly isPolynomial: boolean;
}

function variations(both: Integrands, facts: readonly Fact[]): Varied | undefined {
  const { measures } = both;
  if (!measures.every(({ sort }) => sort === "plain" || sort === "volume")) return undefined;
  const written = [both.left, both.right].map((side) => transform(side, acted));
  const isReal = !written.some((side) => some(side, isConjugate));
  const places = measures.map(({ variable }) => variable);
  const [place, ...more] = places;
  const line = more.length === 0 && measures[0]?.power === undefined ? place : undefined;
  const sides = written.map((side) => spelledOut(side, line, isReal));
  if (!sides.every(isPlain) || written.some((side) => some(side, isElsewhere(places))))
    return undefined;
  const names = new Set(sides.flatMap((side) => [...symbolsOf(side)]));
  const fields = [...new Set(sides.flatMap((side) => fieldsUnder(side, places)))];
  const moving = new Set<Expr>(
    fields.flatMap((field) => [...symbolsOf(field)]).filter((name) => !isPlace(name, places)),
  );
  if ([...names].some(({ name }) => name.includes("′"))) return undefined;
  if (moving.size === 0 || facts.some(speaksOf(moving))) return undefined;
  const unsaid = [...names].filter(
    (name) => !moving.has(name) && !isPlace(name, places) && !isParameter(name),
  );
  const reach = (by: By): boolean => measures.some((measure) => reaches(measure, by));
  return {
    hasUnsaid: unsaid.length > 0,
    isPolynomial:
      !(isReal && written.some((side) => some(side, isMagnitude))) &&
      sides.every((side) =>
        termsOf(side).every((term) => isZero(term) || factorsOf(term).some(isOf(fields))),
      ),
    *slopes(wide) {
      const all = new Set<Expr>(wide ? [...moving, ...unsaid] : moving);
      const varies = (node: Expr): boolean => all.has(node) || isPlace(node, places);
      const along: Along = { reaches: reach, varies: (part) => some(part, varies) };
      for (const field of wide ? [...fields, ...unsaid] : fields) {
        const [a, b] = sides.map((side) => slopeByField(side, field, along));
        const told = a && b && ([a, b] as const).map((side) => toldToVary(side, all, places));
        yield { field, sides: told && [told[0] ?? zero, told[1] ?? zero] };
      }
    },
  };
}

/** f(ax), f(−x): what f is at another place varies with it as well. */
const isElsewhere =
  (places: readonly Expr[]) =>
  (node: Expr): boolean =>
    node.kind === "call" && !node.args.every((arg) => places.includes(arg));

const isConjugate = (node: Expr): boolean =>
  node.kind === "involution" && node.sort === "conjugate";

/** |ψ|: of a number, which may be complex. */
const isMagnitude = (node: Expr): boolean =>
  node.kind === "function" &&
  node.name === "abs" &&
  [...symbolsOf(node)].some(({ type }) => type !== "three-vector");

/** A field, or what is linear in one. */
const isOf =
  (fields: readonly Expr[]) =>
  (factor: Expr): boolean => {
    if (fields.includes(factor)) return true;
    const of = isOf(fields);
    switch (factor.kind) {
      case "derivative":
        return factor.operand !== undefined && of(factor.operand);
      case "power":
        return factor.exponent.kind === "num" && factor.exponent.numerator > 0n && of(factor.base);
      case "quotient":
        return of(factor.over);
      case "dot":
      case "cross":
        return of(factor.left) || of(factor.right);
      case "product":
        return factor.factors.some(of);
      case "sum":
        return factor.terms.every(of);
      default:
        return false;
    }
  };

/** φ for φ(x), where φ stands without its place. */
function toldToVary(side: Expr, names: ReadonlySet<Expr>, places: readonly Expr[]): Expr {
  const [place, ...more] = places;
  const isLine = place?.kind === "symbol" && place.type === "scalar" && more.length === 0;
  const along = isLine ? place.name : "x";
  return replace(
    side,
    new Map(
      [...symbolsOf(side)]
        .filter((one) => names.has(one) && !one.dependsOn && one.type !== "function")
        .map((one) => [one as Expr, intern({ ...one, dependsOn: [along] })]),
    ),
  );
}

const speaksOf =
  (names: ReadonlySet<Expr>) =>
  (fact: Fact): boolean =>
    partsOf(fact).some((part) => [...symbolsOf(part)].some((name) => names.has(name)));

/** What is integrated over, and coordinates by their letters. */
const isPlace = (node: Expr, places: readonly Expr[]): boolean =>
  node.kind === "symbol" &&
  (/^[xyzrtθφρ]$/u.test(letterOf(node)) ||
    places.some((place) => place.kind === "symbol" && letterOf(place) === letterOf(node)));

/** A name that stands for a constant. */
const isParameter = ({ role, type, domain, name }: Sym): boolean =>
  role !== undefined ||
  type === "label" ||
  (domain !== undefined && domain !== "complex") ||
  /^[mMgGeqckhNKħλΛκμαβγωΩεηνξσζpdDnl]$/u.test(name);

/** Made of numbers and vectors, without integrals of its own. */
const isPlain = (side: Expr): boolean =>
  !some(side, (node) =>
    node.kind === "symbol"
      ? node.grassmann === true || !plainTypes.has(node.type)
      : !plain.has(node.kind),
  );

const plainTypes: ReadonlySet<Sym["type"]> = new Set<Sym["type"]>([
  "scalar",
  "function",
  "three-vector",
  "four-vector",
  "label",
]);

const plain: ReadonlySet<Expr["kind"]> = new Set<Expr["kind"]>([
  "num",
  "constant",
  "sum",
  "product",
  "quotient",
  "power",
  "function",
  "call",
  "primed",
  "derivative",
  "dot",
  "cross",
  "involution",
  "labelled",
]);
