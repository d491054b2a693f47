/** Operators as letters of words, with what two neighbours leave behind when they change places. */
import { func, negate, product, sum, symbol } from "../../expr/build";
import type { Expr, SymbolType } from "../../expr/node";
import { nodes, replace, transform } from "../../expr/walk";
import { Beyond } from "../number/field";
import { isMode } from "../words/isLetter";
import {
  type Context,
  headOf,
  isDagger,
  isOwnAdjoint,
  labelsOf,
  original,
  type Rule,
} from "./context";
import { alone, atomKey, difference, type Linear, linearOf, renamed } from "./linear";
import type { Label, Letter } from "./term";

export function letterOf(context: Context, expr: Expr): Letter {
  const head = headOf(expr);
  if (!head || (expr.kind === "involution" && expr.operand.kind === "involution"))
    throw new Beyond("operators of this kind under sums over modes");
  const own = isOwnAdjoint(context, head);
  const raised = isDagger(expr) && !own;
  if (isMode(head) && !context.ladders.has(head.name))
    throw new Beyond(`${head.name} beside sums over modes`);
  if (head.type === "three-vector" || head.grassmann)
    throw new Beyond("operators of this kind under sums over modes");
  return {
    sort: "mode",
    head: head.name,
    raised,
    order: orderOf(context, head.name, raised),
    fermion: context.fermions.has(head.name),
    ladder: context.ladders.has(head.name),
    ...(own ? { own } : {}),
    labels: labelsOf(expr).map((label) => labelIn(context, label)),
  };
}

/** Creation operators and fields stand first, annihilation operators and momenta conjugate to fields second. */
function orderOf(context: Context, head: string, raised: boolean): 0 | 1 | 2 {
  if (context.ladders.has(head)) return raised ? 0 : 1;
  if (raised) return 2;
  for (const { left, right } of context.rules) {
    if (isDagger(left) || isDagger(right)) continue;
    const [first, second] = [headOf(left)?.name, headOf(right)?.name];
    if (first === undefined || second === undefined || first === second) continue;
    if (head === first) return 0;
    if (head === second) return 1;
  }
  return 2;
}

export function labelIn(context: Context, expr: Expr): Label {
  const form = linearOf(expr);
  if (form) return { expr, form: withDefinitions(context, form) };
  for (const node of nodes(expr))
    if (atomKey(node)?.includes(renamed)) throw new Beyond("modes with labels of this kind");
  return { expr, form: alone(expr) };
}

/** A label that a premise defines has no value of its own. */
export function withDefinitions({ given }: Context, form: Linear): Linear {
  for (const key of form.of.keys())
    if (given.definitions.has(`symbol ${key}`)) throw new Beyond("a label that is defined");
  return form;
}

/** [a, b]_∓ as a formula, for a of order 1 and b of order 0. */
export function contraction(context: Context, a: Letter, b: Letter): Expr | undefined {
  for (const rule of context.rules) {
    const forth = matched(rule.left, a, matched(rule.right, b, new Map()));
    if (forth) return valueFor(rule, forth);
    const back = matched(rule.left, b, matched(rule.right, a, new Map()));
    if (back) return rule.fermion ? valueFor(rule, back) : negate(valueFor(rule, back));
  }
  if (a.head !== b.head || a.raised === b.raised || !context.ladders.has(a.head)) {
    if (context.rules.some((rule) => namesOf(rule, a, b))) throw new Beyond("these commutators");
    return undefined;
  }
  if (context.rules.some((rule) => namesOf(rule, a, b)))
    throw new Beyond("a commutator for other labels");
  if (a.labels.length !== b.labels.length) throw new Beyond(`${a.head} with labels and without`);
  return product(
    ...a.labels.map((label, i) => deltaOf(context, label, b.labels[i] as Label, i === 0, a.head)),
  );
}

/** The rule is about these two operators. */
function namesOf(rule: Rule, a: Letter, b: Letter): boolean {
  const [first, second] = [rule.left, rule.right].map(
    (side) => `${headOf(side)?.name}${isDagger(side) ? "†" : ""}`,
  );
  const [own, other] = [a, b].map((letter) => `${letter.head}${letter.raised ? "†" : ""}`);
  return (first === own && second === other) || (first === other && second === own);
}

/** δ of two labels: of unknown norm where they are continuous, and one where they count. */
function deltaOf(context: Context, a: Label, b: Label, first: boolean, head: string): Expr {
  const continuous = [a, b].some(({ form }) =>
    [...form.of.keys()].some((key) => context.continuous.has(original(key))),
  );
  const apart = sum(a.expr, negate(b.expr));
  if (!continuous) return func("δ", [apart], [symbol("Kronecker ?")]);
  if (!first) return func("δ", [apart]);
  return product(symbol(`norm of ${head} ?`), func("δ", [apart]));
}

type Bindings = ReadonlyMap<string, Expr>;

function matched(pattern: Expr, letter: Letter, known: Bindings | undefined): Bindings | undefined {
  if (!known || headOf(pattern)?.name !== letter.head || isDagger(pattern) !== letter.raised)
    return undefined;
  const formals = labelsOf(pattern);
  if (formals.length !== letter.labels.length) return undefined;
  const found = new Map(known);
  for (const [i, formal] of formals.entries()) {
    const { expr } = letter.labels[i] as Label;
    if (formal.kind === "num") {
      if (formal !== expr) return undefined;
      continue;
    }
    const key = atomKey(formal);
    if (key === undefined) return undefined;
    const before = found.get(key);
    if (before && difference(linear(before), linear(expr)).of.size > 0) return undefined;
    found.set(key, expr);
  }
  return found;
}

const linear = (expr: Expr): Linear => linearOf(expr) ?? alone(expr);

const valueFor = ({ value }: Rule, bindings: Bindings): Expr => placed(value, bindings);

/** Labels in the place of formal ones, in every type the formal one is written with. */
export function placed(body: Expr, bindings: Bindings): Expr {
  const by = new Map<Expr, Expr>();
  for (const node of nodes(body)) {
    const actual = bindings.get(atomKey(node) ?? "");
    if (actual && (node.kind === "symbol" || node.kind === "labelled"))
      by.set(node, retyped(actual, node.kind === "symbol" ? node.type : node.head.type));
  }
  return replace(body, by);
}

/** The same label written as a vector, or as a plain letter. */
const retyped = (expr: Expr, type: SymbolType): Expr =>
  transform(expr, (node) => {
    const key = node.kind === "symbol" ? atomKey(node) : undefined;
    return key === undefined || (node.kind === "symbol" && node.type === type)
      ? node
      : symbol(key, type);
  });
