/** Which variables are differentiated by, and how often at most. */
import type { Expr, Sym } from "../../expr/node";
import type { World } from "../evaluation";
import { nameKey } from "../given";
import type { Spaces } from "../spaces";
import type { Jet } from "./jets";
import type { Shallow } from "./monomials";
import type { States } from "./states";

/** What the formulas ask for, before the dimension is chosen. */
export interface Targets {
  /** Symbols differentiated by, and the variables of ladder, position and momentum operators. */
  readonly symbols: ReadonlySet<Expr>;
  readonly lorentz: boolean;
  readonly spatial: boolean;
  readonly order: number;
  /** First derivatives of fields that are differentiated by. */
  readonly jets: readonly Jet[];
  /** Derivatives by what varies itself, inside one another. */
  readonly shallow: number;
  /** Names that are told apart from their conjugates: both are differentiated by, or stand side by side. */
  readonly complex: ReadonlySet<Expr>;
  /** Names on a space of states, differentiated by one another, and its dimension. */
  readonly states: States;
  /** Names that are taken to vary because a derivative would vanish otherwise. */
  readonly assumed: ReadonlySet<string>;
  /** Names that vary along everything, because an equation of motion is given for them. */
  readonly swept: ReadonlySet<string>;
  /** Times with an explicit dependence beside the total one. */
  readonly explicit: ReadonlySet<Expr>;
  /** Fields and functions that were met under a derivative without saying what they depend on. */
  readonly inferred: ReadonlyMap<string, ReadonlySet<string>>;
  /** Modes of ladder operators and degrees of freedom of x̂, p̂: how many, and with how many components each. */
  readonly modes: Readonly<
    Record<ModeKind, { readonly names: ReadonlySet<string>; readonly size: number }>
  >;
}

export interface Plan {
  readonly count: number;
  readonly order: number;
  readonly coordinates: readonly number[];
  /** Spatial part of the coordinates. */
  readonly space: readonly number[];
  readonly hasTime: boolean;
  /** Variables that are raised to low orders only. */
  readonly shallow: Shallow;
  /** The variable of the conjugate, for those of complex names. */
  readonly conjugates: ReadonlyMap<number, number>;
  /** Coordinates of the space of states. */
  readonly states: readonly number[];
  variablesOf(symbol: Expr): readonly number[] | undefined;
  dependence(symbol: Sym): readonly number[];
  /** Variables that stand for the derivative of a field along a variable, one for each component. */
  jet(field: Expr, direction: number): readonly number[] | undefined;
  /** Whether this or its derivative is differentiated by. */
  isMoving(field: Expr): boolean;
  /** The variable of the explicit dependence on a time. */
  explicit(symbol: Expr): number | undefined;
  /** Variables of the n-th degree of freedom of a kind. */
  mode(kind: ModeKind, n: number): readonly number[];
}

export type ModeKind = "ladder" | "place";

/** Spacetime itself, as what a field depends on. */
export const everywhere = "x";

/** Time, where it is no coordinate beside those of space. */
export const time = "t";

/** The one direction along which a total differential d is taken. */
export const line = "d°";

