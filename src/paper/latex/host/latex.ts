/** Goes through a LaTeX file: definitions, inputs, prose, inline formulas, displays. */
import { readArguments } from "../arguments";
import { type Body, delimitedBody, environmentBody, environmentName, wholeBody } from "../display";
import { displayEnvironments, headings, verbatimEnvironments } from "../environments";
import { dropped } from "../layout";
import type { SourceFile } from "../manuscript";
import type { Scan } from "../scan";
import { TokenStream } from "../stream";
import { lexer, type Token } from "../token";
import { textOf, wordsOf } from "../words";

/** `document`: a file with its preamble; `part`: pulled in by \input; `definitions`: only its definitions count. */
export type Purpose = "document" | "part" | "definitions";

const deepest = 30;

interface Going {
  readonly scan: Scan;
  readonly file: SourceFile;
  readonly stream: TokenStream;
  readonly open: readonly string[];
  readonly purpose: Purpose;
  /** Before \begin{document} only definitions count. */
  preamble: boolean;
  over: boolean;
}

export function scanLatex(
  scan: Scan,
  file: SourceFile,
  purpose: Purpose,
  options: {
    readonly open?: readonly string[];
    readonly preamble?: boolean;
    readonly range?: readonly [number, number];
    readonly fenced?: true;
  } = {},
): { readonly preamble: boolean; readonly over: boolean } {
  const [from, to] = options.range ?? [0, file.text.length];
  const isPackage = /\.(sty|cls|def)$/.test(file.path);
  const source = lexer(file.text, from, to, {
    package: isPackage,
    comment: (comment) => scan.comments.push({ ...comment, file: file.path }),
  });
  const going: Going = {
    scan,
    file,
    stream: new TokenStream(source, scan.reading(file), false),
    open: [...(options.open ?? []), file.path],
    purpose,
    preamble:
      options.preamble ?? (purpose === "document" && /\\begin\s*\{document\}/.test(file.text)),
    over: false,
  };
  if (purpose === "document") readRoot(going);
  if (options.fenced) {
    const begin: Token = { kind: "command", text: "math", start: from, end: from };
    addDisplay(going, "math", begin, wholeBody(going.stream));
    return going;
  }
  for (let token = going.stream.next(); token && !going.over; token = going.stream.next())
    readToken(going, token);
  return going;
}

/** `% !TEX root = main.tex`: a part borrows the definitions of its whole. */
function readRoot(going: Going): void {
  const named = /^%\s*!\s*TEX\s+root\s*=\s*(\S+)/im.exec(going.file.text.slice(0, 2000));
  if (named?.[1]) pullIn(going, [named[1]], "definitions", undefined);
}

const quiet = (going: Going): boolean => going.preamble || going.purpose === "definitions";

function readToken(going: Going, token: Token): void {
  const { scan, file, stream } = going;
  const span = { start: token.start, end: token.end };
  switch (token.kind) {
    case "open":
    case "close":
    case "parameter":
      return;
    case "space":
      if (!quiet(going)) scan.say(file, { kind: "words", text: " ", span });
      return;
    case "paragraph":
      stream.renew();
      if (!quiet(going)) scan.breakParagraph();
      return;
    case "char":
      if (quiet(going)) return;
      if (token.text === "$") readDollar(going, token);
      else scan.say(file, { kind: "words", text: token.text === "~" ? " " : token.text, span });
      return;
    case "command":
      readCommand(going, token);
  }
}

function readDollar(going: Going, token: Token): void {
  const { stream } = going;
  const second = stream.peek();
  if (second?.kind === "char" && second.text === "$" && second.start >= token.end) {
    stream.raw();
    addDisplay(going, "$$", token, delimitedBody(stream, "$$", token));
  } else addInline(going, token, delimitedBody(stream, "$", token));
}

