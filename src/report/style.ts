/** Colours of the terminal, or none. */
import type { StepData } from "../protocol/review";

export interface Style {
  strong(text: string): string;
  dim(text: string): string;
  warning(text: string): string;
  verdict(step: Pick<StepData, "verdict" | "tacit" | "why">, text: string): string;
}

export const withoutColour: Style = {
  strong: (text) => text,
  dim: (text) => text,
  warning: (text) => text,
  verdict: (_, text) => text,
};

const paint = (code: string) => (text: string) => `\u001b[${code}m${text}\u001b[0m`;
const [strong, dim, red, green, yellow, cyan] = ["1", "2", "31", "32", "33", "36"].map(paint) as [
  (text: string) => string,
  (text: string) => string,
  (text: string) => string,
  (text: string) => string,
  (text: string) => string,
  (text: string) => string,
];

export const withColour: Style = {
  strong,
  dim,
  warning: yellow,
  verdict(step, text) {
    if (step.verdict === "refuted") return red(text);
    if (step.tacit) return cyan(text);
    if (step.verdict === "proved" || step.verdict === "agrees") return green(text);
    return step.verdict === "open" && step.why !== "beyond" ? yellow(text) : dim(text);
  },
};

/** A message without the dollar signs around its mathematics. */
export const plain = (message: string): string => message.replace(/\$([^$]*)\$/g, "$1");
