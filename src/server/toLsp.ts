/** Places of a review, which count from 1, as positions of the protocol, which count from 0. */
import type { Position, Range } from "vscode-languageserver";
import type { Stretch } from "../protocol/place";
import type { Place } from "../protocol/review";

export const toPosition = ({ line, column }: Place): Position => ({
  line: Math.max(0, line - 1),
  character: Math.max(0, column - 1),
});

export const toRange = ({ start, end }: Stretch): Range => ({
  start: toPosition(start),
  end: toPosition(end),
});

export const toPlace = ({ line, character }: Position): Place => ({
  line: line + 1,
  column: character + 1,
});

export const toStretch = ({ start, end }: Range): Stretch => ({
  start: toPlace(start),
  end: toPlace(end),
});
