/** Which steps the author's comments take out of judgement. */
import type { Display, Manuscript } from "../latex/manuscript";
import { lineAt } from "../text/lineTable";
import type { Span } from "../text/span";
import { directiveIn } from "./directive";

export interface Mark {
  readonly ignored: boolean;
  readonly accepted: boolean;
  /** Findings that are not to be told of it. */
  readonly hushed: readonly string[];
}

const plain: Mark = { ignored: false, accepted: false, hushed: [] };

/** `ignore` and `accept` speak of their row; alone on a line, of the next row or display; `off … on` of all between. */
export function markings(manuscript: Manuscript): (display: Display, span: Span) => Mark {
  const whole = new Map<Display, Mark>();
  let off = false;
  let pending = plain;
  for (const block of manuscript.blocks) {
    if (block.kind === "remark") {
      const directive = directiveIn(block.comment.text);
      if (directive?.kind === "off") off = true;
      if (directive?.kind === "on") off = false;
      if (directive?.kind === "ignore") pending = hush(pending, directive.codes);
      if (directive?.kind === "accept") pending = { ...pending, accepted: true };
    } else if (block.kind === "display") {
      whole.set(block, { ...pending, ignored: off || pending.ignored });
      pending = plain;
      for (const comment of block.comments) {
        const directive = directiveIn(comment.text);
        if (directive?.kind === "off") off = true;
        if (directive?.kind === "on") off = false;
      }
    }
  }
  return (display, span) => {
    const all = whole.get(display);
    const file = manuscript.files.find(({ path }) => path === display.file);
    if (!file) return plain;
    const line = (offset: number): number => lineAt(file.lines, offset);
    let mark = all ?? plain;
    let closed = false;
    for (const comment of display.comments) {
      const directive = directiveIn(comment.text);
      if (!directive) continue;
      const at = line(comment.span.start);
      const lineStart = file.lines.starts[at - 1] ?? 0;
      const alone = file.text.slice(lineStart, comment.span.start).trim() === "";
      const here = alone
        ? isNext(span, comment.span.end)
        : at >= line(span.start) && at <= line(span.end);
      if (directive.kind === "ignore" && here) mark = hush(mark, directive.codes);
      if (directive.kind === "accept" && here) mark = { ...mark, accepted: true };
      if (directive.kind === "off" && comment.span.start < span.start) closed = true;
      if (directive.kind === "on" && comment.span.start < span.start) closed = false;
    }
    return { ...mark, ignored: mark.ignored || closed };

    /** The first row below the comment. */
    function isNext(step: Span, end: number): boolean {
      const rest = file?.text.slice(end, display.span.end) ?? "";
      const below = rest.search(/[^\s%]/);
      if (below < 0) return false;
      const row = line(end + below);
      return line(step.start) <= row && row <= line(step.end) && step.start >= end;
    }
  };
}

/** `ignore` alone takes a step out; with codes, only those findings. */
const hush = (mark: Mark, codes: readonly string[]): Mark =>
  codes.length === 0 ? { ...mark, ignored: true } : { ...mark, hushed: [...mark.hushed, ...codes] };
