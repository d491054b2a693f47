/** Builders of review data for tests of whatever shows a review. */
import type {
  DisplayData,
  FileData,
  PremiseData,
  ReviewData,
  StepData,
} from "../../src/protocol/review";

/** A step on one line, proved unless said otherwise. */
export const stepData = (line: number, change: Partial<StepData> = {}): StepData => ({
  start: { line, column: 3 },
  end: { line, column: 20 },
  kind: "link",
  derivation: "d1",
  left: "a",
  relation: "=",
  right: "b",
  verdict: "proved",
  why: null,
  detail: null,
  premises: [],
  unreadPremises: [],
  tacit: false,
  conditionalOn: null,
  moves: [],
  compressed: false,
  code: null,
  evidence: { kind: "exact", points: 3, error: 1e-20, seed: 1 },
  diagnosis: null,
  alternatives: [],
  readAs: "a = b",
  message: "Both sides are equal.",
  ms: 1,
  ...change,
});

/** A step whose right side has the wrong sign. */
export const failing = (line: number, change: Partial<StepData> = {}): StepData =>
  stepData(line, {
    verdict: "refuted",
    code: "slip",
    right: "-b",
    evidence: { kind: "counterexample", values: { b: 0.83 }, left: 0.83, right: -0.83, seed: 1 },
    diagnosis: { kind: "factor", factor: "-1", on: "side", latex: "b" },
    message: "The right side is −1 times the left. At b = 0.83 they are 0.83 and −0.83.",
    ...change,
  });

const onShell: PremiseData = {
  id: "on-shell",
  name: "on-shell condition",
  latex: "p^2=m^2",
  source: "tacit",
  where: null,
};

/** A step that holds only under an unstated premise. */
export const leaning = (line: number, premise: PremiseData = onShell): StepData =>
  stepData(line, {
    code: "tacit",
    tacit: true,
    premises: [premise],
    message: `Holds if $${premise.latex}$, which is not stated.`,
  });

export const displayData = (
  steps: readonly StepData[],
  label: string | null = null,
): DisplayData => ({
  start: { line: (steps[0]?.start.line ?? 2) - 1, column: 1 },
  end: { line: (steps.at(-1)?.end.line ?? 2) + 1, column: 12 },
  environment: "align",
  label,
  steps,
});

export const fileData = (...displays: readonly DisplayData[]): FileData => ({
  path: "paper.tex",
  displays,
  gaps: [],
  problems: [],
});

export const reviewData = (file: FileData): ReviewData => ({
  version: 1,
  tool: { name: "tacit", version: "0.0.0" },
  conventions: { metric: "mostly-minus", dim: "4", epsilon: -1, sources: [] },
  files: [file],
  summary: {
    displays: file.displays.length,
    steps: 0,
    proved: 0,
    agrees: 0,
    refuted: 0,
    open: 0,
    unread: 0,
    stated: 0,
    tacit: 0,
    compressed: 0,
    seconds: 0,
  },
});
