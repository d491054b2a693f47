/** Expressions as people read them in Unicode: what is an index, a power, an application or a product can be told apart. */
import { along, type Binding, binding, bindingOf, operations, reaches, signed } from "./binding";
import { negate } from "./build";
import { conditionOf } from "./given";
import type {
  By,
  Call,
  Comparison,
  Derivative,
  Expr,
  Integral,
  Labelled,
  Measure,
  Opaque,
  Product,
  Series,
  Tensor,
} from "./node";
import { piecesBelow } from "./piecesBelow";
import { isWhole, printIndices, printName, printNumber, raised } from "./printScripts";

export function printExpr(node: Expr): string {
  switch (node.kind) {
    case "num":
      return printNumber(node);
    case "constant":
      return node.name;
    case "symbol":
      return printName(node);
    case "labelled":
      return printLabelled(node);
    case "tensor":
      return tensorHead(node) + printIndices(node.indices);
    case "sum":
      return sum(node.terms);
    case "product":
      return product(node);
    case "quotient":
      return `${at(node.over, binding.attached)}/${at(node.under, binding.attached)}`;
    case "power":
      return power(node.base, node.exponent);
    case "function":
      return applied(node.name, node.parameters, node.args);
    case "call":
      return printCall(node);
    case "primed":
      return at(node.head, binding.atom) + primes(node.order);
    case "derivative":
      return derivative(node);
    case "slash":
      return `γ·${at(node.vector, binding.attached)}`;
    case "dot":
      return `${at(node.left, binding.attached)}·${at(node.right, binding.attached)}`;
    case "cross":
      return `${at(node.left, binding.attached)}×${at(node.right, binding.attached)}`;
    case "tensor-product":
      return node.factors.map((factor) => at(factor, binding.attached)).join("⊗");
    case "wedge":
      return node.factors.map((factor) => at(factor, binding.attached)).join("∧");
    case "bracket":
      return bracket(node.sort, printExpr(node.left), printExpr(node.right));
    case "involution":
      return involution(node.sort, node.operand);
    case "trace":
      return `Tr${node.space ? `_${node.space}` : ""}[${printExpr(node.operand)}]`;
    case "ket":
      return `|${list(node.labels)}⟩`;
    case "bra":
      return `⟨${list(node.labels)}|`;
    case "expectation":
      return `⟨${printExpr(node.operand)}⟩${node.state ? `_${at(node.state, binding.atom)}` : ""}`;
    case "ordered":
      return ordered(node.sort, printExpr(node.operand));
    case "matrix":
      return `(${node.rows.map(list).join("; ")})`;
    case "cases":
      return `{${node.branches.map(branch).join("; ")}}`;
    case "integral":
      return integral(node);
    case "series":
      return series(node);
    case "limit":
      return `lim_(${printExpr(node.variable)}→${printExpr(node.to)}${sides[node.side ?? "both"]}) ${at(node.body, binding.reach)}`;
    case "bar":
      return bar(node.body, node.at, node.from, node.to);
    case "order":
      return node.argument ? `O(${printExpr(node.argument)})` : "…";
    case "unit":
      return node.unit;
    case "plus-minus":
      return (node.upper === "+" ? "±" : "∓") + at(node.operand, binding.reach);
    case "tuple":
      return `(${list(node.items)})`;
    case "opaque":
      return printOpaque(node);
    case "hole":
      return `⟦${node.source}⟧`;
  }
}

/** Operations between their operands, conditions as they are written, the rest by name. */
function printOpaque({ what, parts }: Opaque): string {
  const [first, second] = parts;
  if (!first) return what;
  if (bigSigns.has(what)) return printBig(what, parts);
  if (what === "an operation on a product") return `(${list(parts)})`;
  if (what === "list") return list(parts).replace(/, words: (\S+), /gu, " $1 ");
  if (what === "( )") return `(${list(parts)})`;
  if (what === "subscript" && second)
    return `${first.kind === "ket" ? printExpr(first) : `(${printExpr(first)})`}_${labels([second])}`;
  if (what.startsWith("subscript ") && first.kind === "ket")
    return `${printExpr(first)}_${what.slice("subscript ".length)}`;
  if (along.test(what) && parts.length < 3) {
    const below = first.kind === "opaque" && first.what === "nothing" ? "" : `_${labels([first])}`;
    return what + below + (second ? ` ${at(second, binding.attached)}` : "");
  }
  if (operations.has(what) && second)
    return parts.map((part) => operand(part, what)).join(` ${what} `);
  const relations = what.split(" ");
  if (!relations.every((relation) => comparisons.has(relation))) return `${what}(${list(parts)})`;
  const missing = relations.length + 1 - parts.length;
  return parts
    .map((part, i) => {
      const relation = relations[i - 1 + missing];
      return i === 0 && missing === 0 ? printExpr(part) : `${relation} ${printExpr(part)}`;
    })
    .join(" ");
}

