/** The curvature of a metric that varies: Riemann, Ricci and Einstein tensors, with the sign the text uses. */
import type { Index, Role } from "../../expr/node";
import { add, join } from "../contraction";
import { Beyond } from "../number/field";
import type { Scope } from "../scope";
import { series } from "../taylor/along";
import { scaleBy, tabulate, type Value } from "../value";
import {
  axisIn,
  connection,
  cut,
  degreeAfter,
  lowerMetric,
  once,
  renamed,
  tiltCurved,
  tiltedTo,
  upperMetric,
} from "./curved";
import { placeholder } from "./generic";
import { dressed, withIndices } from "./indices";

/** The tensor of this role with the indices written. */
export function curvature<E>(scope: Scope<E>, role: Role, indices: readonly Index[]): Value<E> {
  if (role === "connection" && indices.slice(1).some(({ place }) => place === "up"))
    throw new Beyond("Γ with its lower indices raised");
  if (!scope.given.curved) throw new Beyond(`the ${role} of a metric that is not given`);
  if (!scope.given.lineElement) return dressed(scope, atHeights(scope, role, indices), indices);
  const natural = tensorOf(scope, role, indices.length);
  const upright = natural.axes.reduce(
    (value, one, i) =>
      one.kind === "index" && one.place === "down" ? tiltCurved(scope, value, i) : value,
    natural,
  );
  return withIndices(
    scope,
    renamed(
      upright,
      indices.map((_, i) => placeholder(i)),
    ),
    indices,
  );
}

/** Once for all at each choice of heights. */
const atHeights = <E>(scope: Scope<E>, role: Role, indices: readonly Index[]): Value<E> =>
  settled(scope, role, indices, role === "connection" ? 1 : 2, (inner) =>
    tensorOf(inner, role, indices.length),
  );

/** What is made of so many derivatives of the metric, at the heights written. */
export function settled<E>(
  scope: Scope<E>,
  name: string,
  indices: readonly Index[],
  taken: number,
  make: (scope: Scope<E>) => Value<E>,
): Value<E> {
  const heights = indices.map(({ place }) => place);
  const { riemann: first, ricci: second } = signs(scope);
  const degree = degreeAfter(scope, taken);
  return once(scope, `${name} ${heights.join(" ")} ${first} ${second}`, (inner) =>
    heights.reduce(
      (found, height, i) => {
        const own = found.axes[i];
        return own?.kind === "index" && own.place !== height
          ? tiltedTo(inner, found, i, degree)
          : found;
      },
      cut(inner, make(inner), degree),
    ),
  );
}

function tensorOf<E>(scope: Scope<E>, role: Role, rank: number): Value<E> {
  if (role === "connection" && rank === 3) return connection(scope, ["a", "b", "c"]);
  if (role === "riemann" && rank === 4) return signed(scope, signs(scope).riemann, riemann(scope));
  if (role === "ricci" && rank === 2) return ricci(scope, ["a", "b"]);
  if (role === "einstein" && rank === 2) return einstein(scope);
  throw new Beyond(`the ${role} with ${rank} indices`);
}

/**
 * R_{ρσμν} = ½(∂_σ∂_μ g_{ρν} + ∂_ρ∂_ν g_{σμ} − ∂_ρ∂_μ g_{σν} − ∂_σ∂_ν g_{ρμ}) + Γ_{κσμ}Γ^κ_{ρν} − Γ_{κσν}Γ^κ_{ρμ},
 * which is R^ρ_{σμν} = ∂_μ Γ^ρ_{νσ} − … with its first index lowered.
 */
