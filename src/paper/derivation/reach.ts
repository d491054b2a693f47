/** Which stated facts and earlier equations a step may use: DESIGN's rules of reach and of soundness. */
import type { Fact, Premise } from "../../math/expr/claim";
import { isMotion } from "../../math/expr/motion";
import type { Expr } from "../../math/expr/node";
import { printExpr } from "../../math/expr/print";
import { some } from "../../math/expr/walk";
import { isPowerGiven } from "./catalogued";
import { concerns } from "./concerns";
import { contradicts, isTelling } from "./contradicts";
import { closedPremise, type Earlier, type Past, type Places, premiseOf } from "./earlier";
import { fits } from "./fitting";
import { clash, type HeadKey, headKey, headOf, isContracted, isSigned, lettersOf } from "./head";
import { type Chapter, knownIn, type Page } from "./pages";
import type { Offered, Step } from "./paper";
import { relevant } from "./relevant";
import { isJustSaid, type Stated } from "./stated";
import type { Statement } from "./statement";
import type { SidesRead } from "./understand";

export interface Scope {
  readonly page: Page;
  readonly derivation: string;
  readonly statement: Statement;
  readonly read: SidesRead;
  readonly first: boolean;
  /** Definitions that come after it: “where …”. */
  readonly ahead: readonly { readonly premise: Premise; readonly at: number }[];
}

export interface Reach {
  readonly premises: readonly Premise[];
  readonly far: Step["far"];
  readonly unread: readonly string[];
  readonly candidates: Step["candidates"];
  /** What is stated, near or farther, of the names these sides show. */
  about(sides: readonly Expr[]): Step["far"];
}

/** `formula`: the statement as typed. */
export function reachable(
  scope: Scope,
  formula: string,
  stated: Stated,
  past: Past,
  places: Places,
): Reach {
  const { page, read } = scope;
  const first = read.readings[0] ?? [];
  const own =
    first[0] && !isContracted(first[0]) && !isPrimed(first[0])
      ? (headKey(first[0]) ?? powerKey(first[0]))
      : undefined;
  const inReach = stated.premisesFor(page);
  const isFitting = ({ premise }: Offer): boolean =>
    premise.facts.every((fact) => fits(fact, first) && (scope.first || !isAbout(fact, first[0])));
  const offered: Offer[] = [
    ...past
      .within(page.chapter, [...page.cites, ...citedIn(scope.statement)])
      .filter((other) => (other.fact || other.partials.length > 0) && reaches(other, scope))
      .map((other) => offerOf(other, places)),
    ...[...inReach, ...scope.ahead].map(({ premise, at }) => ({ premise, from: undefined, at })),
  ].sort((a, b) => closeness(a.at, page.at) - closeness(b.at, page.at));
  const near = new Set(offered.map(({ premise }) => premise));
  const distant = [
    ...definedFar(scope, past, places),
    ...stated.farFor(page).map(({ premise, at }): Offer => ({ premise, from: undefined, at })),
  ]
    .filter((offer) => !near.has(offer.premise) && isFitting(offer))
    .sort((a, b) => a.at - b.at);
  const isElsewhere = [...offered, ...distant].some(({ premise }) =>
    premise.facts.some((fact) => fact.kind === "definition" && isAtOtherPlace(first[0], fact.head)),
  );
  const subject = isElsewhere ? undefined : own;
  const apart = (offers: readonly Offer[]): readonly Offer[] =>
    withoutInverses(
      withoutRivals(
        withoutContradicted(withoutOthers(withoutOwnSquare(offers, first), first)),
        subject,
      ),
    );
  const kept = apart(offered.filter(isFitting));
  const needed = relevant(kept, first);
  const both = apart([...distant, ...kept]);
  const reached = relevant(both, first).filter(
    ({ premise }) => !needed.some((one) => one.premise === premise),
  );
  return {
    premises: needed.flatMap(({ premise, from }) => (from === undefined ? [premise] : [])),
    far: reached.map(ofStep),
    unread: stated
      .unreadFor(page)
      .filter((said) =>
        [formula, ...needed.map(({ premise }) => premise.latex)].some((one) => concerns(said, one)),
      ),
    candidates: needed.flatMap(({ premise, from, closed, instead }) =>
      from === undefined ? [] : [{ from, premise, closed, instead }],
    ),
    about: (sides) => relevant(both, sides).map(ofStep),
  };
}

