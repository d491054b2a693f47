/** Traces of γ matrices. */
import {
  constant,
  minusOne,
  num,
  product,
  quotient,
  sum,
  symbol,
  tensor,
  trace,
} from "../expr/build";
import { intern } from "../expr/intern";
import type { Expr, Trace } from "../expr/node";
import { factorsOf } from "../expr/questions";
import { nodes } from "../expr/walk";
import { type Gamma, gammaOf, isFive, metricBetween } from "./dirac";
import { isSameIndex } from "./indices";
import { isNumber } from "./isNumber";
import type { Law, Scene } from "./law";

/** The trace of an odd number of γ matrices vanishes. */
export const oddTrace: Law = {
  name: "dirac.odd-trace",
  needs: ["trace"],
  forth: "drops traces of an odd number of γ matrices",
  back: "adds traces that vanish",
  statement: "Tr γ^μγ^νγ^ρ = 0",
  rewrite(node) {
    if (node.kind !== "trace" || !isDirac(node)) return undefined;
    const word = factorsOf(node.operand)
      .filter((factor) => !isNumber(factor))
      .flatMap(opened);
    return word.length % 2 === 1 && word.every((factor) => gammaOf(factor)) ? num(0) : undefined;
  },
};

/** A word turned until contracted γ matrices stand close. */
export const turnTrace: Law = {
  name: "dirac.turn-trace",
  needs: ["trace"],
  forth: "uses that the trace is cyclic",
  back: "uses that the trace is cyclic",
  statement: "Tr AB = Tr BA",
  once: true,
  rewrite(node) {
    if (node.kind !== "trace") return undefined;
    const factors = factorsOf(node.operand);
    const numbers = factors.filter(isNumber);
    const word = factors.filter((factor) => !isNumber(factor));
    for (const [i, factor] of word.entries()) {
      const first = gammaOf(factor);
      if (first?.kind !== "index") continue;
      const j = word.findIndex((other, at) => {
        const second = at > i ? gammaOf(other) : undefined;
        return second?.kind === "index" && isSameIndex(first.index, second.index);
      });
      if (j < 0 || j - i <= word.length - (j - i)) continue;
      return intern({
        ...node,
        operand: product(...numbers, ...word.slice(j), ...word.slice(0, j)),
      });
    }
    return undefined;
  },
};

/** The trace of an even number: all pairings with their signs. */
export const evaluateTrace: Law = {
  name: "dirac.trace",
  needs: ["trace"],
  forth: "evaluates the trace",
  back: "writes it as a trace",
  statement: "Tr γ^μγ^ν = 4g^{μν}, Tr γ^μγ^νγ^ργ^σ = 4(g^{μν}g^{ρσ} − g^{μρ}g^{νσ} + g^{μσ}g^{νρ})",
  rewrite(node, scene) {
    if (node.kind !== "trace" || !isDirac(node)) return undefined;
    const factors = factorsOf(node.operand);
    const numbers = factors.filter(isNumber);
    const word = factors.filter((factor) => !isNumber(factor)).flatMap(opened);
    const unity = num(scene.conventions.traceOfUnity);
    if (word.some(isFive)) return withFive(word);
    const gammas = word.map(gammaOf);
    if (!gammas.every((gamma) => gamma !== undefined)) return undefined;
    if (gammas.length % 2 === 1 || gammas.length > 6) return undefined;
    return product(unity, ...numbers, pairings(gammas as readonly Gamma[], node, scene));
  },
};

const opened = (factor: Expr): readonly Expr[] =>
  factor.kind === "power" && factor.exponent === num(2) ? [factor.base, factor.base] : [factor];

/** A trace of numbers alone counts as one over the Dirac indices only if it says so or a γ stands near. */
const isDirac = ({ operand, space }: Trace): boolean =>
  space === "dirac" ||
  [...nodes(operand)].some((part) => gammaOf(part) !== undefined || isFive(part));

function pairings(gammas: readonly Gamma[], near: Expr, scene: Scene): Expr {
  const [first, ...others] = gammas;
  if (!first) return num(1);
  return sum(
    ...others.map((other, at) => {
      const rest = others.filter((_, i) => i !== at);
      const found = product(metricBetween(first, other, near, scene), pairings(rest, near, scene));
      return at % 2 === 0 ? found : product(minusOne, found);
    }),
  );
}

/** Fewer than four γ beside γ5 give nothing. */
const withFive = (word: readonly Expr[]): Expr | undefined =>
  word.filter(isFive).length === 1 &&
  word.every((each) => isFive(each) || gammaOf(each)) &&
  (word.length < 5 || word.length % 2 === 0)
    ? num(0)
    : undefined;

/** Tr(A+m) = Tr A + 4m: a number in a Dirac trace is that multiple of the unit matrix. */
export const splitTrace: Law = {
  name: "dirac.split-trace",
  needs: ["trace"],
  forth: "takes the trace term by term",
  back: "joins traces",
  statement: "Tr(A+m) = Tr A + 4m",
  rewrite(node, { conventions }) {
    if (node.kind !== "trace" || node.operand.kind !== "sum" || !isDirac(node)) return undefined;
    if (!node.operand.terms.some(isNumber)) return undefined;
    return sum(
      ...node.operand.terms.map((term) =>
        isNumber(term) ? product(num(conventions.traceOfUnity), term) : trace(term, node.space),
      ),
    );
  },
};

/** σ^{μν} = (i/2)[γ^μ,γ^ν]. */
export const sigmaTensor: Law = {
  name: "dirac.sigma-tensor",
  needs: ["sigma-tensor"],
  forth: "writes σ^{μν} by γ matrices",
  back: "introduces σ^{μν}",
  statement: "σ^{μν} = (i/2)(γ^μγ^ν − γ^νγ^μ)",
  rewrite(node, { target }) {
    if (node.kind !== "tensor" || node.head.kind !== "symbol" || node.head.role !== "sigma-tensor")
      return undefined;
    const [a, b] = node.indices;
    if (!a || !b) return undefined;
    const head =
      [...nodes(target)].find((part) => part.kind === "symbol" && part.role === "gamma") ??
      symbol("γ", "matrix", { role: "gamma", space: "dirac" });
    const [x, y] = [tensor(head, a), tensor(head, b)];
    return product(quotient(constant("i"), num(2)), sum(product(x, y), product(minusOne, y, x)));
  },
};

/** P_L = (1−γ5)/2, P_R = (1+γ5)/2. */
export const projectors: Law = {
  name: "dirac.projectors",
  needs: ["left-projector", "right-projector"],
  forth: "writes the projectors by γ5",
  back: "introduces projectors",
  statement: "P_L = (1−γ5)/2, P_R = (1+γ5)/2",
  rewrite(node) {
    if (node.kind !== "symbol") return undefined;
    const sign = { "left-projector": -1, "right-projector": 1 }[node.role as string];
    if (sign === undefined) return undefined;
    const five = symbol("γ_5", "matrix", { role: "gamma5", space: "dirac" });
    return quotient(sum(num(1), product(num(sign), five)), num(2));
  },
};
