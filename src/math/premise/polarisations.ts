/** Premises on polarisation vectors: transverse, normalised, summed over. */
import {
  call,
  conjugate,
  dot,
  func,
  metricSymbol,
  minus,
  negate,
  product,
  quotient,
  renamed,
  symbol,
  tensor,
  zero,
} from "../expr/build";
import type { Claim } from "../expr/claim";
import type { Expr } from "../expr/node";
import { symbolsOf, transform } from "../expr/walk";
import { partsOf } from "../verdict/facts";
import { polarisationPair } from "../verdict/polarisationSums";
import type { Candidate, PremiseEntry } from "../verdict/premiseEntry";
import { everyNode, fourVectors, generic, headOf, type Named, nameOf, rewritten } from "./names";

export const transversality: PremiseEntry = {
  id: "transversality",
  joins: true,
  name: "transversality",
  rewrites: true,
  *apply(claim) {
    const polarisations = polarisationsIn(claim);
    yield* polarisedAlong(claim);
    for (const e of polarisations)
      for (const k of fourVectors(claim))
        if (k !== e && !polarisations.includes(k)) {
          const body = across(genericNamed(e), k);
          yield {
            latex: `${nameOf(k)}\\cdot ${nameOf(e)}=0`,
            facts: [{ kind: "definition", head: e, body }],
          };
          yield {
            latex: `${nameOf(k)}\\cdot ${nameOf(e)}=0,\\ ${nameOf(k)}^2=0`,
            facts: [
              { kind: "constraint", left: dot(k, e), right: zero },
              { kind: "constraint", left: dot(k, k), right: zero },
            ],
          };
        }
  },
};

/** k·ε(k) = 0, for each momentum that a polarisation is written at. */
function* polarisedAlong(claim: Claim): Generator<Candidate> {
  for (const e of new Set(everyNode(claim))) {
    if (e.kind !== "call" || e.args.length !== 1) continue;
    const [k] = e.args;
    const head = e.head.kind === "labelled" ? e.head.head : e.head;
    if (head.kind !== "symbol" || !/^[εϵ]/u.test(head.name)) continue;
    if (k?.kind !== "symbol" || k.type !== "four-vector") continue;
    const free = call(
      e.head.kind === "labelled" ? renamed(e.head, generic(head)) : generic(head),
      k,
    );
    yield {
      latex: `${k.name}\\cdot ${head.name}(${k.name})=0`,
      facts: [{ kind: "definition", head: e, body: across(free, k) }],
    };
  }
}

/** What is left of it at right angles to the momentum. */
const across = (free: Expr, k: Expr): Expr =>
  minus(free, product(quotient(dot(k, free), dot(k, k)), k));

/** The momenta that the text says something of together with the polarisation: k·ε = 0. */
const momentaBeside = (e: Named, { given }: Claim): readonly Expr[] =>
  given
    .flatMap(({ facts }) => facts)
    .filter((fact) => fact.kind === "constraint" && fact.right === zero)
    .map((fact) => partsOf(fact).flatMap((part) => [...symbolsOf(part)]))
    .filter((names) => names.includes(headOf(e)))
    .flatMap((names) =>
      names.filter(({ type, name }) => type === "four-vector" && name !== headOf(e).name),
    );

const genericNamed = (v: Named): Expr =>
  v.kind === "symbol" ? generic(v) : renamed(v, generic(v.head));

const polarisationsIn = (claim: Claim): readonly Named[] =>
  fourVectors(claim).filter(
    (v) => headOf(v).role === "polarisation" || /^[εϵ]/u.test(headOf(v).name),
  );

/** ε·ε* = −1: a polarisation points into space. */
export const polarisationNorm: PremiseEntry = {
  id: "normalised",
  joins: true,
  name: "normalisation",
  *apply(claim) {
    const isMinus = claim.conventions.metric === "mostly-minus";
    for (const e of polarisationsIn(claim)) {
      const [k] = momentaBeside(e, claim);
      const free = k ? across(genericNamed(e), k) : genericNamed(e);
      const square = dot(free, conjugate(free));
      const spacelike = isMinus ? negate(square) : square;
      const length = func("sqrt", [spacelike]);
      yield {
        latex: `${nameOf(e)}\\cdot ${nameOf(e)}^*=${isMinus ? "-" : ""}1`,
        facts: [
          { kind: "definition", head: e, body: quotient(free, length) },
          { kind: "inequality", left: spacelike, relation: ">", right: zero },
        ],
      };
    }
  },
};

/** ∑_λ ε^μ_λ ε^{ν*}_λ → −g^{μν} between conserved currents. */
export const polarisationSum: PremiseEntry = {
  id: "ward-identity",
  name: "the Ward identity",
  *apply(claim) {
    const isMinus = claim.conventions.metric === "mostly-minus";
    const result = rewritten(claim, (side) =>
      transform(side, (node) => {
        const pair = node.kind === "series" ? polarisationPair(node) : undefined;
        if (pair?.first.index.space !== "lorentz") return node;
        const value = product(
          tensor(metricSymbol, pair.first.index, pair.second.index),
          ...pair.rest,
        );
        return isMinus ? negate(value) : value;
      }),
    );
    if (result)
      yield {
        latex: `\\sum_\\lambda\\epsilon^\\mu\\epsilon^{\\nu*}=${isMinus ? "-" : ""}g^{\\mu\\nu}`,
        facts: [],
        claim: result,
      };
  },
};
