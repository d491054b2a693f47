/** Equations of motion that a text takes for granted: of Klein and Gordon, Dirac, Maxwell, Schrödinger, Newton. */

import { acted } from "../expr/apply";
import {
  call,
  constant,
  derivative,
  dot,
  inverse,
  ket,
  minusOne,
  negate,
  num,
  one,
  power,
  primed,
  product,
  quotient,
  sum,
  symbol,
  tensor,
  zero,
} from "../expr/build";
import type { Claim } from "../expr/claim";
import { formalPartial } from "../expr/eulerLagrange";
import type { Derivative, Expr, Index, Sym } from "../expr/node";
import { isNabla, isSpinor, unhatted } from "../expr/questions";
import { isOfBasis, isRate } from "../expr/stateMotion";
import { nodes, some, transform } from "../expr/walk";
import { partsOf } from "../verdict/facts";
import { varyingIn, writtenOut } from "../verdict/leibniz";
import { monomials } from "../verdict/monomial";
import { statesMoved } from "../verdict/movingStates";
import type { Candidate, PremiseEntry } from "../verdict/premiseEntry";
import {
  choices,
  definingNodes,
  everyNode,
  generic,
  masses,
  nameOf,
  rewritten,
  symbolsIn,
} from "./names";

export const equationOfMotion: PremiseEntry = {
  id: "equation-of-motion",
  name: "the equation of motion",
  rewrites: true,
  *apply(claim) {
    yield* dottedStates(claim);
    if (!isDifferential(claim)) return;
    yield* kleinGordon(claim);
    yield* newton(claim);
    yield* conserved(claim);
    yield* dirac(claim);
    yield* maxwell(claim);
    yield* schroedinger(claim);
  },
};

/** Laws of motion speak of derivatives, or of operators at work. */
const isDifferential = (claim: Claim): boolean =>
  everyNode(claim).some(({ kind }) => kind === "derivative");

/** The claim with the law put in, its operators put to work and its derivatives written out where that is needed. */
function under(
  claim: Claim,
  law: (node: Expr) => Expr,
  varies?: ReadonlySet<string>,
): Claim | undefined {
  if (!isDifferential(claim)) return undefined;
  const lawful = (side: Expr): Expr => transform(side, law);
  const asIs = rewritten(claim, lawful);
  if (asIs) return asIs;
  const acting = rewritten(claim, (side) => transform(side, acted));
  return (
    (acting && rewritten(acting, lawful)) ??
    changed(
      claim,
      rewritten(claim, (side) => writtenOut(side, varies ?? varyingIn([claim.left, claim.right]))),
      law,
    )
  );
}

function changed(
  claim: Claim,
  written: Claim | undefined,
  law: (node: Expr) => Expr,
): Claim | undefined {
  const result = written && rewritten(written, (side) => transform(side, law));
  return result && result.left !== result.right && result !== claim ? result : undefined;
}

/** □φ = −m²φ for every field whose □ occurs. */
function* kleinGordon(claim: Claim): Generator<Candidate> {
  const written = masses(claim);
  const isIntegrated = everyNode(claim).some(({ kind }) => kind === "integral");
  for (const m of written.length > 0 || isIntegrated ? written : [someMass]) {
    const square = power(m, num(2));
    const source = claim.conventions.metric === "mostly-minus" ? negate(square) : square;
    const fields = new Set<string>();
    const result = under(claim, (node) => {
      const field = waveOperand(node);
      if (!field) return node;
      if (field.kind === "symbol") fields.add(field.name);
      return product(source, field);
    });
    if (result)
      yield {
        latex: `(\\Box+${nameOf(m)}^2)${[...fields].join(",") || "\\phi"}=0`,
        facts: [],
        claim: result,
      };
  }
}

/** Where none is written the line holds whatever it is. */
const someMass = symbol("m", "scalar", { domain: "positive" });

/** φ of □φ or ∂_μ∂^μφ. */
function waveOperand(node: Expr): Expr | undefined {
  if (node.kind !== "derivative" || !node.operand) return undefined;
  if (node.by.kind === "dalembertian") return node.operand;
  const inner = node.operand;
  if (node.by.kind !== "index" || inner.kind !== "derivative" || inner.by.kind !== "index")
    return undefined;
  const contracted =
    node.by.index.name === inner.by.index.name && node.by.index.place !== inner.by.index.place;
  return contracted ? inner.operand : undefined;
}

