/** A claim about a positive symmetric matrix and vectors beside it, written out in two and in three dimensions. */
import { func, num, one, power, product, quotient, sum, symbol, zero } from "../expr/build";
import { intern } from "../expr/intern";
import type { Expr, Sym } from "../expr/node";
import { factorsOf, isMinusOne } from "../expr/questions";
import type { Sides } from "./plusMinus";

/** Both sides as numbers, all components and both dimensions weighted by names of their own; undefined where something else than components is asked for. */
export function inEntries(sides: Sides, matrix: Sym, dimension: Expr): Sides | undefined {
  const weighted = sides.map(() => [] as Expr[]);
  for (const size of [2, 3]) {
    const free = freeIn(sides[0]) ?? freeIn(sides[1]);
    if (!free || free.length > 4) return undefined;
    const read = reader(matrix, dimension, size);
    for (const at of spread(places(free, size), size === 2 ? 6 : 2)) {
      const weight = symbol(`⟨w${size}${[...at.values()].join("")}⟩`, "scalar");
      for (const [n, side] of sides.entries()) {
        const value = read(side, at);
        if (!value) return undefined;
        weighted[n]?.push(product(weight, value));
      }
    }
  }
  const [left, right] = weighted.map((list) => sum(...list));
  return left && right ? [left, right] : undefined;
}

/** A weight of the components: what shows it is not in the author's words. */
export const isWeight = (node: Expr): boolean =>
  node.kind === "symbol" && node.name.startsWith("⟨w");

/** So many of them, the first among them. */
const spread = <T>(list: readonly T[], most: number): readonly T[] => {
  const step = Math.max(1, list.length / most);
  return list.filter((_, k) => Math.floor(k / step) !== Math.floor((k - 1) / step));
};

type At = ReadonlyMap<string, number>;

const places = (names: readonly string[], size: number): readonly At[] =>
  names.reduce<readonly At[]>(
    (list, name) =>
      list.flatMap((at) =>
        Array.from({ length: size }, (_, k) => new Map([...at, [name, k] as const])),
      ),
    [new Map()],
  );

function reader(
  matrix: Sym,
  dimension: Expr,
  size: number,
): (node: Expr, at: At) => Expr | undefined {
  const rows = positive(matrix, size);
  const determinant = determinantOf(rows);
  const inverse = rows.map((_, r) =>
    rows.map((__, c) =>
      quotient(
        product(num((r + c) % 2 === 0 ? 1 : -1), determinantOf(minor(rows, c, r))),
        determinant,
      ),
    ),
  );
  const tableOf = (node: Expr): readonly (readonly Expr[])[] | undefined =>
    node === matrix
      ? rows
      : node.kind === "power" && node.base === matrix && isMinusOne(node.exponent)
        ? inverse
        : undefined;
  const vectorOf = (node: Expr): readonly Expr[] | undefined => {
    if (node.kind === "symbol" && node !== matrix && node.type !== "scalar")
      return rows.map((_, k) => symbol(`${node.name}⟨${k + 1}⟩`, "scalar"));
    const factors = factorsOf(node);
    const vector = factors.length > 1 ? vectorOf(factors.at(-1) ?? node) : undefined;
    return factors.slice(0, -1).reduceRight<readonly Expr[] | undefined>((on, factor) => {
      const table = tableOf(factor);
      return (
        on && table?.map((row) => sum(...row.map((entry, k) => product(entry, on[k] ?? zero))))
      );
    }, vector);
  };

  const read = (node: Expr, at: At): Expr | undefined => {
    switch (node.kind) {
      case "num":
      case "constant":
        return node;
      case "symbol":
        if (node === dimension) return num(size);
        return node.type === "scalar" && node !== matrix ? node : undefined;
      case "sum": {
        const terms = node.terms.map((term) => read(term, at));
        return terms.every((term) => term !== undefined) ? sum(...terms) : undefined;
      }
      case "quotient": {
        const [over, under] = [read(node.over, at), read(node.under, at)];
        return over && under && quotient(over, under);
      }
      case "power": {
        if (isMinusOne(node.exponent) && isEntry(node.base, matrix))
          return component(node.base, inverse, at);
        const [base, exponent] = [read(node.base, at), read(node.exponent, at)];
        return base && exponent && power(base, exponent);
      }
      case "function": {
        if (node.name === "det") return node.args[0] && detOf(node.args[0]);
        const args = node.args.map((arg) => read(arg, at));
        return args.every((arg) => arg !== undefined) ? func(node.name, args) : undefined;
      }
      case "tensor":
      case "labelled":
        return entryOf(node, at);
      case "product":
        return ofProduct(node.factors, at);
      default:
        return undefined;
    }
  };

  const detOf = (of: Expr): Expr | undefined => {
    const table = tableOf(of);
    return table === rows ? determinant : table && quotient(one, determinant);
  };

  const entryOf = (node: Expr, at: At): Expr | undefined => {
    if (node.kind === "tensor" && isDelta(node.head)) {
      const [i, j] = indicesOf(node).map((name) => at.get(name));
      return i === undefined || j === undefined ? undefined : num(i === j ? 1 : 0);
    }
    const head = node.kind === "tensor" || node.kind === "labelled" ? node.head : node;
    const table = tableOf(head);
    if (table) return component(node, table, at);
    const [name, ...more] = indicesOf(node);
    const k = name !== undefined && more.length === 0 ? at.get(name) : undefined;
    return k === undefined ? undefined : vectorOf(head)?.[k];
  };

  /** vᵀ M w among numbers, and what is summed over here. */
  const ofProduct = (factors: readonly Expr[], at: At): Expr | undefined => {
    const start = factors.findIndex(isRow);
    if (start >= 0) {
      const rest = factors.slice(start + 1);
      const length = rest.findIndex((factor) => tableOf(factor) === undefined) + 1;
      const [row, column] = [factors[start], vectorOf(product(...rest.slice(0, length)))];
      const before = row?.kind === "involution" ? vectorOf(row.operand) : undefined;
      const others = [...factors.slice(0, start), ...rest.slice(length)];
      const value = before && column && sum(...before.map((v, k) => product(v, column[k] ?? zero)));
      const outside = others.length > 0 ? ofProduct(others, at) : one;
      return value && outside && product(outside, value);
    }
    const names = factors.flatMap(indicesOf);
    const dummies = [...new Set(names)].filter(
      (name) => !at.has(name) && names.filter((other) => other === name).length === 2,
    );
    const terms = places(dummies, size).map((inner) => {
      const parts = factors.map((factor) => read(factor, new Map([...at, ...inner])));
      return parts.every((part) => part !== undefined) ? product(...parts) : undefined;
    });
    return terms.every((term) => term !== undefined) ? sum(...terms) : undefined;
  };
  return read;
}

