/** sin²x = ½ − ½ cos 2x: products of sines and cosines as sums of waves, so that ∫^∞ can be taken wave by wave. */
import { func, num, product, quotient, rational, sum } from "../../expr/build";
import type { Expr } from "../../expr/node";
import { some } from "../../expr/walk";

/** Coefficients of cos φ and sin φ, φ = ∑ n u over the arguments u of the integrand. */
interface Wave {
  readonly numbers: ReadonlyMap<Expr, number>;
  readonly cosine: Expr;
  readonly sine: Expr;
}

/** More of them than this are not worth their integrals. */
const most = 12;

/** An integral is evaluated at many places, its waves are found once. */
const known = new WeakMap<Expr, Map<Expr, readonly Expr[] | undefined>>();

/** The integrand as a sum, one term a wave, where its waves differ and one of them may stand still; undefined otherwise. */
export function harmonics(integrand: Expr, variable: Expr): readonly Expr[] | undefined {
  const found = known.get(integrand) ?? new Map();
  known.set(integrand, found);
  if (!found.has(variable)) found.set(variable, termsOf(integrand, variable));
  return found.get(variable);
}

function termsOf(integrand: Expr, variable: Expr): readonly Expr[] | undefined {
  const waves = wavesOf(integrand, (part) => some(part, (node) => node === variable));
  if (!waves || waves.length < 2) return undefined;
  const still = waves.some(({ numbers }) => numbers.size === 0);
  const bases = new Set(waves.flatMap(({ numbers }) => [...numbers.keys()]));
  if (!still && bases.size < 2) return undefined;
  return waves.map(({ numbers, cosine, sine }) => {
    const phase = sum(...[...numbers].map(([u, n]) => (n === 1 ? u : product(num(n), u))));
    return numbers.size === 0
      ? cosine
      : sum(product(cosine, func("cos", [phase])), product(sine, func("sin", [phase])));
  });
}

function wavesOf(expr: Expr, varies: (part: Expr) => boolean): readonly Wave[] | undefined {
  const swings = some(expr, (node) => isWave(node) && varies(node));
  if (!swings) return [{ numbers: new Map(), cosine: expr, sine: num(0) }];
  const inner = (part: Expr) => wavesOf(part, varies);
  switch (expr.kind) {
    case "function": {
      const [u] = expr.args;
      if (!u || !isWave(expr)) return undefined;
      const isSine = expr.name === "sin";
      const [cosine, sine] = isSine ? [num(0), num(1)] : [num(1), num(0)];
      return [{ numbers: new Map([[u, 1]]), cosine, sine }];
    }
    case "sum": {
      const parts = expr.terms.map(inner);
      return parts.every((part) => part !== undefined) ? gathered(parts.flat()) : undefined;
    }
    case "product":
      return multiplied(expr.factors.map(inner));
    case "quotient": {
      const over = inner(expr.over);
      const still = !some(expr.under, (node) => isWave(node) && varies(node));
      return still && over
        ? over.map(({ numbers, cosine, sine }) => ({
            numbers,
            cosine: quotient(cosine, expr.under),
            sine: quotient(sine, expr.under),
          }))
        : undefined;
    }
    case "power": {
      const { base, exponent } = expr;
      const times =
        exponent.kind === "num" && exponent.denominator === 1n ? exponent.numerator : 0n;
      return times > 0n && times <= 6n
        ? multiplied(Array.from({ length: Number(times) }, () => inner(base)))
        : undefined;
    }
    default:
      return undefined;
  }
}

const isWave = (node: Expr): boolean =>
  node.kind === "function" &&
  (node.name === "sin" || node.name === "cos") &&
  node.args.length === 1 &&
  node.parameters.length === 0;

function multiplied(parts: readonly (readonly Wave[] | undefined)[]): readonly Wave[] | undefined {
  let found: readonly Wave[] = [{ numbers: new Map(), cosine: num(1), sine: num(0) }];
  for (const part of parts) {
    if (!part || found.length * part.length > most) return undefined;
    found = gathered(found.flatMap((a) => part.flatMap((b) => timesWave(a, b))));
  }
  return found;
}

/** (a cos α + b sin α)(c cos β + d sin β) in waves of α + β and α − β. */
function timesWave(a: Wave, b: Wave): readonly Wave[] {
  if (a.numbers.size === 0 || b.numbers.size === 0) {
    const [still, wave] = a.numbers.size === 0 ? [a, b] : [b, a];
    return [
      {
        numbers: wave.numbers,
        cosine: product(still.cosine, wave.cosine),
        sine: product(still.cosine, wave.sine),
      },
    ];
  }
  const half = (one: Expr, sign: number, other: Expr): Expr =>
    product(rational(1n, 2n), sum(one, product(num(sign), other)));
  const [ac, bd] = [product(a.cosine, b.cosine), product(a.sine, b.sine)];
  const [ad, bc] = [product(a.cosine, b.sine), product(a.sine, b.cosine)];
  return [
    { numbers: joined(a, b, 1), cosine: half(ac, -1, bd), sine: half(ad, 1, bc) },
    { numbers: joined(a, b, -1), cosine: half(ac, 1, bd), sine: half(bc, -1, ad) },
  ];
}

function joined(a: Wave, b: Wave, sign: 1 | -1): ReadonlyMap<Expr, number> {
  const numbers = new Map(a.numbers);
  for (const [u, n] of b.numbers) numbers.set(u, (numbers.get(u) ?? 0) + sign * n);
  return new Map([...numbers].filter(([, n]) => n !== 0));
}

/** One wave for each phase; a phase and its negative are one. */
function gathered(waves: readonly Wave[]): readonly Wave[] {
  const found: Wave[] = [];
  for (const wave of waves) {
    const at = found.findIndex(({ numbers }) => ratio(numbers, wave.numbers) !== 0);
    const known = found[at];
    if (!known) {
      found.push(wave);
      continue;
    }
    const sign = ratio(known.numbers, wave.numbers);
    found[at] = {
      numbers: known.numbers,
      cosine: sum(known.cosine, wave.cosine),
      sine: sum(known.sine, product(num(sign), wave.sine)),
    };
  }
  return found;
}

/** 1 for equal phases, −1 for opposite ones, 0 for others. */
function ratio(a: ReadonlyMap<Expr, number>, b: ReadonlyMap<Expr, number>): number {
  if (a.size !== b.size) return 0;
  for (const sign of [1, -1]) if ([...a].every(([u, n]) => b.get(u) === sign * n)) return sign;
  return 0;
}
