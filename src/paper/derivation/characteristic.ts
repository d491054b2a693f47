/** “Its eigenvalues are $E_± = …$”: what is said of the matrix written out above has to be a root of its characteristic equation. */
import { func, minus, product, zero } from "../../math/expr/build";
import type { Fact } from "../../math/expr/claim";
import type { Expr } from "../../math/expr/node";
import { some } from "../../math/expr/walk";
import { type Earlier, type Past, type Places, premiseOf } from "./earlier";
import { isHead } from "./head";
import type { Reading, Use } from "./paper";
import type { Reach, Scope } from "./reach";

export function characteristicUses(
  { page, first }: Scope,
  readings: readonly Reading[],
  reach: Reach,
  past: Past,
  places: Places,
): readonly Use[] {
  if (!first || !saysEigenvalues.test(page.lead)) return [];
  const matrix = past
    .recent()
    .filter((other) => other.section === page.section && other.display < page.at)
    .findLast((other) => matrixOf(other) !== undefined);
  const given = matrix && matrixOf(matrix);
  if (!given || !readings.every(({ left }) => isHead(left))) return [];
  const put = readings.map(({ right }) => hasRoot(given, right));
  const premise = premiseOf(matrix, places);
  const sides = put.flatMap(({ left, right }) => [left, right]);
  const beside = reach.about(sides).filter(({ from }) => !from || !matrix.steps.includes(from));
  return [{ premise, from: matrix.steps.slice(0, 1), lenient: false, readings: put, beside }];
}

/** “The eigenvalues are then”; of a matrix that is named, the formula tells which. */
const saysEigenvalues =
  /\b(?:its|the|with|has)(?: energy)? (?:eigenvalues?|eigenenerg(?:y|ies))(?: of (?:this|the) (?:\w+ )?(?:matrix|hamiltonian))?(?:,? (?:are|is|reads?|therefore|then|thus|hence|given by|found to be|easily))*\W*$/i;

/** (a − λ)(d − λ) = bc where four entries are shown: a difference that is next to nothing drowns in rounding. */
function hasRoot({ head, body }: Definition, value: Expr): Reading {
  const [[a, b] = [], [c, d] = []] = body.kind === "matrix" ? body.rows : [];
  return body.kind === "matrix" && body.rows.length === 2 && a && b && c && d
    ? { left: product(minus(a, value), minus(d, value)), right: product(b, c) }
    : { left: func("det", [minus(head, value)]), right: zero };
}

type Definition = Extract<Fact, { kind: "definition" }>;

/** What says that a name stands for a matrix. */
const matrixOf = ({ fact }: Earlier): Definition | undefined =>
  fact?.kind === "definition" && isMatrix(fact.body) ? fact : undefined;

const isMatrix = (body: Expr): boolean =>
  some(body, ({ kind }) => kind === "matrix") &&
  !some(body, (part) => part.kind === "symbol" && /matrix|operator|vector/.test(part.type));
