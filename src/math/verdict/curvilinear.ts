/** ∇ beside derivatives along r, θ, φ or ρ, φ, z: written out with the scale factors of those coordinates (Jackson, Classical Electrodynamics, inside back cover). */
import {
  derivative,
  func,
  minus,
  num,
  one,
  power,
  product,
  quotient,
  sum,
  symbol,
} from "../expr/build";
import type { Claim, Premise } from "../expr/claim";
import type { Expr, Sym } from "../expr/node";
import { isNabla, isVector } from "../expr/questions";
import { nodes, some, transform } from "../expr/walk";
import { mapFact } from "./facts";
import type { Written } from "./written";

interface Chart {
  readonly name: string;
  readonly coordinates: readonly Sym[];
  /** Length of a step along each coordinate, over its change. */
  readonly scales: readonly Expr[];
}

/** The claim with scalar Laplacians, divergences and components of curls written out; the coordinates are a convention. */
export function inCurvilinear(claim: Claim): Written {
  const spelled = {
    ...claim,
    left: byVariables(claim.left, claim),
    right: byVariables(claim.right, claim),
  };
  const chart = chartOf(spelled);
  if (!chart) return { claim, used: [] };
  const written = (side: Expr): Expr =>
    transform(side, (node) =>
      varying(writtenOut(node, chart) ?? componentOf(node, chart) ?? node, chart),
    );
  const [left, right] = [written(spelled.left), written(spelled.right)];
  const given = claim.given.map((premise) => ({
    ...premise,
    facts: premise.facts.map((fact) => mapFact(fact, (side) => written(byVariables(side, claim)))),
  }));
  return [left, right].some((side) => some(side, isNabla))
    ? { claim, used: [] }
    : { claim: { ...claim, left, right, given }, used: [premiseOf(chart)] };
}

/** ∂_ρ beside ρ itself is along the coordinate, not along an index; and what one differentiates by is no field. */
function byVariables(side: Expr, { left, right }: Claim): Expr {
  const all = [left, right].flatMap((one) => [...nodes(one)]);
  const named = new Set(all.flatMap((node) => (node.kind === "symbol" ? [node.name] : [])));
  const alongIndex = (node: Expr): string | undefined =>
    node.kind === "derivative" && node.by.kind === "index" && node.by.index.place === "down"
      ? node.by.index.name
      : undefined;
  const run = new Set(
    all.flatMap((node) =>
      node.kind === "derivative" && node.by.kind === "variable"
        ? (nameOf(node.by.variable) ?? [])
        : (alongIndex(node) ?? []),
    ),
  );
  return transform(side, (node) => {
    if (node.kind === "symbol" && node.type === "scalar" && run.has(node.name) && isLetter(node))
      return symbol(node.name);
    const name = alongIndex(node);
    return node.kind === "derivative" && name !== undefined && named.has(name)
      ? derivative(
          { kind: "variable", variable: symbol(name), style: "partial" },
          node.operand,
          node.order,
        )
      : node;
  });
}

const isLetter = ({ name }: Sym): boolean => /^[rsρzθϑφϕ]$/u.test(name);

/** ∇ that is not written out though the coordinates are no Cartesian ones. */
export const isCurvilinear = (claim: Claim): boolean =>
  chartOf({
    ...claim,
    left: byVariables(claim.left, claim),
    right: byVariables(claim.right, claim),
  }) !== undefined;

/** ∇²ψ beside ∂ψ/∂r alone: ψ may depend on nothing but the distance. */
export const isRadial = ({ left, right }: Claim): boolean =>
  [left, right].some((side) => some(side, isNabla)) &&
  [left, right].some((side) =>
    some(
      side,
      (node) =>
        node.kind === "derivative" &&
        node.by.kind === "variable" &&
        /^[rρ]$/u.test(nameOf(node.by.variable) ?? ""),
    ),
  );

function chartOf({ left, right }: Claim): Chart | undefined {
  if (![left, right].some((side) => some(side, isNabla))) return undefined;
  const all = [left, right].flatMap((side) => [...nodes(side)]);
  const along = new Map<string, Sym>();
  for (const node of all)
    if (node.kind === "derivative" && node.by.kind === "variable") {
      const { variable } = node.by;
      if (variable.kind === "symbol" && variable.type === "scalar")
        along.set(variable.name, variable);
    }
  const angles = [...along.values()].filter(({ name }) => /^[θϑφϕ]$/u.test(name));
  const polar = angles.find((angle) =>
    all.some(
      (node) =>
        node.kind === "function" && /^(sin|cos|tan|cot)$/.test(node.name) && node.args[0] === angle,
    ),
  );
  const others = angles.filter((angle) => angle !== polar);
  const [azimuth, more] = others;
  const radius = along.get("r");
  if (polar && azimuth && radius && !more)
    return {
      name: "spherical coordinates",
      coordinates: [radius, polar, azimuth],
      scales: [one, radius, product(radius, func("sin", [polar]))],
    };
  const distance = along.get("ρ") ?? along.get("s") ?? radius;
  if (polar || !distance || !azimuth || more) return undefined;
  const turns = all.some((node) => node.kind === "derivative" && node.by.kind === "curl");
  const height = along.get("z") ?? (turns ? symbol("z") : undefined);
  return height
    ? {
        name: "cylindrical coordinates",
        coordinates: [distance, azimuth, height],
        scales: [one, distance, one],
      }
    : {
        name: "plane polar coordinates",
        coordinates: [distance, azimuth],
        scales: [one, distance],
      };
}

