/** Constraints as equations between numbers, one for every family member and vector component they speak of. */
import { minus } from "../../expr/build";
import type { Fact } from "../../expr/claim";
import { isMotion } from "../../expr/motion";
import type { Expr, Labelled } from "../../expr/node";
import { nodes, replace } from "../../expr/walk";
import { isFormal } from "../substitute";
import type { Survey } from "../survey";

type Constraint = Extract<Fact, { kind: "constraint" }>;

export interface Equation {
  readonly left: Expr;
  readonly right: Expr;
  /** left − right. */
  readonly residual: Expr;
}

/** Constraints between numbers. */
export const algebraic = ({ given }: Survey): readonly Constraint[] =>
  given.constraints.filter((constraint) => !isMotion(constraint));

/** p_i² = m_i² speaks of every p_i that occurs. */
export const equations = (
  survey: Survey,
  constraints: readonly Constraint[],
): readonly Equation[] =>
  constraints.flatMap((constraint) =>
    members(constraint, survey).map(({ left, right }) => ({
      left,
      right,
      residual: minus(left, right),
    })),
  );

function members(constraint: Constraint, survey: Survey): readonly Constraint[] {
  const formals = formalLabels(constraint);
  if (formals.length === 0) return [constraint];
  const [formal] = formals;
  const heads = familiesWith(constraint, formal as Expr);
  const labels = new Set(
    survey.nodes.flatMap((node) =>
      node.kind === "labelled" && heads.includes(node.head.name)
        ? node.labels.filter((label) => label !== formal)
        : [],
    ),
  );
  const inUse = survey.nodes.some(
    (node) =>
      node.kind === "labelled" &&
      heads.includes(node.head.name) &&
      node.labels.includes(formal as Expr) &&
      outside(node, survey),
  );
  const all = [...labels, ...(inUse ? [formal as Expr] : [])];
  return all.map((label) => relabelled(constraint, formal as Expr, label));
}

/** Symbols that stand as labels in both sides. */
function formalLabels({ left, right }: Constraint): readonly Expr[] {
  const found = new Set<Expr>();
  for (const side of [left, right])
    for (const node of nodes(side))
      if (node.kind === "labelled")
        for (const label of node.labels) if (isFormal(label)) found.add(label);
  return [...found];
}

const familiesWith = ({ left, right }: Constraint, formal: Expr): readonly string[] =>
  [left, right].flatMap((side) =>
    [...nodes(side)].flatMap((node) =>
      node.kind === "labelled" && node.labels.includes(formal) ? [node.head.name] : [],
    ),
  );

/** The formal label is used by the formulas themselves, too. */
const outside = (node: Labelled, survey: Survey): boolean => survey.asked.has(node);

function relabelled(constraint: Constraint, formal: Expr, label: Expr): Constraint {
  if (label === formal) return constraint;
  const by = new Map<Expr, Expr>([[formal, label]]);
  return {
    kind: "constraint",
    left: replace(constraint.left, by),
    right: replace(constraint.right, by),
  };
}
