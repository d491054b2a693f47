/** “Differentiating (3)”: an equation that holds all along a variable holds for the derivatives of its sides as well. */
import { derivative, one } from "../../math/expr/build";
import type { Premise } from "../../math/expr/claim";
import type { By, Expr } from "../../math/expr/node";
import { nodes } from "../../math/expr/walk";
import type { Earlier, Past, Places } from "./earlier";
import type { Equation } from "./eliminate";
import { isHead } from "./head";
import type { Reading, Use } from "./paper";
import { citedIn, type Scope } from "./reach";
import type { StatedEquation } from "./stated";

/** Derivatives of the equations the text speaks of, by what the step differentiates by. */
export function differentiatedUses(
  scope: Scope,
  readings: readonly Reading[],
  past: Past,
  places: Places,
  stated: readonly StatedEquation[],
): readonly Omit<Use, "beside">[] {
  const { page, statement } = scope;
  if (!differentiates.test(page.lead)) return implicitUses(scope, readings, past, places, stated);
  const variables = variablesIn(readings);
  const cited = [...page.cites, ...citedIn(statement)];
  const known = past.within(page.chapter, cited);
  const named = known.filter(({ labels }) => labels.some((label) => cited.includes(label)));
  const meant = named.length > 0 ? named : known.filter(({ section }) => section === page.section);
  const shown = meant.slice(-2).flatMap((other) => ofEarlier(other, places));
  const said = cited.length > 0 ? [] : stated.map((one) => ({ ...one, from: [] }));
  return [...shown, ...said.slice(-2)].flatMap(({ equation, premise, from }) =>
    variables.map((by) => ({
      premise: { ...premise, facts: [along(by, equation)] },
      from,
      lenient: named.length > 0,
      readings,
    })),
  );
}

/** dω/dk, where ω² = gk stands near. */
function implicitUses(
  { page, read }: Scope,
  readings: readonly Reading[],
  past: Past,
  places: Places,
  stated: readonly StatedEquation[],
): readonly Omit<Use, "beside">[] {
  const rates = readings
    .flatMap(({ left, right }) => [...nodes(left), ...nodes(right)])
    .filter(isPlainRate)
    .filter(({ by }) => by.style !== "partial" || holdsOthers.test(page.lead));
  const [start] = read.readings[0] ?? [];
  if (rates.length === 0) return [];
  const binds = ({ left, right }: Equation): readonly Variable[] =>
    rates.flatMap(({ by, operand }) =>
      left !== start &&
      !isHead(left) &&
      [by.variable, operand].every((name) => [...nodes(left), ...nodes(right)].includes(name))
        ? [by]
        : [],
    );
  const shown = past
    .recent()
    .filter(
      ({ section, display, paragraph }) =>
        section === page.section && (display === page.at || paragraph === page.display.paragraph),
    )
    .filter(({ fact }) => fact === undefined)
    .flatMap((other) => ofEarlier(other, places));
  return [...shown, ...stated.map((one) => ({ ...one, from: [] }))]
    .slice(-4)
    .flatMap(({ equation, premise, from }) =>
      binds(equation)
        .slice(0, 1)
        .map((by) => ({
          premise: { ...premise, facts: [along(by, equation)] },
          from,
          lenient: false,
          readings,
        })),
    );
}

interface PlainRate {
  readonly by: Variable;
  readonly operand: Expr;
}

/** The derivative of one name by another along which it changes. */
const isPlainRate = (node: Expr): node is Expr & PlainRate & { readonly kind: "derivative" } =>
  node.kind === "derivative" &&
  node.by.kind === "variable" &&
  node.by.held === undefined &&
  isName(node.by.variable) &&
  node.operand !== undefined &&
  isName(node.operand);

/** “with $N$ and $T$ fixed”, “at constant temperature”. */
const holdsOthers = /\b(fixed|constant|held)\b/i;

const isName = ({ kind }: Expr): boolean => kind === "symbol" || kind === "labelled";

const differentiates =
  /\bdifferentiat\w*|\bderivatives? of\b|\btak\w+ (the|a|its) (\w+ )?derivatives?\b/i;

type Variable = By & { readonly kind: "variable" };

function variablesIn(readings: readonly Reading[]): readonly Variable[] {
  const found = readings
    .flatMap(({ left, right }) => [...nodes(left), ...nodes(right)])
    .flatMap((node) =>
      node.kind === "derivative" && node.by.kind === "variable" && !node.by.held ? [node.by] : [],
    );
  return [...new Map(found.map((by) => [by.variable, by])).values()].slice(0, 2);
}

const along = (by: Variable, { left, right }: Equation) =>
  ({
    kind: "constraint",
    left: derivative(by, left, one),
    right: derivative(by, right, one),
  }) as const;

function ofEarlier(
  { equation, steps, latex, where }: Earlier,
  places: Places,
): readonly {
  readonly equation: Equation;
  readonly premise: Premise;
  readonly from: readonly string[];
}[] {
  if (!equation || !hasName(equation.left)) return [];
  const premise: Premise = { id: "stated", name: latex, latex, source: "stated", facts: [] };
  places.set(premise, where);
  return [{ equation, premise, from: steps }];
}

/** Something that may vary. */
const hasName = (side: Expr): boolean =>
  [...nodes(side)].some(({ kind }) => kind === "symbol" || kind === "call" || kind === "labelled");
