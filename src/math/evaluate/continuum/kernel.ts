/** What sums over modes are compared by: the kernels of their normal-ordered words, at generic labels. */
import type { Expr } from "../../expr/node";
import { add } from "../contraction";
import type { Scope } from "../scope";
import { scalarValue, scaleBy, type Value } from "../value";
import type { Context } from "./context";
import { type Linear, plus, substituted, times, written } from "./linear";
import { inNormalOrder } from "./order";
import { namings, type Slot } from "./pivots";
import { asWaves, overPlaces } from "./places";
import { type Resolved, resolved } from "./resolved";
import type { Letter, Term } from "./term";
import { termsOf } from "./terms";
import { numberOf } from "./weight";

/** A term whose variables have names that do not depend on how they were written. */
export interface Kernel {
  readonly term: Term;
  readonly by: ReadonlyMap<string, Linear>;
  readonly key: string;
  readonly odd: boolean;
}

export function kernelsOf(context: Context, expr: Expr): readonly Kernel[] {
  const words = inNormalOrder(context, termsOf(context, expr), termsOf);
  return words.flatMap((word) => ofWord(context, word));
}

function ofWord(context: Context, word: Term): readonly Kernel[] {
  const found = resolved(asWaves(context, overPlaces(context, word)));
  if (!found) return [];
  const { term } = found;
  const place = (form: Linear): Linear => substituted(form, found.by);
  const letters = term.letters.flatMap(({ labels }) => labels.map(({ form }) => place(form)));
  const inLetters = term.dummies.filter(({ key }) => letters.some(({ of }) => of.has(key)));
  const rest = term.dummies.filter((dummy) => !inLetters.includes(dummy));
  return namings(inLetters, slotsOf(letters)).flatMap((first) =>
    ofNaming({ ...term, dummies: rest }, found, new Map([...placedBy(found.by, first), ...first])),
  );
}

/** With names for the labels of letters: then those of waves, then those that nothing shows. */
function ofNaming(
  term: Term,
  { key: deltas }: Resolved,
  named: ReadonlyMap<string, Linear>,
): readonly Kernel[] {
  const waves = wavesOf(term, named);
  const shown = term.dummies.filter(({ key }) => [...waves.values()].some(({ of }) => of.has(key)));
  const idle = term.dummies.filter((dummy) => !shown.includes(dummy));
  const nameless = new Map(
    idle.map(({ key, range }, n): [string, Linear] => [key, atom(`idle${n + 1}${range}`)]),
  );
  return namings(shown, slotsOf(waves.values()), "w").flatMap((second) => {
    const names = new Map([...placedBy(second, nameless), ...nameless]);
    const by = new Map([...placedBy(named, names), ...names]);
    const { name, odd } = wordName(term.letters, by);
    if (name === "0") return [];
    const seen = [...waves].map(([at, form]) => `${at}:${written(substituted(form, by))}`).sort();
    const parts = [
      deltas,
      name,
      ...(shown.length > 0 ? seen : []),
      ...idle.map(({ range }, n) => `idle${n + 1}${range}`),
    ];
    return [{ term, by, key: parts.filter((part) => part !== "").join(" | "), odd }];
  });
}

const placedBy = (
  forms: ReadonlyMap<string, Linear>,
  by: ReadonlyMap<string, Linear>,
): ReadonlyMap<string, Linear> =>
  new Map([...forms].map(([key, form]) => [key, substituted(form, by)] as const));

const slotsOf = (forms: Iterable<Linear>): readonly Slot[] => [...forms].map((form) => ({ form }));
const atom = (key: string): Linear => ({ of: new Map([[key, 1]]), constant: 0 });

/** What stands beside each place in the waves of a term. */
function wavesOf(
  { phases, dummies }: Term,
  by: ReadonlyMap<string, Linear>,
): ReadonlyMap<string, Linear> {
  const bound = new Set(dummies.map(({ key }) => key));
  const waves = new Map<string, Linear>();
  for (const { factor, left, right } of phases) {
    const [p, x] = [by.get(left) ?? atom(left), by.get(right) ?? atom(right)];
    const [own, place] = [...x.of.keys()].some((key) => bound.has(key)) ? [x, p] : [p, x];
    for (const [at, c] of place.of)
      waves.set(at, plus(waves.get(at) ?? nothing, times(own, factor * c)));
  }
  return waves;
}

const nothing: Linear = { of: new Map(), constant: 0 };

/** Letters with their labels; those that commute or anticommute in a fixed order. Named 0 where two fermions are one. */
function wordName(
  letters: readonly Letter[],
  by: ReadonlyMap<string, Linear>,
): { readonly name: string; readonly odd: boolean } {
  const named = letters.map((letter) => ({
    letter,
    name: `${letter.sort} ${letter.head}${letter.raised ? "†" : ""}[${letter.labels.map(({ form }) => written(substituted(form, by)))}]`,
  }));
  let odd = false;
  for (let i = 1; i < named.length; i++)
    for (let k = i; k > 0; k--) {
      const [a, b] = [named[k - 1], named[k]] as [(typeof named)[0], (typeof named)[0]];
      const together =
        a.letter.sort === "mode" &&
        b.letter.sort === "mode" &&
        a.letter.order < 2 &&
        a.letter.order === b.letter.order;
      if (!together || a.name < b.name) break;
      if (a.name === b.name) {
        if (a.letter.fermion) return { name: "0", odd };
        break;
      }
      [named[k - 1], named[k]] = [b, a];
      if (a.letter.fermion && b.letter.fermion) odd = !odd;
    }
  return { name: named.map(({ name }) => name).join(" "), odd };
}

/** A generic linear functional of the kernels. */
export function kernelValue<E>(scope: Scope<E>, kernels: readonly Kernel[]): Value<E> {
  const { field } = scope;
  const terms = kernels.map(({ term, by, key, odd }) => {
    const weight = key === "" ? field.one : scope.draw(`kernel ?${key}`, "complex");
    return scaleBy(field, odd ? field.neg(weight) : weight, numberOf(scope, term, by));
  });
  return terms.length > 0 ? add(scope, terms) : scalarValue(field, field.zero);
}
