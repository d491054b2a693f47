/** Samples that satisfy the constraints: each equation is solved for a number or a vector that occurs in it. */
import type { Expr } from "../../expr/node";
import { some } from "../../expr/walk";
import { nameKey } from "../given";
import { Beyond, Undefined } from "../number/field";
import { bind, type Scope, valueIn } from "../scope";
import type { Survey } from "../survey";
import { bareAxis } from "../tensor/vector";
import { isBare, isScalar, tabulate, type Value } from "../value";
import { algebraic, type Equation, equations } from "./equations";
import { fitVector } from "./fit";
import { reciprocated } from "./reciprocal";
import { root } from "./root";
import { tiny } from "./size";
import { type Unknown, unknownsIn } from "./unknowns";

/** Values of unknowns, as the samples they replace. */
export type Assignment<E> = ReadonlyMap<string, readonly E[]>;

interface Task {
  readonly equation: Equation;
  readonly unknowns: readonly Unknown[];
}

/** Throws `Undefined("constraint: …")` where the equations cannot be met. */
export function solved<E>(scope: Scope<E>, survey: Survey, random: () => E): Assignment<E> {
  const list = equations(survey, algebraic(survey));
  if (list.length === 0) return new Map();
  const solvable = list.filter(({ residual }) => !some(residual, isSpinor));
  const tasks = solvable
    .map((equation): Task => ({ equation, unknowns: unknownsIn(scope, equation.residual) }))
    .filter(({ equation }) => !holds(scope, equation));
  const solution = new Solution(scope, random);
  const linear = tasks.filter(({ equation }) => solution.isVectorEquation(equation));
  for (const task of linear) solution.eliminate(task, tasks);
  solution.solveNumbersOf(tasks.filter((task) => !linear.includes(task)));
  solution.verify([
    ...tasks.map(({ equation }) => equation),
    ...list.filter((equation) => !solvable.includes(equation)),
  ]);
  return solution.assigned;
}

/** Spinors follow from their momenta; an equation between them is checked, never solved. */
const isSpinor = (node: Expr): boolean =>
  node.kind === "symbol" && (node.role === "u-spinor" || node.role === "v-spinor");

const holds = <E>(scope: Scope<E>, { residual }: Equation): boolean => {
  try {
    const value = valueIn(scope, residual);
    const largest = value.entries.reduce(
      (most, entry) => Math.max(most, scope.field.magnitude(entry)),
      0,
    );
    return largest <= (scope.field.kind === "prime" ? 0 : 1e-9 * Math.max(1e-300, value.scale));
  } catch (problem) {
    if (problem instanceof Undefined) return false;
    if (problem instanceof Beyond) throw new Undefined(`constraint: ${problem.construct}`);
    throw problem;
  }
};

/** Unknowns given values one after the other; vectors that an equation fixes follow from the rest. */
class Solution<E> {
  readonly assigned = new Map<string, readonly E[]>();
  private readonly dependent: { unknown: Unknown; slope: () => E; equation: Equation }[] = [];
  private readonly values = new Map<Expr, Value<E>>();
  private readonly scope: Scope<E>;
  private readonly random: () => E;

  constructor(scope: Scope<E>, random: () => E) {
    this.scope = scope;
    this.random = random;
  }

  isVectorEquation({ residual }: Equation): boolean {
    const value = this.evaluated(residual);
    return !isScalar(value) && value.axes.length === 1 && value.axes.every(isBare);
  }

  /** p₄ = p₁ + p₂ − p₃: one vector of a conservation law follows from the others. */
  eliminate({ equation, unknowns }: Task, all: readonly Task[]): void {
    const { field } = this.scope;
    const uses = (name: string) =>
      all.filter((task) => task.unknowns.some((one) => one.name === name)).length;
    const candidates = unknowns
      .filter(
        (one) => one.vector && !this.dependent.some(({ unknown }) => unknown.name === one.name),
      )
      .reverse()
      .sort((a, b) => uses(a.name) - uses(b.name));
    // Whole slopes first: p₄ of a balance rather than ω𝐁 of 𝐤×𝐄 = ω𝐁.
    const slopes = candidates.map((unknown) => [unknown, this.slopeOf(equation, unknown)] as const);
    const isUnit = (slope: E | undefined): boolean =>
      slope !== undefined && Math.abs(field.integer(slope) ?? 0) === 1;
    const [unknown, found] =
      slopes.find(([, slope]) => isUnit(slope)) ??
      slopes.find(([, slope]) => slope !== undefined) ??
      [];
    if (unknown && found !== undefined) {
      const slope = isUnit(found) ? () => found : () => this.slopeOf(equation, unknown) ?? found;
      this.dependent.push({ unknown, slope, equation });
      this.refresh();
      return;
    }
    throw new Undefined("constraint: a sum of vectors that cannot be solved");
  }

