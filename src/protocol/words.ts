/** The words and symbols a person reads for a verdict, the same in marks, panel, lens and report. */
import type { Judgement, PremiseData, StepData, VerdictKind } from "./review";

/** How a step looks: its verdict, save that a step leaning on an unstated premise has a look of its own. */
export type Look = VerdictKind | "tacit";

export const lookOf = (judgement: Pick<Judgement, "verdict" | "tacit">): Look =>
  holds(judgement) && judgement.tacit ? "tacit" : judgement.verdict;

export const holds = ({ verdict }: Pick<Judgement, "verdict">): boolean =>
  verdict === "proved" || verdict === "agrees";

export const symbols: Readonly<Record<Look, string>> = {
  proved: "✓",
  agrees: "≈",
  tacit: "◇",
  refuted: "✗",
  open: "?",
  unread: "–",
  stated: "≔",
};

/** "differs as written" has a symbol of its own among the undecided. */
export const symbolOf = (judgement: Pick<Judgement, "verdict" | "tacit" | "why">): string =>
  judgement.verdict === "open" && judgement.why === "differs" ? "≠" : symbols[lookOf(judgement)];

/** The full wording, for hover, panel and status bar. */
export function wordOf(judgement: Pick<Judgement, "verdict" | "tacit" | "why">): string {
  switch (judgement.verdict) {
    case "proved":
      return judgement.tacit ? "unstated premise" : "proved";
    case "agrees":
      return judgement.tacit ? "unstated premise" : "agrees numerically";
    case "refuted":
      return "fails";
    case "open":
      return openWords[judgement.why ?? ""] ?? "undecided";
    case "unread":
      return "not read";
    case "stated":
      return "given";
  }
}

/** At most three words, for the end of a line; nothing beside the dim sign of a step that simply holds. */
export function shortWordOf(judgement: Pick<Judgement, "verdict" | "tacit" | "why">): string {
  if (holds(judgement)) return judgement.tacit ? "unstated premise" : "";
  const word = wordOf(judgement);
  return word.split(" ").length > 3 ? "undecided" : word;
}

const openWords: Readonly<Record<string, string>> = {
  differs: "differs as written",
  reading: "ambiguous",
  beyond: "outside what Tacit covers",
  budget: "ran out of steps",
};

/** The signature is always shown with its signs. */
export function signatureWord(metric: string): string {
  if (metric === "mostly-minus") return "mostly-minus (+−−−)";
  if (metric === "mostly-plus") return "mostly-plus (−+++)";
  return metric;
}

/** Names a step by what it says, wherever it stands. */
export const saying = ({ left, relation, right }: StepData): string =>
  `${left}\n${relation}\n${right}`;

/** Where a premise comes from. */
export const sourceWords: Readonly<Record<PremiseData["source"], string>> = {
  stated: "stated",
  convention: "convention",
  tacit: "unstated",
  proposed: "proposed",
};

/** What a premise is called; nothing where its formula says it all. */
export const calledOf = ({ name, latex }: Pick<PremiseData, "name" | "latex">): string =>
  name === latex ? "" : name;
