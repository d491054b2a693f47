/** The equations around a step solved for what it shows. */
import { dot } from "../../math/expr/build";
import type { Premise } from "../../math/expr/claim";
import type { Expr } from "../../math/expr/node";
import { replace } from "../../math/expr/walk";
import type { Earlier, Past, Places } from "./earlier";
import { type Equation, eliminateThrough } from "./eliminate";
import { headKey } from "./head";
import type { Reading } from "./paper";
import { inserted, isCited, isNear, isSaidAgain, type Put, said } from "./put";
import type { Reach, Scope } from "./reach";
import type { StatedEquation } from "./stated";

/** Equations around a step that are solved for it. */
const most = 4;

/** The last one, another, all together, also with what the prose says; then each that is cited; for a name that was given another meaning, with that put in. */
export function solved(
  scope: Scope,
  readings: readonly Reading[],
  reach: Reach,
  past: Past,
  places: Places,
  cited: readonly Earlier[],
  stated: readonly StatedEquation[],
  all: readonly StatedEquation[],
): readonly Put[] {
  const [sides = []] = scope.read.readings;
  const [start] = sides;
  const last = past.last()?.display;
  const isNew = (other: Earlier): boolean =>
    other.fact === undefined &&
    other.equation !== undefined &&
    !readings.some((one) => isSaidAgain(one, other.equation as Equation));
  const above = past
    .recent()
    .filter(
      (other) =>
        isNew(other) &&
        (isNear(other, scope) || (other.display === last && other.section === scope.page.section)),
    )
    .filter(({ supposed, display }) => !supposed || display === last)
    .filter(({ equation }) => scope.first || !isAbout(equation, start))
    .slice(-most);
  const far = cited.filter((other) => isNew(other) && !above.includes(other));
  const avoid = new Set(start ? namesOf(start) : []);
  for (const { facts } of [...reach.premises, ...reach.candidates.map(({ premise }) => premise)])
    for (const fact of facts)
      if (fact.kind === "definition") for (const name of namesOf(fact.head)) avoid.add(name);
  const shown = scope.first ? sides : readings.flatMap(({ left, right }) => [left, right]);
  const isLenient = (other: Earlier): boolean =>
    scope.first &&
    (other.display === last || other.display === scope.page.at || isCited(other, scope));

  function put(
    chosen: readonly Earlier[],
    prose: readonly StatedEquation[],
    later: readonly Expr[] = shown,
  ): readonly Put[] {
    const known = new Map<Equation, Earlier | StatedEquation>();
    for (const one of [...prose, ...chosen])
      if (one.equation) known.set(valued(one.equation, reach), one);
    const { facts, of } = eliminateThrough([...known.keys()], later, avoid);
    if (facts.length === 0) return [];
    const needed = new Set([...of].map((equation) => known.get(equation)));
    const used = chosen.filter((one) => needed.has(one));
    const premise = together(
      used,
      prose.filter((one) => needed.has(one)),
      places,
    );
    const from = used.flatMap(({ steps }) => steps);
    return [{ premise: { ...premise, facts }, from, lenient: used.every(isLenient), readings }];
  }

  /** η = ξ tan ξ, where η = aκ stands above: aκ = ξ tan ξ is what has to follow. */
  function asNamed(named: Earlier): readonly Put[] {
    const { fact } = named;
    const changed =
      fact?.kind === "definition" && inserted({ left: fact.head, right: fact.body }, readings);
    if (!changed) return [];
    return put(
      above,
      [],
      changed.flatMap(({ left, right }) => [left, right]),
    ).map((one) => {
      const latex = `${named.latex}, ${one.premise.latex}`;
      return {
        ...one,
        premise: { ...one.premise, name: latex, latex },
        from: [...named.steps, ...one.from],
        readings: changed,
      };
    });
  }

  /** An equation of the prose about the first side itself counts only beside another one. */
  const isJoint = ({ premise: { latex } }: Put): boolean =>
    !all.some(({ premise }) => premise.latex === latex);
  const near = above.length > 1 ? [...above.toReversed().map((one) => [one]), above] : [above];
  const named = scope.first ? meaningOf(start, scope, past) : undefined;
  return [
    ...[...near, ...far.map((one) => [one])].flatMap((chosen) => put(chosen, [])),
    ...(stated.length > 0 && above.length > 0 ? put(above, stated.slice(-2)) : []),
    ...(all.length > 1 && scope.first ? put([], all.slice(-3)).filter(isJoint) : []),
    ...(named && above.length > 0 ? asNamed(named) : []),
  ];
}

/** The member itself where labels tell it from others, else the name of all. */
function namesOf(side: Expr): readonly Expr[] {
  const key = headKey(side);
  return key ? [key.member ?? key.head] : [];
}

/** What the name a statement begins with was said to be before. */
const meaningOf = (start: Expr | undefined, scope: Scope, past: Past): Earlier | undefined =>
  past
    .recent()
    .findLast(
      (other) =>
        other.introduced &&
        other.fact?.kind === "definition" &&
        other.fact.head === start &&
        isNear(other, scope),
    );

/** What several equations say, those of the prose first. */
function together(
  equations: readonly Earlier[],
  stated: readonly StatedEquation[],
  places: Places,
): Premise {
  const [only] = stated;
  if (only && equations.length === 0 && stated.length === 1) return only.premise;
  const shown = said(equations, places);
  if (stated.length === 0) return shown;
  const latex = [...stated.map(({ premise }) => premise.latex), shown.latex]
    .filter((one) => one !== "")
    .join(", ");
  const premise = { ...shown, name: latex, latex };
  const [first] = equations;
  if (first) places.set(premise, first.where);
  return premise;
}

/** An equation about the first side of a chain. */
const isAbout = (equation: Equation | undefined, start: Expr | undefined): boolean =>
  equation?.left === start || equation?.right === start;

/** With the values that are given to p·k and the like. */
function valued({ left, right }: Equation, { premises }: Reach): Equation {
  const values = premises
    .flatMap(({ facts }) => facts)
    .flatMap((fact) =>
      fact.kind === "constraint" && fact.left.kind === "dot"
        ? ([
            [fact.left, fact.right],
            [dot(fact.left.right, fact.left.left), fact.right],
          ] as const)
        : [],
    );
  const known = new Map(values);
  return { left: replace(left, known), right: replace(right, known) };
}
