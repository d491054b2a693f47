/** Definitions that come after what they explain: “where E = …” later in a display, or in the next one. */
import type { Fact } from "../../math/expr/claim";
import type { Expr } from "../../math/expr/node";
import { some } from "../../math/expr/walk";
import { factOf } from "./earlier";
import type { Equation } from "./eliminate";
import { headKey, headOf, subjectOf } from "./head";
import type { Page } from "./pages";
import type { Statement } from "./statement";
import type { SidesRead } from "./understand";

export interface Explained {
  /** What a name stands for; none where an equation says it of a square or a quotient. */
  readonly fact: Fact | undefined;
  readonly equation: Equation;
  readonly page: Page;
  readonly statement: Statement;
}

type Read = (page: Page, statement: Statement) => SidesRead;

/** What explains statement `i` of the page at `place` from below. */
export function explainedAfter(
  pages: readonly Page[],
  place: number,
  i: number,
  read: Read,
): readonly Explained[] {
  const page = pages[place];
  if (!page) return [];
  const found = page.statements
    .slice(i + 1)
    .filter(({ words }) => saysWhere(words))
    .flatMap((statement) => explanationIn(page, statement, read) ?? []);
  const beside = besides(page, i, read);
  if (beside) found.push(beside);
  for (let next = place + 1; next < pages.length; next++) {
    const below = pages[next];
    if (!below || below.display.paragraph !== page.display.paragraph) break;
    if (!saysWhere(below.lead) && !(next > place + 1 && /^\W*and\W*$/i.test(below.lead))) break;
    found.push(...below.statements.flatMap((other) => explanationIn(below, other, read) ?? []));
  }
  const [first] = read(page, page.statements[i] as Statement).readings[0] ?? [];
  const own = first && headOf(first);
  // “x′ = γ(x − vt), with the inverse x = γ(x′ + vt′)” explains nothing.
  return own === undefined
    ? found
    : found.filter(({ equation }) => !some(equation.right, (part) => part === own));
}

/** “E = k²/2m = n²π²/2ma², \quad k = nπ/a”: what stands behind says what a name of it is, unless in terms of what it gives itself. */
function besides(page: Page, i: number, read: Read): Explained | undefined {
  const [statement, next] = page.statements.slice(i, i + 2);
  if (!statement || !next || next.words !== "" || next.cue !== undefined) return undefined;
  if (statement.joints.length < 2 || next.joints.length > 1 || statement.aside) return undefined;
  const found = explanationIn(page, next, read);
  const [sides = [], ...others] = read(page, statement).readings;
  if (found?.fact?.kind !== "definition" || others.length > 0) return undefined;
  const { head, body } = found.fact;
  const own = sides[0] && headOf(sides[0]);
  const name = headOf(head);
  const shows = (side: Expr, part: Expr | undefined): boolean =>
    some(side, (inner) => inner === part);
  const [first, ...later] = sides;
  return own &&
    name &&
    own !== name &&
    !shows(body, own) &&
    first &&
    !shows(first, name) &&
    later.slice(0, -1).some((side) => shows(side, name)) &&
    !shows(later.at(-1) ?? first, name)
    ? found
    : undefined;
}

/** “where”, “with the abbreviation”, “and we have defined”: words that announce an explanation, not a result. */
const saysWhere = (words: string): boolean =>
  (/^\W*(where|with|here|in which)\b/i.test(words) || saysDefined.test(words)) &&
  !/\b(obtain|get|gets|find|finds|becomes?|gives?|yields?|follows|hence|then|solutions?|results?|answer)\b/i.test(
    words,
  );

const saysDefined =
  /^\W*(and )?((here )?we( have|'ve)?( also| here)?|having) (defined|introduced|abbreviated|denoted)\b/i;

/** A definition, or what a square or a quotient of names is said to be: m² = λv²/2. */
function explanationIn(page: Page, statement: Statement, read: Read): Explained | undefined {
  const [joint] = statement.joints;
  if (statement.aside || !/^(=|:=|≡)$/.test(joint?.relation ?? "")) return undefined;
  const { readings, gapsOf } = read(page, statement);
  const [left, right] = readings[0] ?? [];
  if (readings.length !== 1 || !left || !right || gapsOf(0).length > 0) return undefined;
  const fact = factOf(left, right);
  const equation = { left, right };
  if (fact?.kind === "definition") return { fact, equation, page, statement };
  return statement.joints.length === 1 && headKey(left) === undefined && isAboutName(left, right)
    ? { fact: undefined, equation, page, statement }
    : undefined;
}

/** m² or q²/M, of which the other side shows nothing. */
function isAboutName(left: Expr, right: Expr): boolean {
  const factors = left.kind === "product" ? left.factors : [left];
  const names = factors.flatMap(
    (factor) => (factor.kind === "power" ? subjectOf(factor) : undefined) ?? [],
  );
  return (
    factors.every(({ kind }) => kind === "symbol" || kind === "labelled" || kind === "power") &&
    names.length > 0 &&
    names.every((name) => !some(right, (part) => part === name))
  );
}
