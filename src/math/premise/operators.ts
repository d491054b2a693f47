/** Premises on operators and states. */
import {
  commutator,
  constant,
  dagger,
  inverse,
  minus,
  num,
  power,
  product,
  sum,
  symbol,
  zero,
} from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { Expr, Involution, Sym } from "../expr/node";
import { children, some } from "../expr/walk";
import type { Candidate, PremiseEntry } from "../verdict/premiseEntry";
import { choices, everyNode, genericIn, nameOf, operatorFamilies, unspecified } from "./names";

const define = (head: Expr, body: Expr): Fact => ({ kind: "definition", head, body });
const unit = symbol("1", "matrix", { role: "identity" });

/** A = X + X†, with X anything. */
export const hermitian: PremiseEntry = {
  id: "hermitian",
  name: "hermiticity",
  habitual: true,
  joins: true,
  *apply(claim) {
    const observables = unspecified(claim).filter(
      (a) => isObservable(a.name) || isMeasured(claim, a),
    );
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

/** A between states or in what is daggered as a whole, where nothing is daggered by itself: an observable, whatever its name. */
const isMeasured = (claim: Claim, a: Sym): boolean =>
  /^[A-GXYZ]($|[_′0-9])/u.test(bare(a.name)) &&
  !everyNode(claim).some((node) => isDagger(node) && node.operand.kind === "symbol") &&
  everyNode(claim).some(
    (node) =>
      (node.kind === "expectation" || isDagger(node) || isBetweenStates(node)) &&
      some(node, (part) => part === a),
  );

const isDagger = (node: Expr): node is Involution =>
  node.kind === "involution" && node.sort === "dagger";

const isBetweenStates = (node: Expr): boolean =>
  node.kind === "product" && node.factors[0]?.kind === "bra" && node.factors.at(-1)?.kind === "ket";

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
          yield* commutingPair(claim, a, b);
    yield* central(claim, list);
  },
};

/** One as a polynomial in the other: of the two the one that nothing is said of which a polynomial would not keep. */
function* commutingPair(claim: Claim, a: Sym, b: Sym): Generator<Candidate> {
  const isKept = (name: Sym): boolean =>
    !claim.given.some(({ facts }) =>
      facts.some(
        (fact) =>
          fact.kind === "property" &&
          spoilt.has(fact.property) &&
          fact.of.some((one) => one === name),
      ),
    );
  const latex = `[${a.name},${b.name}]=0`;
  if (isKept(b)) yield { latex, facts: [define(b, polynomial(a, b))] };
  else if (isKept(a)) yield { latex, facts: [define(a, polynomial(b, a))] };
}

/** What a polynomial in another operator is not. */
const spoilt: ReadonlySet<string> = new Set([
  "antisymmetric",
  "antihermitian",
  "traceless",
  "unitary",
  "orthogonal",
]);

/** e^Ae^B = e^{A+B+[A,B]/2} where [A, B] commutes with both: of exponentials beside the commutator. */
function* central(claim: Claim, list: readonly Sym[]): Generator<Candidate> {
  const [a, b, ...more] = list;
  if (!a || !b || more.length > 0 || isStated(claim, a, b)) return;
  if (!everyNode(claim).some(isExponential) || !isCommutatorWritten(claim, a, b)) return;
  const inner = commutator(a, b);
  yield {
    latex: `[${a.name},[${a.name},${b.name}]]=[${b.name},[${a.name},${b.name}]]=0`,
    facts: [a, b].map((one) => ({ kind: "algebra", left: commutator(one, inner), right: zero })),
  };
}

/** [A, e^B]. */
const isOfExponentials = (bracket: Expr): boolean =>
  children(bracket).some(isExponential) &&
  !children(bracket).some((side) => some(side, ({ kind }) => kind === "bracket"));

const isExponential = (node: Expr): boolean =>
  (node.kind === "power" && node.base === constant("e")) ||
  (node.kind === "function" && node.name === "exp");

/** Where the text says what [A, B] is, it is that. */
const isStated = ({ given }: Claim, a: Sym, b: Sym): boolean =>
  given.some(({ facts }) =>
    facts.some(
      (fact) =>
        fact.kind === "algebra" && [a, b].every((name) => some(fact.left, (node) => node === name)),
    ),
  );

/** Who writes [A, B] does not take it to vanish, where the line does not say that something of the kind does. */
const isCommutatorWritten = ({ left, right }: Claim, a: Sym, b: Sym): boolean =>
  !(right === zero && left.kind === "bracket" && isOfExponentials(left)) &&
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
