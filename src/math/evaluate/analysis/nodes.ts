/** Double-exponential changes of variable: where to evaluate, and with what weight. */

/** A point of the line t ↦ x: distance to the nearer end (or to the origin), which side, and dx/dt. */
export interface Node {
  readonly t: number;
  /** Distance from the end in units of the length; for infinite ranges the distance from the finite end or from 0. */
  readonly distance: number;
  /** Measured from the lower end (or to the right of 0), or from the upper end (or to the left of 0). */
  readonly from: "lower" | "upper";
  readonly weight: number;
}

export type Range = "finite" | "half-line" | "line";

/** The node of parameter t. */
export function node(range: Range, t: number): Node {
  const u = (Math.PI / 2) * Math.sinh(t);
  const du = (Math.PI / 2) * Math.cosh(t);
  switch (range) {
    case "finite": {
      const small = Math.exp(-2 * Math.abs(u));
      const distance = small / (1 + small);
      const weight = (2 * du * small) / (1 + small) ** 2;
      return { t, distance, weight, from: u < 0 ? "lower" : "upper" };
    }
    case "half-line": {
      const distance = Math.exp(u);
      return { t, distance, weight: du * distance, from: "lower" };
    }
    case "line":
      return {
        t,
        distance: Math.abs(Math.sinh(u)),
        weight: du * Math.cosh(u),
        from: u >= 0 ? "lower" : "upper",
      };
  }
}

/** Nodes fall off every symmetric point: a singularity there that is removable is then no obstacle. */
export const offset = 0.190983;

/** Beyond these |t| the distances leave the range of doubles. */
export const farthest: Readonly<Record<Range, number>> = {
  finite: 6.1,
  "half-line": 6.7,
  line: 6.7,
};
