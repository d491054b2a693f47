/** Symbols and claims the tests of the judge are written with. */
import {
  commutator,
  constant,
  down,
  func,
  num,
  power,
  product,
  quotient,
  sum,
  symbol,
  tensor,
  up,
} from "../../../src/math/expr/build";
import { type Claim, defaultConventions, type Fact } from "../../../src/math/expr/claim";
import type { Expr, Relation } from "../../../src/math/expr/node";
import { judge } from "../../../src/math/verdict/judge";
import type { JudgeOptions } from "../../../src/math/verdict/options";
import type { Verdict } from "../../../src/math/verdict/verdict";

export const [x, y, a, b] = ["x", "y", "a", "b"].map((name) => symbol(name)) as [
  Expr,
  Expr,
  Expr,
  Expr,
];
export const positive = (name: string): Expr => symbol(name, "scalar", { domain: "positive" });
export const complex = (name: string): Expr => symbol(name, "scalar", { domain: "complex" });
export const i = constant("i");
export const pi = constant("π");
export const p = symbol("p", "four-vector");
export const k = symbol("k", "four-vector");
export const m = symbol("m", "scalar", { domain: "positive" });
export const [A, B, C, U] = ["A", "B", "C", "U"].map((name) => symbol(name, "operator")) as [
  Expr,
  Expr,
  Expr,
  Expr,
];
export const F = symbol("F", "tensor");
const gammaHead = symbol("γ", "tensor", { role: "gamma" });
const metricHead = symbol("g", "tensor", { role: "metric" });
const epsilonHead = symbol("ε", "tensor", { role: "epsilon" });
export const gamma5 = symbol("γ_5", "matrix", { role: "gamma5" });
export const gamma = (name: string, place: "up" | "down" = "up"): Expr =>
  tensor(gammaHead, place === "up" ? up(name) : down(name));
export const metric = (one: string, other: string): Expr => tensor(metricHead, up(one), up(other));
export const epsilon3 = (...names: string[]): Expr =>
  tensor(epsilonHead, ...names.map((name) => down(name, "spatial")));
export const vector = (head: Expr, name: string, place: "up" | "down" = "up"): Expr =>
  tensor(head, place === "up" ? up(name) : down(name));
export const spatial = (head: Expr, name: string): Expr => tensor(head, down(name, "spatial"));

export const squared = (e: Expr): Expr => power(e, num(2));
export const times = (...factors: (Expr | number)[]): Expr =>
  product(...factors.map((f) => (typeof f === "number" ? num(f) : f)));
export const plus = (...terms: Expr[]): Expr => sum(...terms);
export const f = (name: string, ...args: Expr[]): Expr => func(name, args);
export const over = (top: Expr, bottom: Expr): Expr => quotient(top, bottom);
export const bracket = commutator;

export const claim = (
  left: Expr,
  right: Expr,
  relation: Relation = "=",
  ...facts: Fact[]
): Claim => ({
  left,
  relation,
  right,
  given: facts.map((fact, at) => ({
    id: `given-${at}`,
    name: "given",
    latex: "",
    source: "stated",
    facts: [fact],
  })),
  conventions: defaultConventions,
});

export const verdictOf = (one: Claim, options: Partial<JudgeOptions> = {}): Verdict =>
  judge(one, { mode: "verify", seed: 1, budget: 50, ...options });

/** The verdict in one word, with the reason where it is open. */
export const word = (verdict: Verdict): string =>
  verdict.kind === "open" ? `open: ${verdict.why}` : verdict.kind;
