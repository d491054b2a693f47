/** The door of this room: a manuscript as blocks of prose and displays, with everything it pulls in. */
import { type LineTable, lineTable } from "../text/lineTable";
import type { Span } from "../text/span";
import { placeComments } from "./comments";
import { scanLatex } from "./host/latex";
import { scanMarkdown } from "./host/markdown";
import { scanNotebook, unescapeJson } from "./host/notebook";
import { emptyTable, type MacroTable } from "./macro";
import type { Comment, TexNode } from "./node";
import type { Problem } from "./problem";
import { openScan, type Scan } from "./scan";

/** How other files are reached; paths as the manuscript writes them, joined to its folder. */
export interface FileReader {
  read(path: string): string | undefined;
}

export interface ManuscriptOptions {
  /** LaTeX with definitions that hold before the manuscript's own. */
  readonly definitions?: string;
}

export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly lines: LineTable;
  readonly host: "latex" | "markdown" | "notebook";
}

/** One displayed equation block. */
export interface Display {
  readonly kind: "display";
  readonly file: string;
  /** `align*`, `equation`, `\[`, `$$`, … */
  readonly environment: string;
  readonly span: Span;
  readonly nodes: readonly TexNode[];
  readonly labels: readonly string[];
  /** Comments inside, and behind it on its last line: those that speak to the checker. */
  readonly comments: readonly Comment[];
  /** Blocks of one paragraph share its number. */
  readonly paragraph: number;
}

export type ProsePiece =
  | { readonly kind: "words"; readonly text: string; readonly span: Span }
  | {
      readonly kind: "math";
      readonly source: string;
      readonly nodes: readonly TexNode[];
      readonly span: Span;
    }
  /** `\ref`, `\eqref` and the like. */
  | { readonly kind: "reference"; readonly label: string; readonly span: Span };

export interface Prose {
  readonly kind: "prose";
  readonly file: string;
  readonly pieces: readonly ProsePiece[];
  readonly span: Span;
  readonly paragraph: number;
}

export interface Heading {
  readonly kind: "heading";
  readonly file: string;
  readonly title: string;
  readonly level: number;
  readonly span: Span;
  readonly paragraph: number;
}

/** A comment outside displays that speaks to the checker. */
export interface Remark {
  readonly kind: "remark";
  readonly file: string;
  readonly comment: Comment;
  readonly span: Span;
  readonly paragraph: number;
}

export type Block = Display | Prose | Heading | Remark;

export interface Manuscript {
  readonly path: string;
  /** In the order they are first read. */
  readonly files: readonly SourceFile[];
  /** In reading order, inputs in place. */
  readonly blocks: readonly Block[];
  readonly macros: MacroTable;
  /** Names of packages that are loaded but not part of the project. */
  readonly packages: readonly string[];
  readonly problems: readonly Problem[];
}

export function openManuscript(
  path: string,
  text: string,
  files: FileReader,
  options: ManuscriptOptions = {},
): Manuscript {
  const scan = openScan(path, files, emptyTable());
  if (options.definitions) {
    const definitions = scan.enter("definitions", options.definitions, "latex", { listed: false });
    if (definitions) scanLatex(scan, definitions, "definitions");
  }
  const host = hostOf(path);
  const file = scan.enter(path, text, host);
  if (file) readHost(scan, file, host);
  scan.breakParagraph();
  return {
    path,
    files: scan.files,
    blocks: placeComments(scan.blocks, scan.comments, scan.files),
    macros: scan.macros,
    packages: [...scan.packages],
    problems: scan.problems,
  };
}

function readHost(scan: Scan, file: SourceFile, host: SourceFile["host"]): void {
  switch (host) {
    case "latex":
      scanLatex(scan, file, "document");
      return;
    case "markdown":
      scanMarkdown(scan, file);
      return;
    case "notebook":
      scanNotebook(scan, file);
  }
}

const hostOf = (path: string): SourceFile["host"] =>
  /\.ipynb$/i.test(path)
    ? "notebook"
    : /\.(md|qmd|rmd|markdown)$/i.test(path)
      ? "markdown"
      : "latex";

/** What the author typed there; in a notebook freed from JSON's escapes. */
export const sourceAt = (file: SourceFile, span: Span): string => {
  const text = file.text.slice(span.start, span.end);
  return file.host === "notebook" ? unescapeJson(text) : text;
};

/** A manuscript file by its path. */
export const fileOf = (manuscript: Manuscript, path: string): SourceFile =>
  manuscript.files.find((file) => file.path === path) ?? {
    path,
    text: "",
    lines: lineTable(""),
    host: "latex",
  };
