/** Integrals and sums: linear; what does not vary comes out; the bound letter has no name of its own. */
import { one, symbol } from "../expr/build";
import { intern } from "../expr/intern";
import type { Expr, Integral, Measure, Series, Sym } from "../expr/node";
import { mapChildren, nodes, replace } from "../expr/walk";
import { add, type Element, exprOf, isOpen, ofWord, Refused, type Term } from "./element";
import type { Form } from "./form";
import { isFixedNumber, isSteady, shows } from "./habits";
import { boundMark } from "./indices";
import { letterOf, linearIn } from "./linear";
import { apart, productOf } from "./multiply";

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
  return add(
    ...element.map((written) => {
      const term = apart(written, form.habits);
      const [out, stay] = split(term, (letter) => isSteady(letter, variable));
      const inner: Term = { coefficient: one, numbers: new Map(stay), word: term.word };
      const letters = [...inner.numbers.keys(), ...inner.word];
      const integrand = exprOf([inner]);
      const free =
        letters.every((letter) => shows(letter, variable.name) === true) &&
        ![...nodes(integrand)].some((part) => isField(part, variable.name));
      const name = free ? bound(variable, [integrand]) : variable;
      const integral: Integral = intern({
        kind: "integral",
        measures: [{ ...bounds, variable: name }],
        integrand: free ? form.partOf(replace(integrand, new Map([[variable, name]]))) : integrand,
      });
      return productOf(
        [
          [{ coefficient: term.coefficient, numbers: new Map(out), word: [] }],
          letterOf(integral, form),
        ],
        form.habits,
      );
    }),
  );
}

const isFixed =
  (variable: Expr) =>
  (letter: Expr): boolean =>
    isFixedNumber(letter) && ![...nodes(letter)].includes(variable);

/** Depends on places without saying so. */
const isField = (node: Expr, name: string): boolean =>
  node.kind === "symbol" && node.name !== name && (node.dependsOn?.length ?? 0) > 0;

const split = <T extends readonly [Expr, unknown]>(
  { numbers }: { readonly numbers: Iterable<T> },
  leaves: (letter: Expr) => boolean,
): readonly [readonly T[], readonly T[]] => {
  const all = [...numbers];
  return [all.filter(([letter]) => leaves(letter)), all.filter(([letter]) => !leaves(letter))];
};

/** The next name for something bound, deeper than all inside. */
function bound({ type }: Sym, inside: readonly Expr[]): Sym {
  let level = 0;
  for (const expr of inside)
    for (const node of nodes(expr))
      if (node.kind === "symbol" && node.name.startsWith(boundMark))
        level = Math.max(level, Number(node.name.slice(boundMark.length)) || 0);
  return symbol(`${boundMark}${level + 1}`, type);
}

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
        finals.set(mark, explicit ? bound(variable, [inner, ...finals.values()]) : variable);
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

/** The letter under another name, as a symbol and as an index. */
function renamed(node: Expr, names: ReadonlyMap<Sym, Sym>): Expr {
  const by = new Map([...names].map(([from, to]) => [from.name, to.name]));
  const change = (part: Expr): Expr => {
    if (part.kind === "symbol") {
      const to = [...names].find(([from]) => from === part || from.name === part.name);
      return to ? to[1] : part;
    }
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
