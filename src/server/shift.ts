/** Moves a review along with an edit, so that it stays beside its text until the next review is there. */
import type { TextDocumentContentChangeEvent } from "vscode-languageserver-textdocument";
import type { Stretch } from "../protocol/place";
import type { FileData, Place, ReviewData } from "../protocol/review";
import { toPlace } from "./toLsp";

export function shiftReview(
  review: ReviewData,
  change: TextDocumentContentChangeEvent,
): ReviewData {
  if (!("range" in change)) return { ...review, files: [] };
  const move = mover(toPlace(change.range.start), toPlace(change.range.end), change.text);
  return { ...review, files: review.files.map((file, i) => (i === 0 ? moved(file, move) : file)) };
}

/** Lines an edit leaves behind, counting from 1. */
export function editedLines(change: TextDocumentContentChangeEvent): readonly [number, number] {
  if (!("range" in change)) return [1, Number.MAX_SAFE_INTEGER];
  const first = change.range.start.line + 1;
  return [first, first + newlines(change.text)];
}

/** Lines from first to last, carried along with an edit; an edit inside makes them longer or shorter. */
export function shiftLines(
  [first, last]: readonly [number, number],
  change: TextDocumentContentChangeEvent,
): readonly [number, number] {
  if (!("range" in change)) return [1, Number.MAX_SAFE_INTEGER];
  const [start, end] = [change.range.start.line + 1, change.range.end.line + 1];
  const more = newlines(change.text) - (end - start);
  if (end < first) return [first + more, last + more];
  if (start > last) return [first, last];
  return [Math.min(first, start), Math.max(last, end) + more];
}

type Move = (place: Place) => Place;

function mover(start: Place, end: Place, text: string): Move {
  const added = newlines(text);
  const tail = text.length - (text.lastIndexOf("\n") + 1);
  return (place) => {
    if (before(place, start)) return place;
    if (before(place, end) && !same(place, end)) return start;
    if (place.line > end.line)
      return { line: place.line + added - (end.line - start.line), column: place.column };
    const from = added === 0 ? start.column + tail : tail + 1;
    return { line: start.line + added, column: from + place.column - end.column };
  };
}

function moved(file: FileData, move: Move): FileData {
  const stretch = <T extends Stretch>(piece: T): T => ({
    ...piece,
    start: move(piece.start),
    end: move(piece.end),
  });
  return {
    ...file,
    displays: file.displays.map((display) => ({
      ...stretch(display),
      steps: display.steps.map((step) => ({
        ...stretch(step),
        ...(step.rightAt ? { rightAt: stretch(step.rightAt) } : {}),
      })),
    })),
    gaps: file.gaps.map(stretch),
  };
}

const newlines = (text: string): number => text.split("\n").length - 1;
const before = (a: Place, b: Place): boolean =>
  a.line < b.line || (a.line === b.line && a.column < b.column);
const same = (a: Place, b: Place): boolean => a.line === b.line && a.column === b.column;
