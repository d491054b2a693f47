/** One integral over one interval by a double-exponential rule, with detection of ends where it diverges. */
import { type Field, Undefined } from "../number/field";
import { aims, digitsOf, type Estimate, real, Spent } from "./estimate";
import { farthest, type Node, node, offset, type Range } from "./nodes";

export interface Interval<E> {
  readonly range: Range;
  /** The finite end of a half line (the lower end of a finite interval); ignored for the line. */
  readonly start: E;
  /** Length of a finite interval; for infinite ones a unit vector along the direction of integration. */
  readonly stretch: E;
}

export interface Attempt<E> extends Estimate<E> {
  readonly settled: boolean;
  /** Why it has no value, where an end shows that. */
  readonly flaw: string | undefined;
  /** The function follows a power law at the end where it does not yet vanish: oscillation has no part in it. */
  readonly steady: boolean;
}

/** Terms below this fraction of the largest are left out. */
const negligible = 1e-17;

/** Halvings of the step begin at ½ and end at 2^{−1−`levels`}. */
export function doubleExponential<E>(
  field: Field<E>,
  f: (x: E) => E,
  interval: Interval<E>,
  levels: number,
  wanted: number = aims[field.kind].wanted,
): Attempt<E> {
  const rule = new Rule(field, f, interval);
  const length = field.magnitude(interval.stretch);
  let h = 0.5;
  const right = rule.walk(h, 1);
  const left = rule.walk(h, -1);
  const ends = [right, left];
  const flaw = ends.find((end) => end.flaw)?.flaw;
  const neglected = ends.reduce((total, end) => total + end.neglected, 0) * length;
  const steady = ends.some((end) => end.steady);
  if (flaw || rule.failed) {
    const scale = rule.size * h * length;
    return { value: field.zero, digits: 0, scale, settled: false, flaw, steady };
  }
  let before = rule.total(h);
  let error = Number.POSITIVE_INFINITY;
  const agreed: number[] = [];
  for (let level = 0; level < levels; level++) {
    rule.fill(h, left.t, right.t);
    h /= 2;
    if (rule.failed) break;
    const now = rule.total(h);
    const change = field.magnitude(field.sub(now, before));
    before = now;
    const scale = rule.size * h * length;
    agreed.push(digitsOf(change, scale, 30));
    error = scale * 10 ** -expected(agreed);
    if (level >= 1 && error <= 10 ** -wanted * scale) break;
  }
  const scale = rule.size * h * length;
  const digits = digitsOf(error + neglected, scale, aims[field.kind].most);
  const settled = !rule.failed && (agreed.at(-1) ?? 0) > 2 && digits >= 6;
  return { value: before, scale, settled, flaw: undefined, digits, steady };
}

/** Digits of the last value: where the rule works they double with each halving; a single good agreement may be luck. */
function expected(agreed: readonly number[]): number {
  const [c = 0, b = 0, a = 0] = agreed.slice(-3).reverse();
  if (b >= 3 && b >= 1.5 * a && c >= 1.7 * b) return 1.5 * c;
  return Math.min(c, (b + c) / 2);
}

interface End {
  readonly t: number;
  /** Estimate of what lies beyond the last node. */
  readonly neglected: number;
  readonly flaw?: string;
  readonly steady?: boolean;
}

/** What was found at one node of the walk. */
interface Seen {
  readonly node: Node;
  readonly size: number;
  readonly weighted: number;
}

/** The sum of weighted values so far. */
class Rule<E> {
  readonly field: Field<E>;
  readonly f: (x: E) => E;
  readonly interval: Interval<E>;
  sum: E;
  size = 0;
  largest = 0;
  failed = false;

  constructor(field: Field<E>, f: (x: E) => E, interval: Interval<E>) {
    this.field = field;
    this.f = f;
    this.interval = interval;
    this.sum = field.zero;
  }

  total(h: number): E {
    return this.field.mul(this.field.mul(this.sum, real(this.field, h)), this.interval.stretch);
  }

  /** Adds the nodes from the middle towards one end; stops where they no longer count. */
  walk(h: number, direction: 1 | -1): End {
    const { range } = this.interval;
    let quiet = 0;
    const met: Seen[] = [];
    for (let k = direction > 0 ? 0 : 1; ; k++) {
      const t = offset + direction * k * h;
      const at = node(range, t);
      const out = Math.abs(t) > farthest[range] || this.merged(at);
      const size = out ? undefined : this.add(at);
      if (size === undefined) return this.ending(met, h, out, direction);
      const weighted = size * at.weight;
      met.push({ node: at, size, weighted });
      quiet = weighted <= negligible * this.largest && this.largest > 0 ? quiet + 1 : 0;
      if (quiet >= 3 && Math.abs(t) > 2) return { t, neglected: 0 };
    }
  }

