/** What is read as a whole, as LaTeX: operations, conditions, sets, words, scripts on groups. */
import { along, binding, bindingOf, operations } from "../../math/expr/binding";
import { num, one, opaque, symbol } from "../../math/expr/build";
import type { Expr, Opaque, Relation } from "../../math/expr/node";
import { writeLetter } from "./latexNames";
import { markCommand } from "./marks";
import { relationLatex } from "./relations";

const nothing = opaque("nothing");

type Write = (node: Expr) => string;

export function opaqueToLatex({ what, parts }: Opaque, write: Write): string {
  const [first, second] = parts;
  const words = /^words: (.*)$/su.exec(what);
  if (words) return `\\text{${[words[1], ...parts.map((part) => `$${write(part)}$`)].join(" ")}}`;
  const shaped = shapes[what]?.(parts, write);
  if (shaped !== undefined) return shaped;
  if (first && !second && operations.has(what))
    return `${signs[what] ?? what} ${held(first, write)}`;
  if (first && operations.has(what)) return joined(what, parts, write);
  const relations = what.split(" ").map((sign) => relationLatex[sign as Relation]);
  if (relations.every((sign) => sign !== undefined)) return compared(relations, parts, write);
  if (along.test(what) && first) return derivedAlong(what, parts, write);
  const [verb = "", mark = ""] = what.split(" ");
  if (first && /^(?:sub|super)script$|^component$/.test(verb)) {
    const below = second?.kind === "symbol" && /^[a-z]$/.test(second.name);
    const script = mark
      ? markToLatex(mark, verb)
      : second
        ? `${below ? "\\mathrm" : ""}{${write(second)}}`
        : "";
    return `${based(first, write)}${verb === "subscript" ? "_" : "^"}{${script}}`;
  }
  const varied = /^([δd])_(.+)$/u.exec(what);
  if (varied && first)
    return `${varied[1] === "d" ? "\\mathrm{d}" : "\\delta"}_{${letters(varied[2] ?? "")}} ${held(first, write)}`;
  const rate = what === "δ" && first ? dotted(first, write) : undefined;
  if (rate) return `\\delta ${rate}`;
  if (what === "δ" && first?.kind === "call") return `\\delta\\left(${write(first)}\\right)`;
  if (/^[δΔ]$/u.test(what) && first) return `${writeLetter(what).trim()} ${held(first, write)}`;
  const big = bigSigns[what];
  if (big && first) return `${big}${limits(parts, write)} ${held(parts.at(-1) ?? first, write)}`;
  return parts.length > 0 ? list(parts, write) : alone(what);
}

/** The q̇ of δq̇. */
function dotted(part: Expr, write: Write): string | undefined {
  if (part.kind !== "derivative" || part.by.kind !== "variable" || !part.operand) return undefined;
  const { by, order, operand } = part;
  const inTime = by.style === "total" && by.variable === symbol("t");
  const dots = order === one ? "dot" : order === num(2) ? "ddot" : undefined;
  if (!inTime || !dots || bindingOf(operand) < binding.attached) return undefined;
  const [, letter = "", scripts = ""] = /^([^_^]*)(.*)$/s.exec(write(operand).trimEnd()) ?? [];
  return `\\${dots}{${letter}}${scripts}`;
}

const list = (parts: readonly Expr[], write: Write): string => parts.map(write).join(", ");

const held = (part: Expr, write: Write): string =>
  bindingOf(part) < binding.attached ? `\\left(${write(part)}\\right)` : write(part);

/** A sign or a word that nothing belongs to. */
function alone(what: string): string {
  if (/^[hc]\.c\.$/.test(what)) return `\\text{${what}}`;
  const group = /^(\p{L}+)(\(.*\))(?:_(.+))?$/u.exec(what);
  if (group)
    return `\\mathrm{${group[1]}}${letters(group[2] ?? "")}${group[3] ? `_{\\mathrm{${group[3]}}}` : ""}`;
  if (signs[what]) return `${signs[what]} `;
  if (what.includes("…")) return letters(what).replaceAll("…", "\\cdots ");
  return what.startsWith("\\") || what === "*" ? what : `\\text{${what}}`;
}

const letters = (text: string): string => [...text].map((letter) => writeLetter(letter)).join("");

