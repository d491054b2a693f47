/** Derivatives of known functions, written with known functions. */
import type { Field } from "../number/field";

type Rule = <S>(field: Field<S>, u: S, orders: readonly S[]) => S;

const whole = <S>(field: Field<S>, n: number): S => field.rational(BigInt(n), 1n);
const f = <S>(field: Field<S>, name: string, u: S, ...orders: S[]): S =>
  field.func(name, orders, [u]);
const square = <S>(field: Field<S>, u: S): S => field.mul(u, u);
const over = <S>(field: Field<S>, u: S): S => field.div(field.one, u);
const root = <S>(field: Field<S>, u: S): S => f(field, "sqrt", u);

/** 2f_ν′ = f_{ν−1} ∓ f_{ν+1} for the cylinder functions. */
const cylinder =
  (name: string, left: 1 | -1, right: 1 | -1): Rule =>
  (field, u, [nu]) => {
    if (nu === undefined) return field.zero;
    const below = f(field, name, u, field.sub(nu, field.one));
    const above = f(field, name, u, field.add(nu, field.one));
    const signed = (sign: 1 | -1, value: typeof u) => (sign > 0 ? value : field.neg(value));
    return field.mul(field.rational(1n, 2n), field.add(signed(left, below), signed(right, above)));
  };

/** f_n′ = f_{n−1} − (n+1)f_n/u for the spherical ones. */
const spherical =
  (name: string): Rule =>
  (field, u, [n]) => {
    if (n === undefined) return field.zero;
    const next = field.add(n, field.one);
    return field.sub(
      f(field, name, u, field.sub(n, field.one)),
      field.mul(field.div(next, u), f(field, name, u, n)),
    );
  };

