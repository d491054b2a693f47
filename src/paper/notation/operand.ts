/** How far a differential operator without parentheses reaches: to the next factor, or to the end of the term. */
import { derivative, product } from "../../math/expr/build";
import type { By, Expr } from "../../math/expr/node";
import type { TexNode } from "../latex/node";
import { isCovariantDerivative } from "./covariantDerivative";
import { differentialSign } from "./differential";
import { readFactor } from "./factor";
import { operatorName } from "./operatorUses";
import { choose, type Reader, token } from "./reader";
import { isScalar } from "./sort";
import { fenceSide, uses } from "./survey";
import { isGathered } from "./surveyGroups";
import { endsTerm, readTerm } from "./term";
import { tokenOf } from "./token";

/** The operator with its operand; alone it stays bare and acts on what its product holds to the right. */
export function withOperand(reader: Reader, by: By, order?: Expr): Expr {
  const bare = derivative(by, undefined, order);
  if (aboutOperators(reader)) return bare;
  const at = reader.at;
  const first = endsTerm(reader, 1) ? undefined : closedBracket(reader, readFactor(reader));
  if (!first) return bare;
  if (isCovariantDerivative(first)) {
    reader.at = at;
    return bare;
  }
  if (endsTerm(reader, 1) || operatorAhead(reader) || isGradientBefore(reader, by, first))
    return derivative(by, first, order);
  if (isGathered(reader.nodes.slice(at), reader.page.survey)) return derivative(by, first, order);
  const reach = choose(reader, "reach of ∂", ["next", "all"] as const);
  if (reach === "next") return derivative(by, first, order);
  reader.at = at;
  return bare;
}

/** ∇f×𝐀, ∇f·𝐀: what is dotted or crossed is the gradient, since a number cannot be. */
const isGradientBefore = (reader: Reader, by: By, first: Expr): boolean =>
  by.kind === "gradient" &&
  isScalar(first) &&
  /^(?:\\cdot|\\vdot|\\times|\\cross|·|×)$/.test(token(reader));

/** d/dx acts on the rest of its term; in a statement about operators it stays one. */
export function onTerm(reader: Reader, operator: Expr): Expr {
  const found = beforeBar(reader, operator);
  if (found.kind !== "derivative" || found.operand || aboutOperators(reader)) return found;
  const barred = isEvaluationBar(reader.nodes, reader.at);
  const operand = barred || endsTerm(reader, 1) ? undefined : readTerm(reader);
  return operand ? derivative(found.by, operand, found.order) : found;
}

/** d/dx x − x d/dx = 1 holds of operators. */
const aboutOperators = (reader: Reader): boolean =>
  uses(reader.page.survey, operatorName.name, "bare") > 0;

/** What begins with a bra ends with its ket. */
function closedBracket(reader: Reader, first: Expr | undefined): Expr | undefined {
  if (first?.kind !== "bra") return first;
  const factors: Expr[] = [first];
  while (!endsTerm(reader, 1)) {
    const more = readFactor(reader);
    if (!more) break;
    factors.push(more);
    if (more.kind === "ket") break;
  }
  return product(...factors);
}

/** A bare operator before a bar acts first: ∂_ε f|_{ε=0} is the derivative at zero. */
function beforeBar(reader: Reader, operator: Expr): Expr {
  if (operator.kind !== "derivative" || operator.operand) return operator;
  if (isEvaluationBar(reader.nodes, reader.at) || !barAhead(reader)) return operator;
  const inner: Reader = {
    ...reader,
    stop: (at, count) => count > 0 && isEvaluationBar(at.nodes, at.at),
  };
  const operand = readTerm(inner);
  if (!operand) return operator;
  reader.at = inner.at;
  return derivative(operator.by, operand, operator.order);
}

function barAhead(reader: Reader): boolean {
  let depth = 0;
  for (let i = reader.at; i < reader.nodes.length; i++) {
    const node = reader.nodes[i] as TexNode;
    const side = fenceSide(node);
    if (side === "open") depth++;
    else if (side === "close") depth--;
    if (depth < 0 || (depth === 0 && termEnds.has(tokenOf(node)))) return false;
    if (depth === 0 && isEvaluationBar(reader.nodes, i)) return true;
  }
  return false;
}

/** A bar with a script below that does not close a pair. */
function isEvaluationBar(nodes: readonly TexNode[], at: number): boolean {
  const node = nodes[at];
  const after = nodes[at + 1];
  return (
    node !== undefined &&
    /^(?:\||\\vert|\\rvert)$/.test(tokenOf(node)) &&
    !(node.kind === "fence" && node.side !== "none") &&
    after?.kind === "script" &&
    after.place === "sub"
  );
}

/** Whether the term goes on to another derivative, as in ∂_μφ ∂^μφ: then this one ends before it. */
function operatorAhead(reader: Reader): boolean {
  for (let i = reader.at; i < reader.nodes.length; i++) {
    const node = reader.nodes[i] as TexNode;
    if (termEnds.has(tokenOf(node)) || fenceSide(node)) return false;
    if (derives(node)) return true;
  }
  return false;
}

const termEnds = new Set(["+", "-", "−", "=", ",", "\\pm", "\\mp", "\\\\"]);
const operators = new Set([
  "\\partial",
  "∂",
  "\\nabla",
  "\\Box",
  "\\square",
  "\\pdv",
  "\\dv",
  "\\fdv",
]);

function derives(node: TexNode): boolean {
  if (operators.has(tokenOf(node))) return true;
  if (node.kind !== "command") return false;
  if (node.name === "dot" || node.name === "ddot") return true;
  return /^[dt]?frac$/.test(node.name) && differentialSign(node.args[1]?.[0]) !== undefined;
}
