/** The defaults a verdict leans on: conventions and domains whose change changes it. */

import { isConstantBySort } from "../evaluate/calculus/unsaid";
import { surveyed } from "../evaluate/survey";
import { symbol } from "../expr/build";
import type { Claim, Conventions, Fact, Premise } from "../expr/claim";
import { intern } from "../expr/intern";
import { isMotion } from "../expr/motion";
import type { By, Domain, Expr, Sym } from "../expr/node";
import { isTime } from "../expr/questions";
import { nodes, replace, some } from "../expr/walk";
import { seemsToHold } from "./brief";
import { convergenceUsed } from "./convergenceUsed";
import { mapFact } from "./facts";
import { freeSymbols, valued } from "./freeSymbols";
import type { Ground } from "./sample";

export function conventionsUsed(claim: Claim, ground: Ground): readonly Premise[] {
  return [
    ...defaultsUsed(claim, ground),
    ...domainsUsed(claim, ground),
    ...convergenceUsed(claim, ground),
    ...constantsUsed(claim, ground),
    ...([claim.left, claim.right].some((side) => some(side, isCovariant)) ? [leviCivita] : []),
  ];
}

interface Default {
  readonly key: Conventions["declared"][number] | "riemann" | "ricci";
  readonly concerns: (node: Expr) => boolean;
  readonly other: (conventions: Conventions, claim: Claim) => Conventions | undefined;
  readonly premise: (conventions: Conventions) => Omit<Premise, "source" | "facts">;
}

const isLorentz = (node: Expr): boolean =>
  (node.kind === "tensor" && node.indices.some((index) => index.space === "lorentz")) ||
  (node.kind === "symbol" && (node.type === "four-vector" || node.role === "gamma5")) ||
  node.kind === "slash" ||
  (node.kind === "derivative" &&
    (node.by.kind === "dalembertian" ||
      (node.by.kind === "index" && node.by.index.space === "lorentz")));

/** What the sign of ε decides. */
export const isOriented = (node: Expr): boolean =>
  node.kind === "symbol" &&
  (node.role === "gamma5" ||
    node.role === "epsilon" ||
    node.role === "left-projector" ||
    node.role === "right-projector");

/** Fields that obey an equation are found in one dimension. */
const isOfMotion = (fact: Fact): boolean => fact.kind === "constraint" && isMotion(fact);

/** Of a metric: no Dirac matrices, which live in even dimensions only. */
const isGeometry = ({ left, right }: Claim): boolean =>
  [left, right].some((side) => some(side, (node) => isCurvature(node) || isCovariant(node)));

export const isCovariant = (node: Expr): boolean =>
  node.kind === "derivative" && node.by.kind === "index" && node.by.covariant === true;

/** What ∇_μ is taken to be. */
const leviCivita: Premise = {
  id: "levi-civita",
  name: "∇ of the metric, without torsion",
  latex: "\\nabla_\\lambda g_{\\mu\\nu}=0",
  source: "convention",
  facts: [],
};

/** A curvature, whose sign is a matter of taste. */
export const isCurvature = (node: Expr): boolean =>
  node.kind === "symbol" &&
  (["riemann", "ricci", "ricci-scalar", "einstein"].includes(node.role ?? "") ||
    (node.name === "R" && node.type === "scalar"));

