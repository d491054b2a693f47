/** Definite integrals of functions of one variable: a value with its digits, or the reason why there is none. */
import { type Field, Undefined } from "../number/field";
import { adaptive } from "./adaptive";
import { type Attempt, doubleExponential, type Interval } from "./doubleExponential";
import { combine, counted, type Estimate, real } from "./estimate";
import { oscillating } from "./oscillation";

/** An end of the range of integration. */
export type End<E> = E | "∞" | "-∞";

/** Halvings of the step before other means are tried. */
const levels = { double: 6, digits: 4, prime: 0 } as const;

/** Evaluations an integral may take. */
const evaluations = { double: 20000, digits: 8000, prime: 0 } as const;

/** ∫_lower^upper f(x) dx along the straight line. Throws `Undefined` where it diverges or does not settle. */
export function integrate<E>(
  field: Field<E>,
  f: (x: E) => E,
  lower: End<E>,
  upper: End<E>,
): Estimate<E> {
  const counting = counted(f, evaluations[field.kind], "the integral does not settle");
  if (lower === "-∞" && upper === "∞") return line(field, counting);
  if (lower === "∞" && upper === "-∞") return negative(field, line(field, counting));
  if (isEnd(upper)) {
    if (isEnd(lower)) throw new Undefined("an integral between equal ends");
    return halfLine(field, counting, lower, upper === "∞" ? 1 : -1);
  }
  if (isEnd(lower))
    return negative(field, halfLine(field, counting, upper, lower === "∞" ? 1 : -1));
  return finite(field, counting, lower, upper);
}

const isEnd = <E>(end: End<E>): end is "∞" | "-∞" => end === "∞" || end === "-∞";

const negative = <E>(field: Field<E>, { value, digits, scale }: Estimate<E>): Estimate<E> => ({
  value: field.neg(value),
  digits,
  scale,
});

function finite<E>(field: Field<E>, f: (x: E) => E, lower: E, upper: E): Estimate<E> {
  const stretch = field.sub(upper, lower);
  if (field.isZero(stretch)) return { value: field.zero, digits: 50, scale: 0 };
  const interval: Interval<E> = { range: "finite", start: lower, stretch };
  const whole = doubleExponential(field, f, interval, levels[field.kind]);
  return settled(whole) ?? halves(field, f, interval, whole);
}

function halfLine<E>(field: Field<E>, f: (x: E) => E, start: E, direction: 1 | -1): Estimate<E> {
  const interval: Interval<E> = { range: "half-line", start, stretch: real(field, direction) };
  const whole = doubleExponential(field, f, interval, levels[field.kind]);
  const waves = () => {
    const turned = (u: E) => f(direction > 0 ? field.add(start, u) : field.sub(start, u));
    const found = oscillating(field, turned);
    return found && direction < 0 ? negative(field, found) : found;
  };
  if (whole.flaw && whole.steady) throw new Undefined(whole.flaw);
  return settled(whole) ?? waves() ?? folded(field, f, interval, whole);
}

/** The whole line at once; else its two halves. */
function line<E>(field: Field<E>, f: (x: E) => E): Estimate<E> {
  const interval: Interval<E> = { range: "line", start: field.zero, stretch: field.one };
  const whole = settled(doubleExponential(field, f, interval, levels[field.kind]));
  if (whole) return whole;
  const right = halfLine(field, f, field.zero, 1);
  const left = negative(field, halfLine(field, f, field.zero, -1));
  return combine(field, [left, right]);
}

const settled = <E>(attempt: Attempt<E>): Estimate<E> | undefined =>
  attempt.settled && attempt.digits >= 8 ? attempt : undefined;

/** A half line in two parts: up to one unit, and the rest folded onto (0, 1] by x = start + 1/u. */
function folded<E>(
  field: Field<E>,
  f: (x: E) => E,
  interval: Interval<E>,
  whole: Attempt<E>,
): Estimate<E> {
  if (whole.flaw) throw new Undefined(whole.flaw);
  const { start, stretch } = interval;
  const inverted = (u: E) => {
    const step = field.div(stretch, u);
    return field.div(f(field.add(start, step)), field.mul(u, u));
  };
  const rest = adaptive(field, inverted, field.zero, field.one, whole.scale);
  const far = { ...rest, value: field.mul(rest.value, stretch) };
  return combine(field, [adaptive(field, f, start, stretch, whole.scale), far]);
}

/** Halving, where the rule over the whole gave few digits; the better of the two. */
function halves<E>(
  field: Field<E>,
  f: (x: E) => E,
  interval: Interval<E>,
  whole: Attempt<E>,
): Estimate<E> {
  if (whole.flaw) throw new Undefined(whole.flaw);
  const fewer = { ...whole, digits: whole.digits - 1 };
  try {
    const found = adaptive(field, f, interval.start, interval.stretch, whole.scale);
    return whole.settled && fewer.digits > found.digits ? fewer : found;
  } catch (problem) {
    if (whole.settled && problem instanceof Undefined) return fewer;
    throw problem;
  }
}
