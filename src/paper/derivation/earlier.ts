/** Statements already met, as later ones may use them. */
import { quotient } from "../../math/expr/build";
import type { Fact, Premise } from "../../math/expr/claim";
import { quadraturesOf } from "../../math/expr/ladder";
import { isMotion } from "../../math/expr/motion";
import type { Expr } from "../../math/expr/node";
import { some } from "../../math/expr/walk";
import { catalogued, isOfPower } from "./catalogued";
import { saysFollows } from "./cue";
import type { Equation } from "./eliminate";
import { type HeadKey, headKey, headOf, isHead, leadsBack, subjectOf, unscaled } from "./head";
import { type Chapter, knownIn, type Page } from "./pages";
import type { Offered, Step } from "./paper";
import type { Statement } from "./statement";
import { partialsOf } from "./totalDifferential";
import type { SidesRead } from "./understand";

export interface Earlier {
  readonly derivation: string;
  readonly section: number;
  readonly chapter: Chapter;
  readonly paragraph: number;
  readonly display: number;
  readonly labels: readonly string[];
  readonly steps: readonly string[];
  readonly head: HeadKey | undefined;
  /** The name it gives a value to, be it within |M|² or on the right. */
  readonly subject: Expr | undefined;
  readonly fact: Fact | undefined;
  /** The definition by the last side of its chain, where that is free of the sums, integrals and limits of the first. */
  readonly closed: Closed | undefined;
  /** What a total differential says of the quantities before its differentials. */
  readonly partials: readonly Fact[];
  /** First and last side of a chain of equalities that is read in one way. */
  readonly equation: Equation | undefined;
  readonly latex: string;
  readonly where: { readonly file: string; readonly line: number };
  /** Words around it define the name for the rest of the paper. */
  readonly cued: boolean;
  /** Its first relation introduces its head. */
  readonly introduced: boolean;
  /** Words before it suppose it for a while. */
  readonly supposed: boolean;
}

export interface Closed {
  readonly fact: Fact;
  readonly latex: string;
}

/** Words that give a name for good. */
const defines =
  /\b(let|define[ds]?|defining|denot(e|es|ed|ing)|introduc\w+|where|stands? for|abbreviat\w+)\b/i;

