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
  const draw = (name: string) => scope.draw(`${key}?${name}`, "positive");
  let total = order === 0 ? draw("constant") : field.zero;
  for (const wave of [1, 2, 3]) {
    let phase = draw(`phase ${wave}`);
    args.forEach((arg, i) => {
      phase = field.add(phase, field.mul(draw(`number ${wave},${i}`), arg));
    });
    let size = draw(`size ${wave}`);
    for (let n = 0; n < order; n++) size = field.mul(size, draw(`number ${wave},0`));
    const sine = field.func(order % 2 === 0 ? "sin" : "cos", [], [phase]);
    const term = field.mul(size, sine);
    total = order % 4 >= 2 ? field.sub(total, term) : field.add(total, term);
  }
  return total;
}
