/** Judges one claimed identity that stands alone, or each link of a chain. */
import { forgetAttempts } from "../math/evaluate/constraints/motions";
import type { Claim } from "../math/expr/claim";
import type { Expr, Relation } from "../math/expr/node";
import { printStatement } from "../math/expr/printStatement";
import { some } from "../math/expr/walk";
import { catalogue } from "../math/premise/catalogue";
import { parseFormula } from "../paper/latex/formula";
import { readStatement, type Statement } from "../paper/notation/read";
import type { Judgement } from "../protocol/review";
import { assumed } from "./assumed";
import { contextOf } from "./context";
import { explain } from "./explain";
import { conventionsOf, type Item, macrosOf } from "./item";
import { judgeSafely } from "./judgeSafely";
import { impatience } from "./patience";
import { judged, unread } from "./toData";

export interface VerifyOptions {
  readonly seed?: number;
  /** Thousands of evaluations. */
  readonly budget?: number;
}

interface GapPlace {
  readonly start: number;
  readonly end: number;
  readonly token: string;
}

export interface LinkData extends Judgement {
  readonly message: string;
}

export interface JudgementData extends LinkData {
  readonly links?: readonly LinkData[];
  readonly gaps?: readonly GapPlace[];
}

export function verifyItem(item: Item, options: VerifyOptions = {}): JudgementData {
  const began = performance.now();
  forgetAttempts();
  const macros = macrosOf(item.macros);
  const { nodes, problems } = parseFormula(item.latex, macros);
  const context = contextOf(nodes, item.assume ?? [], macros, conventionsOf(item));
  const {
    premises,
    unread: unreadPremises,
    conventions,
  } = assumed(item.assume ?? [], context, macros);
  const statement = readStatement(nodes, { ...context, conventions });
  const gaps = statement.gaps.map(({ span, token }) => ({ ...span, token }));
  const fault = problems[0]?.what ?? missing(statement);
  if (fault !== undefined || gaps.length > 0) {
    const detail = fault ?? `${gaps.map(({ token }) => token).join(", ")} is not covered`;
    return { ...link(unread(detail), statement, 0, began, unreadPremises), gaps };
  }
  const claimOf = (sides: readonly Expr[], at: number): Claim => ({
    left: sides[at] as Expr,
    relation: statement.relations[at] as Relation,
    right: sides[at + 1] as Expr,
    given: premises,
    conventions,
  });
  let start = began;
  const links = statement.relations.map((_, at) => {
    const { verdict } = judgeSafely(
      distinct(statement.readings.map((sides) => claimOf(sides, at))),
      {
        mode: "verify",
        seed: options.seed ?? 1,
        budget: options.budget ?? 20,
        ...(item.premises === "none" ? {} : { catalogue }),
        unreadPremises: unreadPremises.length > 0,
        stop: impatience(),
      },
    );
    const data = link(
      judged(verdict, () => null),
      statement,
      at,
      start,
      unreadPremises,
    );
    start = performance.now();
    return data;
  });
  const worst = links.reduce((a, b) => (rank(b) < rank(a) ? b : a));
  return links.length === 1
    ? worst
    : { ...worst, ms: Math.round((performance.now() - began) * 10) / 10, links };
}

/** The order in which the verdict of a chain is the worst of its links. */
const order = ["refuted", "unread", "open", "agrees", "proved"];
const rank = ({ verdict }: Judgement): number => order.indexOf(verdict);

const missing = ({ relations, readings }: Statement): string | undefined => {
  if (relations.length === 0) return "there is no relation, so nothing is claimed";
  const empty = readings.some((sides) =>
    sides.some((side) => some(side, ({ kind }) => kind === "hole")),
  );
  return empty ? "one side is empty or not covered" : undefined;
};

const distinct = (claims: readonly Claim[]): readonly Claim[] =>
  claims.filter(
    (claim, i) =>
      claims.findIndex(({ left, right }) => left === claim.left && right === claim.right) === i,
  );

function link(
  data: Omit<Judgement, "readAs" | "ms" | "unreadPremises">,
  { readings, relations }: Statement,
  at: number,
  began: number,
  unreadPremises: readonly string[],
): LinkData {
  const whole = { ...data, unreadPremises };
  const [left, right] = [readings[0]?.[at], readings[0]?.[at + 1]];
  const sides = [left, right].filter((side) => side !== undefined);
  const readAs = left ? printStatement(sides, relations.slice(at)) : "";
  return {
    ...whole,
    readAs,
    message: explain(whole),
    ms: Math.round((performance.now() - began) * 10) / 10,
  };
}
