/** Nodes made ready for reading: fonts spread over their letters, comments and alignment gone. */
import type { Command, TexNode } from "../latex/node";
import { withAngles } from "./angles";
import { withBranches } from "./conditional";
import { withInvertedMarks } from "./invertedMarks";
import { accents, boldCommands, romanCommands, scriptCommands } from "./letters";
import { isSegment, nameOf, wordOf } from "./name";
import { closing } from "./survey";
import { tokenOf } from "./token";
import { spellUnit } from "./unitNames";

export function prepare(nodes: readonly TexNode[]): readonly TexNode[] {
  const found: TexNode[] = [];
  for (const node of withAngles(withBranches(nodes))) {
    const closed = closesUp(found[found.length - 1]);
    if (closed) found.pop();
    push(closed && node.kind === "fence" ? { ...node, applies: true } : node, found);
  }
  const whole = withInvertedMarks(withSpelledFunctions(found));
  const spoken = whole.some((node) => tokenOf(node) === ".") ? withConjugates(whole) : whole;
  return spoken.some(isOpenEnd) ? mended(spoken) : spoken;
}

const spelled = [
  "sinh",
  "cosh",
  "tanh",
  "sin",
  "cos",
  "tan",
  "exp",
  "log",
  "det",
  "Re",
  "Im",
  "Tr",
  "tr",
  "ln",
];

/** Re[…], sin(…) in slanted letters close together before a bracket are the functions of that name. */
function withSpelledFunctions(nodes: readonly TexNode[]): readonly TexNode[] {
  const found: TexNode[] = [];
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at] as TexNode;
    const begins =
      node.kind === "char" && /^[sctelRITd]$/.test(node.text) && !isLetter(nodes[at - 1]);
    const word = begins ? spelled.find((name) => spells(nodes, at, name)) : undefined;
    if (word) {
      const letters = nodes.slice(at, at + word.length);
      found.push({ kind: "command", name: "operatorname", args: [letters], span: node.span });
      at += word.length - 1;
    } else found.push(node);
  }
  return found;
}

