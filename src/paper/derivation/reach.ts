/** Which stated facts and earlier equations a step may use: DESIGN's rules of reach and of soundness. */
import type { Fact, Premise } from "../../math/expr/claim";
import type { Expr } from "../../math/expr/node";
import { children, nodes, some } from "../../math/expr/walk";
import { catalogued } from "./catalogued";
import { type Equation, eliminate } from "./eliminate";
import { clash, type HeadKey, headKey, headOf, isHead, leadsBack } from "./head";
import { type Chapter, knownIn, type Page } from "./pages";
import type { Step } from "./paper";
import type { Stated } from "./stated";
import type { Statement } from "./statement";
import type { SidesRead } from "./understand";

/** A statement already met. */
export interface Earlier {
  readonly derivation: string;
  readonly section: number;
  readonly chapter: Chapter;
  readonly paragraph: number;
  readonly display: number;
  readonly labels: readonly string[];
  readonly steps: readonly string[];
  readonly head: HeadKey | undefined;
  readonly fact: Fact | undefined;
  /** First and last side of a chain of equalities that is read in one way. */
  readonly equation: Equation | undefined;
  readonly latex: string;
  readonly where: { readonly file: string; readonly line: number };
  /** Words around it define the name for the rest of the paper. */
  readonly cued: boolean;
}

/** Words that give a name for good. */
const defines =
  /\b(let|define[ds]?|defining|denot(e|es|ed|ing)|introduc\w+|where|stands? for|abbreviat\w+)\b/i;

export function earlierOf(
  page: Page,
  statement: Statement,
  derivation: string,
  steps: readonly Step[],
  read: SidesRead,
  introduced: boolean,
  lineOf: (file: string, offset: number) => number,
  line: Fact | undefined,
): Earlier {
  const [left, right] = [read.readings[0]?.[0], read.readings[0]?.[1]];
  const [first] = steps;
  const usable =
    left &&
    right &&
    first?.relation !== undefined &&
    /^(=|:=|≡)$/.test(first.relation) &&
    first.gaps.length === 0;
  const head = left && headKey(left);
  return {
    derivation,
    section: page.section,
    chapter: page.chapter,
    paragraph: page.display.paragraph,
    display: page.at,
    labels: page.display.labels,
    steps: steps.map(({ id }) => id),
    head,
    fact:
      line ??
      (usable && first?.first && read.readings.length === 1 ? factOf(left, right) : undefined),
    equation: equationOf(statement, read),
    latex: first ? `${first.left} ${first.relation} ${first.right}` : "",
    where: {
      file: page.display.file,
      line: lineOf(page.display.file, first?.span.start ?? page.display.span.start),
    },
    cued:
      line !== undefined ||
      (introduced &&
        (defines.test(page.lead) ||
          defines.test(statement.words) ||
          /:=|≡/.test(first?.relation ?? ""))),
  };
}

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

/** What the equations straight above give when each is solved for a name: a step said to follow is judged with it. */
export function eliminated(
  scope: Scope,
  reach: Reach,
  earlier: readonly Earlier[],
  places: Places,
): readonly Premise[] {
  const { page, read } = scope;
  const [sides = []] = read.readings;
  const previous = earlier.at(-1);
  const above = earlier
    .filter((other) => other.display === previous?.display || other.display === page.at)
    .slice(-3)
    .filter(({ fact }) => fact === undefined);
  const avoid = new Set<Expr>();
  const own = sides[0] && headKey(sides[0])?.head;
  if (own) avoid.add(own);
  for (const { facts } of [...reach.premises, ...reach.candidates.map(({ premise }) => premise)])
    for (const fact of facts)
      if (fact.kind === "definition")
        for (const part of [...nodes(fact.head), ...nodes(fact.body)]) avoid.add(part);
  const equations = above.flatMap(({ equation }) => (equation ? [equation] : []));
  const facts = eliminate(equations, sides, avoid);
  if (facts.length === 0) return [];
  const latex = above.map((other) => other.latex).join(", ");
  const premise: Premise = { id: "stated", name: latex, latex, source: "stated", facts };
  const [first] = above;
  if (first) places.set(premise, first.where);
  return [premise];
}

/** An earlier equation as a definition, or as a constraint of a catalogued form; no other equation restricts samples. */
function factOf(left: Expr, right: Expr): Fact | undefined {
  if (left === right || some(left, isUndetermined) || some(right, isUndetermined)) return undefined;
  const head = headOf(left);
  if (isHead(left) && head) {
    // A name with a known algebra keeps its representation.
    if (head.kind === "symbol" && head.role !== undefined) return undefined;
    return leadsBack(left, right) ? undefined : { kind: "definition", head: left, body: right };
  }
  const fact: Fact = { kind: "constraint", left, right };
  return catalogued(fact) ? fact : undefined;
}

const isUndetermined = (part: Expr): boolean =>
  part.kind === "hole" ||
  part.kind === "opaque" ||
  part.kind === "order" ||
  part.kind === "plus-minus";

export interface Scope {
  readonly page: Page;
  readonly derivation: string;
  readonly statement: Statement;
  readonly read: SidesRead;
  readonly first: boolean;
}

export interface Reach {
  readonly premises: readonly Premise[];
  readonly unread: readonly string[];
  readonly candidates: Step["candidates"];
}

type Places = Map<Premise, { readonly file: string; readonly line: number }>;