const premiseOf = ({ name, coordinates }: Chart): Premise => ({
  id: "basis",
  name,
  latex: `(${coordinates.map((one) => one.name).join(",")})`,
  source: "convention",
  facts: [],
});

const along = (variable: Sym, operand: Expr): Expr =>
  derivative({ kind: "variable", variable, style: "partial" }, operand);

function writtenOut(node: Expr, chart: Chart): Expr | undefined {
  if (node.kind === "tensor" && node.head.kind === "derivative" && node.head.by.kind === "curl") {
    const at = placeOf(node.indices[0]?.name, chart);
    return at === undefined ? undefined : curl(node.head.operand, at, chart);
  }
  if (node.kind !== "derivative" || !node.operand || node.order !== one) return undefined;
  const { operand } = node;
  if (node.by.kind === "divergence") return divergence(operand, chart);
  if (node.by.kind === "laplacian" && !some(operand, isVector)) return laplacian(operand, chart);
  return undefined;
}

/** (1/H) Σ ∂_i (H/h_i² ∂_i f) with H the product of the scale factors. */
function laplacian(f: Expr, { coordinates, scales }: Chart): Expr {
  const volume = product(...scales);
  const terms = coordinates.map((variable, i) =>
    along(
      variable,
      product(quotient(volume, power(scales[i] as Expr, num(2))), along(variable, f)),
    ),
  );
  return quotient(sum(...terms), volume);
}

/** (1/H) Σ ∂_i (H/h_i A_i). */
function divergence(field: Expr, chart: Chart): Expr | undefined {
  const { coordinates, scales } = chart;
  if (field.kind !== "symbol") return undefined;
  const volume = product(...scales);
  const terms = coordinates.map((variable, i) =>
    along(variable, product(quotient(volume, scales[i] as Expr), part(field, variable, chart))),
  );
  return quotient(sum(...terms), volume);
}

/** (∇×A)_i = (∂_j(h_k A_k) − ∂_k(h_j A_j))/(h_j h_k). */
function curl(field: Expr | undefined, i: number, chart: Chart): Expr | undefined {
  const { coordinates, scales } = chart;
  if (field?.kind !== "symbol" || coordinates.length !== 3) return undefined;
  const [j, k] = [(i + 1) % 3, (i + 2) % 3];
  const turn = (a: number, b: number): Expr =>
    along(
      coordinates[a] as Sym,
      product(scales[b] as Expr, part(field, coordinates[b] as Sym, chart)),
    );
  return quotient(minus(turn(j, k), turn(k, j)), product(scales[j] as Expr, scales[k] as Expr));
}

/** A_θ as a name of its own. */
const part = (field: Sym, variable: Sym, chart: Chart): Expr =>
  symbol(`${field.name}_${variable.name}`, "scalar", { dependsOn: namesOf(chart) });

/** A_r, A_θ as they are written. */
function componentOf(node: Expr, chart: Chart): Expr | undefined {
  const [name, head] =
    node.kind === "tensor" && node.indices.length === 1
      ? [node.indices[0]?.name, node.head]
      : node.kind === "labelled" && node.labels.length === 1
        ? [nameOf(node.labels[0]), node.head]
        : [];
  const at = placeOf(name, chart);
  return at !== undefined && head?.kind === "symbol"
    ? part(head, chart.coordinates[at] as Sym, chart)
    : undefined;
}

/** Fields vary along all the coordinates. */
const varying = (node: Expr, chart: Chart): Expr =>
  node.kind === "symbol" && node.type === "scalar" && node.dependsOn?.includes("x")
    ? symbol(node.name, "scalar", { ...detailsOf(node), dependsOn: namesOf(chart) })
    : node;

const detailsOf = ({
  kind: _,
  name: __,
  type: ___,
  ...details
}: Sym): Omit<Sym, "kind" | "name" | "type"> => details;

const namesOf = ({ coordinates }: Chart): readonly string[] => coordinates.map(({ name }) => name);

const nameOf = (node: Expr | undefined): string | undefined =>
  node?.kind === "symbol" ? node.name : undefined;

function placeOf(name: string | undefined, { coordinates }: Chart): number | undefined {
  const at = coordinates.findIndex((one) => one.name === name);
  return at < 0 ? undefined : at;
}
