/** Coordinates with orthogonal directions of their own, as far as a formula tells them. */
import { func, one, product, symbol } from "../expr/build";
import type { Expr, Sym } from "../expr/node";
import { isNabla } from "../expr/questions";
import { nodes, some } from "../expr/walk";

export interface Chart {
  readonly name: string;
  readonly coordinates: readonly Sym[];
  /** Length of a step along each coordinate, over its change. */
  readonly scales: readonly Expr[];
}

/** Told by what is differentiated by, by the letters of components and of unit vectors; in space and in the plane where r and θ alone are written out. */
export function chartsOf(sides: readonly Expr[]): readonly Chart[] {
  if (!sides.some((side) => some(side, isNabla))) return [];
  const all = sides.flatMap((side) => [...nodes(side)]);
  const known = new Set(
    all.flatMap((node) =>
      node.kind === "symbol" && node.type === "scalar" && isCoordinate(node.name)
        ? [node.name]
        : [],
    ),
  );
  const run = new Set(all.flatMap(alongVariable));
  const shown = new Set(all.flatMap(ofFrame));
  const told = (name: string): Sym | undefined =>
    run.has(name) || shown.has(name) ? symbol(name) : undefined;
  const [polar] = all.flatMap(underTrigonometry);
  const [first, second, more] = [...new Set([...run, ...shown])].filter(isAngle);
  const radius = told("r");
  if (first && second && !more) {
    if (!radius || (shown.size === 0 && !(polar !== undefined && run.has(polar)))) return [];
    return [spherical(radius, polar ?? polarOf(first, second), [first, second])];
  }
  if (first && polar !== undefined && polar !== first && radius)
    return [spherical(radius, polar, [first, polar])];
  const turning = polar !== undefined && all.some((node) => isNabla(node) && some(node, isTurned));
  const angle = first ?? (turning ? polar : shown.has("ρ") ? "φ" : undefined);
  const azimuth = angle === undefined ? undefined : symbol(angle);
  const written = (name: string): Sym | undefined =>
    (shown.size > 0 || turning) && known.has(name) ? symbol(name) : undefined;
  const distance = told("ρ") ?? told("s") ?? radius ?? written("ρ") ?? written("r");
  if (!distance || !azimuth) return [];
  if ((shown.size > 0 || turning) && /^[θϑ]$/u.test(azimuth.name) && distance.name === "r")
    return all.some(isField)
      ? []
      : [spherical(distance, azimuth.name, [azimuth.name]), plane(distance, azimuth)];
  if (polar !== undefined) return [];
  const turns = all.some(makesVectors);
  const height = told("z") ?? (turns ? symbol("z") : undefined);
  return height
    ? [
        {
          name: "cylindrical coordinates",
          coordinates: [distance, azimuth, height],
          scales: [one, distance, one],
        },
      ]
    : [plane(distance, azimuth)];
}

const plane = (distance: Sym, azimuth: Sym): Chart => ({
  name: "plane polar coordinates",
  coordinates: [distance, azimuth],
  scales: [one, distance],
});

/** ∇×𝐀 and ∇²𝐀 have three components. */
const makesVectors = (node: Expr): boolean =>
  node.kind === "derivative" &&
  (node.by.kind === "curl" ||
    (node.by.kind === "laplacian" &&
      node.operand?.kind === "symbol" &&
      node.operand.type === "three-vector"));

const isTurned = (node: Expr): boolean => underTrigonometry(node).length > 0;

/** What may vary along every coordinate. */
const isField = (node: Expr): boolean =>
  node.kind === "symbol" &&
  node.dependsOn !== undefined &&
  !isCoordinate(node.name) &&
  unitAlong(node) === undefined;

function spherical(radius: Sym, polarName: string, angles: readonly string[]): Chart {
  const polar = symbol(polarName);
  const azimuth = symbol(angles.find((name) => name !== polarName) ?? "φ");
  return {
    name: "spherical coordinates",
    coordinates: [radius, polar, azimuth],
    scales: [one, radius, product(radius, func("sin", [polar]))],
  };
}

const polarOf = (first: string, second: string): string => (/^[θϑ]$/u.test(first) ? first : second);

const isAngle = (name: string): boolean => /^[θϑφϕ]$/u.test(name);
export const isCoordinate = (name: string): boolean => /^[rsρzθϑφϕ]$/u.test(name);

const alongVariable = (node: Expr): readonly string[] =>
  node.kind === "derivative" &&
  node.by.kind === "variable" &&
  node.by.variable.kind === "symbol" &&
  node.by.variable.type === "scalar"
    ? [node.by.variable.name]
    : [];

/** The θ of A_θ, of (∇×𝐀)_θ and of θ̂. */
function ofFrame(node: Expr): readonly string[] {
  const along = unitAlong(node);
  if (along !== undefined) return isCurved(along) ? [along] : [];
  const name = componentName(node);
  return name !== undefined && isCurved(name) ? [name] : [];
}

/** z belongs to Cartesian coordinates as well. */
const isCurved = (name: string): boolean => isCoordinate(name) && name !== "s";

/** The coordinate a unit vector points along. */
export function unitAlong(node: Expr): string | undefined {
  if (node.kind !== "symbol" || node.type !== "three-vector") return undefined;
  const plain = node.name.normalize("NFKD");
  const bare = plain.replace("\u0302", "");
  return plain !== bare && isCoordinate(bare) ? bare : undefined;
}

/** The letter of a component, of a vector or of what ∇ makes of one. */
export function componentName(node: Expr): string | undefined {
  if (node.kind === "tensor") return node.indices.length === 1 ? node.indices[0]?.name : undefined;
  const label =
    node.kind === "labelled" && node.labels.length === 1
      ? node.labels[0]
      : node.kind === "opaque" && node.what === "subscript"
        ? node.parts[1]
        : undefined;
  return label?.kind === "symbol" ? label.name : undefined;
}

const underTrigonometry = (node: Expr): readonly string[] =>
  node.kind === "function" &&
  /^(sin|cos|tan|cot)$/.test(node.name) &&
  node.args[0]?.kind === "symbol" &&
  isAngle(node.args[0].name)
    ? [node.args[0].name]
    : [];
