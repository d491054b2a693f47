/** Reading the sides of a statement together, and seeing whether its first relation introduces something. */
import type { Fact } from "../../math/expr/claim";
import { anyOperatorOf } from "../../math/expr/means";
import type { Expr } from "../../math/expr/node";
import { printExpr } from "../../math/expr/print";
import { isDifferential } from "../../math/expr/questions";
import { children, some } from "../../math/expr/walk";
import type { Context } from "../notation/context";
import type { Gap } from "../notation/gap";
import { prepare } from "../notation/prepare";
import { readSides } from "../notation/read";
import { cover } from "../text/span";
import { withBoldLabels } from "./boldLabels";
import { saysChosen, saysFollows, saysLaws, saysNamed, saysStated } from "./cue";
import type { Past } from "./earlier";
import type { Equation } from "./eliminate";
import {
  clash,
  type HeadKey,
  headKey,
  headOf,
  isHead,
  leadsBack,
  subjectOf,
  unscaled,
} from "./head";
import type { Page } from "./pages";
import { withoutRemarks } from "./remarks";
import { isJustSaid, type Stated, type StatedPremise } from "./stated";
import type { Statement } from "./statement";
import { partialsOf } from "./totalDifferential";

export interface SidesRead {
  /** Each reading gives every side. */
  readonly readings: readonly (readonly Expr[])[];
  readonly gaps: readonly Gap[];
  /** The two sides of a link in every reading; none where a side is empty. */
  pairs(link: number): readonly { readonly left: Expr; readonly right: Expr }[];
  gapsOf(link: number): readonly Gap[];
}

export function readStatementSides(statement: Statement, context: Context): SidesRead {
  const { sides } = statement;
  const { readings, gaps } = readSafely(statement, context);
  const within = (gap: Gap, side: number): boolean => {
    const span = sides[side]?.span;
    return span !== undefined && gap.span.start >= span.start && gap.span.end <= span.end;
  };
  return {
    readings,
    gaps,
    pairs(link) {
      if ([link, link + 1].some((side) => (sides[side]?.nodes.length ?? 0) === 0)) return [];
      const pairs: { left: Expr; right: Expr }[] = [];
      for (const reading of readings) {
        const [left, right] = [reading[link], reading[link + 1]];
        if (left && right && !pairs.some((pair) => pair.left === left && pair.right === right))
          pairs.push({ left, right });
      }
      return pairs;
    },
    gapsOf: (link) =>
      gaps.filter(
        (gap) =>
          within(gap, link) || within(gap, link + 1) || !sides.some((_, side) => within(gap, side)),
      ),
  };
}

/** A fault of the reader costs one statement, not the paper. */
function readSafely({ sides }: Statement, context: Context): Pick<SidesRead, "readings" | "gaps"> {
  try {
    const { readings, gaps } = readSides(
      sides.map(({ nodes }) => prepare(nodes)),
      context,
    );
    return {
      readings: readings.map((reading) => withBoldLabels(reading.map(withoutRemarks))),
      gaps,
    };
  } catch (error) {
    const span = sides.map((side) => side.span).reduce(cover);
    return { readings: [], gaps: [{ span, token: "…", why: `the reader failed: ${error}` }] };
  }
}

/** A head not defined before in reach, a defining sign, or words that say so. */
export function introduces(
  page: Page,
  statement: Statement,
  i: number,
  read: SidesRead,
  past: Past,
  stated: Stated,
): boolean {
  const relation = statement.joints[0]?.relation;
  if (relation === ":=" || relation === "≡") return true;
  if (statement.aside) return false;
  if (statement.cue === "introduces" || saysStated(statement.words)) return true;
  if ((i === 0 && (saysStated(page.lead) || saysNamed(page.lead))) || saysLaws(page.lead))
    return true;
  const [left, right] = read.readings[0] ?? [];
  if (left && right && anyOperatorOf(left, right)) return true;
  const isDefined = (name: HeadKey): boolean =>
    past
      .recent()
      .some(
        (other) =>
          other.section === page.section &&
          other.head &&
          clash(other.head, name) &&
          !(other.fact?.kind === "definition" && saysAgain(other.fact, left, right)),
      ) || isSaid(name, stated.premisesFor(page));
  const isSaid = (name: HeadKey, said: readonly StatedPremise[]): boolean =>
    !page.supposed &&
    definitionsBefore(page, said).some((fact) => {
      const key = headKey(fact.head);
      const isAlike = fact.head.kind === left?.kind;
      return isAlike && key !== undefined && clash(key, name) && !saysAgain(fact, left, right);
    });
  if (left && right && partialsOf(left, right)) {
    // dF = −S dT − p dV follows, where F = U − TS stands above.
    const potential = isDifferential(left) ? headKey(children(left)[0] ?? left) : undefined;
    return !potential || !(isDefined(potential) || isSaid(potential, stated.farFor(page)));
  }
  const key = left && headKey(left);
  return (
    key !== undefined &&
    !isDefined(key) &&
    !(left && isConcluded(page, left, past, stated)) &&
    !(left && right && isSolved(page, left, right, past, stated))
  );
}

