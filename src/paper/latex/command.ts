/** One command → nodes: by name, by what layout does with it, else with the arguments its spec gives it. */
import { type Argument, nextSolid, readArguments, withOwnArguments } from "./arguments";
import { fence } from "./fence";
import { dropped, fontSwitches, glue, silent, sizes, textCommands, transparent } from "./layout";
import { rowSkip, skipLength } from "./lengths";
import { readFilling } from "./matrixMacros";
import type { Fence, TexNode, Words } from "./node";
import { matrixCommands, parametersFrom, parametersOf, quickWords, synonyms } from "./packages";
import { quantities, readQuantity } from "./quantity";
import { closeFont, type Site, spanTo, tooDeep } from "./site";
import type { TokenStream } from "./stream";
import { readEnvironment, readMatrix } from "./table";
import type { Token } from "./token";
import { formulasIn, textOf, wordsOf } from "./words";

export function readCommand(token: Token, site: Site): void {
  if (tooDeep(site, token)) return;
  const defined = site.stream.reading.macros.commands.get(token.text);
  if (defined?.whole && !token.primitive) {
    const args = readArguments(site.stream, defined.parameters);
    const inner = args.map((arg) => arg && site.inside(arg));
    site.nodes.push({
      kind: "command",
      name: token.text,
      args: inner,
      span: spanTo(token, ...args),
    });
    return;
  }
  const name = synonyms.get(token.text) ?? token.text;
  const special = byName.get(name);
  if (special) special(token, site);
  else if (!readLayout(name, token, site) && !readPackage(name, token, site))
    readPlain(name, token, site);
}

type Rule = (token: Token, site: Site) => void;

const take = ({ stream }: Site, spec: string): readonly (Argument | undefined)[] =>
  readArguments(stream, parametersFrom(spec));

const rowEnd: Rule = (token, site) => {
  closeFont(site);
  const span = { start: token.start, end: rowSkip(site.stream, token) };
  site.nodes.push({ kind: "row-end", span });
};

const wideSpace: Rule = (token, { nodes, rows }) => {
  if (rows) nodes.push({ kind: "command", name: "quad", args: [], span: spanTo(token) });
};

/** Small spaces in eighteenths of an em. */
const thinSpaces: ReadonlyMap<string, number> = new Map([
  [",", 3],
  ["thinspace", 3],
  [":", 4],
  [">", 4],
  ["medspace", 4],
  [";", 5],
  ["thickspace", 5],
  ["enspace", 9],
]);

/** Takes the small spaces that follow; true where all together set things apart as \quad does. */
function takeSpaces(first: string, { stream, nodes }: Site): boolean {
  let width = thinSpaces.get(first) ?? 0;
  let ahead = nextSolid(stream);
  for (; ahead?.kind === "command"; ahead = nextSolid(stream)) {
    const more = thinSpaces.get(ahead.text);
    if (!more) break;
    stream.raw();
    width += more;
  }
  const begins = ahead?.kind === "command" ? /^[a-zA-Z]/.test(ahead.text) : ahead?.kind === "char";
  const goesOn = !begins || /^(?:[-+=&)\]*/.,;]|end|pm|times|cdot)$/.test(ahead?.text ?? "");
  return (
    width >= 12 && !goesOn && nodes.reduce((depth, node) => depth + bracketStep(node), 0) === 0
  );
}

/** 1 for what opens a pair of brackets, −1 for what closes one. */
function bracketStep(node: TexNode): number {
  if (node.kind === "fence") return node.side === "left" ? 1 : node.side === "right" ? -1 : 0;
  if (node.kind !== "char") return 0;
  return /[([]/.test(node.text) ? 1 : /[)\]]/.test(node.text) ? -1 : 0;
}

const label: Rule = (_, site) => {
  const [argument] = take(site, "m");
  if (argument) site.labels.push(textOf(argument.tokens));
};

const tag: Rule = (_, site) => {
  take(site, "s m");
};

