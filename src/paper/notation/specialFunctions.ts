/** Functions known by a letter with its orders: Γ(x), J_n(x), Y_{ℓm}(θ,φ), P_ℓ^m(x), Li_2(x). */
import { conjugate, derivative, func, num, one, power, symbol } from "../../math/expr/build";
import { intern } from "../../math/expr/intern";
import type { Expr } from "../../math/expr/node";
import type { TexNode } from "../latex/node";
import type { Use } from "./context";
import { readInside } from "./expression";
import { takeFenced } from "./fences";
import { letterSort } from "./indexSpace";
import { nameOf } from "./name";
import { next, type Reader, token } from "./reader";
import type { NotationRule } from "./rule";
import { isPrime, isStar, type ScriptPart, takeScripts } from "./scripts";
import { splitAt } from "./split";
import { dots, uses } from "./survey";
import { isDigit, tokenOf } from "./token";

/** Letter → name, with the number of orders and arguments it takes. */
interface Known {
  readonly name: string;
  readonly orders: readonly [number, number];
  readonly args: readonly [number, number];
}

const known = (
  name: string,
  orders: readonly [number, number],
  args: readonly [number, number] = [1, 1],
): Known => ({
  name,
  orders,
  args,
});

/** Letters mean these only with the orders shown, and never with an index among them. */
const byLetter: Readonly<Record<string, readonly Known[]>> = {
  Γ: [known("Γ", [0, 0], [1, 2])],
  ζ: [known("ζ", [0, 0], [1, 2])],
  B: [known("B", [0, 0], [2, 2])],
  J: [known("besselJ", [1, 1])],
  K: [known("besselK", [1, 1])],
  I: [known("besselI", [1, 1])],
  N: [known("besselY", [1, 1])],
  Y: [known("sphericalY", [2, 2], [1, 2]), known("besselY", [1, 1])],
  H: [known("hermiteH", [1, 1])],
  P: [known("legendreP", [1, 2])],
  L: [known("laguerreL", [1, 2])],
  T: [known("chebyshevT", [1, 1])],
  U: [known("chebyshevU", [1, 1])],
  j: [known("sphericalJ", [1, 1])],
  Li: [known("Li", [1, 1])],
  erf: [known("erf", [0, 0])],
  erfc: [known("erfc", [0, 0])],
  Ei: [known("Ei", [0, 0])],
  Si: [known("Si", [0, 0])],
  Ci: [known("Ci", [0, 0])],
  Ai: [known("airyAi", [0, 0])],
  Bi: [known("airyBi", [0, 0])],
};

export const specialFunction: NotationRule = {
  name: "special functions",
  begins: [
    "\\Gamma",
    "\\zeta",
    "Γ",
    "ζ",
    "B",
    "J",
    "K",
    "I",
    "N",
    "Y",
    "H",
    "P",
    "L",
    "T",
    "U",
    "j",
    "\\mathrm",
    "\\operatorname",
    "\\text",
    "\\mathscr",
    "<words>",
    "\\Li",
    "\\Beta",
  ],
  examples: [
    [String.raw`\Gamma(x+1)`, "Γ(x + 1)"],
    ["B(a,b)", "B(a, b)"],
    ["J_0(x)", "J_0(x)"],
    [String.raw`Y_{\ell m}(\theta,\phi)`, "Y_(ℓ, m)(θ, φ)"],
    [String.raw`P_\ell(\cos\theta)`, "P_ℓ(cos(θ))"],
    [String.raw`H_0^{(1)}(kr)`, "H^(1)_0(k r)"],
    [String.raw`\mathrm{Li}_2(x)`, "Li_2(x)"],
    [String.raw`\zeta(3)`, "ζ(3)"],
  ],
  read(reader) {
    const node = next(reader);
    const letter = spelled(node);
    const candidates = byLetter[letter];
    if (!candidates) return undefined;
    const parts = takeScripts(reader);
    const outgoing = letter === "H" ? hankel(reader, parts) : undefined;
    if (outgoing) return outgoing;
    const shape = shapeOf(reader, letter, parts);
    if (!shape) return undefined;
    if (token(reader) !== "(") {
      const variables = unsaidArguments(reader, letter, shape.orders);
      const found = candidates.find((each) => fits(each, shape.orders.length, variables.length));
      return found && variables.length > 0
        ? spelledOut(reader, found, shape, variables)
        : undefined;
    }
    const inside = takeFenced(reader)?.inside;
    if (!inside || inside.length === 0) return undefined;
    const args = splitAt(inside, ",", ";");
    const found = candidates.find((each) => fits(each, shape.orders.length, args.length));
    if (!found || !plausible(reader, letter, shape.orders, args)) return undefined;
    const values = args.map((arg) => readInside(reader, arg));
    return spelledOut(reader, found, shape, values);
  },
};

