/** Σₙ|n⟩⟨n| = 1 and ∫dx |x⟩⟨x| = 1: sums over intermediate states, traces and probabilities. */
import { bra, constant, dagger, ket, negate, num, product, trace } from "../expr/build";
import { intern } from "../expr/intern";
import type { Expr, Integral, Series } from "../expr/node";
import { factorsOf, isNamed } from "../expr/questions";
import { some, transform } from "../expr/walk";
import type { PremiseEntry } from "../verdict/premiseEntry";
import { rewritten } from "./names";

const two = num(2);
const infinity = constant("∞");

export const complete: PremiseEntry = {
  id: "complete",
  name: "completeness",
  rewrites: true,
  usual: true,
  *apply(claim) {
    const bases = new Set<string>();
    const result = rewritten(claim, (side) =>
      transform(side, (node) => {
        const [value, used] = closed(node);
        for (const basis of used) bases.add(basis);
        return value;
      }),
    );
    if (result) yield { latex: [...bases].join(",\\ "), facts: [], claim: result };
  },
};

/** Without the labels that only count states, and the bases they count. */
function closed(node: Expr): readonly [Expr, readonly string[]] {
  for (const sum of sumsIn(node)) {
    const value = insertion(sum) ?? overStates(sum);
    if (!value) continue;
    const [rest, used] = closed(sum.around(value));
    return [rest, [sum.basis, ...used]];
  }
  return [node, []];
}

/** What is summed or integrated over all values of one label. */
interface Sum {
  readonly isLabel: (node: Expr) => boolean;
  readonly factors: readonly Expr[];
  readonly basis: string;
  /** The value under the sums that are left. */
  readonly around: (value: Expr) => Expr;
}

const sumsIn = (node: Expr): readonly Sum[] =>
  node.kind === "series" ? seriesOf(node) : node.kind === "integral" ? integralOf(node) : [];

function seriesOf(node: Series): readonly Sum[] {
  const { variables, lower, upper, values, condition, sort, body } = node;
  if ((lower ?? upper ?? values ?? condition) || sort !== "sum") return [];
  return variables.flatMap((label): readonly Sum[] => {
    if (label.kind !== "symbol") return [];
    const { name } = label;
    const others = variables.filter((other) => other !== label);
    return [
      {
        isLabel: (part) => part === label,
        factors: amplitudesOf(body),
        basis: `\\sum_${name}|${name}\\rangle\\langle ${name}|=1`,
        around: (value) =>
          others.length === 0 ? value : intern({ ...node, variables: others, body: value }),
      },
    ];
  });
}

function integralOf({ measures, integrand }: Integral): readonly Sum[] {
  const [measure, ...others] = measures;
  if (!measure || others.length > 0 || measure.sort !== "plain") return [];
  const { variable, lower, upper, region } = measure;
  const isWhole = !lower && !upper ? true : lower === negate(infinity) && upper === infinity;
  if (variable.kind !== "symbol" || !isWhole || region !== undefined) return [];
  const { name } = variable;
  return [
    {
      isLabel: (part) => isNamed(part, name),
      factors: amplitudesOf(integrand),
      basis: `\\int d${name}\\,|${name}\\rangle\\langle ${name}|=1`,
      around: (value) => value,
    },
  ];
}

/** The factors, with |⟨n|A|ψ⟩|² as ⟨ψ|A†|n⟩⟨n|A|ψ⟩. */
const amplitudesOf = (body: Expr): readonly Expr[] =>
  factorsOf(body).flatMap((factor) => {
    if (factor.kind !== "power" || factor.exponent !== two) return [factor];
    const { base } = factor;
    const [inside] = base.kind === "function" && base.name === "abs" ? base.args : [];
    const [first, ...rest] = inside?.kind === "product" ? inside.factors : [];
    const last = rest.at(-1);
    const between = rest.slice(0, -1);
    if (first?.kind !== "bra" || last?.kind !== "ket" || between.some(isState)) return [factor];
    const back = [...between].reverse().map(dagger);
    return [bra(...last.labels), ...back, ket(...first.labels), first, ...between, last];
  });

const isState = ({ kind }: Expr): boolean => kind === "ket" || kind === "bra";

/** What is left where |n⟩⟨n| stands once, also between amplitudes that are written in the other order: ⟨n|b⟩⟨a|n⟩. */
function insertion({ factors, isLabel }: Sum): Expr | undefined {
  const isAt = (at: number, kind: "ket" | "bra"): boolean => isStateOf(factors[at], kind, isLabel);
  const shows = (list: readonly Expr[]): boolean => list.some((one) => some(one, isLabel));
  const place = factors.findIndex((_, at) => isAt(at, "ket") && isAt(at + 1, "bra"));
  if (place >= 0) {
    const rest = [...factors.slice(0, place), ...factors.slice(place + 2)];
    return shows(rest) ? undefined : product(...rest);
  }
  const amplitudes = amplitudesIn(factors);
  const into = amplitudes.find((one) => isStateOf(one.at(-1), "ket", isLabel));
  const outOf = amplitudes.find((one) => isStateOf(one[0], "bra", isLabel));
  if (!into || !outOf || into === outOf) return undefined;
  const rest = amplitudes.filter((one) => one !== into && one !== outOf).flat();
  const joined = [...into.slice(0, -1), ...outOf.slice(1)];
  return shows([...rest, ...joined]) ? undefined : product(...rest, ...joined);
}

/** Σₙ⟨n|A|n⟩ = Tr A. */
function overStates({ factors, isLabel }: Sum): Expr | undefined {
  const [only, ...more] = amplitudesIn(factors).filter((one) => one.some(isState));
  const inside = only?.slice(1, -1) ?? [];
  if (!only || more.length > 0 || inside.length === 0) return undefined;
  const [first, last] = [only[0], only.at(-1)];
  if (!isStateOf(first, "bra", isLabel) || !isStateOf(last, "ket", isLabel)) return undefined;
  const rest = factors.filter((factor) => !only.includes(factor));
  if ([...rest, ...inside].some((one) => some(one, isLabel))) return undefined;
  return product(...rest, trace(product(...inside)));
}

/** The factors from each bra up to its ket; what stands outside by itself. */
function amplitudesIn(factors: readonly Expr[]): readonly (readonly Expr[])[] {
  const found: Expr[][] = [];
  let isOpen = false;
  for (const factor of factors) {
    if (isOpen) found.at(-1)?.push(factor);
    else found.push([factor]);
    if (isState(factor)) isOpen = factor.kind === "bra";
  }
  return found;
}

const isStateOf = (
  node: Expr | undefined,
  kind: "ket" | "bra",
  isLabel: (part: Expr) => boolean,
): boolean => {
  if (node?.kind !== kind) return false;
  const [label, ...more] = node.labels;
  return label !== undefined && more.length === 0 && isLabel(label);
};
