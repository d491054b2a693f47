/** Power series in the variables of differentiation: derivatives are shifts of coefficients. */
import type { Domain, Expr, Sym } from "../../expr/node";
import type { Field } from "../number/field";
import type { Monomials } from "./monomials";
import type { Plan } from "./plan";
import type { Series } from "./series";

export interface Taylor<E> {
  readonly plan: Plan;
  /** Numbers of the variables that belong to a symbol: one for a scalar, one for each component of a vector. */
  variablesOf(symbol: Expr): readonly number[] | undefined;
  /** Numbers of the variables a field or function of this name depends on. */
  dependence(symbol: Sym): readonly number[];
  differentiate(series: E, variable: number): E;
  /** The value with the variable's own increment added. */
  perturb(base: E, variable: number): E;
  /** The series does not vary. */
  isConstant(series: E): boolean;
  /** The value at the centre, as a series again. */
  constant(series: E): E;
  /** The series with an increment replaced by another series without constant term. */
  substitute(series: E, variable: number, rise: E): E;
  /** A series with this centre and generic coefficients in some variables, seeded by the name. */
  generic(key: string, centre: E, variables: readonly number[], domain: Domain): E;
  /** The coefficient of a monomial. */
  coefficient(series: E, exponents: readonly number[]): E;
}

export function taylorOver<E>(
  base: Field<E>,
  field: Field<Series<E>>,
  all: Monomials,
  plan: Plan,
  draw: (key: string, domain: Domain) => E,
): Taylor<Series<E>> {
  const constant = (series: Series<E>): Series<E> => [series[0] as E];
  const monomial = (variable: number): number | undefined =>
    all.indexOf(Array.from({ length: all.variables }, (_, v) => (v === variable ? 1 : 0)));
  const times = Array.from({ length: all.order + 2 }, (_, n) => base.rational(BigInt(n), 1n));
  const filled = (entry: E): E[] => [entry, ...new Array<E>(all.list.length - 1).fill(base.zero)];

  return {
    plan,
    variablesOf: (symbol) => plan.variablesOf(symbol),
    dependence: (symbol) => plan.dependence(symbol),
    constant,
    isConstant: (series) => series.every((entry, i) => i === 0 || base.isZero(entry)),
    differentiate(series, variable) {
      if (series.length === 1) return [base.zero];
      const from = all.raised[variable] as readonly number[];
      return all.list.map((exponents, i) => {
        const place = from[i] as number;
        return place < 0
          ? base.zero
          : base.mul(times[(exponents[variable] as number) + 1] as E, series[place] as E);
      });
    },
    perturb(series, variable) {
      const place = monomial(variable);
      if (place === undefined) return series;
      const moved = series.length === 1 ? filled(series[0] as E) : [...series];
      moved[place] = base.add(moved[place] as E, base.one);
      return moved;
    },
    substitute(series, variable, rise) {
      if (series.length === 1) return series;
      let total: Series<E> = field.zero;
      let power: Series<E> = field.one;
      for (let m = 0; m <= all.order; m++) {
        const part = all.list.map((exponents) => {
          if (exponents[variable] !== 0) return base.zero;
          const from = all.indexOf(exponents.map((exponent, v) => (v === variable ? m : exponent)));
          return from === undefined ? base.zero : (series[from] as E);
        });
        total = field.add(total, field.mul(part, power));
        power = field.mul(power, rise);
      }
      return total;
    },
    generic(key, centre, variables, domain) {
      return all.list.map((exponents, i) => {
        if (i === 0) return centre[0] as E;
        if (exponents.some((exponent, v) => exponent > 0 && !variables.includes(v)))
          return base.zero;
        return draw(`${key}|?${exponents.join(",")}`, domain === "complex" ? "complex" : "real");
      });
    },
    coefficient(series, exponents) {
      const place = all.indexOf(exponents);
      return place === undefined ? [base.zero] : [series[place] ?? base.zero];
    },
  };
}
