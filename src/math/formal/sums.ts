/** Sums: linear; what does not vary comes out, a Kronecker δ puts in its value, the bound letter has no name of its own. */
import { one, symbol } from "../expr/build";
import { intern } from "../expr/intern";
import type { Expr, Series, Sym } from "../expr/node";
import { mapChildren, some } from "../expr/walk";
import { nameInside, parted } from "./bound";
import { isFixedNumber } from "./constants";
import { add, type Element, exprOf, isOpen, ofWord, Refused, type Term } from "./element";
import type { Form } from "./form";
import { boundMark } from "./indices";
import { letterOf } from "./linear";
import { apart, productOf } from "./multiply";
import { shows } from "./steady";

export function seriesOf(node: Series, form: Form): Element {
  const { variables } = node;
  if (node.sort !== "sum" || !variables.every((v): v is Sym => v.kind === "symbol"))
    return letterOf(
      mapChildren(node, (part) => (part.kind === "symbol" ? part : form.partOf(part))),
      form,
    );
  if (variables.some(({ name }) => isHead(node.body, name)))
    throw new Refused("a family named like what is summed over");
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
      const [out, stay] = parted(term, (letter) =>
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

/** S_i under a sum over S: it varies without showing it. */
const isHead = (node: Expr, name: string): boolean =>
  some(
    node,
    (part) =>
      (part.kind === "labelled" || part.kind === "call" || part.kind === "primed") &&
      part.head.kind === "symbol" &&
      part.head.name === name,
  );

/** Σ_q δ_pq f_q = f_p, over all there is. */
function equated(
  term: Term,
  { lower, upper, values, condition, variables, ...rest }: Series,
  marks: readonly Sym[],
  form: Form,
): Element | undefined {
  if (lower || upper || values || condition) return undefined;
  for (const [letter, exponent] of term.numbers) {
    if (exponent.numerator < 1n || letter.kind !== "labelled" || letter.head.role !== "delta")
      continue;
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