/** A dot of the keyboard between names that are no vectors. */
const pointed = (parts: readonly Expr[]): boolean =>
  parts.every(({ kind }) => kind === "symbol" || kind === "labelled" || kind === "tensor") &&
  !parts.some((part) => part.kind === "symbol" && part.type === "three-vector");

/** f∘g∘h groups from the left. */
const joined = (what: string, parts: readonly Expr[], write: Write): string =>
  parts
    .map((part, i) =>
      i === 0 && part.kind === "opaque" && part.what === what ? write(part) : held(part, write),
    )
    .join(what === "·" && pointed(parts) ? "." : ` ${signs[what] ?? what} `);

/** a ≤ b < c; a sign whose left side is missing comes first. */
function compared(relations: readonly string[], parts: readonly Expr[], write: Write): string {
  const missing = relations.length + 1 - parts.length;
  return parts
    .map((part, i) => {
      const sign = relations[i - 1 + missing] ?? "";
      return i === 0 && missing === 0 ? write(part) : `${sign} ${write(part)}`;
    })
    .join(" ");
}

/** ∇_X Y, ℒ_X Y, ∇̃_a, ∂̄f. */
function derivedAlong(what: string, [field, operand]: readonly Expr[], write: Write): string {
  const letter = what === "ℒ" ? "\\mathcal{L}" : what[0] === "∇" ? "\\nabla" : "\\partial";
  const mark = what.normalize("NFD")[1];
  const accented = mark && mark !== "′" ? writeLetter(`X${mark}`).replace("X", letter) : letter;
  const below = field && field !== nothing ? `_{${write(field)}}` : "";
  return `${accented}${mark === "′" ? "'" : ""}${below} ${operand ? held(operand, write) : ""}`;
}

/** A name or a group that carries a script. */
const based = (part: Expr, write: Write): string =>
  part.kind === "ket" || part.kind === "bra" || part.kind === "matrix" || isAverage(part)
    ? write(part).trimEnd()
    : `\\left(${write(part)}\\right)`;

/** ⟨A⟩, ⟨a,b⟩, and the connected ⟨A⟩^c. */
const isAverage = (part: Expr): boolean =>
  part.kind === "expectation" ||
  (part.kind === "opaque" &&
    part.what.startsWith("superscript ") &&
    part.parts.every((inner) => isAverage(inner))) ||
  (part.kind === "function" && part.name === "inner");

function markToLatex(mark: string, verb: string): string {
  const sign = markCommand(mark);
  if (sign) return sign;
  return verb === "subscript" && mark.length > 1 ? `\\mathrm{${mark}}` : letters(mark);
}

/** Range and upper end of a union or of a product of spaces. */
function limits([range, upper, body]: readonly Expr[], write: Write): string {
  const below = range && range !== nothing;
  return `${below ? `_{${write(range)}}` : ""}${body && upper ? `^{${write(upper)}}` : ""}`;
}

/** What has a shape of its own. */
const shapes: Readonly<
  Record<string, (parts: readonly Expr[], write: Write) => string | undefined>
> = {
  list,
  nothing: () => "",
  "…": () => "\\cdots ",
  "( )": (parts, write) => `\\left(${list(parts, write)}\\right)`,
  "[ ]": (parts, write) => `\\left[${list(parts, write)}\\right]`,
  "an operation on a product": (parts, write) => `\\left(${list(parts, write)}\\right)`,
  "∂": ([first, operand], write) =>
    first &&
    `\\partial${operand ? `^{${write(first)}} ${held(operand, write)}` : ` ${held(first, write)}`}`,
  uncertain: ([value, digits], write) =>
    value && digits && `\\num{${write(value)}(${write(digits)})}`,
  "□": ([place, ...rest], write) =>
    place && `\\Box_{${write(place)}} ${rest.map((part) => held(part, write)).join(" ")}`,
  set: (parts, write) => set(parts, write),
  remark: ([body, below, above], write) =>
    body &&
    below &&
    `\\underbrace{${write(body)}}_{${write(below)}}${above ? `^{${write(above)}}` : ""}`,
  rows: (parts, write) => `\\begin{gathered}${parts.map(write).join(" \\\\ ")}\\end{gathered}`,
  prescript: ([above, below, name], write) =>
    above &&
    below &&
    `\\prescript{${write(above)}}{${name ? write(below) : ""}}{${write(name ?? below)}}`,
  "∑′": (parts, write) => primedSeries("\\sum", parts, write),
  "∏′": (parts, write) => primedSeries("\\prod", parts, write),
  "a derivative along a curve": ([over, under], write) =>
    over && `\\frac{D ${write(under ? over : over)}}{D ${write(under ?? over)}}`,
  wick: ([body, ...pairs], write) => body && contracted(body, pairs, write),
  contraction: ([left, right], write) =>
    left && right && `\\contraction{}{${write(left)}}{}{${write(right)}}{}`,
  "3j": (parts, write) => wigner("pmatrix", parts, write),
  "6j": (parts, write) => wigner("Bmatrix", parts, write),
  "9j": (parts, write) => wigner("Bmatrix", parts, write),
};

