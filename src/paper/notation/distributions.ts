/** Dirac's δ, Heaviside's θ, and remainders O(x^n). */
import { func, opaque, sum } from "../../math/expr/build";
import { intern } from "../../math/expr/intern";
import type { Expr } from "../../math/expr/node";
import type { Command, TexNode } from "../latex/node";
import { differentialSign } from "./differential";
import { readInside } from "./expression";
import { takeFenced } from "./fences";
import { nameOf, wordOf } from "./name";
import { next, type Reader, token } from "./reader";
import type { NotationRule } from "./rule";
import { isPrime, type ScriptPart, takeScripts, unwrap } from "./scripts";
import { closing, uses } from "./survey";
import { isDigit, tokenOf } from "./token";

export const dirac: NotationRule = {
  name: "Dirac's δ",
  begins: ["\\delta", "δ"],
  examples: [
    [String.raw`\delta(x-a)`, "δ(x − a)"],
    [String.raw`\delta^{(4)}(p)`, "δ_4(p)"],
    [String.raw`\delta^3(\mathbf{x}-\mathbf{y})`, "δ_3(𝐱 − 𝐲)"],
    [String.raw`\delta'(x)`, "δ′(x)"],
  ],
  read(reader) {
    next(reader);
    const parts = takeScripts(reader);
    const open = token(reader);
    if (
      (open !== "(" && open !== "[") ||
      parts.some((part) => part.place === "sub" && !isDiracs(part))
    )
      return undefined;
    if (closing(reader.nodes, reader.at) === undefined) return undefined;
    const raised = parts.filter((part) => part.place === "sup");
    const primes = raised.flatMap((part) => part.nodes).filter(isPrime).length;
    const above = raised.flatMap((part) => part.nodes.filter((node) => !isPrime(node)));
    const dimension = dimensionOf(above);
    if (dimension === undefined) return undefined;
    const inside = takeFenced(reader)?.inside ?? [];
    if (isVariation(reader, inside))
      return above.length > 0 ? undefined : opaque("δ", readInside(reader, inside));
    const parameters = dimension.length > 0 ? [readInside(reader, dimension)] : [];
    return func(`δ${"′".repeat(primes)}`, [readInside(reader, inside)], parameters);
  },
};

/** δ_D(𝐤): the letter below is Dirac's own. */
const isDiracs = ({ nodes }: ScriptPart): boolean =>
  nodes.length === 1 && (nameOf(nodes[0])?.name === "D" || wordOf(nodes) === "D");

/** 3, (4), d or nothing above the δ; undefined for anything else. */
function dimensionOf(nodes: readonly TexNode[]): readonly TexNode[] | undefined {
  const bare =
    tokenOf(nodes[0]) === "(" && tokenOf(nodes.at(-1)) === ")" ? nodes.slice(1, -1) : nodes;
  const plain = bare.every((node) => isDigit(node) || /^[dDnN+-]$/.test(tokenOf(node)));
  return plain ? bare : undefined;
}

/** δ(√g R) and δ(AB) are variations: products with capitals in a text that also varies fields. */
function isVariation(reader: Reader, inside: readonly TexNode[]): boolean {
  const inPaths = reader.nodes.some((node) => differentialSign(node) === "path");
  if (inPaths && inside.every((node) => tokenOf(node) !== "\\sqrt")) return false;
  if (inside.some((node) => /^\\sqrt$|^\\mathcal$|^\\partial$/.test(tokenOf(node)))) return true;
  const capitals = inside.filter((node) => /^\p{Lu}$/u.test(nameOf(node)?.name ?? ""));
  return capitals.length > 1 && uses(reader.page.survey, "δ", "bare") > 1;
}

export const heaviside: NotationRule = {
  name: "Heaviside's θ",
  begins: ["\\theta", "\\Theta", "θ", "Θ"],
  examples: [
    [String.raw`\theta(x-a)`, "θ(x − a)"],
    [String.raw`\Theta(-t)`, "θ(-t)"],
  ],
  read(reader) {
    const angle = /^\\(?:sin|cos|tan|cot|sec|csc)$/.test(tokenOf(reader.nodes[reader.at - 1]));
    const letter = nameOf(next(reader))?.name ?? "";
    if (angle || token(reader) !== "(") return undefined;
    if (uses(reader.page.survey, letter, "bare") > calledSteps(reader, letter)) return undefined;
    const inside = takeFenced(reader)?.inside;
    if (!inside || !isStepArgument(reader, inside, letter)) return undefined;
    return func("θ", [readInside(reader, inside)]);
  },
};

