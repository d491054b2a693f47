/** ds² = … : coordinates and the components of the metric. */
import { num, product, quotient, rational, sum, zero } from "../../math/expr/build";
import type { Expr } from "../../math/expr/node";
import { isChar, type TexNode } from "../latex/node";
import type { Context } from "../notation/context";
import { levels } from "../notation/levels";
import type { Assumption } from "./assume";
import { chainOf } from "./chain";
import { flat } from "./conventionIn";
import { readOne } from "./membership";

/** coefficient · d(first) d(second), names as they are written. */
interface Term {
  readonly coefficient: readonly (readonly TexNode[])[];
  readonly negative: boolean;
  readonly first: readonly TexNode[];
  readonly second: readonly TexNode[];
}

export function readLineElement(
  nodes: readonly TexNode[],
  context: Context,
): Assumption | undefined {
  const { sides, joints } = chainOf(nodes);
  const [left = [], right = []] = sides;
  return joints.length === 1 ? lineElementOf(left, right, context) : undefined;
}

/** The same for sides already told apart; undefined where the left one is not ds². */
export function lineElementOf(
  left: readonly TexNode[],
  right: readonly TexNode[],
  context: Context,
): Assumption | undefined {
  if (!/^(d|\\(mathrm|text)\(d\)|\\text\(d\)|\\dd)\(?s\)?\^\(2\)$/.test(flat(left)))
    return undefined;
  const terms = expand(right);
  if (!terms) return { kind: "unread", why: "the line element is not a sum of dx dy terms" };
  const coordinates: Expr[] = [];
  const entries = new Map<string, Expr[]>();
  for (const term of terms) {
    const value = coefficientOf(term, context);
    const [a, b] = [term.first, term.second].map((name) => readOne(name, context));
    if (!value || !a || !b)
      return { kind: "unread", why: "a coefficient of the line element is not read" };
    for (const coordinate of [a, b])
      if (!coordinates.includes(coordinate)) coordinates.push(coordinate);
    const share = a === b ? value : half(value);
    for (const [i, j] of a === b
      ? [[a, a]]
      : [
          [a, b],
          [b, a],
        ])
      add(entries, i as Expr, j as Expr, share, coordinates);
  }
  const components = coordinates.map((_, i) =>
    coordinates.map((_, j) => sum(...(entries.get(`${i},${j}`) ?? [zero]))),
  );
  return {
    kind: "read",
    facts: [{ kind: "line-element", coordinates, components }],
    conventions: signatureOf(terms),
  };
}

const half = (value: Expr): Expr =>
  value.kind === "num"
    ? rational(value.numerator, 2n * value.denominator)
    : quotient(value, num(2));

/** Mostly plus where dt² has the only minus; a Riemannian metric says nothing. */
function signatureOf(terms: readonly Term[]): { metric?: "mostly-plus" | "mostly-minus" } {
  const square = terms.filter((term) => flat(term.first) === flat(term.second));
  const negative = square.filter((term) => term.negative).length;
  if (square.length < 4) return {};
  if (negative === 1) return { metric: "mostly-plus" };
  return negative === square.length - 1 ? { metric: "mostly-minus" } : {};
}

function add(
  entries: Map<string, Expr[]>,
  a: Expr,
  b: Expr,
  value: Expr,
  coordinates: readonly Expr[],
): void {
  const key = `${coordinates.indexOf(a)},${coordinates.indexOf(b)}`;
  entries.set(key, [...(entries.get(key) ?? []), value]);
}

function coefficientOf(term: Term, context: Context): Expr | undefined {
  const factors = term.coefficient
    .filter((part) => part.length > 0)
    .map((part) => readOne(part, context));
  if (factors.some((factor) => factor === undefined)) return undefined;
  const value = product(...(factors as Expr[]));
  return term.negative ? product(num(-1), value) : value;
}

/** The sum multiplied out as far as the differentials need it. */
function expand(nodes: readonly TexNode[]): readonly Term[] | undefined {
  const terms: Term[] = [];
  for (const { negative, part } of summands(nodes)) {
    const found = one(part);
    if (!found) return undefined;
    terms.push(...found.map((term) => ({ ...term, negative: term.negative !== negative })));
  }
  return terms;
}

function summands(
  nodes: readonly TexNode[],
): { readonly negative: boolean; readonly part: readonly TexNode[] }[] {
  const depth = levels(nodes);
  const found: { negative: boolean; part: TexNode[] }[] = [{ negative: false, part: [] }];
  for (const [i, node] of nodes.entries()) {
    const sign = depth[i] === 0 && (isChar(node, "+") || isChar(node, "-"));
    if (sign) found.push({ negative: isChar(node, "-"), part: [] });
    else found.at(-1)?.part.push(node);
  }
  return found.filter(({ part }) => part.length > 0);
}

