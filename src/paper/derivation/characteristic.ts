/** “Its eigenvalues are $E_± = …$”: what is said of the matrix written out above has to be a root of its characteristic equation. */
import { func, minus, zero } from "../../math/expr/build";
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
  const name = matrix && matrixOf(matrix);
  if (!name || !readings.every(({ left }) => isHead(left))) return [];
  const put = readings.map(({ right }) => ({
    left: func("det", [minus(name, right)]),
    right: zero,
  }));
  const premise = premiseOf(matrix, places);
  const sides = put.map(({ left }) => left);
  const beside = reach.about(sides).filter(({ from }) => !from || !matrix.steps.includes(from));
  return [{ premise, from: matrix.steps.slice(0, 1), lenient: false, readings: put, beside }];
}

/** “The eigenvalues are then”; of a matrix that is named, the formula tells which. */
const saysEigenvalues =
  /\b(?:its|the|with|has)(?: energy)? (?:eigenvalues?|eigenenerg(?:y|ies))(?: of (?:this|the) (?:\w+ )?(?:matrix|hamiltonian))?(?:,? (?:are|is|reads?|therefore|then|thus|hence|given by|found to be|easily))*\W*$/i;

/** The name that stands for a matrix. */
const matrixOf = ({ fact }: Earlier): Expr | undefined =>
  fact?.kind === "definition" && isMatrix(fact.body) ? fact.head : undefined;

const isMatrix = (body: Expr): boolean =>
  some(body, ({ kind }) => kind === "matrix") &&
  !some(body, (part) => part.kind === "symbol" && part.type === "matrix");