function spells(nodes: readonly TexNode[], at: number, word: string): boolean {
  const letters = nodes.slice(at, at + word.length);
  const close = letters.every(
    (node, i) =>
      node.kind === "char" &&
      node.text === word[i] &&
      (i === 0 || node.span.start === letters[i - 1]?.span.end),
  );
  return close && /^(?:[([]|\\\{)$/.test(tokenOf(nodes[at + word.length]));
}

const isLetter = (node: TexNode | undefined): boolean =>
  node?.kind === "char" && /^\p{L}$/u.test(node.text);

/** "h.c." and "c.c." spelled in mathematics behind a plus sign. */
function withConjugates(nodes: readonly TexNode[]): readonly TexNode[] {
  const found: TexNode[] = [];
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at] as TexNode;
    const [first, stop, last] = nodes.slice(at, at + 3).map(tokenOf);
    const said = /^[hHc]$/.test(first ?? "") && stop === "." && last === "c";
    if (said && /^[+({]$/.test(tokenOf(nodes[at - 1]))) {
      found.push({ kind: "words", text: `${first}.c.`, span: node.span });
      at += tokenOf(nodes[at + 3]) === "." ? 3 : 2;
    } else found.push(node);
  }
  return found;
}

/** `\right. … \left.` over a line's end interrupt a pair of fences; without both the pair is whole again. */
function mended(nodes: readonly TexNode[]): readonly TexNode[] {
  const solid = nodes.filter((node) => node.kind !== "fence" || node.delimiter !== "");
  const ends = nodes.filter(isOpenEnd).length;
  if (nodes.length - solid.length === 2 * ends && isBalanced(solid)) return solid;
  return joined(nodes);
}

/** Every fence closes one that was opened. */
function isBalanced(nodes: readonly TexNode[]): boolean {
  let depth = 0;
  for (const node of nodes) {
    if (node.kind !== "fence" || node.side === "middle" || node.side === "none") continue;
    depth += node.side === "left" ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Ends of pairs that stand side by side. */
function joined(nodes: readonly TexNode[]): readonly TexNode[] {
  const found: TexNode[] = [];
  for (const node of nodes) {
    const last = found[found.length - 1];
    if (
      last &&
      isOpenEnd(last) &&
      node.kind === "fence" &&
      node.side === "left" &&
      node.delimiter === ""
    )
      found.pop();
    else found.push(node);
  }
  return found;
}

const isOpenEnd = (node: TexNode): boolean =>
  node.kind === "fence" && node.side === "right" && node.delimiter === "";

function push(node: TexNode, into: TexNode[]): void {
  switch (node.kind) {
    case "comment":
    case "column":
    case "row-end":
      return;
    case "group": {
      const children = prepare(node.children);
      const [only] = children;
      const styled =
        only?.kind === "command" &&
        (romanCommands.has(only.name) || boldCommands.has(only.name) || timeDots.test(only.name));
      if (children.length === 1 && (styled || bareSigns.has(tokenOf(only))))
        into.push(only as TexNode);
      else if (varies(into[into.length - 1], children) || isPair(children)) into.push(...children);
      else into.push({ ...node, children });
      return;
    }
    case "script":
      into.push({ ...node, children: prepare(node.children) });
      return;
    case "table":
      into.push({ ...node, rows: node.rows.map((row) => row.map(prepare)) });
      return;
    case "command":
      pushCommand(
        { ...node, args: node.args.map((arg) => arg && prepare(inOneRow(node, arg))) },
        into,
      );
      return;
    default:
      into.push(node);
  }
}

/** The \mathopen{} of f\mathopen{}\left(x\right). */
const closesUp = (node: TexNode | undefined): boolean =>
  node?.kind === "command" && node.name === "mathopen";

/** Signs that braces only keep at a distance: {:}φ²{:}, {\star}F. */
const bareSigns = new Set([":", "\\star", "⋆"]);

const timeDots = /^d{1,4}ot$/;

/** f{\left(x\right)}: braces around a pair of parentheses and nothing else. */
const isPair = (nodes: readonly TexNode[]): boolean =>
  nodes.length > 2 && tokenOf(nodes[0]) === "(" && closing(nodes, 0) === nodes.length - 1;

/** `\Delta{x^\mu}`: the braces only say what is varied. */
const varies = (sign: TexNode | undefined, [name, ...scripts]: readonly TexNode[]): boolean =>
  (tokenOf(sign) === "\\Delta" || tokenOf(sign) === "\\delta") &&
  nameOf(name) !== undefined &&
  scripts.every(isScript);

/** The rows of a `\substack` become a list. */
const inOneRow = (node: Command, arg: readonly TexNode[]): readonly TexNode[] =>
  node.name === "substack"
    ? arg.map((part) =>
        part.kind === "row-end" ? { kind: "char", text: ",", span: part.span } : part,
      )
    : arg;

const spread = new Set([...boldCommands, ...scriptCommands, "mathfrak", "mathbb"]);

function pushCommand(node: Command, into: TexNode[]): void {
  if (node.name === "indices" || node.name === "tensor") {
    into.push(...node.args.flatMap((arg) => arg ?? []));
    return;
  }
  if (node.name === "var" && node.args[1]) {
    into.push({ kind: "command", name: "delta", args: [], span: node.span });
    push({ kind: "group", children: node.args[1], span: node.span }, into);
    return;
  }
  const arrow = node.name === "overset" || node.name === "stackrel" ? arrowOver(node) : undefined;
  if (arrow) {
    pushCommand(arrow, into);
    return;
  }
  if (node.name === "underset" && isLimit(node.args[1])) {
    const [children = [], operator = []] = node.args;
    into.push(...operator, { kind: "script", place: "sub", children, span: node.span });
    return;
  }
  if (node.name === "sideset" && !node.args[0]?.length && node.args[2]) {
    into.push(...node.args[2], ...(node.args[1] ?? []));
    return;
  }
  if (node.name === "Pr" && node.args.length === 0) {
    const letters = [..."Pr"].map((text): TexNode => ({ kind: "char", text, span: node.span }));
    into.push({ ...node, name: "operatorname", args: [letters] });
    return;
  }
  if (node.name === "smashoperator") {
    into.push(...(node.args.at(-1) ?? []));
    return;
  }
  const arg = node.args[node.args.length - 1];
  const [first] = arg ?? [];
  const algebra = /^(?:mathfrak|frak)$/.test(node.name) && isWord(arg ?? []);
  if (algebra) {
    into.push({ ...node, name: "mathrm" });
    return;
  }
  const space = node.name === "mathbb" && /^[RCHK]P$/.test((arg ?? []).map(tokenOf).join(""));
  if (space && arg) {
    into.push({ ...node, name: "mathrm" });
    return;
  }
  const dotted = first?.kind === "command" && timeDots.test(first.name);
  if (
    arg &&
    !(node.name === "overrightarrow" && isSegment(arg)) &&
    (arg.length > 1 || (dotted && boldCommands.has(node.name))) &&
    (spread.has(node.name) ||
      (romanCommands.has(node.name) && (wordOf(arg) === undefined || spelledApart(arg))))
  )
    into.push(...spreadOver(node, arg));
  else if (
    arg?.length === 1 &&
    first?.kind === "group" &&
    (spread.has(node.name) || accents[node.name])
  )
    pushCommand({ ...node, args: [first.children] }, into);
  else if (arg?.length === 1 && first?.kind === "command" && accents[node.name] && dotted)
    pushCommand(
      { ...first, args: first.args.map((one) => one && [{ ...node, args: [one] }]) },
      into,
    );
  else if (arg?.length === 1 && accents[node.name] && tokenOf(first) === "\\dd" && first)
    into.push(first);
  else if (
    arg &&
    accents[node.name] &&
    first &&
    arg.slice(1).every(isScript) &&
    arg.length > 1 &&
    !(node.name === "overline" && arg.some(isSquare))
  )
    into.push({ ...node, args: [[first]] }, ...arg.slice(1));
  else into.push(node);
}

/** \overset{\leftrightarrow}{\partial}: an arrow set over what it acts on. */
function arrowOver({ args, span }: Command): Command | undefined {
  const [over = [], under] = args;
  const name = arrows[over.length === 1 ? tokenOf(over[0]) : ""];
  return name && under ? { kind: "command", name, args: [under], span } : undefined;
}

/** What \underset{x\to0}{\lim} sets its limit under. */
const isLimit = (nodes: readonly TexNode[] | undefined): boolean =>
  nodes?.length === 1 &&
  /^\\(?:lim|max|min|sup|inf|sum|prod|operatorname\*?)$/.test(tokenOf(nodes[0]));

const arrows: Readonly<Record<string, string>> = {
  "\\leftrightarrow": "overleftrightarrow",
  "\\leftarrow": "overleftarrow",
  "\\rightarrow": "overrightarrow",
};

/** Signs that no alphabet changes. */
const joins = new Set(["cdot", "times", "cdotp"]);

/** The su of \mathfrak{su}(2): small letters side by side. */
const isWord = (nodes: readonly TexNode[]): boolean =>
  nodes.length > 1 && nodes.every((node) => node.kind === "char" && /^[a-z]$/.test(node.text));

const isScript = (node: TexNode): boolean => node.kind === "script";

/** The ² of \overline{x^2}, whose bar lies over the square. */
const isSquare = (node: TexNode): boolean =>
  node.kind === "script" &&
  node.place === "sup" &&
  node.children.length === 1 &&
  tokenOf(node.children[0]) === "2";

/** `\mathrm{MeV\,fm}`: units side by side, told apart by the space between them alone. */
function spelledApart(arg: readonly TexNode[]): boolean {
  const pieces = [""];
  for (const [at, node] of arg.entries()) {
    if (node.kind !== "char") return false;
    if (isApart(arg[at - 1], node)) pieces.push("");
    pieces[pieces.length - 1] += node.text;
  }
  return pieces.length > 1 && pieces.every((piece) => spellUnit(piece) !== undefined);
}

const isApart = (before: TexNode | undefined, node: TexNode): boolean =>
  before !== undefined && node.span.start > before.span.end;

/** `\mathbf{k_1}` is a bold k with an index; `\mathrm{d^3x}` three upright things. */
function spreadOver(node: Command, arg: readonly TexNode[]): TexNode[] {
  const found: TexNode[] = [];
  let word: TexNode[] = [];
  const flush = (): void => {
    const [start] = word;
    if (start) found.push({ ...node, args: [word], span: start.span });
    word = [];
  };
  for (const [at, inner] of arg.entries()) {
    if (isApart(arg[at - 1], inner)) flush();
    const letter = inner.kind === "char" && /^\p{L}$/u.test(inner.text);
    if (letter && romanCommands.has(node.name)) word.push(inner);
    else {
      flush();
      if (inner.kind === "command" && (accents[inner.name] || timeDots.test(inner.name)))
        found.push({ ...inner, args: inner.args.map((one) => one && spreadOver(node, one)) });
      else if (letter || (inner.kind === "command" && !joins.has(inner.name)))
        found.push({ ...node, args: [[inner]], span: inner.span });
      else if (inner.kind === "group")
        found.push({ ...inner, children: spreadOver(node, inner.children) });
      else found.push(inner);
    }
  }
  flush();
  return found;
}