  /** What stands before a vector in an equation; undefined where it turns it, or is nothing. */
  private slopeOf(equation: Equation, unknown: Unknown): E | undefined {
    const { field } = this.scope;
    const nowhere = new Array<E>(unknown.size).fill(field.zero);
    const base = this.residualWith(equation, unknown, nowhere);
    const along = (k: number): readonly E[] =>
      this.residualWith(equation, unknown, nowhere.with(k, field.one)).map((entry, i) =>
        field.sub(entry, base[i] ?? field.zero),
      );
    const [slope] = along(0);
    if (slope === undefined || tiny(field, slope)) return undefined;
    const isPlain = nowhere.every((_, k) =>
      along(k).every((entry, i) => tiny(field, i === k ? field.sub(entry, slope) : entry)),
    );
    return isPlain ? slope : undefined;
  }

  /** Numbers that an equation fixes alone come last; vectors are fitted to all equations that end with them. */
  solveNumbersOf(tasks: readonly Task[]): void {
    const open = tasks.map(({ equation }) => ({
      equation,
      unknowns: this.independentIn(equation),
    }));
    const order: Unknown[] = [];
    for (const { unknowns } of open)
      for (const one of unknowns)
        if (!order.some((known) => known.name === one.name)) order.push(one);
    const numbers = order.filter((one) => !one.vector);
    // What has to lie in a region is drawn rather than solved for, where there is a choice.
    const ordered = [
      ...numbers.filter((one) => this.isBounded(one)),
      ...numbers.filter((one) => !this.isBounded(one)),
      ...order.filter((one) => one.vector),
    ];
    const lone = new Map<string, Equation>();
    const rest = open.filter(({ equation, unknowns }) => {
      const head = loneHead(equation, unknowns);
      if (!head || lone.has(head.name)) return true;
      if (
        open.some(
          (other) =>
            other.equation !== equation && other.unknowns.some((one) => one.name === head.name),
        )
      )
        return true;
      lone.set(head.name, equation);
      return false;
    });
    const groups = new Map<string, Equation[]>();
    for (const { equation, unknowns } of rest) {
      const backwards = [...ordered]
        .reverse()
        .filter((one) => unknowns.some((own) => own.name === one.name));
      const last = backwards.find((one) => !isInFunction(one, equation)) ?? backwards[0];
      if (!last) throw new Undefined("constraint: nothing to solve it for");
      const group = groups.get(last.name) ?? [];
      group.push(equation);
      groups.set(last.name, group);
    }
    const settled: Equation[] = [];
    for (const unknown of ordered) {
      const group = groups.get(unknown.name);
      if (!group) continue;
      const others = ordered.filter(
        (one) =>
          !one.vector &&
          !groups.has(one.name) &&
          group.some(({ residual }) => some(residual, (node) => node === one.expr)) &&
          !settled.some(({ residual }) => some(residual, (node) => node === one.expr)),
      );
      const together = [unknown, ...others.reverse().slice(0, group.length - 1)];
      if (unknown.vector || together.length === 1 || together.length < group.length)
        this.fit(unknown, group);
      else this.fitTogether(together, group);
      settled.push(...group);
    }
    for (const [name, equation] of lone) {
      const unknown = order.find((one) => one.name === name);
      if (unknown) this.fit(unknown, [equation], true);
    }
  }

  /** The text says that it is positive, or where it lies. */
  private isBounded(unknown: Unknown): boolean {
    return (
      this.isSaidPositive(unknown) ||
      this.scope.given.inequalities.some(({ left, right }) =>
        [left, right].some((side) => some(side, (node) => node === unknown.expr)),
      )
    );
  }

  private isSaidPositive({ expr }: Unknown): boolean {
    return this.scope.given.domains.get(nameKey(expr)) === "positive";
  }

