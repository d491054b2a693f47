/** Puts the comments that speak to the checker where they belong: into their display, or between the blocks. */
import { lineAt } from "../text/lineTable";
import type { Block, Display, SourceFile } from "./manuscript";
import type { Comment } from "./node";
import type { FiledComment } from "./scan";

/** `% tacit: …` and `%? …`. */
const speaks = (text: string): boolean => /^\s*tacit\s*:/.test(text) || text.startsWith("?");

export function placeComments(
  blocks: readonly Block[],
  comments: readonly FiledComment[],
  files: readonly SourceFile[],
): Block[] {
  const placed = [...blocks];
  const inside = new Map<Display, Comment[]>();
  for (const raw of comments) {
    if (!speaks(raw.text)) continue;
    const file = files.find((known) => known.path === raw.file);
    if (!file) continue;
    const span = { start: raw.start, end: raw.end };
    const comment: Comment = { kind: "comment", text: raw.text, span };
    const display = placed.find(
      (block): block is Display =>
        block.kind === "display" &&
        block.file === raw.file &&
        block.span.start <= raw.start &&
        (raw.start < block.span.end ||
          (!raw.alone && lineAt(file.lines, block.span.end) === lineAt(file.lines, raw.start))),
    );
    if (display) {
      inside.set(display, [...(inside.get(display) ?? []), comment]);
      continue;
    }
    const own = placed.filter((block) => block.file === raw.file);
    const after = own.find((block) => block.span.start > raw.start);
    const before = own.findLast((block) => block.span.start <= raw.start);
    const at = after ? placed.indexOf(after) : before ? placed.indexOf(before) + 1 : placed.length;
    const paragraph = (after ?? before)?.paragraph ?? 0;
    placed.splice(at, 0, { kind: "remark", file: raw.file, comment, span, paragraph });
  }
  return placed.map((block) => {
    const own = block.kind === "display" ? inside.get(block) : undefined;
    return own && block.kind === "display" ? { ...block, comments: own } : block;
  });
}
