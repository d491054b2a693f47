/** What names of physics usually stand for, where a paper leaves it unsaid: β = 1/kT, γ = 1/√(1−v²), F_{μν} = ∂_μA_ν − ∂_νA_μ. */
import {
  constant,
  derivative,
  dot,
  down,
  func,
  inverse,
  minus,
  negate,
  num,
  one,
  power,
  product,
  quotient,
  sum,
  symbol,
  tensor,
  tuple,
  zero,
} from "../expr/build";
import type { Claim, Fact } from "../expr/claim";
import type { By, Expr, Sym, Tensor } from "../expr/node";
import { isSpinor, letterOf, unhatted } from "../expr/questions";
import { isRate } from "../expr/stateMotion";
import { some as anywhere, nodes, replace, symbolsOf } from "../expr/walk";
import type { PremiseEntry } from "../verdict/premiseEntry";
import { ensembles } from "./ensembles";
import type { Meaning } from "./meaning";
import {
  choices,
  everyNode,
  fourVectors,
  headOf,
  type Named,
  nameOf,
  rewritten,
  symbolsIn,
} from "./names";
import { pictures } from "./pictures";
import { potentials } from "./potentials";
import { singleParticles } from "./singleParticles";
import { spinGenerators } from "./spinGenerators";
import { spinLadders } from "./spinLadders";
import { timeComponents } from "./timeComponents";

export const usualDefinition: PremiseEntry = {
  id: "usual-definition",
  name: "the usual meaning of a name",
  joins: true,
  rewrites: true,
  *apply(claim) {
    const known = new Set(
      claim.given.flatMap(({ facts }) =>
        facts.flatMap((fact) => (fact.kind === "definition" ? headName(fact.head) : [])),
      ),
    );
    const found = [
      ...scalarMeanings(claim),
      ...totalMomenta(claim),
      ...fieldStrength(claim),
      ...mandelstam(claim),
      ...chiralParts(claim),
      ...movingPlace(claim),
      ...motions(claim),
      ...pictures(claim),
      ...ensembles(claim),
      ...singleParticles(claim),
      ...spinGenerators(claim),
      ...potentials(claim),
      ...spinLadders(claim),
      ...timeComponents(claim),
    ].filter(
      ({ head }) =>
        !known.has(headName(head)) &&
        !(isAverage(head) && [claim.left, claim.right].includes(head)),
    );
    for (const some of choices(found, 4)) {
      const heads = new Set(some.map(({ head }) => head));
      if (heads.size < some.length) continue;
      const averages = some.filter(isOfAverage);
      const put = averages.reduce((known, one) => rewritten(known, putIn(one)) ?? known, claim);
      yield {
        latex: some.map(({ latex }) => latex).join(",\\ "),
        facts: some
          .filter((one) => !isOfAverage(one))
          .map(({ head, body }): Fact => ({ kind: "definition", head, body })),
        ...(put === claim ? {} : { claim: put }),
      };
    }
  },
};

/** ⟨E⟩ is no name; it is put in as it stands. */
const isOfAverage = ({ head, body }: Meaning): boolean =>
  isAverage(head) || anywhere(body, isAverage);

const isAverage = (node: Expr): boolean => node.kind === "expectation";

const putIn =
  ({ head, body }: Meaning) =>
  (side: Expr): Expr =>
    replace(side, isAverage(head) ? new Map([[head, body]]) : new Map([[body, head]]));

/** The name defined, the names its meaning needs, and those it takes along where they are written. */
interface Usual {
  readonly head: RegExp;
  readonly of: readonly RegExp[];
  body(of: readonly Sym[], written: (name: RegExp) => Expr | undefined): Expr;
  readonly latex: string | ((written: (name: RegExp) => Expr | undefined) => string);
}

const two = num(2);
const pi = constant("π");
const squared = (part: Expr): Expr =>
  part.kind === "symbol" && part.type === "three-vector" ? dot(part, part) : power(part, two);
const at = (of: readonly Sym[], place: number): Expr => of[place] ?? one;

