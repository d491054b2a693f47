/** ∂ with what it derives by below it: ∂_μ, ∂^μ, ∂_t, ∂_x^2, ∂², □, and ∂ alone. */
import { derivative, func, index, num, opaque, product, symbol } from "../../math/expr/build";
import type { By, Expr, IndexSpace } from "../../math/expr/node";
import type { Command, TexNode } from "../latex/node";
import { readInside } from "./expression";
import { readFactor } from "./factor";
import { letterSort } from "./indexSpace";
import { indicesOf } from "./indices";
import { nameOf } from "./name";
import { withOperand } from "./operand";
import { attempt, next, peek, type Reader } from "./reader";
import type { NotationRule } from "./rule";
import { isPrime, type ScriptPart, takeScripts } from "./scripts";
import { bareGradient } from "./spacetimeGradient";
import { uses } from "./survey";
import { endsTerm } from "./term";
import { isDigit, tokenOf } from "./token";

export const partial: NotationRule = {
  name: "partial derivatives with what they derive by below",
  begins: ["\\partial", "∂", "\\bar", "\\overline"],
  ownScripts: true,
  examples: [
    [String.raw`\partial_\mu\phi`, "∂_μφ"],
    [String.raw`\partial_\mu\phi\,\partial^\mu\phi`, "(∂_μφ) ∂^μφ"],
    [String.raw`\partial_t\psi`, "∂ψ/∂t"],
    [String.raw`\partial_x^2 f`, "∂²f/∂x²"],
    [String.raw`\partial^2 r`, "□r"],
    [String.raw`\partial V`, "∂(V)"],
  ],
  read(reader) {
    const sign = next(reader);
    if (sign?.kind === "command" && sign.args.length > 0) return barred(reader, sign);
    const parts = takeScripts(reader);
    if (parts.length === 0) return bare(reader);
    if (parts.some((part) => part.nodes.some(isPrime) && part.place === "sup"))
      return elsewhere(reader, parts);
    const times = countedBy(reader, parts);
    if (times) return bareGradient(reader, times);
    const power = parts.filter((part) => part.place === "sup" && isPower(part, parts));
    const places = parts.filter((part) => !power.includes(part));
    const order = power[0] && readInside(reader, power[0].nodes);
    if (places.length === 0) {
      const square = tokenOf(power[0]?.nodes[0]) === "2" && power[0]?.nodes.length === 1;
      if (!square) return undefined;
      const along = soleVariable(reader);
      return along
        ? withOperand(reader, along, num(2))
        : withOperand(reader, { kind: "dalembertian" });
    }
    const by = places.flatMap((part) => byScript(reader, part));
    const last = by.at(-1);
    if (!last) return undefined;
    const inner = withOperand(reader, last, order);
    return by.slice(0, -1).reduceRight<Expr>(outside, inner);
  },
};

/** ∂′_j derives by the place x′^j. */
function elsewhere(reader: Reader, parts: readonly ScriptPart[]): Expr | undefined {
  const [prime, below, ...more] = [...parts].sort(
    (one, other) => +(one.place === "sub") - +(other.place === "sub"),
  );
  const [mark] = prime?.nodes ?? [];
  if (!mark || !below || below.place !== "sub" || more.length > 0) return undefined;
  if (!prime?.nodes.every(isPrime)) return undefined;
  const { span } = mark;
  const raised = (children: readonly TexNode[]): TexNode => ({
    kind: "script",
    place: "sup",
    children,
    span,
  });
  const place = [
    { kind: "char", text: "x", span } as TexNode,
    raised(prime.nodes),
    raised(below.nodes),
  ];
  return withOperand(reader, variable(reader, place));
}

/** The x of ∂² beside ∂_x, where ∂ carries nothing else. */
function soleVariable({ page: { survey } }: Reader): By | undefined {
  const letters = [...survey.indices].filter(([, { carriers }]) => carriers.has("∂"));
  const [only, ...more] = letters.map(([letter]) => letter);
  return only && more.length === 0 && /^[xyzrsu]$/.test(only)
    ? { kind: "variable", variable: symbol(only), style: "partial" }
    : undefined;
}