function readCommand(going: Going, token: Token): void {
  const { scan, file, stream } = going;
  const span = { start: token.start, end: token.end };
  const take = (spec: string) =>
    readArguments(
      stream,
      spec
        .split(" ")
        .map((letter) =>
          letter === "o"
            ? { kind: "optional", open: "[", close: "]" }
            : letter === "s"
              ? { kind: "flag", text: "*" }
              : { kind: "mandatory" },
        ),
    );
  switch (token.text) {
    case "begin":
      readBegin(going, token);
      return;
    case "end": {
      const { name } = environmentName(stream);
      const author = scan.macros.environments.get(name);
      if (author) stream.unread(...author.end.map((part) => ({ ...part, ...span })));
      else if (name === "document" && going.purpose !== "part") going.over = true;
      return;
    }
    case "iffalse":
      skipFalse(going);
      return;
    case "endinput":
      going.over = true;
      return;
    case "input":
    case "include":
    case "subfile":
      pullIn(going, [textOf(take("m")[0]?.tokens ?? [])], "part", token);
      return;
    case "import":
    case "subimport": {
      const [folder, name] = take("m m").map((argument) => textOf(argument?.tokens ?? []));
      pullIn(going, [`${folder ?? ""}/${name ?? ""}`.replace("//", "/")], "part", token);
      return;
    }
    case "usepackage":
    case "RequirePackage":
    case "documentclass":
    case "LoadClass": {
      const [options, names] = take("o m");
      const isClass = token.text === "documentclass" || token.text === "LoadClass";
      const list = textOf(names?.tokens ?? []).split(",");
      if (isClass && list[0] === "subfiles" && options)
        pullIn(going, [textOf(options.tokens)], "definitions", undefined);
      for (const name of list) {
        const trimmed = name.trim();
        if (!pullIn(going, [`${trimmed}.${isClass ? "cls" : "sty"}`], "definitions", undefined))
          scan.packages.add(trimmed);
      }
      return;
    }
  }
  if (quiet(going)) return;
  const level = headings.get(token.text);
  if (level !== undefined) {
    const [, , title] = take("s o m");
    scan.breakParagraph();
    const end = Math.max(token.end, title?.end ?? 0);
    scan.add({
      kind: "heading",
      file: file.path,
      title: wordsOf(title?.tokens ?? []),
      level,
      span: { start: token.start, end },
      paragraph: 0,
    });
    scan.breakParagraph();
    return;
  }
  switch (token.text) {
    case "(":
      addInline(going, token, delimitedBody(stream, "\\(", token));
      return;
    case "[":
      addDisplay(going, "\\[", token, delimitedBody(stream, "\\[", token));
      return;
    case "ensuremath": {
      const [body] = take("m");
      const end = Math.max(span.end, body?.end ?? 0);
      stream.unread({ kind: "char", text: "$", ...span }, ...(body?.tokens ?? []), {
        kind: "char",
        text: "$",
        start: end,
        end,
      });
      return;
    }
    case "par":
    case "item":
    case "bigskip":
    case "medskip":
      scan.breakParagraph();
      return;
    case "ref":
    case "eqref":
    case "cref":
    case "Cref":
    case "autoref": {
      const [argument] = take("m");
      const end = Math.max(token.end, argument?.end ?? 0);
      for (const label of textOf(argument?.tokens ?? []).split(","))
        scan.say(file, {
          kind: "reference",
          label: label.trim(),
          span: { start: token.start, end },
        });
      return;
    }
    case "verb":
    case "lstinline":
      skipVerb(going, token);
      return;
    case "label":
    case "bibliography":
    case "bibliographystyle":
    case "includegraphics":
    case "cite":
    case "citep":
    case "citet":
    case "url":
      take("o m");
      return;
    case " ":
    case ",":
    case "\\":
    case "quad":
    case "qquad":
      scan.say(file, { kind: "words", text: " ", span });
      return;
  }
  const gone = dropped.get(token.text);
  if (gone && token.text !== "footnote") take(gone);
}

function readBegin(going: Going, token: Token): void {
  const { scan, stream } = going;
  const { name, end } = environmentName(stream);
  const author = scan.macros.environments.get(name);
  if (author) {
    const args = readArguments(stream, author.parameters);
    const span = { start: token.start, end };
    stream.unread(
      ...author.begin.flatMap((part) =>
        part.kind === "parameter"
          ? (args[Number(part.text) - 1]?.tokens ?? [])
          : [{ ...part, ...span }],
      ),
    );
    return;
  }
  if (name === "document") {
    going.preamble = false;
    if (going.purpose === "definitions") going.over = true;
    return;
  }
  if (verbatimEnvironments.has(name)) {
    skipTo(going, `\\end{${name}}`);
    return;
  }
  if (quiet(going)) return;
  if (displayEnvironments.has(name))
    addDisplay(going, name, token, environmentBody(stream, name, token));
  else if (name === "math") addInline(going, token, environmentBody(stream, name, token));
  else if (
    /^(theorem|lemma|proposition|proof|definition|example|exercise|solution|remark|corollary|itemize|enumerate|abstract|frame|quote)\*?$/.test(
      name,
    )
  )
    scan.breakParagraph();
}