/** A law of motion for the very side a chain begins with: one more way to write it. */
const isAbout = (fact: Fact, start: Expr | undefined): boolean =>
  fact.kind === "constraint" &&
  isMotion(fact) &&
  start !== undefined &&
  [fact.left, fact.right].some((side) => printExpr(side) === printExpr(start));

const ofStep = ({ premise, from, closed, instead }: Offer): Step["far"][number] =>
  from === undefined ? { premise } : { premise, from, closed, instead };

const offerOf = (other: Earlier, places: Places): Offer => ({
  premise: premiseOf(other, places),
  closed: closedPremise(other, places),
  from: other.steps[0] ?? "",
  introduced: other.introduced,
  at: other.display,
});

/** What is said afterwards of a formula is said of it; the rest is the closer the later it stands. */
const closeness = (at: number, here: number): number => (at <= here ? at : here + 1 / (at - here));

interface Offer {
  readonly premise: Premise;
  /** The step it comes from; undefined for what prose and comments state. */
  readonly from: string | undefined;
  readonly closed?: Offered["closed"];
  readonly instead?: Offered["instead"];
  /** Its equation introduced the name. */
  readonly introduced?: boolean;
  readonly at: number;
}

/** The derivation and its paragraph; farther for definitions said to be such, and for what is cited. */
function reaches(other: Earlier, { page, derivation, statement }: Scope): boolean {
  if (other.derivation === derivation || other.display === page.at) return true;
  if (other.paragraph === page.display.paragraph && other.section === page.section) return true;
  const named = (label: string): boolean =>
    page.cites.includes(label) || citedIn(statement).includes(label);
  if (other.labels.some(named)) return true;
  const lasts =
    other.fact?.kind === "line-element" ||
    (other.fact?.kind === "definition" && other.fact.body.kind !== "num");
  return other.cued && lasts && knownIn(other.chapter, page.chapter);
}

/** The last definition of the head of a statement, in its section or cited, where it is another one. */
export function definedBefore(
  scope: Scope,
  stated: Stated,
  past: Past,
  places: Places,
): Step["definedBefore"] {
  const [left, right] = scope.read.readings[0] ?? [];
  if (!scope.first || !left || !right) return undefined;
  const { page } = scope;
  const other = past
    .within(page.chapter, [...page.cites, ...citedIn(scope.statement)])
    .findLast(
      (earlier) =>
        earlier.fact?.kind === "definition" &&
        earlier.fact.head === left &&
        (earlier.section === page.section || reaches(earlier, scope)),
    );
  const [from] = other?.steps ?? [];
  if (other?.fact?.kind !== "definition" || from === undefined) return saidBefore(scope, stated);
  return other.fact.body === right ? undefined : { premise: premiseOf(other, places), from };
}

/** What the paragraph said before that the name stands for. */
function saidBefore({ page, read }: Scope, stated: Stated): Step["definedBefore"] {
  const [left, right] = read.readings[0] ?? [];
  if (page.supposed) return undefined;
  return stated
    .premisesFor(page)
    .filter((said) => isJustSaid(said, page))
    .findLast(({ premise: { facts } }) =>
      facts.some(
        (fact) =>
          fact.kind === "definition" &&
          fact.head === left &&
          fact.body !== right &&
          fact.body.kind !== "num",
      ),
    );
}

/** What is said of every E_n, where a statement begins with E_2. */
export function familyOf(
  { readings: [reading] }: SidesRead,
  { premises, far, candidates }: Reach,
): Step["far"][number] | undefined {
  const own = reading?.[0] && headKey(reading[0]);
  if (own?.member?.kind !== "labelled") return undefined;
  const offered = [...far, ...candidates, ...premises.map((premise) => ({ premise }))];
  return offered.findLast(({ premise }) =>
    premise.facts.some((fact) => {
      const key = fact.kind === "definition" ? headKey(fact.head) : undefined;
      return (
        key?.head === own.head &&
        key.family === true &&
        fact.kind === "definition" &&
        isFamily(fact.head, own)
      );
    }),
  );
}

