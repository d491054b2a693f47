/** Vectors and ∇ in the directions of r, θ, φ or ρ, φ, z: components in the frame of the place (Jackson, Classical Electrodynamics, inside back cover). */
import {
  derivative,
  dot,
  minus,
  one,
  product,
  quotient,
  sum,
  symbol,
  tuple,
  zero,
} from "../expr/build";
import type { Derivative, Expr, Sym } from "../expr/node";
import { isNabla, isVector } from "../expr/questions";
import { mapChildren, some } from "../expr/walk";
import { type Chart, componentName, unitAlong } from "./chart";

/** The formula with ∇ and vectors written in components; what has no such form keeps its ∇. */
export function inFrame(node: Expr, chart: Chart): Expr {
  const whole = vectorIn(node, chart);
  if (whole) return tuple(...whole, ...(whole.length < 3 ? [zero] : []));
  const part = componentOf(node, chart);
  if (part) return part;
  if (node.kind === "derivative" && node.operand && isNabla(node))
    return scalarIn(node, chart) ?? node;
  if (node.kind === "dot") {
    const sides = [node.left, node.right].map((side) => vectorIn(side, chart));
    const [left, right] = sides;
    return left && right
      ? sum(...left.map((item, i) => product(item, right[i] ?? zero)))
      : dot(inFrame(node.left, chart), inFrame(node.right, chart));
  }
  return mapChildren(varying(node, chart), (inner) => inFrame(inner, chart));
}

/** The components of a vector; undefined of a number, and of what is not made of vectors in a plain way. */
function vectorIn(node: Expr, chart: Chart): readonly Expr[] | undefined {
  const { coordinates } = chart;
  const of = (part: Expr): readonly Expr[] | undefined => vectorIn(part, chart);
  switch (node.kind) {
    case "symbol": {
      const along = unitAlong(node);
      if (along !== undefined)
        return coordinates.some(({ name }) => name === along)
          ? coordinates.map(({ name }) => (name === along ? one : zero))
          : undefined;
      return node.type === "three-vector" && node.dependsOn
        ? coordinates.map((variable) => part(node, variable, chart))
        : undefined;
    }
    case "sum": {
      const terms = node.terms.map(of);
      return terms.every((term) => term !== undefined)
        ? coordinates.map((_, i) => sum(...terms.map((term) => term[i] ?? zero)))
        : undefined;
    }
    case "product": {
      const vectors = node.factors.map(of);
      const at = vectors.findIndex((vector) => vector !== undefined);
      const vector = vectors[at];
      if (!vector || vectors.filter(Boolean).length > 1 || node.factors.some(isBare))
        return undefined;
      return vector.map((item) =>
        product(...node.factors.map((factor, i) => (i === at ? item : inFrame(factor, chart)))),
      );
    }
    case "quotient":
      return of(node.over)?.map((item) => quotient(item, inFrame(node.under, chart)));
    case "cross": {
      const [a, b] = [of(node.left), of(node.right)];
      return a && b && coordinates.length === 3
        ? turned((i, j) => product(a[i] ?? zero, b[j] ?? zero))
        : undefined;
    }
    case "derivative":
      return node.order === one ? derived(node, chart) : undefined;
    default:
      return undefined;
  }
}

/** ∇ that is still to act on what stands behind it. */
const isBare = (node: Expr): boolean => node.kind === "derivative" && !node.operand;

const turned = (of: (i: number, j: number) => Expr): readonly Expr[] =>
  [0, 1, 2].map((i) => {
    const [j, k] = [(i + 1) % 3, (i + 2) % 3];
    return minus(of(j, k), of(k, j));
  });

/** ∇f, ∇×𝐀 and ∇²𝐀. */
function derived({ by, operand }: Derivative, chart: Chart): readonly Expr[] | undefined {
  if (!operand) return undefined;
  const vector = vectorIn(operand, chart);
  switch (by.kind) {
    case "gradient":
      return vector ? undefined : gradient(inFrame(operand, chart), chart);
    case "curl":
      return vector && curl(vector, chart);
    case "laplacian": {
      const twice = vector && curl(vector, chart);
      const around = twice && curl(twice, chart);
      return (
        around &&
        gradient(divergence(vector, chart), chart).map((item, i) => minus(item, around[i] ?? zero))
      );
    }
    default:
      return undefined;
  }
}