function riemann<E>(scope: Scope<E>): Value<E> {
  return once(scope, "riemann", (scope) => {
    const { field } = scope;
    const taylor = series(scope);
    const { coordinates } = taylor.plan;
    const n = coordinates.length;
    const g = reader(scope, lowerMetric(scope, "a", "b"));
    const upper = reader(scope, connection(scope, ["l", "m", "n"]));
    const lower = reader(
      scope,
      join(scope, lowerMetric(scope, "k", "l"), connection(scope, ["l", "m", "n"])),
    );
    const bend = (a: number, b: number, c: number, d: number): E =>
      taylor.differentiate(
        taylor.differentiate(g(c, d), coordinates[a] as number),
        coordinates[b] as number,
      );
    const twist = (a: number, b: number, c: number, d: number): E => {
      let total = field.zero;
      for (let k = 0; k < n; k++)
        total = field.add(total, field.mul(lower(k, a, b), upper(k, c, d)));
      return total;
    };
    const half = field.rational(1n, 2n);
    const entry = (r: number, s: number, m: number, v: number): E => {
      const plus = field.add(bend(s, m, r, v), bend(r, v, s, m));
      const minus = field.add(bend(r, m, s, v), bend(s, v, r, m));
      return field.add(
        field.mul(half, field.sub(plus, minus)),
        field.sub(twist(s, m, r, v), twist(s, v, r, m)),
      );
    };
    const found = new Map<string, E>();
    return tabulate(
      field,
      ["a", "b", "c", "d"].map((name) => axisIn(scope, name, "down")),
      (at) => {
        const [r = 0, s = 0, m = 0, v = 0] = at;
        if (r === s || m === v) return undefined;
        const first = r < s ? [r, s] : [s, r];
        const second = m < v ? [m, v] : [v, m];
        const [one, two] = first.join() <= second.join() ? [first, second] : [second, first];
        const key = `${one},${two}`;
        const known = found.get(key) ?? entry(one[0] ?? 0, one[1] ?? 0, two[0] ?? 0, two[1] ?? 0);
        found.set(key, known);
        return r < s === m < v ? known : field.neg(known);
      },
    );
  });
}

/** The entry at these places. */
function reader<E>(scope: Scope<E>, value: Value<E>): (...at: readonly number[]) => E {
  const entries = new Map(value.keys.map((key, i) => [key, value.entries[i] as E]));
  return (...at) =>
    entries.get(at.reduce((key, place, i) => key * (value.axes[i]?.size ?? 1) + place, 0)) ??
    scope.field.zero;
}

interface Signs {
  readonly riemann: 1 | -1;
  readonly ricci: 1 | -1;
}

/** Of R^ρ_{σμν} = ∂_μΓ^ρ_{νσ} − … and of R_{μν} = R^λ_{μλν}. */
const signs = (scope: Pick<Scope<unknown>, "conventions">): Signs => ({
  riemann: scope.conventions.riemann ?? 1,
  ricci: scope.conventions.ricci ?? 1,
});

const signed = <E>({ field }: Scope<E>, sign: 1 | -1, value: Value<E>): Value<E> =>
  sign > 0 ? value : scaleBy(field, field.neg(field.one), value);

/** R_{μν} = R^λ_{μλν}. */
function ricci<E>(scope: Scope<E>, names: readonly [string, string]): Value<E> {
  const contracted = once(scope, "ricci", (scope) =>
    join(scope, upperMetric(scope, "a", "c"), renamed(riemann(scope), ["a", "b", "c", "d"])),
  );
  const { riemann: first, ricci: second } = signs(scope);
  return signed(scope, first === second ? 1 : -1, renamed(contracted, names));
}

export const ricciScalar = <E>(scope: Scope<E>): Value<E> =>
  join(scope, upperMetric(scope, "a", "b"), ricci(scope, ["a", "b"]));

/** G_{μν} = R_{μν} − ½ R g_{μν}. */
function einstein<E>(scope: Scope<E>): Value<E> {
  const { field } = scope;
  const half = scaleBy(field, field.rational(-1n, 2n), ricciScalar(scope));
  return add(scope, [ricci(scope, ["a", "b"]), join(scope, half, lowerMetric(scope, "a", "b"))]);
}
