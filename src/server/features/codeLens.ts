/** A line over each display with two or more steps or a finding: how many hold, fail, stay undecided. */
import type { CodeLens } from "vscode-languageserver";
import { worst } from "../../protocol/rank";
import type { DisplayData, FileData, StepData } from "../../protocol/review";
import { tallyWords } from "../../protocol/summary";
import { lookOf, symbols } from "../../protocol/words";
import { toPosition } from "../toLsp";

export function codeLens(file: FileData, uri: string, waiting: ReadonlySet<StepData>): CodeLens[] {
  return file.displays.filter(deservesLens).map((display) => {
    const start = toPosition(display.start);
    return {
      range: { start, end: start },
      command: {
        title: title(display, waiting),
        command: "tacit.showDerivation",
        arguments: [uri, display.steps[0]?.start ?? display.start],
      },
    };
  });
}

const deservesLens = ({ steps }: DisplayData): boolean =>
  steps.filter(({ verdict }) => verdict !== "stated").length >= 2 || steps.some(isFinding);

const isFinding = ({ verdict, tacit, code }: StepData): boolean =>
  verdict === "refuted" || tacit || code === "differs" || code === "convention";

function title({ steps }: DisplayData, waiting: ReadonlySet<StepData>): string {
  const settled = steps.filter((step) => !waiting.has(step));
  const first = worst(settled);
  const words = first ? `${symbols[lookOf(first)]} ${tallyWords(settled)}` : "";
  return [words, settled.length < steps.length ? "…" : ""].filter(Boolean).join(" · ");
}
