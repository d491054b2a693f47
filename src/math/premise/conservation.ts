/** Momentum that is conserved where three or four momenta meet, and what it says of s, t and u. */
import { minus, negate, num, power, product, sum, zero } from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr, Sym } from "../expr/node";
import { isSpinorHead } from "../expr/questions";
import { nodes, symbolsOf } from "../expr/walk";
import { equated, partsOf } from "../verdict/facts";
import type { Candidate, PremiseEntry } from "../verdict/premiseEntry";
import { everyNode, headOf, masses, momenta, type Named, nameOf, symbolsIn } from "./names";

export const momentumConservation: PremiseEntry = {
  id: "momentum-conservation",
  joins: true,
  name: "momentum conservation",
  *apply(claim) {
    const [a, b, c, d, ...more] = momenta(claim);
    if (more.length > 0 || !a || !b || !c || isSaid(claim)) return;
    const lines = fermionLines(claim);
    for (const [before, after] of d ? scatterings(claim, a, [b, c, d]) : vertices(claim, [a, b, c]))
      if (lines.every((line) => isAlong(line, before)))
        yield after.length === 0 ? incoming(before) : balanced(before, after);
  },
};

/** What comes in and what goes out. */
type Balance = readonly [readonly Named[], readonly Named[]];

function scatterings(claim: Claim, a: Named, others: readonly Named[]): readonly Balance[] {
  return [...others]
    .sort((one, two) => apart(claim, a, one) - apart(claim, a, two))
    .map((partner) => [[a, partner], others.filter((one) => one !== partner)]);
}

function vertices(claim: Claim, all: readonly Named[]): readonly Balance[] {
  const isWritten = (one: Named): boolean => {
    const [first, second] = all.filter((other) => other !== one);
    return first !== undefined && second !== undefined && apart(claim, first, second) === 0;
  };
  const backwards = [...all].reverse();
  const decays = (list: readonly Named[]): readonly Balance[] =>
    list.map((one) => [[one], all.filter((other) => other !== one)]);
  return [
    ...decays(backwards.filter(isWritten)),
    [all, []],
    ...decays(backwards.filter((one) => !isWritten(one))),
  ];
}

/** Two momenta of ū(p′)…u(p), the one going in and the other out, or of ū(p)…v(k), where both go out. */
interface Line {
  readonly ends: readonly [Named, Named];
  readonly isThrough: boolean;
}

function fermionLines(claim: Claim): readonly Line[] {
  const list: readonly Expr[] = momenta(claim);
  return everyNode(claim).flatMap((node): readonly Line[] => {
    if (node.kind !== "product") return [];
    const ends = node.factors.flatMap((factor) => spinorEnd(factor) ?? []);
    return ends.flatMap((end, k): readonly Line[] => {
      const other = ends[k + 1];
      if (!other || !end.isBarred || other.isBarred || end.momentum === other.momentum) return [];
      if (![end, other].every(({ momentum }) => list.includes(momentum))) return [];
      return [
        {
          ends: [end.momentum as Named, other.momentum as Named],
          isThrough: end.role === other.role,
        },
      ];
    });
  });
}

interface SpinorEnd {
  readonly momentum: Expr;
  readonly role: Sym["role"];
  readonly isBarred: boolean;
}

function spinorEnd(factor: Expr): SpinorEnd | undefined {
  const isBarred = factor.kind === "involution" && factor.sort === "bar";
  const spinor = isBarred ? factor.operand : factor;
  if (spinor.kind !== "call" || !isSpinorHead(spinor.head)) return undefined;
  const [momentum] = spinor.args;
  const head = spinor.head.kind === "labelled" ? spinor.head.head : spinor.head;
  return momentum && head.kind === "symbol" ? { momentum, role: head.role, isBarred } : undefined;
}

const isAlong = ({ ends: [a, b], isThrough }: Line, before: readonly Named[]): boolean =>
  (before.includes(a) !== before.includes(b)) === isThrough;

/** The text itself says how these momenta balance. */
const isSaid = (claim: Claim): boolean => {
  const list = momenta(claim).map(nameOf);
  return claim.given.some(({ facts }) =>
    facts.some((fact) => {
      const sides = equated(fact) ?? [];
      const terms = sides.flatMap((side) => (side.kind === "sum" ? side.terms : [side]));
      const vectors = terms.flatMap((term) => {
        const own = term.kind === "product" ? (term.factors.at(-1) ?? term) : term;
        const name = own.kind === "symbol" || own.kind === "labelled" ? nameOf(own) : "";
        return list.includes(name) ? [name] : [];
      });
      return vectors.length > 2 && vectors.length === terms.length;
    }),
  );
};

