/** What the evaluation of one sample carries along: numbers, samples, premises, bound variables, and the bill. */
import type { Conventions } from "../expr/claim";
import type { Domain, Expr, Sym } from "../expr/node";
import type { Shown } from "../expr/shown";
import type { World } from "./evaluation";
import type { Given } from "./given";
import type { Representation } from "./matrix/representation";
import { type Beyond, type Field, Undefined } from "./number/field";
import type { CanonicalPair } from "./operators/poisson";
import type { Spaces } from "./spaces";
import type { Taylor } from "./taylor/taylor";
import type { Arithmetic, Value } from "./value";
import type { Element } from "./words/element";
import type { Alphabet } from "./words/letters";
import type { WordPlan } from "./words/plan";

/** Counts and flags gathered over one evaluation. */
export interface Tally {
  /** Why expressions asked for have no value, where others have one. */
  readonly refusals: Map<Expr, Undefined | Beyond>;
  transcendental: boolean;
  /** The root of a negative difference was taken, √(1 − v²) beyond v = 1. */
  leavesReals: boolean;
  digits: number;
  fresh: number;
  /** Integrals inside integrals. */
  depth: number;
  /** Distributions are being paired with a test function. */
  pairing: boolean;
  readonly values: Record<string, Shown>;
}

export interface Scope<E> extends Arithmetic<E> {
  readonly field: Field<E>;
  readonly world: World;
  readonly conventions: Conventions;
  readonly given: Given;
  readonly spaces: Spaces;
  /** How the Dirac matrices are written out, where explicit matrices stand beside them. */
  readonly representation: Representation | undefined;
  readonly tally: Tally;
  /** The sample that belongs to a name: the same name gives the same number. */
  readonly draw: (key: string, domain: Domain) => E;
  /** √x where it is real; undefined otherwise. */
  readonly realRoot: (square: E) => E | undefined;
  /** Distinguishes numbers: equal keys for equal numbers. */
  readonly keyOf: (entry: E) => string;
  /** Values that belong to the whole sample: the metric, the connection, the curvature. */
  readonly cache: Map<string, Value<E>>;
  /** Values put in for symbols: formal arguments, summation labels, integration variables. */
  readonly bound: ReadonlyMap<Expr, Value<E>>;
  /** Inside an entry of a matrix of matrices. */
  readonly nested: boolean;
  /** Heads whose definitions are being used. */
  readonly inside: readonly string[];
  /** Indices that stand for one fixed component. */
  readonly fixed: ReadonlyMap<string, number>;
  /** Values found in this scope. */
  readonly memo: Map<Expr, Value<E>>;
  /** Power series in the variables of differentiation, where there are any. */
  readonly taylor: Taylor<E> | undefined;
  readonly isOperator: (expr: Expr) => boolean;
  /** Integrals are linear functionals, δ-functions even functions, of which nothing else is known. */
  readonly formal: boolean;
  /** Functions must be smooth everywhere, because they are integrated, summed or followed to a limit. */
  readonly analysed: boolean;
  /** The points of integrals of which nothing is said, as a suffix to the names of what varies there. */
  readonly place: string;
  /** The integrands around show their variable. */
  readonly shown: boolean;
  /** Names that also stand outside such integrals. */
  readonly outside: ReadonlySet<string>;
  /** Vectors that do not commute, because they stand in brackets. */
  readonly bracketed: ReadonlySet<string>;
  /** Labels that are not summed over. */
  readonly labels: readonly Expr[];
  /** Symbols that stand outside all sums. */
  readonly labelsOutside: ReadonlySet<Expr>;
  /** Units are written, so that constants of nature have their measured values. */
  readonly hasUnits: boolean;
  /** Nothing but constants of nature is written. */
  readonly relatesConstants: boolean;
  /** Ladder operators are among the formulas: numbers in kets count quanta. */
  readonly hasQuanta: boolean;
  readonly hasRotations: boolean;
  /** The call a bare name abbreviates. */
  readonly shownArguments: (sym: Sym) => Expr | undefined;
  /** Vectors or tensors are written out in components, so that d is the dimension of the representation. */
  readonly countsDimensions: boolean;
  /** Coordinates with their momenta, where Poisson brackets occur. */
  readonly canonical: readonly CanonicalPair[];
  /** Where the samples of a symbol lie. */
  readonly domainOf: (sym: Sym) => Domain;
  /** The four-vector of a name, where there is one. */
  readonly fourVectorNamed: (name: string) => Sym | undefined;
  /** The three-vector whose plain letter this is. */
  readonly vectorOfLetter: (letter: string) => Sym | undefined;
  /** The only name that is differentiated by. */
  readonly onlyVariable: Expr | undefined;
  /** The mass on whose shell a momentum lies. */
  readonly massOf: (momentum: Expr) => Expr;
  /** Names that vary in averages. */
  readonly random: ReadonlySet<string>;
  /** How operators are read as words, where they are. */
  readonly words: WordPlan | undefined;
  /** The letters of operator words met. */
  readonly alphabet: Alphabet;
  /** A formula as an element of the algebra of its operators. */
  readonly element: (scope: Scope<E>, expr: Expr) => Element<E>;
  /** Names of the lowering operators among the formulas. */
  readonly loweringNames: readonly string[];
  /** Numbers of the degrees of freedom met, by name. */
  readonly modes: Map<string, number>;
  readonly interpret: (scope: Scope<E>, expr: Expr) => Value<E>;
  /** An index of a curved metric at the other height. */
  readonly tilt: (scope: Scope<E>, value: Value<E>, at: number) => Value<E>;
  /** A known function at values. */
  readonly apply: (
    scope: Scope<E>,
    name: string,
    parameters: readonly Value<E>[],
    args: readonly Value<E>[],
  ) => Value<E>;
  /** Whole sides: operators among them act on a test function. */
  readonly top: (scope: Scope<E>, expr: Expr) => Value<E>;
}

