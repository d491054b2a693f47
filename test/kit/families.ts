/** Equations of well-known results with their slips, and what a calculation outside the engine says of each. */

import { readFileSync } from "node:fs";
import { all, create, type MathNode } from "mathjs";

const math = create(all ?? {}, { randomSeed: "families" });

/** A true equation, its slips, and for each a check in numbers: `left == right`, or `~=` for limits. */
interface Family {
  readonly id: string;
  readonly latex: string;
  readonly assume?: readonly string[];
  readonly check: string;
  readonly slips: readonly (readonly [latex: string, check: string])[];
  /** Names that are no positive numbers near 1: ranges or lists of values, vectors, matrices, indices with their number of values. */
  readonly range?: Readonly<Record<string, readonly number[]>>;
  readonly vectors?: readonly string[];
  readonly fourVectors?: readonly string[];
  readonly matrices?: readonly string[];
  readonly indices?: Readonly<Record<string, number>>;
}

/** One labelled equation. */
export interface Labelled {
  readonly id: string;
  readonly topic: string;
  readonly latex: string;
  readonly assume: readonly string[];
  readonly metric: null;
  readonly dim: null;
  readonly label: boolean;
  readonly mutation_of: string | null;
  /** What the numbers say. */
  readonly holds: () => boolean;
}

/** From the root of the repository, where tests and benches run. */
const file = "test/identities/families.jsonl";

export function labelled(): readonly Labelled[] {
  const families = readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Family);
  return families.flatMap((family) => {
    const { id, latex, assume = [], check, slips } = family;
    const common = { topic: id.replace(/-.*/, ""), assume, metric: null, dim: null } as const;
    return [
      { ...common, id, latex, label: true, mutation_of: null, holds: () => holds(family, check) },
      ...slips.map(([slip, said], k) => ({
        ...common,
        id: `${id}-s${k + 1}`,
        latex: slip,
        label: false,
        mutation_of: id,
        holds: () => holds(family, said),
      })),
    ];
  });
}

const draws = 3;

/** Whether both sides agree at every draw and for every value of the indices. */
function holds(family: Family, check: string): boolean {
  const tolerance = check.includes("~=") ? 1e-3 : 1e-6;
  const [left, right] = check.split(/ [=~]= /).map((side) => math.parse(side)) as [
    MathNode,
    MathNode,
  ];
  return Array.from({ length: draws }).every(() => {
    const values = drawn(family);
    return indexValues(Object.entries(family.indices ?? {})).every((fixed) => {
      const [a, b] = [left, right].map((side) =>
        numbers(side.evaluate(new Map(Object.entries({ ...kit, ...values, ...fixed })))),
      ) as [number[], number[]];
      const size = Math.max(a.length, b.length);
      const [x, y] = [a, b].map((list) => (list.length < size ? Array(size).fill(0) : list)) as [
        number[],
        number[],
      ];
      const scale = Math.max(1, ...x.map(Math.abs), ...y.map(Math.abs));
      return x.every((value, k) => Math.abs(value - (y[k] ?? 0)) <= tolerance * scale);
    });
  });
}

function* indexProducts(list: readonly (readonly [string, number])[]): Generator<object> {
  const [first, ...rest] = list;
  if (!first) {
    yield {};
    return;
  }
  const [name, count] = first;
  for (let value = 1; value <= count; value++)
    for (const others of indexProducts(rest)) yield { [name]: value, ...others };
}

const indexValues = (list: readonly (readonly [string, number])[]): readonly object[] => [
  ...indexProducts(list),
];

const between = (low: number, high: number): number => math.random(low, high);

function drawn(family: Family): Record<string, unknown> {
  const values: Record<string, unknown> = { h: 1e-4 };
  for (const name of "x y z t a b c d d2 s1 m p q A B".split(" ")) values[name] = between(0.4, 1.7);
  for (const [name, range] of Object.entries(family.range ?? {}))
    values[name] =
      range.length === 2
        ? between(range[0] as number, range[1] as number)
        : range[Math.floor(between(0, range.length))];
  const list = (length: number) => Array.from({ length }, () => between(-1.5, 1.5));
  for (const name of family.vectors ?? []) values[name] = math.matrix(list(3));
  for (const name of family.fourVectors ?? []) values[name] = math.matrix(list(4));
  for (const name of family.matrices ?? [])
    values[name] = math.matrix(
      Array.from({ length: 3 }, () => list(3).map((re) => math.complex(re, between(-1.5, 1.5)))),
    );
  return values;
}

/** Real and imaginary parts of a number or of all entries of a matrix. */
function numbers(value: unknown): number[] {
  if (typeof value === "number") return [value, 0];
  if (math.isComplex(value)) return [value.re, value.im];
  if (math.isMatrix(value)) return (value.toArray() as unknown[]).flatMap(numbers);
  if (Array.isArray(value)) return value.flatMap(numbers);
  return [Number(value), 0];
}

type Matrix = ReturnType<typeof math.matrix>;
const e = (text: string): Matrix => math.evaluate(text);
const times = (...list: readonly Matrix[]): Matrix =>
  list.reduce((a, b) => math.multiply(a as never, b as never) as Matrix);

const scaled = (factor: unknown, matrix: Matrix): Matrix =>
  math.multiply(factor as never, matrix as never) as Matrix;

