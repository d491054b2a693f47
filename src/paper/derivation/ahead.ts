/** Definitions that come after what they explain: “where E = …” later in a display, or in the next one. */
import type { Fact } from "../../math/expr/claim";
import { factOf } from "./earlier";
import type { Page } from "./pages";
import type { Statement } from "./statement";
import type { SidesRead } from "./understand";

export interface Explained {
  readonly fact: Fact;
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
    .flatMap((statement) => definitionIn(page, statement, read) ?? []);
  for (let next = place + 1; next < pages.length; next++) {
    const below = pages[next];
    if (!below || below.display.paragraph !== page.display.paragraph) break;
    if (!saysWhere(below.lead) && !(next > place + 1 && /^\W*and\W*$/i.test(below.lead))) break;
    found.push(...below.statements.flatMap((other) => definitionIn(below, other, read) ?? []));
  }
  return found;
}

/** “where”, “with the abbreviation”: words that announce an explanation, not a result. */
const saysWhere = (words: string): boolean =>
  /^\W*(where|with|here|in which)\b/i.test(words) &&
  !/\b(obtain|get|gets|find|finds|becomes?|gives?|yields?|follows|hence|then)\b/i.test(words);

function definitionIn(page: Page, statement: Statement, read: Read): Explained | undefined {
  const [joint] = statement.joints;
  if (statement.aside || !/^(=|:=|≡)$/.test(joint?.relation ?? "")) return undefined;
  const { readings, gapsOf } = read(page, statement);
  const [left, right] = readings[0] ?? [];
  if (readings.length !== 1 || !left || !right || gapsOf(0).length > 0) return undefined;
  const fact = factOf(left, right);
  return fact?.kind === "definition" ? { fact, page, statement } : undefined;
}
