/** Sides put into a chain before its right side, as rows where the display has rows. */
import type { Place } from "./review";

/** What is typed at `at`, where the right side of a step begins. */
export function insertedSides(text: string, at: Place, sides: readonly string[]): string {
  const lines = text.split(/\r?\n/);
  const row = lines[at.line - 1] ?? "";
  const before = row.slice(0, at.column - 1);
  const indent = /^\s*/.exec(row)?.[0] ?? "";
  const aligned = /&\s*(?:=|\\equiv|\\approx)?\s*&?\s*$|&\s*=\s*(?:\{\})?\s*$/.exec(before)?.[0];
  if (aligned?.includes("=")) {
    const lead = aligned.trim().replace(/\s+/g, " ");
    return sides.map((side) => `${side} \\\\\n${indent}${lead} `).join("");
  }
  return sides.map((side) => `${side}\n${indent}= `).join("");
}
