/** Functions known by a letter with its orders: Γ(x), J_n(x), Y_{ℓm}(θ,φ), P_ℓ^m(x), Li_2(x). */
import { derivative, func, num, one, power, symbol } from "../../math/expr/build";
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
import { isPrime, type ScriptPart, takeScripts } from "./scripts";
import { splitAt } from "./split";
import { uses } from "./survey";
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
  Y: [known("sphericalY", [2, 2], [2, 2]), known("besselY", [1, 1])],
  H: [known("hermiteH", [1, 1])],
  P: [known("legendreP", [1, 2])],
  L: [known("laguerreL", [1, 2])],
  T: [known("chebyshevT", [1, 1])],
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
    [String.raw`\mathrm{Li}_2(x)`, "Li_2(x)"],
    [String.raw`\zeta(3)`, "ζ(3)"],
  ],
  read(reader) {
    const node = next(reader);
    const letter = spelled(node);
    const candidates = byLetter[letter];
    if (!candidates) return undefined;
    const parts = takeScripts(reader);
    const shape = shapeOf(reader, letter, parts);
    if (!shape || token(reader) !== "(") return undefined;
    const inside = takeFenced(reader)?.inside;
    if (!inside || inside.length === 0) return undefined;
    const args = splitAt(inside, ",", ";");
    const found = candidates.find((each) => fits(each, shape.orders.length, args.length));
    if (!found || !plausible(reader, letter, shape.orders, args)) return undefined;
    const orders = shape.orders.map((order) => readInside(reader, order));
    const values = args.map((arg) => readInside(reader, arg));
    const whole =
      shape.primes > 0
        ? derived(found.name, values, orders, shape.primes)
        : func(found.name, values, orders);
    return shape.powers.reduce<Expr>((base, part) => raised(reader, base, part), whole);
  },
};

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
}

/** Orders below (one by one where several letters stand there), a degree above P and L; undefined where scripts do not fit. */
function shapeOf(reader: Reader, letter: string, parts: readonly ScriptPart[]): Shape | undefined {
  const orders: (readonly TexNode[])[] = [];
  const powers: ScriptPart[] = [];
  let primes = 0;
  for (const part of parts) {
    if (part.place === "sub") orders.push(...ordersBelow(letter, part.nodes));
    else if (/^[PLY]$/.test(letter) && orders.length > 0) orders.push(unparenthesised(part.nodes));
    else if (part.nodes.every(isPrime)) primes += part.nodes.length;
    else if (part.nodes.every(isDigit)) powers.push(part);
    else return undefined;
  }
  const indexed = orders.flat().some((node) => {
    const name = nameOf(node)?.name;
    return name !== undefined && letterSort(reader.page, name) !== "label";
  });
  return indexed ? undefined : { orders, powers, primes };
}

function ordersBelow(letter: string, nodes: readonly TexNode[]): (readonly TexNode[])[] {
  const pieces = splitAt(nodes, ",");
  if (pieces.length > 1) return pieces;
  if (letter === "Y" && nodes.length === 2) return nodes.map((node) => [node]);
  return [nodes];
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
  if (isField(reader, letter) || args.flat().some((node) => nameOf(node)?.bold)) return false;
  if (letter === "B") return true;
  if (letter === "T" || (letter === "H" && !isCoordinate(args))) return false;
  const text = (orders[0] ?? []).map((node) => nameOf(node)?.name ?? tokenOf(node)).join("");
  return /^(?:[0-9]|[nνmℓlα]|\\frac)/u.test(text);
}

const fieldUses: readonly Use[] = ["commuted", "greek-up", "greek-down", "daggered", "latin-up"];

const isField = (reader: Reader, letter: string): boolean => {
  const { context, survey } = reader.page;
  return fieldUses.some((use) => uses(survey, letter, use) + context.uses(letter, use) > 0);
};

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
