/** Lengths after rows and glue: `\\[2pt]`, `\kern-3mu`, `\hskip 1em plus 1fil`. */
import { readArguments } from "./arguments";
import type { TokenStream } from "./stream";
import type { Token } from "./token";
import { textOf } from "./words";

/** Past `*` and `[2pt]` after a row's end; the offset behind them. A bracket counts only if it stands straight there and holds a length: authors open rows with brackets. */
export function rowSkip(stream: TokenStream, token: Token): number {
  let { end } = token;
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
  const bracket = (text: string, start: number): Token => ({
    kind: "char",
    text,
    start,
    end: start + 1,
  });
  stream.unread(bracket("[", argument.start), ...argument.tokens, bracket("]", argument.end - 1));
  return end;
}

/** Past one length, or one command that holds it. */
export function skipLength(stream: TokenStream): void {
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