/** H_ν^{(1)}(kr): Hankel's function, where the order is ν, the argument a product or Bessel's functions stand about. */
function hankel(reader: Reader, parts: readonly ScriptPart[]): Expr | undefined {
  const { survey } = reader.page;
  const above =
    parts
      .find(({ place }) => place === "sup")
      ?.nodes.map(tokenOf)
      .join("") ?? "";
  const below = parts.find(({ place }) => place === "sub")?.nodes ?? [];
  const kind = /^\(([12])\)$/.exec(above)?.[1];
  if (!kind || parts.length !== 2 || below.length === 0 || token(reader) !== "(") return undefined;
  const { at } = reader;
  const inside = takeFenced(reader)?.inside ?? [];
  const scaled = inside.filter((node) => nameOf(node)).length > 1;
  const order = below.map((node) => nameOf(node)?.name ?? tokenOf(node)).join("");
  const among = ["J", "Y", "N", "K"].some((letter) => survey.calls.has(letter));
  if (splitAt(inside, ",").length === 1 && (scaled || order === "ν" || among))
    return func(`hankel${kind}`, [readInside(reader, inside)], [readInside(reader, below)]);
  reader.at = at;
  return undefined;
}

function spelledOut(reader: Reader, found: Known, shape: Shape, values: readonly Expr[]): Expr {
  const orders = shape.orders.map((order) => readInside(reader, order));
  const whole =
    shape.primes > 0
      ? derived(found.name, values, orders, shape.primes)
      : func(found.name, values, orders);
  const starred = shape.starred ? conjugate(whole) : whole;
  return shape.powers.reduce<Expr>((base, part) => raised(reader, base, part), starred);
}

/** Y_{ℓm} is a function of the angles, and P_n in its differential equation one of x. */
function unsaidArguments(
  reader: Reader,
  letter: string,
  orders: readonly (readonly TexNode[])[],
): readonly Expr[] {
  const { survey } = reader.page;
  const [first, second] = orders.map((order) =>
    order.map((node) => nameOf(node)?.name ?? tokenOf(node)).join(""),
  );
  const angular = survey.seen.has("\\pi") || survey.seen.has("\\theta");
  if (letter === "Y" && first !== undefined && second !== undefined)
    return /^(?:[ℓl]|[0-9]+$)/u.test(first) &&
      (/^[-−]?m/u.test(second) || (angular && /^[-−]?[0-9]+$/u.test(second)))
      ? [symbol("θ"), symbol(survey.seen.has("\\varphi") ? "ϕ" : "φ")]
      : [];
  const equation =
    uses(survey, letter, "primed") > 0 ||
    (letter === "P" && /^[ℓl]$/u.test(first ?? "") && uses(survey, "x", "variable") > 0);
  if (!equation || !/^[HJLP]$/.test(letter) || !/^[nνℓlα]$/u.test(first ?? "")) return [];
  const isFree = !isField(reader, letter) || isOfAnyOrder(reader, letter, orders);
  return survey.uses.has("x") && isFree ? [symbol("x")] : [];
}

