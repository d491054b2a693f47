/** Small helpers for figures: shares, medians, lines of JSON. */
import { readFileSync } from "node:fs";

export const jsonLines = <T>(path: string): readonly T[] =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as T);

export const share = (part: number, whole: number): string =>
  `${part} of ${whole} (${whole === 0 ? "–" : ((100 * part) / whole).toFixed(1)} %)`;

/** The value below which this fraction of the numbers lies. */
function quantile(numbers: readonly number[], fraction: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(fraction * sorted.length))] ?? 0;
}

export const timings = (milliseconds: readonly number[]): string =>
  `median ${quantile(milliseconds, 0.5).toFixed(1)} ms, 95th percentile ${quantile(milliseconds, 0.95).toFixed(1)} ms, longest ${quantile(milliseconds, 1).toFixed(0)} ms`;

export function counts(keys: readonly string[]): string {
  const found = new Map<string, number>();
  for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1);
  return [...found]
    .sort(([, a], [, b]) => b - a)
    .map(([key, count]) => `${key} ${count}`)
    .join(" · ");
}

export const print = (...lines: readonly string[]): void => {
  process.stdout.write(`${lines.join("\n")}\n`);
};