const bigSigns = new Set(["⨂", "⨁", "⋃", "⋂", "⋀", "∐", "⨆"]);

/** ⋃_(i ∈ I) U_i. */
function printBig(sign: string, [range, upper, body]: readonly Expr[]): string {
  const unbounded = !range || (range.kind === "opaque" && range.what === "nothing");
  const last = body ?? upper;
  return `${sign}${unbounded ? "" : `_(${printExpr(range)})`}${body && upper ? `^${labels([upper])}` : ""} ${last ? at(last, binding.attached) : ""}`;
}

function printCall({ head, args }: Call): string {
  const given = conditionOf(head);
  return given
    ? `${at(given.head, binding.attached)}(${list(args.slice(0, given.at))} | ${list(args.slice(given.at))})`
    : `${at(head, binding.attached)}(${list(args)})`;
}

const comparisons = new Set([
  "=",
  "≡",
  ":=",
  "≈",
  "≃",
  "∼",
  "∝",
  "→",
  "↦",
  "<",
  "≤",
  ">",
  "≥",
  "≪",
  "≫",
  "≠",
  "∈",
]);

const operand = (part: Expr, what: string): string =>
  part.kind === "opaque" && (part.what === what || !operations.has(part.what))
    ? printExpr(part)
    : at(part, binding.attached);

const printComparison = ({ left, relation, right }: Comparison): string =>
  left === right ? printExpr(left) : `${printExpr(left)} ${relation} ${printExpr(right)}`;

/** The printed form, in parentheses where it binds more loosely than its place asks. */
const at = (node: Expr, least: Binding): string =>
  bindingOf(node) < least ? `(${printExpr(node)})` : printExpr(node);

const list = (items: readonly Expr[]): string => items.map(printExpr).join(", ");
const sides = { above: "⁺", below: "⁻", both: "" } as const;

function sum(terms: readonly Expr[]): string {
  const parts = terms.map((term, i) => {
    if (term.kind === "plus-minus")
      return i === 0 ? printExpr(term) : printExpr(term).replace(/^[±∓]/, " $& ");
    if (i === 0) return printExpr(term);
    return signed(term) ? ` − ${at(negate(term), binding.reach)}` : ` + ${at(term, binding.reach)}`;
  });
  return parts.join("");
}

function product({ factors }: Product): string {
  const [first, ...rest] = factors;
  if (first?.kind === "num" && first.numerator === -1n && first.denominator === 1n)
    return `-${factorsInRow(rest)}`;
  if (first?.kind === "num" && first.numerator < 0n)
    return `-${factorsInRow([negate(first), ...rest])}`;
  return factorsInRow(factors);
}

function factorsInRow(factors: readonly Expr[]): string {
  return factors
    .map((factor, i) => {
      const last = i === factors.length - 1;
      const text = needsParentheses(factor, factors.length, last)
        ? `(${printExpr(factor)})`
        : printExpr(factor);
      const before = factors[i - 1];
      const mark = before?.kind === "num" && factor.kind === "num" ? "× " : "";
      return mark + text;
    })
    .join(" ");
}

function needsParentheses(factor: Expr, count: number, last: boolean): boolean {
  if (factor.kind === "num" && bindingOf(factor) === binding.tight) return count > 1;
  if (factor.kind === "quotient") return count > 1;
  if (factor.kind === "derivative" && !factor.operand) return false;
  if (reaches(factor)) return !last;
  return bindingOf(factor) < binding.product || (factor.kind === "product" && count > 1);
}

function power(base: Expr, exponent: Expr): string {
  const foot = base.kind === "tensor" || base.kind === "power" || base.kind === "involution";
  const below = foot ? `(${printExpr(base)})` : at(base, binding.attached);
  return isWhole(exponent)
    ? below + raised(exponent.numerator)
    : `${below}^(${printExpr(exponent)})`;
}

/** p_i of 𝐩 is a number and not bold; 𝐞_i is a vector. */
function tensorHead({ head, indices }: Tensor): string {
  const name = head.kind === "labelled" ? head.head : head;
  const component =
    indices.length === 1 &&
    name.kind === "symbol" &&
    name.type === "three-vector" &&
    !name.name.normalize("NFD").startsWith("e");
  if (!component) return at(head, binding.attached);
  return head.kind === "labelled" ? printLabelled(head, name.name) : name.name;
}

