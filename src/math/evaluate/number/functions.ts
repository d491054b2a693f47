/** All known functions, and their values: computed again with more digits where cancellation has eaten too many. */

import { complexDecimals, type DecimalPair, withDigits } from "./complexDecimals";
import { complexDoubles, finite, type Pair } from "./complexDoubles";
import type { Complexes } from "./complexes";
import { elementaryFunctions } from "./elementary";
import { Beyond } from "./field";
import type { KnownFunction } from "./knownFunction";
import { partFunctions } from "./parts";
import { angularFunctions } from "./special/angular";
import { besselFunctions } from "./special/bessel";
import { ellipticFunctions } from "./special/elliptic";
import { gammaFunctions } from "./special/gamma";
import { hypergeometricFunctions } from "./special/hypergeometric";
import { incompleteGammaFunctions } from "./special/incompleteGamma";
import { lambertFunctions } from "./special/lambert";
import { legendreFunctions } from "./special/legendre";
import { polylogarithmFunctions } from "./special/polylogarithm";
import { polynomialFunctions } from "./special/polynomials";
import { zetaFunctions } from "./special/zeta";

export const knownFunctions: readonly KnownFunction[] = [
  ...elementaryFunctions,
  ...partFunctions,
  ...gammaFunctions,
  ...incompleteGammaFunctions,
  ...zetaFunctions,
  ...polynomialFunctions,
  ...polylogarithmFunctions,
  ...legendreFunctions,
  ...lambertFunctions,
  ...hypergeometricFunctions,
  ...ellipticFunctions,
  ...besselFunctions,
  ...angularFunctions,
];

const byName: ReadonlyMap<string, KnownFunction> = new Map(
  knownFunctions.map((known) => [known.name, known]),
);

/** Digits a double may lose and still be taken. */
const allowance = 3;

/** Digits beyond which no more are tried. */
const most = 480;

export function inDoubles(name: string, parameters: readonly Pair[], args: readonly Pair[]): Pair {
  const known = lookUp(name, parameters.length, args.length);
  const { value, lost } = watched(complexDoubles, known, parameters, args);
  if (lost <= allowance) return finite(value);
  const lift = ({ re, im }: Pair) => ({ re, im });
  const long = inDecimals(
    known,
    16,
    lost,
    parameters.map(lift),
    args.map(lift),
    (digits, { re, im }) => complexDecimals(digits).number(re, im),
  );
  const [re, im] = complexDecimals(30).toPair(long);
  return finite({ re, im });
}

/** With `digits` correct digits, from arithmetic that carries ten more. */
export function inDigits(
  digits: number,
  name: string,
  parameters: readonly DecimalPair[],
  args: readonly DecimalPair[],
): DecimalPair {
  const known = lookUp(name, parameters.length, args.length);
  const carried = digits + 10;
  const { value, lost } = watched(complexDecimals(carried), known, parameters, args);
  if (lost <= 8) return value;
  return withDigits(carried, inDecimals(known, digits, lost, parameters, args, withDigits));
}

function inDecimals<A>(
  known: KnownFunction,
  wanted: number,
  lostBefore: number,
  parameters: readonly A[],
  args: readonly A[],
  lift: (digits: number, a: A) => DecimalPair,
): DecimalPair {
  let carried = steps(wanted + 10 + Math.min(Math.max(lostBefore, 10), 60));
  while (carried <= most) {
    const at = (a: A) => lift(carried, a);
    const { value, lost } = watched(
      complexDecimals(carried),
      known,
      parameters.map(at),
      args.map(at),
    );
    if (lost <= carried - wanted - 2) return value;
    carried = steps(Math.min(Math.max(carried + 30, wanted + lost + 10), 2 * carried));
  }
  throw new Beyond(`${known.name} here: too many digits cancel`);
}

/** Lengths come in steps of thirty, so that few arithmetics are made. */
const steps = (digits: number): number => Math.ceil(digits / 30) * 30;

function watched<E>(
  c: Complexes<E>,
  known: KnownFunction,
  parameters: readonly E[],
  args: readonly E[],
): { value: E; lost: number } {
  const outer = c.loss;
  c.loss = 0;
  const value = known.value(c, parameters, args);
  const lost = c.loss;
  c.loss = outer;
  return { value, lost };
}

function lookUp(name: string, parameters: number, args: number): KnownFunction {
  const known = byName.get(name);
  const fits = (count: number, [least, largest]: readonly [number, number]) =>
    count >= least && count <= largest;
  if (known && fits(parameters, known.parameters) && fits(args, known.args)) return known;
  throw new Beyond(known ? `${name} with this number of arguments` : `the function ${name}`);
}
