/** Tokens of a formula → nodes: arguments attached, scripts, fences, tables and words recognised, layout gone. */
import { type Argument, group, nextSolid, readArguments } from "./arguments";
import { dropped, fontSwitches, glue, silent, sizes, textCommands, transparent } from "./layout";
import type { Parameter } from "./macro";
import type { Fence, TexNode } from "./node";
import { matrixCommands, parametersOf, quickWords, synonyms } from "./packages";
import { TokenStream } from "./stream";
import type { Token } from "./token";

/** Groups in groups beyond this depth are left out, with a problem. */
const depthLimit = 150;

/** What a list of nodes is read for. */
export interface Sink {
  /** `\label`s met on the way. */
  readonly labels: string[];
}

export interface Ending {
  /** What ended the list: `\end{name}`, a closing command, or the end of the text. */
  readonly by: "end" | "token" | "text";
  readonly name: string;
  readonly span: { readonly start: number; readonly end: number };
}

interface Place {
  readonly depth: number;
  readonly sink: Sink;
  /** Rows and columns count here: they separate, and \quad does. */
  readonly rows: boolean;
}

/** All nodes of a token list that is complete in itself. */
export const buildAll = (
  tokens: readonly Token[],
  parent: TokenStream,
  place: Place,
): readonly TexNode[] =>
  tokens.length === 0
    ? []
    : buildList(new TokenStream(tokens, parent.reading, true), place, () => false).nodes;

/** Reads nodes until `stops` says so, `\end{…}`, or the end of the stream; what ended it is consumed. */
export function buildList(
  stream: TokenStream,
  place: Place,
  stops: (token: Token) => boolean,
): { readonly nodes: readonly TexNode[]; readonly ending: Ending } {
  const nodes: TexNode[] = [];
  const restart: Restart = { font: undefined, over: undefined };
  const finish = (by: Ending["by"], name: string, start: number, end: number) => ({
    nodes: close(nodes, restart),
    ending: { by, name, span: { start, end } },
  });
  let last = 0;
  for (;;) {
    const token = stream.next();
    if (!token) return finish("text", "", last, last);
    last = token.end;
    if (stops(token)) return finish("token", token.text, token.start, token.end);
    if (token.kind === "command" && token.text === "end" && !token.primitive) {
      const [name] = readArguments(stream, [{ kind: "mandatory" }]);
      return finish("end", textOf(name?.tokens ?? []), token.start, name?.end ?? token.end);
    }
    readOne(token, stream, place, nodes, restart);
  }
}

/** A font switch or `\over` met in a list: where what follows begins. */
interface Restart {
  font: { readonly name: string; readonly from: number; readonly span: Token } | undefined;
  over: { readonly name: string; readonly from: number; readonly span: Token } | undefined;
}

/** Wraps what follows a font switch, and splits at `\over`. */
function close(nodes: TexNode[], restart: Restart): readonly TexNode[] {
  closeFont(nodes, restart);
  const { over } = restart;
  if (!over) return nodes;
  const upper = nodes.slice(0, over.from);
  const lower = nodes.slice(over.from);
  const start = upper[0]?.span.start ?? over.span.start;
  const end = lower.at(-1)?.span.end ?? over.span.end;
  return [{ kind: "command", name: over.name, args: [upper, lower], span: { start, end } }];
}

function closeFont(nodes: TexNode[], restart: Restart): void {
  const { font } = restart;
  restart.font = undefined;
  if (!font) return;
  const inside = nodes.splice(font.from);
  if (inside.length === 0) return;
  const end = inside.at(-1)?.span.end ?? font.span.end;
  nodes.push({
    kind: "command",
    name: font.name,
    args: [inside],
    span: { start: font.span.start, end },
  });
}

function readOne(
  token: Token,
  stream: TokenStream,
  place: Place,
  nodes: TexNode[],
  restart: Restart,
): void {
  const _span = { start: token.start, end: token.end };
  switch (token.kind) {
    case "space":
    case "paragraph":
    case "parameter":
      return;
    case "close":
      stream.problem(
        token.start,
        "A closing brace has no opening one.",
        "Remove it, or open the group.",
      );
      return;
    case "open": {
      const inner = group(stream, token);
      if (place.depth > depthLimit) {
        tooDeep(stream, token);
        return;
      }
      const children = buildAll(inner.tokens, stream, deeper(place));
      nodes.push({ kind: "group", children, span: { start: inner.start, end: inner.end } });
      return;
    }
    case "char":
      readChar(token, stream, place, nodes, restart);
      return;
    case "command":
      if (place.depth > depthLimit) tooDeep(stream, token);
      else readCommand(token, stream, place, nodes, restart);
  }
}

