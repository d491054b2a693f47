/** Undetermined functions that have a value everywhere: generic sums of waves, for integrals, sums and limits. */
import { Beyond } from "../number/field";
import type { Scope } from "../scope";

/** c₀ + Σ c_n sin(k_n·x + φ_n), the n-th derivative by the only argument where primes are on it. */
export function smoothFunction<E>(
  scope: Scope<E>,
  key: string,
  order: number,
  args: readonly E[],
): E {
  const { field } = scope;
  if (field.kind === "prime")
    throw new Beyond("an undetermined function under an integral, in exact arithmetic");
  scope.spend(field.kind === "digits" ? 90 : 15);
  const { constant, waves } = shapeOf(scope, key, args.length);
  let total = order === 0 ? constant : field.zero;
  for (const { phase, numbers, size } of waves) {
    const inside = args.reduce(
      (sum, arg, i) => field.add(sum, field.mul(numbers[i] as E, arg)),
      phase,
    );
    let height = size;
    for (let n = 0; n < order; n++) height = field.mul(height, numbers[0] as E);
    const sine = field.func(order % 2 === 0 ? "sin" : "cos", [], [inside]);
    const term = field.mul(height, sine);
    total = order % 4 >= 2 ? field.sub(total, term) : field.add(total, term);
  }
  return total;
}

interface Shape<E> {
  readonly constant: E;
  readonly waves: readonly {
    readonly phase: E;
    readonly numbers: readonly E[];
    readonly size: E;
  }[];
}

const shapes = new WeakMap<object, Map<string, Shape<unknown>>>();

/** The numbers of one function, the same at all its places. */
function shapeOf<E>(scope: Scope<E>, key: string, variables: number): Shape<E> {
  const known = shapes.get(scope.draw) ?? new Map<string, Shape<unknown>>();
  shapes.set(scope.draw, known);
  const words = `${variables} ${key}`;
  const found = known.get(words);
  if (found) return found as Shape<E>;
  const draw = (name: string) => scope.draw(`${key}?${name}`, "positive");
  const shape: Shape<E> = {
    constant: draw("constant"),
    waves: [1, 2, 3].map((wave) => ({
      phase: draw(`phase ${wave}`),
      numbers: Array.from({ length: Math.max(1, variables) }, (_, i) =>
        draw(`number ${wave},${i}`),
      ),
      size: draw(`size ${wave}`),
    })),
  };
  known.set(words, shape);
  return shape;
}
