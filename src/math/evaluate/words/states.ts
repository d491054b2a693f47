/** States of quanta: made from the vacuum, coherent where their label is an amplitude; others are letters of their own. */
import type { Call, Expr } from "../../expr/node";
import { symbolsOf } from "../../expr/walk";
import { Beyond, Undefined } from "../number/field";
import { type Scope, valueIn } from "../scope";
import { labelKey } from "../symbolName";
import { isScalar, scalarOf, scalarValue, scaleBy, type Value } from "../value";
import { adjointOf } from "./adjoint";
import { minus, times } from "./algebra";
import { isAmplitude } from "./amplitudes";
import { type Element, ofValue, total } from "./element";
import { exponential } from "./exponential";
import { characterOf, type Letter } from "./letters";
import { vacuum } from "./normal";

export function ketElement<E>(scope: Scope<E>, labels: readonly Expr[]): Element<E> {
  const [label, ...more] = labels;
  if (!label) throw new Beyond("a state without a name");
  const { field } = scope;
  const one = scalarValue(field, field.one);
  const modes = quantaModes(scope);
  const empty: Element<E> = new Map([
    [characterOf(scope.alphabet, { sort: "ket", mode: vacuum, raised: false }), one],
  ]);
  const named = labels.some((each) => each.kind === "symbol" && each.type === "state");
  if (named || modes.length === 0) return unknown(scope, labels);
  if (scope.words?.coherent && label.kind === "symbol" && isAmplitude(label) && more.length === 0)
    return coherent(scope, valueIn(scope, label), empty, only(modes));
  const counts = labels.map((each) =>
    field.integer(scalarOf(field, valueIn(scope, each), "an occupation number")),
  );
  if (counts.every((n) => n === undefined) && !labels.some(isCount)) return unknown(scope, labels);
  if (counts.every((n) => n === 0)) return empty;
  if (counts.length !== modes.length) throw new Beyond("occupation numbers of several modes");
  return counts.reduceRight<Element<E>>((state, n, i) => {
    const mode = modes[i];
    if (n === undefined || n < 0 || n > 12 || !mode)
      throw new Beyond("a state that is no state of definite occupation");
    return raised(scope, mode, n, state);
  }, empty);
}

/** n and m number quanta, whatever value they have. */
const isCount = (label: Expr): boolean =>
  [...symbolsOf(label)].some(({ name }) => /^[nmkl]/.test(name));

export const braElement = <E>(scope: Scope<E>, labels: readonly Expr[]): Element<E> =>
  adjointOf(scope, ketElement(scope, labels));

/** (a†)ⁿ/√n! on a state. */
function raised<E>(scope: Scope<E>, mode: Letter, n: number, state: Element<E>): Element<E> {
  const { field } = scope;
  if (mode.sort === "fermion" && n > 1) throw new Undefined("two fermions in one state");
  let result = state;
  let factorial = 1n;
  for (let k = 1; k <= n; k++) {
    result = times(scope, creator(scope, mode), result);
    factorial *= BigInt(k);
  }
  if (factorial === 1n) return result;
  if (field.kind === "prime") throw new Beyond("√n in exact arithmetic");
  const norm = field.div(field.one, field.func("sqrt", [], [field.rational(factorial, 1n)]));
  return times(scope, ofValue(scalarValue(field, norm)), result);
}

/** e^{−|α|²/2} e^{αa†}|0⟩. */
function coherent<E>(
  scope: Scope<E>,
  amplitude: Value<E>,
  empty: Element<E>,
  mode: Letter,
): Element<E> {
  if (!isScalar(amplitude) || mode.sort !== "boson") throw new Beyond("a coherent state of this");
  const { field } = scope;
  const alpha = scalarOf(field, amplitude);
  const square = field.mul(field.rational(-1n, 2n), field.mul(alpha, field.conj(alpha)));
  const norm = exponential(scope, ofValue(scalarValue(field, square)));
  const lift = new Map(
    [...creator(scope, mode)].map(([word, value]) => [word, scaleBy(field, alpha, value)]),
  );
  return times(scope, norm, times(scope, exponential(scope, lift), empty));
}

/** D(α) = e^{αa† − α*a}, where coherent states are made by it. */
export function displacement<E>(scope: Scope<E>, { head, args }: Call): Element<E> | undefined {
  const [argument, ...more] = args;
  if (!scope.words?.coherent || head.kind !== "symbol" || head.name !== "D") return undefined;
  if (!argument || more.length > 0) return undefined;
  const amplitude = valueIn(scope, argument);
  if (!isScalar(amplitude)) return undefined;
  const alpha = scalarOf(scope.field, amplitude);
  const up = new Map(
    [...creator(scope, only(quantaModes(scope)))].map(([word, value]) => [
      word,
      scaleBy(scope.field, alpha, value),
    ]),
  );
  return exponential(scope, total(scope, [up, minus(scope, adjointOf(scope, up))]));
}

const creator = <E>(scope: Scope<E>, mode: Letter): Element<E> =>
  new Map([
    [
      characterOf(scope.alphabet, { ...mode, raised: true }),
      scalarValue(scope.field, scope.field.one),
    ],
  ]);

/** The modes met so far, where states count quanta; a coherent state alone has one. */
function quantaModes<E>(scope: Scope<E>): readonly Letter[] {
  const found = [...scope.alphabet.letters.values()].filter(
    ({ sort, raised: up }) => (sort === "boson" || sort === "fermion") && !up,
  );
  if (found.length === 0 && scope.words?.coherent)
    return [{ sort: "boson", mode: "a[]", raised: false }];
  return [...found].sort((a, b) => (a.mode < b.mode ? -1 : 1));
}

function only(modes: readonly Letter[]): Letter {
  const [mode, ...more] = modes;
  if (!mode || more.length > 0) throw new Beyond("coherent states of several modes");
  return mode;
}

/** A state of which nothing is known but its name. */
function unknown<E>(scope: Scope<E>, labels: readonly Expr[]): Element<E> {
  const mode = labels
    .map((label) =>
      label.kind === "symbol" && label.type === "state" ? label.name : labelKey(scope, label),
    )
    .join(",");
  const character = characterOf(scope.alphabet, { sort: "ket", mode: `|${mode}⟩`, raised: false });
  return new Map([[character, scalarValue(scope.field, scope.field.one)]]);
}
