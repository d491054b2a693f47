/** Undetermined functions that have a value everywhere: generic sums of waves, for integrals, sums and limits. */
import { Beyond } from "../number/field";
import type { Scope } from "../scope";

/** c₀ + Σ c_n sin(k_n·x + φ_n), with complex c_n where the function is complex, the n-th derivative by the only argument where primes are on it. */
export function smoothFunction<E>(
  scope: Scope<E>,
  { key, domain, order }: Smooth,
  args: readonly E[],
): E {
  const { field } = scope;
  if (field.kind === "prime")
    throw new Beyond("an undetermined function under an integral, in exact arithmetic");
  scope.spend(field.kind === "digits" ? 90 : 15);
  const { constant, waves } = shapeOf(scope, key, domain, args.length);
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

export interface Smooth {
  readonly key: string;
  readonly domain: "real" | "complex";
  /** Primes on the function. */
  readonly order: number;
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
function shapeOf<E>(
  scope: Scope<E>,
  key: string,
  domain: Smooth["domain"],
  variables: number,
): Shape<E> {
  const known = shapes.get(scope.draw) ?? new Map<string, Shape<unknown>>();
  shapes.set(scope.draw, known);
  const words = `${variables} ${domain} ${key}`;
  const found = known.get(words);
  if (found) return found as Shape<E>;
  const draw = (name: string) => scope.draw(`${key}?${name}`, "positive");
  // A wave function has another phase at every place.
  const height = (name: string) =>
    domain === "complex" ? scope.draw(`${key}?${name}`, "complex") : draw(name);
  const shape: Shape<E> = {
    constant: height("constant"),
    waves: [1, 2, 3].map((wave) => ({
      phase: draw(`phase ${wave}`),
      numbers: Array.from({ length: Math.max(1, variables) }, (_, i) =>
        draw(`number ${wave},${i}`),
      ),
      size: height(`size ${wave}`),
    })),
  };
  known.set(words, shape);
  return shape;
}
