/** δ-functions used up: variables that they fix are expressed by the others, labels that they equate are made one. */
import { Beyond } from "../number/field";
import { difference, type Linear, substituted, times, written } from "./linear";
import type { Term } from "./term";

export interface Resolved {
  readonly term: Term;
  /** What stands in the place of variables and labels. */
  readonly by: ReadonlyMap<string, Linear>;
  /** The δ-functions of labels that are left, by name. */
  readonly key: string;
}

/** Undefined where the term vanishes. */
export function resolved(term: Term): Resolved | undefined {
  const by = new Map<string, Linear>();
  let left: { readonly form: Linear; readonly continuous: boolean }[] = [];
  let { dummies } = term;
  let volumes = 0;
  const fix = (key: string, form: Linear): void => {
    const one = new Map([[key, form]]);
    for (const [other, known] of by) by.set(other, substituted(known, one));
    by.set(key, form);
    left = left.map((delta) => ({ ...delta, form: substituted(delta.form, one) }));
  };
  for (const { form: raw, continuous } of inTurn(term)) {
    const form = substituted(raw, by);
    const bound = dummies.find(
      ({ key, continuous: own }) => Math.abs(form.of.get(key) ?? 0) === 1 && own === continuous,
    );
    if (bound) {
      const solution = solved(form, bound.key);
      if (bound.range !== "" && !isWithin(bound.range, solution)) return undefined;
      fix(bound.key, solution);
      dummies = dummies.filter((dummy) => dummy !== bound);
      continue;
    }
    if (dummies.some(({ key }) => form.of.has(key)))
      throw new Beyond("a δ-function of this under sums over modes");
    if (form.of.size === 0) {
      if (form.constant !== 0) return undefined;
      if (continuous) volumes++;
      continue;
    }
    const pivot = [...form.of.keys()].sort()[0] as string;
    const normed = times(form, Math.sign(form.of.get(pivot) as number));
    if (normed.of.get(pivot) !== 1) throw new Beyond("a δ-function of this under sums over modes");
    fix(pivot, solved(normed, pivot));
    left.push({ form: normed, continuous });
  }
  const key = [
    ...left
      .map(({ form, continuous }) => `${continuous ? "δ" : "Kronecker"}(${written(form)})`)
      .sort(),
    ...(volumes > 0 ? [`δ(0)^${volumes}`] : []),
  ].join(" ");
  return { term: { ...term, deltas: [], dummies }, by, key };
}

/** Those that fix a variable first. */
const inTurn = ({ deltas, dummies }: Term): Term["deltas"] => {
  const fixes = (form: Linear): boolean => dummies.some(({ key }) => form.of.has(key));
  return [
    ...deltas.filter(({ form }) => fixes(form)),
    ...deltas.filter(({ form }) => !fixes(form)),
  ];
};

/** The form, in which a variable has the factor ±1, set to zero and solved for it. */
function solved(form: Linear, key: string): Linear {
  const c = form.of.get(key) as number;
  return times(difference(form, { of: new Map([[key, c]]), constant: 0 }), -c);
}

/** A number outside the range is not met; another label is taken to lie in it. */
function isWithin(range: string, { of, constant }: Linear): boolean {
  const [first = 0, last = 0] = range.split("…").map(Number);
  return of.size > 0 || (first <= constant && constant <= last);
}
