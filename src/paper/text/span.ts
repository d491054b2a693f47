/** Stretches of source text, in UTF-16 offsets of one file. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The smallest span over both. */
export const cover = (a: Span, b: Span): Span => ({
  start: Math.min(a.start, b.start),
  end: Math.max(a.end, b.end),
});
