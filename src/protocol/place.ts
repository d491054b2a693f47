/** Order and containment of places in the source. */
import type { Place } from "./review";

export interface Stretch {
  readonly start: Place;
  readonly end: Place;
}

export const compare = (a: Place, b: Place): number => a.line - b.line || a.column - b.column;

export const holdsPlace = ({ start, end }: Stretch, place: Place): boolean =>
  compare(start, place) <= 0 && compare(place, end) <= 0;

export const touchesLine = ({ start, end }: Stretch, line: number): boolean =>
  start.line <= line && line <= end.line;

export const overlaps = (a: Stretch, b: Stretch): boolean =>
  compare(a.start, b.end) <= 0 && compare(b.start, a.end) <= 0;