function spelled(node: TexNode | undefined): string {
  if (node?.kind === "words") return node.text.trim();
  if (node?.kind === "command" && node.name === "Li") return "Li";
  if (node?.kind === "command" && node.name === "Beta") return "B";
  const name = nameOf(node);
  return name && !name.bold && !name.accent ? name.name : "";
}

interface Shape {
  readonly orders: readonly (readonly TexNode[])[];
  readonly powers: readonly ScriptPart[];
  readonly primes: number;
  readonly starred: boolean;
}

/** Orders below (one by one where several letters stand there), a degree above P and L; undefined where scripts do not fit. */
function shapeOf(reader: Reader, letter: string, parts: readonly ScriptPart[]): Shape | undefined {
  const below: (readonly TexNode[])[] = [];
  const above: (readonly TexNode[])[] = [];
  const powers: ScriptPart[] = [];
  let [primes, starred] = [0, false];
  const has = parts.some(({ place }) => place === "sub");
  for (const part of parts) {
    const upper = part.nodes.filter((node) => !isStar(node));
    if (part.place === "sub") below.push(...ordersBelow(letter, part.nodes));
    else if (part.nodes.every(isPrime)) primes += part.nodes.length;
    else {
      if (upper.length < part.nodes.length) starred = !starred;
      if (upper.length === 0) continue;
      if (/^[PLY]$/.test(letter) && has && below.length < 2) above.push(unparenthesised(upper));
      else if (upper.every(isDigit)) powers.push(part);
      else return undefined;
    }
  }
  const isIndex = (node: TexNode): boolean => {
    const name = nameOf(node)?.name;
    return name !== undefined && letterSort(reader.page, name) !== "label";
  };
  const indexed =
    below.flat().some((node) => isIndex(node) && !isOrder(reader, letter, node)) ||
    above.flat().some((node) => isIndex(node) && !/^[αβkm]$/u.test(nameOf(node)?.name ?? ""));
  return indexed ? undefined : { orders: [...below, ...above], powers, primes, starred };
}

/** T_n of a cosine; ν of a Bessel function, where nothing in the statement has Lorentz indices. */
const isOrder = (reader: Reader, letter: string, node: TexNode): boolean =>
  (/^[TU]$/.test(letter) && nameOf(node)?.name === "n") ||
  (/^[JKINY]$/.test(letter) &&
    /^[να]$/u.test(nameOf(node)?.name ?? "") &&
    !["\\mu", "\\partial", "\\gamma", "\\eta"].some((token) => reader.page.survey.seen.has(token)));

function ordersBelow(letter: string, nodes: readonly TexNode[]): (readonly TexNode[])[] {
  const pieces = splitAt(nodes, ",");
  if (pieces.length > 1) return pieces;
  if (letter === "Y") {
    const letters = primedLetters(nodes);
    if (letters.length === 2) return letters;
  }
  return [nodes];
}

/** ℓ'm' letter by letter, each with its primes. */
function primedLetters(nodes: readonly TexNode[]): (readonly TexNode[])[] {
  const found: TexNode[][] = [];
  for (const node of nodes) {
    const last = found.at(-1);
    if (last && (isPrime(node) || node.kind === "script")) last.push(node);
    else found.push([node]);
  }
  return found;
}

/** L_n^{(α)}: the parentheses only keep the degree from being a power. */
const unparenthesised = (nodes: readonly TexNode[]): readonly TexNode[] =>
  tokenOf(nodes[0]) === "(" && tokenOf(nodes.at(-1)) === ")" ? nodes.slice(1, -1) : nodes;

const fits = (each: Known, orders: number, args: number): boolean =>
  orders >= each.orders[0] &&
  orders <= each.orders[1] &&
  args >= each.args[0] &&
  args <= each.args[1];