const deeper = (place: Place): Place => ({ ...place, depth: place.depth + 1, rows: false });

const tooDeep = (stream: TokenStream, token: Token): void =>
  stream.problem(token.start, "Groups are nested too deeply to be read.", "Simplify the formula.");

function readChar(
  token: Token,
  stream: TokenStream,
  place: Place,
  nodes: TexNode[],
  restart: Restart,
): void {
  const span = { start: token.start, end: token.end };
  switch (token.text) {
    case "&":
      closeFont(nodes, restart);
      nodes.push({ kind: "column", span });
      return;
    case "~":
    case "$":
      return;
    case "_":
    case "^": {
      const children = scriptArgument(stream, place);
      nodes.push({
        kind: "script",
        place: token.text === "_" ? "sub" : "sup",
        children: children.nodes,
        span: { start: token.start, end: Math.max(token.end, children.end) },
      });
      return;
    }
    case "'":
    case "′":
    case "’": {
      const primes: TexNode[] = [{ kind: "command", name: "prime", args: [], span }];
      let end = token.end;
      for (
        let next = stream.peek();
        next?.kind === "char" && /['′’]/.test(next.text);
        next = stream.peek()
      ) {
        stream.raw();
        end = next.end;
        primes.push({
          kind: "command",
          name: "prime",
          args: [],
          span: { start: next.start, end: next.end },
        });
      }
      nodes.push({
        kind: "script",
        place: "sup",
        children: primes,
        span: { start: token.start, end },
      });
      return;
    }
    case "″":
    case "‴": {
      const prime = { kind: "command", name: "prime", args: [], span } as const;
      const children = token.text === "″" ? [prime, prime] : [prime, prime, prime];
      nodes.push({ kind: "script", place: "sup", children, span });
      return;
    }
    case "−":
      nodes.push({ kind: "char", text: "-", span });
      return;
    default:
      nodes.push({ kind: "char", text: token.text, span });
  }
}

/** After `_` or `^`: a group, one token, or a command with its arguments. */
function scriptArgument(
  stream: TokenStream,
  place: Place,
): { nodes: readonly TexNode[]; end: number } {
  nextSolid(stream);
  const token = stream.next();
  if (!token) return { nodes: [], end: 0 };
  if (token.kind === "space" || token.kind === "paragraph") return scriptArgument(stream, place);
  const ends =
    token.kind === "close" ||
    (token.kind === "char" && /[&_^]/.test(token.text)) ||
    (token.kind === "command" && (token.text === "\\" || token.text === "end"));
  if (ends) {
    stream.unread(token);
    return { nodes: [], end: 0 };
  }
  if (token.kind === "open") {
    const inner = group(stream, token);
    if (place.depth > depthLimit) {
      tooDeep(stream, token);
      return { nodes: [], end: inner.end };
    }
    return { nodes: buildAll(inner.tokens, stream, deeper(place)), end: inner.end };
  }
  const nodes: TexNode[] = [];
  readOne(token, stream, deeper(place), nodes, { font: undefined, over: undefined });
  return { nodes, end: nodes.at(-1)?.span.end ?? token.end };
}

function readCommand(
  token: Token,
  stream: TokenStream,
  place: Place,
  nodes: TexNode[],
  restart: Restart,
): void {
  const name = synonyms.get(token.text) ?? token.text;
  const span = { start: token.start, end: token.end };
  const take = (parameters: readonly Parameter[]): (Argument | undefined)[] =>
    readArguments(stream, parameters);
  const build = (argument: Argument | undefined): readonly TexNode[] =>
    argument ? buildAll(argument.tokens, stream, deeper(place)) : [];

  const defined = stream.reading.macros.commands.get(token.text);
  if (defined?.whole && !token.primitive) {
    const args = take(defined.parameters);
    const spanned = { start: token.start, end: endOf(token, args) };
    nodes.push({
      kind: "command",
      name: token.text,
      args: args.map((arg) => arg && build(arg)),
      span: spanned,
    });
    return;
  }

  switch (name) {
    case "\\":
    case "cr":
    case "tabularnewline":
      closeFont(nodes, restart);
      nodes.push({ kind: "row-end", span: { start: token.start, end: rowSkip(stream, token) } });
      return;
    case "quad":
    case "qquad":
      if (place.rows) nodes.push({ kind: "command", name: "quad", args: [], span });
      return;
    case " ":
      return;
    case "label": {
      const [argument] = take([{ kind: "mandatory" }]);
      if (argument) place.sink.labels.push(textOf(argument.tokens));
      return;
    }
    case "tag": {
      take([{ kind: "flag", text: "*" }, { kind: "mandatory" }]);
      return;
    }
    case "ref":
    case "eqref":
    case "cref":
    case "Cref":
    case "cite": {
      const [argument] = take([{ kind: "mandatory" }]);
      const text = `\\${name}{${textOf(argument?.tokens ?? [])}}`;
      nodes.push({
        kind: "words",
        text,
        span: { start: token.start, end: Math.max(token.end, argument?.end ?? 0) },
      });
      return;
    }
    case "intertext":
    case "shortintertext": {
      const [argument] = take([{ kind: "mandatory" }]);
      const end = Math.max(token.end, argument?.end ?? 0);
      const words: TexNode = {
        kind: "words",
        text: wordsOf(argument?.tokens ?? []),
        span: { start: token.start, end },
      };
      nodes.push({ kind: "command", name: "intertext", args: [[words]], span: words.span });
      return;
    }
    case "over":
    case "above":
      openOver("frac");
      return;
    case "choose":
      openOver("binom");
      return;
    case "left":
    case "right":
    case "middle":
      nodes.push(fence(name, token, stream));
      return;
    case "lvert":
    case "lVert":
      nodes.push({ kind: "fence", side: "left", delimiter: name === "lvert" ? "|" : "\\|", span });
      return;
    case "rvert":
    case "rVert":
      nodes.push({ kind: "fence", side: "right", delimiter: name === "rvert" ? "|" : "\\|", span });
      return;
    case "vert":
      nodes.push({ kind: "char", text: "|", span });
      return;
    case "Vert":
      nodes.push({ kind: "command", name: "|", args: [], span });
      return;
    case "lbrace":
    case "rbrace":
      nodes.push({ kind: "command", name: name === "lbrace" ? "{" : "}", args: [], span });
      return;
    case "lbrack":
    case "rbrack":
      nodes.push({ kind: "char", text: name === "lbrack" ? "[" : "]", span });
      return;
    case "begin":
      readEnvironment(token, stream, place, nodes);
      return;
    case "qty":
    case "pqty":
    case "bqty":
    case "vqty":
    case "Bqty":
      readQuantity(token, stream, place, nodes);
      return;
    case "displaylimits":
      return;
  }
  if (silent.has(name)) return;
  if (sizes.has(name)) {
    nodes.push(fence(name, token, stream));
    return;
  }
  if (glue.has(name)) {
    skipLength(stream);
    return;
  }
  const font = fontSwitches.get(name);
  if (font) {
    closeFont(nodes, restart);
    restart.font = { name: font, from: nodes.length, span: token };
    return;
  }
  const gone = dropped.get(name);
  if (gone) {
    take(parametersFrom(gone));
    return;
  }
  const seen = transparent.get(name);
  if (seen) {
    const inner = take(parametersFrom(seen)).at(-1);
    const children = build(inner);
    if (children.length === 1) nodes.push(...children);
    else if (children.length)
      nodes.push({
        kind: "group",
        children,
        span: { start: token.start, end: Math.max(token.end, inner?.end ?? 0) },
      });
    return;
  }
  if (textCommands.has(name)) {
    const [argument] = take([{ kind: "mandatory" }]);
    nodes.push({
      kind: "words",
      text: wordsOf(argument?.tokens ?? []),
      span: { start: token.start, end: Math.max(token.end, argument?.end ?? 0) },
    });
    return;
  }
  const quick = quickWords.get(name);
  if (quick) {
    nodes.push({ kind: "words", text: quick, span });
    return;
  }
  const matrix = matrixCommands.get(name);
  if (matrix) {
    readMatrixCommand(matrix, token, stream, place, nodes);
    return;
  }
  if (name === "qq" || name === "qqtext") {
    const argument = take(parametersOf(name)).at(-1);
    nodes.push({
      kind: "words",
      text: wordsOf(argument?.tokens ?? []),
      span: { start: token.start, end: Math.max(token.end, argument?.end ?? 0) },
    });
    return;
  }
  const args = take(parametersOf(token.text));
  const starred = args.length > 0 && parametersOf(token.text)[0]?.kind === "flag";
  const kept = args.filter((_, i) => parametersOf(token.text)[i]?.kind !== "flag");
  nodes.push({
    kind: "command",
    name: starred && args[0] && name === "operatorname" ? "operatorname*" : name,
    args: kept.map((arg) => arg && build(arg)),
    span: { start: token.start, end: endOf(token, args) },
  });

  function openOver(command: string): void {
    closeFont(nodes, restart);
    if (!restart.over) restart.over = { name: command, from: nodes.length, span: token };
  }
}

const parametersFrom = (spec: string): readonly Parameter[] =>
  spec
    .split(" ")
    .map((letter) =>
      letter === "s"
        ? { kind: "flag", text: "*" }
        : letter === "o"
          ? { kind: "optional", open: "[", close: "]" }
          : { kind: "mandatory" },
    );

const endOf = (token: Token, args: readonly (Argument | undefined)[]): number =>
  Math.max(token.end, ...args.map((arg) => (arg?.given ? arg.end : 0)));

/** The delimiter after `\left`, `\big` and the like. */
function fence(name: string, token: Token, stream: TokenStream): Fence {
  const side =
    name === "left" || name.endsWith("l")
      ? "left"
      : name === "right" || name.endsWith("r")
        ? "right"
        : name === "middle" || name.endsWith("m")
          ? "middle"
          : "none";
  nextSolid(stream);
  let next = stream.next();
  while (next?.kind === "space") next = stream.next();
  const delimiter = next ? delimiterText(next) : undefined;
  if (next && delimiter === undefined) stream.unread(next);
  const end = delimiter === undefined || !next ? token.end : next.end;
  return { kind: "fence", side, delimiter: delimiter ?? "", span: { start: token.start, end } };
}

const namedDelimiters: Readonly<Record<string, string>> = {
  lvert: "|",
  rvert: "|",
  vert: "|",
  lVert: "\\|",
  rVert: "\\|",
  Vert: "\\|",
  "|": "\\|",
  lbrace: "\\{",
  rbrace: "\\}",
  "{": "\\{",
  "}": "\\}",
  lbrack: "[",
  rbrack: "]",
};

function delimiterText(token: Token): string | undefined {
  if (token.kind === "char") {
    if (token.text === ".") return "";
    if (token.text === "<") return "\\langle";
    if (token.text === ">") return "\\rangle";
    return /[()[\]|/⟨⟩‖]/.test(token.text) ? token.text : undefined;
  }
  if (token.kind !== "command") return undefined;
  const plain = namedDelimiters[token.text];
  if (plain) return plain;
  return /^([lr](angle|floor|ceil|group|moustache)|backslash|(up|down|updown|Up|Down)arrow)$/.test(
    token.text,
  )
    ? `\\${token.text}`
    : undefined;
}

/** `\\[2pt]`, `\\*`: a bracket straight after counts only if it holds a length, as authors open rows with brackets. */
function rowSkip(stream: TokenStream, token: Token): number {
  let end = token.end;
  let next = stream.peek();
  if (next?.kind === "char" && next.text === "*") {
    stream.raw();
    end = next.end;
    next = stream.peek();
  }
  if (next?.kind !== "char" || next.text !== "[") return end;
  const [argument] = readArguments(stream, [{ kind: "optional", open: "[", close: "]" }]);
  if (!argument) return end;
  if (/^[-+]?[\d.]*(pt|em|ex|cm|mm|in|mu|sp|\\\w+)/.test(textOf(argument.tokens)))
    return argument.end;
  const at = { start: argument.start, end: argument.end };
  stream.unread({ kind: "char", text: "[", ...at, end: argument.start + 1 }, ...argument.tokens, {
    kind: "char",
    text: "]",
    start: argument.end - 1,
    end: argument.end,
  });
  return end;
}

/** `-3mu`, `2pt plus 1fil minus 2pt`. */
function skipLength(stream: TokenStream): void {
  let text = "";
  for (;;) {
    const token = stream.peek();
    if (!token || token.kind === "open" || token.kind === "close") return;
    if (token.kind === "command") {
      if (text === "") stream.raw();
      return;
    }
    const longer = text + token.text;
    if (!/^\s*[-+]?\s*[\d.,]*\s*[a-z]{0,2}$/.test(longer)) return;
    text = longer;
    stream.raw();
    if (/[a-z]{2}$/.test(text)) return;
  }
}

/** `\begin{pmatrix} … \end{pmatrix}` and every other environment inside a formula: rows of cells. */
function readEnvironment(token: Token, stream: TokenStream, place: Place, nodes: TexNode[]): void {
  const [argument] = readArguments(stream, [{ kind: "mandatory" }]);
  const environment = textOf(argument?.tokens ?? []);
  const author = stream.reading.macros.environments.get(environment);
  if (author) {
    const args = readArguments(stream, author.parameters);
    const end = endOf(token, [argument, ...args]);
    stream.unread(
      ...author.begin.flatMap((part) =>
        part.kind === "parameter"
          ? (args[Number(part.text) - 1]?.tokens ?? [])
          : [{ ...part, start: token.start, end }],
      ),
    );
    return;
  }
  const parameters = environmentParameters[environment.replace(/\*$/, "")];
  if (parameters) readArguments(stream, parameters);
  if (place.depth > depthLimit) {
    tooDeep(stream, token);
    return;
  }
  const rows = /^(aligned|alignedat|split|gathered|multlined|array|align|gather)/.test(environment);
  const inner = buildList(stream, { ...place, depth: place.depth + 1, rows }, () => false);
  const { ending } = inner;
  if (ending.by !== "end")
    stream.problem(
      token.start,
      `\\begin{${environment}} has no \\end.`,
      `Add \\end{${environment}}.`,
    );
  else if (ending.name !== environment && !endsAuthorEnvironment(stream, ending.name))
    stream.problem(
      ending.span.start,
      `\\end{${ending.name}} closes \\begin{${environment}}.`,
      "Make the names agree.",
    );
  nodes.push({
    kind: "table",
    environment,
    rows: rowsOf(inner.nodes),
    span: { start: token.start, end: Math.max(token.end, ending.span.end) },
  });
}

const endsAuthorEnvironment = (stream: TokenStream, name: string): boolean =>
  stream.reading.macros.environments.has(name);

const environmentParameters: Readonly<Record<string, readonly Parameter[]>> = {
  array: parametersFrom("o m"),
  aligned: parametersFrom("o"),
  alignedat: parametersFrom("o m"),
  alignat: parametersFrom("m"),
  xalignat: parametersFrom("m"),
  gathered: parametersFrom("o"),
  multlined: parametersFrom("o"),
  tabular: parametersFrom("o m"),
  pmatrix: parametersFrom("o"),
  subarray: parametersFrom("m"),
};

/** Parameters a display environment takes before its body. */
export const displayParameters = (environment: string): readonly Parameter[] =>
  environmentParameters[environment.replace(/\*$/, "")] ?? [];

/** Cells between `&`, rows between `\\`; a last empty row is none. */
export function rowsOf(nodes: readonly TexNode[]): TexNode[][][] {
  const rows: TexNode[][][] = [[[]]];
  for (const node of nodes) {
    if (node.kind === "row-end") rows.push([[]]);
    else if (node.kind === "column") rows.at(-1)?.push([]);
    else rows.at(-1)?.at(-1)?.push(node);
  }
  const last = rows.at(-1);
  if (last?.length === 1 && last[0]?.length === 0) rows.pop();
  return rows;
}

/** `\qty(…)` is a sized pair; `\qty{5}{m}` a number with a unit. */
function readQuantity(token: Token, stream: TokenStream, place: Place, nodes: TexNode[]): void {
  readArguments(stream, [{ kind: "flag", text: "*" }]);
  let next = nextSolid(stream);
  while (next?.kind === "command" && sizes.has(next.text)) {
    stream.raw();
    next = nextSolid(stream);
  }
  const pairs: Readonly<Record<string, string>> = { "(": ")", "[": "]", "|": "|" };
  if (next?.kind === "char" && pairs[next.text]) {
    const close = pairs[next.text] as string;
    const [argument] = readArguments(stream, [{ kind: "optional", open: next.text, close }]);
    if (argument) {
      const sides = [next.text, close];
      pushFenced(argument, sides, token, stream, place, nodes);
      return;
    }
  }
  if (next?.kind === "open") {
    const plain = token.text === "qty";
    const [first, second] = readArguments(
      stream,
      plain ? [{ kind: "mandatory" }, { kind: "braced" }] : [{ kind: "mandatory" }],
    );
    if (first && second) {
      const args = [first, second].map((arg) => buildAll(arg.tokens, stream, deeper(place)));
      nodes.push({
        kind: "command",
        name: "SI",
        args: [undefined, args[0], undefined, args[1]],
        span: { start: token.start, end: second.end },
      });
    } else if (first)
      pushFenced(first, quantityFences[token.text] ?? ["\\{", "\\}"], token, stream, place, nodes);
    return;
  }
  nodes.push({
    kind: "command",
    name: "qty",
    args: [],
    span: { start: token.start, end: token.end },
  });
}

/** `\pqty{…}` and its relatives name their pair. */
const quantityFences: Readonly<Record<string, readonly string[]>> = {
  pqty: ["(", ")"],
  bqty: ["[", "]"],
  vqty: ["|", "|"],
};

function pushFenced(
  argument: Argument,
  [left, right]: readonly string[],
  token: Token,
  stream: TokenStream,
  place: Place,
  nodes: TexNode[],
): void {
  const inner = buildAll(argument.tokens, stream, deeper(place));
  nodes.push(
    {
      kind: "fence",
      side: "left",
      delimiter: left ?? "",
      span: { start: token.start, end: argument.start + 1 },
    },
    ...inner,
    {
      kind: "fence",
      side: "right",
      delimiter: right ?? "",
      span: { start: argument.end - 1, end: argument.end },
    },
  );
}

/** `\mqty(a & b \\ c & d)`: the delimiters choose the matrix. */
function readMatrixCommand(
  environment: string,
  token: Token,
  stream: TokenStream,
  place: Place,
  nodes: TexNode[],
): void {
  readArguments(stream, [{ kind: "flag", text: "*" }]);
  const kinds: readonly (readonly [string, string, string])[] = [
    ["(", ")", "pmatrix"],
    ["[", "]", "bmatrix"],
    ["|", "|", "vmatrix"],
  ];
  const next = nextSolid(stream);
  const pair = kinds.find(([open]) => next?.kind === "char" && next.text === open);
  const [argument] = pair
    ? readArguments(stream, [{ kind: "optional", open: pair[0], close: pair[1] }])
    : readArguments(stream, [{ kind: "mandatory" }]);
  const inner = argument ? buildAll(argument.tokens, stream, deeper(place)) : [];
  nodes.push({
    kind: "table",
    environment: pair ? pair[2] : environment,
    rows: rowsOf(inner),
    span: { start: token.start, end: Math.max(token.end, argument?.end ?? 0) },
  });
}

/** Tokens as they would be written, without the space between them mattering. */
export const textOf = (tokens: readonly Token[]): string =>
  tokens
    .map((token) =>
      token.kind === "command" ? `\\${token.text}` : token.kind === "paragraph" ? " " : token.text,
    )
    .join("")
    .trim();

/** Words in text mode; mathematics between dollars is left out, commands give their arguments. */
export function wordsOf(tokens: readonly Token[]): string {
  let text = "";
  let math = false;
  for (const token of tokens) {
    if (token.kind === "char" && token.text === "$") math = !math;
    else if (token.kind === "command" && (token.text === "(" || token.text === ")"))
      math = token.text === "(";
    else if (math) continue;
    else if (token.kind === "char") text += token.text === "~" ? " " : token.text;
    else if (token.kind === "space" || token.kind === "paragraph") text += " ";
    else if (
      token.kind === "command" &&
      [" ", ",", "quad", "qquad", "\\", ";"].includes(token.text)
    )
      text += " ";
  }
  return text.replace(/\s+/g, " ").trim();
}