/** Places where the letter stands before parentheses count as bare in the survey as well. */
const calledSteps = (reader: Reader, letter: string): number =>
  reader.nodes.filter(
    (node, i) => nameOf(node)?.name === letter && tokenOf(reader.nodes[i + 1]) === "(",
  ).length;

/** A difference, a negative or a time; a lone coordinate only for Θ or beside a δ, a sign or its own modulus. */
function isStepArgument(reader: Reader, inside: readonly TexNode[], letter: string): boolean {
  if (inside.some((node) => tokenOf(node) === ",")) return false;
  if (inside.some((node) => /^[-+−]$/.test(tokenOf(node)))) return true;
  const { seen, uses: named } = reader.page.survey;
  const signs = seen.has("\\sgn") || named.has("sgn") || seen.has(`|${nameOf(inside[0])?.name}|`);
  return letter === "Θ" || seen.has("\\delta") || signs || isMirrored(reader, letter);
}

/** θ(x) beside θ(-x). */
const isMirrored = (reader: Reader, letter: string): boolean =>
  reader.nodes.some(
    (node, i) =>
      nameOf(node)?.name === letter &&
      tokenOf(reader.nodes[i + 1]) === "(" &&
      /^[-−]$/.test(tokenOf(reader.nodes[i + 2])),
  );

export const remainder: NotationRule = {
  name: "remainders",
  begins: ["O", "o", "\\mathcal", "\\mathscr", "\\order", "\\cal"],
  examples: [
    ["O(x^2)", "O(x²)"],
    [String.raw`x+\mathcal{O}(x^3)`, "x + O(x³)"],
    [String.raw`\order{x^2}`, "O(x²)"],
  ],
  read(reader) {
    const alone = standsAlone(reader);
    const node = next(reader);
    const macro = node?.kind === "command" && node.name === "order" ? node.args[0] : undefined;
    if (macro) return remainderOf(reader, macro);
    if (!isOrderLetter(node)) return undefined;
    const fence = token(reader);
    if (fence !== "(" && fence !== "[" && fence !== "\\{") return undefined;
    const inside = takeFenced(reader)?.inside;
    if (!inside || inside.length === 0 || isGroupSize(node, inside)) return undefined;
    if (reader.page.survey.uses.get("𝒪")?.has("number-down")) return undefined;
    if (node?.kind === "command" && isField(inside)) return undefined;
    if (isPlaceInTime(inside)) return undefined;
    if (!alone || (reader.at < reader.nodes.length && !/^[-+)\],]$/.test(token(reader))))
      return undefined;
    return remainderOf(reader, inside);
  },
};

/** 𝒪(Φ) is made of the field: nothing says that a field is small. */
const isField = ([only, ...more]: readonly TexNode[]): boolean =>
  more.every((node) => node.kind === "script" || isPrime(node)) &&
  /^[ΦφϕψΨ]$/u.test(nameOf(only)?.name ?? "");

/** O(x,τ), O(𝐱,t): an operator at a place and a time. */
const isPlaceInTime = ([place, comma, time, ...more]: readonly TexNode[]): boolean =>
  more.length === 0 &&
  /^[xyzrσ]$/u.test(nameOf(place)?.base ?? "") &&
  tokenOf(comma) === "," &&
  /^[tτyz]$/u.test(nameOf(time)?.base ?? "");

/** A remainder is a term of its own: 𝒪(x) in a product is an operator at x. */
const standsAlone = (reader: Reader): boolean => {
  const before = reader.nodes[reader.at - 1];
  return before === undefined || /^(?:[-+]|\\pm|\\mp|\\sim|\\approx)$/.test(tokenOf(before));
};

const remainderOf = (reader: Reader, inside: readonly TexNode[]): Expr => {
  const found = readInside(reader, inside);
  const argument = found.kind === "opaque" && found.what === "list" ? sum(...found.parts) : found;
  return intern({ kind: "order", argument });
};

function isOrderLetter(node: TexNode | undefined): boolean {
  if (node?.kind === "char") return node.text === "O" || node.text === "o";
  if (node?.kind !== "command" || node.name === "order")
    return node?.kind === "command" && node.args[0] === undefined;
  const inner = unwrap((node as Command).args.at(-1) ?? []);
  return inner.length === 1 && tokenOf(inner[0]) === "O";
}

/** O(3) and O(N) are groups, O(p,q) too. */
function isGroupSize(letter: TexNode | undefined, inside: readonly TexNode[]): boolean {
  if (letter?.kind !== "char") return false;
  const text = inside.map(tokenOf).join("");
  return (
    /^(?:[2-9]|[0-9]{2,}|[A-Z]|[A-Zpq1-9],[A-Zpq1-9]|[nNd])$/.test(text) || letter.text === "o"
  );
}