/** How unlikely these two are on one side of the balance: p + k is written where they are, p − p′ where they are not; else those with as many primes are. */
function apart(claim: Claim, a: Named, b: Named): number {
  const written = [
    ...everyNode(claim),
    ...claim.given.flatMap(({ facts }) =>
      facts.flatMap((fact) => partsOf(fact).flatMap((part) => [...nodes(part)])),
    ),
  ];
  const [together, across] = [sum(a, b), [minus(a, b), minus(b, a)]];
  if (written.includes(together)) return 0;
  if (written.some((node) => across.includes(node))) return 3;
  return primesOf(a) === primesOf(b) ? 1 : 2;
}

const primesOf = (v: Named): number => headOf(v).name.split("′").length;

/** One momentum becomes three: alone only, for beside mass shells it excuses too much. */
export const decayConservation: PremiseEntry = {
  id: "momentum-conservation",
  name: "momentum conservation",
  *apply(claim) {
    const vectors = momenta(claim);
    if (vectors.length === 4 && !isSaid(claim))
      for (const one of [...vectors].reverse()) yield decay(claim, one);
  },
};

/** All momenta flow in. */
function incoming(all: readonly Named[]): Candidate {
  const last = all.at(-1) as Named;
  const others = all.slice(0, -1);
  return {
    latex: `${all.map(nameOf).join("+")}=0`,
    facts: [{ kind: "definition", head: last, body: negate(sum(...others)) }],
    beside: [{ kind: "constraint", left: sum(...all), right: zero }],
  };
}

const decay = (claim: Claim, one: Named): Candidate =>
  balanced(
    [one],
    momenta(claim).filter((other) => other !== one),
  );

/** The last momentum follows from the others, or, beside mass shells, the balance restricts them all. */
function balanced(before: readonly Named[], after: readonly Named[]): Candidate {
  const last = before.length === 1 ? before[0] : after.at(-1);
  const others = before.length === 1 ? after : before;
  const gone = before.length === 1 ? [] : after.slice(0, -1);
  const written = (list: readonly Named[]): string => list.map(nameOf).join("+");
  return {
    latex: `${written(before)}=${written(after)}`,
    facts: [{ kind: "definition", head: last as Expr, body: minus(sum(...others), sum(...gone)) }],
    beside: [{ kind: "constraint", left: sum(...before), right: sum(...after) }],
  };
}

/** s + t + u = Σ m². */
export const mandelstamSum: PremiseEntry = {
  id: "momentum-conservation",
  joins: true,
  name: "momentum conservation",
  *apply(claim) {
    const [s, t, u] = ["s", "t", "u"].map((name) => invariant(claim, name));
    if (!s || !t || !u || speaksOfMomenta([s, t, u], claim)) return;
    for (const total of massSums(masses(claim)))
      yield {
        latex: `s+t+u=${total.latex}`,
        facts: [{ kind: "definition", head: u, body: minus(total.sum, sum(s, t)) }],
      };
  },
};

/** The text balances the momenta themselves, or says what an invariant is of them. */
const speaksOfMomenta = (invariants: readonly Expr[], { given }: Claim): boolean =>
  given.some(({ facts }) =>
    facts.some((fact) => {
      const known = new Set(partsOf(fact).flatMap((part) => [...symbolsOf(part)]));
      const vectors = [...known].filter(({ type }) => type === "four-vector").length;
      return vectors > 2 || (vectors > 0 && [...known].some((one) => invariants.includes(one)));
    }),
  );

const invariant = (claim: Claim, name: string): Sym | undefined =>
  symbolsIn(claim).find((one) => one.name === name && one.type === "scalar");

/** The squares of the masses of two particles that go in and two that come out. */
function massSums(
  list: readonly Named[],
): readonly { readonly sum: Expr; readonly latex: string }[] {
  const total = (times: number) => ({
    sum: sum(...list.map((m) => product(num(times), power(m, num(2))))),
    latex: list.map((m) => `${times === 1 ? "" : times}${nameOf(m)}^2`).join("+") || "0",
  });
  if (list.length === 0) return [total(1)];
  if (list.length === 1) return [4, 2, 1].map(total);
  return list.length === 2 ? [2, 1].map(total) : [total(1)];
}