function addDisplay(going: Going, environment: string, token: Token, body: Body): void {
  const { scan, file } = going;
  scan.add({
    kind: "display",
    file: file.path,
    environment,
    span: { start: token.start, end: Math.max(body.end, token.end) },
    nodes: body.nodes,
    labels: body.labels,
    comments: [],
    paragraph: scan.paragraph,
  });
}

function addInline(going: Going, token: Token, body: Body): void {
  const { scan, file } = going;
  if (!body.closed || body.nodes.length === 0) return;
  const span = { start: token.start, end: body.end };
  scan.say(file, {
    kind: "math",
    source: file.text.slice(span.start, span.end),
    nodes: body.nodes,
    span,
  });
}

/** Goes on behind the next occurrence of `mark`; nothing inside is looked at. */
function skipTo({ stream }: Going, mark: string): void {
  const source = stream.lexer;
  if (!source) return;
  const at = source.text.indexOf(mark, source.offset());
  source.seek(at < 0 ? source.text.length : at + mark.length);
}

/** `\iffalse … \fi`, other conditionals inside it counted. */
function skipFalse({ stream }: Going): void {
  for (let depth = 1, token = stream.raw(); token; token = stream.raw()) {
    if (token.kind !== "command") continue;
    if (/^if[a-z]*$/i.test(token.text) && token.text !== "iff") depth++;
    if (token.text === "fi" && --depth === 0) return;
    if (depth === 1 && token.text === "else") return;
  }
}

function skipVerb({ stream }: Going, token: Token): void {
  const source = stream.lexer;
  if (!source) return;
  const from = source.text[token.end] === "*" ? token.end + 1 : token.end;
  const mark = source.text[from] ?? "\n";
  const stop = source.text.indexOf(mark === "{" ? "}" : mark, from + 1);
  const line = source.text.indexOf("\n", from);
  source.seek(stop < 0 || (line >= 0 && line < stop) ? Math.max(line, from) : stop + 1);
}

/** Reads another file in place; false where there is none. A missing \input is a problem, a missing package is not. */
function pullIn(
  going: Going,
  names: readonly string[],
  purpose: Purpose,
  command: Token | undefined,
): boolean {
  const { scan, file } = going;
  const here = /^.*[/\\]/.exec(file.path)?.[0] ?? "";
  for (const name of names) {
    const bare = name.trim().replace(/^"|"$/g, "");
    if (!bare) continue;
    const candidates = /\.\w+$/.test(bare) ? [bare, `${bare}.tex`] : [`${bare}.tex`, bare];
    for (const folder of new Set([here, scan.folder])) {
      for (const candidate of candidates) {
        const path = normal(/^(\/|[A-Za-z]:)/.test(candidate) ? candidate : folder + candidate);
        if (going.open.includes(path)) {
          if (command)
            say(
              going,
              command,
              `\\${command.text}{${bare}} reads a file that is being read.`,
              "Break the circle.",
            );
          return true;
        }
        if (going.open.length > deepest) return false;
        const known = scan.files.find((other) => other.path === path);
        const text = known?.text ?? scan.reader.read(path);
        if (text === undefined) continue;
        const entered = scan.enter(path, text, "latex");
        if (!entered) return true;
        const done = scanLatex(scan, entered, purpose, {
          open: going.open,
          preamble: going.preamble,
        });
        if (purpose === "part") going.preamble = done.preamble;
        return true;
      }
    }
    if (command && !quiet(going))
      say(
        going,
        command,
        `The file ${bare} is not found.`,
        "Check the path; the rest is read without it.",
      );
  }
  return false;
}

const say = ({ stream }: Going, token: Token, what: string, remedy: string): void =>
  stream.problem(token.start, what, remedy);

/** `a/./b/../c` → `a/c`. */
function normal(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "." || (part === "" && parts.length)) continue;
    if (part === ".." && parts.length && parts.at(-1) !== "..") parts.pop();
    else parts.push(part);
  }
  return parts.join("/");
}
