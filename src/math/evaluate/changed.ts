/** Values of an expression with one part replaced, from the values of its other parts: no new tree is surveyed. */
import { one } from "../expr/build";
import type { Expr } from "../expr/node";
import { isDifferential } from "../expr/questions";
import { children } from "../expr/walk";
import { add, multiply } from "./contraction";
import { inverseOf } from "./matrix/inverse";
import { Beyond, Undefined } from "./number/field";
import { type Scope, valueIn } from "./scope";
import { scaleBy, type Value } from "./value";

/** A node on the way down, with the position of the part below it. */
export interface Turn {
  readonly node: Expr;
  readonly position: number;
}

/** `out` is taken away, `put` over `over` is added. */
export interface Instead {
  readonly out: Expr;
  readonly put: Expr;
  readonly over: Expr;
}

export interface Replacement {
  readonly path: readonly Turn[];
  readonly part: Expr;
  readonly put: () => Expr;
  /** The same as `put`, as a change of the part's value. */
  readonly instead?: Instead | undefined;
}

/** What is asked for beside the expressions a sample is drawn for: others made of the same names, and changes of the expressions. */
export interface Made {
  readonly parts: readonly Expr[];
  readonly changes: readonly Replacement[];
  /** Plain numbers, by themselves. */
  readonly numbers: readonly Expr[];
}

/** Undefined where the value is more than what the values on the way make it, or has to be asked for otherwise. */
export function changedValues<E>(
  scope: Scope<E>,
  changes: readonly Replacement[],
): (Value<E> | undefined)[] {
  const inner: Scope<E> = { ...scope, memo: new Map() };
  return changes.map(({ path, ...change }) => {
    if (scope.top !== valueIn || !path.every((turn) => passes(scope, turn))) return undefined;
    try {
      return path.reduceRight<Value<E> | undefined>(
        (value, { node, position }) => {
          if (!value) return undefined;
          inner.memo.clear();
          for (const [at, part] of children(node).entries())
            if (isValued(node, part))
              inner.memo.set(part, at === position ? value : valueIn(scope, part));
          return scope.interpret(inner, node);
        },
        changed(scope, change),
      );
    } catch (problem) {
      if (problem instanceof Undefined || problem instanceof Beyond) return undefined;
      throw problem;
    }
  });
}

function changed<E>(
  scope: Scope<E>,
  { part, put, instead }: Omit<Replacement, "path">,
): Value<E> | undefined {
  if (!instead) {
    const node = put();
    return scope.isOperator(node) ? undefined : valueIn(scope, node);
  }
  const { field } = scope;
  const [whole, out, fresh, over] = [part, instead.out, instead.put, instead.over].map((expr) =>
    valueIn(scope, expr),
  ) as [Value<E>, Value<E>, Value<E>, Value<E>];
  const added = instead.over === one ? fresh : multiply(scope, [fresh, inverseOf(scope, over)]);
  return add(scope, [whole, scaleBy(field, field.neg(field.one), out), added]);
}

/** Whether the value of a node follows from the values of its parts, of which this one stands there once. */
function passes<E>(scope: Scope<E>, { node, position }: Turn): boolean {
  const parts = children(node);
  const part = parts[position];
  return (
    part !== undefined &&
    parts.indexOf(part) === parts.lastIndexOf(part) &&
    isOfValues(scope, node, part)
  );
}

function isOfValues<E>(scope: Scope<E>, node: Expr, part: Expr): boolean {
  switch (node.kind) {
    case "sum":
    case "quotient":
    case "involution":
    case "dot":
    case "cross":
    case "slash":
    case "trace":
      return true;
    case "bracket":
      return node.sort !== "poisson";
    case "product":
      return !node.factors.some((factor) => scope.isOperator(factor));
    case "power":
      return !(node.base.kind === "function" && node.base.name === "abs");
    case "function":
      return !isDifferential(node) && !ofItsOwn.has(node.name);
    case "derivative":
      return node.operand === part && isComposite.has(part.kind);
    default:
      return false;
  }
}

/** Functions that are more than their value at an argument. */
const ofItsOwn: ReadonlySet<string> = new Set(["δ", "δ′", "Res", "PV"]);
const isComposite: ReadonlySet<string> = new Set(["sum", "product", "quotient", "function"]);

/** What a derivative is taken by has no value of its own there. */
const isValued = (node: Expr, part: Expr): boolean =>
  node.kind !== "derivative" || part === node.operand;