const boltzmann = /^(k|k_B|k_b)$/;
const usual: readonly Usual[] = [
  { head: /^h$/, of: [/^ħ$/], body: (of) => product(two, pi, at(of, 0)), latex: "h=2\\pi\\hbar" },
  {
    head: /^ω$/,
    of: [/^ν$/],
    body: (of) => product(two, pi, at(of, 0)),
    latex: "\\omega=2\\pi\\nu",
  },
  {
    head: /^λ$/,
    of: [/^k$/],
    body: (of) => quotient(product(two, pi), at(of, 0)),
    latex: "\\lambda=2\\pi/k",
  },
  {
    head: /^β$/,
    of: [/^T$/, boltzmann],
    body: ([T, k]) => inverse(product(k ?? one, T ?? one)),
    latex: "\\beta=1/k_BT",
  },
  {
    head: /^γ$/,
    of: [/^v$/],
    body: (of, written) => lorentzFactor(at(of, 0), written(/^c$/)),
    latex: (written) => `\\gamma=1/\\sqrt{1-v^2${written(/^c$/) ? "/c^2" : ""}}`,
  },
  {
    head: /^γ$/,
    of: [/^β$/],
    body: (of) => lorentzFactor(at(of, 0), undefined),
    latex: "\\gamma=1/\\sqrt{1-\\beta^2}",
  },
  {
    head: /^α$/,
    of: [/^e$/],
    body: (of) => quotient(squared(at(of, 0)), product(num(4), pi)),
    latex: "\\alpha=e^2/4\\pi",
  },
  {
    head: /^λ(_T|_th|_\{th\})?$/,
    of: [/^m$/, /^T$/, boltzmann, /^ħ$/],
    body: ([m, T, k, hbar]) =>
      func("sqrt", [
        quotient(product(two, pi, squared(hbar ?? one)), product(m ?? one, k ?? one, T ?? one)),
      ]),
    latex: "\\lambda=\\sqrt{2\\pi\\hbar^2/mkT}",
  },
  {
    head: /^F$/,
    of: [/^[EU]$/, /^T$/, /^S$/],
    body: ([E, T, S]) => minus(E ?? one, product(T ?? one, S ?? one)),
    latex: "F=E-TS",
  },
  {
    head: /^G$/,
    of: [/^[EU]$/, /^T$/, /^S$/, /^[pP]$/, /^V$/],
    body: ([E, T, S, p, V]) =>
      sum(E ?? one, negate(product(T ?? one, S ?? one)), product(p ?? one, V ?? one)),
    latex: "G=E-TS+pV",
  },
  {
    head: /^ε_0$/,
    of: [/^μ_0$/, /^c$/],
    body: (of) => inverse(product(at(of, 0), squared(at(of, 1)))),
    latex: "c^2=1/\\mu_0\\varepsilon_0",
  },
  {
    head: /^k$/,
    of: [/^m$/, /^ω$/],
    body: (of) => product(at(of, 0), squared(at(of, 1))),
    latex: "k=m\\omega^2",
  },
];

const lorentzFactor = (v: Expr, c: Expr | undefined): Expr =>
  inverse(func("sqrt", [minus(one, c ? quotient(squared(v), squared(c)) : squared(v))]));

function* scalarMeanings(claim: Claim): Generator<Meaning> {
  const list = [...new Set([...symbolsIn(claim), ...meantIn(claim)])].filter(
    ({ role }) => role === undefined || role === "physical-constant",
  );
  const named = (name: RegExp): Sym | undefined =>
    list.find((s) => name.test(s.name) && (s.type === "scalar" || s.type === "three-vector"));
  for (const { head, of, body, latex } of usual) {
    const defined = named(head);
    const parts = of.map(named);
    const all = parts.flatMap((part) => part ?? []);
    if (!defined || defined.type !== "scalar" || all.length < of.length || all.includes(defined))
      continue;
    yield {
      head: defined,
      body: body(all, named),
      latex: typeof latex === "string" ? latex : latex(named),
    };
  }
}

