/** The catalogue without what the paper itself says not to hold, without usual meanings of names it gives a meaning to, and without free motion where it writes down a Lagrangian. */
import { zero } from "../math/expr/build";
import type { Fact } from "../math/expr/claim";
import type { Expr } from "../math/expr/node";
import { symbolsOf } from "../math/expr/walk";
import { partsOf } from "../math/verdict/facts";
import type { PremiseEntry } from "../math/verdict/premiseEntry";
import { contradicts } from "../paper/derivation/contradicts";
import { gauges } from "../paper/derivation/named";
import type { Step } from "../paper/derivation/paper";
import { states } from "./withNamed";

export function undenied(
  catalogue: readonly PremiseEntry[],
  { named, denied, premises, far, uses }: Step,
  defined: ReadonlySet<string>,
): readonly PremiseEntry[] {
  const ids = new Set([
    ...named.flatMap((one) => (one.denied ? [one.id] : [])),
    ...uses.map(({ premise }) => premise.id),
  ]);
  const known = premises.flatMap(({ facts }) => facts);
  const told = [...known, ...far.flatMap(({ premise }) => premise.facts)];
  const isDenied = (fact: Fact): boolean =>
    denied.some((other) => isSame(fact, other)) ||
    known.some((other) => excludes(other, fact) || varies(other, fact)) ||
    told.some((other) => contradicts(other, fact));
  const isOwn = ({ id }: PremiseEntry, fact: Fact): boolean =>
    id === "usual-definition" &&
    partsOf(fact)
      .slice(0, 1)
      .some((head) => [...symbolsOf(head)].some(({ name }) => defined.has(name)));
  const deniesNothing = denied.length === 0 && !told.some(({ kind }) => gainsaying.has(kind));
  return catalogue
    .filter(({ id }) => !ids.has(id))
    .map((entry) =>
      deniesNothing && !besideTheText.has(entry.id)
        ? entry
        : {
            ...entry,
            *apply(claim) {
              for (const candidate of entry.apply(claim))
                if (
                  !candidate.facts.some((fact) => isDenied(fact) || isOwn(entry, fact)) &&
                  !told.some((fact) => gainsays(fact, { id: entry.id, latex: candidate.latex })) &&
                  !states(denied, { id: entry.id, latex: candidate.latex }) &&
                  !(entry.id === "gauge-condition" && isOtherGauge(candidate.latex, named))
                )
                  yield candidate;
            },
          },
    );
}

/** A antihermitian, and A† = A; [A,B] = iC, and [A,B] = 0. */
const gainsays = (fact: Fact, { id, latex }: { id: string; latex: string }): boolean => {
  if (fact.kind === "property") {
    const others = fact.property.startsWith("anti")
      ? [fact.property.slice(4)]
      : [`anti${fact.property}`];
    return others.some((property) => states([{ ...fact, property }], { id, latex }));
  }
  if (fact.kind !== "algebra" || id !== "commuting" || fact.right === zero) return false;
  const [a, b] = partsOf(fact)
    .slice(0, 1)
    .flatMap((side) =>
      side.kind === "bracket" ? [headName(side.left), headName(side.right)] : [],
    );
  return [`[${a},${b}]=0`, `[${b},${a}]=0`].includes(latex);
};

/** Facts that speak against a premise. */
const gainsaying: ReadonlySet<Fact["kind"]> = new Set([
  "domain",
  "algebra",
  "constraint",
  "property",
  "inequality",
]);

/** What the text may gainsay without denying it. */
const besideTheText: ReadonlySet<string> = new Set([
  "usual-definition",
  "constant",
  "gauge-condition",
]);

/** ∇·𝐀 = 0 in the Lorenz gauge, ∂_μA^μ = 0 in the Coulomb gauge. */
function isOtherGauge(latex: string, named: Step["named"]): boolean {
  const isNamed = (gauge: string): boolean => named.some(({ id }) => id === gauge);
  const [ofSpacetime, ofSpace] = [isNamed(gauges.ofSpacetime), isNamed(gauges.ofSpace)];
  return /nabla/.test(latex) ? ofSpacetime && !ofSpace : ofSpace && !ofSpacetime;
}

const isSame = (a: Fact, b: Fact): boolean => {
  const [left, right] = [partsOf(a), partsOf(b)];
  return (
    a.kind === b.kind && left.length === right.length && left.every((part, i) => part === right[i])
  );
};

/** m ≠ 0, m > 0 and m = 0. */
const excludes = (known: Fact, fact: Fact): boolean =>
  known.kind === "domain" &&
  (known.domain === "positive" || known.domain === "nonzero") &&
  fact.kind === "definition" &&
  fact.head === known.symbol &&
  fact.body === zero;

/** r = r₀e^{aθ}, and r constant. */
const varies = (known: Fact, fact: Fact): boolean =>
  known.kind === "definition" &&
  fact.kind === "property" &&
  fact.property === "constant" &&
  fact.of.some((one) => one.kind === "symbol" && one.name === headName(known.head));

const headName = (head: Expr): string => (head.kind === "symbol" ? head.name : "");