const defaults: readonly Default[] = [
  {
    key: "metric",
    concerns: isLorentz,
    other: (c) =>
      c.metric === "euclidean"
        ? undefined
        : { ...c, metric: c.metric === "mostly-minus" ? "mostly-plus" : "mostly-minus" },
    premise: ({ metric }) => ({
      id: "metric",
      name: metric === "mostly-minus" ? "metric mostly-minus (+−−−)" : "metric mostly-plus (−+++)",
      latex: metric === "mostly-minus" ? "g=\\mathrm{diag}(+,-,-,-)" : "g=\\mathrm{diag}(-,+,+,+)",
    }),
  },
  {
    key: "epsilon",
    concerns: isOriented,
    other: (c) => ({ ...c, epsilon: c.epsilon === 1 ? -1 : 1 }),
    premise: ({ epsilon }) => ({
      id: "epsilon",
      name: "sign of ε",
      latex: `\\epsilon^{0123}=${epsilon === 1 ? "+" : "-"}1`,
    }),
  },
  {
    key: "dim",
    concerns: isLorentz,
    other: (c, claim) =>
      c.dim === 4 && !claim.given.some(({ facts }) => facts.some(isOfMotion))
        ? { ...c, dim: isGeometry(claim) ? 5 : 6 }
        : undefined,
    premise: () => ({ id: "four-dimensions", name: "four dimensions", latex: "d=4" }),
  },
  {
    key: "riemann",
    concerns: isCurvature,
    other: (c) => ({ ...c, riemann: c.riemann === -1 ? 1 : -1 }),
    premise: ({ riemann }) => ({
      id: "riemann-sign",
      name: "sign of the Riemann tensor",
      latex: `R^\\rho{}_{\\sigma\\mu\\nu}=${riemann === -1 ? "-" : ""}(\\partial_\\mu\\Gamma^\\rho_{\\nu\\sigma}-\\dots)`,
    }),
  },
  {
    key: "ricci",
    concerns: isCurvature,
    other: (c) => ({ ...c, ricci: c.ricci === -1 ? 1 : -1 }),
    premise: ({ ricci }) => ({
      id: "ricci-sign",
      name: "sign of the Ricci tensor",
      latex: `R_{\\mu\\nu}=${ricci === -1 ? "-" : ""}R^\\lambda{}_{\\mu\\lambda\\nu}`,
    }),
  },
  {
    key: "traceOfUnity",
    concerns: (node) => node.kind === "trace",
    other: (c) => ({ ...c, traceOfUnity: 2 * c.traceOfUnity }),
    premise: ({ traceOfUnity }) => ({
      id: "trace-of-unity",
      name: "trace of unity",
      latex: `\\mathrm{Tr}\\,1=${traceOfUnity}`,
    }),
  },
];

function* defaultsUsed(claim: Claim, ground: Ground): Generator<Premise> {
  for (const { key, concerns, other, premise } of defaults) {
    const changed = other(claim.conventions, claim);
    const { declared } = claim.conventions;
    if (!changed || declared.some((one) => one === key)) continue;
    if (![claim.left, claim.right].some((side) => some(side, concerns))) continue;
    if (seemsToHold(claim, { ...ground, conventions: changed }) === false)
      yield { ...premise(claim.conventions), source: "convention", facts: [] };
  }
}

/** What a domain becomes when it is taken less narrowly. */
const wider: Readonly<Partial<Record<Domain, Domain>>> = {
  positive: "real",
  nonnegative: "real",
  real: "complex",
  integer: "real",
  natural: "real",
  spin: "real",
};

function* domainsUsed(claim: Claim, ground: Ground): Generator<Premise> {
  const values = valued(claim.left, claim.right);
  const symbols = [...freeSymbols(claim.left, claim.right)].filter(
    (s) => values.has(s) && mayWiden(s, ground),
  );
  if (
    symbols.length === 0 ||
    ![claim.left, claim.right].some((side) => some(side, dependsOnDomain))
  )
    return;
  if (holdsWidened(claim, symbols, ground) !== false) return;
  const single = symbols.filter((s) => holdsWidened(claim, [s], ground) === false);
  const needed = single.length > 0 ? single : symbols;
  for (const domain of new Set(needed.map(domainOf))) {
    const names = needed.filter((s) => domainOf(s) === domain).map((s) => s.name);
    yield { ...domainPremise(domain, names.join(", ")), source: "convention", facts: [] };
  }
}

const domainOf = (s: Sym): Domain => s.domain ?? "real";

const mayWiden = (s: Sym, ground: Ground): boolean =>
  s.type === "scalar" &&
  s.role === undefined &&
  wider[domainOf(s)] !== undefined &&
  !ground.facts.some((fact) => fact.kind === "domain" && fact.symbol === s);

/** Rational claims hold in every field of numbers. */
const dependsOnDomain = (node: Expr): boolean =>
  node.kind === "function" ||
  node.kind === "involution" ||
  node.kind === "cases" ||
  node.kind === "integral" ||
  node.kind === "series" ||
  node.kind === "limit" ||
  (node.kind === "power" && node.exponent.kind !== "num") ||
  (node.kind === "power" && node.exponent.kind === "num" && node.exponent.denominator !== 1n);

function holdsWidened(claim: Claim, symbols: readonly Sym[], ground: Ground): boolean | undefined {
  const swap = new Map<Expr, Expr>(symbols.map((s) => [s, widened(s)]));
  const put = (expr: Expr): Expr => replace(expr, swap);
  const facts = ground.facts.map((fact) => mapFact(fact, put));
  return seemsToHold(
    { ...claim, left: put(claim.left), right: put(claim.right) },
    { ...ground, facts },
    8,
  );
}

