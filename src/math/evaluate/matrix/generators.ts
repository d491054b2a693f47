/** Generators of SU(N) without their square roots: T^a = √w_a T̃^a with rational T̃ and w. */

/** w_a as [numerator, denominator]; off-diagonal generators first, then the diagonal ones. */
export const adjointWeights = (colours: number): readonly (readonly [number, number])[] =>
  cached(colours).map((generator) => generator.weight);

export interface Generator {
  readonly weight: readonly [number, number];
  /** row, column, real part, imaginary part — each over `under`. */
  readonly entries: readonly (readonly [row: number, column: number, re: number, im: number])[];
  readonly under: number;
}

const known = new Map<number, readonly Generator[]>();

export function cached(colours: number): readonly Generator[] {
  const found = known.get(colours) ?? generators(colours);
  known.set(colours, found);
  return found;
}

/** In Gell-Mann's order: T¹, T², T³ span SU(2), and so on up. */
function generators(colours: number): readonly Generator[] {
  const list: Generator[] = [];
  for (let k = 1; k < colours; k++) {
    for (let i = 0; i < k; i++) {
      list.push({
        weight: [1, 1],
        under: 2,
        entries: [
          [i, k, 1, 0],
          [k, i, 1, 0],
        ],
      });
      list.push({
        weight: [1, 1],
        under: 2,
        entries: [
          [i, k, 0, -1],
          [k, i, 0, 1],
        ],
      });
    }
    const diagonal = Array.from(
      { length: k + 1 },
      (_, i): readonly [number, number, number, number] => [i, i, i < k ? 1 : -k, 0],
    );
    list.push(
      k === 1
        ? { weight: [1, 1], under: 2, entries: diagonal }
        : { weight: [1, 2 * k * (k + 1)], under: 1, entries: diagonal },
    );
  }
  return list;
}