/** Letters of fields and operators are special functions only with an order and an argument that suit one. */
function plausible(
  reader: Reader,
  letter: string,
  orders: readonly (readonly TexNode[])[],
  args: readonly (readonly TexNode[])[],
): boolean {
  if (letter.length > 1 || letter === "Γ" || letter === "ζ") return true;
  if (letter === "Y" && orders.length === 2) return true;
  if (
    (isField(reader, letter, args) && !isOfAnyOrder(reader, letter, orders)) ||
    args.some(isVectorial) ||
    (letter === "J" && isSource(reader))
  )
    return false;
  if (letter === "B") return !args.flat().some((node) => tokenOf(node) === "(");
  if (letter === "P" && args.flat().some((node) => /^[A-Z]$/.test(nameOf(node)?.name ?? "")))
    return false;
  if (/^[TU]$/.test(letter)) return isCosine(args) && /^n$|^[0-9]$/.test(orderText(orders));
  if (letter === "H" && !isCoordinate(args)) return false;
  const text = orderText(orders);
  return /^[-−]?(?:[0-9]|[nνmℓlα]|\\frac)/u.test(text);
}

const orderText = ([order = []]: readonly (readonly TexNode[])[]): string =>
  order.map((node) => nameOf(node)?.name ?? tokenOf(node)).join("");

const isCosine = ([arg = []]: readonly (readonly TexNode[])[]): boolean =>
  tokenOf(arg[0]) === "\\cos";

/** K_ν, L_n^α: the Greek letter is an order. */
const isOfAnyOrder = (
  reader: Reader,
  letter: string,
  [first = [], second = []]: readonly (readonly TexNode[])[],
): boolean =>
  first.some((node) => isOrder(reader, letter, node)) ||
  (/^[LPY]$/.test(letter) && second.some((node) => /^[αβkm]/u.test(nameOf(node)?.name ?? "")));

/** Bold and no dot product. */
const isVectorial = (arg: readonly TexNode[]): boolean =>
  arg.some((node) => nameOf(node)?.bold) && !isDotted(arg);

const fieldUses: readonly Use[] = ["commuted", "greek-up", "greek-down", "daggered", "latin-up"];

/** A letter of a field or a momentum; P_ℓ of a coordinate or a cosine stays itself beside P_ℓ^m. */
const isField = (
  reader: Reader,
  letter: string,
  args: readonly (readonly TexNode[])[] = [],
): boolean => {
  const { context, survey } = reader.page;
  const raised =
    letter === "P" &&
    args.length === 1 &&
    (isCoordinate(args) || isCosine(args) || args.some(isDotted));
  return fieldUses.some(
    (use) =>
      !(raised && use === "latin-up") && uses(survey, letter, use) + context.uses(letter, use) > 0,
  );
};

const isDotted = (arg: readonly TexNode[]): boolean => arg.some((node) => dots.has(tokenOf(node)));

/** J_1(y_1) beside d⁴y, δ/δJ or Z[J] is a source. */
const isSource = ({ page: { survey } }: Reader): boolean =>
  survey.seen.has("\\delta") ||
  ["Z", "W"].some((letter) => survey.uses.has(letter)) ||
  [...survey.uses.values()].some((use) => use.has("four-measure"));

/** x, ξ, z and their multiples: what polynomials are functions of. */
const isCoordinate = (args: readonly (readonly TexNode[])[]): boolean =>
  args.every((arg) => arg.some((node) => /^[xξyzs]$/u.test(nameOf(node)?.name ?? "")));

/** J_n′(x): the derivative by the argument, at the argument. */
function derived(
  name: string,
  [value = one]: readonly Expr[],
  orders: readonly Expr[],
  times: number,
): Expr {
  const variable = value.kind === "symbol" ? value : symbol("ξ");
  const slope = derivative(
    { kind: "variable", variable, style: "total" },
    func(name, [variable], orders),
    num(times),
  );
  return variable === value
    ? slope
    : intern({ kind: "bar", body: slope, at: [{ variable, value }] });
}

const raised = (reader: Reader, base: Expr, part: ScriptPart): Expr =>
  power(base, readInside(reader, part.nodes));