const isFamily = (head: Expr, { member }: HeadKey): boolean =>
  head.kind === "labelled" &&
  member?.kind === "labelled" &&
  head.labels.length === member.labels.length &&
  head.labels.every((label) => label.kind === "symbol");

/** Names the same chapter introduces by an equation, out of reach: those it introduces once, and not to give them a value for a while. */
function definedFar({ page: { chapter } }: Scope, past: Past, places: Places): readonly Offer[] {
  const known = farKnown.get(past);
  if (known?.size === past.size && known.chapter === chapter) return known.offers;
  const offers = offersFrom(chapter, past, places);
  farKnown.set(past, { size: past.size, chapter, offers });
  return offers;
}

const farKnown = new WeakMap<
  Past,
  { readonly size: number; readonly chapter: Chapter; readonly offers: readonly Offer[] }
>();

function offersFrom(chapter: Chapter, past: Past, places: Places): readonly Offer[] {
  const here = past.recent().filter((other) => knownIn(other.chapter, chapter));
  const introduced = here.filter((other) => other.introduced);
  const byHead = new Map<Expr, Earlier[]>();
  for (const other of here)
    if (other.head) byHead.set(other.head.head, [...(byHead.get(other.head.head) ?? []), other]);
  return introduced.flatMap((other): readonly Offer[] => {
    const { fact, head } = other;
    const offer = offerOf(other, places);
    if (fact?.kind === "algebra")
      return introduced.some(
        (rival) => rival !== other && rival.fact !== undefined && contradicts(rival.fact, fact),
      )
        ? []
        : [offer];
    if (fact?.kind !== "definition" || !head || fact.body.kind === "num") return [];
    const rivals = byHead
      .get(head.head)
      ?.some(
        (rival) =>
          rival !== other &&
          rival.head &&
          clash(rival.head, head) &&
          !sameDefinition(rival.fact, fact),
      );
    return rivals ? [] : [offer];
  });
}

const sameDefinition = (a: Fact | undefined, b: Fact): boolean =>
  a?.kind === "definition" && b.kind === "definition" && a.head === b.head && a.body === b.body;

/** Labels in `\stackrel{\eqref{x}}{=}` and `\text{by \eqref{x}}`. */
export function citedIn(statement: Statement): readonly string[] {
  const known = cited.get(statement);
  if (known) return known;
  const over = statement.joints.flatMap(({ annotation }) =>
    annotation.map((node) => (node.kind === "words" ? node.text : "")),
  );
  const found = [...`${statement.words} ${over.join(" ")}`.matchAll(/ref\{([^}]*)\}/g)].map(
    (match) => match[1] ?? "",
  );
  cited.set(statement, found);
  return found;
}

const cited = new WeakMap<Statement, readonly string[]>();

/** What the text says otherwise nearer by; a line that is judged itself takes nothing away. */
function withoutContradicted(offered: readonly Offer[]): readonly Offer[] {
  const said = offered.filter(({ from }) => from === undefined);
  const telling = said.filter(({ premise }) => premise.facts.some(isTelling));
  if (telling.length === 0 && !offered.some(({ premise }) => premise.facts.some(isTelling)))
    return offered;
  const places = new Map(offered.map((offer, i) => [offer, i]));
  return offered.filter(({ premise: { facts } }, i) => {
    const others = facts.some(isTelling) ? said : telling;
    return !others.some(
      (other) =>
        (places.get(other) ?? 0) > i &&
        other.premise.facts.some((later) => facts.some((fact) => contradicts(fact, later))),
    );
  });
}

