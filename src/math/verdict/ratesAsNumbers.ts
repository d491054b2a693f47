/** Ḣ = −4πGρ from H² = 8πGρ/3 and ρ̇ = −3Hρ: what is given is differentiated by time, and rates are numbers beside what they are rates of. */
import { minus, product, sum, symbol, zero } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import { formalPartial } from "../expr/eulerLagrange";
import type { Expr, Sym } from "../expr/node";
import { printExpr } from "../expr/print";
import { isArithmetic, isTime } from "../expr/questions";
import { ifWhole, mapChildren, some, symbolsOf } from "../expr/walk";
import { equated, mapFact } from "./facts";

/** Derivatives of the facts that are tried, at most. */
const highest = 3;

/** The claim without time; undefined where something else than names is differentiated, or time is spoken of. */
export function withRatesAsNumbers(claim: Claim): Claim | undefined {
  const rates = new Rates();
  const [left, right] = [claim.left, claim.right].map((side) => rates.written(side));
  const asked = rates.order;
  if (!left || !right || asked === 0) return undefined;
  const given = claim.given.map((premise) => {
    const facts = premise.facts.map((fact) => rates.factOf(fact));
    return facts.every((fact) => fact !== undefined) ? { ...premise, facts } : undefined;
  });
  if (!given.every((premise) => premise !== undefined)) return undefined;
  return {
    ...claim,
    left,
    right,
    given: given.map((premise) => ({
      ...premise,
      facts: premise.facts.flatMap((fact) => [fact, ...rates.derivativesOf(fact, asked)]),
    })),
  };
}

/** Names that change with time, with a number for each of their rates. */
class Rates {
  /** The highest rate met. */
  order = 0;
  private readonly rates = new Map<Expr, Sym>();
  /** Of what each number is a rate, and which. */
  private readonly counts = new Map<Expr, { readonly base: string; readonly order: number }>();
  private readonly moving = new Set<Expr>();

  /** Undefined of what this knows no rule for. */
  written(node: Expr): Expr | undefined {
    if (node.kind === "derivative") {
      const { by, operand, order } = node;
      const times = order.kind === "num" ? Number(order.numerator) : 0;
      if (by.kind !== "variable" || !isTime(by.variable) || times < 1 || times > highest)
        return undefined;
      const start = operand && this.written(operand);
      if (!start) return undefined;
      if (isName(start)) this.moving.add(start);
      return this.differentiated(start, times);
    }
    if (isTime(node) || (node.kind === "symbol" && node.type !== "scalar")) return undefined;
    if (!isArithmetic(node) && node.kind !== "function") return undefined;
    if (node.kind === "labelled") return node;
    return ifWhole(
      (change) => mapChildren(node, change),
      (part) => this.written(part),
    );
  }

  factOf(fact: Fact): Fact | undefined {
    if (fact.kind === "property") return fact;
    return ifWhole(
      (change) => mapFact(fact, change),
      (part) => this.written(part),
    );
  }

  /** The equation differentiated as often as the claim asks for; not what gives a rate itself, by what may vary as well, nor where a name may vary of which no rate is given. */
  derivativesOf(fact: Fact, times: number): readonly Fact[] {
    const sides = equated(fact);
    if (!sides || sides.some((side) => this.counts.has(side))) return [];
    const residual = minus(sides[0], sides[1]);
    if ([...symbolsOf(residual)].some((name) => mayVary(name) && !this.varies(name))) return [];
    const found: Fact[] = [];
    for (let n = 1; n <= times; n++) {
      const left = this.differentiated(residual, n);
      if (!left || left === zero) break;
      found.push({ kind: "constraint", left, right: zero });
    }
    return found;
  }

  private varies(name: Expr): boolean {
    return this.moving.has(name) || this.counts.has(name);
  }

  private differentiated(start: Expr, times: number): Expr | undefined {
    let node: Expr | undefined = start;
    for (let n = 0; n < times && node; n++) node = this.once(node);
    return node;
  }

  private once(node: Expr): Expr | undefined {
    const letters = new Set<Expr>();
    some(node, (part) => {
      if (this.varies(part)) letters.add(part);
      return false;
    });
    const parts = [...letters].map((letter) => {
      const slope = formalPartial(node, letter);
      return slope && product(slope, this.rateOf(letter));
    });
    return parts.every((part) => part !== undefined) ? sum(...parts) : undefined;
  }

  private rateOf(letter: Expr): Sym {
    const before = this.rates.get(letter);
    if (before) return before;
    const { base, order } = this.counts.get(letter) ?? { base: printExpr(letter), order: 0 };
    this.order = Math.max(this.order, order + 1);
    const times = ["", "", "²", "³"][order + 1] ?? `^${order + 1}`;
    const rate = symbol(`d${times}${base}/dt${times}`);
    this.counts.set(rate, { base, order: order + 1 });
    this.rates.set(letter, rate);
    return rate;
  }
}

const isName = (node: Expr): boolean =>
  (node.kind === "symbol" && node.role === undefined) || node.kind === "labelled";

/** Densities, pressures, places and fields, which are seldom constants. */
const mayVary = ({ name }: Sym): boolean => /^[aprxyzuvPTVSEUHnρθφϕψ]$/u.test(name);
