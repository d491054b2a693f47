/** The lines that the engine finds between the two sides of a step, each of them judged. */
import { type Line, linesBetween } from "../math/algebra/lines";
import type { Claim } from "../math/expr/claim";
import type { Expr } from "../math/expr/node";
import { catalogue } from "../math/premise/catalogue";
import type { Verdict } from "../math/verdict/verdict";
import { derive } from "../paper/derivation/derive";
import type { Paper, Step } from "../paper/derivation/paper";
import { type FileReader, openManuscript } from "../paper/latex/manuscript";
import { toLatex } from "../paper/notation/toLatex";
import { touchesLine } from "../protocol/place";
import type { Place } from "../protocol/review";
import { withAuthorMacros } from "./authorMacros";
import { judgeSafely } from "./judgeSafely";
import { impatience } from "./patience";
import { placeOf } from "./place";

export interface Expansion {
  /** LaTeX of what stands between the left and the right side of the step. */
  readonly sides: readonly string[];
  /** What leads to each of them. */
  readonly moves: readonly string[];
}

interface Source {
  readonly path: string;
  readonly text: string;
  readonly files: FileReader;
}

/** Undefined where there is no such step, or nothing stands between its sides. */
export function expandStep({ path, text, files }: Source, place: Place): Expansion | undefined {
  const paper = derive(openManuscript(path, text, files), { conventions: {}, assume: [] });
  const step = stepAt(paper, path, place);
  const [reading] = step?.readings ?? [];
  if (!step || !reading || step.relation !== "=") return undefined;
  const stated = [
    ...step.premises,
    ...step.far.map(({ premise }) => premise),
    ...step.candidates.map(({ premise }) => premise),
  ];
  const { conventions } = step;
  const written: Claim = { ...reading, relation: "=", given: stated, conventions };
  const { premises } = verdictOn(written, paper, true);
  const given = [...stated, ...premises.filter(({ source }) => source === "tacit")];
  const claim: Claim = { ...written, given };
  const scene = { conventions, facts: given.flatMap(({ facts }) => facts) };
  const lines = linesBetween(reading.left, reading.right, scene);
  const sides = printed(lines, paper.macros, text).filter(({ latex }) => latex.length <= widest);
  const kept = holding(claim, sides, paper);
  return kept.length > 0
    ? { sides: kept.map(({ latex }) => latex), moves: kept.map(({ move }) => move) }
    : undefined;
}

/** Characters of a side that still fits a page. */
const widest = 400;

interface Side extends Line {
  readonly latex: string;
}

const printed = (
  lines: readonly Line[],
  macros: Readonly<Record<string, string>>,
  text: string,
): readonly Side[] =>
  lines
    .map((line) => ({ ...line, latex: withAuthorMacros(toLatex(line.expr), macros) }))
    .filter(({ latex }) => isSet(latex, text));

/** What it needs is loaded: no command of a package that the document does without. */
const isSet = (latex: string, text: string): boolean =>
  (!latex.includes("\\slashed") || text.includes("\\slashed") || text.includes("{slashed}")) &&
  (!/\\begin|\\text\{/.test(latex) || text.includes("amsmath"));

/** Lines that do not hold are left out, and with them the links on both sides. */
function holding(claim: Claim, sides: readonly Side[], paper: Paper): readonly Side[] {
  const kept: Side[] = [];
  let left: Expr = claim.left;
  for (const side of sides) {
    if (!isHeld({ ...claim, left, right: side.expr }, paper)) continue;
    kept.push(side);
    left = side.expr;
  }
  while (kept.length > 0 && !isHeld({ ...claim, left }, paper)) {
    kept.pop();
    left = kept.at(-1)?.expr ?? claim.left;
  }
  return kept;
}

function isHeld(claim: Claim, paper: Paper): boolean {
  const { kind } = verdictOn(claim, paper, false);
  return kind === "proved" || kind === "agrees";
}

function verdictOn(claim: Claim, { bothHeights, constraints }: Paper, search: boolean): Verdict {
  const isTooLong = impatience();
  const { verdict } = judgeSafely([claim], {
    mode: "check",
    seed: 1,
    budget: 20,
    ...(search ? { catalogue } : {}),
    bothHeights,
    constraints,
    stop: isTooLong,
  });
  return verdict;
}

/** The last step begun on the line of a place, or on an earlier one and still going on. */
function stepAt(paper: Paper, path: string, { line, column }: Place): Step | undefined {
  const place = placeOf(paper, path);
  const touching = paper.displays
    .filter(({ file }) => file === path)
    .flatMap(({ steps }) => steps)
    .filter(({ span }) => touchesLine({ start: place(span.start), end: place(span.end) }, line));
  const begun = touching.findLast(({ span }) => {
    const start = place(span.start);
    return start.line < line || start.column <= column;
  });
  return begun ?? touching[0];
}