/** References and citations are words: they speak about formulas. */
const reference: Rule = (token, site) => {
  const argument = take(site, "o m").at(-1);
  const text = `\\${token.text}{${textOf(argument?.tokens ?? [])}}`;
  site.nodes.push({ kind: "words", text, span: spanTo(token, argument) });
};

const intertext: Rule = (token, site) => {
  const [argument] = take(site, "m");
  const words: TexNode = {
    kind: "words",
    text: wordsOf(argument?.tokens ?? []),
    span: spanTo(token, argument),
  };
  site.nodes.push({ kind: "command", name: "intertext", args: [[words]], span: words.span });
};

const over =
  (command: string): Rule =>
  (token, site) => {
    closeFont(site);
    site.over ??= { name: command, from: site.nodes.length, token };
  };

const sized: Rule = (token, { stream, nodes }) => {
  nodes.push(fence(token.text, token, stream));
};

const paired =
  (side: Fence["side"], delimiter: string): Rule =>
  (token, { nodes }) => {
    nodes.push({ kind: "fence", side, delimiter, span: spanTo(token) });
  };

const char =
  (text: string): Rule =>
  (token, { nodes }) => {
    nodes.push({ kind: "char", text, span: spanTo(token) });
  };

const bare =
  (name: string): Rule =>
  (token, { nodes }) => {
    nodes.push({ kind: "command", name, args: [], span: spanTo(token) });
  };

const nothing: Rule = () => undefined;

const byName: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ["\\", rowEnd],
  ["cr", rowEnd],
  ["tabularnewline", rowEnd],
  ["quad", wideSpace],
  ["qquad", wideSpace],
  ["label", label],
  ["tag", tag],
  ...["ref", "eqref", "cref", "Cref", "cite"].map((name) => [name, reference] as const),
  ["intertext", intertext],
  ["shortintertext", intertext],
  ["over", over("frac")],
  ["above", over("frac")],
  ["choose", over("binom")],
  ["left", sized],
  ["right", sized],
  ["middle", sized],
  ["lvert", paired("left", "|")],
  ["rvert", paired("right", "|")],
  ["lVert", paired("left", "\\|")],
  ["rVert", paired("right", "\\|")],
  ["vert", char("|")],
  ["lbrack", char("[")],
  ["rbrack", char("]")],
  ["Vert", bare("|")],
  ["lbrace", bare("{")],
  ["rbrace", bare("}")],
  ["begin", readEnvironment],
  [" ", nothing],
]);

/** Spaces, sizes, colours, fonts and boxes. */
function readLayout(name: string, token: Token, site: Site): boolean {
  const { stream, nodes } = site;
  if (thinSpaces.has(name) && site.rows && takeSpaces(name, site)) wideSpace(token, site);
  if (name === "!" && struckThrough(token, site)) return true;
  if (silent.has(name)) return true;
  if (sizes.has(name)) sized(token, site);
  else if (glue.has(name)) skipLength(stream);
  else if (fontSwitches.has(name)) {
    closeFont(site);
    site.font = { name: fontSwitches.get(name) ?? name, from: nodes.length, token };
  } else if (dropped.has(name)) take(site, dropped.get(name) ?? "m");
  else if (transparent.has(name)) {
    const inner = take(site, transparent.get(name) ?? "m").at(-1);
    const children = site.inside(inner);
    if (children.length === 1) nodes.push(...children);
    else if (children.length === 0 && name === "mathopen")
      nodes.push({ kind: "command", name, args: [], span: spanTo(token, inner) });
    else if (children.length > 1)
      nodes.push({ kind: "group", children, span: spanTo(token, inner) });
  } else return false;
  return true;
}