export const derivatives: Readonly<Record<string, Rule>> = {
  exp: (field, u) => f(field, "exp", u),
  log: (field, u, [base]) =>
    base === undefined ? over(field, u) : over(field, field.mul(u, f(field, "log", base))),
  sqrt: (field, u, [n]) =>
    n === undefined
      ? field.div(field.rational(1n, 2n), root(field, u))
      : field.div(f(field, "sqrt", u, n), field.mul(n, u)),
  sin: (field, u) => f(field, "cos", u),
  cos: (field, u) => field.neg(f(field, "sin", u)),
  tan: (field, u) => field.add(field.one, square(field, f(field, "tan", u))),
  cot: (field, u) => field.neg(field.add(field.one, square(field, f(field, "cot", u)))),
  sec: (field, u) => field.mul(f(field, "sec", u), f(field, "tan", u)),
  csc: (field, u) => field.neg(field.mul(f(field, "csc", u), f(field, "cot", u))),
  sinh: (field, u) => f(field, "cosh", u),
  cosh: (field, u) => f(field, "sinh", u),
  tanh: (field, u) => field.sub(field.one, square(field, f(field, "tanh", u))),
  coth: (field, u) => field.sub(field.one, square(field, f(field, "coth", u))),
  sech: (field, u) => field.neg(field.mul(f(field, "sech", u), f(field, "tanh", u))),
  csch: (field, u) => field.neg(field.mul(f(field, "csch", u), f(field, "coth", u))),
  asin: (field, u) => over(field, root(field, field.sub(field.one, square(field, u)))),
  acos: (field, u) => field.neg(over(field, root(field, field.sub(field.one, square(field, u))))),
  atan: (field, u) => over(field, field.add(field.one, square(field, u))),
  acot: (field, u) => field.neg(over(field, field.add(field.one, square(field, u)))),
  asinh: (field, u) => over(field, root(field, field.add(field.one, square(field, u)))),
  acosh: (field, u) =>
    over(
      field,
      field.mul(root(field, field.sub(u, field.one)), root(field, field.add(u, field.one))),
    ),
  atanh: (field, u) => over(field, field.sub(field.one, square(field, u))),
  acoth: (field, u) => over(field, field.sub(field.one, square(field, u))),
  erf: (field, u) => gaussian(field, u, 1),
  erfc: (field, u) => gaussian(field, u, -1),
  Γ: (field, u) => field.mul(f(field, "Γ", u), f(field, "ψ", u)),
  logΓ: (field, u) => f(field, "ψ", u),
  ψ: (field, u, [n]) => f(field, "ψ", u, field.add(n ?? field.zero, field.one)),
  factorial: (field, u) => {
    const next = field.add(u, field.one);
    return field.mul(f(field, "Γ", next), f(field, "ψ", next));
  },
  erfi: (field, u) => {
    const pi = field.mul(whole(field, 4), f(field, "atan", field.one));
    return field.mul(
      field.div(whole(field, 2), root(field, pi)),
      f(field, "exp", square(field, u)),
    );
  },
  sinc: (field, u) => field.div(field.sub(f(field, "cos", u), f(field, "sinc", u)), u),
  Si: (field, u) => f(field, "sinc", u),
  Ci: (field, u) => field.div(f(field, "cos", u), u),
  besselJ: cylinder("besselJ", 1, -1),
  besselY: cylinder("besselY", 1, -1),
  besselI: cylinder("besselI", 1, 1),
  besselK: cylinder("besselK", -1, -1),
  sphericalBesselJ: spherical("sphericalBesselJ"),
  sphericalBesselY: spherical("sphericalBesselY"),
  hermiteH: (field, u, [n]) =>
    n === undefined
      ? field.zero
      : field.mul(field.mul(whole(field, 2), n), lower(field, "hermiteH", u, n)),
  legendreP: (field, u, [n, ...rest]) => {
    if (n === undefined) return field.div(field.zero, field.zero);
    const [m] = rest;
    if (m !== undefined) {
      const below = field.mul(field.add(n, m), lowered(field, "legendreP", u, n, m));
      const here = field.mul(n, field.mul(u, f(field, "legendreP", u, n, m)));
      return field.div(field.sub(below, here), field.sub(field.one, square(field, u)));
    }
    const drop = field.sub(
      lower(field, "legendreP", u, n),
      field.mul(u, f(field, "legendreP", u, n)),
    );
    return field.div(field.mul(n, drop), field.sub(field.one, square(field, u)));
  },
  laguerreL: (field, u, [n, alpha]) => {
    if (n === undefined) return field.zero;
    const raised = field.add(alpha ?? field.zero, field.one);
    return field.neg(lowered(field, "laguerreL", u, n, raised));
  },
  Li: (field, u, [s]) =>
    s === undefined ? field.zero : field.div(f(field, "Li", u, field.sub(s, field.one)), u),
  airyAi: (field, u) => f(field, "airyAiPrime", u),
  airyAiPrime: (field, u) => field.mul(u, f(field, "airyAi", u)),
  airyBi: (field, u) => f(field, "airyBiPrime", u),
  airyBiPrime: (field, u) => field.mul(u, f(field, "airyBi", u)),
  sphericalPolar: (field, u, [l, m]) => {
    if (l === undefined || m === undefined) return field.div(field.zero, field.zero);
    const neighbour = (step: 1 | -1) => {
      const order = field.rational(BigInt(step), 1n);
      const towards = step > 0 ? m : field.neg(m);
      const norm = field.mul(field.sub(l, towards), field.add(field.add(l, towards), field.one));
      return field.mul(root(field, norm), f(field, "sphericalPolar", u, l, field.add(m, order)));
    };
    return field.mul(field.rational(1n, 2n), field.sub(neighbour(1), neighbour(-1)));
  },
  Ei: (field, u) => field.div(f(field, "exp", u), u),
};

/** P_{n−1}, zero below degree zero. */
function lower<S>(field: Field<S>, name: string, u: S, n: S): S {
  return field.integer(n) === 0 ? field.zero : f(field, name, u, field.sub(n, field.one));
}

function lowered<S>(field: Field<S>, name: string, u: S, n: S, alpha: S): S {
  return field.integer(n) === 0 ? field.zero : f(field, name, u, field.sub(n, field.one), alpha);
}

function gaussian<S>(field: Field<S>, u: S, sign: 1 | -1): S {
  const pi = field.mul(whole(field, 4), f(field, "atan", field.one));
  const factor = field.div(whole(field, 2 * sign), root(field, pi));
  return field.mul(factor, f(field, "exp", field.neg(square(field, u))));
}
