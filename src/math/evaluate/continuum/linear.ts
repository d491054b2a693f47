/** Labels of modes as linear forms in the momenta and places they are made of. */
import { spelling } from "../../expr/intern";
import type { Expr, Labelled } from "../../expr/node";

/** ∑ c·atom + constant, with whole numbers c. */
export interface Linear {
  readonly of: ReadonlyMap<string, number>;
  readonly constant: number;
}

/** A momentum, a place, a number of a mode: letters in bold and plain letters are one. */
export function atomKey(expr: Expr): string | undefined {
  if (expr.kind === "symbol")
    return expr.role === undefined || expr.role === "coordinate"
      ? labelTypes.has(expr.type)
        ? expr.name.normalize("NFKD")
        : undefined
      : undefined;
  if (expr.kind !== "labelled" || !labelTypes.has(expr.head.type) || isFunctional(expr))
    return undefined;
  const labels = expr.labels.map((label) => atomKey(label) ?? numeral(label));
  return labels.every((label) => label !== undefined)
    ? `${expr.head.name.normalize("NFKD")}_${labels.join(",")}`
    : undefined;
}

const labelTypes: ReadonlySet<string> = new Set(["scalar", "label", "three-vector", "four-vector"]);

/** δ_{pq}, and ω_p and its like, which are functions of their labels. */
const isFunctional = ({ head, labels }: Labelled): boolean =>
  head.name === "δ" ||
  (/^[Eωεξμ]$/u.test(head.name) && labels.some((label) => label.kind !== "num")) ||
  labels.some((label) => label.kind === "symbol" && label.name.includes(renamed));

/** What variables of sums and integrals have in their names. */
export const renamed = "~";

const numeral = (expr: Expr): string | undefined =>
  expr.kind === "num" ? `${expr.numerator}/${expr.denominator}` : undefined;

/** Undefined where the form is not linear. */
export function linearOf(expr: Expr): Linear | undefined {
  const key = atomKey(expr);
  if (key !== undefined) return { of: new Map([[key, 1]]), constant: 0 };
  switch (expr.kind) {
    case "num":
      return expr.denominator === 1n
        ? { of: new Map(), constant: Number(expr.numerator) }
        : undefined;
    case "sum": {
      const terms = expr.terms.map(linearOf);
      return terms.every((term) => term !== undefined) ? terms.reduce(plus) : undefined;
    }
    case "product": {
      const forms = expr.factors.map(linearOf);
      if (!forms.every((form) => form !== undefined)) return undefined;
      const varying = forms.filter(({ of }) => of.size > 0);
      if (varying.length > 1) return undefined;
      const factor = forms.reduce((c, form) => (form.of.size > 0 ? c : c * form.constant), 1);
      return times(varying[0] ?? { of: new Map(), constant: 1 }, factor);
    }
    default:
      return undefined;
  }
}

/** A label as it stands, where it is no linear form: itself and nothing else. */
export const alone = (expr: Expr): Linear => ({
  of: new Map([[`?${spelling(expr)}`, 1]]),
  constant: 0,
});

export function plus(a: Linear, b: Linear): Linear {
  const of = new Map(a.of);
  for (const [key, c] of b.of) {
    const sum = (of.get(key) ?? 0) + c;
    if (sum === 0) of.delete(key);
    else of.set(key, sum);
  }
  return { of, constant: a.constant + b.constant };
}

export const times = (a: Linear, factor: number): Linear =>
  factor === 0
    ? { of: new Map(), constant: 0 }
    : {
        of: new Map([...a.of].map(([key, c]) => [key, c * factor])),
        constant: a.constant * factor,
      };

export const difference = (a: Linear, b: Linear): Linear => plus(a, times(b, -1));

/** With forms in the place of some atoms. */
export function substituted(form: Linear, by: ReadonlyMap<string, Linear>): Linear {
  let result: Linear = { of: new Map(), constant: form.constant };
  for (const [key, c] of form.of)
    result = plus(result, times(by.get(key) ?? { of: new Map([[key, 1]]), constant: 0 }, c));
  return result;
}

/** A form as a name, the same for equal forms. */
export const written = ({ of, constant }: Linear): string =>
  [
    ...[...of].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, c]) => `${c}${key}`),
    ...(constant !== 0 || of.size === 0 ? [`${constant}`] : []),
  ].join("+");