/** p\!\!\!/: two negative spaces or more pull the stroke over the letter before it. */
function struckThrough(token: Token, { stream, nodes }: Site): boolean {
  const taken: Token[] = [token];
  let ahead = nextSolid(stream);
  for (; ahead?.kind === "command" && ahead.text === "!"; ahead = nextSolid(stream)) {
    stream.raw();
    taken.push(ahead);
  }
  let from = nodes.length - 1;
  while (nodes[from]?.kind === "script") from--;
  const letter = nodes[from];
  const named = letter?.kind === "char" ? /^\p{L}$/u.test(letter.text) : letter?.kind === "command";
  if (taken.length < 2 || ahead?.kind !== "char" || ahead.text !== "/" || !letter || !named)
    return false;
  stream.raw();
  const span = { start: letter.span.start, end: ahead.end };
  nodes.splice(from, 1, { kind: "command", name: "slashed", args: [[letter]], span });
  return true;
}

/** Words, matrices and sized pairs of text commands and the physics package. */
function readPackage(name: string, token: Token, site: Site): boolean {
  const { nodes } = site;
  const quick = quickWords.get(name);
  const matrix = matrixCommands.get(name);
  if (textCommands.has(name) || name === "qq" || name === "qqtext") {
    const argument = take(site, "s m").at(-1);
    nodes.push(styledLetter(name, token, argument, site) ?? wordsNode(token, argument, site));
  } else if (quick) nodes.push({ kind: "words", text: quick, span: spanTo(token) });
  else if (matrix) readMatrix(matrix, token, site);
  else if (name === "splitfrac" || name === "splitdfrac")
    for (const line of take(site, "m m")) nodes.push(...site.inside(line));
  else if (readFilling(name, token, site)) return true;
  else if (quantities.has(name)) readQuantity(token, site);
  else return false;
  return true;
}

const letterStyles: ReadonlyMap<string, string> = new Map([
  ["textbf", "mathbf"],
  ["textit", "mathit"],
]);

/** One letter in a text font is a symbol: `\textbf{p}`. */
function styledLetter(
  name: string,
  token: Token,
  argument: Argument | undefined,
  site: Site,
): TexNode | undefined {
  const style = letterStyles.get(name);
  const tokens = (argument?.tokens ?? []).filter(({ text }) => text !== "$");
  const letter = /^\p{L}$/u.test(tokens[0]?.text ?? "") || tokens[0]?.kind === "command";
  if (!style || tokens.length !== 1 || !letter) return undefined;
  const args = [site.inside(argument && { ...argument, tokens })];
  return { kind: "command", name: style, args, span: spanTo(token, argument) };
}

function wordsNode(token: Token, argument: Argument | undefined, site: Site): Words {
  const tokens = argument?.tokens ?? [];
  const found = formulasIn(tokens).map((formula) =>
    site.inside({ tokens: formula, start: 0, end: 0, given: true }),
  );
  const formulas = found.length > 0 ? { formulas: found } : {};
  return { kind: "words", text: wordsOf(tokens), ...formulas, span: spanTo(token, argument) };
}

/** The \! of \not\!p is no argument. */
function skipSpaces(stream: TokenStream): void {
  let ahead = nextSolid(stream);
  for (; ahead?.kind === "command" && /^[!,]$/.test(ahead.text); ahead = nextSolid(stream))
    stream.raw();
}

/** Roots and accents, which TeX puts on a whole field. */
const fields = new Set([
  "sqrt",
  "bar",
  "hat",
  "tilde",
  "vec",
  "dot",
  "ddot",
  "overline",
  "widehat",
  "widetilde",
]);

/** A command with its arguments; stars are no arguments, and only an operator's name keeps its own. */
function readPlain(name: string, token: Token, site: Site): void {
  const parameters = parametersOf(token.text);
  if (name === "not") skipSpaces(site.stream);
  const given = readArguments(site.stream, parameters);
  const args = fields.has(name)
    ? given.map((arg) => arg && withOwnArguments(site.stream, arg))
    : given;
  const starred = name === "operatorname" && args[0] !== undefined;
  const kept = args.filter((_, i) => parameters[i]?.kind !== "flag");
  site.nodes.push({
    kind: "command",
    name: starred ? "operatorname*" : name,
    args: kept.map((arg) => arg && site.inside(arg)),
    span: spanTo(token, ...args),
  });
}
