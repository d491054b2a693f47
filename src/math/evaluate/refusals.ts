/** What the formulas say together that no representation here keeps: better no value than a wrong one. */

import type { Expr } from "../expr/node";
import { indicesOn } from "../expr/questions";
import { nodes as walk } from "../expr/walk";
import { otherForms } from "./forms/plan";
import type { Given } from "./given";
import { headKey } from "./given";
import { parts } from "./parts";
import { operatorSpace, spaceByName } from "./spaces";
import { otherGeometry } from "./tensor/geometry";

export interface Seen {
  readonly exprs: readonly Expr[];
  readonly nodes: ReadonlySet<Expr>;
  readonly given: Given;
  readonly spaces: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  readonly canonical: readonly Expr[];
  /** Operators and Grassmann numbers are read as words, in which order counts. */
  readonly words: boolean;
}

/** The construct that stands in the way, in words; undefined where nothing does. */
export const refusal = (seen: Seen): string | undefined =>
  relatedOperators(seen) ??
  unplacedOperator(seen) ??
  rotatedPlaces(seen) ??
  lorentzGenerator(seen) ??
  exchangedFermions(seen) ??
  otherCoordinates(seen) ??
  namedComponent(seen) ??
  variation(seen) ??
  littleO(seen) ??
  unsaidCovariant(seen) ??
  curvedSpinors(seen) ??
  otherGeometry(seen.nodes, seen.given) ??
  otherForms(seen.nodes, seen.given.forms);

const modes = [
  "lowering",
  "number-operator",
  "position-operator",
  "momentum-operator",
  "fermion-lowering",
];

/** x̂ beside a without a premise that writes one with the other. */
function relatedOperators({ nodes, roles, given }: Seen): string | undefined {
  if (!roles.has("lowering")) return undefined;
  for (const node of nodes)
    if (
      node.kind === "symbol" &&
      (node.role === "position-operator" || node.role === "momentum-operator") &&
      !given.definitions.has(headKey(node) ?? "")
    )
      return `${node.name}, which no premise writes with ladder operators`;
  return undefined;
}

/** An operator without a space of its own must not be taken to commute with everything that has one. */
function unplacedOperator(seen: Seen): string | undefined {
  const { spaces, roles, words } = seen;
  const among = words ? placedIn(spaces).length > 0 : modes.some((role) => roles.has(role));
  const name = among ? unplaced(seen) : undefined;
  return name === undefined
    ? undefined
    : `the operator ${name}, of which it is not said what it acts on`;
}

/** Spaces that notions and names bring along; a matrix written out is where everything lives. */
const placedIn = (spaces: ReadonlySet<string>): readonly string[] =>
  [...spaces].filter((space) => space !== operatorSpace && !/^\d+×\d+$/.test(space));

/** An operator of which nothing says where it acts. */
function unplaced({ nodes, given }: Pick<Seen, "nodes" | "given">): string | undefined {
  const defined = new Set([...given.definitions.keys()].map((key) => key.split(" ")[1]));
  for (const node of nodes)
    if (
      node.kind === "symbol" &&
      node.role === undefined &&
      (node.type === "operator" || node.type === "matrix") &&
      spaceByName(node) === operatorSpace &&
      !defined.has(node.name)
    )
      return node.name;
  return undefined;
}

/** An operator that may act in every space the formulas have. */
export const actsAnywhere = (seen: Pick<Seen, "nodes" | "given" | "spaces">): string | undefined =>
  placedIn(seen.spaces).length > 0 ? unplaced(seen) : undefined;

/** L_z = −iħ ∂_φ: matrices of a spin do not act on places. */
function rotatedPlaces({ nodes, roles }: Seen): string | undefined {
  if (!roles.has("angular-momentum")) return undefined;
  for (const node of nodes)
    if (node.kind === "derivative" && !node.operand) return "angular momentum beside derivatives";
  return undefined;
}

/** J^{μν}: the angular momenta of space have one index. */
function lorentzGenerator({ nodes, roles }: Seen): string | undefined {
  if (!roles.has("angular-momentum")) return undefined;
  for (const node of nodes)
    if (
      node.kind === "tensor" &&
      node.indices.length > 1 &&
      node.head.kind === "symbol" &&
      node.head.role === "angular-momentum"
    )
      return `${node.head.name} with two indices`;
  return undefined;
}

/** T^θ_θ is one component and no trace; which one only a line element says. */
function namedComponent({ nodes, given }: Seen): string | undefined {
  if (given.lineElement) return undefined;
  for (const node of nodes)
    for (const index of indicesOn(node))
      if (index.space === "lorentz" && index.value === undefined && charted.test(index.name))
        return `a component along ${index.name}`;
  return undefined;
}

const charted = /^[trxyzuvθφϕϑχ]$/u;

/** o(ε) stands for something else each time. */
function littleO({ nodes }: Seen): string | undefined {
  for (const node of nodes)
    if (node.kind === "call" && node.head.kind === "symbol" && node.head.name === "o")
      return "a remainder o(…)";
  return undefined;
}

/** δ_ε φ: no factor but a change of what stands behind it. */
function variation({ nodes }: Seen): string | undefined {
  for (const node of nodes)
    if (
      node.kind === "product" &&
      node.factors.some((factor, at) => isVariationSign(factor) && isField(node.factors[at + 1]))
    )
      return "a variation by δ";
  const heights = new Set([...nodes].flatMap(heightsOfVaried));
  return heights.size > 1 ? "the metric and its inverse, both varied" : undefined;
}