const component = (node: Expr, table: readonly (readonly Expr[])[], at: At): Expr | undefined => {
  const [i, j, ...more] = indicesOf(node).map((name) => at.get(name));
  return i === undefined || j === undefined || more.length > 0 ? undefined : table[i]?.[j];
};

const isRow = (node: Expr): boolean => node.kind === "involution" && node.sort === "transpose";

const isDelta = (node: Expr): boolean => node.kind === "symbol" && node.role === "delta";

const isEntry = (node: Expr, matrix: Sym): boolean =>
  (node.kind === "tensor" || node.kind === "labelled") && node.head === matrix;

/** The names of indices or labels below a name, or below its inverse. */
function indicesOf(node: Expr): readonly string[] {
  if (node.kind === "power" && isMinusOne(node.exponent)) return indicesOf(node.base);
  if (node.kind === "tensor") return node.indices.map(({ name }) => name);
  return node.kind === "labelled"
    ? node.labels.map((label) => (label.kind === "symbol" ? label.name : "?"))
    : [];
}

/** Indices that are not summed over, where every term shows the same. */
function freeIn(node: Expr): readonly string[] | undefined {
  if (node.kind === "sum") {
    const [first, ...others] = node.terms.map(freeIn);
    const words = first && [...first].sort().join();
    return others.every((list) => list && [...list].sort().join() === words) ? first : undefined;
  }
  if (node.kind === "quotient") return freeIn(node.over);
  if (node.kind === "product") {
    const names = node.factors.flatMap((factor) => freeIn(factor) ?? []);
    return names.filter((name) => names.filter((other) => other === name).length === 1);
  }
  return indicesOf(node);
}

/** L Lᵀ with a positive diagonal. */
function positive({ name }: Sym, size: number): readonly (readonly Expr[])[] {
  const root = (r: number, c: number): Expr =>
    c > r
      ? zero
      : intern({
          kind: "symbol",
          name: `${name}⟨${size}${r}${c}⟩`,
          type: "scalar",
          ...(r === c ? { domain: "positive" as const } : {}),
        });
  const all = Array.from({ length: size }, (_, k) => k);
  return all.map((r) =>
    all.map((c) =>
      sum(...all.filter((k) => k <= Math.min(r, c)).map((k) => product(root(r, k), root(c, k)))),
    ),
  );
}

const minor = (
  rows: readonly (readonly Expr[])[],
  row: number,
  column: number,
): readonly (readonly Expr[])[] =>
  rows.filter((_, r) => r !== row).map((list) => list.filter((_, c) => c !== column));

function determinantOf(rows: readonly (readonly Expr[])[]): Expr {
  const [first, ...others] = rows;
  if (!first) return one;
  if (others.length === 0) return first[0] ?? one;
  return sum(
    ...first.map((entry, c) =>
      product(num(c % 2 === 0 ? 1 : -1), entry, determinantOf(minor(rows, 0, c))),
    ),
  );
}