/** Words that lead to an equation of motion. */
const ofMotion = /\b(Euler\W+Lagrange|Lagrange'?s?|Newton'?s?|Hamilton'?s?|equations? of motion)\b/;

/** `special`: it is said of a special case only, and is no fact beyond it. */
export function earlierOf(
  page: Page,
  statement: Statement,
  derivation: string,
  steps: readonly Step[],
  read: SidesRead,
  introduced: boolean,
  lineOf: (file: string, offset: number) => number,
  line: Fact | undefined,
  gives: Expr | undefined,
  special: boolean,
): Earlier {
  const [left, right] = [read.readings[0]?.[0], read.readings[0]?.[1]];
  const [first] = steps;
  const usable =
    left &&
    right &&
    !special &&
    first?.relation !== undefined &&
    /^(=|:=|≡)$/.test(first.relation) &&
    first.gaps.length === 0;
  const head = left && headKey(left);
  const fact =
    line ??
    (usable && first?.first && read.readings.length === 1
      ? (factOf(left, right) ??
        ((introduced && !saysFollows(page.lead)) || ofMotion.test(page.lead)
          ? motionOf(left, right)
          : undefined) ??
        (gives && right.kind !== "symbol" && headOf(right) === gives
          ? factOf(right, left)
          : undefined))
      : undefined);
  const equation = special ? undefined : equationOf(statement, read);
  return {
    derivation,
    section: page.section,
    chapter: page.chapter,
    paragraph: page.display.paragraph,
    display: page.at,
    labels: page.display.labels,
    steps: steps.map(({ id }) => id),
    head,
    subject: gives ?? (left && subjectOf(left)),
    fact,
    closed: closedOf(fact, equation, steps),
    partials: (usable && left && right && partialsOf(left, right)) || [],
    equation,
    latex: first ? `${first.left} ${first.relation} ${first.right}` : "",
    where: {
      file: page.display.file,
      line: lineOf(page.display.file, first?.span.start ?? page.display.span.start),
    },
    introduced: introduced && !page.supposed,
    supposed: page.supposed,
    cued:
      line !== undefined ||
      (left !== undefined && right !== undefined && isWrittenOut(left, right)) ||
      (introduced &&
        (defines.test(page.lead) ||
          defines.test(statement.words) ||
          /:=|≡/.test(first?.relation ?? ""))),
  };
}

/** Z = Σ … = 1/(2 sinh x): the last side says the same without the sum. */
function closedOf(
  fact: Fact | undefined,
  equation: Equation | undefined,
  steps: readonly Step[],
): Closed | undefined {
  const last = steps.at(-1);
  if (fact?.kind !== "definition" || equation?.left !== fact.head || !last) return undefined;
  const closed = factOf(equation.left, equation.right);
  return closed?.kind === "definition" &&
    some(fact.body, isLimiting) &&
    !some(closed.body, isLimiting)
    ? { fact: closed, latex: `${steps[0]?.left ?? ""} = ${last.right}` }
    : undefined;
}

const isLimiting = ({ kind }: Expr): boolean =>
  kind === "series" || kind === "integral" || kind === "limit";

/** γ⁰ = (1 0; 0 −1), u(p) = (√(p·σ)ξ; √(p·σ̄)ξ): the representation in which a text works. */
function isWrittenOut(left: Expr, right: Expr): boolean {
  const head = headOf(left);
  return (
    head?.kind === "symbol" &&
    /^(gamma|u-spinor|v-spinor)$/.test(head.role ?? "") &&
    some(right, (node) => node.kind === "matrix")
  );
}

/** e = g sin θ: a constant of nature in terms of names of the text. */
const isMadeOfNames = (right: Expr): boolean =>
  some(right, (node) => node.kind === "symbol" && node.role === undefined);

/** x = √(ħ/2mω)(a + a†): the same operator in other words. */
const isInQuanta = (role: string, right: Expr): boolean =>
  /^(position|momentum)-operator$/.test(role) && some(right, isLowering);

const isLowering = (node: Expr): boolean => node.kind === "symbol" && node.role === "lowering";

/** a = (π_x + iπ_y)/√(2ħeB): a ladder made of operators that have no representation of their own; a = (x + ip)/√2: of those whose commutator is known; a = ub − vc†: of other ladders. */
const isOfOthers = (role: string, right: Expr): boolean =>
  role === "lowering" &&
  (quadraturesOf(right) !== undefined || isOfUnknown(right) || some(right, isLowering));

const isOfUnknown = (right: Expr): boolean =>
  some(right, (node) => node.kind === "symbol" && node.type === "operator") &&
  !some(right, (node) => node.kind === "symbol" && node.type === "operator" && !!node.role);

/** Names that a chain gives to what it has found: A = B ≡ Q. */
export const namedBy = (
  earlier: Earlier,
  steps: readonly Step[],
  lineOf: (offset: number) => number,
): readonly Earlier[] =>
  steps.flatMap((step): readonly Earlier[] => {
    const [reading, ...others] = step.readings;
    const names = step.relation === "≡" || step.relation === ":=";
    if (!names || !reading || others.length > 0 || step.gaps.length > 0) return [];
    if (step.first && isHead(reading.left)) return [];
    const fact = isHead(reading.right) ? factOf(reading.right, reading.left) : undefined;
    if (fact?.kind !== "definition") return [];
    return [
      {
        ...earlier,
        steps: [step.id],
        head: headKey(reading.right),
        partials: [],
        subject: headOf(reading.right),
        fact,
        closed: undefined,
        equation: undefined,
        latex: `${step.right} ${step.relation} ${step.left}`,
        where: { file: earlier.where.file, line: lineOf(step.span.start) },
        introduced: true,
        cued: true,
      },
    ];
  });

function equationOf(statement: Statement, read: SidesRead): Equation | undefined {
  const [reading, ...others] = read.readings;
  const [left, right] = [reading?.[0], reading?.at(-1)];
  const whole =
    others.length === 0 &&
    read.gaps.length === 0 &&
    statement.joints.every(({ relation }) => relation === "=");
  return whole &&
    left &&
    right &&
    left !== right &&
    !some(left, isUndetermined) &&
    !some(right, isUndetermined)
    ? { left, right }
    : undefined;
}

/** An earlier equation as a definition, or as a constraint of a catalogued form; no other equation restricts samples. */
export function factOf(left: Expr, right: Expr): Fact | undefined {
  // λ_± = a ± b is one definition for each sign.
  const signed = isHead(left) && some(left, isPlusMinus);
  const isOpen = (part: Expr): boolean => isUndetermined(part) && !(signed && isPlusMinus(part));
  if (left === right || some(left, isOpen) || some(right, isOpen)) return undefined;
  const head = headOf(left);
  if (isHead(left) && head) {
    // A name with a known algebra keeps its representation.
    if (
      head.kind === "symbol" &&
      head.role !== undefined &&
      !(head.role === "physical-constant" && isMadeOfNames(right)) &&
      !isWrittenOut(left, right) &&
      !isInQuanta(head.role, right) &&
      !isOfOthers(head.role, right)
    )
      return undefined;
    return leadsBack(left, right) ? undefined : { kind: "definition", head: left, body: right };
  }
  if (isCanonical(left, right)) return { kind: "algebra", left, right };
  const fact = { kind: "constraint", left, right } as const;
  if (catalogued(fact) || isOfPower(fact)) return fact;
  // i𝓜 = … says what 𝓜 is.
  const scaled = unscaled(left);
  return scaled ? factOf(scaled.name, quotient(right, scaled.factor)) : undefined;
}

/** [a_p, a_q†], [φ(x), π(y)]: two operators whose commutator is a number. */
const isCanonical = (left: Expr, right: Expr): boolean =>
  left.kind === "bracket" &&
  left.sort !== "poisson" &&
  isLone(left.left) &&
  isLone(left.right) &&
  !some(right, isOperator);

/** One operator, with labels or arguments. */
const isLone = (side: Expr): boolean => {
  const inner = side.kind === "involution" && side.sort === "dagger" ? side.operand : side;
  const head = headOf(inner);
  return (
    ["symbol", "labelled", "call"].includes(inner.kind) && head !== undefined && isOperator(head)
  );
};

const isOperator = (part: Expr): boolean =>
  part.kind === "symbol" && part.type === "operator" && part.role !== "identity";

const isPlusMinus = ({ kind }: Expr): boolean => kind === "plus-minus";

const isUndetermined = (part: Expr): boolean =>
  part.kind === "hole" ||
  part.kind === "opaque" ||
  part.kind === "order" ||
  part.kind === "ordered" ||
  part.kind === "plus-minus";

const known = new WeakMap<Earlier, Premise>();
const knownClosed = new WeakMap<Closed, Premise>();

/** □φ = −m²φ, as the law a text gives. */
function motionOf(left: Expr, right: Expr): Fact | undefined {
  const fact = { kind: "constraint", left, right } as const;
  return isMotion(fact) ? fact : undefined;
}

/** One premise for one equation, so that its place is found again. */
export function premiseOf(other: Earlier, places: Places): Premise {
  const found = known.get(other);
  if (found) return found;
  const premise: Premise = {
    id: "stated",
    name: other.latex,
    latex: other.latex,
    source: "stated",
    facts: other.fact ? [other.fact] : other.partials,
  };
  known.set(other, premise);
  places.set(premise, other.where);
  return premise;
}

/** The same equation by the last side of its chain, to be used once every step of it holds. */
export function closedPremise(other: Earlier, places: Places): Offered["closed"] {
  const { closed, steps } = other;
  if (!closed) return undefined;
  const { fact, latex } = closed;
  const premise = knownClosed.get(closed) ?? {
    id: "stated",
    name: latex,
    latex,
    source: "stated",
    facts: [fact],
  };
  knownClosed.set(closed, premise);
  places.set(premise, other.where);
  return { premise, from: steps };
}

export type Places = Map<Premise, { readonly file: string; readonly line: number }>;

/** How many statements back are looked through; farther back only names given for good and labels count. */
const horizon = 300;

/** What has been met so far. */
export class Past {
  readonly #all: Earlier[] = [];
  readonly #lasting = new Map<Chapter, Earlier[]>();
  readonly #byLabel = new Map<string, Earlier[]>();
  readonly #within = new Map<string, readonly Earlier[]>();

  add(earlier: Earlier): void {
    this.#all.push(earlier);
    this.#within.clear();
    if (earlier.cued)
      this.#lasting.set(earlier.chapter, [...(this.#lasting.get(earlier.chapter) ?? []), earlier]);
    for (const label of earlier.labels)
      this.#byLabel.set(label, [...(this.#byLabel.get(label) ?? []), earlier]);
  }

  /** The last ones, in order. */
  recent(): readonly Earlier[] {
    return this.#all.slice(-horizon);
  }

  last(): Earlier | undefined {
    return this.#all.at(-1);
  }

  /** How many there are: what is known of them holds until there is one more. */
  get size(): number {
    return this.#all.length;
  }

  /** All that may be in reach of a statement of this chapter that cites these labels, in order. */
  within(chapter: Chapter, labels: readonly string[]): readonly Earlier[] {
    const key = [chapter.number, ...labels].join(" ");
    const known = this.#within.get(key);
    if (known) return known;
    const lasting = [...this.#lasting].flatMap(([given, all]) =>
      knownIn(given, chapter) ? all : [],
    );
    const cited = labels.flatMap((label) => this.#byLabel.get(label) ?? []);
    const found = [...new Set([...lasting, ...cited, ...this.recent()])].sort(
      (a, b) => a.display - b.display,
    );
    this.#within.set(key, found);
    return found;
  }
}
