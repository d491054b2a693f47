/** Which stated facts and earlier equations a step may use: DESIGN's rules of reach and of soundness. */
import type { Fact, Premise } from "../../math/expr/claim";
import type { Expr } from "../../math/expr/node";
import { nodes, some } from "../../math/expr/walk";
import { saysIntroduces } from "./cue";
import { headOf, isHead } from "./head";
import type { Page } from "./pages";
import type { Step } from "./paper";
import type { Stated } from "./stated";
import type { Statement } from "./statement";
import type { SidesRead } from "./understand";

/** A statement already met. */
export interface Earlier {
  readonly derivation: string;
  readonly section: number;
  readonly paragraph: number;
  readonly display: number;
  readonly labels: readonly string[];
  readonly steps: readonly string[];
  readonly head: Expr | undefined;
  readonly fact: Fact | undefined;
  readonly latex: string;
  readonly span: { readonly start: number; readonly end: number };
  readonly file: string;
  /** Words around it define the name for the rest of the paper. */
  readonly cued: boolean;
}

export function earlierOf(
  page: Page,
  statement: Statement,
  derivation: string,
  steps: readonly Step[],
  read: SidesRead,
  introduced: boolean,
): Earlier {
  const [left, right] = [read.readings[0]?.[0], read.readings[0]?.[1]];
  const [first] = steps;
  const usable =
    left &&
    right &&
    first?.relation !== undefined &&
    /^(=|:=|≡)$/.test(first.relation) &&
    first.gaps.length === 0;
  const head = left && isHead(left) ? headOf(left) : undefined;
  return {
    derivation,
    section: page.section,
    paragraph: page.display.paragraph,
    display: page.at,
    labels: page.display.labels,
    steps: steps.map(({ id }) => id),
    head,
    fact: usable && first?.first && read.readings.length === 1 ? factOf(left, right) : undefined,
    latex: first ? `${first.left} ${first.relation} ${first.right}` : "",
    span: first?.span ?? statement.sides[0]?.span ?? { start: 0, end: 0 },
    file: page.display.file,
    cued:
      introduced &&
      (saysIntroduces(page.lead) ||
        saysIntroduces(statement.words) ||
        first?.relation === ":=" ||
        first?.relation === "≡"),
  };
}

/** An earlier equation as a definition, or as a constraint of a catalogued form; no other equation restricts samples. */
function factOf(left: Expr, right: Expr): Fact | undefined {
  if (left === right || some(left, isUndetermined) || some(right, isUndetermined)) return undefined;
  const head = headOf(left);
  if (isHead(left) && head)
    return some(right, (part) => part === head)
      ? undefined
      : { kind: "definition", head: left, body: right };
  const massShell =
    left.kind === "dot" && !some(right, (part) => part.kind === "dot" || part.kind === "tensor");
  const conserved =
    left.kind === "sum" && right.kind === "sum" && [...left.terms, ...right.terms].every(isVector);
  return massShell || conserved ? { kind: "constraint", left, right } : undefined;
}

const isUndetermined = (part: Expr): boolean =>
  part.kind === "hole" ||
  part.kind === "opaque" ||
  part.kind === "order" ||
  part.kind === "plus-minus";

const isVector = (expr: Expr): boolean => {
  const head = headOf(expr);
  return head?.kind === "symbol" && (head.type === "four-vector" || head.type === "three-vector");
};

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
  const own = first[0] && isHead(first[0]) ? headOf(first[0]) : undefined;
  const inReach = stated.premises.filter((each) => each.reaches(page));
  const offered: Offer[] = [
    ...earlier
      .filter((other) => other.fact !== undefined && reaches(other, scope))
      .map((other) => ({
        premise: premiseOf(other, stated, places),
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
function reaches(other: Earlier, { page, derivation }: Scope): boolean {
  if (other.derivation === derivation || other.display === page.at) return true;
  if (other.paragraph === page.display.paragraph && other.section === page.section) return true;
  if (other.labels.some((label) => page.cites.includes(label))) return true;
  return other.cued && other.fact?.kind === "definition";
}

/** Of several definitions of one name the nearest; none of the name the chain itself is about. */
function withoutRivals(offered: readonly Offer[], own: Expr | undefined): readonly Offer[] {
  const heads = (offer: Offer): readonly Expr[] =>
    offer.premise.facts.flatMap((fact) =>
      fact.kind === "definition" ? [headOf(fact.head) ?? fact.head] : [],
    );
  return offered.filter((offer, i) => {
    const own1 = heads(offer);
    if (own !== undefined && own1.includes(own)) return false;
    return !offered.slice(i + 1).some((later) => heads(later).some((head) => own1.includes(head)));
  });
}

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

function addNames(expr: Expr, into: Set<string>): void {
  for (const part of nodes(expr)) if (part.kind === "symbol") into.add(part.name);
}

function speaksOf(fact: Fact, names: ReadonlySet<string>): boolean {
  const found = new Set<string>();
  switch (fact.kind) {
    case "definition":
      addNames(headOf(fact.head) ?? fact.head, found);
      break;
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
      return true;
  }
  return [...found].some((name) => names.has(name));
}

const known = new WeakMap<Earlier, Premise>();

/** One premise for one equation, so that its place is found again. */
function premiseOf(other: Earlier, stated: Stated, places: Places): Premise {
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
  places.set(premise, { file: other.file, line: stated.lineOf(other.file, other.span.start) });
  return premise;
}
