/** Premises on operators and states. */
import {
  commutator,
  constant,
  dagger,
  inverse,
  minus,
  negate,
  num,
  power,
  product,
  sum,
  symbol,
  zero,
} from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { Expr, Integral, Series, Sym } from "../expr/node";
import { children, some, transform } from "../expr/walk";
import type { PremiseEntry } from "../verdict/premiseEntry";
import {
  choices,
  everyNode,
  genericIn,
  nameOf,
  operatorFamilies,
  rewritten,
  unspecified,
} from "./names";

const define = (head: Expr, body: Expr): Fact => ({ kind: "definition", head, body });
const unit = symbol("1", "matrix", { role: "identity" });

/** A = X + X†, with X anything. */
export const hermitian: PremiseEntry = {
  id: "hermitian",
  name: "hermiticity",
  habitual: true,
  joins: true,
  *apply(claim) {
    const observables = unspecified(claim).filter(({ name }) => isObservable(name));
    for (const some of choices(observables, 3))
      yield {
        latex: some.map((a) => `${a.name}^\\dagger=${a.name}`).join(",\\ "),
        facts: some.map((a) => define(a, sum(genericIn(claim, a), dagger(genericIn(claim, a))))),
      };
    const family = operatorFamilies(claim).filter(({ head }) => isObservable(head.name));
    if (family.length > 0)
      yield {
        latex: family.map((a) => `${nameOf(a)}^\\dagger=${nameOf(a)}`).join(",\\ "),
        facts: [{ kind: "property", property: "hermitian", of: family }],
      };
  },
};

/** Names that physicists give to energies, densities, positions, momenta, angular momenta, numbers, observables. */
const isObservable = (name: string): boolean =>
  /^(H|ℋ|𝓗|ρ|ϱ|π|Π|x|p|q|X|P|Q|J|S|L|σ|N|n|O|𝒪|V|T|K)($|[_′0-9])/u.test(bare(name));

/** Names of evolutions, symmetries and changes of frame. */
const isUnitary = (name: string): boolean =>
  /^(U|𝒰|V|W|S|𝒮|D|R|T|𝒯|Ω|Λ|P|C|u|g)($|[_′0-9])/u.test(bare(name));

/** Without hats and the like. */
const bare = (name: string): string => name.normalize("NFD").replace(/\p{M}/gu, "");

/** U = (1 + K)(1 − K)⁻¹ with K antihermitian: Cayley's form. */
export const unitary: PremiseEntry = {
  id: "unitary",
  name: "unitarity",
  *apply(claim) {
    for (const u of unspecified(claim).filter(({ name }) => isUnitary(name))) {
      const k = minus(genericIn(claim, u), dagger(genericIn(claim, u)));
      yield {
        latex: `${u.name}^\\dagger ${u.name}=1`,
        facts: [define(u, product(sum(unit, k), inverse(minus(unit, k))))],
      };
    }
  },
};

/** What commutes with a generic A is a polynomial in A. */
export const commuting: PremiseEntry = {
  id: "commuting",
  name: "commuting operators",
  *apply(claim) {
    const list = unspecified(claim);
    for (const [place, a] of list.entries())
      for (const b of list.slice(place + 1))
        if (a.space === b.space && !isCommutatorWritten(claim, a, b) && !isStated(claim, a, b))
          yield { latex: `[${a.name},${b.name}]=0`, facts: [define(b, polynomial(a, b))] };
  },
};

/** Where the text says what [A, B] is, it is that. */
const isStated = ({ given }: Claim, a: Sym, b: Sym): boolean =>
  given.some(({ facts }) =>
    facts.some(
      (fact) =>
        fact.kind === "algebra" && [a, b].every((name) => some(fact.left, (node) => node === name)),
    ),
  );

/** Who writes [A, B] does not take it to vanish. */
const isCommutatorWritten = ({ left, right }: Claim, a: Sym, b: Sym): boolean =>
  [left, right].some((side) =>
    some(
      side,
      (node) => node.kind === "bracket" && [a, b].every((s) => some(node, (part) => part === s)),
    ),
  );

const polynomial = (a: Sym, b: Sym): Expr =>
  sum(
    ...[0, 1, 2, 3].map((k) =>
      product(
        symbol(`${b.name}°${k}`, "scalar", { domain: "complex" }),
        k === 0 ? unit : power(a, num(k)),
      ),
    ),
  );

/** Σₙ |n⟩⟨n| = 1. */
export const complete: PremiseEntry = {
  id: "complete",
  name: "completeness",
  rewrites: true,
  *apply(claim) {
    const result = rewritten(claim, (side) =>
      transform(side, (node) => (node.kind === "series" ? closed(node) : node)),
    );
    if (result) yield { latex: "\\sum_n|n\\rangle\\langle n|=1", facts: [], claim: result };
    const spread = rewritten(claim, (side) =>
      transform(side, (node) => (node.kind === "integral" ? overAll(node) : node)),
    );
    if (spread) yield { latex: "\\int dx\\,|x\\rangle\\langle x|=1", facts: [], claim: spread };
  },
};

