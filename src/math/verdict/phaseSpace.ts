/** Sums over degrees of freedom of derivatives by q_k and p_k: written out for two and for three of them, with everything that is differentiated a function of all coordinates and momenta. */
import { call, derivative, minus, num, one, product, sum, symbol, zero } from "../expr/build";
import type { Expr, Series } from "../expr/node";
import { nodes, replace, transform } from "../expr/walk";
import { freeSymbols } from "./freeSymbols";
import type { Sides } from "./plusMinus";

/** The claim for each number of degrees of freedom and each choice of the labels left free; undefined where there are no such sums. */
export function degreesOfFreedom(
  sides: Sides,
  defined: ReadonlySet<Expr>,
): readonly Sides[] | undefined {
  const all = sides.flatMap((side) => [...nodes(side)]);
  const pairs = all.filter((node) => node.kind === "series").map(conjugatePair);
  const pair = pairs.find((found) => found !== undefined);
  if (!pair || pairs.some((other) => other && other.place !== pair.place)) return undefined;
  const labels = freeLabels(sides, pair);
  if (labels.length > 3) return undefined;
  return [2, 3].flatMap((count) =>
    choicesOf(labels, count).map((by): Sides => {
      const at = sides.map((side) => replace(side, by));
      return at.map((side) => written(side, pair, count, defined)) as [Expr, Expr];
    }),
  );
}

interface Pair {
  /** q and p, the names that carry the label. */
  readonly place: Expr;
  readonly momentum: Expr;
}

/** ∑_k over an unsaid range with derivatives by q_k and by p_k. */
function conjugatePair(node: Expr): Pair | undefined {
  if (node.kind !== "series" || !isBare(node)) return undefined;
  const [label] = node.variables;
  const heads = new Set(
    [...nodes(node.body)].flatMap((part) =>
      part.kind === "derivative" &&
      part.by.kind === "variable" &&
      part.by.style === "partial" &&
      part.by.variable.kind === "labelled" &&
      part.by.variable.labels.length === 1 &&
      part.by.variable.labels[0] === label
        ? [part.by.variable.head]
        : [],
    ),
  );
  const momentum = [...heads].find(({ name }) => /^[pPπ]$/u.test(name));
  const place = [...heads].find(({ name }) => /^[qQx]$/u.test(name));
  return momentum && place && heads.size === 2 ? { place, momentum } : undefined;
}

const isBare = ({ sort, variables, lower, upper, values, condition }: Series): boolean =>
  sort === "sum" && variables.length === 1 && !lower && !upper && !values && !condition;

/** Labels of coordinates and momenta that no sum binds. */
function freeLabels(sides: Sides, { place, momentum }: Pair): readonly Expr[] {
  const free = freeSymbols(...sides);
  const found = new Set<Expr>();
  for (const node of sides.flatMap((side) => [...nodes(side)]))
    if (node.kind === "labelled" && (node.head === place || node.head === momentum))
      for (const label of node.labels)
        if (label.kind === "symbol" && free.has(label)) found.add(label);
  return [...found];
}

/** Values of the labels, up to the names of the degrees of freedom. */
function choicesOf(labels: readonly Expr[], count: number): readonly ReadonlyMap<Expr, Expr>[] {
  return labels.reduce<readonly ReadonlyMap<Expr, Expr>[]>(
    (found, label) =>
      found.flatMap((by) => {
        const used = new Set(by.values()).size;
        return Array.from(
          { length: Math.min(used + 1, count) },
          (_, k) => new Map([...by, [label, num(k + 1)]]),
        );
      }),
    [new Map()],
  );
}

function written(side: Expr, pair: Pair, count: number, defined: ReadonlySet<Expr>): Expr {
  const numbers = Array.from({ length: count }, (_, k) => num(k + 1));
  const coordinates = numbers.map((n) => symbol(`q°${n.numerator}`));
  const momenta = numbers.map((n) => symbol(`p°${n.numerator}`));
  const unrolled = transform(side, (node) =>
    node.kind === "series" && conjugatePair(node)
      ? sum(...numbers.map((n) => replace(node.body, new Map([[node.variables[0] as Expr, n]]))))
      : node,
  );
  const named = transform(unrolled, (node) => {
    if (node.kind !== "labelled") return node;
    const [label] = node.labels;
    const at = label?.kind === "num" ? Number(label.numerator) - 1 : -1;
    if (node.head === pair.place) return coordinates[at] ?? node;
    if (node.head === pair.momentum) return momenta[at] ?? node;
    if (node.head.role === "delta" && node.labels.every(({ kind }) => kind === "num"))
      return node.labels[0] === node.labels[1] ? one : zero;
    return node;
  });
  const brackets = transform(named, (node) =>
    node.kind === "bracket" && node.sort !== "commutator"
      ? bracket(node.left, node.right, coordinates, momenta)
      : node,
  );
  const own = new Set<Expr>([...coordinates, ...momenta]);
  const settled = transform(brackets, (node) =>
    node.kind === "derivative" &&
    node.operand &&
    node.by.kind === "variable" &&
    own.has(node.operand)
      ? node.operand === node.by.variable
        ? one
        : zero
      : node,
  );
  const varying = new Set(
    [...nodes(settled)].flatMap((node) =>
      node.kind === "derivative" && node.operand ? [...freeSymbols(node.operand)] : [],
    ),
  );
  const by = new Map<Expr, Expr>();
  for (const name of varying)
    if (!own.has(name) && !defined.has(name))
      by.set(name, call(symbol(name.name, "function"), ...coordinates, ...momenta));
  return replace(settled, by);
}

/** {A,B} = ∑ ∂A/∂q ∂B/∂p − ∂A/∂p ∂B/∂q. */
function bracket(
  left: Expr,
  right: Expr,
  coordinates: readonly Expr[],
  momenta: readonly Expr[],
): Expr {
  const by = (operand: Expr, variable: Expr): Expr =>
    derivative({ kind: "variable", variable, style: "partial" }, operand);
  return sum(
    ...coordinates.map((q, k) => {
      const p = momenta[k] as Expr;
      return minus(product(by(left, q), by(right, p)), product(by(left, p), by(right, q)));
    }),
  );
}
