/** The steps of papers that hold, and slips planted into them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { constant, func, minus, one, sum } from "../../src/math/expr/build";
import type { Claim } from "../../src/math/expr/claim";
import type { Expr } from "../../src/math/expr/node";
import { printExpr } from "../../src/math/expr/print";
import { nodes, replace, some } from "../../src/math/expr/walk";
import { catalogue } from "../../src/math/premise/catalogue";
import type { JudgeOptions } from "../../src/math/verdict/options";
import { sameByNotation } from "../../src/math/verdict/sameByNotation";
import { slips } from "../../src/math/verdict/slips";
import type { Diagnosis, Verdict } from "../../src/math/verdict/verdict";
import { judgeSafely } from "../../src/review/judgeSafely";
import { paperOf } from "./paper";

export interface HeldStep {
  readonly path: string;
  readonly claim: Claim;
  readonly options: JudgeOptions;
  readonly tacit: boolean;
}

export interface Planted {
  readonly sort: string;
  readonly claim: Claim;
  readonly expected: Diagnosis["kind"] | undefined;
}

/** The annotated papers and the examples. */
export const plantedPapers = (): readonly string[] =>
  ["test/papers", "examples"].flatMap((root) =>
    readdirSync(root, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".tex"))
      .map((path) => join(root, path))
      .sort(),
  );

export const holds = ({ kind }: Verdict): boolean => kind === "proved" || kind === "agrees";

/** Statements that a slip left true, each looked at by eye. */
const leftTrue = new Set(
  readFileSync("test/slips/true.txt", "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#")),
);

export const shown = ({ left, right }: Claim): string => `${printExpr(left)} = ${printExpr(right)}`;

export const isKnownTrue = (claim: Claim): boolean =>
  leftTrue.has(shown(claim)) || sameByNotation(claim.left, claim.right);

/** Judged like a step of a paper, tacit premises allowed. */
export const verdictOf = ({ options }: HeldStep, claim: Claim): Verdict =>
  judgeSafely([claim], options).verdict;

export const isTacit = ({ premises }: Verdict): boolean =>
  premises.some(({ source }) => source === "tacit");

/** The steps of a paper that are equations, read in one way, and hold with what is stated beside them. */
export function* heldSteps(path: string): Generator<HeldStep> {
  const paper = paperOf(readFileSync(path, "utf8"), path);
  for (const step of paper.displays.flatMap(({ steps }) => steps)) {
    const [reading, ...others] = step.readings;
    if (!reading || others.length > 0 || step.gaps.length > 0 || step.relation !== "=") continue;
    const given = [...step.premises, ...step.far.map(({ premise }) => premise)];
    const { conventions } = step;
    const claim: Claim = { ...reading, relation: "=", given, conventions };
    const options: JudgeOptions = {
      mode: "check",
      seed: 1,
      budget: 20,
      catalogue,
      bothHeights: paper.bothHeights,
      constraints: paper.constraints,
    };
    const { verdict } = judgeSafely([claim], options);
    if (holds(verdict)) yield { path, claim, options, tacit: isTacit(verdict) };
  }
}

/** Numbers and letters for numbers alone. */
export const isPlainAlgebra = ({ left, right }: Claim): boolean =>
  ![left, right].some((side) =>
    some(side, (node) =>
      node.kind === "symbol"
        ? node.type !== "scalar"
        : !["num", "constant", "sum", "product", "power"].includes(node.kind),
    ),
  );

/** At most `each` of every sort, on the right side. */
export function* planted(claim: Claim, each = 1): Generator<Planted> {
  for (const slip of slips(claim, each))
    yield { sort: slip.sort, claim: slip.claim, expected: slip.expected.kind };
  for (const { sort, right, expected } of further(claim.right))
    if (right !== claim.right) yield { sort, claim: { ...claim, right }, expected };
}

interface Change {
  readonly sort: string;
  readonly right: Expr;
  readonly expected: Diagnosis["kind"] | undefined;
}

/** Slips that no edit of the judge mends. */
function further(right: Expr): readonly Change[] {
  const i = constant("i");
  return [
    {
      sort: "an i lost",
      right: replace(right, new Map<Expr, Expr>([[i, one]])),
      expected: undefined,
    },
    { sort: "a function exchanged", right: exchanged(right), expected: undefined },
    { sort: "a term doubled", right: doubled(right), expected: "term" },
    { sort: "a term of one too many", right: sum(right, one), expected: "term" },
  ];
}

const neighbours: Readonly<Record<string, string>> = {
  sin: "cos",
  cos: "sin",
  sinh: "cosh",
  cosh: "sinh",
  tan: "cot",
  exp: "cosh",
  log: "exp",
};

function exchanged(right: Expr): Expr {
  for (const node of nodes(right)) {
    if (node.kind !== "function") continue;
    const other = neighbours[node.name];
    if (other) return replace(right, new Map<Expr, Expr>([[node, func(other, node.args)]]));
  }
  return right;
}

function doubled(right: Expr): Expr {
  if (right.kind !== "sum") return right;
  const last = right.terms.at(-1);
  return last ? sum(right, last) : minus(right, right);
}
