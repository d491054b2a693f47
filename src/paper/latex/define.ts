/** Definitions an author makes: read from the stream, entered in the document's table. */
import { type Argument, delimited, group, mandatory, nextSolid } from "./arguments";
import { isTrick, type Macro, type Parameter } from "./macro";
import type { TokenStream } from "./stream";
import type { Token } from "./token";

type Definer = (stream: TokenStream, command: Token) => void;

/** Carries out the definition this command begins; false where it begins none. */
export function readDefinition(command: Token, stream: TokenStream): boolean {
  const define = definers.get(command.text);
  if (!define) return false;
  define(stream, command);
  return true;
}

const newCommand =
  (onlyIfNew: boolean): Definer =>
  (stream) => {
    star(stream);
    const name = nameIn(mandatory(stream).tokens);
    const parameters = countedParameters(stream);
    const body = mandatory(stream).tokens;
    if (name && !(onlyIfNew && stream.reading.macros.commands.has(name)))
      enter(stream, name, { parameters, body, whole: isTrick(body) });
  };

/** `\def\name#1,#2{…}`. */
const def: Definer = (stream) => {
  const name = stream.raw();
  if (name?.kind !== "command") return;
  const pattern: Token[] = [];
  for (;;) {
    const token = stream.raw();
    if (!token || pattern.length > 40) return;
    if (token.kind === "open") {
      const body = group(stream, token).tokens;
      enter(stream, name.text, {
        parameters: patternParameters(pattern),
        body,
        whole: isTrick(body),
      });
      return;
    }
    pattern.push(token);
  }
};

const letCommand: Definer = (stream) => {
  const name = nextSolid(stream);
  if (name?.kind !== "command") return;
  stream.raw();
  let meaning = nextSolid(stream);
  stream.raw();
  if (meaning?.kind === "char" && meaning.text === "=") {
    meaning = nextSolid(stream);
    stream.raw();
  }
  if (!meaning) return;
  const { commands } = stream.reading.macros;
  const copied = meaning.kind === "command" ? commands.get(meaning.text) : undefined;
  if (copied) commands.set(name.text, copied);
  else if (name.text !== meaning.text)
    enter(stream, name.text, {
      parameters: [],
      body: [meaning.kind === "command" ? { ...meaning, primitive: true } : meaning],
      whole: false,
    });
  else commands.delete(name.text);
};

const mathOperator: Definer = (stream) => {
  const starred = star(stream);
  const name = nameIn(mandatory(stream).tokens);
  const body = mandatory(stream);
  if (name)
    enter(stream, name, {
      parameters: [],
      body: calling(starred ? "operatorname*" : "operatorname", body),
      whole: false,
    });
};

/** `\DeclarePairedDelimiter\abs{\lvert}{\rvert}`: `\abs{x}`, `\abs*{x}`, `\abs[\big]{x}`. */
const pairedDelimiter: Definer = (stream, command) => {
  const name = nameIn(mandatory(stream).tokens);
  if (command.text.endsWith("X")) countedParameters(stream);
  const left = mandatory(stream).tokens;
  const right = mandatory(stream).tokens;
  const at = { start: command.start, end: command.end };
  const body: Token[] = [
    { kind: "command", text: "left", primitive: true, ...at },
    ...left,
    { kind: "parameter", text: "3", ...at },
    { kind: "command", text: "right", primitive: true, ...at },
    ...right,
  ];
  if (command.text.endsWith("X")) mandatory(stream);
  const parameters: readonly Parameter[] = [
    { kind: "flag", text: "*" },
    { kind: "optional", open: "[", close: "]" },
    { kind: "mandatory" },
  ];
  if (name && !command.text.endsWith("X")) enter(stream, name, { parameters, body, whole: false });
};

const newEnvironment: Definer = (stream) => {
  star(stream);
  const name = mandatory(stream)
    .tokens.map((token) => token.text)
    .join("");
  const parameters = countedParameters(stream);
  const begin = mandatory(stream).tokens;
  const end = mandatory(stream).tokens;
  if (!isTrick(begin)) stream.reading.macros.environments.set(name, { parameters, begin, end });
};

/** xparse's `\NewDocumentCommand\name{m o O{default} s}{…}`. */
const documentCommand: Definer = (stream) => {
  const name = nameIn(mandatory(stream).tokens);
  const parameters = specParameters(mandatory(stream).tokens);
  const body = mandatory(stream).tokens;
  if (name) enter(stream, name, { parameters, body, whole: isTrick(body) });
};

const documentEnvironment: Definer = (stream) => {
  const name = mandatory(stream)
    .tokens.map((token) => token.text)
    .join("");
  const parameters = specParameters(mandatory(stream).tokens);
  const begin = mandatory(stream).tokens;
  const end = mandatory(stream).tokens;
  if (!isTrick(begin)) stream.reading.macros.environments.set(name, { parameters, begin, end });
};