/** $I = V/R$ where $V = IR$ stands above: the name is an old one, what the line says of it has to follow. */
function isSolved(page: Page, name: Expr, right: Expr, past: Past, stated: Stated): boolean {
  if (name.kind !== "symbol" && name.kind !== "labelled") return false;
  const before = past
    .recent()
    .filter((other) => other.section === page.section && other.display !== page.at)
    .flatMap(({ fact }) => fact ?? []);
  const said = stated
    .premisesFor(page)
    .filter((one) => isJustSaid(one, page))
    .flatMap(({ premise }) => premise.facts);
  return [...before, ...said].some(
    (fact) =>
      fact.kind === "definition" &&
      some(fact.body, (part) => part === name) &&
      some(right, (part) => part === fact.head),
  );
}

/** “Hence $t = …$”, where what stands around is an equation for $t$. */
function isConcluded(page: Page, name: Expr, past: Past, stated: Stated): boolean {
  if (headOf(name) === undefined || isSlope(name)) return false;
  if (!saysFollows(page.lead) || saysChosen(page.lead)) return false;
  // A domain may be a habit of the formula alone.
  const printed = printExpr(name);
  const isIt = (part: Expr): boolean => part.kind === name.kind && printExpr(part) === printed;
  const shows = ({ left, right }: Equation): boolean =>
    [left, right].some((side) => some(side, isIt));
  return (
    stated.equationsFor(page).some(({ equation, passing }) => !passing && shows(equation)) ||
    past
      .recent()
      .some(
        ({ paragraph, section, equation, fact }) =>
          paragraph === page.display.paragraph &&
          section === page.section &&
          fact === undefined &&
          equation !== undefined &&
          shows(equation),
      )
  );
}

/** S₁′(x). */
const isSlope = (name: Expr): boolean => name.kind === "call" && name.head.kind === "primed";

/** What was said before that names stand for. */
const definitionsBefore = (page: Page, said: readonly StatedPremise[]): readonly Definition[] =>
  said
    .filter((one) => isJustSaid(one, page))
    .flatMap(({ premise: { facts } }) => facts.filter(isDefinition))
    .filter(({ body }) => body.kind !== "num");

const isDefinition = (fact: Fact): fact is Definition => fact.kind === "definition";

type Definition = Extract<Fact, { readonly kind: "definition" }>;

/** The same definition once more. */
const saysAgain = (
  { head, body }: { readonly head: Expr; readonly body: Expr },
  left: Expr | undefined,
  right: Expr | undefined,
): boolean => head === left && body === right;

/** The name a first relation gives a value to, met here for the first time: |M|² = …, dσ/dΩ = …, … = j^ν. */
export function givenIn(
  page: Page,
  { readings }: SidesRead,
  past: Past,
  stated: Stated,
): Expr | undefined {
  const [start] = readings[0] ?? [];
  if (start && isConcluded(page, start, past, stated)) return undefined;
  const before = past.recent().filter(({ section }) => section === page.section);
  const isKnown = (name: Expr): boolean => before.some(({ subject }) => subject === name);
  const isMet = (key: HeadKey | undefined): boolean =>
    before.some(({ head, fact }) => {
      const met = head ?? (fact?.kind === "definition" ? headKey(fact.head) : undefined);
      return met && key && clash(met, key);
    });
  const about = (name: Expr | undefined, other: Expr): Expr | undefined =>
    name && !isKnown(name) && !some(other, (part) => part === name) ? name : undefined;
  const [name, ...others] = readings.map(([left, right]) => {
    if (!left || !right) return undefined;
    const name = unscaled(left)?.name;
    if (name && !isMet(headKey(name)) && !leadsBack(name, right)) return headOf(name);
    const subject = subjectOf(left);
    return subject || !isHead(right) ? about(subject, right) : about(nameOf(right), left);
  });
  return others.every((other) => other === name) ? name : undefined;
}

const nameOf = (side: Expr): Expr | undefined => {
  const head = headOf(side);
  return head?.kind === "symbol" && head.role !== undefined ? undefined : head;
};
