/** Gauss–Legendre nodes on [0, 1]. */

export interface GaussNode {
  readonly x: number;
  readonly weight: number;
}

const known = new Map<number, readonly GaussNode[]>();

/** Exact for polynomials below degree 2n. */
export function gaussNodes(n: number): readonly GaussNode[] {
  const made = known.get(n) ?? make(n);
  known.set(n, made);
  return made;
}

function make(n: number): readonly GaussNode[] {
  return Array.from({ length: n }, (_, k) => {
    let x = Math.cos((Math.PI * (k + 0.75)) / (n + 0.5));
    let slope = 0;
    for (let step = 0; step < 100; step++) {
      let [before, last] = [1, x];
      for (let j = 1; j < n; j++)
        [before, last] = [last, ((2 * j + 1) * x * last - j * before) / (j + 1)];
      slope = (n * (x * last - before)) / (x * x - 1);
      const change = last / slope;
      x -= change;
      if (Math.abs(change) < 1e-16) break;
    }
    return { x: (1 - x) / 2, weight: 1 / ((1 - x * x) * slope * slope) };
  });
}
