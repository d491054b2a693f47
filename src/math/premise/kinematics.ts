/** Premises of relativistic kinematics. */
import { dot, func, index, num, power, product, sum, symbol, tensor, zero } from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { Derivative, Expr } from "../expr/node";
import { isTime } from "../expr/questions";
import { some, transform } from "../expr/walk";
import type { Candidate, PremiseEntry } from "../verdict/premiseEntry";
import { joined } from "../verdict/search";
import {
  choices,
  everyNode,
  headOf,
  isLight,
  masses,
  momenta,
  type Named,
  named,
  nameOf,
  rewritten,
} from "./names";

const squared = (e: Expr): Expr => power(e, num(2));

/** p² in terms of the mass, in the signature of the claim. */
const massShell = (claim: Claim, m: Expr): Expr =>
  claim.conventions.metric === "mostly-minus" ? squared(m) : product(num(-1), squared(m));

export const onShell: PremiseEntry = {
  id: "on-shell",
  joins: true,
  name: "on-shell condition",
  *apply(claim) {
    const vectors = momenta(claim).filter((p) => !isKeptFree(claim, p));
    if (vectors.length === 0) return;
    const list = masses(claim);
    const light = vectors.filter(isLight);
    const heavy = vectors.filter((v) => !isLight(v));
    const own = vectors.flatMap((p): Shell[] => {
      const m = list.find((mass) => isNumberedAlike(p, mass));
      return m ? [[p, m]] : [];
    });
    if (own.length > 1 && own.length < vectors.length) yield shells(claim, own);
    if (own.length === 0 && list.length === 2 && vectors.length === 4)
      yield* twoByTwo(claim, vectors, list);
    for (const m of list) {
      if (heavy.length > 0 && light.length > 0)
        yield shells(claim, [...all(heavy, m), ...all(light, zero)]);
      yield shells(claim, all(vectors, m));
      if (heavy.length > 0 && light.length > 0) yield shells(claim, all(heavy, m));
      if (vectors.length > 1) for (const p of vectors) yield shells(claim, [[p, m]]);
    }
    if (list.length > 1 && list.length === vectors.length) yield* paired(claim, vectors, list);
    if (light.length > 0) yield shells(claim, all(light, zero));
    if (list.length > 0) return;
    if (heavy.length > 0) yield shells(claim, all(vectors, zero));
    if (vectors.length > 1) for (const p of light) yield shells(claim, [[p, zero]]);
    if (vectors.length > 1) yield shells(claim, all(vectors, commonMass));
  },
};

/** E² = 𝐩² + m², of the energy, the momentum and the mass with the same number or none. */
export const energyShell: PremiseEntry = {
  id: "on-shell",
  joins: true,
  name: "on-shell condition",
  *apply(claim) {
    const list = masses(claim);
    const [m] = list;
    if (!m || everyNode(claim).some(({ kind }) => kind === "derivative")) return;
    const all = named(claim);
    const parts = all
      .filter((p) => headOf(p).type === "three-vector" && /^[pkq]$/u.test(plain(p)))
      .flatMap((p) => {
        const energy = all.find(
          (e) => headOf(e).type === "scalar" && /^[Eωε]$/u.test(plain(e)) && isAlike(e, p),
        );
        const mass = list.find((one) => isAlike(one, p)) ?? (list.length === 1 ? m : undefined);
        if (!energy || !mass) return [];
        const body = func("sqrt", [sum(dot(p, p), squared(mass))]);
        const latex = `${nameOf(energy)}^2=\\mathbf{${nameOf(p)}}^2+${nameOf(mass)}^2`;
        return [{ latex, facts: [{ kind: "definition", head: energy, body } as const] }];
      });
    if (parts.length > 0) yield joined(parts);
  },
};

/** The letter without primes and decoration. */
const plain = (v: Named): string => headOf(v).name.normalize("NFKD").replace(/′+$/u, "");

/** Both without a number, or with the same; with as many primes. */
const isAlike = (a: Named, b: Named): boolean =>
  headOf(a).name.split("′").length === headOf(b).name.split("′").length &&
  (a.kind === "symbol" ? b.kind === "symbol" : isNumberedAlike(b, a));

/** Who writes p² before and after the sign has no mass in its place. */
const isKeptFree = ({ left, right }: Claim, p: Named): boolean =>
  [left, right].every((side) => some(side, (node) => node === dot(p, p)));

