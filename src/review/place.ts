/** Offsets of a file as lines and columns, counted from 1. */
import type { Paper } from "../paper/derivation/paper";
import { placeAt } from "../paper/text/lineTable";
import type { Place } from "../protocol/review";

export const placeOf =
  (paper: Paper, path: string) =>
  (offset: number): Place => {
    const file = paper.files.find((candidate) => candidate.path === path);
    return file ? placeAt(file.lines, offset) : { line: 1, column: 1 };
  };
