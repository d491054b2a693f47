/** Arguments of macros and commands, read from the tokens as written. */
import type { Parameter } from "./macro";
import type { TokenStream } from "./stream";
import type { Token } from "./token";

export interface Argument {
  readonly tokens: readonly Token[];
  readonly start: number;
  readonly end: number;
  /** False for a default that stands in. */
  readonly given: boolean;
}

/** One entry for each parameter; undefined where an optional one is absent. */
export const readArguments = (
  stream: TokenStream,
  parameters: readonly Parameter[],
): (Argument | undefined)[] =>
  parameters
    .map((parameter) => ({ parameter, argument: readArgument(stream, parameter) }))
    .filter(({ parameter }) => !(parameter.kind === "until" && parameter.literal))
    .map(({ argument }) => argument);

function readArgument(stream: TokenStream, parameter: Parameter): Argument | undefined {
  switch (parameter.kind) {
    case "mandatory":
      return mandatory(stream);
    case "optional": {
      const tokens = parameter.otherwise;
      return (
        delimited(stream, parameter.open, parameter.close) ??
        (tokens ? { tokens, start: 0, end: 0, given: false } : undefined)
      );
    }
    case "flag":
      return flag(stream, parameter.text);
    case "braced":
      return nextSolid(stream)?.kind === "open" ? mandatory(stream) : undefined;
    case "until":
      return until(stream, parameter.tokens);
  }
}

/** The next token that is no space, left in place. Spaces before it are gone only if something follows. */
export function nextSolid(stream: TokenStream): Token | undefined {
  for (;;) {
    const token = stream.raw();
    if (!token) return undefined;
    if (token.kind === "space") continue;
    stream.unread(token);
    return token;
  }
}

/** `{…}` or a single token. What ends a cell, a group or an environment is no argument. */
export function mandatory(stream: TokenStream): Argument {
  const next = nextSolid(stream);
  if (!next || next.kind === "close" || next.kind === "paragraph" || endsCell(next)) {
    const at = next?.start ?? 0;
    return { tokens: [], start: at, end: at, given: false };
  }
  stream.raw();
  if (next.kind !== "open")
    return { tokens: [next], start: next.start, end: next.end, given: true };
  return group(stream, next);
}

const endsCell = (token: Token): boolean =>
  token.kind === "command"
    ? token.text === "\\" || token.text === "end"
    : token.kind === "char" && token.text === "&";

/** The rest of a group whose brace has been read. */
export function group(stream: TokenStream, open: Token): Argument {
  const tokens: Token[] = [];
  let depth = 1;
  let environments = 0;
  let end = open.end;
  for (;;) {
    const token = stream.raw();
    if (!token) break;
    if (token.kind === "open") depth++;
    else if (token.kind === "close") depth--;
    else if (token.kind === "command" && token.text === "begin") environments++;
    const leaves = token.kind === "command" && token.text === "end" && environments-- === 0;
    if (stream.math && (token.kind === "paragraph" || leaves)) {
      stream.unread(token);
      break;
    }
    if (depth === 0) return { tokens, start: open.start, end: token.end, given: true };
    tokens.push(token);
    end = token.end;
  }
  stream.problem(open.start, "A brace opened here is not closed.", "Close it, or remove it.");
  return { tokens, start: open.start, end, given: true };
}

/** `[…]`: the closing bracket counts only outside inner groups and inner pairs. Without one nothing is taken. */
export function delimited(stream: TokenStream, open: string, close: string): Argument | undefined {
  const first = nextSolid(stream);
  if (first?.kind !== "char" || first.text !== open) return undefined;
  stream.raw();
  const tokens: Token[] = [];
  let braces = 0;
  let pairs = 1;
  while (tokens.length < 20_000) {
    const token = stream.raw();
    if (!token || token.kind === "paragraph" || (token.kind === "close" && braces === 0)) {
      if (token) tokens.push(token);
      break;
    }
    if (token.kind === "open") braces++;
    else if (token.kind === "close") braces--;
    else if (braces === 0 && token.kind === "char") {
      if (token.text === close && --pairs === 0)
        return { tokens, start: first.start, end: token.end, given: true };
      if (token.text === open && open !== close) pairs++;
    }
    tokens.push(token);
  }
  stream.unread(first, ...tokens);
  return undefined;
}

function flag(stream: TokenStream, text: string): Argument | undefined {
  const next = stream.peek();
  if (next?.kind !== "char" || next.text !== text) return undefined;
  stream.raw();
  return { tokens: [next], start: next.start, end: next.end, given: true };
}

/** `\sqrt\frac12` and `\hat\mathbf{x}`: a fraction or a letter in a font brings its own arguments into a root or under an accent. */
export function withOwnArguments(stream: TokenStream, argument: Argument): Argument {
  const [only, more] = argument.tokens;
  const count = only?.kind === "command" && !more ? bringing.get(only.text) : undefined;
  if (!only || !count) return argument;
  const tokens = [only];
  for (let i = 0; i < count; i++) {
    const next = nextSolid(stream);
    if (!next || next.kind === "close" || next.kind === "paragraph" || endsCell(next)) break;
    stream.raw();
    tokens.push(next);
    if (next.kind !== "open") continue;
    const inner = group(stream, next);
    tokens.push(...inner.tokens, { ...next, kind: "close", text: "}", end: inner.end });
  }
  return { ...argument, tokens, end: tokens.at(-1)?.end ?? argument.end };
}

const fonts = [
  "mathbf",
  "mathrm",
  "mathcal",
  "mathsf",
  "boldsymbol",
  "bm",
  "vec",
  "hat",
  "bar",
  "tilde",
];

const bringing: ReadonlyMap<string, number> = new Map([
  ...["frac", "dfrac", "tfrac", "binom"].map((name) => [name, 2] as const),
  ...fonts.map((name) => [name, 1] as const),
]);

/** Everything up to a delimiter of `\def`. */
function until(stream: TokenStream, delimiter: readonly Token[]): Argument {
  const tokens: Token[] = [];
  const start = stream.peek()?.start ?? 0;
  let depth = 0;
  while (tokens.length < 20_000) {
    const token = stream.raw();
    if (!token || (token.kind === "paragraph" && stream.math)) {
      if (token) stream.unread(token);
      break;
    }
    if (token.kind === "open") depth++;
    if (token.kind === "close") depth--;
    tokens.push(token);
    if (depth === 0 && endsWith(tokens, delimiter)) {
      const taken = tokens.slice(0, tokens.length - delimiter.length);
      return { tokens: unbraced(taken), start, end: token.end, given: true };
    }
  }
  stream.problem(start, "The argument of a macro has no end.", "Check the macro's delimiter.");
  return { tokens, start, end: tokens.at(-1)?.end ?? start, given: true };
}

const endsWith = (tokens: readonly Token[], tail: readonly Token[]): boolean =>
  tail.length <= tokens.length &&
  tail.every((token, i) => {
    const other = tokens[tokens.length - tail.length + i];
    return other?.kind === token.kind && other.text === token.text;
  });

/** `{abc}` as a whole argument loses its braces. */
function unbraced(tokens: readonly Token[]): readonly Token[] {
  if (tokens[0]?.kind !== "open" || tokens.at(-1)?.kind !== "close") return tokens;
  let depth = 0;
  for (const [i, token] of tokens.entries()) {
    if (token.kind === "open") depth++;
    if (token.kind === "close" && --depth === 0 && i < tokens.length - 1) return tokens;
  }
  return tokens.slice(1, -1);
}
