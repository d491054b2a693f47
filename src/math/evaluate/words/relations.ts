/** Relations among operators as rules of rewriting, completed until every word has one normal form. */
import { Beyond, type Field } from "../number/field";
import { type Combination, include, ofWord, type Rewriting, type Rule } from "./normal";

/** Rules and letters of a rule that are still followed up. */
const most = { rules: 60, letters: 9 };

/**
 * Refuses relations that leave nothing of an operator. Where a difference is to decide, refuses also relations whose
 * consequences do not come to an end; else those found are enough.
 */
export function completed<E>(
  start: Rewriting<E>,
  relations: readonly Combination<E>[],
  decisive: boolean,
): Rewriting<E> {
  let rewriting = start;
  const open = [...relations];
  let pending = open.shift();
  while (pending) {
    const reduced = reducedBy(rewriting, pending);
    if (reduced.size > 0) {
      const rule = ruleOf(rewriting.math.field, reduced);
      if (rule.word.length < 2 && ![...rule.by.keys()].some((word) => word !== ""))
        throw new Beyond("relations that cannot hold together");
      const endless = rule.word.length > most.letters || rewriting.rules.length >= most.rules;
      if (endless && !decisive) return rewriting;
      if (endless) throw new Beyond("relations whose consequences do not end");
      const kept = rewriting.rules.filter((other) => !other.word.includes(rule.word));
      for (const other of rewriting.rules)
        if (!kept.includes(other)) open.push(difference(rewriting.math.field, other));
      rewriting = { ...rewriting, rules: [...kept, rule], known: new Map() };
      open.push(...overlaps(rewriting, rule));
    }
    pending = open.shift();
  }
  return rewriting;
}

function reducedBy<E>(rewriting: Rewriting<E>, combination: Combination<E>): Combination<E> {
  const { field } = rewriting.math;
  const result = new Map<string, E>();
  let size = 0;
  for (const [word, factor] of combination) {
    size = Math.max(size, field.magnitude(factor));
    for (const [normal, inner] of ofWord(rewriting, word))
      include(field, result, normal, field.mul(factor, inner));
  }
  for (const [word, entry] of [...result])
    if (field.kind !== "prime" && field.magnitude(entry) < 1e-9 * size) result.delete(word);
  return result;
}

/** The longest word, and of these the last, is expressed by the others. */
function ruleOf<E>(field: Field<E>, combination: Combination<E>): Rule<E> {
  const [word = ""] = [...combination.keys()].sort((a, b) =>
    a.length === b.length ? (a < b ? 1 : -1) : b.length - a.length,
  );
  const over = field.neg(field.div(field.one, combination.get(word) ?? field.one));
  const by = new Map<string, E>();
  for (const [other, factor] of combination)
    if (other !== word) by.set(other, field.mul(over, factor));
  return { word, by };
}

const difference = <E>(field: Field<E>, { word, by }: Rule<E>): Combination<E> =>
  new Map([[word, field.one], ...[...by].map(([w, f]) => [w, field.neg(f)] as const)]);

/** Words that two rules rewrite in two ways, as what the two ways differ by. */
function overlaps<E>(rewriting: Rewriting<E>, fresh: Rule<E>): Combination<E>[] {
  const { field } = rewriting.math;
  const found: Combination<E>[] = [];
  const pair = (a: Rule<E>, b: Rule<E>): void => {
    for (let n = 1; n < Math.min(a.word.length, b.word.length); n++) {
      if (!a.word.endsWith(b.word.slice(0, n))) continue;
      const result = new Map<string, E>();
      for (const [word, factor] of a.by) include(field, result, word + b.word.slice(n), factor);
      for (const [word, factor] of b.by)
        include(field, result, a.word.slice(0, -n) + word, field.neg(factor));
      found.push(result);
    }
  };
  for (const rule of rewriting.rules) {
    pair(rule, fresh);
    if (rule !== fresh) pair(fresh, rule);
  }
  return found;
}
