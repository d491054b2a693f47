/** Macros of a document: their parameters, their bodies, and the bodies that are better left alone. */
import type { Token } from "./token";

export type Parameter =
  | { readonly kind: "mandatory" }
  /** `[…]`, `(…)` or another pair; absent it is `otherwise`, or nothing. */
  | {
      readonly kind: "optional";
      readonly open: string;
      readonly close: string;
      readonly otherwise?: readonly Token[];
    }
  /** A star or another single character that may stand there. */
  | { readonly kind: "flag"; readonly text: string }
  /** `{…}` that may be absent. */
  | { readonly kind: "braced" }
  /** Everything up to these tokens, as `\def` writes it; literal tokens that must stand there are an `until` with `literal`. */
  | { readonly kind: "until"; readonly tokens: readonly Token[]; readonly literal?: true };

export interface Macro {
  readonly parameters: readonly Parameter[];
  readonly body: readonly Token[];
  /** The name carries the meaning: the body is a typographic trick, or never ends. */
  readonly whole: boolean;
}

/** What `\begin{name}` and `\end{name}` stand for. */
export interface AuthorEnvironment {
  readonly parameters: readonly Parameter[];
  readonly begin: readonly Token[];
  readonly end: readonly Token[];
}

export interface MacroTable {
  readonly commands: Map<string, Macro>;
  readonly environments: Map<string, AuthorEnvironment>;
}

export const emptyTable = (): MacroTable => ({ commands: new Map(), environments: new Map() });

/** True for a macro whose body leads back to itself. */
export function isCircular(name: string, { commands }: MacroTable): boolean {
  const seen = new Set<string>();
  const waiting = [name];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const macro = commands.get(next);
    if (!macro || macro.whole) continue;
    for (const token of macro.body) {
      if (token.kind !== "command" || token.primitive || seen.has(token.text)) continue;
      if (token.text === name) return true;
      seen.add(token.text);
      waiting.push(token.text);
    }
  }
  return false;
}

const tricks = new Set(
  (
    "ooalign raisebox rlap llap mathpalette mathrlap mathllap kern hbox vbox vcenter setbox halign " +
    "rotatebox scalebox resizebox reflectbox makebox rule mathchoice futurelet ifx ifnum if ifmmode @ifnextchar @ifstar " +
    "lower raise moveleft moveright hss special includegraphics tikz tikzpicture pgfpicture " +
    "DeclareFontFamily mathchardef mathaccent accent stackinset stackengine sbox usebox dimen settowidth " +
    "contraction unskip expandafter csname IfNoValueTF IfBooleanTF IfValueTF IfBooleanT IfNoValueT"
  ).split(" "),
);

/** True for a body that draws a glyph or branches while it runs. */
export const isTrick = (body: readonly Token[]): boolean =>
  body.some((token) => token.kind === "command" && tricks.has(token.text));