/** m ẍ = −V′(x), for a potential that is written as a function of x. */
function* newton(claim: Claim): Generator<Candidate> {
  const potential = [...everyNode(claim)].find(
    (node) =>
      node.kind === "call" && node.args.length === 1 && /^[VUΦ]$/u.test(headName(node.head)),
  );
  const [m] = masses(claim);
  if (potential?.kind !== "call" || !m) return;
  const [x] = potential.args;
  const head = potential.head.kind === "primed" ? potential.head.head : potential.head;
  if (x?.kind !== "symbol" || isMoved(claim, x)) return;
  const slope = call(primed(head), x);
  const force = negate(quotient(slope, m));
  const result = under(claim, (node) => {
    if (x.type === "three-vector") return atWork(node, slope, x, m);
    return isAcceleration(node, x) ? force : node;
  });
  if (result)
    yield {
      latex: `${nameOf(m)}\\ddot ${x.name}=-${headName(head)}'(${x.name})`,
      facts: [],
      claim: result,
    };
}

/** d/dt(½mẋ² + ½kx²): m ẍ = −kx, as the rest of what is differentiated says. */
function* conserved(claim: Claim): Generator<Candidate> {
  for (const node of everyNode(claim)) {
    if (!isRate(node) || node.order !== one || node.operand?.kind !== "sum") continue;
    const { terms } = node.operand;
    const velocities = new Set(terms.flatMap((term) => [...nodes(term)].filter(isVelocity)));
    const [velocity, ...more] = velocities;
    if (!velocity || more.length > 0) continue;
    const x = velocity.operand as Sym;
    if (isMoved(claim, x)) continue;
    const [kinetic, ...others] = terms.filter((term) => some(term, (part) => part === velocity));
    const inertia = kinetic && others.length === 0 && coefficient(kinetic, velocity);
    if (terms.some((term) => isRepulsive(term, x))) continue;
    const rest = terms.filter((term) => term !== kinetic);
    if (rest.some((term) => some(term, ({ kind }) => kind === "call"))) continue;
    const slope = formalPartial(sum(...rest), x);
    if (!inertia || !slope || slope === zero) continue;
    if (![product(num(2), inertia), slope].every(hasNoFactors)) continue;
    const acceleration = negate(quotient(slope, product(num(2), inertia)));
    const result = under(
      claim,
      (part) => (isAcceleration(part, x) ? acceleration : part),
      new Set([x.name]),
    );
    if (result)
      yield {
        latex: `m\\ddot ${x.name}=-V'(${x.name})`,
        facts: [],
        claim: result,
      };
  }
}

/** The text says what ẍ is. */
const isMoved = ({ given }: Claim, x: Sym): boolean =>
  given.some(({ facts }) =>
    facts.some((fact) =>
      partsOf(fact).some((part) => some(part, (node) => isAcceleration(node, x))),
    ),
  );

const isVelocity = (node: Expr): node is Derivative =>
  isRate(node) && node.order === one && node.operand?.kind === "symbol";

/** Half of ẋ², half of x²: what is left of an energy has no factors of its own. */
const hasNoFactors = (part: Expr): boolean =>
  monomials(part).every(
    ({ coefficient: { over, under } }) => (over === 1n || over === -1n) && under === 1n,
  );

/** −½kx², which is likelier a slip than an energy. */
const isRepulsive = (term: Expr, x: Expr): boolean =>
  term.kind === "product" &&
  term.factors.some((factor) => factor.kind === "num" && factor.numerator < 0n) &&
  term.factors.some((factor) => factor.kind === "power" && factor.base === x);

/** What stands before ẋ². */
function coefficient(term: Expr, velocity: Expr): Expr | undefined {
  const square = power(velocity, num(2));
  const factors = term.kind === "product" ? term.factors : [term];
  const rest = factors.filter((factor) => factor !== square);
  return rest.length === factors.length - 1 && !some(product(...rest), (part) => part === velocity)
    ? product(...rest)
    : undefined;
}

/** 𝐱̇·∇V = −m 𝐱̇·𝐱̈. */
function atWork(node: Expr, slope: Expr, x: Expr, m: Expr): Expr {
  if (node.kind !== "product" || !node.factors.includes(slope)) return node;
  const velocity = node.factors.find((factor) => isRate(factor) && factor.operand === x);
  if (velocity?.kind !== "derivative") return node;
  const rest = node.factors.filter((factor) => factor !== slope && factor !== velocity);
  return product(minusOne, m, ...rest, dot(velocity, derivative(velocity.by, velocity)));
}

const headName = (head: Expr): string =>
  head.kind === "symbol" ? head.name : head.kind === "primed" ? headName(head.head) : "";

function isAcceleration(node: Expr, x: Sym): boolean {
  if (!isRate(node)) return false;
  if (node.order === num(2)) return node.operand === x;
  return node.operand !== undefined && isRate(node.operand) && node.operand.operand === x;
}

