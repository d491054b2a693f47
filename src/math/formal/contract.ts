/** δ_ab v_b = v_a, g_{μν} v^ν = v_μ. */

import { plus } from "../algebra/rational";
import type { Expr, Index, Num, Tensor } from "../expr/node";
import { keyOf } from "../expr/questions";
import type { Term } from "./element";
import { changeFree, freeIn, isExposed } from "./indices";

/** The term with a δ or a metric contracted with another factor; the term itself where there is none. */
export function contracted(term: Term, dummies: ReadonlySet<string>): Term {
  for (const [letter, exponent] of term.numbers) {
    if (!isUnit(letter) || exponent.numerator !== 1n) continue;
    const [a, b] = letter.indices as readonly [Index, Index];
    if (keyOf(a) === keyOf(b)) continue;
    for (const [summed, left] of [
      [a, b],
      [b, a],
    ] as const) {
      const key = keyOf(summed);
      const others = [...term.numbers.keys(), ...term.word].filter((other) => other !== letter);
      const partner = others.find((other) => freeIn(other).has(key));
      if (summed.value !== undefined || !dummies.has(key) || !partner) continue;
      if (left.value !== undefined) continue;
      if (letter.head.role === "metric" && !mayTurn(partner, key, summed)) continue;
      return replaced(term, letter, partner, key, left);
    }
  }
  return term;
}

interface Unit extends Tensor {
  readonly head: Extract<Expr, { kind: "symbol" }>;
}

const isUnit = (letter: Expr): letter is Unit =>
  letter.kind === "tensor" &&
  letter.head.kind === "symbol" &&
  (letter.head.role === "delta" || letter.head.role === "metric") &&
  letter.indices.length === 2;

/** One stands above, one below, and no plain derivative is in the way. */
function mayTurn(partner: Expr, key: string, summed: Index): boolean {
  let opposite = false;
  changeFree(partner, new Set([key]), (index) => {
    opposite = index.place !== summed.place;
    return index;
  });
  return opposite && isExposed(partner, key);
}

function replaced(term: Term, unit: Unit, partner: Expr, key: string, left: Index): Term {
  const isMetric = unit.head.role === "metric";
  const to = changeFree(partner, new Set([key]), (index) => ({
    ...index,
    name: left.name,
    space: left.space,
    ...(isMetric ? { place: left.place } : {}),
  }));
  const numbers = new Map<Expr, Num>();
  for (const [letter, exponent] of term.numbers) {
    if (letter === unit) continue;
    const here = letter === partner ? to : letter;
    const before = numbers.get(here);
    numbers.set(here, before ? plus(before, exponent) : exponent);
  }
  return {
    coefficient: term.coefficient,
    numbers,
    word: term.word.map((letter) => (letter === partner ? to : letter)),
  };
}
