/** Premises a text names without writing them down, or denies: “on shell”, “by momentum conservation”, “the operators do not commute”. */
import type { Manuscript, Prose } from "../latex/manuscript";
import { type Extent, ScopeIndex } from "./scopeIndex";

export interface Named {
  /** Id of the premise in the catalogue. */
  readonly id: string;
  readonly where: { readonly file: string; readonly line: number };
  /** It is said not to hold. */
  readonly denied?: true;
  /** The letters it is said of, where words stand for them. */
  readonly of?: RegExp;
}

/** Which divergence vanishes: ∂_μA^μ, or ∇·𝐀. */
export const gauges = { ofSpacetime: "Lorenz gauge", ofSpace: "Coulomb gauge" } as const;

/** Words that can mean nothing else; adjectives count only beside a name, as properties. */
const phrases: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bon[- ]shell\b|\bmass[- ]shell\b/i, ["on-shell"]],
  [
    /\b(momentum|energy) conservation\b|\bconservation of (\S+ )?(four-)?(momentum|energy)\b/i,
    ["momentum-conservation"],
  ],
  [/\bDirac equation\b/i, ["dirac-equation", "equation-of-motion"]],
  [/\btransversality\b|\btransverse polari[sz]ations?\b/i, ["transversality"]],
  [/\b(temporal|axial) gauge\b|\bgauge condition\b/i, ["gauge-condition", "transversality"]],
  [/\b(Lorenz|Lorentz|Landau) gauge\b/i, ["gauge-condition", "transversality", gauges.ofSpacetime]],
  [/\b(Coulomb|radiation) gauge\b/i, ["gauge-condition", "transversality", gauges.ofSpace]],
  [
    /\bequations? of motion\b|\bEuler\W+Lagrange\b|\bfield equations?\b|\b(Klein\W+Gordon|Maxwell('s)?|wave) equations?\b/i,
    ["equation-of-motion"],
  ],
  [
    /\b(boundary|surface) terms?\b|\bvanish\w* at (spatial )?infinity\b/i,
    ["vanishing-boundary", "total-derivative"],
  ],
  [
    /\bStokes\b|\b(divergence|Gauss('s?)?|Green('s)?) theorem\b|\bboundary of\b|\bbounded by\b|\benclos\w+\b/i,
    ["boundary-of"],
  ],
  [/\btotal derivatives?\b/i, ["total-derivative", "vanishing-boundary"]],
  [
    /\bodd (function|integrand|in)\b|\bintegrands? (is|are|being) odd\b|\bsymmetric integration\b|\bby symmetry\b/i,
    ["odd-integrand", "symmetric-integration"],
  ],
  [
    /\brelabel\w*\b|\bshift\w* (of )?(the )?(integration|loop|variables?|moment(um|a))\b|\bchang\w+ (of )?(the )?(integration )?variables?\b|\bsubstitut\w+\b/i,
    ["relabel-integration"],
  ],
  [
    /\b(leading|first|lowest|linear|second|next-to-leading) order\b|\bneglect\w*\b/i,
    ["leading-order"],
  ],
  [/\bsmall[- ]angles?\b|\bsmall oscillations?\b/i, ["small-angle", "leading-order"]],
  [/\bcent(er|re)[- ]of[- ](mass|momentum)\b|\bCM[- ]frame\b/i, ["cm-frame"]],
  [/\bnatural units\b/i, ["natural-units"]],
  [/\bmassless (limit|case)\b|\bneglect\w* (the |all |its )?(\w+ )?mass(es)?\b/i, ["massless"]],
  [/\bfour dimensions\b/i, ["four-dimensions"]],
  [/\b(is|are|be|properly|correctly|duly) normali[sz]ed\b|\bnormali[sz]ation\b/i, ["normalised"]],
  [/\bortho(normal(ity)?|gonality)\b/i, ["orthonormal", "normalised"]],
  [/\bcompleteness\b|\bresolution of (the )?(identity|unity)\b|\bcomplete set\b/i, ["complete"]],
  [
    /\bdivergence-?free\b|\bincompressib\w+\b|\bcurrent conservation\b|\bcontinuity equation\b|\bcurrents? (is|are) conserved\b|\bconserved (\w+ )?currents?\b/i,
    ["divergence-free"],
  ],
  [/\bantisymmetry\b/i, ["antisymmetric-tensor"]],
  [/\bhermiticity\b|\bhermitian Hamiltonians?\b/i, ["hermitian"]],
  [/\bstationary\b/i, ["stationary"]],
  [/\bWard identit(y|ies)\b/i, ["ward-identity"]],
  [/\bnormal[- ]order\w*\b/i, ["normal-ordering"]],
  [/\bfirst law\b/i, ["first-law"]],
  [/\bequal[- ]times?\b/i, ["equal-time"]],
  [/\bcontinuum limit\b|\bsums? (by|into|with) (an )?integrals?\b/i, ["sum-to-integral"]],
];

const denied = /\b(not|no longer|off[- ]shell|unless|without|unlike|never|cannot|beyond)\b/i;

/** Quantities in words and the letters they go by: “constant pressure” says nothing of T. */
const quantities: readonly (readonly [RegExp, RegExp])[] = [
  [/radius/, /^[rRaρ]$/u],
  [/(angular (velocity|frequency))/, /^[ωΩ]$/u],
  [/speed|velocity/, /^[vuVβγ]$/u],
  [/angle/, /^[θϑφϕαβ]$/u],
  [/distance|length|separation/, /^[rRldLx]$/u],
  [/force/, /^F$/],
  [/potential/, /^[VUΦφϕ]$/u],
  [/power/, /^P$/],
  [/(electric|magnetic|external|gravitational)? ?field/, /^[EBgHD]$/],
  [/density/, /^[ρn]$/u],
  [/pressure/, /^[pP]$/],
  [/temperature/, /^[Tβ]$/u],
  [/volume/, /^V$/],
  [/heat capacity/, /^C/],
  [/tension/, /^[TF]$/],
];

const processes: readonly (readonly [RegExp, RegExp])[] = [
  [/\bisothermal(ly)?\b/i, /^[Tβ]$/u],
  [/\bisobaric(ally)?\b/i, /^[pP]$/],
  [/\bisochoric(ally)?\b/i, /^V$/],
  [/\bcircular motion\b/i, /^[rRv]$/],
  [/\buniform motion\b/i, /^[vuβγ]$/u],
];

/** What a sentence says to stay the same. */
function constantsIn(text: string): readonly RegExp[] {
  const named = quantities.flatMap(([words, of]) => {
    const { source } = words;
    const before = new RegExp(
      `\\b(constant|fixed|uniform|homogeneous) (\\w+ )?(${source})\\b`,
      "i",
    );
    const after = new RegExp(
      `\\b(${source})( ⋆)? (is|are|stays?|remains?|being) (held |kept |a )?(constant|fixed|uniform|the same)\\b`,
      "i",
    );
    return before.test(text) || after.test(text) ? [of] : [];
  });
  return [...named, ...processes.flatMap(([words, of]) => (words.test(text) ? [of] : []))];
}

/** Words that say of a premise that it does not hold. */
const denials: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /\b(is|are|be|taken|remains?|kept|stays?|an?|virtual) off[- ](the )?(mass[- ])?shell\b|\b(not|no longer) on (the |its |their )?(mass[- ])?shell\b/i,
    ["on-shell"],
  ],
  [
    /\bmassive\b|\bmass(es)? (is|are|can|may) ?not (be )?(neglected|negligible|zero)\b/i,
    ["massless"],
  ],
  [/\bnon-?commuting\b|\b(do|does) not (in general )?commute\b/i, ["commuting"]],
  [/\bnon-?hermitian\b|\b(not|no longer) (\w+ )?(hermitian|self-?adjoint)\b/i, ["hermitian"]],
  [/\bnon-?unitary\b|\b(not|no longer) (\w+ )?unitary\b/i, ["unitary"]],
  [/\bun-?normali[sz]ed\b|\b(not|no longer) (\w+ )?normali[sz]ed\b/i, ["normalised"]],
  [/\b(not|no longer) (\w+ )?(conserved|divergence-?free)\b/i, ["divergence-free"]],
  [/\b(not|no longer) (\w+ )?symmetric\b/i, ["symmetric-tensor"]],
  [/\b(not|no longer) (\w+ )?antisymmetric\b/i, ["antisymmetric-tensor"]],
  [/\b(not|no longer) (\w+ )?traceless\b/i, ["traceless"]],
  [/\b(not|no longer) (\w+ )?(constant|fixed|uniform)\b|\bnon-?uniform\b/i, ["constant"]],
  [/\b(not|no longer) (\w+ )?transverse\b/i, ["transversality"]],
  [
    /\b(boundary|surface) terms? (do|does|can|may) ?not (vanish|be (dropped|neglected))\b/i,
    ["vanishing-boundary", "total-derivative"],
  ],
];

