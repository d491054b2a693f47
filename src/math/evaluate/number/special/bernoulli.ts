/** Bernoulli numbers as exact fractions. */

export interface Fraction {
  readonly over: bigint;
  readonly under: bigint;
}

const even: Fraction[] = [{ over: 1n, under: 1n }];

/** B_{2k}, from B_{2k} = ½ − (1/(2k+1)) ∑_{j<k} C(2k+1, 2j) B_{2j}. */
export function bernoulli(k: number): Fraction {
  for (let n = even.length; n <= k; n++) {
    let over = 0n;
    let under = 1n;
    let choose = 1n;
    const top = BigInt(2 * n + 1);
    for (let j = 0; j < n; j++) {
      const known = even[j] as Fraction;
      [over, under] = reduced(
        over * known.under + choose * known.over * under,
        under * known.under,
      );
      const two = BigInt(2 * j);
      choose = (choose * (top - two) * (top - two - 1n)) / ((two + 1n) * (two + 2n));
    }
    const [a, b] = reduced(under * top - 2n * over, 2n * under * top);
    even.push({ over: a, under: b });
  }
  return even[k] as Fraction;
}

function reduced(over: bigint, under: bigint): [bigint, bigint] {
  let [a, b] = [over < 0n ? -over : over, under];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? [0n, 1n] : [over / a, under / a];
}
