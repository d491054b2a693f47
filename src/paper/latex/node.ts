/** LaTeX after parsing and macro expansion, as the notation reader meets it. */
import type { Span } from "../text/span";

/** A letter, a digit or another visible character. Spaces are gone; they never mean multiplication or its absence. */
export interface Char {
  readonly kind: "char";
  readonly text: string;
  readonly span: Span;
}

/** `\name` with the arguments its spec gives it; an absent optional argument is undefined. `\left`, `\right`, `\bigl` … are dropped to the delimiter they carry, as a `fence`. */
export interface Command {
  readonly kind: "command";
  /** Without backslash; a star belongs to the name: `operatorname*`. */
  readonly name: string;
  readonly args: readonly (readonly TexNode[] | undefined)[];
  readonly span: Span;
}

/** A delimiter that was sized or paired: `\left(`, `\big|`, `\right.` (empty text), `\middle|`. */
export interface Fence {
  readonly kind: "fence";
  readonly side: "left" | "right" | "middle" | "none";
  /** `(`, `[`, `\{`, `|`, `\|`, `\langle`, … or empty for the null delimiter. */
  readonly delimiter: string;
  /** Set close to the name before it, as f\mathopen{}\left(x\right): what it encloses are arguments. */
  readonly applies?: true;
  readonly span: Span;
}

export interface Group {
  readonly kind: "group";
  readonly children: readonly TexNode[];
  readonly span: Span;
}

/** `_…` or `^…`; primes are a superscript of `\prime` commands, one for each. It belongs to what stands before it. */
export interface Script {
  readonly kind: "script";
  readonly place: "sub" | "sup";
  readonly children: readonly TexNode[];
  readonly span: Span;
}

/** `\text{…}`, `\mbox{…}`, `\textrm{…}`: words, with the mathematics inside them apart. */
export interface Words {
  readonly kind: "words";
  readonly text: string;
  /** Formulas between dollars among the words. */
  readonly formulas?: readonly (readonly TexNode[])[];
  readonly span: Span;
}

/** matrix, pmatrix, cases, array, aligned inside a display: rows of cells. */
export interface Table {
  readonly kind: "table";
  readonly environment: string;
  readonly rows: readonly (readonly (readonly TexNode[])[])[];
  readonly span: Span;
}

/** `&`. */
export interface Column {
  readonly kind: "column";
  readonly span: Span;
}

/** `\\`, with or without a skip. */
export interface RowEnd {
  readonly kind: "row-end";
  readonly span: Span;
}

/** A comment inside a display, without its `%`; carries `tacit:` and `?` annotations. */
export interface Comment {
  readonly kind: "comment";
  readonly text: string;
  readonly span: Span;
}

/** Every span is where the author typed it: tokens from a macro's body carry the span of the call. */
export type TexNode =
  | Char
  | Command
  | Fence
  | Group
  | Script
  | Words
  | Table
  | Column
  | RowEnd
  | Comment;

export const isChar = (node: TexNode | undefined, text: string): boolean =>
  node?.kind === "char" && node.text === text;
