/** Source text → TeX tokens, one at a time, in linear time whatever the text. */

export type TokenKind =
  /** `\name`, text without backslash. */
  | "command"
  | "char"
  | "open"
  | "close"
  /** `#1` in a body, text is the digit; `##` gives text `#`. */
  | "parameter"
  | "space"
  /** A blank line. */
  | "paragraph";

/** A token and where the author typed it. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Stands for the primitive of this name, whatever the document defines: what `\let` copied. */
  readonly primitive?: true;
}

/** A comment without its `%`; `alone` where nothing stands before it on its line. */
export interface RawComment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly alone: boolean;
}

export interface Lexer {
  next(): Token | undefined;
  /** Offset of what comes next. */
  offset(): number;
  /** Goes on at this offset. */
  seek(offset: number): void;
  readonly text: string;
}

/** Spaces, and the signs that Unicode text carries without showing them. */
const blanks: ReadonlySet<string> = new Set([
  " ",
  "\t",
  "\r",
  "\ufeff",
  "\u200b",
  "\u2061",
  "\u2062",
]);

/** Reads `text` from `from` to `to`. Names hold `@` between \makeatletter and \makeatother, and everywhere in package files. */
export function lexer(
  text: string,
  from = 0,
  to = text.length,
  options: { readonly package?: boolean; readonly comment?: (comment: RawComment) => void } = {},
): Lexer {
  let at = from;
  let atLetter = options.package ?? false;

  const isLetter = (code: number): boolean =>
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (atLetter && code === 64);

  /** Past blanks; reports whether a blank line was among them. */
  function skipBlanks(): boolean {
    let lines = 0;
    while (at < to) {
      const c = text[at];
      if (c === "\n") lines++;
      else if (c === undefined || !blanks.has(c)) break;
      at++;
    }
    return lines > 1;
  }

  function skipComment(): void {
    const start = at;
    let stop = text.indexOf("\n", at);
    if (stop < 0 || stop > to) stop = to;
    const lineStart = text.lastIndexOf("\n", start - 1) + 1;
    options.comment?.({
      text: text.slice(start + 1, stop).trimEnd(),
      start,
      end: stop,
      alone: text.slice(Math.max(lineStart, from), start).trim() === "",
    });
    at = Math.min(stop + 1, to);
    while (at < to && (text[at] === " " || text[at] === "\t")) at++;
  }

  function command(): Token {
    const start = at++;
    if (at >= to) return { kind: "char", text: "\\", start, end: at };
    if (!isLetter(text.charCodeAt(at))) {
      const name = String.fromCodePoint(text.codePointAt(at) ?? 92);
      at += name.length;
      return { kind: "command", text: /\s/.test(name) ? " " : name, start, end: at };
    }
    const nameStart = at;
    while (at < to && isLetter(text.charCodeAt(at))) at++;
    const end = at;
    const name = text.slice(nameStart, end);
    if (name === "makeatletter") atLetter = true;
    if (name === "makeatother") atLetter = options.package ?? false;
    return { kind: "command", text: name, start, end };
  }

  function next(): Token | undefined {
    while (at < to) {
      const start = at;
      const c = text[at] as string;
      switch (c) {
        case "\\":
          return command();
        case "%":
          skipComment();
          if (at < to && text[at] === "\n" && skipBlanks())
            return { kind: "paragraph", text: "\n\n", start, end: at };
          continue;
        case "{":
          at++;
          return { kind: "open", text: c, start, end: at };
        case "}":
          at++;
          return { kind: "close", text: c, start, end: at };
        case "#": {
          at++;
          const digit = text[at];
          if (at < to && digit !== undefined && /[1-9#]/.test(digit)) {
            at++;
            return { kind: "parameter", text: digit, start, end: at };
          }
          return { kind: "char", text: c, start, end: at };
        }
        case "\n":
        case " ":
        case "\t":
        case "\r":
        case "\ufeff":
        case "\u200b":
        case "\u2061":
        case "\u2062":
          return skipBlanks()
            ? { kind: "paragraph", text: "\n\n", start, end: at }
            : { kind: "space", text: " ", start, end: at };
        default: {
          const whole = String.fromCodePoint(text.codePointAt(at) ?? 32);
          at += whole.length;
          return { kind: "char", text: whole, start, end: at };
        }
      }
    }
    return undefined;
  }

  return {
    next,
    text,
    offset: () => at,
    seek: (offset) => {
      at = offset;
    },
  };
}