  verify(equations: readonly Equation[]): void {
    const inner = bind(this.scope, this.values);
    for (const equation of equations)
      if (!holds(inner, equation))
        throw new Undefined("constraint: not satisfied by any sample found");
  }

  private fit(unknown: Unknown, all: readonly Equation[], mayBeComplex = false): void {
    const { scope } = this;
    const below = unknown.vector ? [] : all.map((one) => asReciprocal(one, unknown));
    const isBelow = below.length > 0 && !below.includes(undefined);
    const equations = isBelow ? below.flatMap((one) => one ?? []) : all;
    const residuals = (at: readonly E[]): E[] =>
      equations.map((equation) => {
        const values = this.residualWith(equation, unknown, at);
        if (values.length !== 1) throw new Undefined("constraint: an equation between components");
        return values[0] ?? scope.field.zero;
      });
    const start = this.startOf(unknown);
    const found = fitVector(scope, unknown, residuals, start, this.random, mayBeComplex);
    const { field } = scope;
    const entries = isBelow ? found.map((entry) => field.div(field.one, entry)) : found;
    this.assign(unknown, entries);
    this.refresh();
  }

  /** As many numbers as there are equations: A + B = C and k(A − B) = qC. */
  private fitTogether(unknowns: readonly Unknown[], equations: readonly Equation[]): void {
    const [first] = unknowns;
    if (!first) return;
    const { field } = this.scope;
    const residuals = (at: readonly E[]): E[] => {
      const pairs = unknowns.map((one, i) => [one, [at[i] ?? field.zero]] as const);
      return equations.map((equation) => {
        const values = this.residualWithAll(equation, pairs);
        if (values.length !== 1) throw new Undefined("constraint: an equation between components");
        return values[0] ?? field.zero;
      });
    };
    const start = unknowns.flatMap((one) => [...this.startOf(one)]);
    const together = { ...first, size: unknowns.length, vector: true };
    const found = this.fitted(together, residuals, start);
    unknowns.forEach((one, i) => {
      this.assign(one, [found[i] ?? field.zero]);
    });
    this.refresh();
  }

  /** By linear and quadratic forms, which exact arithmetic knows as well, else by Newton's steps. */
  private fitted(
    together: Unknown,
    residuals: (at: readonly E[]) => readonly E[],
    start: readonly E[],
  ): readonly E[] {
    const { field } = this.scope;
    try {
      return fitVector(this.scope, together, residuals, start, this.random);
    } catch (problem) {
      if (!(problem instanceof Undefined) || field.kind === "prime") throw problem;
      return root(field, residuals, start, this.random);
    }
  }

  /** The sample the unknown has anyway. */
  private startOf(unknown: Unknown): readonly E[] {
    return this.dense(valueIn(this.scope, unknown.expr), unknown.size);
  }

  private dense(value: Value<E>, size: number): readonly E[] {
    const list = new Array<E>(size).fill(this.scope.field.zero);
    value.keys.forEach((key, i) => {
      list[key] = value.entries[i] as E;
    });
    return list;
  }

  private assign(unknown: Unknown, entries: readonly E[]): void {
    const { field } = this.scope;
    const [re, im] = field.kind === "prime" ? [1, 0] : field.toPair(entries[0] ?? field.zero);
    const isPositive = re > 0 && Math.abs(im) <= 1e-9 * re;
    if (!unknown.vector && !isPositive && this.isSaidPositive(unknown))
      throw new Undefined("constraint: no real solution found");
    this.assigned.set(unknown.name, entries);
    this.values.set(unknown.expr, this.valueFrom(unknown, entries));
  }

  private valueFrom(unknown: Unknown, entries: readonly E[]): Value<E> {
    const { field } = this.scope;
    if (!unknown.vector)
      return {
        axes: [],
        keys: [0],
        entries: [entries[0] ?? field.zero],
        scale: field.magnitude(entries[0] ?? field.zero),
      };
    const space = unknown.expr.kind === "labelled" ? unknown.expr.head.type : unknown.expr.type;
    return tabulate(
      field,
      [bareAxis(this.scope, space === "four-vector" ? "lorentz" : "spatial")],
      ([i = 0]) => entries[i],
    );
  }