/** Of several definitions of one name the nearest; none of the name the chain itself is about. */
function withoutRivals(offered: readonly Offer[], own: HeadKey | undefined): readonly Offer[] {
  const taken = new Map<Expr | string, HeadKey[]>();
  if (own) taken.set(lettersOf(own.head), [own]);
  let line = false;
  const before = new Map<Offer, Offered["instead"]>();
  const later = new Map<Expr, Offer>();
  const kept = offered.toReversed().filter((offer) => {
    const keys = keysOf(offer);
    const rival = keys.some((key) =>
      taken
        .get(lettersOf(key.head))
        ?.some(
          (other) =>
            (clash(key, other) && !isMember(other, key)) || (other !== own && isSigned(key, other)),
        ),
    );
    for (const { head } of keys) {
      const nearer = later.get(head);
      if (!nearer) later.set(head, offer);
      else if (offer.introduced && offer.from && !before.has(nearer))
        before.set(nearer, { premise: offer.premise, from: offer.from });
    }
    for (const key of keys) {
      const known = taken.get(lettersOf(key.head));
      if (known) known.push(key);
      else taken.set(lettersOf(key.head), [key]);
    }
    if (!isLine(offer)) return !rival;
    const first = !line;
    line = true;
    return first;
  });
  return kept.toReversed().map((offer) => {
    const instead = before.get(offer);
    return instead ? { ...offer, instead } : offer;
  });
}

/** r = √(x² + y²) follows from x = r cos θ, y = r sin θ: with them it says nothing new, and leads in circles. */
const withoutInverses = (offered: readonly Offer[]): readonly Offer[] =>
  offered.filter(
    (offer) =>
      offer.introduced !== false ||
      !offered.some((other) => leadsTo(offer, other) && leadsTo(other, offer)),
  );

const leadsTo = (offer: Offer, other: Offer): boolean =>
  offer !== other &&
  offer.premise.facts.some(
    (fact) =>
      fact.kind === "definition" &&
      // S = −∂F/∂T beside F = U − TS is no circle.
      !some(fact.body, ({ kind }) => kind === "derivative") &&
      other.premise.facts.some(
        (known) => known.kind === "definition" && some(fact.body, (part) => part === known.head),
      ),
  );

/** k = √(iω) is not told by k² = iω, which leaves its sign open. */
const withoutOwnSquare = (offered: readonly Offer[], [start]: readonly Expr[]): readonly Offer[] =>
  offered.filter(
    ({ premise: { facts } }) =>
      !facts.some((fact) => isPowerGiven(fact) && isPowerOf(fact.left, start)),
  );

const isPowerOf = (side: Expr, base: Expr | undefined): boolean =>
  side.kind === "power" && side.base === base;

/** What E_0 is matters to no statement about E_1 where it is said what E_n is. */
function withoutOthers(offered: readonly Offer[], sides: readonly Expr[]): readonly Offer[] {
  const general = new Set(
    offered
      .flatMap(keysOf)
      .filter(({ member }) => member === undefined)
      .map(({ head }) => head),
  );
  return offered.filter((offer) =>
    keysOf(offer).every(
      ({ head, member }) =>
        member?.kind !== "labelled" ||
        !general.has(head) ||
        sides.some((side) => some(side, (part) => part === member)),
    ),
  );
}

/** What E_1 is, and what every E_n is: the one goes before the other. */
const isMember = (one: HeadKey, general: HeadKey): boolean =>
  general.member === undefined && one.member?.kind === "labelled";

/** V′(r) is another quantity than V(r). */
const isPrimed = (expr: Expr): boolean =>
  expr.kind === "primed" || (expr.kind === "call" && expr.head.kind === "primed");

/** V(a), and a bare V, follow from what V(r) is. */
const isAtOtherPlace = (left: Expr | undefined, head: Expr): boolean =>
  head.kind === "call" &&
  (left?.kind === "call"
    ? left.head === head.head &&
      left.args.length === head.args.length &&
      left.args.some((arg, i) => arg !== head.args[i])
    : left === head.head);

function keysOf({ premise }: Offer): readonly HeadKey[] {
  const known = keysKnown.get(premise);
  if (known) return known;
  const keys = premise.facts
    .flatMap((fact) => {
      if (fact.kind === "definition") return [headKey(fact.head)];
      return isPowerGiven(fact) ? [powerKey(fact.left)] : [];
    })
    .filter((key) => key !== undefined);
  keysKnown.set(premise, keys);
  return keys;
}

/** q² is told once, as q is. */
const powerKey = (side: Expr): HeadKey | undefined =>
  side.kind === "power" ? { head: side, member: undefined } : undefined;

const keysKnown = new WeakMap<Premise, readonly HeadKey[]>();

const isLine = ({ premise }: Offer): boolean =>
  premise.facts.some(({ kind }) => kind === "line-element");