function one(part: readonly TexNode[]): readonly Term[] | undefined {
  const at = part.findIndex((node, i) => isDifferential(node) && levels(part)[i] === 0);
  if (at < 0) return inFraction(part) ?? inBrackets(part);
  const coefficient = part.slice(0, at);
  const rest = part.slice(at + 1);
  const [name, script, ...more] = rest;
  if (!name) return undefined;
  if (script?.kind === "script" && script.place === "sup" && more.length === 0)
    return square(coefficient, [name]);
  const second = rest.findIndex(isDifferential);
  if (second > 0) {
    const [first, last] = [rest.slice(0, second), rest.slice(second + 1)];
    return last.length > 0
      ? [{ coefficient: [coefficient], negative: false, first, second: last }]
      : undefined;
  }
  return script?.kind === "script" &&
    script.place === "sub" &&
    more.length === 1 &&
    more[0]?.kind === "script"
    ? square(coefficient, [name, script])
    : undefined;
}

/** dr²/f(r): the denominator divides the coefficient. */
function inFraction(part: readonly TexNode[]): readonly Term[] | undefined {
  const last = part.at(-1);
  if (last?.kind !== "command" || !/^[dt]?frac$/.test(last.name)) return undefined;
  const [over, under] = last.args;
  const inner = over && under && expand(over);
  const divisor: TexNode = {
    ...last,
    args: [[{ kind: "char", text: "1", span: last.span }], under],
  };
  return inner?.map((term) => ({
    ...term,
    coefficient: [part.slice(0, -1), ...term.coefficient, [divisor]],
  }));
}

/** dΩ² and d𝐱² stand for two and three coordinates. */
function square(coefficient: readonly TexNode[], name: readonly TexNode[]): readonly Term[] {
  const text = flat(name);
  const term = (variable: string, ...more: (readonly TexNode[])[]): Term => {
    const first = parsed(variable);
    return { coefficient: [coefficient, ...more], negative: false, first, second: first };
  };
  if (text === "\\Omega" || text.startsWith("\\Omega_(2)"))
    return [term("\\theta"), term("\\phi", parsed("\\sin^2\\theta"))];
  if (/^\\(mathbf|boldsymbol|bm|vec)\([xr]\)$/.test(text)) return [term("x"), term("y"), term("z")];
  return [{ coefficient: [coefficient], negative: false, first: name, second: name }];
}

/** `a²(dθ² + …)`. */
function inBrackets(part: readonly TexNode[]): readonly Term[] | undefined {
  const open = part.findIndex(
    (node) =>
      isChar(node, "(") || isChar(node, "[") || (node.kind === "fence" && node.side === "left"),
  );
  const last = part.at(-1);
  const closes =
    isChar(last, ")") || isChar(last, "]") || (last?.kind === "fence" && last.side === "right");
  if (open < 0 || !closes) return undefined;
  const depth = levels(part);
  const start = part.findLastIndex(
    (_, i) => i >= open && depth[i] === 1 && (i === 0 || depth[i - 1] === 0),
  );
  const inner = expand(part.slice(start + 1, -1));
  return inner?.map((term) => ({
    ...term,
    coefficient: [part.slice(0, start), ...term.coefficient],
  }));
}

const isDifferential = (node: TexNode): boolean =>
  isChar(node, "d") ||
  (node.kind === "words" && node.text === "d") ||
  (node.kind === "command" &&
    /^(mathrm|mathop)$/.test(node.name) &&
    flat(node.args[0] ?? []) === "d") ||
  (node.kind === "command" && node.name === "dd" && node.args.every((arg) => arg === undefined));

const nowhere = { start: 0, end: 0 };

/** Nodes of the few formulas this file writes itself. */
const parsed = (tex: string): readonly TexNode[] => {
  const command = (name: string): TexNode => ({ kind: "command", name, args: [], span: nowhere });
  if (tex === "\\sin^2\\theta")
    return [
      command("sin"),
      {
        kind: "script",
        place: "sup",
        children: [{ kind: "char", text: "2", span: nowhere }],
        span: nowhere,
      },
      command("theta"),
    ];
  return tex.startsWith("\\")
    ? [command(tex.slice(1))]
    : [{ kind: "char", text: tex, span: nowhere }];
};