/** Names in what the names of the claim are given as: γ of E = γm. */
const meantIn = ({ given }: Claim): readonly Sym[] =>
  given.flatMap(({ facts }) =>
    facts.flatMap((fact) => (fact.kind === "definition" ? [...symbolsOf(fact.body)] : [])),
  );

/** 𝐉 of 𝐋 and 𝐒, 𝐒 of 𝐒₁ and 𝐒₂: angular momenta add to that of the whole. */
function* totalMomenta(claim: Claim): Generator<Meaning> {
  const vectors = [...everyNode(claim)].filter(
    (node): node is Named =>
      (node.kind === "symbol" || node.kind === "labelled") && headOf(node).type === "three-vector",
  );
  const called = (name: string): Named | undefined =>
    vectors.find((vector) => plainName(vector) === name);
  for (const [total, ...parts] of additions) {
    const head = called(total);
    const [first, second] = parts.map(called);
    if (head?.kind === "symbol" && first && second)
      yield {
        head,
        body: sum(first, second),
        latex: [total, parts.join("+")].join("="),
      };
  }
}

const additions: readonly (readonly [string, string, string])[] = [
  ["J", "L", "S"],
  ["F", "I", "J"],
  ...["J", "L", "S"].map((one) => [one, `${one}_{1}`, `${one}_{2}`] as const),
];

const plainName = (vector: Named): string => unhatted(nameOf(vector));

/** F_{μν} of a potential that is differentiated beside it. */
function* fieldStrength(claim: Claim): Generator<Meaning> {
  const all = [...everyNode(claim)];
  const field = all.find(
    (node) => node.kind === "tensor" && node.indices.length === 2 && headName(node.head) === "F",
  );
  const isPotential = (node: Expr | undefined): node is Tensor =>
    node?.kind === "tensor" && node.indices.length === 1 && headName(node.head) === "A";
  const potential = all.flatMap((node) => {
    if (node.kind === "derivative" && node.by.kind === "index" && isPotential(node.operand))
      return [node.operand.head];
    // [∂_μ + ieA_μ, ∂_ν + ieA_ν]
    const inner = node.kind === "bracket" ? [...nodes(node.left)] : [];
    return inner.some(({ kind }) => kind === "derivative")
      ? inner.filter(isPotential).map(({ head }) => head)
      : [];
  })[0];
  if (field?.kind !== "tensor" || !potential) return;
  const [mu, nu] = [down("μ"), down("ν")];
  const slope = (by: typeof mu, of: typeof mu): Expr =>
    derivative({ kind: "index", index: by }, tensor(potential, of));
  yield {
    head: tensor(field.head, mu, nu),
    body: minus(slope(mu, nu), slope(nu, mu)),
    latex: "F_{\\mu\\nu}=\\partial_\\mu A_\\nu-\\partial_\\nu A_\\mu",
  };
}

/** s, t, u of two momenta that go in and two that come out. */
function* mandelstam(claim: Claim): Generator<Meaning> {
  const list = fourVectors(claim);
  const numbered = (n: number): Named | undefined =>
    list.find((v) => new RegExp(`^[pk](_\\{?${n}\\}?)$`, "u").test(nameOf(v)));
  const [p1, p2, p3, p4] = [1, 2, 3, 4].map(numbered);
  const signs: readonly (readonly [string, Named | undefined, Named | undefined, boolean])[] = [
    ["s", p1, p2, true],
    ["t", p1, p3, false],
    ["u", p1, p4, false],
  ];
  for (const [name, a, b, plus] of signs) {
    const head = symbolsIn(claim).find((s) => s.name === name && s.type === "scalar");
    if (!head || !a || !b) continue;
    const total = plus ? sum(a, b) : minus(a, b);
    yield {
      head,
      body: dot(total, total),
      latex: `${name}=(${nameOf(a)}${plus ? "+" : "-"}${nameOf(b)})^2`,
    };
  }
}