  /** Nodes between those of step h. */
  fill(h: number, from: number, to: number): void {
    for (let k = Math.ceil((from - offset) / h - 0.5); ; k++) {
      const t = offset + (k + 0.5) * h;
      if (t > to) return;
      const at = node(this.interval.range, t);
      if (!this.merged(at) && this.add(at) === undefined) {
        this.failed = true;
        return;
      }
    }
  }

  /** Does the node coincide with the end it is measured from? */
  private merged(at: Node): boolean {
    if (at.distance === 0 || at.weight === 0 || !Number.isFinite(at.weight)) return true;
    if (this.interval.range !== "finite") return false;
    const { field } = this;
    const end = at.from === "lower" ? this.interval.start : this.upper();
    return field.isZero(field.sub(this.place(at), end));
  }

  private upper(): E {
    return this.field.add(this.interval.start, this.interval.stretch);
  }

  private place({ distance, from }: Node): E {
    const { field, interval } = this;
    const step = field.mul(interval.stretch, real(field, distance));
    if (interval.range === "line") return from === "lower" ? step : field.neg(step);
    if (from === "lower") return field.add(interval.start, step);
    return field.sub(this.upper(), step);
  }

  /** |f| there, or undefined where f has no value. */
  private add(at: Node): number | undefined {
    const value = valueAt(this.f, this.place(at));
    if (value === undefined) return undefined;
    const size = this.field.magnitude(value);
    if (!Number.isFinite(size)) return undefined;
    this.sum = this.field.add(this.sum, this.field.mul(value, real(this.field, at.weight)));
    this.size += size * at.weight;
    this.largest = Math.max(this.largest, size * at.weight);
    return size;
  }

  /** What the last nodes say about the rest: f ~ distance^s near the end. */
  private ending(met: readonly Seen[], h: number, out: boolean, direction: 1 | -1): End {
    const last = met.at(-1);
    const earlier = met.at(-3) ?? met[0];
    if (!last || !earlier || last === earlier)
      return { t: 0, neglected: 0, flaw: "no value near an end" };
    const t = out ? this.farthest(last.node.t, h, direction) : last.node.t;
    if (last.weighted * h <= 1e-13 * this.size * h) return { t, neglected: last.weighted * h };
    const toInfinity =
      this.interval.range === "line" || (this.interval.range === "half-line" && direction > 0);
    const slope =
      Math.log(last.size / earlier.size) / Math.log(last.node.distance / earlier.node.distance);
    const room = toInfinity ? -1 - slope : 1 + slope;
    const steady = followsPower(met.slice(-7));
    if (!(room > 0.02)) return { t, neglected: 0, flaw: "divergent", steady };
    const reached = node(this.interval.range, t).distance / last.node.distance;
    const beyond = reached ** (1 + slope);
    const neglected = ((last.size * last.node.distance) / room) * Math.min(1, beyond);
    if (neglected <= 1e-5 * this.size * h) return { t, neglected };
    const flaw = steady ? "it falls too slowly to be reached" : "no value near an end";
    return out && !steady ? { t, neglected } : { t, neglected, flaw, steady };
  }

  /** The last place before the nodes merge with the end, from one that is known to be before it. */
  private farthest(from: number, h: number, direction: 1 | -1): number {
    let t = from;
    for (let step = h / 2; step > h / 64; step /= 2) {
      const next = t + direction * step;
      const within = Math.abs(next) <= farthest[this.interval.range];
      if (within && !this.merged(node(this.interval.range, next))) t = next;
    }
    return t;
  }
}

/** Are the local exponents of the size all the same? */
function followsPower(seen: readonly Seen[]): boolean {
  const slopes = seen.slice(1).map(({ size, node: at }, k) => {
    const before = seen[k] as Seen;
    return Math.log(size / before.size) / Math.log(at.distance / before.node.distance);
  });
  const mean = slopes.reduce((sum, slope) => sum + slope, 0) / slopes.length;
  return slopes.length >= 4 && slopes.every((slope) => Math.abs(slope - mean) < 0.1);
}

/** The value of f, or undefined where it has none. */
export function valueAt<A, E>(f: (x: A) => E, x: A): E | undefined {
  try {
    return f(x);
  } catch (problem) {
    if (problem instanceof Undefined && !(problem instanceof Spent)) return undefined;
    throw problem;
  }
}