/** ∂̄ is another derivative than ∂, which nothing here says more about. */
function barred(reader: Reader, { args }: Command): Expr | undefined {
  if (args[0]?.length !== 1 || tokenOf(args[0][0]) !== "\\partial") return undefined;
  const below = takeScripts(reader).map((part) =>
    readInside({ ...reader, script: true }, part.nodes),
  );
  const operand = endsTerm(reader, 1) ? undefined : readFactor(reader);
  const place = below.length > 0 ? below : [opaque("nothing")];
  return opaque("∂̄", ...place, ...(operand ? [operand] : []));
}

/** The k of ∂^kφ under ∑_k, or beside k!. */
function countedBy(reader: Reader, parts: readonly ScriptPart[]): Expr | undefined {
  const [only, ...more] = parts;
  const letter = nameOf(only?.nodes[0])?.name ?? "";
  if (!only || more.length > 0 || only.place !== "sup" || only.nodes.length > 1) return undefined;
  const use = reader.page.survey.indices.get(letter);
  const counts = use?.bound === true || uses(reader.page.survey, letter, "bare") > 0;
  return /^[k-n]$/.test(letter) && counts ? readInside(reader, only.nodes) : undefined;
}

/** ∂_x∂_y from `\partial_{xy}`: the outer ones act on what the inner one gives. */
const outside = (inner: Expr, by: By): Expr =>
  inner.kind === "derivative" && !inner.operand
    ? product(derivative(by), inner)
    : derivative(by, inner);

/** ∂ of a region is its boundary, ∂T(z) the derivative of a function of one variable. */
function bare(reader: Reader): Expr | undefined {
  const called = attempt(reader, ofOneVariable);
  if (called) return called;
  const region = nameOf(peek(reader));
  if (
    region &&
    /^[A-ZΣΩ𝓜ℳ]$/u.test(region.name) &&
    !region.bold &&
    !fieldLetters.has(region.name)
  ) {
    const inside = readFactor(reader);
    return inside && func("∂", [inside]);
  }
  return bareGradient(reader);
}

function ofOneVariable(reader: Reader): Expr | undefined {
  if (!nameOf(peek(reader))) return undefined;
  const found = readFactor(reader);
  const [variable, ...more] = found?.kind === "call" ? found.args : [];
  const lone = variable?.kind === "symbol" && /^[zwyuvξζ]$/u.test(variable.name);
  if (!found || !lone || more.length > 0 || variable.type !== "scalar") return undefined;
  return derivative({ kind: "variable", variable, style: "partial" }, found);
}

const fieldLetters = new Set(["A", "F", "X"]);

/** A number above ∂, or any exponent beside something below. */
const isPower = (part: ScriptPart, parts: readonly ScriptPart[]): boolean =>
  isOrderLetter(part, parts) || (part.nodes.every(isDigit) && isOrder(part, parts));

/** ∂^n_x: a letter that counts, above something to derive by. */
const isOrderLetter = ({ nodes }: ScriptPart, parts: readonly ScriptPart[]): boolean =>
  nodes.length === 1 &&
  /^[nmNM]$/.test(tokenOf(nodes[0])) &&
  parts.some((other) => other.place === "sub");

const isOrder = (part: ScriptPart, parts: readonly ScriptPart[]): boolean =>
  (tokenOf(part.nodes[0]) !== "0" || part.nodes.length > 1) &&
  (tokenOf(part.nodes[0]) === "2" || parts.some((other) => other.place === "sub"));

/** One derivative for each letter in a script. */
function byScript(reader: Reader, part: ScriptPart): By[] {
  const marks = part.nodes.some((node) => /^[()[\]]$/.test(tokenOf(node)));
  const found = marks ? indicesOf(reader.page, part, {}) : undefined;
  if (found) return found.map((index) => ({ kind: "index", index }));
  const single = byOne(reader, part.nodes, part.place);
  if (single) return [single];
  const letters = scriptItems(part.nodes);
  if (!letters) return [variable(reader, part.nodes)];
  return letters.map((nodes) => byOne(reader, nodes, part.place) ?? variable(reader, nodes));
}

