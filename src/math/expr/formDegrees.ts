/** The degrees of forms, as far as sums and equations determine them. */

import type { Expr } from "./node";
import { isZero } from "./questions";

/** Σ count·degree of a name + constant. */
interface Degree {
  readonly names: ReadonlyMap<string, number>;
  readonly constant: number;
}

const plain: Degree = { names: new Map(), constant: 0 };

/** The degree of each name that may be a form; undefined where nothing determines it. */
export function degreesOf(
  sides: readonly (readonly [Expr, Expr])[],
  known: ReadonlyMap<string, number>,
): ReadonlyMap<string, number | undefined> {
  const equations: Degree[] = [...known].map(([name, degree]) => ({
    names: new Map([[name, 1]]),
    constant: -degree,
  }));
  const met = new Set<string>();
  const alike = comparing(
    (difference) => equations.push(difference),
    (name) => met.add(name),
  );
  for (const pair of sides) alike(pair);
  return solved(equations, met);
}

/** The degree of an expression whose names have these; undefined where one of them is not known. */
export function totalDegree(
  expr: Expr,
  degrees: ReadonlyMap<string, number | undefined>,
): number | undefined {
  const { names, constant } = comparing(
    () => undefined,
    () => undefined,
  )([expr]);
  let total = constant;
  for (const [name, count] of names) {
    const own = degrees.get(name);
    if (own === undefined) return undefined;
    total += count * own;
  }
  return total;
}

/** The degree that expressions share; what makes them equal goes to `equal`, the names met to `meet`. */
function comparing(
  equal: (difference: Degree) => void,
  meet: (name: string) => void,
): (exprs: readonly Expr[]) => Degree {
  const alike = (exprs: readonly Expr[]): Degree => {
    const all = exprs.flatMap((expr) => (isZero(expr) ? [] : [of(expr)]));
    const [first = plain, ...rest] = all;
    for (const other of rest) equal(added(first, scaled(other, -1)));
    return first;
  };
  const of = (expr: Expr): Degree => {
    switch (expr.kind) {
      case "symbol":
        if (expr.role !== undefined || expr.type === "label") return plain;
        meet(expr.name);
        return { names: new Map([[expr.name, 1]]), constant: 0 };
      case "labelled":
        meet(expr.head.name);
        return { names: new Map([[expr.head.name, 1]]), constant: 0 };
      case "sum":
        return alike(expr.terms);
      case "product":
      case "wedge":
        return expr.factors.map(of).reduce(added, plain);
      case "bracket":
        return added(of(expr.left), of(expr.right));
      case "quotient":
        return of(expr.over);
      case "trace":
        return of(expr.operand);
      case "power":
        return expr.exponent.kind === "num"
          ? scaled(of(expr.base), Number(expr.exponent.numerator))
          : plain;
      case "function":
        return expr.name === "d" && expr.args[0]
          ? added(of(expr.args[0]), { names: new Map(), constant: 1 })
          : plain;
      default:
        return plain;
    }
  };
  return alike;
}

function added(a: Degree, b: Degree): Degree {
  const names = new Map(a.names);
  for (const [name, count] of b.names) names.set(name, (names.get(name) ?? 0) + count);
  return { names, constant: a.constant + b.constant };
}

const scaled = (a: Degree, by: number): Degree => ({
  names: new Map([...a.names].map(([name, count]) => [name, count * by])),
  constant: a.constant * by,
});

/** What the equations fix, by elimination. */
function solved(
  equations: readonly Degree[],
  met: ReadonlySet<string>,
): ReadonlyMap<string, number | undefined> {
  const order = [...met];
  let rows = equations.map(({ names, constant }) => [
    ...order.map((name) => names.get(name) ?? 0),
    -constant,
  ]);
  const found = new Map<string, number | undefined>();
  const pivots: number[] = [];
  order.forEach((_, column) => {
    const from = rows.findIndex((row, i) => i >= pivots.length && row[column] !== 0);
    if (from < 0) return;
    const line = rows[from] as number[];
    const pivot = line.map((entry) => entry / (line[column] as number));
    const rest = rows.filter((_row, i) => i !== from);
    rows = [...rest.slice(0, pivots.length), pivot, ...rest.slice(pivots.length)].map((row) =>
      row === pivot
        ? row
        : row.map((entry, k) => entry - (row[column] as number) * (pivot[k] as number)),
    );
    pivots.push(column);
  });
  order.forEach((name, column) => {
    const at = pivots.indexOf(column);
    const row = rows[at];
    const alone =
      row?.slice(0, -1).every((entry, k) => k === column || Math.abs(entry) < 1e-9) ?? false;
    const degree = row?.at(-1);
    found.set(name, at >= 0 && alone && degree !== undefined ? Math.round(degree) : undefined);
  });
  return found;
}