/** What is named in the paragraph of a display. */
export function namedIn(
  manuscript: Manuscript,
  lineOf: (file: string, offset: number) => number,
): ScopeIndex<Named> {
  const index = new ScopeIndex<Named>();
  for (const [at, block] of manuscript.blocks.entries()) {
    if (block.kind !== "prose") continue;
    const extent: Extent = { kind: "paragraph", paragraph: block.paragraph, from: 0 };
    for (const { text, offset } of sentencesOf(block)) {
      const where = { file: block.file, line: lineOf(block.file, offset) };
      for (const [words, ids] of denials)
        if (words.test(text))
          for (const id of ids) index.add({ id, where, denied: true }, at, extent);
      if (denied.test(text)) continue;
      for (const [words, ids] of phrases)
        if (words.test(text)) for (const id of ids) index.add({ id, where }, at, extent);
      for (const of of constantsIn(text)) index.add({ id: "constant", where, of }, at, extent);
    }
  }
  return index;
}

interface Sentence {
  readonly text: string;
  readonly offset: number;
}

/** Sentences as words, formulas left out. */
function sentencesOf({ pieces }: Prose): readonly Sentence[] {
  const found: Sentence[] = [];
  let open: Sentence | undefined;
  for (const piece of pieces) {
    const parts = piece.kind === "words" ? piece.text.split(/(?<=[.!?])\s+(?=[A-Z(]|$)/) : ["⋆"];
    for (const [i, part] of parts.entries()) {
      if (i > 0 && open) {
        found.push(open);
        open = undefined;
      }
      const text: string = (open?.text ?? "") + part;
      open = { text, offset: open?.offset ?? piece.span.start };
    }
  }
  return open ? [...found, open] : found;
}