/** Each momentum its mass, in the order of the names and the other way round. */
function* paired(
  claim: Claim,
  vectors: readonly Named[],
  list: readonly Named[],
): Generator<Candidate> {
  for (const order of [list, [...list].reverse()])
    yield shells(
      claim,
      vectors.map((p, at) => [p, order[at] ?? zero]),
    );
}

/** Two particles and their antiparticles, or the same two before and after. */
function* twoByTwo(
  claim: Claim,
  vectors: readonly Named[],
  [m = zero, other = zero]: readonly (Named | typeof zero)[],
): Generator<Candidate> {
  for (const [first, second] of [
    [m, other],
    [other, m],
  ] as const)
    for (const partner of [1, 2])
      yield shells(
        claim,
        vectors.map((p, at) => [p, at === 0 || at === partner ? first : second]),
      );
}

/** p₁ and m₁. */
const isNumberedAlike = (p: Named, m: Named): boolean =>
  p.kind === "labelled" &&
  m.kind === "labelled" &&
  p.labels.length === m.labels.length &&
  p.labels.every((label, at) => label === m.labels[at]);

const commonMass = symbol("m", "scalar", { domain: "positive" });

const all = (vectors: readonly Named[], m: Named | typeof zero): readonly Shell[] =>
  vectors.map((p) => [p, m]);

type Shell = readonly [Named, Named | typeof zero];

const isZero = (m: Named | typeof zero): m is typeof zero => m === zero;

function shells(claim: Claim, list: readonly Shell[]): Candidate {
  const parts = list.map(([p, m]) => ({
    latex: `${nameOf(p)}^2=${isZero(m) ? "0" : `${nameOf(m)}^2`}`,
    facts: [
      {
        kind: "constraint",
        left: dot(p, p),
        right: isZero(m) ? zero : massShell(claim, m),
      } as const,
      ...energyPositive(claim, p),
    ],
  }));
  return joined(parts);
}

/** Where the energy itself is written, it is the positive one. */
function energyPositive(claim: Claim, p: Named): readonly Fact[] {
  const energy = tensor(p, index("0", "up", "lorentz", 0));
  return [...everyNode(claim)].includes(energy)
    ? [{ kind: "inequality", left: energy, relation: ">", right: zero }]
    : [];
}

/** A mass that the result still shows was not dropped, and one that it starts from may have been. */
const isGone = ({ left, right }: Claim, m: Named): boolean =>
  some(left, (node) => node === m) && !some(right, (node) => node === m);

export const massless: PremiseEntry = {
  id: "massless",
  joins: true,
  name: "the massless limit",
  rival: "was a mass term dropped",
  *apply(claim) {
    // What moves by Newton's laws keeps its mass.
    if (everyNode(claim).some((node) => node.kind === "derivative" && isOfBody(node))) return;
    const list = masses(claim).filter((m) => isGone(claim, m));
    for (const light of choices(list, 3))
      yield {
        latex: light.map((m) => `${nameOf(m)}=0`).join(",\\ "),
        facts: light.map((m) => ({ kind: "definition", head: m, body: zero })),
      };
  },
};

const isOfBody = ({ by, operand }: Derivative): boolean =>
  by.kind === "variable" &&
  by.style === "total" &&
  isTime(by.variable) &&
  operand !== undefined &&
  some(
    operand,
    (part) => part.kind === "symbol" && /^[xyzrvθ]$/u.test(part.name.normalize("NFKD")),
  );

/** The square of the mass is taken from the momentum, which needs no solving and stays exact. */
export const massFromMomentum: PremiseEntry = {
  id: "on-shell",
  joins: true,
  name: "on-shell condition",
  *apply(claim) {
    const vectors = momenta(claim).filter((p) => !isKeptFree(claim, p));
    for (const m of masses(claim))
      for (const p of vectors) {
        const square =
          claim.conventions.metric === "mostly-minus" ? dot(p, p) : product(num(-1), dot(p, p));
        const even = rewritten(claim, (side) =>
          transform(side, (node) => (node === squared(m) ? square : node)),
        );
        const latex = `${nameOf(p)}^2=${claim.conventions.metric === "mostly-minus" ? "" : "-"}${nameOf(m)}^2`;
        const facts: readonly Fact[] = [
          { kind: "constraint", left: dot(p, p), right: massShell(claim, m) },
        ];
        if (even && ![...everyNode(even)].includes(m))
          yield { latex, facts, claim: even, substituted: true };
        else
          yield { latex, facts: [{ kind: "definition", head: m, body: func("sqrt", [square]) }] };
      }
  },
};
