/** Facts for all labels, put down for the labels that occur: p_i² = m_i² as p₁² = m₁², p₂² = m₂². */
import type { Fact } from "../expr/claim";
import type { Expr, Labelled } from "../expr/node";
import { nodes, replace } from "../expr/walk";
import { mapFact, partsOf } from "./facts";

const atMost = 8;

/** The fact itself where it speaks of no label, else one for each label its families carry elsewhere. */
export function instances(fact: Fact, elsewhere: readonly Expr[]): readonly Fact[] {
  if (fact.kind !== "constraint" && fact.kind !== "inequality") return [fact];
  const families = partsOf(fact)
    .flatMap((part) => [...nodes(part)])
    .filter(isLabelled);
  const variable = families.flatMap((family) => family.labels).find(isVariable);
  if (!variable) return [fact];
  const heads = new Set(
    families.filter((family) => family.labels.includes(variable)).map((family) => family.head.name),
  );
  const values = new Set<Expr>();
  for (const expr of elsewhere)
    for (const node of nodes(expr))
      if (isLabelled(node) && node.labels.length === 1 && heads.has(node.head.name))
        for (const label of node.labels) values.add(label);
  values.delete(variable);
  const list = [...values].slice(0, atMost);
  if (list.length === 0) return [fact];
  return list.flatMap((value) =>
    instances(
      mapFact(fact, (part) => replace(part, new Map([[variable, value]]))),
      elsewhere,
    ),
  );
}

const isLabelled = (node: Expr): node is Labelled => node.kind === "labelled";
const isVariable = (label: Expr): boolean => label.kind === "symbol" && label.type === "label";