const definers: ReadonlyMap<string, Definer> = new Map<string, Definer>([
  ["newcommand", newCommand(false)],
  ["renewcommand", newCommand(false)],
  ["DeclareRobustCommand", newCommand(false)],
  ["providecommand", newCommand(true)],
  ["def", def],
  ["gdef", def],
  ["edef", def],
  ["xdef", def],
  ["let", letCommand],
  ["DeclareMathOperator", mathOperator],
  ["DeclarePairedDelimiter", pairedDelimiter],
  ["DeclarePairedDelimiterX", pairedDelimiter],
  ["newenvironment", newEnvironment],
  ["renewenvironment", newEnvironment],
  ["NewDocumentCommand", documentCommand],
  ["RenewDocumentCommand", documentCommand],
  ["ProvideDocumentCommand", documentCommand],
  ["DeclareDocumentCommand", documentCommand],
  ["NewDocumentEnvironment", documentEnvironment],
  ["RenewDocumentEnvironment", documentEnvironment],
  ["DeclareDocumentEnvironment", documentEnvironment],
]);

function enter(stream: TokenStream, name: string, macro: Macro): void {
  stream.reading.macros.commands.set(name, macro);
}

function star(stream: TokenStream): boolean {
  const next = nextSolid(stream);
  if (next?.kind !== "char" || next.text !== "*") return false;
  stream.raw();
  return true;
}

const nameIn = (tokens: readonly Token[]): string | undefined =>
  tokens.find((token) => token.kind === "command")?.text;

/** `[2][default]`. */
function countedParameters(stream: TokenStream): Parameter[] {
  const counted = delimited(stream, "[", "]");
  const count = Math.min(9, Number(counted?.tokens.map((token) => token.text).join("") ?? 0) || 0);
  const otherwise = counted ? delimited(stream, "[", "]") : undefined;
  return Array.from({ length: count }, (_, i) =>
    i === 0 && otherwise
      ? { kind: "optional", open: "[", close: "]", otherwise: otherwise.tokens }
      : { kind: "mandatory" },
  );
}

/** The parameter text of `\def`: `#1#2` takes arguments, anything between must stand there. */
function patternParameters(pattern: readonly Token[]): Parameter[] {
  const parameters: Parameter[] = [];
  let literal: Token[] = [];
  let open = false;
  const close = (): void => {
    if (open)
      parameters.push(literal.length ? { kind: "until", tokens: literal } : { kind: "mandatory" });
    else if (literal.length) parameters.push({ kind: "until", tokens: literal, literal: true });
    literal = [];
  };
  for (const token of pattern) {
    if (token.kind === "parameter") {
      close();
      open = true;
    } else if (token.kind !== "space" || literal.length) literal.push(token);
  }
  close();
  return parameters;
}

/** xparse letters; processors and verbatim arguments are taken as plain ones. */
function specParameters(tokens: readonly Token[]): Parameter[] {
  const parameters: Parameter[] = [];
  const left = tokens.filter(
    (token) => token.kind !== "space" && token.text !== "+" && token.text !== "!",
  );
  const take = (): Token | undefined => left.shift();
  const takeGroup = (): readonly Token[] => {
    const first = take();
    if (first?.kind !== "open") return first ? [first] : [];
    const inner: Token[] = [];
    for (let depth = 1, token = take(); token; token = take()) {
      if (token.kind === "open") depth++;
      if (token.kind === "close" && --depth === 0) break;
      inner.push(token);
    }
    return inner;
  };
  for (let token = take(); token; token = take()) {
    switch (token.text) {
      case "o":
        parameters.push({ kind: "optional", open: "[", close: "]" });
        break;
      case "O":
        parameters.push({ kind: "optional", open: "[", close: "]", otherwise: takeGroup() });
        break;
      case "s":
        parameters.push({ kind: "flag", text: "*" });
        break;
      case "t":
        parameters.push({ kind: "flag", text: take()?.text ?? "*" });
        break;
      case "g":
        parameters.push({ kind: "braced" });
        break;
      case "d":
      case "r":
        parameters.push({
          kind: "optional",
          open: take()?.text ?? "(",
          close: take()?.text ?? ")",
        });
        break;
      case "D":
      case "R":
        parameters.push({
          kind: "optional",
          open: take()?.text ?? "(",
          close: take()?.text ?? ")",
          otherwise: takeGroup(),
        });
        break;
      case ">":
      case "e":
        takeGroup();
        break;
      default:
        parameters.push({ kind: "mandatory" });
    }
  }
  return parameters;
}

/** `\name{argument}`. */
const calling = (name: string, argument: Argument): Token[] => {
  const at = { start: argument.start, end: argument.end };
  return [
    { kind: "command", text: name, ...at, primitive: true },
    { kind: "open", text: "{", ...at },
    ...argument.tokens,
    { kind: "close", text: "}", ...at },
  ];
};
