/** dU = T dS − P dV, dF = −S dT − P dV: differentials beside one another are numbers that a relation relates, and those of products follow from their factors. */
import { minusOne, num, power, product, quotient, sum, symbol, zero } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { Expr, Sym } from "../expr/node";
import { isDifferential } from "../expr/questions";
import { some, transform } from "../expr/walk";
import { mapClaim, withoutFacts } from "./facts";
import type { Written } from "./written";

export function withDifferentials(claim: Claim): Claim | Written {
  const sides = [claim.left, claim.right];
  if (!sides.some((side) => some(side, isDifferential))) return claim;
  if (sides.some((side) => some(side, isOfMore))) return claim;
  const facts = claim.given.flatMap((premise) => premise.facts);
  const slopes = facts.flatMap((fact) => slopeIn(fact) ?? []);
  if (slopes.length === 0) return claim;
  const known: Known = {
    definitions: new Map(
      facts.flatMap((fact) =>
        fact.kind === "definition" && fact.head.kind === "symbol" && !slopeIn(fact)
          ? [[fact.head, fact.body] as const]
          : [],
      ),
    ),
    slopes,
    met: new Set(),
  };
  let isKnown = true;
  const put = (part: Expr): Expr =>
    transform(part, (node) => {
      if (node.kind !== "function" || !isDifferential(node)) return node;
      const found = differential(node.args[0] as Expr, known, 0);
      if (!found) isKnown = false;
      return found ?? node;
    });
  const changed = mapClaim(
    withoutFacts(claim, (fact) => slopeIn(fact) !== undefined),
    put,
  );
  // dG = −S dT + V dP + μ dN beside G = μN: both say what dG is.
  const twice = [...new Set(slopes.map(({ of }) => of))].flatMap((of): readonly Fact[] => {
    const body = known.definitions.get(of);
    const right = body && differential(body, known, 0);
    return right ? [{ kind: "constraint", left: along(slopes, of), right }] : [];
  });
  const [first, ...others] = changed.given;
  if (!isKnown || !first) return claim;
  const used = claim.given.filter(({ facts: told }) =>
    told.some((fact) => {
      const of = slopeIn(fact)?.of ?? (fact.kind === "definition" ? fact.head : undefined);
      return of !== undefined && known.met.has(of);
    }),
  );
  return {
    claim:
      twice.length > 0
        ? { ...changed, given: [{ ...first, facts: [...first.facts, ...twice] }, ...others] }
        : changed,
    used,
  };
}

/** T dS − P dV. */
const along = (slopes: readonly Slope[], of: Expr): Expr =>
  sum(
    ...slopes
      .filter((slope) => slope.of === of)
      .map(({ along: name, value }) => product(value, increment(name))),
  );

interface Slope {
  readonly of: Expr;
  readonly along: Sym;
  readonly value: Expr;
}

interface Known {
  readonly definitions: ReadonlyMap<Expr, Expr>;
  readonly slopes: readonly Slope[];
  /** What the differentials met are made of. */
  readonly met: Set<Expr>;
}

/** P = −(∂U/∂V)_S, as dU = T dS − P dV says. */
function slopeIn(fact: Fact): Slope | undefined {
  if (fact.kind !== "definition" || fact.body.kind !== "quotient") return undefined;
  const { over, under } = fact.body;
  if (over.kind !== "derivative" || over.by.kind !== "variable" || !over.by.held) return undefined;
  const { variable } = over.by;
  return variable.kind === "symbol" && over.operand?.kind === "symbol" && under.kind === "num"
    ? { of: over.operand, along: variable, value: product(under, fact.head) }
    : undefined;
}

/** Integrals, derivatives and forms give differentials a meaning of their own. */
const isOfMore = (node: Expr): boolean =>
  node.kind === "integral" || node.kind === "derivative" || node.kind === "wedge";

/** d of names, sums, products, quotients and whole powers. */
function differential(of: Expr, known: Known, depth: number): Expr | undefined {
  if (depth > 6) return undefined;
  const inner = (part: Expr): Expr | undefined => differential(part, known, depth + 1);
  switch (of.kind) {
    case "num":
    case "constant":
      return zero;
    case "symbol": {
      const body = known.definitions.get(of);
      if (body || known.slopes.some((slope) => slope.of === of)) known.met.add(of);
      if (body) return inner(body);
      return known.slopes.some((slope) => slope.of === of)
        ? along(known.slopes, of)
        : increment(of);
    }
    case "labelled":
      return undefined;
    case "sum": {
      const parts = of.terms.map(inner);
      return parts.every((part) => part !== undefined) ? sum(...(parts as Expr[])) : undefined;
    }
    case "product": {
      const parts = of.factors.map((factor, n) => {
        const changed = inner(factor);
        return changed && product(...of.factors.map((other, k) => (k === n ? changed : other)));
      });
      return parts.every((part) => part !== undefined) ? sum(...(parts as Expr[])) : undefined;
    }
    case "quotient": {
      const [over, under] = [inner(of.over), inner(of.under)];
      if (!over || !under) return undefined;
      return sum(
        quotient(over, of.under),
        product(minusOne, of.over, under, power(of.under, num(-2))),
      );
    }
    default:
      return undefined;
  }
}

/** The number dU. */
const increment = (name: Sym): Expr => symbol(`d${name.name}`);
