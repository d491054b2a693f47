/** ∫dx∫dy f(y) g(x − y) = ∫f ∫g: each function over the whole line gets a variable of its own. */
import { plus, times } from "../algebra/rational";
import {
  constant,
  minusOne,
  num,
  one,
  power,
  product,
  rational,
  sum,
  symbol,
  zero,
} from "../expr/build";
import type { Claim } from "../expr/claim";
import { intern } from "../expr/intern";
import type { Expr, Integral, Measure, Num, Sym } from "../expr/node";
import { factorsOf, isZero, termsOf } from "../expr/questions";
import { nodes, replace, some, transform } from "../expr/walk";

export function withSeparatedIntegrals(claim: Claim): Claim {
  const [left, right] = [claim.left, claim.right].map((side) =>
    transform(side, (node) => (node.kind === "integral" ? (separated(node) ?? node) : node)),
  );
  return !left || !right || (left === claim.left && right === claim.right)
    ? claim
    : { ...claim, left, right };
}

function separated(node: Integral): Expr | undefined {
  const { measures, integrand } = flattened(node);
  if (measures.length < 2 || measures.length > 4 || !measures.every(isLine)) return undefined;
  const variables = measures.map(({ variable }) => variable as Sym);
  const shows = (part: Expr): boolean => some(part, (inner) => variables.includes(inner as Sym));
  const args = [
    ...new Set(
      [...nodes(integrand)].flatMap((part) =>
        part.kind === "call" && part.args.length === 1 && part.args[0] && shows(part.args[0])
          ? [part.args[0]]
          : [],
      ),
    ),
  ];
  if (args.length !== variables.length) return undefined;
  const forms = args.map((arg) => linearIn(arg, variables));
  if (!forms.every((form) => form !== undefined)) return undefined;
  const inverse = inverted(forms.map(({ slopes }) => slopes));
  if (!inverse) return undefined;
  const fresh = variables.map((_, n) => symbol(`⟨u${n}⟩`, "scalar"));
  const placed = variables.map((_, row) =>
    sum(
      ...fresh.map((u, column) =>
        product(
          inverse.rows[row]?.[column] ?? num(0),
          sum(u, product(minusOne, forms[column]?.rest ?? zero)),
        ),
      ),
    ),
  );
  const called = new Map<Expr, Expr>(args.map((arg, n) => [arg, fresh[n] ?? arg]));
  const own = transform(integrand, (part) => {
    const to = part.kind === "call" && part.args[0] ? called.get(part.args[0]) : undefined;
    return part.kind === "call" && to ? intern({ ...part, args: [to] }) : part;
  });
  const whole = replace(own, new Map(variables.map((v, n) => [v as Expr, placed[n] ?? v])));
  const factors = factorsOf(whole).flatMap(waves);
  const lists = fresh.map((u) => factors.filter((factor) => some(factor, (part) => part === u)));
  if (lists.flat().length > new Set(lists.flat()).size) return undefined;
  const outside = factors.filter((factor) => !lists.flat().includes(factor));
  return product(
    inverse.size,
    ...outside,
    ...fresh.map((u, n) =>
      intern({
        kind: "integral",
        measures: [{ ...(measures[n] as Measure), variable: u }],
        integrand: product(...(lists[n] ?? [])),
      }),
    ),
  );
}

/** ∫dx (a ∫dy b) as ∫dx dy ab. */
function flattened(node: Integral): Integral {
  const factors = factorsOf(node.integrand);
  const [inner, ...more] = factors.filter((factor) => factor.kind === "integral");
  if (inner?.kind !== "integral" || more.length > 0) return node;
  const rest = factors.filter((factor) => factor !== inner);
  const bound = inner.measures.map(({ variable }) => variable);
  if (rest.some((factor) => some(factor, (part) => bound.includes(part)))) return node;
  return flattened({
    ...node,
    measures: [...node.measures, ...inner.measures],
    integrand: product(...rest, inner.integrand),
  });
}

const isLine = ({ variable, sort, power: d, region, lower, upper }: Measure): boolean =>
  variable.kind === "symbol" &&
  variable.type === "scalar" &&
  sort === "plain" &&
  !d &&
  !region &&
  lower !== undefined &&
  upper === constant("∞") &&
  lower === product(minusOne, constant("∞"));

/** e^{a + b} as e^a e^b. */
function waves(factor: Expr): readonly Expr[] {
  if (factor.kind !== "power" || factor.base !== constant("e")) return [factor];
  return termsOf(expanded(factor.exponent)).map((term) => power(factor.base, term));
}

/** Products multiplied out over the sums in them. */
function expanded(node: Expr): Expr {
  if (node.kind === "sum") return sum(...node.terms.map(expanded));
  const factors = factorsOf(node);
  const at = factors.findIndex(({ kind }) => kind === "sum");
  const inner = factors[at];
  if (inner?.kind !== "sum") return node;
  return sum(
    ...inner.terms.map((term) =>
      expanded(product(...factors.slice(0, at), ...factorsOf(term), ...factors.slice(at + 1))),
    ),
  );
}

interface Linear {
  readonly slopes: readonly Num[];
  readonly rest: Expr;
}

/** a·x + b·y + rest, with numbers a and b. */
function linearIn(arg: Expr, variables: readonly Sym[]): Linear | undefined {
  const slopes = variables.map(() => num(0));
  const rest: Expr[] = [];
  for (const term of termsOf(arg)) {
    const factors = factorsOf(term);
    const at = variables.findIndex((v) => factors.includes(v));
    const others = factors.filter((factor) => factor !== variables[at]);
    if (others.some((factor) => variables.some((v) => some(factor, (part) => part === v))))
      return undefined;
    if (at < 0) {
      rest.push(term);
      continue;
    }
    if (!others.every((factor): factor is Num => factor.kind === "num")) return undefined;
    slopes[at] = plus(
      slopes[at] ?? num(0),
      others.reduce<Num>((a, b) => times(a, b as Num), one),
    );
  }
  return { slopes, rest: rest.length > 0 ? sum(...rest) : zero };
}

/** The inverse matrix and the size of its determinant. */
function inverted(
  rows: readonly (readonly Num[])[],
): { readonly rows: readonly (readonly Num[])[]; readonly size: Num } | undefined {
  const n = rows.length;
  const left = rows.map((row) => [...row]);
  const right = rows.map((_, r) => rows.map((_, c) => (r === c ? one : num(0))));
  let size: Num = one;
  for (let c = 0; c < n; c++) {
    const pivot = left.findIndex((row, r) => r >= c && !isZero(row[c] ?? zero));
    if (pivot < 0) return undefined;
    for (const side of [left, right]) {
      const [a, b] = [side[c], side[pivot]];
      if (a && b) [side[c], side[pivot]] = [b, a];
    }
    const over = left[c]?.[c] ?? one;
    const inverse = rational(
      over.denominator * (over.numerator < 0n ? -1n : 1n),
      absolute(over.numerator),
    );
    size = times(size, rational(over.denominator, absolute(over.numerator)));
    for (const side of [left, right])
      side[c] = (side[c] ?? []).map((entry) => times(entry, inverse));
    for (let r = 0; r < n; r++) {
      if (r === c) continue;
      const factor = times(minusOne, left[r]?.[c] ?? num(0));
      for (const side of [left, right])
        side[r] = (side[r] ?? []).map((entry, k) =>
          plus(entry, times(factor, side[c]?.[k] ?? num(0))),
        );
    }
  }
  return { rows: right, size };
}

const absolute = (n: bigint): bigint => (n < 0n ? -n : n);