export function reachable(
  scope: Scope,
  stated: Stated,
  earlier: readonly Earlier[],
  places: Places,
): Reach {
  const { page, read } = scope;
  const first = read.readings[0] ?? [];
  const own = first[0] && headKey(first[0]);
  const inReach = stated.premises.filter((each) => each.reaches(page));
  const offered: Offer[] = [
    ...earlier
      .filter((other) => other.fact !== undefined && reaches(other, scope))
      .map((other) => ({
        premise: premiseOf(other, places),
        from: other.steps[0] ?? "",
        at: other.display,
      })),
    ...inReach.map(({ premise, at }) => ({ premise, from: undefined, at })),
  ].sort((a, b) => a.at - b.at);
  const kept = withoutRivals(offered, own);
  const needed = relevant(kept, first);
  return {
    premises: needed.flatMap(({ premise, from }) => (from === undefined ? [premise] : [])),
    unread: stated.unread.filter((each) => each.reaches(page)).map(({ latex }) => latex),
    candidates: needed.flatMap(({ premise, from }) =>
      from === undefined ? [] : [{ from, premise }],
    ),
  };
}

interface Offer {
  readonly premise: Premise;
  /** The step it comes from; undefined for what prose and comments state. */
  readonly from: string | undefined;
  readonly at: number;
}

/** The derivation and its paragraph; farther for definitions said to be such, and for what is cited. */
function reaches(other: Earlier, { page, derivation, statement }: Scope): boolean {
  if (other.derivation === derivation || other.display === page.at) return true;
  if (other.paragraph === page.display.paragraph && other.section === page.section) return true;
  if (other.labels.some((label) => page.cites.includes(label) || cites(statement, label)))
    return true;
  const lasts = other.fact?.kind === "definition" || other.fact?.kind === "line-element";
  return other.cued && lasts && knownIn(other.chapter, page.chapter);
}

/** `\stackrel{\eqref{x}}{=}`, `\text{by \eqref{x}}`. */
const cites = ({ joints, words }: Statement, label: string): boolean =>
  `${words} ${joints.flatMap(({ annotation }) => annotation.map((node) => (node.kind === "words" ? node.text : ""))).join(" ")}`.includes(
    `{${label}}`,
  );

/** Of several definitions of one name the nearest; none of the name the chain itself is about. */
function withoutRivals(offered: readonly Offer[], own: HeadKey | undefined): readonly Offer[] {
  const keys = (offer: Offer): readonly HeadKey[] =>
    offer.premise.facts
      .flatMap((fact) => (fact.kind === "definition" ? [headKey(fact.head)] : []))
      .filter((key) => key !== undefined);
  return offered.filter((offer, i) => {
    const mine = keys(offer);
    const rivals = [...(own ? [own] : []), ...offered.slice(i + 1).flatMap(keys)];
    if (isLine(offer) && offered.slice(i + 1).some(isLine)) return false;
    return !mine.some((key) => rivals.some((rival) => clash(key, rival)));
  });
}

const isLine = ({ premise }: Offer): boolean =>
  premise.facts.some(({ kind }) => kind === "line-element");

/** Only what speaks of names the statement shows, or that facts about them bring in. */
function relevant(offered: readonly Offer[], sides: readonly Expr[]): readonly Offer[] {
  const names = new Set<string>();
  for (const side of sides) addNames(side, names);
  const kept = new Set<Offer>();
  for (let grown = true; grown; ) {
    grown = false;
    for (const offer of offered) {
      if (kept.has(offer) || !offer.premise.facts.some((fact) => speaksOf(fact, names))) continue;
      kept.add(offer);
      grown = true;
      for (const fact of offer.premise.facts)
        if (fact.kind === "definition") addNames(fact.body, names);
    }
  }
  return offered.filter((offer) => kept.has(offer));
}

/** Every name with the shape it is used in: `symbol γ` is not `tensor γ`. */
function addNames(expr: Expr, into: Set<string>): void {
  const head = expr.kind === "symbol" ? undefined : headOf(expr);
  if (head?.kind === "symbol") into.add(`${expr.kind} ${head.name}`).add(head.name);
  else if (expr.kind === "symbol") into.add(`symbol ${expr.name}`).add(expr.name);
  for (const part of children(expr)) {
    const isHeadPart = "head" in expr && expr.head === part && part.kind === "symbol";
    if (!isHeadPart) addNames(part, into);
  }
}

function speaksOf(fact: Fact, names: ReadonlySet<string>): boolean {
  const found = new Set<string>();
  switch (fact.kind) {
    case "definition": {
      const head = headOf(fact.head);
      return head?.kind !== "symbol" || names.has(`${fact.head.kind} ${head.name}`);
    }
    case "constraint":
    case "algebra":
    case "inequality":
      addNames(fact.left, found);
      addNames(fact.right, found);
      break;
    case "domain":
      addNames(fact.symbol, found);
      break;
    case "property":
      for (const each of fact.of) addNames(each, found);
      break;
    case "line-element":
      return ["tensor g", "tensor Γ", "tensor R", "tensor G", "symbol R"].some((name) =>
        names.has(name),
      );
  }
  return [...found].some((name) => !name.includes(" ") && names.has(name));
}

const known = new WeakMap<Earlier, Premise>();

/** One premise for one equation, so that its place is found again. */
function premiseOf(other: Earlier, places: Places): Premise {
  const found = known.get(other);
  if (found) return found;
  const premise: Premise = {
    id: "stated",
    name: other.latex,
    latex: other.latex,
    source: "stated",
    facts: other.fact ? [other.fact] : [],
  };
  known.set(other, premise);
  places.set(premise, other.where);
  return premise;
}
