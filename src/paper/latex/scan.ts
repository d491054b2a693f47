/** What the hosts fill while they go through the files of a manuscript. */
import { lineAt, lineTable } from "../text/lineTable";
import type { Span } from "../text/span";
import type { MacroTable } from "./macro";
import type { Block, FileReader, Prose, ProsePiece, SourceFile } from "./manuscript";
import type { Problem } from "./problem";
import type { Reading } from "./stream";
import type { RawComment } from "./token";

const largest = 20_000_000;
const mostFiles = 500;

export interface FiledComment extends RawComment {
  readonly file: string;
}

export interface Scan {
  readonly files: SourceFile[];
  readonly blocks: Block[];
  readonly comments: FiledComment[];
  readonly problems: Problem[];
  readonly macros: MacroTable;
  readonly packages: Set<string>;
  readonly reader: FileReader;
  /** Folder of the first file, with a slash at its end, or empty. */
  readonly folder: string;
  paragraph: number;
  /** Makes a file part of the manuscript; undefined, with a problem, where it cannot be read. */
  enter(
    path: string,
    text: string,
    host: SourceFile["host"],
    options?: { readonly listed: boolean },
  ): SourceFile | undefined;
  reading(file: SourceFile): Reading;
  /** Adds to the prose under way. */
  say(file: SourceFile, piece: ProsePiece): void;
  /** Ends the prose under way; a new paragraph begins. */
  breakParagraph(): void;
  add(block: Block): void;
}

export function openScan(path: string, reader: FileReader, macros: MacroTable): Scan {
  const spent = { total: 0 };
  let pieces: ProsePiece[] = [];
  let speaking: SourceFile | undefined;
  let used = true;
  let entered = 0;

  function flush(): void {
    const [first] = pieces;
    const last = pieces.at(-1);
    if (first && last && speaking) {
      const span: Span = { start: first.span.start, end: Math.max(last.span.end, first.span.end) };
      const prose: Prose = {
        kind: "prose",
        file: speaking.path,
        pieces,
        span,
        paragraph: scan.paragraph,
      };
      scan.blocks.push(prose);
      used = true;
    }
    pieces = [];
  }

  const scan: Scan = {
    files: [],
    blocks: [],
    comments: [],
    problems: [],
    macros,
    packages: new Set(),
    reader,
    folder: /^.*[/\\]/.exec(path)?.[0] ?? "",
    paragraph: 0,
    enter(filePath, text, host, options = { listed: true }) {
      const wrong = unreadable(text, entered++);
      const file: SourceFile = {
        path: filePath,
        text: wrong?.fatal ? "" : text,
        lines: lineTable(text),
        host,
      };
      if (options.listed && !scan.files.some((known) => known.path === filePath))
        scan.files.push(file);
      if (wrong) {
        const line = wrong.at === undefined ? null : lineAt(file.lines, wrong.at);
        scan.problems.push({ file: filePath, line, what: wrong.what, remedy: wrong.remedy });
      }
      return wrong?.fatal ? undefined : file;
    },
    reading: (file) => ({
      file: file.path,
      macros,
      problems: scan.problems,
      lineOf: (offset) => lineAt(file.lines, offset),
      spent,
    }),
    say(file, piece) {
      if (speaking !== file) flush();
      speaking = file;
      const last = pieces.at(-1);
      if (piece.kind === "words" && last?.kind === "words")
        pieces[pieces.length - 1] = {
          kind: "words",
          text: last.text + piece.text,
          span: { start: last.span.start, end: Math.max(last.span.end, piece.span.end) },
        };
      else if (piece.kind !== "words" || piece.text.trim() || pieces.length) pieces.push(piece);
    },
    breakParagraph() {
      flush();
      if (used) scan.paragraph++;
      used = false;
    },
    add(block) {
      flush();
      used = true;
      scan.blocks.push(
        block.paragraph === scan.paragraph ? block : { ...block, paragraph: scan.paragraph },
      );
    },
  };
  return scan;
}

interface Unreadable {
  readonly fatal: boolean;
  readonly at?: number;
  readonly what: string;
  readonly remedy: string;
}

function unreadable(text: string, files: number): Unreadable | undefined {
  if (files >= mostFiles)
    return {
      fatal: true,
      what: "The manuscript pulls in too many files.",
      remedy: "Check a part of it.",
    };
  if (text.length > largest)
    return { fatal: true, what: "The file is too large to be read.", remedy: "Split it." };
  const nul = text.indexOf("\0");
  if (nul >= 0)
    return {
      fatal: true,
      what: "The file is binary, or not in UTF-8.",
      remedy: "Open the LaTeX source, saved as UTF-8.",
    };
  const lost = text.indexOf("\ufffd");
  if (lost >= 0)
    return {
      fatal: false,
      at: lost,
      what: "The file is not in UTF-8: characters are lost here.",
      remedy: "Save it as UTF-8.",
    };
  if (text.trim() === "")
    return {
      fatal: false,
      what: "The file is empty.",
      remedy: "Nothing to do until it holds text.",
    };
  return undefined;
}