  /** Vectors that follow from others get their values anew. */
  private refresh(): void {
    for (const { unknown } of this.dependent) this.values.delete(unknown.expr);
    for (const { unknown, slope, equation } of this.dependent) {
      const rest = this.residualWith(
        equation,
        unknown,
        new Array<E>(unknown.size).fill(this.scope.field.zero),
      );
      const { field } = this.scope;
      const before = slope();
      this.assign(
        unknown,
        Array.from({ length: unknown.size }, (_, i) =>
          field.neg(field.div(rest[i] ?? field.zero, before)),
        ),
      );
    }
  }

  /** The residual with a trial value; vectors that follow are computed from it. */
  private residualWith(equation: Equation, unknown: Unknown, at: readonly E[]): E[] {
    return this.residualWithAll(equation, [[unknown, at]]);
  }

  private residualWithAll(
    equation: Equation,
    trial: readonly (readonly [Unknown, readonly E[]])[],
  ): E[] {
    const bindings = new Map(this.values);
    for (const [unknown, at] of trial) bindings.set(unknown.expr, this.valueFrom(unknown, at));
    for (const one of this.dependent) {
      if (one.equation === equation || trial.some(([{ name }]) => name === one.unknown.name))
        continue;
      bindings.delete(one.unknown.expr);
      const { field } = this.scope;
      const zeros = this.valueFrom(one.unknown, new Array<E>(one.unknown.size).fill(field.zero));
      const rest = this.dense(
        valueIn(bind(this.scope, [...bindings, [one.unknown.expr, zeros]]), one.equation.residual),
        one.unknown.size,
      );
      const before = one.slope();
      bindings.set(
        one.unknown.expr,
        this.valueFrom(
          one.unknown,
          rest.map((entry) => field.neg(field.div(entry, before))),
        ),
      );
    }
    const value = valueIn(bind(this.scope, bindings), equation.residual);
    const size = value.axes.reduce((total, axis) => total * axis.size, 1);
    return [...this.dense(value, Math.max(1, size))];
  }

  private evaluated(expr: Expr): Value<E> {
    return valueIn(bind(this.scope, this.values), expr);
  }

  /** Unknowns of an equation, with those that follow replaced by what they follow from. */
  private independentIn(equation: Equation): readonly Unknown[] {
    const found = new Map<string, Unknown>();
    const visit = (expr: Expr): void => {
      for (const one of unknownsIn(this.scope, expr)) {
        const follows = this.dependent.find(({ unknown }) => unknown.name === one.name);
        if (!follows) found.set(one.name, one);
        else
          for (const other of unknownsIn(this.scope, follows.equation.residual))
            if (
              other.name !== one.name &&
              !this.dependent.some(({ unknown }) => unknown.name === other.name)
            )
              found.set(other.name, other);
      }
    };
    visit(equation.residual);
    return [...found.values()];
  }
}

function asReciprocal(equation: Equation, { expr }: Unknown): Equation | undefined {
  const residual = reciprocated(equation.residual, expr);
  return residual && { ...equation, residual };
}

/** x in ln x and e^x, for which nothing can be solved. */
const isInFunction = ({ expr }: Unknown, { residual }: Equation): boolean =>
  some(
    residual,
    (node) =>
      (node.kind === "function" || (node.kind === "power" && node.exponent.kind !== "num")) &&
      some(node, (part) => part === expr),
  );

/** A number that stands alone on a side, itself or to a power, up to numerals. */
const loneHead = ({ left, right }: Equation, unknowns: readonly Unknown[]): Unknown | undefined =>
  unknowns.find(
    (one) =>
      !one.vector &&
      [left, right].some(
        (side) =>
          isMultiple(side, one.expr) ||
          // 𝐤·𝐤 = k² is fitted by the vector.
          (isPowerOf(side, one.expr) && !unknowns.some(({ vector }) => vector)),
      ),
  );

const isPowerOf = (side: Expr, unknown: Expr): boolean =>
  side.kind === "power" && side.base === unknown && isConstant(side.exponent);

function isMultiple(side: Expr, unknown: Expr): boolean {
  if (side.kind === "quotient") return isConstant(side.under) && isMultiple(side.over, unknown);
  if (side.kind !== "product") return side === unknown;
  const others = side.factors.filter((factor) => !isMultiple(factor, unknown));
  return others.length === side.factors.length - 1 && others.every(isConstant);
}

/** √2, 8π. */
const isConstant = (node: Expr): boolean =>
  !some(node, (part) => !/^(?:num|constant|product|quotient|power)$/.test(part.kind));
