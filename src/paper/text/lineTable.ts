/** Offsets of a text as lines and columns, both counted from 1, columns in UTF-16 units. */

export interface LineTable {
  readonly length: number;
  /** Offset of each line's first character. */
  readonly starts: readonly number[];
}

export interface Place {
  readonly line: number;
  readonly column: number;
}

export function lineTable(text: string): LineTable {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return { length: text.length, starts };
}

export function lineAt(table: LineTable, offset: number): number {
  let low = 0;
  let high = table.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((table.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

export function placeAt(table: LineTable, offset: number): Place {
  const line = lineAt(table, offset);
  return { line, column: offset - (table.starts[line - 1] ?? 0) + 1 };
}

export const offsetAt = (table: LineTable, place: Place): number =>
  Math.min(table.length, (table.starts[place.line - 1] ?? table.length) + place.column - 1);
