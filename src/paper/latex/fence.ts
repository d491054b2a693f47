/** Delimiters that are sized or paired: `\left(`, `\big|`, `\right.`. */
import { nextSolid } from "./arguments";
import type { Fence } from "./node";
import type { TokenStream } from "./stream";
import type { Token } from "./token";

/** The fence a sizing command makes of the delimiter after it. */
export function fence(name: string, token: Token, stream: TokenStream): Fence {
  nextSolid(stream);
  let next = stream.next();
  while (next?.kind === "space") next = stream.next();
  const delimiter = next && delimiterText(next);
  if (next && delimiter === undefined) stream.unread(next);
  const end = next && delimiter !== undefined ? next.end : token.end;
  return {
    kind: "fence",
    side: sideOf(name),
    delimiter: delimiter ?? "",
    span: { start: token.start, end: Math.max(token.end, end) },
  };
}

function sideOf(name: string): Fence["side"] {
  if (name === "left" || name === "right" || name === "middle") return name;
  if (name.endsWith("l")) return "left";
  if (name.endsWith("r")) return "right";
  return name.endsWith("m") ? "middle" : "none";
}

const named: Readonly<Record<string, string>> = {
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

function delimiterText({ kind, text }: Token): string | undefined {
  if (kind === "char") {
    if (text === ".") return "";
    if (text === "<") return "\\langle";
    if (text === ">") return "\\rangle";
    return /[()[\]|/⟨⟩‖]/.test(text) ? text : undefined;
  }
  if (kind !== "command") return undefined;
  const arrows =
    /^([lr](angle|floor|ceil|group|moustache)|backslash|(up|down|updown|Up|Down)arrow)$/;
  return named[text] ?? (arrows.test(text) ? `\\${text}` : undefined);
}