const pauli = [e("[[0,1],[1,0]]"), e("[[0,-i],[i,0]]"), e("[[1,0],[0,-1]]")];
const one2 = e("identity(2)");
const block = (a: Matrix, b: Matrix): Matrix =>
  math.kron(a as never, b as never) as unknown as Matrix;
/** Dirac's representation. */
const gammas = [
  block(e("[[1,0],[0,-1]]"), one2),
  ...pauli.map((s) => block(e("[[0,1],[-1,0]]"), s)),
];
const signs = [1, -1, -1, -1];

/** Gell-Mann's matrices over two. */
const generators = [
  "[[0,1,0],[1,0,0],[0,0,0]]",
  "[[0,-i,0],[i,0,0],[0,0,0]]",
  "[[1,0,0],[0,-1,0],[0,0,0]]",
  "[[0,0,1],[0,0,0],[1,0,0]]",
  "[[0,0,-i],[0,0,0],[i,0,0]]",
  "[[0,0,0],[0,0,1],[0,1,0]]",
  "[[0,0,0],[0,0,-i],[0,i,0]]",
  "[[1,0,0],[0,1,0],[0,0,-2]]/sqrt(3)",
].map((text) => e(`(${text})/2`));

/** Sign of the permutation; 0 where two are equal. */
function levi(...at: readonly number[]): number {
  let sign = 1;
  at.forEach((a, i) => {
    for (const b of at.slice(i + 1)) sign *= Math.sign(b - a);
  });
  return sign;
}

const commutator = (a: Matrix, b: Matrix): Matrix =>
  math.subtract(times(a, b) as never, times(b, a) as never) as Matrix;
const structure = generators.map((a) =>
  generators.map((b) =>
    generators.map((c) => {
      const trace = math.trace(times(commutator(a, b), c) as never) as unknown;
      return math.isComplex(trace) ? 2 * trace.im : 0;
    }),
  ),
);

const levels = 9;
const lowering = math.matrix(
  Array.from({ length: levels }, (_, row) =>
    Array.from({ length: levels }, (_, column) => (column === row + 1 ? Math.sqrt(column) : 0)),
  ),
);

type Real = (x: number) => number;

/** Gauss' rule with three points on many pieces, finer towards the ends. */
function quadrature(f: Real, from: number, to: number): number {
  const pieces = 600;
  const node = (k: number) => from + (to - from) * (0.5 - 0.5 * Math.cos((Math.PI * k) / pieces));
  let total = 0;
  for (let k = 0; k < pieces; k++) {
    const [a, b] = [node(k), node(k + 1)];
    const [middle, half] = [(a + b) / 2, (b - a) / 2];
    const off = half * Math.sqrt(0.6);
    total += (half / 9) * (5 * f(middle - off) + 8 * f(middle) + 5 * f(middle + off));
  }
  return total;
}

const kit: Readonly<Record<string, unknown>> = {
  one2,
  one3: e("identity(3)"),
  one4: e("identity(4)"),
  s: (k: number) => pauli[k - 1],
  sv: (v: Matrix) =>
    pauli
      .map((s, k) => scaled(v.get([k]), s))
      .reduce((a, b) => math.add(a as never, b as never) as Matrix),
  g: (k: number) => gammas[k - 1],
  g5: scaled(math.complex(0, 1), times(...gammas)),
  eta: (m: number, n: number) => (m === n ? signs[m - 1] : 0),
  dl: (m: number, n: number) => (m === n ? 1 : 0),
  e3: levi,
  e4: levi,
  mdot: (p: Matrix, k: Matrix) =>
    signs.reduce((sum, sign, m) => sum + sign * p.get([m]) * k.get([m]), 0),
  sl: (p: Matrix) =>
    gammas
      .map((gamma, m) => scaled((signs[m] as number) * p.get([m]), gamma))
      .reduce((a, b) => math.add(a as never, b as never) as Matrix),
  T: (a: number) => generators[a - 1],
  fs: (a: number, b: number, c: number) => structure[a - 1]?.[b - 1]?.[c - 1],
  comm: commutator,
  acomm: (a: Matrix, b: Matrix) => math.add(times(a, b) as never, times(b, a) as never),
  dag: (a: Matrix) => math.ctranspose(a as never),
  aa: lowering,
  ad: math.transpose(lowering),
  /** Without the rows and columns that the truncation spoils. */
  inner: (a: Matrix) => math.subset(a as never, math.index(math.range(0, 4), math.range(0, 4))),
  quad: quadrature,
  derive: (f: Real, x: number) =>
    (f(x - 2e-4) - 8 * f(x - 1e-4) + 8 * f(x + 1e-4) - f(x + 2e-4)) / 1.2e-3,
  sumOf: (f: (n: number) => never, from: number, to: number) => {
    let total: unknown = f(from);
    for (let n = from + 1; n <= to; n++) total = math.add(total as never, f(n));
    return total;
  },
  /** s, t, u of m M → m M in the centre-of-mass frame. */
  mand: (m: number, M: number, P: number, angle: number) => {
    const [E, F] = [Math.hypot(m, P), Math.hypot(M, P)];
    const s = (E + F) ** 2;
    const t = -2 * P * P * (1 - Math.cos(angle));
    const u = (F - E) ** 2 - 2 * P * P * (1 + Math.cos(angle));
    return math.matrix([s, t, u]);
  },
};