/** iγ^μ∂_μψ = mψ and its adjoint. */
function* dirac(claim: Claim): Generator<Candidate> {
  if (claim.conventions.metric !== "mostly-minus") return;
  const i = constant("i");
  for (const m of [...masses(claim).slice(0, 1), ...(masses(claim).length > 0 ? [] : [zero])]) {
    const result = under(claim, (node) => {
      if (node.kind !== "product") return node;
      for (const [at, first] of node.factors.entries()) {
        const next = node.factors.slice(at + 1).findIndex((factor) => !isGamma5(factor));
        const second = node.factors[at + 1 + next];
        if (!second || next < 0) continue;
        const field = contracted(first, second);
        const adjoint = contracted(second, first);
        // γ^μ is taken through the γ5 that stand between.
        const between = node.factors.slice(at + 1, at + 1 + next);
        const sign = next % 2 === 0 ? one : minusOne;
        const place = (fresh: readonly Expr[]): Expr =>
          product(...node.factors.slice(0, at), ...fresh, ...node.factors.slice(at + 2 + next));
        if (field && !isBar(field)) return place([negate(sign), i, m, ...between, field]);
        if (adjoint && isBar(adjoint)) return place([sign, i, m, adjoint, ...between]);
      }
      return node;
    });
    if (result)
      yield {
        latex: `i\\slashed{\\partial}\\psi=${m === zero ? "0" : `${nameOf(m as Sym)}\\psi`}`,
        facts: [],
        claim: result,
      };
  }
}

/** γ_5, and γ⁵, whose fifth power it is as well. */
const isGamma5 = (node: Expr): boolean => {
  if (node.kind === "power") return node.exponent === num(5) && isGamma5(node.base);
  const head = node.kind === "labelled" ? node.head : node;
  return head.kind === "symbol" && head.role === "gamma5";
};

const isBar = (node: Expr): boolean => node.kind === "involution" && node.sort === "bar";

/** ψ of γ^μ and ∂_μψ. */
function contracted(gamma: Expr, slope: Expr): Expr | undefined {
  if (gamma.kind !== "tensor" || gamma.head.kind !== "symbol" || gamma.head.role !== "gamma")
    return undefined;
  const [own] = gamma.indices;
  if (slope.kind !== "derivative" || slope.by.kind !== "index" || !slope.operand || !own)
    return undefined;
  return meet(own, slope.by.index) && some(slope.operand, isSpinor) ? slope.operand : undefined;
}

const meet = (a: Index, b: Index): boolean =>
  a.name === b.name && a.place !== b.place && a.value === undefined;

/** ∂_μF^{μν} = j^ν, or nothing where no current is written. */
function* maxwell(claim: Claim): Generator<Candidate> {
  const current = symbolsIn(claim).find(({ name }) => /^[jJ]$/.test(name));
  const result = under(claim, (node) => {
    if (node.kind !== "derivative" || node.by.kind !== "index" || !node.operand) return node;
    const field = node.operand;
    if (field.kind !== "tensor" || field.indices.length !== 2 || headName(field.head) !== "F")
      return node;
    const [first, second] = field.indices;
    if (!first || !second) return node;
    const { index: by } = node.by;
    const source = (free: Index): Expr => (current ? tensor(current, free) : zero);
    if (meet(by, first)) return source(second);
    return meet(by, second) ? negate(source(first)) : node;
  });
  if (result)
    yield {
      latex: `\\partial_\\mu F^{\\mu\\nu}=${current ? `${current.name}^\\nu` : "0"}`,
      facts: [],
      claim: result,
    };
}

/** iħ∂_t|ψ⟩ = H|ψ⟩ and its adjoint. */
function* schroedinger(claim: Claim): Generator<Candidate> {
  const energy =
    symbolsIn(claim).find(({ name, type }) => name === "H" && type === "operator") ?? someEnergy;
  const hbar = symbolsIn(claim).find(({ name }) => name === "ħ");
  const rate = product(constant("i"), ...(hbar ? [inverse(hbar)] : []));
  let isMoved = false;
  const sides = statesMoved(claim.left, claim.right, ({ labels }) => {
    if (isOfBasis(labels)) return undefined;
    isMoved = true;
    return { ket: product(minusOne, rate, energy), bra: product(rate, energy) };
  });
  if (isMoved)
    yield {
      latex: `i${hbar ? "\\hbar" : ""}\\partial_t|\\psi\\rangle=H|\\psi\\rangle`,
      facts: [],
      claim: { ...claim, ...sides },
    };
}

const someEnergy = symbol("H", "operator");