function printLabelled(node: Labelled, name = printName(node.head)): string {
  const { below, above } = heights(node);
  const lower = below.length > 0 ? `_${labels(below)}` : "";
  return name + (above.length > 0 ? `^${labels(above)}` : "") + lower;
}

/** The labels by height; a row of letters above, as in T^(a_1 … a_k), keeps its own. */
export function heights({ labels: items, above = 0 }: Labelled): {
  readonly below: readonly Expr[];
  readonly above: readonly Expr[];
} {
  const isRow = (item: Expr): boolean => item.kind === "opaque" && item.what === "^";
  const under = items.slice(0, items.length - above);
  return {
    below: under.filter((item) => !isRow(item)),
    above: [...under.filter(isRow), ...items.slice(items.length - above)].flatMap((item) =>
      item.kind === "opaque" && item.what === "^" ? item.parts : [item],
    ),
  };
}

function labels(items: readonly Expr[]): string {
  const [only] = items;
  if (items.length === 1 && only && signLabel(only)) return signLabel(only) ?? "";
  const shown = only?.kind === "opaque" && only.parts.length > 1 && only.what !== "( )";
  if (items.length === 1 && only && bindingOf(only) === binding.atom && !shown)
    return printExpr(only);
  return `(${items.map((item) => signLabel(item) ?? printExpr(item)).join(", ")})`;
}

/** − and ± of the label +. */
function signLabel(item: Expr): string | undefined {
  const plus = (part: Expr | undefined): boolean => part?.kind === "symbol" && part.name === "+";
  if (item.kind === "plus-minus" && plus(item.operand)) return item.upper === "+" ? "±" : "∓";
  return signed(item) && plus(negate(item)) ? "−" : undefined;
}

const orderedFunctions: Readonly<Record<string, string>> = {
  besselJ: "J",
  besselY: "Y",
  besselI: "I",
  besselK: "K",
  legendreP: "P",
  hermiteH: "H",
  hankel1: "H^(1)",
  hankel2: "H^(2)",
  laguerreL: "L",
  sphericalY: "Y",
  sphericalJ: "j",
  chebyshevT: "T",
};

function applied(name: string, parameters: readonly Expr[], args: readonly Expr[]): string {
  const [only] = args;
  if (name === "sqrt" && only && parameters.length === 0) return `√${at(only, binding.atom)}`;
  if (name === "abs" && only) return `|${printExpr(only)}|`;
  if (name === "norm" && only) return `‖${printExpr(only)}‖`;
  if (name === "d" && only && parameters[0])
    return `d${exponent(parameters[0])}${at(only, binding.atom)}`;
  if (name === "factorial" && only) return `${at(only, binding.atom)}!`;
  const [variable, place] = parameters;
  if (name === "Res" && variable && place)
    return `Res_(${printExpr(variable)} = ${printExpr(place)})(${list(args)})`;
  const shown = orderedFunctions[name] ?? name;
  const inside = args.length > 0 ? `(${list(args)})` : "";
  return `${shown}${parameters.length > 0 ? `_${labels(parameters)}` : ""}${inside}`;
}

const primes = (order: number): string => (order > 3 ? `^(${order})` : "′".repeat(order));

function derivative({ by, order, operand }: Derivative): string {
  const times = exponent(order);
  if (by.kind === "variable") return ratio(by, times, operand);
  const below = operand ? at(operand, binding.attached) : "";
  if (by.kind === "laplacian" && isWhole(order)) return `∇${raised(2n * order.numerator)}${below}`;
  return operatorSign(by) + times + below;
}

function operatorSign(by: Exclude<By, { kind: "variable" }>): string {
  switch (by.kind) {
    case "index":
      return (by.covariant ? "∇" : "∂") + printIndices([by.index]);
    case "gradient":
      return "∇";
    case "divergence":
      return "∇·";
    case "curl":
      return "∇×";
    case "laplacian":
      return "∇²";
    case "dalembertian":
      return "□";
  }
}

function ratio(by: Extract<By, { kind: "variable" }>, times: string, operand?: Expr): string {
  const d = { partial: "∂", total: "d", functional: "δ" }[by.style];
  const compact =
    operand !== undefined &&
    operand.kind !== "power" &&
    operand.kind !== "involution" &&
    bindingOf(operand) >= binding.attached;
  const over = d + times + (compact ? printExpr(operand) : "");
  const row = by.variable.kind === "opaque" && by.variable.what === "list";
  const under = row ? `(${printExpr(by.variable)})` : at(by.variable, binding.attached) + times;
  const plain = `${over}/${d}${under}`;
  const held = by.held ? `(${plain})_${labels(by.held)}` : plain;
  return operand && !compact ? `${held} (${printExpr(operand)})` : held;
}