/** ψ_L = P_Lψ and ψ_R = P_Rψ beside ψ. */
function* chiralParts(claim: Claim): Generator<Meaning> {
  const spinors = symbolsIn(claim).filter(isSpinor);
  for (const whole of spinors)
    for (const [side, role] of [
      ["L", "left-projector"],
      ["R", "right-projector"],
    ] as const) {
      const part = spinors.find(({ name }) => name === `${whole.name}_${side}`);
      if (!part) continue;
      const projector = symbol(`P_${side}`, "matrix", { role, space: "dirac" });
      yield {
        head: part,
        body: product(projector, whole),
        latex: `${whole.name}_${side}=P_${side}${whole.name}`,
      };
    }
}

/** 𝐫 of r, θ and φ, all of which move. */
function* movingPlace(claim: Claim): Generator<Meaning> {
  const moving = new Set(
    everyNode(claim).flatMap((node) =>
      node.kind === "derivative" && node.by.kind === "variable" && node.operand?.kind === "symbol"
        ? [node.operand]
        : [],
    ),
  );
  const named = (name: RegExp, type: Sym["type"]): Sym | undefined =>
    [...moving].find((s) => s.type === type && name.test(s.name));
  const place = named(/^r$/, "three-vector");
  const distance = named(/^r$/, "scalar");
  const polar = named(/^[θϑ]$/u, "scalar");
  const around = named(/^[φϕ]$/u, "scalar");
  if (!place || !distance || !polar) return;
  const across = around ? product(distance, func("sin", [polar])) : distance;
  const angle = around ?? polar;
  yield {
    head: place,
    body: tuple(
      product(across, func("cos", [angle])),
      product(across, func("sin", [angle])),
      around ? product(distance, func("cos", [polar])) : zero,
    ),
    latex: around
      ? "\\mathbf r=r(\\sin\\theta\\cos\\phi,\\sin\\theta\\sin\\phi,\\cos\\theta)"
      : "\\mathbf r=r(\\cos\\theta,\\sin\\theta,0)",
  };
}

/** v = ẋ, a = v̇, p = mv, F = ṗ, ω = θ̇ and α = ω̇ where the line has a rate. */
function* motions(claim: Claim): Generator<Meaning> {
  const rates = everyNode(claim).filter(isRate);
  if (rates.length === 0) return;
  const list = symbolsIn(claim).filter(({ role, dependsOn }) => !role && !dependsOn);
  const time = rates[0]?.by as Extract<By, { kind: "variable" }>;
  for (const type of ["scalar", "three-vector"] as const) {
    const named = (name: RegExp): Sym | undefined =>
      list.find((s) => s.type === type && name.test(letterOf(s)));
    const mass = list.find(({ name }) => /^[mM]$/.test(name));
    for (const [name, of] of rateNames) {
      const [head, place] = [named(name), named(of)];
      if (head && place)
        yield {
          head,
          body: derivative({ ...time, style: "total" }, place),
          latex: `${nameOf(head)}=\\dot ${nameOf(place)}`,
        };
    }
    for (const [name, of] of massNames) {
      const [head, motion] = [named(name), named(of)];
      if (head && motion && mass)
        yield {
          head,
          body: product(mass, motion),
          latex: `${nameOf(head)}=${nameOf(mass)}${nameOf(motion)}`,
        };
    }
  }
}

/** p = mv, F = ma. */
const massNames: readonly (readonly [RegExp, RegExp])[] = [
  [/^p$/, /^v$/],
  [/^F$/, /^a$/],
];

/** v = ẋ and the like. */
const rateNames: readonly (readonly [RegExp, RegExp])[] = [
  [/^v$/, /^[xr]$/],
  [/^a$/, /^v$/],
  [/^F$/, /^p$/],
  [/^ω$/u, /^[θϕφ]$/u],
  [/^α$/u, /^ω$/u],
];

const headName = (expr: Expr): string =>
  expr.kind === "symbol"
    ? expr.name
    : expr.kind === "tensor" || expr.kind === "labelled" || expr.kind === "call"
      ? headName(expr.head)
      : "";
