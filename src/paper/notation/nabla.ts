/** ∇ and its uses: gradient, divergence, curl, Laplacian, covariant derivative. */
import { derivative, index, num, opaque, product, symbol } from "../../math/expr/build";
import type { By, Expr } from "../../math/expr/node";
import type { TexNode } from "../latex/node";
import { differentialSign } from "./differential";
import { readInside } from "./expression";
import { readFactor } from "./factor";
import { letterSort } from "./indexSpace";
import { indicesOf } from "./indices";
import { accents } from "./letters";
import { nameOf } from "./name";
import { withOperand } from "./operand";
import { attempt, next, type Reader, token } from "./reader";
import type { NotationRule } from "./rule";
import { isPrime, type ScriptPart, takeScripts, unwrap } from "./scripts";
import { isVector } from "./sort";
import { endsTerm } from "./term";
import { isDigit, tokenOf } from "./token";

export const nabla: NotationRule = {
  name: "∇",
  begins: [
    "\\nabla",
    "∇",
    "\\vec",
    "\\mathbf",
    "\\boldsymbol",
    "\\bm",
    "\\vb",
    "\\overrightarrow",
    "\\underline",
    "\\grad",
    "\\triangledown",
    "\\mathcal",
    "\\mathscr",
    "\\tilde",
    "\\overline",
    "\\bar",
    "\\hat",
  ],
  ownScripts: true,
  examples: [
    [String.raw`\nabla f`, "∇f"],
    [String.raw`\nabla\cdot\mathbf{E}`, "∇·𝐄"],
    [String.raw`\nabla\times\mathbf{B}`, "∇×𝐁"],
    [String.raw`\nabla^2\phi`, "∇²φ"],
    [String.raw`\nabla\times(\nabla\times\mathbf{A})`, "∇×(∇×𝐀)"],
    [String.raw`(\mathbf{v}\cdot\nabla)f`, "𝐯·∇ f"],
    [String.raw`\nabla_\mu V^\nu`, "∇_μV^ν"],
    [String.raw`\nabla_X Y`, "∇_X Y"],
  ],
  read(reader) {
    const node = next(reader);
    if (nameOf(node)?.name === "ℒ") return lieDerivative(reader);
    if (!isNabla(node)) return undefined;
    if (node?.kind === "command" && /^(?:tilde|bar|hat|overline)$/.test(node.name))
      return otherConnection(reader, node.name);
    const parts = takeScripts(reader);
    if (parts.length === 0) return applied(reader);
    const [first] = parts;
    if (parts.length === 1 && first?.nodes.every(isPrime)) return primedGradient(reader);
    const square = parts.find((part) => part.place === "sup" && part.nodes.every(isDigit));
    const other = parts.filter((part) => part !== square);
    const along = parts.length === 1 && first ? vectorField(first) : undefined;
    if (along) return alongField(reader, along);
    const [only] = other;
    if (!only) return raised(reader, square?.nodes ?? []);
    const by = other.length === 1 ? byScript(reader, only) : undefined;
    if (!by) return undefined;
    return withOperand(reader, by, square && readInside(reader, square.nodes));
  },
};

/** Divergence and curl of the physics package; `\div` and `\curl` carry their dot and cross. */
export const vectorMacros: NotationRule = {
  name: "div, curl and the Laplacian by name",
  begins: ["\\div", "\\curl", "\\laplacian", "\\divergence", "\\rot", "\\operatorname", "\\mathrm"],
  ownScripts: true,
  examples: [
    [String.raw`\curl \mathbf{E}`, "∇×𝐄"],
    [String.raw`\laplacian\phi`, "∇²φ"],
  ],
  read(reader) {
    const node = next(reader);
    const word = nameOf(node)?.name;
    const name = word ? `\\${word}` : tokenOf(node);
    if (!/^\\(?:div|curl|rot|laplacian|divergence)$/.test(name)) return undefined;
    if (name === "\\laplacian") return withOperand(reader, { kind: "laplacian" });
    return vectorOperand(reader, name.startsWith("\\div") ? "divergence" : "curl");
  },
};

function isNabla(node: TexNode | undefined): boolean {
  if (!node) return false;
  if (["\\nabla", "∇", "\\grad", "\\triangledown"].includes(tokenOf(node))) return true;
  const arg = node.kind === "command" ? unwrap(node.args.at(-1) ?? []) : [];
  return arg.length === 1 && ["\\nabla", "∇", "\\triangledown"].includes(tokenOf(arg[0]));
}

/** ∇̃_a and ∇′ are other derivatives than ∇_a, of which nothing here says more about. */
function otherConnection(reader: Reader, accent: string): Expr {
  const below = takeScripts(reader).map((part) =>
    readInside({ ...reader, script: true }, part.nodes),
  );
  const operand = endsTerm(reader, 1) ? undefined : readFactor(reader);
  return opaque(
    `∇${accents[accent] ?? (accent === "prime" ? "′" : "")}`,
    ...(below.length > 0 ? below : [opaque("nothing")]),
    ...(operand ? [operand] : []),
  );
}

/** ∇², ∇⁴ = (∇²)²; an odd power keeps its number. */
function raised(reader: Reader, nodes: readonly TexNode[]): Expr {
  const power = Number(nodes.map(tokenOf).join(""));
  return power % 2 === 0
    ? withOperand(reader, { kind: "laplacian" }, num(power / 2))
    : withOperand(reader, { kind: "gradient" }, num(power));
}