/** ∫dx |x⟩⟨x| over all there is, with nothing else that depends on x. */
function overAll(node: Integral): Expr {
  const [measure, more] = node.measures;
  if (!measure || more || measure.sort !== "plain" || measure.region) return node;
  const { variable, lower, upper } = measure;
  const isWhole = lower || upper ? isInfinite(lower, -1) && isInfinite(upper, 1) : true;
  return isWhole && node.integrand.kind === "product"
    ? (withoutPair(node.integrand.factors, variable) ?? node)
    : node;
}

const isInfinite = (end: Expr | undefined, sign: 1 | -1): boolean =>
  end === (sign > 0 ? constant("∞") : negate(constant("∞")));

function closed(series: Series): Expr {
  const [label, ...others] = series.variables;
  const bounded = series.lower ?? series.upper ?? series.values ?? series.condition;
  if (
    !label ||
    others.length > 0 ||
    bounded ||
    series.sort !== "sum" ||
    series.body.kind !== "product"
  )
    return series;
  return withoutPair(series.body.factors, label) ?? series;
}

/** The product without |n⟩⟨n|, where nothing else in it shows n. */
function withoutPair(factors: readonly Expr[], label: Expr): Expr | undefined {
  const place = factors.findIndex(
    (f, k) =>
      f.kind === "ket" &&
      f.labels.length === 1 &&
      f.labels[0] === label &&
      isBraOf(factors[k + 1], label),
  );
  if (place < 0) return undefined;
  const rest = [...factors.slice(0, place), ...factors.slice(place + 2)];
  return rest.some((factor) => some(factor, (node) => node === label))
    ? undefined
    : product(...rest);
}

const isBraOf = (node: Expr | undefined, label: Expr): boolean =>
  node?.kind === "bra" && node.labels.length === 1 && node.labels[0] === label;

/** The sides differ by a number only, which normal ordering drops. */
export const normalOrdering: PremiseEntry = {
  id: "normal-ordering",
  name: "normal ordering",
  rival: "was a constant dropped",
  *apply(claim) {
    if (!hasOperator(claim) || !isNormalOrdered(claim.right) || isPlain(claim.left)) return;
    if ([...everyNode(claim)].some(({ kind }) => kind === "ket" || kind === "bra")) return;
    const generic = sum(
      ...modesIn(claim).flatMap((mode, n) => [
        product(symbol(`s°${n}`, "scalar"), mode),
        product(symbol(`t°${n}`, "scalar"), dagger(mode)),
      ]),
    );
    yield {
      latex: "\\text{constants dropped}",
      facts: [],
      claim: { ...claim, left: commutator(minus(claim.left, claim.right), generic), right: zero },
    };
  },
};

/** A lone product, of which no constant is left out in passing. */
const isPlain = (side: Expr): boolean =>
  side.kind === "product" &&
  !some(side, ({ kind }) => ["sum", "series", "integral"].includes(kind));

/** Daggers on the left in every term, and no term without operators: what is left when constants are dropped. */
function isNormalOrdered(side: Expr): boolean {
  switch (side.kind) {
    case "sum":
      return side.terms.every(isNormalOrdered);
    case "series":
      return isNormalOrdered(side.body);
    case "integral":
      return isNormalOrdered(side.integrand);
    case "product": {
      const acting = side.factors.filter(isLadder);
      const [only, ...more] = acting;
      if (only && more.length === 0) return isNormalOrdered(only);
      const firstPlain = acting.findIndex((factor) => !isDaggered(factor));
      const after = firstPlain < 0 ? [] : acting.slice(firstPlain);
      return acting.length > 0 && acting.every(isWord) && !after.some(isDaggered);
    }
    default:
      return isLadder(side) && isWord(side);
  }
}

const isLadder = (node: Expr): boolean =>
  some(node, (part) => part.kind === "symbol" && part.role?.endsWith("lowering") === true);

const isDaggered = (node: Expr): boolean => some(node, (part) => part.kind === "involution");

/** a, a†, a_k or a power of one. */
const isWord = (node: Expr): boolean =>
  node.kind === "power" || node.kind === "involution"
    ? !(node.kind === "power" && isLadder(node.exponent)) && isWord(children(node)[0] as Expr)
    : node.kind === "symbol" || node.kind === "labelled";

const hasOperator = ({ left, right }: Claim): boolean =>
  [left, right].every((side) =>
    some(side, (node) => node.kind === "symbol" && node.role?.endsWith("lowering") === true),
  );

/** Every a and a_k as it is written. */
function modesIn({ left, right }: Claim): readonly Expr[] {
  const found = new Set<Expr>();
  const visit = (node: Expr): void => {
    const head = node.kind === "labelled" ? node.head : node;
    if (head.kind === "symbol" && head.role?.endsWith("lowering")) found.add(node);
    else for (const part of children(node)) visit(part);
  };
  visit(left);
  visit(right);
  return [...found];
}