export function planFor(
  targets: Targets,
  world: World,
  spaces: Spaces,
  chart: readonly Expr[],
): Plan | undefined {
  if (targets.order === 0 && targets.modes.place.names.size === 0) return undefined;
  let count = 0;
  const take = (size: number): number[] => Array.from({ length: size }, () => count++);
  const charted = chart.length > 0;
  const coordinates = take(
    charted ? chart.length : targets.lorentz ? world.dimension : targets.spatial ? 3 : 0,
  );
  const space = targets.lorentz || charted ? coordinates.slice(1, 4) : coordinates;
  const own = new Map<Expr, readonly number[]>();
  const byName = new Map<string, readonly number[]>();
  const states = take(targets.states.size);
  for (const symbol of targets.symbols) {
    if (symbol.kind === "symbol" && targets.states.names.has(symbol.name)) continue;
    if (symbol.kind === "symbol" && symbol.type === "scalar" && byName.has(symbol.name)) continue;
    const place = chart.findIndex((one) => nameKey(one) === nameKey(symbol));
    const alias = charted
      ? coordinates.slice(place, place < 0 ? 0 : place + 1)
      : (coordinateAlias(symbol, coordinates, space, targets.lorentz) ?? []);
    const variables = alias.length > 0 ? alias : take(sizeOf(symbol, spaces));
    own.set(symbol, variables);
    if (symbol.kind === "symbol")
      byName.set(symbol.name, [...(byName.get(symbol.name) ?? []), ...variables]);
  }
  /** One name is one variable, whatever else is known of it in different places. */
  const namesake = (symbol: Expr): readonly number[] | undefined => {
    const found =
      symbol.kind === "symbol" && symbol.type === "scalar" ? byName.get(symbol.name) : undefined;
    return found?.length === 1 ? found : undefined;
  };
  const slots = (kind: ModeKind) =>
    [...targets.modes[kind].names].map(() => take(targets.modes[kind].size));
  const modes = { ladder: slots("ladder"), place: slots("place") };
  const dependence = (symbol: Sym): readonly number[] => {
    if (targets.states.names.has(symbol.name)) return states;
    const inferred = targets.inferred.get(symbol.name) ?? [];
    const names = symbol.dependsOn
      ? [
          ...symbol.dependsOn,
          ...[...inferred].filter(
            (name) => name === line || name === time || targets.swept.has(symbol.name),
          ),
        ]
      : [...inferred];
    const found = new Set<number>();
    for (const name of names) {
      for (const variable of byName.get(name) ?? []) found.add(variable);
      if (!places.has(name)) continue;
      for (const variable of coordinates) found.add(variable);
      for (const one of name === everywhere ? ["t", ...axes] : axes)
        for (const variable of byName.get(one) ?? []) found.add(variable);
    }
    return [...found];
  };
  const variablesOf = (symbol: Expr) => own.get(symbol) ?? namesake(symbol);
  const jets = new Map<Expr, Map<number, readonly number[]>>();
  for (const { field, along } of targets.jets) {
    const known = jets.get(field) ?? new Map<number, readonly number[]>();
    jets.set(field, known);
    const directions =
      along === "spacetime" ? coordinates : along === "space" ? space : (variablesOf(along) ?? []);
    for (const direction of directions)
      if (!known.has(direction)) known.set(direction, take(sizeOf(field, spaces)));
  }
  const varying = [...own].flatMap(([symbol, variables]) => {
    const sym = symbol.kind === "labelled" ? symbol.head : symbol;
    const free = variables.filter((variable) => !coordinates.includes(variable));
    return sym.kind === "symbol" && dependence(sym).length > 0 ? free : [];
  });
  const raisedLittle = [
    ...varying,
    ...[...jets.values()].flatMap((one) => [...one.values()].flat()),
  ];
  const conjugates = new Map<number, number>();
  for (const symbol of targets.complex)
    for (const variable of [
      ...(own.get(symbol) ?? []),
      ...[...(jets.get(symbol)?.values() ?? [])].flat(),
    ]) {
      const [other] = take(1);
      if (other === undefined) continue;
      conjugates.set(variable, other);
      conjugates.set(other, variable);
    }
  const explicit = new Map([...targets.explicit].map((time) => [time, take(1)[0]] as const));
  return {
    count,
    order: targets.order,
    coordinates,
    space,
    hasTime: targets.lorentz || charted,
    shallow: {
      variables: raisedLittle.flatMap((variable) => [
        variable,
        conjugates.get(variable) ?? variable,
      ]),
      order: targets.shallow,
    },
    conjugates,
    states,
    jet: (field, direction) => jets.get(field)?.get(direction),
    isMoving: (field) => own.has(field) || jets.has(field),
    explicit: (symbol) => explicit.get(symbol),
    variablesOf,
    dependence,
    mode: (kind, n) => modes[kind][n] ?? [],
  };
}

const places = new Set([everywhere, "r", "𝐱", "𝐫", "x⃗", "r⃗", "\u{1D431}", "\u{1D42B}"]);

const sizeOf = (symbol: Expr, spaces: Spaces): number => {
  const sym = symbol.kind === "labelled" ? symbol.head : symbol;
  if (sym.kind !== "symbol") return 1;
  if (sym.type === "four-vector") return spaces.indexSize("lorentz");
  if (sym.type === "spinor") return spaces.matrixSize(spaces.spaceOf(sym));
  return sym.type === "three-vector" ? spaces.indexSize("spatial") : 1;
};

/** A symbol for the place itself, or for the time, is the coordinates under another name. */
function coordinateAlias(
  symbol: Expr,
  coordinates: readonly number[],
  space: readonly number[],
  lorentz: boolean,
): readonly number[] | undefined {
  if (symbol.kind !== "symbol" || coordinates.length === 0) return undefined;
  const place = symbol.role === "coordinate" || /^[xr𝐱𝐫]$/u.test(symbol.name);
  if (symbol.type === "four-vector" && place && lorentz) return coordinates;
  if (symbol.type === "three-vector" && place) return space;
  if (symbol.type !== "scalar") return undefined;
  if (symbol.name === "t" && lorentz) return coordinates.slice(0, 1);
  const axis = symbol.domain === "complex" ? -1 : axes.indexOf(symbol.name);
  return axis < 0 || axis >= space.length ? undefined : space.slice(axis, axis + 1);
}

/** The Cartesian directions that ∇ and ∂_i run over. */
const axes = ["x", "y", "z"];