/** The X of ∇_X Y, the ∂/∂x of ∇_{∂/∂x} Y. */
const vectorField = ({ place, nodes }: ScriptPart): readonly TexNode[] | undefined => {
  const name = nodes.length === 1 && place === "sub" ? nameOf(nodes[0]) : undefined;
  if (place === "sub" && nodes.length > 1 && differentialSign(nodes[0]) === "partial") return nodes;
  return name && /^[S-Z]$/.test(name.name) ? nodes : undefined;
};

/** ℒ_v of what follows; a Lagrangian has nothing behind it. */
function lieDerivative(reader: Reader): Expr | undefined {
  const parts = takeScripts(reader);
  const [only] = parts;
  const name = parts.length === 1 && only?.nodes.length === 1 ? nameOf(only.nodes[0]) : undefined;
  const field = only?.place === "sub" && /^[S-Zkntuvwξηζ]$/u.test(name?.name ?? "");
  const place =
    token(reader) === "(" && /^[xyt]$/.test(token(reader, 1)) && token(reader, 2) === ")";
  const operand = field && !place && !endsTerm(reader, 1) ? readFactor(reader) : undefined;
  return operand && only && opaque("ℒ", readInside(reader, only.nodes), operand);
}

/** A derivative along a vector field has no components to be judged by; it is kept whole. */
function alongField(reader: Reader, field: readonly TexNode[]): Expr {
  const operand = endsTerm(reader, 1) ? undefined : readFactor(reader);
  return opaque("∇", readInside(reader, field), ...(operand ? [operand] : []));
}

const dots = new Set(["\\cdot", "\\vdot", "·", "\\bullet"]);
const crosses = new Set(["\\times", "\\cross", "\\wedge"]);

/** ∇ alone: with a dot or a cross behind it a divergence or a curl, else a gradient. */
function applied(reader: Reader): Expr {
  const sort = dots.has(token(reader))
    ? "divergence"
    : crosses.has(token(reader))
      ? "curl"
      : undefined;
  const found = sort && attempt(reader, () => crossed(reader, sort));
  return found ?? withOperand(reader, { kind: "gradient" });
}

function crossed(reader: Reader, sort: "divergence" | "curl"): Expr | undefined {
  next(reader);
  return endsTerm(reader, 1) ? undefined : vectorOperand(reader, sort);
}

/** ∇′ derives by the one place that carries a prime, 𝐫′; a dot or a cross behind it joins it to its operand. */
function primedGradient(reader: Reader): Expr | undefined {
  const primed = [...reader.page.survey.uses].filter(
    ([key, uses]) => key.startsWith("*") && uses.has("primed"),
  );
  const places = primed.filter(([key]) => /^\*[rxyz]$/.test(key));
  const [only] = places;
  if (places.length !== 1 || !only) return otherConnection(reader, "prime");
  const variable = symbol(`${only[0].slice(1)}′`, "three-vector");
  const by: By = { kind: "variable", variable, style: "partial" };
  const joins = dots.has(token(reader)) || crosses.has(token(reader));
  return joins ? derivative(by) : withOperand(reader, by);
}

/** The operand of a divergence or a curl holds everything up to its first vector: ∇·(f𝐀) without parentheses. */
function vectorOperand(reader: Reader, sort: "divergence" | "curl"): Expr | undefined {
  const factors: Expr[] = [];
  while (!endsTerm(reader, 1)) {
    const factor = readFactor(reader);
    if (!factor) break;
    factors.push(factor);
    if (isVector(factor)) break;
  }
  return factors.length === 0
    ? derivative({ kind: sort })
    : derivative({ kind: sort }, product(...factors));
}

/** ∇_μ is covariant; ∇_𝐫 and ∇_x derive by what stands below. */
function byScript(reader: Reader, part: ScriptPart): By | undefined {
  const [only] = part.nodes;
  if (!only) return undefined;
  const marks = part.nodes.some((node) => /^[()[\]]$/.test(tokenOf(node)));
  const [marked] = (marks && indicesOf(reader.page, part, {})) || [];
  if (marked) return { kind: "index", index: marked, covariant: true };
  const name = part.nodes.length === 1 ? nameOf(only) : undefined;
  const height = part.place === "sup" ? "up" : "down";
  const letter = name && !name.bold && !name.accent && !name.roman ? name.name : undefined;
  if (letter && /^\p{Ll}$/u.test(letter) && !/^[xyzrkpqRuv]$/.test(letter)) {
    const sort = letterSort(reader.page, letter);
    const space = sort === "label" ? "lorentz" : sort;
    return { kind: "index", index: index(letter, height, space), covariant: true };
  }
  if (isDigit(only) && part.nodes.length === 1)
    return {
      kind: "index",
      index: index(tokenOf(only), height, "lorentz", Number(tokenOf(only))),
      covariant: true,
    };
  if (part.place === "sup") return undefined;
  const place: TexNode = { kind: "command", name: "mathbf", args: [[only]], span: only.span };
  const nodes = letter ? [place, ...part.nodes.slice(1)] : part.nodes;
  return { kind: "variable", variable: readInside(reader, nodes), style: "partial" };
}