for (const name of ["overset", "underset", "stackrel", "underaccent"])
  (shapes as Record<string, unknown>)[`\\${name}`] = (
    [body, remark]: readonly Expr[],
    write: Write,
  ) => body && remark && `\\${name}{${write(remark)}}{${write(body)}}`;

/** {x | x > 0}, {1, 2, 3}; two names between braces would be a bracket. */
function set(parts: readonly Expr[], write: Write): string {
  const [members, condition] = parts;
  if (parts.length === 2 && members && condition && isCondition(condition))
    return `\\left\\{${write(members)} : ${write(condition)}\\right\\}`;
  const braces =
    parts.length > 2 || (parts.length === 2 && parts.every(({ kind }) => kind === "num"));
  return braces ? `\\left\\{${list(parts, write)}\\right\\}` : `\\set{${list(parts, write)}}`;
}

const isCondition = (node: Expr): boolean =>
  node.kind === "opaque" &&
  (node.what === "list"
    ? node.parts.some(isCondition)
    : node.what.split(" ").every((sign) => relationLatex[sign as Relation] !== undefined));

const primedSeries = (sign: string, parts: readonly Expr[], write: Write): string =>
  `${sign}'_{${list(parts.slice(0, -1), write)}} ${parts.slice(-1).map((part) => held(part, write))}`;

function wigner(table: string, parts: readonly Expr[], write: Write): string {
  const rows = Array.from({ length: parts.length / 3 }, (_, i) => parts.slice(3 * i, 3 * i + 3));
  const cells = rows.map((row) => row.map(write).join(" & ")).join(" \\\\ ");
  return `\\begin{${table}}${cells}\\end{${table}}`;
}

/** \wick{\c1 a b \c1 q}: the ends of each line stand before their factors. */
function contracted(body: Expr, pairs: readonly Expr[], write: Write): string {
  const factors = body.kind === "product" ? body.factors : [body];
  const marked = new Map<number, string>();
  for (const [i, pair] of pairs.entries())
    for (const end of pair.kind === "opaque" ? pair.parts : []) {
      const at = factors.findIndex((factor, place) => factor === end && !marked.has(place));
      if (at >= 0) marked.set(at, `\\c${i + 1} `);
    }
  const written = factors.map((factor, i) => `${marked.get(i) ?? ""}${held(factor, write)}`);
  return `\\wick{${written.join(" ")}}`;
}

const bigSigns: Readonly<Record<string, string>> = {
  "⨂": "\\bigotimes",
  "⨁": "\\bigoplus",
  "⋃": "\\bigcup",
  "⋂": "\\bigcap",
  "⋀": "\\bigwedge",
  "∐": "\\coprod",
  "⨆": "\\bigsqcup",
};

const signs: Readonly<Record<string, string>> = {
  "∘": "\\circ",
  "⊕": "\\oplus",
  "⊗": "\\otimes",
  "∧": "\\wedge",
  "⊖": "\\ominus",
  "⊙": "\\odot",
  "∪": "\\cup",
  "∩": "\\cap",
  "∨": "\\vee",
  "∖": "\\setminus",
  "⋊": "\\rtimes",
  "⋉": "\\ltimes",
  "⌟": "\\lrcorner",
  "⊔": "\\sqcup",
  "⊎": "\\uplus",
  "⨿": "\\amalg",
  "⋈": "\\Join",
  "⋆": "\\star",
  "∗": "*",
  "⋄": "\\diamond",
  "·": "\\cdot",
  "×": "\\times",
  "△": "\\bigtriangleup",
  "•": "\\bullet",
  "∀": "\\forall",
  "∃": "\\exists",
  "∄": "\\nexists",
  "∂": "\\partial",
};
