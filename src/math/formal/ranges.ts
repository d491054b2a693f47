/** Integrals and sums: linear; what does not vary comes out; the bound letter has no name of its own. */
import { one, symbol } from "../expr/build";
import { intern } from "../expr/intern";
import type { Expr, Integral, Measure, Series, Sym } from "../expr/node";
import { children, mapChildren, nodes, replace } from "../expr/walk";
import { nameInside, renaming } from "./bound";
import { add, type Element, exprOf, isOpen, negated, ofWord, Refused, type Term } from "./element";
import type { Form, Opened } from "./form";
import { isFixedNumber, isSteady, shows } from "./habits";
import { boundMark } from "./indices";
import { letterOf, linearIn } from "./linear";
import { apart, multiply, productOf } from "./multiply";
import { sift } from "./sift";

export function integralOf(node: Integral, form: Form): Element {
  return node.measures.reduceRight<Element>(
    (inner, measure) => over(measure, inner, form),
    form.elementOf(node.integrand),
  );
}

function over(measure: Measure, element: Element, form: Form): Element {
  if (element.some(isOpen)) throw new Refused("an integral of an operator");
  const bounds = {
    ...measure,
    ...(measure.lower ? { lower: form.partOf(measure.lower) } : {}),
    ...(measure.upper ? { upper: form.partOf(measure.upper) } : {}),
  };
  const { variable } = measure;
  if (variable.kind !== "symbol" || measure.sort !== "plain")
    return linearIn(
      element,
      measure.sort === "path" ? isFixed(variable) : "exact",
      form,
      (integrand) => intern({ kind: "integral", measures: [bounds], integrand }),
    );
  if (element.length > 1) form.habits.used.add("linearity");
  return add(...element.map((term) => ofTerm(bounds, variable, apart(term, form.habits), form)));
}

/** One term under one integral: steady numbers come out, a δ puts in its value, the variable loses its name. */
function ofTerm(measure: Measure, variable: Sym, term: Term, form: Form): Element {
  const sifted = sift(measure, variable, term, form);
  if (sifted) return sifted;
  const isBound = variable.name.startsWith(boundMark);
  const [out, stay] = split(term, (letter) => isSteady(letter, variable));
  const inner: Term = { coefficient: one, numbers: new Map(stay), word: term.word };
  const letters = [...inner.numbers.keys(), ...inner.word];
  const integrand = exprOf([inner]);
  if (letters.length === 0 && measure.lower && measure.upper && isNumberLine(measure, variable))
    return multiply(
      [{ coefficient: term.coefficient, numbers: new Map(out), word: [] }],
      add(form.elementOf(measure.upper), negated(form.elementOf(measure.lower))),
      form.habits,
    );
  const shown = (letter: Expr): boolean => shows(letter, variable.name) === true;
  const name = nameInside([integrand]);
  const names = renaming(integrand, variable.name, name, measure.power);
  const isNameless =
    names !== undefined &&
    (isBound
      ? letters.some(shown)
      : letters.length > 0 &&
        letters.some(shown) &&
        letters.every((letter) => shown(letter) || isApart(letter, variable)) &&
        !hides(integrand, variable.name));
  const integral: Integral = intern({
    kind: "integral",
    measures: [{ ...measure, variable: isNameless ? symbol(name) : variable }],
    integrand: isNameless ? form.partOf(replace(integrand, names)) : integrand,
  });
  return productOf(
    [
      [{ coefficient: term.coefficient, numbers: new Map(out), word: [] }],
      letterOf(integral, form),
    ],
    form.habits,
  );
}

const isNumberLine = ({ power }: Measure, { type, grassmann }: Sym): boolean =>
  power === undefined && type === "scalar" && grassmann !== true;

/** What stands under an integral whose letter has no name of its own. */
export function opened(letter: Expr, form: Form): Opened | undefined {
  if (letter.kind === "integral" && letter.measures.length === 1) {
    const [measure] = letter.measures;
    const variable = measure?.variable;
    if (!measure || variable?.kind !== "symbol" || !variable.name.startsWith(boundMark))
      return undefined;
    const mark = `${boundMark}${form.habits.fresh()}`;
    const names = renaming(letter.integrand, variable.name, mark);
    return (
      names && {
        body: form.elementOf(replace(letter.integrand, names)),
        close: (body) => over({ ...measure, variable: symbol(mark, variable.type) }, body, form),
      }
    );
  }
  return undefined;
}

const isFixed =
  (variable: Expr) =>
  (letter: Expr): boolean =>
    isFixedNumber(letter) && ![...nodes(letter)].includes(variable);

/** Certain to be the same wherever the variable is. */
const isApart = (letter: Expr, variable: Sym): boolean =>
  isSteady(letter, variable) ||
  ((letter.kind === "ket" || letter.kind === "bra") && shows(letter, variable.name) === false);

/** Something in it depends on places without saying so. */
const hides = (node: Expr, name: string): boolean =>
  node.kind === "symbol"
    ? node.name !== name && (node.dependsOn?.length ?? 0) > 0
    : children(node).some(
        (part) => !(node.kind === "call" && part === node.head) && hides(part, name),
      );

