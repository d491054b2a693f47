/** Goes through the Markdown cells of a Jupyter notebook; places are those of the JSON file. */
import { lineTable } from "../../text/lineTable";
import type { Block, SourceFile } from "../manuscript";
import type { Scan } from "../scan";
import { openScan } from "../scan";
import { scanMarkdown } from "./markdown";

/** A string of the JSON text: its value, and the offset in the file of each of its units. */
interface Text {
  readonly value: string;
  readonly offsets: readonly number[];
}

type Json = Text | readonly Json[] | ReadonlyMap<string, Json> | null;

export function scanNotebook(scan: Scan, file: SourceFile): void {
  const root = readJson(file.text);
  const broken = brokenAt(file.text);
  if (broken !== undefined)
    scan.problems.push({
      file: file.path,
      line: scan.reading(file).lineOf(broken),
      what: "The JSON of this notebook breaks off here.",
      remedy: "Open and save it in Jupyter; what stands before is read.",
    });
  const cells = root instanceof Map ? root.get("cells") : undefined;
  if (!Array.isArray(cells)) {
    scan.problems.push({
      file: file.path,
      line: null,
      what: "This is no notebook: its JSON has no list of cells.",
      remedy: "Open and save it in Jupyter once.",
    });
    return;
  }
  for (const cell of cells as readonly Json[]) {
    if (!(cell instanceof Map) || stringOf(cell.get("cell_type")) !== "markdown") continue;
    const source = cell.get("source");
    const pieces = (Array.isArray(source) ? source : [source]).filter(isText);
    scanCell(scan, file, {
      value: pieces.map((piece) => piece.value).join(""),
      offsets: pieces.flatMap((piece) => [...piece.offsets]),
    });
  }
}

/** Where the text stops being JSON. */
function brokenAt(text: string): number | undefined {
  try {
    JSON.parse(text.replace(/^\ufeff/, ""));
    return undefined;
  } catch (error) {
    const [, at] = /position (\d+)/.exec(String(error)) ?? [];
    return at === undefined ? text.length : Number(at);
  }
}

/** Reads one cell as Markdown of its own, then moves everything to where it stands in the file. */
function scanCell(scan: Scan, file: SourceFile, cell: Text): void {
  const at = (offset: number): number =>
    cell.offsets[offset] ??
    (cell.offsets.at(-1) ?? 0) + Math.max(0, offset - cell.offsets.length + 1);
  const own: SourceFile = { ...file, text: cell.value, lines: lineTable(cell.value) };
  const inner = openScan(file.path, scan.reader, scan.macros);
  inner.paragraph = scan.paragraph + 1;
  scanMarkdown(inner, own);
  for (const block of inner.blocks)
    scan.add({ ...moved(block, at), paragraph: block.paragraph } as Block);
  scan.paragraph = inner.paragraph + 1;
  for (const comment of inner.comments)
    scan.comments.push({ ...comment, start: at(comment.start), end: at(comment.end - 1) + 1 });
  for (const problem of inner.problems) {
    const offset = problem.line === null ? 0 : (own.lines.starts[problem.line - 1] ?? 0);
    const line = scan.reading(file).lineOf(at(offset));
    scan.problems.push({ ...problem, line });
  }
}

/** A copy with every span moved; the end of a span follows its last unit. */
function moved<T>(value: T, at: (offset: number) => number): T {
  if (value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map((part) => moved(part, at)) as T;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) =>
      key === "span" && isSpan(part)
        ? [
            key,
            {
              start: at(part.start),
              end: part.end > part.start ? at(part.end - 1) + 1 : at(part.end),
            },
          ]
        : [key, moved(part, at)],
    ),
  ) as T;
}

const isSpan = (part: unknown): part is { start: number; end: number } =>
  part !== null && typeof part === "object" && "start" in part && "end" in part;

const isText = (json: Json | undefined): json is Text =>
  json !== null && json !== undefined && typeof json === "object" && "value" in json;

const stringOf = (json: Json | undefined): string | undefined =>
  isText(json) ? json.value : undefined;

/** JSON escapes undone. */
export function unescapeJson(text: string): string {
  return text
    .replace(/",?\s*\n\s*"/g, "")
    .replace(/\\(u[0-9a-fA-F]{4}|.)/g, (_, code: string) => unescaped(code));
}

const unescaped = (code: string): string =>
  code.length > 1
    ? String.fromCharCode(Number.parseInt(code.slice(1), 16))
    : ({ n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" }[code] ?? code);

/** Just enough JSON to know where each string stands; null for everything that is no string, list or record, or is broken. */
function readJson(text: string): Json {
  let at = 0;
  let depth = 0;
  const skip = (): void => {
    while (/\s/.test(text[at] ?? "x")) at++;
  };
  function string(): Text {
    const units: string[] = [];
    const offsets: number[] = [];
    at++;
    while (at < text.length && text[at] !== '"') {
      offsets.push(at);
      if (text[at] !== "\\") units.push(text[at++] ?? "");
      else {
        const code = text[at + 1] === "u" ? text.slice(at + 1, at + 6) : (text[at + 1] ?? "");
        units.push(unescaped(code));
        at += 1 + code.length;
      }
    }
    at++;
    return { value: units.join(""), offsets };
  }
  function value(): Json {
    skip();
    const c = text[at];
    if (c === '"') return string();
    if ((c !== "[" && c !== "{") || depth > 100) {
      const start = at;
      while (at < text.length && !/[\s,\]}]/.test(text[at] ?? ",")) at++;
      if (at === start) at++;
      return null;
    }
    at++;
    depth++;
    const list: Json[] = [];
    const record = new Map<string, Json>();
    for (skip(); at < text.length && text[at] !== "]" && text[at] !== "}"; skip()) {
      const item = value();
      skip();
      if (c === "{" && text[at] === ":") {
        at++;
        record.set(stringOf(item) ?? "", value());
      } else list.push(item);
      skip();
      if (text[at] === ",") at++;
    }
    at++;
    depth--;
    return c === "{" ? record : list;
  }
  return value();
}