function widened(s: Sym): Sym {
  const { kind: _, name, type, ...details } = s;
  return symbol(name, type, { ...details, domain: wider[domainOf(s)] ?? "complex" });
}

/** Names under a derivative that have to stay the same for the claim to hold, beside others that do not. */
function* constantsUsed(claim: Claim, ground: Ground): Generator<Premise> {
  for (const [along, names] of takenConstant(claim, ground)) {
    const vary = (some: readonly Sym[]): boolean =>
      holdsVarying(claim, some, along, ground) === false;
    if (!vary(names)) continue;
    const single = names.length > 1 ? names.filter((name) => vary([name])) : names;
    const needed = (single.length > 0 ? single : names).map(({ name }) => name);
    yield {
      id: "constant",
      name: `${needed.join(", ")} constant`,
      latex: needed.map((name) => `${slopeOf[along] ?? `d/d${along}\\,`}${name}=0`).join(",\\ "),
      source: "convention",
      facts: [],
    };
  }
}

const slopeOf: Readonly<Record<string, string>> = { t: "\\dot ", x: "\\partial " };

/** The free names under derivatives in space and time that are not constants by their letter, by what they are differentiated along. */
function takenConstant(claim: Claim, { facts }: Ground): ReadonlyMap<string, readonly Sym[]> {
  const found = new Map<string, readonly Sym[]>();
  const { targets, given } = surveyed([claim.left, claim.right], facts);
  for (const side of [claim.left, claim.right])
    for (const node of nodes(side)) {
      if (node.kind !== "derivative" || !node.operand || node.operand.kind === "symbol") continue;
      const along = alongOf(node.by);
      if (!along) continue;
      const names = [...freeSymbols(node.operand)];
      const moves = (name: Sym): boolean =>
        name.dependsOn !== undefined || (targets.inferred.get(name.name)?.size ?? 0) > 0;
      if (!names.some(moves)) continue;
      const still = names.filter(
        (name) =>
          !moves(name) &&
          name.role === undefined &&
          name.name !== along &&
          changeable.has(name.type) &&
          !isConstantBySort(name) &&
          !(isPartial(node.by) && /^[xyzr]$/.test(name.name)) &&
          !ofNature.test(name.name) &&
          !given.definitions.has(`symbol ${name.name}`) &&
          !given.properties.get(name.name)?.has("constant"),
      );
      if (still.length > 0) found.set(along, [...new Set([...(found.get(along) ?? []), ...still])]);
    }
  return found;
}

const isPartial = (by: By): boolean => by.kind === "variable" && by.style === "partial";

const changeable: ReadonlySet<string> = new Set([
  "scalar",
  "operator",
  "matrix",
  "three-vector",
  "four-vector",
]);

/** Masses, charges, couplings and what carries a label. */
const ofNature = /^[mMcGgeqkhNKħ]$|_/u;

/** t of d/dt and ∂_t, the place of ∂_μ and ∇; of other partial derivatives one variable changes at a time. */
function alongOf(by: By): string | undefined {
  if (by.kind !== "variable") return "x";
  return by.variable.kind === "symbol" && (by.style === "total" || isTime(by.variable))
    ? by.variable.name
    : undefined;
}

function holdsVarying(
  claim: Claim,
  names: readonly Sym[],
  along: string,
  ground: Ground,
): boolean | undefined {
  const swap = new Map<Expr, Expr>(names.map((s) => [s, intern({ ...s, dependsOn: [along] })]));
  const put = (expr: Expr): Expr => replace(expr, swap);
  const facts = ground.facts.map((fact) => mapFact(fact, put));
  return seemsToHold(
    { ...claim, left: put(claim.left), right: put(claim.right) },
    { ...ground, facts },
    8,
  );
}

export function domainPremise(domain: Domain, names: string): Omit<Premise, "source" | "facts"> {
  switch (domain) {
    case "positive":
    case "nonnegative":
      return { id: "positive-parameters", name: `${names} positive`, latex: `${names} > 0` };
    case "integer":
    case "natural":
      return {
        id: "integer-parameters",
        name: `${names} integer`,
        latex: `${names} \\in \\mathbb{Z}`,
      };
    default:
      return { id: "real-parameters", name: `${names} real`, latex: `${names} \\in \\mathbb{R}` };
  }
}