/** What stands raised after d, ∂ or a measure's d: nothing for once. */
function exponent(order: Expr): string {
  if (!isWhole(order)) return `^${labels([order])}`;
  return order.numerator === 1n ? "" : raised(order.numerator);
}

function bracket(
  sort: "commutator" | "anticommutator" | "poisson",
  left: string,
  right: string,
): string {
  if (sort === "commutator") return `[${left}, ${right}]`;
  return `{${left}, ${right}}${sort === "poisson" ? "_PB" : ""}`;
}

function involution(sort: "conjugate" | "dagger" | "transpose" | "bar", operand: Expr): string {
  if (sort === "bar")
    return operand.kind === "symbol" ? `${printName(operand)}̄` : `bar(${printExpr(operand)})`;
  const mark = { conjugate: "*", dagger: "†", transpose: "ᵀ" }[sort];
  const simple = operand.kind === "labelled" || bindingOf(operand) === binding.atom;
  return (simple ? printExpr(operand) : `(${printExpr(operand)})`) + mark;
}

const ordered = (sort: "time" | "normal" | "path", operand: string): string =>
  sort === "normal" ? `:${operand}:` : `${sort === "time" ? "T" : "P"}{${operand}}`;

const branch = (one: { readonly value: Expr; readonly condition?: Comparison }): string =>
  printExpr(one.value) + (one.condition ? ` if ${printComparison(one.condition)}` : " otherwise");

const integral = ({ measures, integrand }: Integral): string =>
  `${measures.map((one) => measure(one, integrand)).join(" ")} ${at(integrand, binding.reach)}`.replaceAll(
    "· ",
    "·",
  );

/** A vector set bold. */
const isInSpace = (node: Expr): boolean => node.kind === "symbol" && node.type === "three-vector";

function measure(one: Measure, integrand: Expr): string {
  const closed = one.region?.startsWith("∮") ?? false;
  const sign = closed ? "∮" : "∫";
  const name = closed ? one.region?.slice(1) : one.region;
  const region = name ? `_${/^\S+$/u.test(name) ? name : `(${name})`}` : "";
  const limits =
    (one.lower ? `_${labels([one.lower])}` : "") + (one.upper ? `^${labels([one.upper])}` : "");
  const listed = one.variable.kind === "opaque" && one.variable.what === "list";
  if (one.variable.kind === "opaque" && !listed) return `${sign}${region}${limits}`;
  const d = one.sort === "path" ? "D" : "d";
  if (listed) return `${sign}${region}${limits} ${d}[${printExpr(one.variable)}]`;
  const times = one.power ? exponent(one.power) : "";
  if (one.variable.kind === "series") {
    const each = `${d}${times}${at(one.variable.body, binding.attached)}`;
    return `${sign}${region}${limits} ${series(one.variable, each)}`;
  }
  const contracted = [one.variable, integrand].some(isInSpace);
  const dotted = one.sort === "line" || (one.sort === "surface" && contracted) ? "·" : "";
  return `${sign}${region}${limits} ${d}${times}${at(one.variable, binding.attached)}${dotted}`;
}

function pieceBelow(piece: ReturnType<typeof piecesBelow>[number]): string {
  if (piece.kind === "neighbours") return `⟨${list(piece.labels)}⟩`;
  return piece.kind === "comparison"
    ? printComparison(piece.comparison)
    : printExpr(piece.expression);
}

function series(node: Series, body = at(node.body, binding.reach)): string {
  const variables = list(node.variables);
  const under = node.condition
    ? piecesBelow(node.condition, node.variables).map(pieceBelow).join(", ")
    : node.lower
      ? `${variables}=${printExpr(node.lower)}`
      : node.values
        ? `${variables}∈{${list(node.values)}}`
        : variables;
  const above = node.upper ? `^${labels([node.upper])}` : "";
  const below = under ? `_(${under})` : "";
  return `${node.sort === "sum" ? "∑" : "∏"}${below}${above} ${body}`;
}

function bar(
  body: Expr,
  places: readonly { readonly variable: Expr; readonly value: Expr }[],
  from: Expr | undefined,
  to: Expr | undefined,
): string {
  if (from || to)
    return `[${printExpr(body)}]${from ? `_${labels([from])}` : ""}${to ? `^${labels([to])}` : ""}`;
  const values = places.map(({ variable, value }) =>
    variable.kind === "opaque" ? printExpr(value) : `${printExpr(variable)}=${printExpr(value)}`,
  );
  return `${at(body, binding.attached)}|_(${values.join(", ")})`;
}
