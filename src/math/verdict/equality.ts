/** Are two sides equal? Exact arithmetic first, then doubles, then many digits. */

import { worlds } from "../evaluate/evaluate";
import type { World } from "../evaluate/evaluation";
import { surveyed } from "../evaluate/survey";
import { constant } from "../expr/build";
import type { Expr } from "../expr/node";
import { children, some } from "../expr/walk";
import { type Exact, exactly } from "./exactly";
import { freeSymbols } from "./freeSymbols";
import { isKink } from "./kinks";
import { numerically } from "./numerically";
import { type Outcome, undecided } from "./outcome";
import type { Ground } from "./sample";

/** Points at which doubles and digits must agree; a claim among numbers alone has one. */
const spread = 8;
/** Points in doubles that confirm an exact proof. */
const confirmation = 2;

/** Digits an agreement must reach: all of them for closed forms, fewer where a quadrature or a sum was done or a kernel narrows, those of the measurement for constants of nature. */
const wanted = { closed: 30, analysed: 12, measured: 8, narrowed: 10 };

export function equality(left: Expr, right: Expr, ground: Ground): Outcome {
  const outcome = compared(left, right, ground);
  if (outcome.kind !== "holds") return outcome;
  const shows = (what: (node: Expr) => boolean): boolean =>
    [left, right].some((side) => some(side, what));
  const again = (points: number): Outcome => {
    const list = worlds([left, right], ground.conventions, ground.facts);
    return numerically(left, right, ground, list, { points, digits: 0 });
  };
  if (shows(isWound) && again(turns).kind === "differs")
    return undecided("differs", "it holds on one branch of a root or a logarithm");
  const elsewhere = shows(hasCorner) && !shows(isAnalysed) ? again(corners) : outcome;
  return elsewhere.kind === "differs" ? elsewhere : outcome;
}

/** Points at which angles go round more than once. */
const turns = 48;

/** Points among which one lies on every side of a corner. */
const corners = 240;

/** √(e^{iθ}), ln e^{iθ}, arcsin(sin θ): what has branches, of something periodic. */
const isWound = (node: Expr): boolean =>
  ((node.kind === "function" && branched.has(node.name)) ||
    (node.kind === "power" && node.base !== constant("e") && isFraction(node.exponent))) &&
  children(node).some((part) => some(part, isPeriodic));

/** θ(x + a), √((x + a)²): of one form on one side of a place, and of another on the other. */
const hasCorner = (node: Expr): boolean =>
  (isKink(node) || isRoot(node)) &&
  children(node).some((part) =>
    some(part, ({ kind }) => kind === "sum" || (node.kind === "function" && node.args.length > 1)),
  );

const isRoot = (node: Expr): boolean =>
  (node.kind === "function" && node.name === "sqrt") ||
  (node.kind === "power" && node.base.kind === "power" && isFraction(node.exponent));

const isFraction = (exponent: Expr): boolean =>
  exponent.kind === "num"
    ? exponent.denominator !== 1n
    : exponent.kind === "quotient" && exponent.over.kind === "num" && exponent.under.kind === "num";

const branched = new Set([
  "sqrt",
  "log",
  "ln",
  "arg",
  "arcsin",
  "arccos",
  "arctan",
  "asin",
  "acos",
  "atan",
]);

const isPeriodic = (node: Expr): boolean =>
  (node.kind === "power" && node.base === constant("e")) ||
  (node.kind === "function" && /^(?:exp|sin|cos|tan)$/.test(node.name));

function compared(left: Expr, right: Expr, ground: Ground): Outcome {
  const list = worlds([left, right], ground.conventions, ground.facts);
  if (list.length === 0) return undecided("beyond", "no representation");
  const exact = exactly(left, right, ground, list);
  const { relatesConstants, nodes, paired } = surveyed([left, right], ground.facts);
  const narrows = paired !== undefined && nodes.some(({ kind }) => kind === "limit");
  const points = isConstant(left, right) ? 1 : narrows ? spread / 2 : spread;
  if (exact.kind === "equal") return confirmed(left, right, ground, list, exact, points);
  const digits = relatesConstants
    ? wanted.measured
    : narrows
      ? wanted.narrowed
      : paired !== undefined || nodes.some(isAnalysed)
        ? wanted.analysed
        : wanted.closed;
  const seen = numerically(left, right, ground, list, { points, digits });
  return seen.kind === "holds" && exact.kind === "different" && exact.rational
    ? undecided("budget", "exact arithmetic and decimals disagree")
    : seen;
}

/** An exact agreement, seen in doubles as well: on every branch where functions were taken as symbols. */
function confirmed(
  left: Expr,
  right: Expr,
  ground: Ground,
  list: readonly World[],
  { rational, points, error }: Extract<Exact, { kind: "equal" }>,
  places: number,
): Outcome {
  const plan = { points: rational ? confirmation : places, digits: 0 };
  const seen = numerically(left, right, ground, list, plan);
  if (seen.kind === "holds") return { ...seen, error, points };
  const unseen = seen.kind === "undecided" && seen.why === "beyond";
  return rational && unseen
    ? { kind: "holds", error, points, digits: Number.POSITIVE_INFINITY }
    : seen;
}

const isConstant = (...sides: readonly Expr[]): boolean =>
  freeSymbols(...sides).size === 0 && !sides.some((side) => some(side, hasSamples));

const hasSamples = (node: Expr): boolean =>
  ["call", "primed", "ket", "bra", "expectation"].includes(node.kind);

/** Values that come from quadrature, sums, limits or series of special functions. */
const isAnalysed = (node: Expr): boolean =>
  ["integral", "series", "limit", "bar", "order"].includes(node.kind) ||
  (node.kind === "function" && !elementary.has(node.name));

const elementary = new Set(
  "sin cos tan cot sec csc sinh cosh tanh coth sech csch arcsin arccos arctan arsinh arcosh artanh exp log ln sqrt abs arg Re Im sign θ factorial binomial det min max".split(
    " ",
  ),
);
