/** Waves over all of space: ∫dⁿx e^{i k·x} = (2π)ⁿ δⁿ(k), and the other way round. */
import { inverse } from "../../expr/build";
import { type Context, original } from "./context";
import { type Linear, plus, renamed } from "./linear";
import { dependsOn, phaseSpace } from "./ranges";
import type { Delta, Dummy, Phase, Term } from "./term";

/** Integrals over places of which only waves are functions are done. */
export function overPlaces(context: Context, start: Term): Term {
  let term = start;
  for (const dummy of start.dummies) {
    const { key, power } = dummy;
    if (!dummy.continuous || context.momenta.has(original(key)) || isShown(term, key)) continue;
    const waves = term.phases.filter(({ left, right }) => (left === key) !== (right === key));
    if (waves.length === 0) continue;
    let form: Linear = { of: new Map(), constant: 0 };
    for (const { factor, left, right } of waves)
      form = plus(form, { of: new Map([[left === key ? right : left, factor]]), constant: 0 });
    term = {
      ...term,
      coefficient: [...term.coefficient, phaseSpace(power)],
      phases: term.phases.filter((phase) => !waves.includes(phase)),
      deltas: [...term.deltas, { form, continuous: true, power }],
      dummies: term.dummies.filter((other) => other !== dummy),
    };
  }
  return term;
}

/** The variable occurs elsewhere than in waves. */
function isShown(term: Term, key: string): boolean {
  const numbers = [...term.coefficient, ...term.exponents, ...(term.vector ? [term.vector] : [])];
  return (
    term.letters.some(({ labels }) => labels.some(({ form }) => form.of.has(key))) ||
    term.deltas.some(({ form }) => form.of.has(key)) ||
    term.phases.some(({ left, right }) => left === key && right === key) ||
    numbers.some((one) => dependsOn(one, key))
  );
}

/** δⁿ(x−y) of places that no letter shows, as an integral over waves. */
export function asWaves(context: Context, start: Term): Term {
  if (start.letters.length > 0) return start;
  let term = start;
  for (const delta of start.deltas) {
    if (!delta.continuous || !isOfPlaces(context, start, delta)) continue;
    const dummy: Dummy = {
      key: `wave${renamed}${context.tally.fresh++}`,
      continuous: true,
      range: "",
      power: delta.power,
    };
    const phases = [...delta.form.of].map(
      ([place, factor]): Phase => ({ factor, left: dummy.key, right: place }),
    );
    term = {
      ...term,
      coefficient: [...term.coefficient, inverse(phaseSpace(delta.power))],
      phases: [...term.phases, ...phases],
      deltas: term.deltas.filter((other) => other !== delta),
      dummies: [...term.dummies, dummy],
    };
  }
  return term;
}

const isOfPlaces = ({ momenta, ladders }: Context, { dummies }: Term, { form }: Delta): boolean =>
  ladders.size > 0 &&
  form.of.size > 0 &&
  [...form.of.keys()].every(
    (key) => !momenta.has(original(key)) && !dummies.some((dummy) => dummy.key === key),
  );
