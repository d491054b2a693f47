/** Truncated power series in the variables of differentiation, as a kind of number of their own. */
import type { Domain, Expr, Sym } from "../expr/node";

/** Derivatives are shifts of coefficients; every other operation goes through the series' own field. */
export interface Taylor<E> {
  /** Total order that is kept. */
  readonly order: number;
  /** Numbers of the series variables that belong to a symbol: one for a scalar, one for each component of a vector. */
  variablesOf(symbol: Expr): readonly number[] | undefined;
  /** The derivative by one variable. */
  differentiate(series: E, variable: number): E;
  /** The value with the variable's own increment added. */
  perturb(base: E, variable: number): E;
  /** The series' value at its centre, as a series again. */
  constant(series: E): E;
  /** Numbers of the variables a field or function of this name depends on. */
  dependence(symbol: Sym): readonly number[];
  /** A series with this centre and generic coefficients, seeded by the name. */
  generic(key: string, centre: E, variables: readonly number[], domain: Domain): E;
}