/** |ψ̇⟩ = H|ψ⟩/iħ, where the dot stands within the state. */
function* dottedStates(claim: Claim): Generator<Candidate> {
  const states = symbolsIn(claim).filter(({ type }) => type === "state");
  const found = states.flatMap((dotted) => {
    const plain = states.find(
      ({ name }) => `${name}\u0307`.normalize("NFC") === dotted.name.normalize("NFC"),
    );
    return plain ? [{ dotted, plain }] : [];
  });
  const energy = symbolsIn(claim).find(
    ({ name, type }) => unhatted(name) === "H" && type === "operator",
  );
  const hbar = symbolsIn(claim).find(({ name }) => name === "ħ");
  if (found.length === 0 || !energy) return;
  const rate = product(inverse(product(constant("i"), hbar ?? one)), energy);
  yield {
    latex: `i${hbar ? "\\hbar" : ""}|\\dot\\psi\\rangle=H|\\psi\\rangle`,
    facts: found.map(({ dotted, plain }) => ({
      kind: "definition",
      head: ket(dotted),
      body: product(rate, ket(plain)),
    })),
  };
}

/** Divergences that a law or a gauge sets to zero. */
export const divergenceFree: PremiseEntry = {
  id: "divergence-free",
  name: "a vanishing divergence",
  *apply(claim) {
    yield* withoutDivergence(claim, (name) => !/^[Ahxyzr]/.test(name));
    yield* curls(claim, (name) => !/^[Axr]/.test(name));
  },
};

export const gaugeCondition: PremiseEntry = {
  id: "gauge-condition",
  name: "the gauge condition",
  *apply(claim) {
    yield* withoutDivergence(claim, (name) => /^[Ah]/.test(name));
    yield* curls(claim, (name) => /^A/.test(name));
    yield* ofPotentials(claim);
  },
};

/** ∂_μA^μ = 0, where A stands in what F^{μν} is defined to be. */
function* ofPotentials(claim: Claim): Generator<Candidate> {
  if (!everyNode(claim).some(({ kind }) => kind === "derivative")) return;
  const potentials = definingNodes(claim).flatMap((node) =>
    node.kind === "tensor" && node.indices.length === 1 && node.indices[0]?.space === "lorentz"
      ? [node.head]
      : [],
  );
  for (const head of new Set(potentials)) {
    const name = headName(head);
    if (!name || !/^A/.test(name)) continue;
    const index = { name: "μ", space: "lorentz", place: "up" } as const;
    const divergence = derivative(
      { kind: "index", index: { ...index, place: "down" } },
      tensor(head, index),
    );
    yield {
      latex: `\\partial_\\mu ${name}^{\\mu}=0`,
      facts: [{ kind: "constraint", left: divergence, right: zero }],
    };
  }
}

function* withoutDivergence(claim: Claim, is: (name: string) => boolean): Generator<Candidate> {
  const found = new Set<string>();
  const result = under(claim, (node) => {
    const divergence = divergenceOf(node);
    if (!divergence || !is(divergence.name)) return node;
    found.add(divergence.latex);
    return zero;
  });
  if (result && result.left !== result.right)
    yield { latex: [...found].map((one) => `${one}=0`).join(",\\ "), facts: [], claim: result };
}

/** A field in space without divergence is a curl. */
function* curls(claim: Claim, is: (name: string) => boolean): Generator<Candidate> {
  if (!everyNode(claim).some(isNabla)) return;
  const asked = [claim.left, claim.right].map((side) => divergenceOf(side)?.name);
  if (asked.some((name) => name !== undefined && is(name))) return;
  const fields = [
    ...new Set([...symbolsIn(claim), ...definingNodes(claim).filter(isSymbol)]),
  ].filter((field) => field.type === "three-vector" && field.role === undefined && is(field.name));
  for (const chosen of choices(fields, 2))
    yield {
      latex: chosen.map(({ name }) => `\\nabla\\cdot\\mathbf{${name}}=0`).join(",\\ "),
      facts: chosen.map((field) => ({
        kind: "definition",
        head: field,
        body: derivative({ kind: "curl" }, generic(field)),
      })),
    };
}

const isSymbol = (node: Expr): node is Sym => node.kind === "symbol";

/** ∇·v, ∂_μj^μ, ∂_μT^{μν}, and what is differentiated once more. */
function divergenceOf(node: Expr): { readonly name: string; readonly latex: string } | undefined {
  if (node.kind !== "derivative" || !node.operand) return undefined;
  const { by, operand } = node;
  if (by.kind === "divergence") {
    const name = headName(operand);
    return name ? { name, latex: `\\nabla\\cdot\\mathbf{${name}}` } : undefined;
  }
  if (by.kind !== "index") return undefined;
  const inner = operand.kind === "derivative" && operand.operand ? operand.operand : operand;
  if (inner.kind !== "tensor") return undefined;
  const name = headName(inner.head);
  if (!name || name === "F" || !inner.indices.some((one) => meet(one, by.index))) return undefined;
  const more = inner.indices.length > 1 ? "\\nu" : "";
  return { name, latex: `\\partial_\\mu ${name}^{\\mu${more}}` };
}