const variable = (reader: Reader, nodes: readonly TexNode[]): By => ({
  kind: "variable",
  variable: readInside(reader, nodes),
  style: "partial",
});

/** Letters side by side, each with its primes; undefined where something else stands among them. */
function scriptItems(nodes: readonly TexNode[]): TexNode[][] | undefined {
  const items: TexNode[][] = [];
  for (const node of nodes) {
    if (tokenOf(node) === ",") continue;
    if (node.kind === "script" && items.length > 0) items.at(-1)?.push(node);
    else if (nameOf(node) || isDigit(node)) items.push([node]);
    else return undefined;
  }
  return items;
}

/** ∂ by an index, if the script is one. */
function byOne(reader: Reader, nodes: readonly TexNode[], place: "sub" | "sup"): By | undefined {
  const [only, mark] = nodes;
  if (!only || nodes.length > 2 || (mark && mark.kind !== "script")) return undefined;
  const height = place === "sup" ? "up" : "down";
  if (isDigit(only) && !mark)
    return {
      kind: "index",
      index: index(tokenOf(only), height, "lorentz", Number(tokenOf(only))),
    };
  const name = nameOf(only);
  if (!name || name.bold || name.accent || name.roman) return undefined;
  const raised = place === "sup" && !mark && /^[txyzrθφϕ]$/u.test(name.name);
  const space = raised ? "lorentz" : derivationSpace(reader, name.name);
  if (!space || (mark && !isPrimeScript(mark))) return undefined;
  return { kind: "index", index: index(name.name + (mark ? "′" : ""), height, space) };
}

const isPrimeScript = (node: TexNode): boolean =>
  node.kind === "script" && node.children.every((inner) => tokenOf(inner) === "\\prime");

/** The space of a letter below ∂; undefined where it is a coordinate or a parameter. */
function derivationSpace(reader: Reader, letter: string): IndexSpace | undefined {
  const { survey, context } = reader.page;
  if (/^[txyzruvwTXYZRθφϕχ]$/u.test(letter)) return undefined;
  if (/^[μνρσ]$/u.test(letter) && context.uses(letter, "bare") === 0) return "lorentz";
  const use = survey.indices.get(letter);
  const scripts = (use?.up ?? 0) + (use?.down ?? 0);
  const carriers = [...(use?.carriers ?? [])].filter((name) => name !== "∂");
  if (uses(survey, letter, "bare") > scripts && carriers.length === 0) return undefined;
  const sort = letterSort(reader.page, letter);
  if (sort !== "label") return sort;
  if (/^[i-n]$/.test(letter)) return "spatial";
  if (
    /^[a-h]$/.test(letter) ||
    (/^[μνρσλκαβγδ]$/u.test(letter) && context.uses(letter, "bare") === 0)
  )
    return "lorentz";
  return undefined;
}

/** □_x of something taken at x and y acts on the x alone. */
function atPlace(reader: Reader, place: Expr, order: Expr | undefined): Expr {
  const operand = endsTerm(reader, 1) ? undefined : readFactor(reader);
  return opaque("□", place, ...(order ? [order] : []), ...(operand ? [operand] : []));
}

export const box: NotationRule = {
  name: "the d'Alembert operator",
  begins: ["\\Box", "\\square", "□", "\\dalembertian"],
  ownScripts: true,
  examples: [
    [String.raw`\Box\phi`, "□φ"],
    [String.raw`(\Box + m^2)\phi`, "(□ + m²) φ"],
  ],
  read(reader) {
    next(reader);
    const parts = takeScripts(reader);
    const power = parts.find((part) => part.place === "sup");
    const place = parts.find((part) => part.place === "sub");
    const order = power && readInside(reader, power.nodes);
    if (!place) return withOperand(reader, { kind: "dalembertian" }, order);
    return /^[xyz]$/.test(nameOf(place.nodes[0])?.base ?? "")
      ? atPlace(reader, readInside(reader, place.nodes), order)
      : undefined;
  },
};