export function valueIn<E>(scope: Scope<E>, expr: Expr): Value<E> {
  const known = scope.memo.get(expr);
  if (known) return known;
  scope.spend(1);
  const value = scope.interpret(scope, expr);
  scope.memo.set(expr, value);
  return value;
}

/** The scope inside which some symbols have the values given. */
export function bind<E>(scope: Scope<E>, bindings: Iterable<readonly [Expr, Value<E>]>): Scope<E> {
  const added = [...bindings];
  if (added.length === 0) return scope;
  const bound = new Map(scope.bound);
  for (const [symbol, value] of added) bound.set(symbol, value);
  return { ...scope, bound, memo: new Map(), cache: new Map() };
}

/** The scope inside which a name has one value after the other: each is done with before the next one comes. */
export function moving<E>(scope: Scope<E>, symbol: Expr): (value: Value<E>) => Scope<E> {
  const bound = new Map(scope.bound);
  const inner: Scope<E> = { ...scope, bound, memo: new Map(), cache: new Map() };
  return (value) => {
    bound.set(symbol, value);
    inner.memo.clear();
    inner.cache.clear();
    return inner;
  };
}

/** The scope inside which an index stands for one component. */
export function fix<E>(scope: Scope<E>, name: string, position: number): Scope<E> {
  return { ...scope, fixed: new Map(scope.fixed).set(name, position), memo: new Map() };
}

/** The scope inside the body of a definition, where its own head is no longer replaced. */
export function within<E>(scope: Scope<E>, key: string): Scope<E> {
  if (scope.inside.length > 40) throw new Undefined("definitions that lead in a circle");
  if (scope.inside.includes(key)) throw new Undefined("a definition that uses itself");
  return { ...scope, inside: [...scope.inside, key] };
}

/** A name for a summed index that no formula uses. */
export const freshName = (scope: Pick<Scope<unknown>, "tally">): string =>
  `·${scope.tally.fresh++}`;
