/** Where nodes are being built: the tokens still to come, and the nodes made so far. */
import type { Argument } from "./arguments";
import type { TexNode } from "./node";
import type { TokenStream } from "./stream";
import type { Token } from "./token";

/** What ended a list: `\end{name}`, a token it was to stop at, or the end of the text. */
export interface Ending {
  readonly by: "end" | "token" | "text";
  readonly name: string;
  readonly span: { readonly start: number; readonly end: number };
}

export interface List {
  readonly nodes: readonly TexNode[];
  readonly ending: Ending;
}

/** A font switch or `\over`: the command it stands for, and the node what follows begins with. */
export interface Turn {
  readonly name: string;
  readonly from: number;
  readonly token: Token;
}

export interface Site {
  readonly stream: TokenStream;
  readonly nodes: TexNode[];
  readonly depth: number;
  /** Rows and columns are told apart here, and a wide space separates. */
  readonly rows: boolean;
  /** `\label`s met on the way. */
  readonly labels: string[];
  font: Turn | undefined;
  over: Turn | undefined;
  /** The nodes of an argument. */
  inside(argument: Argument | undefined): readonly TexNode[];
  /** The nodes up to an `\end`, which is consumed. */
  upToEnd(rows: boolean): List;
}

/** Groups in groups beyond this depth are left out. */
const depthLimit = 150;

/** True, with a problem, where groups are nested too deeply to go on. */
export function tooDeep({ stream, depth }: Site, token: Token): boolean {
  if (depth <= depthLimit) return false;
  stream.problem(token.start, "Groups are nested too deeply to be read.", "Simplify the formula.");
  return true;
}

/** From a token to the end of what it took. */
export const spanTo = (token: Token, ...args: readonly (Argument | undefined)[]) => ({
  start: token.start,
  end: Math.max(token.end, ...args.map((arg) => (arg?.given ? arg.end : 0))),
});

/** Ends the reach of a font switch: what it governs becomes its argument. */
export function closeFont(site: Site): void {
  const { font, nodes } = site;
  site.font = undefined;
  if (!font) return;
  const inside = nodes.splice(font.from);
  const last = inside.at(-1);
  if (last)
    nodes.push({
      kind: "command",
      name: font.name,
      args: [inside],
      span: { start: font.token.start, end: last.span.end },
    });
}