/** δg^{μν} is what the inverse varies by, and not δg_{μν} with its indices raised. */
const heightsOfVaried = (node: Expr): readonly string[] =>
  node.kind === "tensor" && node.head.kind === "symbol" && node.head.name === "δg"
    ? node.indices.map(({ place }) => place)
    : [];

/** D_μ among several fields: how it shares itself among them only its definition says. */
function unsaidCovariant({ nodes, given }: Seen): string | undefined {
  for (const node of nodes) {
    if (node.kind !== "product") continue;
    const at = node.factors.findIndex((factor) => isCovariant(factor, given));
    if (at < 0) continue;
    const fields = node.factors.filter((factor) => !isOperatorOrNumber(factor));
    if (fields.length > 1 || node.factors.slice(0, at).some((factor) => fields.includes(factor)))
      return "a covariant derivative, of which it is not said how it acts";
  }
  return undefined;
}

const isCovariant = (factor: Expr, given: Given): boolean =>
  factor.kind === "tensor" &&
  factor.head.kind === "symbol" &&
  factor.head.type === "operator" &&
  factor.head.name === "D" &&
  !given.definitions.has(headKey(factor) ?? "");

const isOperatorOrNumber = (factor: Expr): boolean =>
  ![...walk(factor)].some(
    (part) =>
      part.kind === "symbol" &&
      part.type !== "operator" &&
      part.type !== "matrix" &&
      !/^[gemqħ]$/u.test(part.name),
  );

const isVariationSign = (factor: Expr): boolean =>
  (factor.kind === "symbol" && factor.role === undefined && /^δ_\D/u.test(factor.name)) ||
  isLabelledSign(factor);

const isLabelledSign = (factor: Expr): boolean =>
  factor.kind === "labelled" &&
  factor.head.name === "δ" &&
  factor.head.role === undefined &&
  !factor.labels.some((label) => label.kind === "num");

function isField(node: Expr | undefined): boolean {
  switch (node?.kind) {
    case "tensor":
    case "call":
    case "derivative":
      return true;
    case "power":
      return isField(node.base);
    case "involution":
      return isField(node.operand);
    case "symbol":
      return node.dependsOn !== undefined || /^[φϕψχφΦΨAVSℒ]$/u.test(node.name);
    default:
      return false;
  }
}

/** Anticommuting fields are multiplied like numbers, which is right as long as no two change places. */
function exchangedFermions({ exprs, nodes, words }: Seen): string | undefined {
  if (words || ![...nodes].some(isFermion)) return undefined;
  const orders = new Map<string, string>();
  for (const expr of exprs)
    for (const order of fermionOrders(expr)) {
      const content = [...order].sort().join(" ");
      const known = orders.get(content) ?? order.join(" ");
      if (known !== order.join(" ")) return "anticommuting fields in different orders";
      orders.set(content, known);
    }
  return undefined;
}

const isFermion = (node: Expr): boolean =>
  node.kind === "symbol" && node.grassmann === true && !node.role;

/** Names of the anticommuting fields of every term, in order. */
function fermionOrders(expr: Expr): readonly (readonly string[])[] {
  switch (expr.kind) {
    case "symbol":
      return [isFermion(expr) ? [expr.name] : []];
    case "sum":
      return expr.terms.flatMap(fermionOrders);
    case "involution": {
      const inner = fermionOrders(expr.operand);
      const turned = expr.sort === "conjugate" ? inner : inner.map((order) => [...order].reverse());
      return expr.sort === "transpose" ? turned : turned.map((order) => order.map(starred));
    }
    case "bracket": {
      const [left, right] = [fermionOrders(expr.left), fermionOrders(expr.right)];
      return [...joined(left, right), ...joined(right, left)];
    }
    default:
      return parts(expr).map(fermionOrders).reduce(joined, [[]]);
  }
}

const starred = (name: string): string => (name.endsWith("*") ? name.slice(0, -1) : `${name}*`);

const joined = (
  left: readonly (readonly string[])[],
  right: readonly (readonly string[])[],
): readonly (readonly string[])[] =>
  left.flatMap((a) => right.map((b) => [...a, ...b])).slice(0, 200);

/** Parameters that are no coordinates of phase space. */
const parameters = /^(?:[mMωkgλαβγħectaAB]|m_.*|ω_.*)$/u;

/** Every name in a Poisson bracket has to be a coordinate, a momentum or a parameter. */
function otherCoordinates({ nodes, canonical, given }: Seen): string | undefined {
  const bodies = new Map<string, Expr[]>();
  for (const [key, definitions] of given.definitions)
    bodies.set(
      key.split(" ")[1] ?? "",
      definitions.map(({ body }) => body),
    );
  for (const node of nodes) {
    if (node.kind !== "bracket" || node.sort !== "poisson") continue;
    const inside = new Set<Expr>();
    const visit = (part: Expr): void => {
      if (inside.has(part)) return;
      inside.add(part);
      for (const inner of parts(part)) visit(inner);
      if (part.kind === "symbol") for (const body of bodies.get(part.name) ?? []) visit(body);
    };
    visit(node.left);
    visit(node.right);
    for (const part of inside) {
      const known =
        part.kind !== "symbol" ||
        part.type === "function" ||
        bodies.has(part.name) ||
        part.domain === "integer" ||
        (part.type === "tensor" && part.role !== undefined) ||
        canonical.some((one) => one === part || (one.kind === "labelled" && one.head === part));
      if (!known && part.kind === "symbol" && part.type !== "label" && !parameters.test(part.name))
        return `a Poisson bracket with ${part.name}, of which it is not said what it is`;
    }
  }
  return undefined;
}

function curvedSpinors({ given, spaces }: Seen): string | undefined {
  return given.curved && spaces.has("dirac") ? "Dirac matrices on a curved metric" : undefined;
}
