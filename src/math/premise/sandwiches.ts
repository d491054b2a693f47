/** ⟨φ|A|ψ⟩ = ∫φ*(x)Aψ(x)dx beside an integral over these wave functions: x̂ multiplies, p̂ differentiates. */
import { call, conjugate, constant, derivative, hbar, minusOne, product } from "../expr/build";
import { intern } from "../expr/intern";
import type { Expr, Integral, Ket, Sym } from "../expr/node";
import { some, transform } from "../expr/walk";
import type { PremiseEntry } from "../verdict/premiseEntry";
import { everyNode, rewritten } from "./names";

export const sandwiches: PremiseEntry = {
  id: "position-representation",
  name: "position representation",
  rewrites: true,
  *apply(claim) {
    const all = everyNode(claim);
    const whole = all.find(
      (node): node is Integral => node.kind === "integral" && isOfWaves(node, all),
    );
    const [measure] = whole?.measures ?? [];
    if (!whole || measure?.variable.kind !== "symbol") return;
    const place = measure.variable;
    const changed = rewritten(claim, (side) =>
      transform(side, (node) => inPlaces(node, place, whole) ?? node),
    );
    if (changed)
      yield {
        latex: "\\langle\\phi|A|\\psi\\rangle=\\int\\phi^*(x)A\\psi(x)\\,dx",
        facts: [],
        claim: changed,
      };
  },
};

/** ∫…ψ(x)…dx, where ψ is the name of a state. */
const isOfWaves = ({ measures, integrand }: Integral, all: readonly Expr[]): boolean => {
  const [only, ...more] = measures;
  return (
    more.length === 0 &&
    only?.power === undefined &&
    only?.variable.kind === "symbol" &&
    isFar(only.lower) === isFar(only.upper) &&
    /^[xyz]$/.test(only.variable.name) &&
    all.some(
      (node) =>
        node.kind === "ket" &&
        some(integrand, (part) => waveNamed(part, node) && part.args[0] === only.variable),
    )
  );
};

/** A half-line is not all of space. */
const isFar = (end: Expr | undefined): boolean =>
  end !== undefined && some(end, (node) => node.kind === "constant" && node.name === "∞");

const waveNamed = (part: Expr, { labels }: Ket): part is Extract<Expr, { kind: "call" }> =>
  part.kind === "call" &&
  part.head.kind === "symbol" &&
  part.args.length === 1 &&
  labels.length === 1 &&
  labels[0]?.kind === "symbol" &&
  labels[0].name === part.head.name;

/** The first bra of a product with the ket that closes it. */
function inPlaces(node: Expr, place: Sym, whole: Integral): Expr | undefined {
  if (node.kind !== "product") return undefined;
  const { factors } = node;
  const open = factors.findIndex((factor) => leftOf(factor, place, whole) !== undefined);
  const close = factors.findIndex((factor, i) => i > open && factor.kind === "ket");
  const left = factors[open] && leftOf(factors[open], place, whole);
  const right = factors[close];
  const wave = right?.kind === "ket" ? waveOf(right, place, whole) : undefined;
  const between = factors.slice(open + 1, close).map((factor) => represented(factor, place));
  if (!left || !wave || between.some((factor) => factor === undefined)) return undefined;
  const integrand = product(left, ...between.flatMap((factor) => factor ?? []), wave);
  return product(
    ...factors.slice(0, open),
    intern({ ...whole, integrand }),
    ...factors.slice(close + 1),
  );
}

/** φ* of ⟨φ| and of |φ⟩†, (Aφ)* of (A|φ⟩)†. */
function leftOf(factor: Expr, place: Sym, whole: Integral): Expr | undefined {
  if (factor.kind === "bra") {
    const wave = waveOf({ kind: "ket", labels: factor.labels }, place, whole);
    return wave && conjugate(wave);
  }
  if (factor.kind !== "involution" || factor.sort !== "dagger") return undefined;
  const inner = factor.operand.kind === "product" ? factor.operand.factors : [factor.operand];
  const last = inner.at(-1);
  const wave = last?.kind === "ket" ? waveOf(last, place, whole) : undefined;
  const before = inner.slice(0, -1).map((one) => represented(one, place));
  return wave && before.every((one) => one !== undefined)
    ? conjugate(product(...before.flatMap((one) => one ?? []), wave))
    : undefined;
}

function waveOf(state: Ket, place: Sym, whole: Integral): Expr | undefined {
  let head: Expr | undefined;
  some(whole.integrand, (part) => {
    if (waveNamed(part, state)) head = part.head;
    return false;
  });
  return head ? call(head, place) : undefined;
}

/** Undefined where an operator stands of which it is not said what it does to a wave. */
function represented(factor: Expr, place: Sym): Expr | undefined {
  const changed = transform(factor, (node) => {
    if (node.kind !== "symbol") return node;
    if (node.role === "position-operator") return place;
    if (node.role !== "momentum-operator") return node;
    const slope = derivative({ kind: "variable", variable: place, style: "partial" });
    return product(minusOne, constant("i"), hbar, slope);
  });
  const isUnknown = (node: Expr): boolean =>
    (node.kind === "symbol" && node.type === "operator") ||
    ["bra", "ket", "bracket"].includes(node.kind);
  return some(changed, isUnknown) ? undefined : changed;
}
