/** Tokens of a formula → nodes: groups, scripts, primes and characters here, commands next door. */
import { type Argument, group, nextSolid, readArguments } from "./arguments";
import { readCommand } from "./command";
import type { TexNode } from "./node";
import { closeFont, type List, type Site, tooDeep } from "./site";
import { TokenStream } from "./stream";
import type { Token } from "./token";
import { textOf } from "./words";

/** Reads nodes until `stops` says so, `\end{…}`, or the end of the stream; what ended them is consumed. */
export function buildFormula(
  stream: TokenStream,
  labels: string[],
  stops: (token: Token) => boolean = () => false,
): List {
  return read(siteOf(stream, labels, 0, true), stops);
}

function siteOf(stream: TokenStream, labels: string[], depth: number, rows: boolean): Site {
  return {
    stream,
    nodes: [],
    depth,
    rows,
    labels,
    font: undefined,
    over: undefined,
    inside: (argument) => inside(argument, stream, labels, depth),
    upToEnd: (innerRows) => read(siteOf(stream, labels, depth + 1, innerRows), () => false),
  };
}

function inside(
  argument: Argument | undefined,
  parent: TokenStream,
  labels: string[],
  depth: number,
): readonly TexNode[] {
  if (!argument || argument.tokens.length === 0) return [];
  const stream = new TokenStream(argument.tokens, parent.reading, true);
  return read(siteOf(stream, labels, depth + 1, false), () => false).nodes;
}

function read(site: Site, stops: (token: Token) => boolean): List {
  const { stream } = site;
  let last = 0;
  for (;;) {
    const token = stream.next();
    if (!token) return finish(site, "text", "", last, last);
    last = token.end;
    if (stops(token)) return finish(site, "token", token.text, token.start, token.end);
    if (token.kind === "command" && token.text === "end" && !token.primitive) {
      const [name] = readArguments(stream, [{ kind: "mandatory" }]);
      const end = Math.max(token.end, name?.end ?? 0);
      return finish(site, "end", textOf(name?.tokens ?? []), token.start, end);
    }
    readToken(token, site);
  }
}

function finish(
  site: Site,
  by: List["ending"]["by"],
  name: string,
  start: number,
  end: number,
): List {
  closeFont(site);
  return { nodes: split(site), ending: { by, name, span: { start, end } } };
}

/** What `\over` divides becomes the two arguments of its command. */
function split({ nodes, over }: Site): readonly TexNode[] {
  if (!over) return nodes;
  const upper = nodes.slice(0, over.from);
  const lower = nodes.slice(over.from);
  const start = upper[0]?.span.start ?? over.token.start;
  const end = lower.at(-1)?.span.end ?? over.token.end;
  return [{ kind: "command", name: over.name, args: [upper, lower], span: { start, end } }];
}

function readToken(token: Token, site: Site): void {
  const { stream, nodes } = site;
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
      if (tooDeep(site, token)) return;
      const span = { start: inner.start, end: inner.end };
      nodes.push({ kind: "group", children: site.inside(inner), span });
      return;
    }
    case "char":
      readChar(token, site);
      return;
    case "command":
      readCommand(token, site);
  }
}

function readChar(token: Token, site: Site): void {
  const { nodes } = site;
  const span = { start: token.start, end: token.end };
  switch (token.text) {
    case "&":
      closeFont(site);
      nodes.push({ kind: "column", span });
      return;
    case "~":
    case "$":
      return;
    case "_":
    case "^": {
      const { children, end } = scriptArgument(site);
      const place = token.text === "_" ? "sub" : "sup";
      nodes.push({
        kind: "script",
        place,
        children,
        span: { start: token.start, end: Math.max(token.end, end) },
      });
      return;
    }
    case "'":
    case "′":
    case "’":
    case "″":
    case "‴":
      nodes.push(primes(token, site));
      return;
    case "−":
      nodes.push({ kind: "char", text: "-", span });
      return;
    default:
      nodes.push({ kind: "char", text: token.text, span });
  }
}

/** Primes in a row are one superscript of `\prime`s. */
function primes(first: Token, { stream }: Site): TexNode {
  const children: TexNode[] = [];
  let { end } = first;
  for (let token: Token | undefined = first; token; ) {
    const span = { start: token.start, end: token.end };
    const count = token.text === "‴" ? 3 : token.text === "″" ? 2 : 1;
    for (let i = 0; i < count; i++)
      children.push({ kind: "command", name: "prime", args: [], span });
    end = token.end;
    const next = stream.peek();
    token = next?.kind === "char" && /['′’″‴]/.test(next.text) ? stream.raw() : undefined;
  }
  return { kind: "script", place: "sup", children, span: { start: first.start, end } };
}

/** After `_` or `^`: a group, one token, or a command with its arguments. */
function scriptArgument(site: Site): {
  readonly children: readonly TexNode[];
  readonly end: number;
} {
  const { stream } = site;
  nextSolid(stream);
  const token = stream.next();
  if (!token) return { children: [], end: 0 };
  if (token.kind === "space" || token.kind === "paragraph") return scriptArgument(site);
  if (endsScript(token)) {
    stream.unread(token);
    return { children: [], end: 0 };
  }
  if (token.kind === "open") {
    const inner = group(stream, token);
    return { children: tooDeep(site, token) ? [] : site.inside(inner), end: inner.end };
  }
  const own = siteOf(stream, site.labels, site.depth + 1, false);
  readToken(token, own);
  return { children: own.nodes, end: own.nodes.at(-1)?.span.end ?? token.end };
}

const endsScript = ({ kind, text }: Token): boolean =>
  kind === "close" ||
  (kind === "char" && /[&_^]/.test(text)) ||
  (kind === "command" && (text === "\\" || text === "end"));