/** ∇·𝐀 and ∇²f. */
function scalarIn({ by, operand, order }: Derivative, chart: Chart): Expr | undefined {
  if (!operand || order !== one) return undefined;
  const vector = vectorIn(operand, chart);
  if (by.kind === "divergence") return vector && divergence(vector, chart);
  if (by.kind !== "laplacian" || vector) return undefined;
  const inside = inFrame(operand, chart);
  return some(inside, hasDirection) ? undefined : divergence(gradient(inside, chart), chart);
}

const hasDirection = (node: Expr): boolean => node.kind === "tuple" || isVector(node);

/** What the coordinate does not occur in stays the same along it. */
const along = (variable: Sym, operand: Expr): Expr =>
  some(operand, (node) => node === variable || variesAlong(node, variable))
    ? derivative({ kind: "variable", variable, style: "partial" }, operand)
    : zero;

const variesAlong = (node: Expr, { name }: Sym): boolean =>
  node.kind === "symbol" && node.dependsOn?.includes(name) === true;

const gradient = (f: Expr, { coordinates, scales }: Chart): readonly Expr[] =>
  coordinates.map((variable, i) => quotient(along(variable, f), scales[i] ?? one));

/** (1/H) Σ ∂_i (H/h_i A_i) with H the product of the scale factors. */
function divergence(field: readonly Expr[], { coordinates, scales }: Chart): Expr {
  const volume = product(...scales);
  const terms = coordinates.map((variable, i) =>
    along(variable, product(quotient(volume, scales[i] ?? one), field[i] ?? zero)),
  );
  return quotient(sum(...terms), volume);
}

/** (∇×A)_i = (∂_j(h_k A_k) − ∂_k(h_j A_j))/(h_j h_k). */
function curl(field: readonly Expr[], { coordinates, scales }: Chart): readonly Expr[] | undefined {
  if (coordinates.length !== 3) return undefined;
  const turns = turned((i, j) =>
    along(coordinates[i] as Sym, product(scales[j] ?? one, field[j] ?? zero)),
  );
  return turns.map((turn, i) =>
    quotient(turn, product(scales[(i + 1) % 3] ?? one, scales[(i + 2) % 3] ?? one)),
  );
}

/** A_θ as a name of its own. */
const part = (field: Sym, variable: Sym, chart: Chart): Expr =>
  symbol(`${field.name}_${variable.name}`, "scalar", { dependsOn: namesOf(chart) });

/** A_r, A_θ and (∇×𝐀)_θ as they are written. */
function componentOf(node: Expr, chart: Chart): Expr | undefined {
  const name = componentName(node);
  const at = chart.coordinates.findIndex((one) => one.name === name);
  const variable = chart.coordinates[at];
  if (!variable) return undefined;
  const head =
    node.kind === "opaque"
      ? node.parts[0]
      : node.kind === "tensor" || node.kind === "labelled"
        ? node.head
        : undefined;
  if (head?.kind === "symbol") return part(head, variable, chart);
  return head && vectorIn(head, chart)?.[at];
}

/** Fields vary along all the coordinates. */
const varying = (node: Expr, chart: Chart): Expr =>
  node.kind === "symbol" && node.dependsOn?.includes("x") && /^(scalar|function)$/.test(node.type)
    ? symbol(node.name, node.type, { ...detailsOf(node), dependsOn: namesOf(chart) })
    : node;

const detailsOf = ({
  kind: _,
  name: __,
  type: ___,
  ...details
}: Sym): Omit<Sym, "kind" | "name" | "type"> => details;

const namesOf = ({ coordinates }: Chart): readonly string[] => coordinates.map(({ name }) => name);