const split = <T extends readonly [Expr, unknown]>(
  { numbers }: { readonly numbers: Iterable<T> },
  leaves: (letter: Expr) => boolean,
): readonly [readonly T[], readonly T[]] => {
  const all = [...numbers];
  return [all.filter(([letter]) => leaves(letter)), all.filter(([letter]) => !leaves(letter))];
};

export function seriesOf(node: Series, form: Form): Element {
  const { variables } = node;
  if (node.sort !== "sum" || !variables.every((v): v is Sym => v.kind === "symbol"))
    return letterOf(
      mapChildren(node, (part) => (part.kind === "symbol" ? part : form.partOf(part))),
      form,
    );
  const marks = new Map(
    variables.map((v) => [v, symbol(`${boundMark}${form.habits.fresh()}`, v.type)]),
  );
  const element = form.elementOf(renamed(node.body, marks));
  if (element.some(isOpen)) throw new Refused("a sum of operators on what follows");
  if (element.length > 1) form.habits.used.add("linearity");
  const names = [...marks.values()].map(({ name }) => name);
  return add(
    ...element.map((written) => {
      const met = equated(written, node, [...marks.values()], form);
      if (met) return met;
      const term = apart(written, form.habits);
      const varies = (letter: Expr): boolean => names.some((name) => shows(letter, name) === true);
      const letters = [...term.numbers.keys(), ...term.word];
      const explicit = letters.some(varies);
      const [out, stay] = split(term, (letter) =>
        explicit ? !varies(letter) : isFixedNumber(letter),
      );
      const first = explicit ? term.word.findIndex(varies) : 0;
      const last = explicit ? term.word.findLastIndex(varies) : term.word.length - 1;
      const [before, middle, after] =
        first < 0
          ? [term.word, [], []]
          : [
              term.word.slice(0, first),
              term.word.slice(first, last + 1),
              term.word.slice(last + 1),
            ];
      const inner = exprOf([{ coefficient: one, numbers: new Map(stay), word: middle }]);
      const finals = new Map<Sym, Sym>();
      for (const [variable, mark] of marks)
        finals.set(
          mark,
          explicit ? symbol(nameInside([inner, ...finals.values()]), variable.type) : variable,
        );
      const rest = Object.fromEntries(
        Object.entries(node).filter(([key]) => key !== "body" && key !== "variables"),
      ) as Omit<Series, "body" | "variables">;
      const series: Series = intern({
        ...rest,
        ...(node.lower ? { lower: form.partOf(node.lower) } : {}),
        ...(node.upper ? { upper: form.partOf(node.upper) } : {}),
        ...(node.condition
          ? {
              condition: {
                left: renamed(renamed(node.condition.left, marks), finals),
                relation: node.condition.relation,
                right: renamed(renamed(node.condition.right, marks), finals),
              },
            }
          : {}),
        variables: [...finals.values()],
        body: form.partOf(renamed(inner, finals)),
      });
      return productOf(
        [
          [{ coefficient: term.coefficient, numbers: new Map(out), word: before }],
          letterOf(series, form),
          ofWord(...after),
        ],
        form.habits,
      );
    }),
  );
}

/** Σ_q δ_pq f_q = f_p, over all there is. */
function equated(
  term: Term,
  { lower, upper, values, condition, variables, ...rest }: Series,
  marks: readonly Sym[],
  form: Form,
): Element | undefined {
  if (lower || upper || values || condition) return undefined;
  for (const letter of term.numbers.keys()) {
    if (letter.kind !== "labelled" || letter.head.role !== "delta") continue;
    const [one, other, more] = letter.labels;
    const mark = marks.find((name) => name === other) ?? marks.find((name) => name === one);
    const value = mark === other ? one : other;
    if (!mark || !value || more || shows(value, mark.name) !== false) continue;
    if (value.kind !== "symbol") continue;
    const numbers = new Map(term.numbers);
    numbers.delete(letter);
    const body = renamed(exprOf([{ ...term, numbers }]), new Map([[mark, value]]));
    const left = marks.filter((name) => name !== mark);
    form.habits.used.add("the Kronecker δ put in");
    return form.elementOf(left.length === 0 ? body : intern({ ...rest, variables: left, body }));
  }
  return undefined;
}

/** The letter under another name, as a symbol and as an index. */
function renamed(node: Expr, names: ReadonlyMap<Sym, Sym>): Expr {
  const by = new Map([...names].map(([from, to]) => [from.name, to.name]));
  const change = (part: Expr): Expr => {
    if (part.kind === "symbol") {
      const to = [...names].find(([from]) => from === part || from.name === part.name);
      return to ? to[1] : part;
    }
    if (part.kind === "labelled") return intern({ ...part, labels: part.labels.map(change) });
    if (part.kind === "call" && part.head.kind === "symbol" && by.has(part.head.name))
      throw new Refused("a name that is a function and is summed over");
    const inner = mapChildren(part, change);
    if (inner.kind === "tensor" && inner.indices.some(({ name }) => by.has(name)))
      return intern({
        ...inner,
        indices: inner.indices.map((index) => ({
          ...index,
          name: by.get(index.name) ?? index.name,
        })),
      });
    if (inner.kind === "derivative" && inner.by.kind === "index" && by.has(inner.by.index.name))
      return intern({
        ...inner,
        by: { ...inner.by, index: { ...inner.by.index, name: by.get(inner.by.index.name) ?? "" } },
      });
    return inner;
  };
  return change(node);
}
