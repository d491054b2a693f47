/** r̂, θ̂, φ̂ and ρ̂ turn from place to place: written out along the axes they turn against. */
import { func, minusOne, one, product, sum, symbol, tuple, zero } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { Expr, Sym } from "../expr/node";
import { isNabla } from "../expr/questions";
import { nodes, replace, some } from "../expr/walk";
import { unitAlong } from "./chart";
import { equated, mapClaim, partsOf, withoutFacts } from "./facts";
import { basis, type Written } from "./written";

type Vector = readonly [Expr, Expr, Expr];

/** The claim in each frame its unit vectors may belong to; the frame is a convention. */
export function withTurningUnits(claim: Claim): readonly Written[] {
  const sides = [claim.left, claim.right];
  const told = claim.given
    .flatMap(({ facts }) => facts)
    .flatMap((fact) => (fact.kind === "definition" ? [fact.body] : []));
  const all = [...sides, ...told].flatMap((side) => [...nodes(side)]);
  const units = all.filter((node): node is Sym => axisOf(node) !== undefined);
  const named = new Set(units.flatMap((unit) => axisOf(unit) ?? []));
  const turns =
    ["θ", "φ", "ρ"].some((name) => named.has(name)) ||
    (named.has("r") && (named.has("x") || all.some(isRateOfAngle)));
  const isDerived = [...sides, ...told].some((side) => some(side, isNabla));
  if (!turns || isDerived || isSpokenOf(units, claim)) return [{ claim, used: [] }];
  const scalars = new Map(
    all.flatMap((node) =>
      node.kind === "symbol" && node.type === "scalar" ? [[plain(node.name), node] as const] : [],
    ),
  );
  const of = (name: string): Expr => scalars.get(name) ?? symbol(name);
  const isFlat = claim.given.some(({ facts }) => facts.some(isOfFrame));
  const frames = framesOf(named, isFlat, (name) => scalars.has(name), of).filter(({ vectors }) =>
    [...named].every((name) => vectors.has(name)),
  );
  return frames.length > 0
    ? frames.map((frame) => inFrame(claim, all, frame))
    : [{ claim, used: [] }];
}

function inFrame(claim: Claim, all: readonly Expr[], frame: Frame): Written {
  const by = new Map<Expr, Expr>();
  for (const node of all) {
    const vector = frame.vectors.get(axisOf(node) ?? "");
    if (vector) by.set(node, tuple(...vector));
  }
  for (const node of all)
    if (node.kind === "symbol" && node.type === "three-vector" && plain(node.name) === "r")
      by.set(node, tuple(...frame.place));
  const known = withoutFacts(claim, isOfFrame);
  return {
    claim: mapClaim(known, (part) => replace(part, by)),
    used: [basis(frame.name, frame.latex)],
  };
}

interface Frame {
  readonly name: string;
  readonly latex: string;
  readonly vectors: ReadonlyMap<string, Vector>;
  readonly place: Vector;
}

/** Spherical coordinates where both angles occur, cylindrical ones beside ρ, else those of the plane; θ̂ beside ẑ may be of either. */
function framesOf(
  named: ReadonlySet<string>,
  isFlat: boolean,
  occurs: (name: string) => boolean,
  of: (name: string) => Expr,
): readonly Frame[] {
  const seen = (name: string): boolean => named.has(name) || occurs(name);
  const height = named.has("z") && !isFlat ? of("z") : zero;
  const inSpace = spherical(of("r"), of("θ"), of("φ"));
  if (named.has("ρ")) return [cylindrical("ρ", "φ", of("ρ"), of("φ"), of("z"))];
  if (seen("θ") && seen("φ")) return [inSpace];
  if (!seen("θ")) return [cylindrical("r", "φ", of("r"), of("φ"), height)];
  const around = cylindrical("r", "θ", of("r"), of("θ"), height);
  return named.has("z") ? [inSpace, around] : [around];
}

const cos = (angle: Expr): Expr => func("cos", [angle]);
const sin = (angle: Expr): Expr => func("sin", [angle]);
const minus = (part: Expr): Expr => product(minusOne, part);
const axes: readonly (readonly [string, Vector])[] = [
  ["x", [one, zero, zero]],
  ["y", [zero, one, zero]],
  ["z", [zero, zero, one]],
];

function spherical(r: Expr, polar: Expr, azimuth: Expr): Frame {
  const radial: Vector = [
    product(sin(polar), cos(azimuth)),
    product(sin(polar), sin(azimuth)),
    cos(polar),
  ];
  return {
    name: "spherical coordinates",
    latex: "(r,\\theta,\\phi)",
    vectors: new Map([
      ...axes,
      ["r", radial],
      [
        "θ",
        [product(cos(polar), cos(azimuth)), product(cos(polar), sin(azimuth)), minus(sin(polar))],
      ],
      ["φ", [minus(sin(azimuth)), cos(azimuth), zero]],
    ]),
    place: [product(r, radial[0]), product(r, radial[1]), product(r, radial[2])],
  };
}

function cylindrical(
  outward: string,
  around: string,
  distance: Expr,
  angle: Expr,
  height: Expr,
): Frame {
  return {
    name: height === zero ? "plane polar coordinates" : "cylindrical coordinates",
    latex: height === zero ? `(${outward},${around})` : `(${outward},${around},z)`,
    vectors: new Map([
      ...axes,
      [outward, [cos(angle), sin(angle), zero]],
      [around, [minus(sin(angle)), cos(angle), zero]],
    ]),
    place: [product(distance, cos(angle)), product(distance, sin(angle)), sum(height)],
  };
}

const plain = (name: string): string => name.normalize("NFKD").replace("ϕ", "φ").replace("ϑ", "θ");

/** The letter of a unit vector of any of these frames. */
function axisOf(node: Expr): string | undefined {
  if (node.kind !== "symbol" || node.type !== "three-vector") return undefined;
  const along = unitAlong(node) ?? /^([xy])\u0302$/.exec(node.name.normalize("NFKD"))?.[1];
  return along === undefined ? undefined : plain(along);
}

/** θ̇, φ̇. */
const isRateOfAngle = (node: Expr): boolean =>
  node.kind === "derivative" &&
  node.operand?.kind === "symbol" &&
  /^[θφ]$/u.test(plain(node.operand.name));

/** Something is said of the directions that these frames do not say themselves. */
const isSpokenOf = (units: readonly Sym[], { given }: Claim): boolean =>
  given.some(({ facts }) =>
    facts.some(
      (fact) =>
        !isOfFrame(fact) &&
        !(fact.kind === "definition" && axisOf(fact.head) === undefined) &&
        partsOf(fact).some((part) =>
          [...nodes(part)].some((node) => units.some((u) => u === node)),
        ),
    ),
  );

/** 𝐫 = r𝐫̂, d𝐫̂/dt = θ̇θ̂: what every such frame says. */
function isOfFrame(fact: Fact): boolean {
  const [left, right] = equated(fact) ?? [];
  if (!left || !right) return false;
  const isPlace =
    left.kind === "symbol" && left.type === "three-vector" && plain(left.name) === "r";
  const turns = left.kind === "derivative" && left.operand && axisOf(left.operand) !== undefined;
  return (isPlace || turns === true) && some(right, (node) => axisOf(node) !== undefined);
}
