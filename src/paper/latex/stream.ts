/** The tokens of a text with the document's macros expanded, every token where its author typed it. */
import { readArguments } from "./arguments";
import { readDefinition } from "./define";
import { isCircular, type Macro, type MacroTable } from "./macro";
import type { Problem } from "./problem";
import type { Lexer, Token } from "./token";

/** Expansions and tokens one display or paragraph may cost. */
const expansionLimit = 20_000;
const tokenLimit = 200_000;
/** Tokens a whole document may cost. */
const documentLimit = 20_000_000;

/** What a stream shares with the rest of its document. */
export interface Reading {
  readonly file: string;
  readonly macros: MacroTable;
  readonly problems: Problem[];
  readonly lineOf: (offset: number) => number;
  /** Tokens spent so far in the whole document. */
  readonly spent: { total: number };
}

export class TokenStream {
  readonly reading: Reading;
  /** Inside mathematics a blank line ends a runaway argument. */
  math: boolean;
  #lexer: Lexer | undefined;
  /** Tokens put back, the next one last. */
  #waiting: Token[] = [];
  #expansions = 0;
  #pushed = 0;
  /** The call that started the expansion under way. */
  #outermost: Token | undefined;
  /** Macros known not to lead back to themselves. */
  readonly #straight = new WeakSet<Macro>();

  constructor(source: Lexer | readonly Token[], reading: Reading, math: boolean) {
    this.reading = reading;
    this.math = math;
    if ("next" in source) this.#lexer = source;
    else this.#waiting = source.toReversed();
  }

  /** The next token as written. */
  raw(): Token | undefined {
    return this.#waiting.pop() ?? this.#lexer?.next();
  }

  unread(...tokens: readonly Token[]): void {
    for (let i = tokens.length - 1; i >= 0; i--) this.#waiting.push(tokens[i] as Token);
  }

  peek(): Token | undefined {
    const token = this.raw();
    if (token) this.#waiting.push(token);
    return token;
  }

  /** The source offset of what comes next; only meaningful with nothing put back. */
  get lexer(): Lexer | undefined {
    return this.#waiting.length === 0 ? this.#lexer : undefined;
  }

  /** A new display or paragraph has its own allowance. */
  renew(): void {
    this.#expansions = 0;
    this.#pushed = 0;
  }

  /** The next token after expansion; definitions on the way are carried out. */
  next(): Token | undefined {
    for (;;) {
      const token = this.raw();
      if (token?.kind !== "command" || token.primitive) return token;
      if (readDefinition(token, this)) continue;
      const macro = this.reading.macros.commands.get(token.text);
      if (!macro || macro.whole) return token;
      const [only] = macro.body;
      if (macro.body.length === 1 && only?.primitive)
        return { ...only, start: token.start, end: token.end };
      if (!this.#straight.has(macro) && isCircular(token.text, this.reading.macros)) {
        this.#leave(token, macro);
        return token;
      }
      this.#straight.add(macro);
      this.#expand(token, macro);
    }
  }

  #expand(call: Token, macro: Macro): void {
    if (this.#expansions === 0 || this.#waiting.length === 0) this.#outermost = call;
    const args = readArguments(this, macro.parameters);
    const end = Math.max(call.end, ...args.filter((arg) => arg?.given).map((arg) => arg?.end ?? 0));
    const body: Token[] = [];
    for (const token of macro.body) {
      if (token.kind === "parameter" && token.text !== "#") {
        for (const inner of args[Number(token.text) - 1]?.tokens ?? []) body.push(inner);
      } else body.push({ ...token, start: call.start, end });
      if (body.length > tokenLimit) break;
    }
    this.#expansions++;
    this.#pushed += body.length;
    this.reading.spent.total += body.length;
    if (
      this.#expansions > expansionLimit ||
      this.#pushed > tokenLimit ||
      this.#waiting.length > tokenLimit ||
      this.reading.spent.total > documentLimit
    )
      this.#giveUp(call, macro);
    else this.unread(...body);
  }

  /** Leaves this macro unexpanded from here on, and goes on after the call that led here. */
  #giveUp(call: Token, macro: Macro): void {
    const first = this.#outermost;
    const outer = first && this.reading.macros.commands.get(first.text);
    if (outer) this.#leave(first, outer);
    this.#leave(call, macro);
    this.#waiting = [];
    this.renew();
  }

  #leave(call: Token, macro: Macro): void {
    this.reading.macros.commands.set(call.text, { ...macro, whole: true });
    this.problem(
      call.start,
      `\\${call.text} expands without end, or to far too much.`,
      "Check that its definition does not use itself; it is left as it stands.",
    );
  }

  problem(offset: number, what: string, remedy: string): void {
    const { file, problems, lineOf } = this.reading;
    const line = lineOf(offset);
    if (
      problems.length < 200 &&
      !problems.some((known) => known.file === file && known.line === line && known.what === what)
    )
      problems.push({ file, line, what, remedy });
  }
}
